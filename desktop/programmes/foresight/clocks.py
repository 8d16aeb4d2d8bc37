"""The days on which an answer will change by itself, nothing in the file changing.

From a day on, the answer stands until the first day on which anything turns that it read: a period is complete, a day
comes, a count of days reaches what it is compared with. There the rules are asked again, and so on to the horizon.
Nothing is tried that cannot turn, and no turning day is passed over.

A birth known only by its month or year turns on two days: the first on which the age may be reached and the last on
which it must be. Each gives a clock if the answer itself, as far as it is known, changes there, and says «may» or
«must».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from desktop.facts.assessment import Assessment, Clock
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.answers.assess import assess
from desktop.programmes.foresight.given import read, roots_of, said
from desktop.programmes.foresight.movement import movement_of
from desktop.programmes.foresight.sentences import Change, Sentences, new_version, no_version
from desktop.programmes.foresight.turns import Turn, turned, turns
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.packs.catalogue import Catalogue, receives
from desktop.programmes.packs.compiled import Pack
from desktop.values.dates import Calendar, after
from desktop.values.language import Wording

HORIZON: Final = 24
"""Months that are looked ahead."""

VERSION: Final = "version"
"""The cause of a clock at which the law itself changes."""


def clocks(
    pack: Pack,
    file: HouseholdFile,
    given: Assessment,
    *,
    on: date,
    member: str | None = None,
    horizon: int = HORIZON,
    later: Sequence[Pack] = (),
) -> tuple[Clock, ...]:
    """The days after `on` on which outcome, an amount, a criterion or a category will be another, the next first.

    Args:
        pack: the version that assessed.
        file: as it was assessed.
        given: its answer on the day.
        on: the day of assessment (Gregorian).
        member: the claimant, where the right is a person's own.
        horizon: months, in the Gregorian calendar, that are looked ahead; its last day is included.
        later: the versions that follow, in their order, each assessing from its first day on. Where a version ends
            and none is known to follow, the last clock says so and tells no outcome.
    """
    end = after(on, horizon, "month", Calendar.GREGORIAN)
    found: list[Clock] = []
    for version, first, last in _versions(pack, on, end, later):
        if version is None:
            found.append(Clock(on=first, cause=VERSION, label=no_version(pack)))
            break
        if version is not pack:
            then = assess(version, file, on=first, member=member)
            if said(then) != said(given):
                found.append(_clock(then, VERSION, new_version(version, file, given, then)))
            given = then
        sentences = Sentences(version, file)
        for change in _Ahead(version, file, member).changes(given, first, last):
            found.append(_clock(change.then, sentences.cause(change), sentences.clock(change)))
            given = change.then
    return tuple(found)


def later_versions(catalogue: Catalogue, pack: Pack, file: HouseholdFile, on: date) -> tuple[Pack, ...]:
    """The versions that follow a version in a catalogue for this household, the next first."""
    if not _in_force(pack, on):
        return ()
    cohort = "existing" if receives(file, pack.text.id, on) else "new"
    others = [catalogue.pack(pack.text.id, version) for version in catalogue.versions.get(pack.text.id, ())]
    later = [each for each in others if each.text.applies.from_ > on and cohort in each.text.applies.cohort]
    return tuple(sorted(later, key=lambda each: each.text.applies.from_))


def _clock(then: Assessment, cause: str, label: Wording) -> Clock:
    return Clock(on=then.on, cause=cause, label=label, outcome_then=then.outcome.value, amount_then=then.amount)


def _in_force(pack: Pack, on: date) -> bool:
    applies = pack.text.applies
    return applies.from_ <= on and (applies.to is None or on <= applies.to)


def _versions(pack: Pack, on: date, end: date, later: Sequence[Pack]) -> list[tuple[Pack | None, date, date]]:
    """Each version with the first and last day on which it is looked at; None in place of one that is not known."""
    if not _in_force(pack, on):
        return [(pack, on, end)]  # asked for by name on a day that is not its own: nothing follows from its end
    found: list[tuple[Pack | None, date, date]] = []
    version, first = pack, on
    for following in (*later, None):
        ends = version.text.applies.to
        starts = following.text.applies.from_ if following is not None else None
        last = min(day for day in (ends, starts and starts - timedelta(days=1), end) if day is not None)
        found.append((version, first, last))
        if last >= end:
            break
        if following is None or (starts is not None and starts > last + timedelta(days=1)):
            found.append((None, last + timedelta(days=1), end))
            break
        version, first = following, last + timedelta(days=1)
    return found


class _Ahead:
    """One household under one version, read from day to day on which something turns."""

    def __init__(self, pack: Pack, file: HouseholdFile, member: str | None) -> None:
        self._pack = pack
        self._file = file
        self._member = member
        self._movement = movement_of(pack)
        self._family = evaluation_of(pack, file, date.min).family

    def changes(self, given: Assessment, first: date, last: date) -> Iterator[Change]:
        """Each assessment that differs from the one before it, with what turned on its day."""
        today, reading = self._on(first)
        while today.on < last:
            tomorrow, next_reading = self._on(today.on + timedelta(days=1))
            may = turns(self._movement, today, tomorrow, roots_of(self._pack, today, self._member))
            day = min((turn.day for turn in may), default=None)
            if next_reading != reading:
                day = tomorrow.day
            if day is None or day > last.toordinal():
                return
            then, then_reading = (tomorrow, next_reading) if day == tomorrow.day else self._on(date.fromordinal(day))
            if then_reading != reading:
                assessed = assess(self._pack, self._file, on=then.on, member=self._member)
                if said(assessed) != said(given):
                    causes = [turn for turn in may if turn.day == day and turned(turn, self._movement, today, then)]
                    telling = [turn for turn in causes if self._matters(turn, today, then, then_reading)]
                    yield Change(given, assessed, tuple(telling or causes), today, then)
                    given = assessed
            today, reading = then, then_reading

    def _matters(self, turn: Turn, today: Evaluation, then: Evaluation, reading: tuple[object, ...]) -> bool:
        """Whether the answer were another if the variable that turned had not: two things may fall on one day."""
        section, _, name = turn.place.partition("/")
        entity, _, name = name.partition("/")
        if section != "variables":
            return True
        try:
            held = then.holding(today, turn.instance.above(entity), name)
        except LookupError:
            return True
        return held is None or read(self._pack, held, self._member) != reading

    def _on(self, day: date) -> tuple[Evaluation, tuple[object, ...]]:
        evaluation = Evaluation(self._family, day, self._pack.parameters, self._pack.variables())
        return evaluation, read(self._pack, evaluation, self._member)
