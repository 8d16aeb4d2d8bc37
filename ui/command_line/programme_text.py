"""Programmes and their packs as a person reads them, and as data."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, PackText
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
        voice.tell(f"  {pack.text.version}: {days_in_words(voice, pack.text)}")


def pack_document(pack: Pack) -> bytes:
    """A pack as one JSON document, with its hash."""
    return msgspec.json.format(
        msgspec.json.encode({"pack_hash": pack.pack_hash, **msgspec.to_builtins(pack.text)}), indent=1
    )


def days_in_words(voice: Voice, text: PackText) -> str:
    """When a version is the law, and for whom where not for everybody."""
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


def cited_in_words(voice: Voice, text: PackText, cite: Cite) -> str:
    """The law, the article and how sure that is."""
    law = text.laws.get(cite.law)
    name = cite.law if law is None else voice.say(law.ar, law.en)
    article = voice.say(f"، المادة {cite.article}", f", article {cite.article}") if cite.article else ""
    return voice.say("، ", ", ").join((f"{name}{article}", voice.word(cite.confidence.label)))
