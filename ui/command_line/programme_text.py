"""Programmes and their packs as a person reads them, and as data."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.programmes.answers.wording import figure_in_words, option_in_words
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, PackText
from desktop.values.language import Wording
from ui.command_line.speaking import Voice

COUNTRIES = ("SA", "EG")


def packs() -> list[Pack]:
    """Every version of every programme that a household can be assessed under, the oldest of each first."""
    catalogue = Catalogue()
    return [
        pack
        for country in COUNTRIES
        for programme in catalogue.of_country(country)
        for pack in sorted(
            (catalogue.pack(programme, version) for version in catalogue.versions[programme]),
            key=lambda pack: pack.text.applies.from_,
        )
    ]


def chosen(programme: str) -> Pack:
    """The pack meant by `ID@VERSION`, or by `ID` the newest; OfficeError as of `Catalogue.pack`."""
    catalogue = Catalogue()
    name, _, version = programme.partition("@")
    if version or name not in catalogue.versions:
        return catalogue.pack(name, version)
    return max(
        (catalogue.pack(name, each) for each in catalogue.versions[name]), key=lambda pack: pack.text.applies.from_
    )


def listed() -> list[dict[str, Any]]:
    """The programmes as data."""
    found: dict[str, dict[str, Any]] = {}
    for pack in packs():
        text = pack.text
        programme = found.setdefault(
            text.id,
            {
                "id": text.id,
                "country": text.country,
                "title": msgspec.to_builtins(text.title),
                "unit": text.unit,
                "versions": [],
            },
        )
        programme["versions"].append(
            {
                "version": text.version,
                "from": text.applies.from_.isoformat(),
                "to": None if text.applies.to is None else text.applies.to.isoformat(),
                "cohort": list(text.applies.cohort),
                "pack_hash": pack.pack_hash,
            }
        )
    return list(found.values())


def tell_list(voice: Voice) -> None:
    """The programmes, each with its versions below."""
    told = ""
    for pack in packs():
        if pack.text.id != told:
            told = pack.text.id
            voice.headline(f"{told}: {voice.word(pack.text.title)}")
        voice.tell(f"  {pack.text.version}: {_days(voice, pack.text)}")


def pack_document(pack: Pack) -> bytes:
    """A pack as one JSON document, with its hash."""
    return msgspec.json.format(
        msgspec.json.encode({"pack_hash": pack.pack_hash, **msgspec.to_builtins(pack.text)}), indent=1
    )


def tell_pack(voice: Voice, pack: Pack) -> None:
    """A pack in words."""
    text = pack.text
    voice.headline(f"{voice.word(text.title)} ({text.id}@{text.version})")
    voice.tell(_days(voice, text))
    voice.tell(
        voice.say("الحق للأسرة.", "The right is the household's.")
        if text.unit == "household"
        else voice.say("الحق للفرد نفسه.", "The right is a person's own.")
    )
    _section(
        voice,
        voice.say("الأنظمة", "Laws"),
        [voice.say(law.ar, law.en) + (f" ({law.published})" if law.published else "") for law in text.laws.values()],
    )
    _section(
        voice,
        voice.say("المعايير", "Criteria"),
        [f"{voice.word(each.label)} [{_cited(voice, text, each.cite)}]" for each in text.criteria],
    )
    _section(
        voice,
        voice.say("المبالغ", "Benefits"),
        [f"{voice.word(each.label)} [{_cited(voice, text, each.cite)}]" for each in text.benefits],
    )
    _section(
        voice,
        voice.say("الأرقام", "Figures"),
        [
            f"{_name(voice, name, each.label)}: {_stated(voice, each.value, each.unit)} "
            f"[{_cited(voice, text, each.cite)}]"
            for name, each in text.parameters.items()
        ],
    )
    _section(
        voice,
        voice.say("القراءات المعتمدة", "Readings taken where sources conflict"),
        [
            voice.say(
                f"{each.label.ar}: {option_in_words(each, each.default).ar}، "
                f"وغيرها: {'، '.join(option_in_words(each, other).ar for other in each.other)}. {each.why.ar}",
                f"{each.label.en}: {option_in_words(each, each.default).en}; "
                f"others: {', '.join(option_in_words(each, other).en for other in each.other)}. {each.why.en}",
            )
            for each in text.readings.values()
        ],
    )
    _section(voice, voice.say("المستندات", "Documents"), [voice.word(each.label) for each in text.documents])


def _section(voice: Voice, title: str, lines: list[str]) -> None:
    if lines:
        voice.tell()
        voice.tell(f"{title}:")
        for line in lines:
            voice.tell(f"  {line}")


def _days(voice: Voice, text: PackText) -> str:
    start, end = text.applies.from_, text.applies.to
    days = (
        voice.say(f"يسري من {start}", f"applies from {start}")
        if end is None
        else voice.say(f"سرى من {start} إلى {end}", f"applied from {start} to {end}")
    )
    match text.applies.cohort:
        case ("new",):
            return days + voice.say("، للمتقدمين الجدد", ", to new applicants")
        case ("existing",):
            return days + voice.say("، للمستفيدين الحاليين", ", to existing beneficiaries")
        case _:
            return days


def _name(voice: Voice, name: str, label: Wording | None) -> str:
    return name if label is None else voice.word(label)


def _stated(voice: Voice, value: str | None, unit: str) -> str:
    return voice.say("غير منشور", "unpublished") if value is None else voice.word(figure_in_words(value, unit))


def _cited(voice: Voice, text: PackText, cite: Cite) -> str:
    law = text.laws.get(cite.law)
    name = cite.law if law is None else voice.say(law.ar, law.en)
    article = voice.say(f"، المادة {cite.article}", f", article {cite.article}") if cite.article else ""
    return voice.say("، ", ", ").join((f"{name}{article}", voice.word(cite.confidence.label)))
