"""A pack whole as a person reads it: what it rests on, whom it gives the right, what it pays, asks and leaves open."""

from __future__ import annotations

from desktop.programmes.answers.deadlines_in_words import deadline_in_words, deadline_name
from desktop.programmes.answers.rules_in_words import parameter_in_words, rule_in_words, stated_in_words
from desktop.programmes.answers.wording import option_in_words
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.cited import confidences, of_other
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite, Criterion, PackText
from desktop.values.language import Language, Wording
from ui.command_line.programme_text import cited_in_words, days_in_words
from ui.command_line.speaking import Voice


def tell_pack(voice: Voice, pack: Pack) -> None:
    """A pack in words, whole: what it rests on, whom it gives the right, what it pays, asks and leaves open."""
    text = pack.text
    voice.headline(f"{voice.word(text.title)} ({text.id}@{text.version})")
    voice.tell(days_in_words(voice, text))
    voice.tell(
        voice.say("الحق للأسرة.", "The right is the household's.")
        if text.unit == "household"
        else voice.say("الحق للفرد نفسه.", "The right is a person's own.")
    )
    for arabic, english, lines in (
        ("الإصدارات", "Versions", _versions(voice, text)),
        ("الأنظمة", "Laws", _laws(voice, text)),
        ("البرامج التي يستند إليها", "Programmes that it needs", _needs(voice, text)),
        ("المعايير", "Criteria", [line for each in text.criteria for line in _criterion(voice, text, each)]),
        ("الفئات، وأيها يعطي الحق", "Categories, of which any gives the right", _categories(voice, text)),
        ("المبالغ", "Benefits", _benefits(voice, text)),
        ("ما يُخصم", "Deductions", [_entry(voice, text, each.label, each.cite) for each in text.adjustments]),
        ("الأرقام", "Figures", _figures(voice, text)),
        ("الجداول", "Tables", _tables(voice, text)),
        ("القراءات المعتمدة", "Readings taken where sources conflict", _readings(voice, text)),
        ("المستندات", "Documents", [_entry(voice, text, each.label, each.cite) for each in text.documents]),
        ("المهل", "Deadlines", _deadlines(voice, text)),
        ("مع البرامج الأخرى", "Beside other programmes", _beside(voice, text)),
        ("بعد الصرف", "After payment", _payments(voice, text)),
        ("المصادر بحسب درجة الثقة", "Sources by how sure they are", _sureness(voice, text)),
    ):
        _section(voice, voice.say(arabic, english), lines)


def _versions(voice: Voice, text: PackText) -> list[str]:
    """Every version of the programme with its days, this one marked."""
    catalogue = Catalogue()
    others = [catalogue.pack(text.id, each).text for each in catalogue.versions.get(text.id, ())]
    here = voice.say("هذا الإصدار", "this version")
    return [
        f"{each.version}: {days_in_words(voice, each)}" + (f" ({here})" if each.version == text.version else "")
        for each in sorted(others, key=lambda each: each.applies.from_)
    ]


def _laws(voice: Voice, text: PackText) -> list[str]:
    return [
        voice.say(law.ar, law.en)
        + (f" ({law.published})" if law.published else "")
        + (f" [{law.source}]" if law.source else "")
        for name, law in text.laws.items()
        if not of_other(text, name)
    ]


def _needs(voice: Voice, text: PackText) -> list[str]:
    catalogue = Catalogue()
    named = [f"{each.programme}@{each.version}" for each in text.needs.values()]
    titles = [catalogue.pack(each.programme, each.version).text.title for each in text.needs.values()]
    return [f"{voice.word(title)} ({name})" for name, title in zip(named, titles, strict=True)]


def _criterion(voice: Voice, text: PackText, each: Criterion, inset: str = "") -> list[str]:
    """A criterion with what is said of whoever meets it and of whoever does not."""
    met, unmet = (voice.word(rule_in_words(text, pattern)) for pattern in (each.says.met, each.says.unmet))
    return [
        f"{inset}{_entry(voice, text, each.label, each.cite)}",
        f"{inset}  {voice.say('إن تحقق', 'if met')}: {met}",
        f"{inset}  {voice.say('وإلا', 'if not')}: {unmet}",
    ]


def _categories(voice: Voice, text: PackText) -> list[str]:
    lines: list[str] = []
    for category in text.categories:
        lines.append(_entry(voice, text, category.label, category.cite))
        met, unmet = (voice.word(rule_in_words(text, each)) for each in (category.says.met, category.says.unmet))
        lines.append(f"  {voice.say('إن تحقق', 'if met')}: {met}")
        lines.append(f"  {voice.say('وإلا', 'if not')}: {unmet}")
        for each in category.criteria:
            lines += _criterion(voice, text, each, "  ")
        lines += [f"  {_entry(voice, text, each.label, each.cite)}" for each in category.documents]
    return lines


def _benefits(voice: Voice, text: PackText) -> list[str]:
    periods = {
        "month": voice.say("كل شهر", "each month"),
        "year": voice.say("كل سنة", "each year"),
        "once": voice.say("مرة واحدة", "once"),
    }
    lines = [f"{_entry(voice, text, each.label, each.cite)}, {periods[each.period]}" for each in text.benefits]
    if voice.language is Language.ARABIC:
        lines = [line.replace("], ", "]، ") for line in lines]
    if text.household_total is not None:
        total = Wording("ما يجتمع للأسرة من حقوق أفرادها", "what the household receives in all for its members")
        lines.append(_entry(voice, text, total, text.household_total.cite))
    return lines


def _figures(voice: Voice, text: PackText) -> list[str]:
    lines = []
    for name, each in text.parameters.items():
        if not of_other(text, name):
            value = voice.word(parameter_in_words(each))
            lines.append(f"{_name(voice, name, each.label)}: {value} [{cited_in_words(voice, text, each.cite)}]")
    return lines


def _tables(voice: Voice, text: PackText) -> list[str]:
    lines: list[str] = []
    for name, table in text.tables.items():
        if of_other(text, name):
            continue
        lines.append(f"{_name(voice, name, table.label)} [{cited_in_words(voice, text, table.cite)}]")
        lines += [f"  {key}: {voice.word(stated_in_words(cell, table.unit))}" for key, cell in table.rows.items()]
        if table.beyond is not None:
            unpublished = table.beyond == "unpublished"
            cell = (
                voice.say("غير منشور", "unpublished")
                if unpublished
                else voice.word(stated_in_words(table.beyond, table.unit))
            )
            lines.append(f"  {voice.say('ما بعد ذلك', 'beyond that')}: {cell}")
    return lines


def _readings(voice: Voice, text: PackText) -> list[str]:
    lines = []
    for name, each in text.readings.items():
        if of_other(text, name):
            continue
        taken, others = option_in_words(each, each.default), [option_in_words(each, other) for other in each.other]
        kept = voice.say("، وغيرها: ", "; others: ") + voice.say("، ", ", ").join(voice.word(each) for each in others)
        line = f"{voice.word(each.label)}: {voice.word(taken)}{kept if others else ''}. {voice.word(each.why)}"
        lines.append(line if each.cite is None else f"{line} [{cited_in_words(voice, text, each.cite)}]")
    return lines


def _deadlines(voice: Voice, text: PackText) -> list[str]:
    lines = []
    for name, each in text.deadlines.items():
        length = voice.word(deadline_in_words(each))
        lines.append(f"{voice.word(deadline_name(name))}: {length} [{cited_in_words(voice, text, each.cite)}]")
    return lines


def _beside(voice: Voice, text: PackText) -> list[str]:
    return [f"{voice.word(each.says)} [{cited_in_words(voice, text, each.cite)}]" for each in text.beside.values()]


def _payments(voice: Voice, text: PackText) -> list[str]:
    """What is paid back once a breach is cured, and how what was paid too much comes back."""
    if text.ledger is None:
        return []
    lines = []
    for number, refund in text.ledger.on_cure.items():
        share = voice.word(stated_in_words(refund.refund, "ratio"))
        said = voice.say(
            f"يُرد عند تصحيح المخالفة رقم {number}: {share}", f"paid back once breach {number} is cured: {share}"
        )
        lines.append(f"{said} [{cited_in_words(voice, text, refund.cite)}]")
    recovery = text.ledger.recovery
    if recovery is not None:
        how = []
        if recovery.instalments is not None:
            count = recovery.instalments
            how.append(voice.say(f"على أقساط عددها {count} على الأكثر", f"in at most {count} instalments"))
        if recovery.monthly_share is not None:
            share = voice.word(stated_in_words(recovery.monthly_share, "ratio"))
            how.append(voice.say(f"بما لا يزيد على {share} شهريًّا", f"at no more than {share} a month"))
        said = voice.say("استرداد ما صُرف بغير حق", "recovering what was not due")
        told = f"{said}: {voice.say('، ', ', ').join(how)}" if how else said
        lines.append(f"{told} [{cited_in_words(voice, text, recovery.cite)}]")
    return lines


def _sureness(voice: Voice, text: PackText) -> list[str]:
    return [f"{voice.word(each.label)}: {count}" for each, count in confidences(text).items()]


def _entry(voice: Voice, text: PackText, label: Wording, cite: Cite) -> str:
    return f"{voice.word(label)} [{cited_in_words(voice, text, cite)}]"


def _section(voice: Voice, title: str, lines: list[str]) -> None:
    if lines:
        voice.tell()
        voice.tell(f"{title}:")
        for line in lines:
            voice.tell(f"  {line}")


def _name(voice: Voice, name: str, label: Wording | None) -> str:
    return name if label is None else voice.word(label)
