"""Two versions of a programme compared: figures from old to new, rows of tables, rules added, gone or changed.

What is compared is the whole text, amendments worked in, so it does not matter which of them amends which.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.programmes.answers.deadlines_in_words import deadline_in_words, deadline_name
from desktop.programmes.answers.rules_in_words import parameter_in_words, stated_in_words
from desktop.programmes.answers.wording import option_in_words
from desktop.programmes.comparing.rules_compared import paid, rules, terms
from desktop.programmes.comparing.sentences import (
    Difference,
    both,
    came_or_went,
    changed,
    label_or_name,
    reworded,
    ruled,
)
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.pack import Ledger, PackText, Reading, TableOf
from desktop.values.language import Wording

_UNPUBLISHED = Wording("غير منشور", "unpublished")
_NOTHING = Wording("لا شيء", "nothing")


def differences(old: PackText, new: PackText) -> tuple[Difference, ...]:
    """Everything that two versions say differently, in the order in which a pack is read.

    Args:
        old: the version that was.
        new: the version that took its place; two programmes can be laid side by side too.
    """
    parts: tuple[Iterator[Difference], ...] = (
        _general(old, new),
        _laws(old, new),
        _figures(old, new),
        _tables(old, new),
        _readings(old, new),
        rules(old, new),
        terms(old, new),
        paid(old, new),
        _periods(old, new),
        _beside(old, new),
        _payments(old.ledger, new.ledger),
    )
    return tuple(each for part in parts for each in part if not _taken_in(old, new, each.place))


def _taken_in(old: PackText, new: PackText, place: str) -> bool:
    """Whether it belongs to another programme that a version needs; that one has differences of its own."""
    name = place.rsplit("/", 1)[-1]
    return of_other(old, name) or of_other(new, name)


def _general(old: PackText, new: PackText) -> Iterator[Difference]:
    if old.title != new.title:
        yield changed("title", Wording("اسم البرنامج", "the programme's name"), old.title, new.title)
    days = [Wording(*(_days(each, arabic=arabic) for arabic in (True, False))) for each in (old, new)]
    if days[0] != days[1]:
        yield changed("applies", Wording("السريان", "in force"), *days)
    if old.unit != new.unit:
        owners = {"household": Wording("للأسرة", "the household's"), "member": Wording("للفرد نفسه", "a person's own")}
        yield changed("unit", Wording("صاحب الحق", "whose right it is"), owners[old.unit], owners[new.unit])
    if (old.rounding.to, old.rounding.how) != (new.rounding.to, new.rounding.how):
        yield changed("rounding", Wording("التقريب", "rounding"), _rounded(old), _rounded(new), cite=new.rounding.cite)
    for place, before, after in both(old.needs, new.needs, "needs"):
        names = [None if each is None else f"{each.programme}@{each.version}" for each in (before, after)]
        told = [None if name is None else Wording(name, name) for name in names]
        label = Wording("برنامج يُستند إليه", "a programme that it needs")
        if told[0] is not None and told[1] is not None:
            yield changed(place, label, told[0], told[1])
        else:
            yield came_or_went(place, label, told[0] or told[1] or label, gone=told[1] is None)


def _days(text: PackText, *, arabic: bool) -> str:
    start, end = text.applies.from_.isoformat(), text.applies.to
    if end is None:
        return f"من {start}" if arabic else f"from {start}"
    return f"من {start} إلى {end.isoformat()}" if arabic else f"from {start} to {end.isoformat()}"


def _rounded(text: PackText) -> Wording:
    how = {
        "half_up": Wording("إلى الأقرب", "to the nearest"),
        "up": Wording("إلى أعلى", "up"),
        "down": Wording("إلى أدنى", "down"),
    }
    step, way = text.rounding.to, how[text.rounding.how]
    return Wording(f"{way.ar} ({step})", f"{way.en} ({step})")


def _laws(old: PackText, new: PackText) -> Iterator[Difference]:
    kind = Wording("نظام", "law")
    for place, before, after in both(old.laws, new.laws, "laws"):
        named = [None if each is None else Wording(each.ar, each.en) for each in (before, after)]
        if named[0] is not None and named[1] is not None:
            if named[0] != named[1]:
                yield reworded(place, kind, named[1])
        elif (told := named[0] or named[1]) is not None:
            yield came_or_went(place, kind, told, gone=named[1] is None)


def _figures(old: PackText, new: PackText) -> Iterator[Difference]:
    kind = Wording("رقم", "figure")
    for place, before, after in both(old.parameters, new.parameters, "parameters"):
        if before is not None and after is not None:
            values = [parameter_in_words(each) for each in (before, after)]
            label = label_or_name(after.label, place)
            if values[0] != values[1]:
                yield changed(place, label, values[0], values[1], cite=after.cite)
            elif before.label != after.label:
                yield reworded(place, kind, label)
        elif (each := before or after) is not None:
            label, value = label_or_name(each.label, place), parameter_in_words(each)
            told = Wording(f"{label.ar} ({value.ar})", f"{label.en} ({value.en})")
            yield came_or_went(place, kind, told, gone=after is None, cite=each.cite)


def _tables(old: PackText, new: PackText) -> Iterator[Difference]:
    kind = Wording("جدول", "table")
    for place, before, after in both(old.tables, new.tables, "tables"):
        if before is not None and after is not None:
            yield from _rows(place, before, after)
        elif (each := before or after) is not None:
            yield came_or_went(place, kind, label_or_name(each.label, place), gone=after is None, cite=each.cite)


def _rows(place: str, old: TableOf, new: TableOf) -> Iterator[Difference]:
    """The rows of one table that differ; the one beyond the last is a row too."""
    label = label_or_name(new.label, place)
    rows: list[tuple[str, Wording, Wording | None, Wording | None]] = []
    for key in dict.fromkeys((*old.rows, *new.rows)):
        named = Wording(f"{label.ar} ({key})", f"{label.en} ({key})")
        rows.append((key, named, _cell(old.rows.get(key), old), _cell(new.rows.get(key), new)))
    beyond = Wording(f"{label.ar} (ما بعد آخر صف)", f"{label.en} (beyond the last row)")
    rows.append(("beyond", beyond, _cell(old.beyond, old), _cell(new.beyond, new)))
    for key, named, before, after in rows:
        if before != after:
            yield changed(f"{place}/{key}", named, before or _NOTHING, after or _NOTHING, cite=new.cite)


def _cell(figure: str | None, table: TableOf) -> Wording | None:
    if figure is None:
        return None
    return _UNPUBLISHED if figure == "unpublished" else stated_in_words(figure, table.unit)


def _readings(old: PackText, new: PackText) -> Iterator[Difference]:
    kind = Wording("قراءة", "reading")
    for place, before, after in both(old.readings, new.readings, "readings"):
        if before is not None and after is not None:
            if before.default != after.default:
                taken = [option_in_words(each, each.default) for each in (before, after)]
                yield changed(place, after.label, taken[0], taken[1], cite=after.cite)
            elif set(before.other) != set(after.other):
                yield changed(place, after.label, _others(before), _others(after), cite=after.cite)
            elif (before.label, before.why, before.options) != (after.label, after.why, after.options):
                yield reworded(place, kind, after.label)
        elif (each := before or after) is not None:
            taken_now = option_in_words(each, each.default)
            told = Wording(f"{each.label.ar} ({taken_now.ar})", f"{each.label.en} ({taken_now.en})")
            yield came_or_went(place, kind, told, gone=after is None, cite=each.cite)


def _others(reading: Reading) -> Wording:
    said = [option_in_words(reading, each) for each in reading.other]
    return Wording("، ".join(each.ar for each in said), ", ".join(each.en for each in said))


def _periods(old: PackText, new: PackText) -> Iterator[Difference]:
    kind = Wording("مهلة", "deadline")
    for place, before, after in both(old.deadlines, new.deadlines, "deadlines"):
        label = deadline_name(place.rsplit("/", 1)[-1])
        if before is not None and after is not None:
            lengths = [deadline_in_words(each) for each in (before, after)]
            if lengths[0] != lengths[1]:
                yield changed(place, label, lengths[0], lengths[1], cite=after.cite)
        elif (each := before or after) is not None:
            length = deadline_in_words(each)
            told = Wording(f"{label.ar} ({length.ar})", f"{label.en} ({length.en})")
            yield came_or_went(place, kind, told, gone=after is None, cite=each.cite)


def _beside(old: PackText, new: PackText) -> Iterator[Difference]:
    """Which other programmes' rights it may be had together with."""
    for place, before, after in both(old.beside, new.beside, "beside"):
        name = place.removeprefix("beside/")
        label = Wording(f"الجمع مع {name}", f"together with {name}")
        if before is not None and after is not None:
            if before.says != after.says:
                yield changed(place, label, before.says, after.says, cite=after.cite)
        elif (each := before or after) is not None:
            told = Wording(f"{label.ar} ({each.says.ar})", f"{label.en} ({each.says.en})")
            yield came_or_went(place, Wording("قاعدة", "rule"), told, gone=after is None, cite=each.cite)


def _payments(old: Ledger | None, new: Ledger | None) -> Iterator[Difference]:
    """What is paid back once a breach is cured, and how what was paid too much comes back."""
    refunds = [{} if each is None else dict(each.on_cure) for each in (old, new)]
    for place, before, after in both(refunds[0], refunds[1], "ledger/on_cure"):
        number = place.rsplit("/", 1)[-1]
        label = Wording(f"ما يُرد عند تصحيح المخالفة رقم {number}", f"paid back once breach {number} is cured")
        shares = [_NOTHING if each is None else stated_in_words(each.refund, "ratio") for each in (before, after)]
        stated = after or before
        if shares[0] != shares[1]:
            yield changed(place, label, shares[0], shares[1], cite=None if stated is None else stated.cite)
    recoveries = [None if each is None else each.recovery for each in (old, new)]
    told = [None if each is None else (each.instalments, each.monthly_share) for each in recoveries]
    if told[0] != told[1]:
        label = Wording("استرداد ما صُرف بغير حق", "recovering what was not due")
        stated_now = recoveries[1] or recoveries[0]
        yield ruled("ledger/recovery", Wording("قاعدة", "rule"), label, None if stated_now is None else stated_now.cite)
