"""What the simulation reads, on a lane: the versions that can be compared, and the answer with everything to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.database.interrupting import Stop
from desktop.facts.codes import AmountPeriod
from desktop.values.errors import OfficeError, read_sentences
from ui.screens.casework.reading import shipped

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.casework.simulated_change import SimulatedChange
    from desktop.casework.simulating import SimulationAnswer, SimulationProgress
    from desktop.office.desk import Desk
    from desktop.programmes.packs.compiled import Pack
    from desktop.programmes.packs.pack import PackText
    from desktop.programmes.simulation.listing import Listed

TOGETHER = 5_000
"""Files reckoned at a time: some seconds, in four stages; progress moves and a stop is obeyed between them."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared.

    Args:
        before: `ID@VERSION` of the law to compare with.
        against: of the other.
        on: the day (Gregorian).
        figures: what the other law's figures are to be, by name, as a pack writes them.
    """

    before: str
    against: str
    on: date
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Simulated:
    """A question and its answer; the currency, period and texts are those of the laws."""

    question: Question
    answer: SimulationAnswer

    @property
    def before(self) -> PackText:
        """The law to compare with."""
        return self.answer.before.pack.text

    @property
    def after(self) -> PackText:
        """The other law, as its pack states it."""
        return self.answer.after.pack.text

    @property
    def period(self) -> AmountPeriod:
        """What the amounts are each."""
        return period_of(self.after)


@dataclass(frozen=True, slots=True)
class Simulable:
    """The versions that can be compared, programme by programme, the newest of each first; `today` is the office's."""

    packs: tuple[Pack, ...]
    today: date

    def pack(self, asked: str) -> Pack:
        """The version of `ID@VERSION`; KeyError where it is not offered."""
        return {name_of(each): each for each in self.packs}[asked]

    def versions(self, programme: str) -> tuple[Pack, ...]:
        """Those of a programme, the newest first."""
        return tuple(each for each in self.packs if each.text.id == programme)

    def in_force(self, programme: str, on: date) -> Pack:
        """The law of a day for who applies, else the newest version."""
        versions = self.versions(programme)
        return next((each for each in versions if applies(each.text, on)), versions[0])


def name_of(pack: Pack) -> str:
    """`ID@VERSION`."""
    return f"{pack.text.id}@{pack.text.version}"


def applies(text: PackText, on: date) -> bool:
    """Whether a version is the law on a day for who applies."""
    there = text.applies.from_ <= on and (text.applies.to is None or on <= text.applies.to)
    return there and "new" in text.applies.cohort


def period_of(text: PackText) -> AmountPeriod:
    """What the sums of a programme are: monthly where anything of it is, else as its main benefit."""
    if text.household_total is not None or not text.benefits or any(each.period == "month" for each in text.benefits):
        return AmountPeriod.MONTH
    return AmountPeriod[text.benefits[0].period.upper()]


def read_versions(desk: Desk) -> Simulable:
    """Every version of the office's country that gives a right; one that cannot be read is told by the viewer."""
    read_sentences()
    catalogue, found = shipped(), []
    for programme in catalogue.of_country(desk.place.country.value):
        packs = []
        for version in catalogue.versions[programme]:
            try:
                packs.append(catalogue.pack(programme, version))
            except OfficeError:
                continue
        # A ranking gives nobody a right.
        found += [each for each in reversed(packs) if each.text.benefits]
    return Simulable(tuple(found), desk.today)


def simulated(
    office: OpenOffice,
    question: Question,
    *,
    stop: Stop,
    progress: Callable[[SimulationProgress], None],
) -> Simulated:
    """The answer to a question; errors as of `casework.simulating`.

    Args:
        office: where who asks is signed in.
        question: what is compared.
        stop: by which the window breaks it off; what was reached by then is answered.
        progress: called as of `simulate`.
    """
    from desktop.casework.simulating import simulate, two_laws

    before, after = two_laws(
        shipped(), before=question.before, against=question.against, on=question.on, figures=question.figures
    )
    answer = simulate(
        partial(office.desk, stop=stop),
        before=before,
        after=after,
        on=question.on,
        progress=progress,
        stop=lambda: stop.requested,
        together=TOGETHER,
    )
    return Simulated(question, answer)


def read_change(desk: Desk, shown: Simulated, file_number: str) -> SimulatedChange:
    """Why a family is touched."""
    from desktop.casework.simulated_change import simulated_change

    answer = shown.answer
    return simulated_change(desk, file_number=file_number, before=answer.before, after=answer.after, on=answer.on)


def counted(shown: Simulated) -> Mapping[str, int]:
    """How many families each list holds, by its kind."""
    from desktop.programmes.simulation.listing import Kind, Listed, count_affected

    listed: list[Listed] = [Listed(kind) for kind in Kind]
    return {each.kind.value: count_affected(shown.answer.families, each) for each in listed}
