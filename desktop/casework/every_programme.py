"""Every programme of the office's country for one family on one day, side by side; nothing is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.facts.assessment import Assessment, CriterionResult
from desktop.facts.codes import CategoryOutcome, CriterionOutcome, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

_DECIDES = {Outcome.INELIGIBLE: CriterionOutcome.UNMET, Outcome.UNDETERMINED: CriterionOutcome.UNKNOWN}


@dataclass(frozen=True, slots=True)
class ProgrammeForFamily:
    """What one programme answers to a family.

    Args:
        programme: its id.
        title: its name, of the version that answered or of the newest.
        version: that answered; None where none could.
        of_member: whether the right is a person's own: then every member was asked.
        assessment: the answer; None where there is none.
        refusal: why there is none: no version was the law on that day, or its rules cannot be read.
        decided_by: the first criterion that is not met, or that lacks a fact; None for who is eligible.
        no_category: every condition of all is met, but the family belongs to none of the categories.
        orders: it states in which turn families come when places or money are short, and gives no right of its own.
    """

    programme: str
    title: Wording
    version: str | None
    of_member: bool
    assessment: Assessment | None
    refusal: OfficeError | None = None
    decided_by: CriterionResult | None = None
    no_category: bool = False
    orders: bool = False

    @property
    def missing(self) -> int:
        """How many facts are lacking that would change the answer."""
        return 0 if self.assessment is None else len(self.assessment.missing)


@dataclass(frozen=True, slots=True)
class EveryProgramme:
    """A family before every programme: the file as of the day, and the answers, those with a right first."""

    file_number: str
    head_name: str
    file: HouseholdFile
    on: date
    programmes: tuple[ProgrammeForFamily, ...]


@requires(Permission.READ_FILES)
def every_programme(desk: Desk, *, file_number: str, on: date, catalogue: Catalogue) -> EveryProgramme:
    """Ask every programme of the family's country on one day's facts, without keeping anything.

    Args:
        desk: who asks.
        file_number: in any digits.
        on: the day (Gregorian), of the facts and of the law.
        catalogue: the packs.

    Raises:
        OfficeError: `registry.unknown_file`, `registry.not_registered_then`.
    """
    opened = open_file(desk, file_number, as_of=on)
    answers = programmes_asked(opened.file, on=on, catalogue=catalogue)
    return EveryProgramme(opened.file_number, opened.summary.head_name, opened.file, on, answers)


def programmes_asked(file: HouseholdFile, *, on: date, catalogue: Catalogue) -> tuple[ProgrammeForFamily, ...]:
    """What every programme of a family's country answers, those with a right first.

    Args:
        file: as of the day.
        on: the day (Gregorian), of the facts and of the law.
        catalogue: the packs.
    """
    answers = [_asked(catalogue, name, file, on) for name in catalogue.of_country(file.household.country.value)]
    return tuple(sorted(answers, key=_place))


def decided_by(given: Assessment) -> CriterionResult | None:
    """The first criterion that turned an answer, one that everybody must meet before one of a single category."""
    turning = [each for each in given.criteria if each.outcome is _DECIDES.get(given.outcome)]
    return next(iter(sorted(turning, key=lambda each: isinstance(each.category, str))), None)


def _asked(catalogue: Catalogue, programme: str, file: HouseholdFile, on: date) -> ProgrammeForFamily:
    try:
        pack = catalogue.asked(programme, on, file)
    except OfficeError as refusal:
        newest = max(catalogue.readable(programme), key=lambda pack: pack.text.applies.from_, default=None)
        title = Wording(programme, programme) if newest is None else newest.text.title
        of_member = newest is not None and newest.text.unit == "member"
        orders = newest is not None and newest.text.ranking is not None
        return ProgrammeForFamily(programme, title, None, of_member, None, refusal, orders=orders)
    text = pack.text
    of_member, orders = text.unit == "member", text.ranking is not None
    try:
        given = assess(pack, file, on=on)
    except OfficeError as refusal:
        return ProgrammeForFamily(programme, text.title, text.version, of_member, None, refusal, orders=orders)
    turned = decided_by(given)
    apart = turned is None and given.outcome is Outcome.INELIGIBLE
    return ProgrammeForFamily(
        programme, text.title, text.version, of_member, given, None, turned, apart and _in_none(given), orders
    )


def _in_none(given: Assessment) -> bool:
    categories = given.categories if isinstance(given.categories, tuple) else ()
    return bool(categories) and all(each.outcome is CategoryOutcome.UNMET for each in categories)


def _place(each: ProgrammeForFamily) -> tuple[bool, bool, int, str]:
    """Rights by their outcome, then the orders, which give none by themselves; last what was not in force."""
    order = (Outcome.ELIGIBLE, Outcome.UNDETERMINED, Outcome.INELIGIBLE)
    outcome = 0 if each.assessment is None else order.index(each.assessment.outcome)
    return each.assessment is None, each.orders, outcome, each.programme
