"""What the eligibility tab reads of an office, on a lane: the assessment, its law, and whether it still holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.values.errors import OfficeError
from desktop.values.language import Wording

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
    from desktop.casework.levers import Lever
    from desktop.notices.answers import NoticeAnswer
    from desktop.office.desk import Desk
    from desktop.programmes.packs.catalogue import Catalogue
    from desktop.programmes.packs.compiled import Pack
    from desktop.programmes.packs.pack import Law, Reading

PROGRAMME = "sa.developed"
"""The programme asked first."""

_LATER = 7
"""Of a long claim's decisions the standing one is among the newest; the rest is the decisions tab's."""


@dataclass(frozen=True, slots=True)
class VersionAnswer:
    """A version that one may assess under.

    Args:
        asked: `ID@VERSION`, as the verbs take it.
        programme: its id.
        title: the programme's name.
        version: of its rules.
        since: the first day on which it is the law; `until` the last, None while none is known.
        of_member: whether the right is a person's own.
    """

    asked: str
    programme: str
    title: Wording
    version: str
    since: date
    until: date | None
    of_member: bool


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """An interpretation that an answer took: what was asked, what was taken, what was left, and why."""

    question: Wording
    taken: Wording
    others: tuple[Wording, ...]
    why: Wording


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """A claim as the tab shows it.

    Args:
        versions: what one may assess under, programme by programme.
        assessed: the assessment shown; None before the first.
        version: the version that assessed; None where this program does not hold it.
        laws: what the pack cites, by the name it cites it by.
        readings: the interpretations taken, in words, by id.
        facts_changed: the facts of the day are others now.
        rules_changed: the version reads otherwise now than when it assessed.
        decision: taken on this very assessment.
        standing: the decision that stands for the claim.
        request: the newest request for information about this assessment.
        file_version: of the file as it was read.
        first_levers: the facts that one may suppose otherwise, shown at once; `levers` are all of them.
    """

    versions: tuple[VersionAnswer, ...]
    assessed: AssessmentAnswer | None
    version: VersionAnswer | None
    laws: Mapping[str, Law]
    readings: Mapping[str, ReadingWords]
    facts_changed: bool
    rules_changed: bool
    decision: DecisionAnswer | None
    standing: DecisionAnswer | None
    request: NoticeAnswer | None
    file_version: int
    first_levers: tuple[Lever, ...]
    levers: tuple[Lever, ...]

    @property
    def decidable(self) -> bool:
        """Whether the assessment still holds and was not decided on; a person's own right is decided for each alone."""
        undecided = self.assessed is not None and self.decision is None
        if self.version is not None and self.version.of_member and self.assessed is not None:
            undecided = undecided and self.assessed.member is not None
        return undecided and not self.facts_changed and not self.rules_changed

    @property
    def lacking(self) -> bool:
        """Whether the assessment lacks facts."""
        return self.assessed is not None and self.assessed.missing_count > 0


@cache
def shipped() -> Catalogue:
    """The packs, opened once; ask for them on a lane, since they are read from the disk."""
    from desktop.programmes.packs.catalogue import Catalogue

    return Catalogue()


def read_sheet(
    desk: Desk, *, file_number: str, programme: str, member: str | None, shown: UUID | None = None
) -> SheetAnswer:
    """The claim of a file.

    Args:
        desk: who asks.
        file_number: of the file.
        programme: id of the programme.
        member: the claimant by reference, where the right is a person's own.
        shown: the assessment to show; None for the newest of the claim.

    Raises:
        OfficeError: `registry.unknown_file`, `database.not_found`.
    """
    from desktop.casework import queries
    from desktop.casework.levers import all_levers, levers_first
    from desktop.facts.canonical import facts_hash
    from desktop.notices.queries import notices_about
    from desktop.registry.queries import open_file

    if shown is not None:
        assessed: AssessmentAnswer | None = queries.assessment(desk, assessment=shown)
    else:
        assessed = queries.latest_assessment(desk, file_number=file_number, programme=programme, member=member)
    opened = open_file(desk, file_number, as_of=None if assessed is None else assessed.on)
    decided = queries.decisions(desk, file_number=file_number, limit=_LATER)
    of_claim = [each for each in decided if (each.programme, each.member) == (programme, member)]
    pack = None if assessed is None else _pack(assessed.programme, assessed.pack_version)
    requests = () if assessed is None else notices_about(desk, about=[assessed.id])[assessed.id]
    return SheetAnswer(
        versions=versions_of(desk.place.country.value),
        assessed=assessed,
        version=None if pack is None else version_answer(pack),
        laws={} if pack is None else pack.text.laws,
        readings={} if pack is None else {name: reading_words(each) for name, each in pack.text.readings.items()},
        facts_changed=assessed is not None and facts_hash(opened.file) != assessed.facts_hash,
        rules_changed=assessed is not None and pack is not None and pack.pack_hash != assessed.pack_hash,
        decision=next((each for each in of_claim if assessed is not None and each.assessment == assessed.id), None),
        standing=next((each for each in of_claim if each.superseded_by is None), None),
        request=next(iter(requests), None),
        file_version=opened.version,
        first_levers=() if assessed is None else levers_first(assessed.answer, assessed.file),
        levers=() if assessed is None else all_levers(assessed.file),
    )


def versions_of(country: str) -> tuple[VersionAnswer, ...]:
    """Every version of the programmes of a country, the latest of each first."""
    catalogue = shipped()
    found = [
        version_answer(catalogue.pack(programme, version))
        for programme in catalogue.of_country(country)
        for version in catalogue.versions[programme]
    ]
    return tuple(sorted(found, key=lambda each: (each.programme, -each.since.toordinal())))


def _pack(programme: str, version: str) -> Pack | None:
    try:
        return shipped().pack(programme, version)
    except OfficeError:
        return None  # assessed by a program that held another version; what it answered is kept and shown


def version_answer(pack: Pack) -> VersionAnswer:
    """A version as the tab names it."""
    text = pack.text
    return VersionAnswer(
        asked=f"{text.id}@{text.version}",
        programme=text.id,
        title=text.title,
        version=text.version,
        since=text.applies.from_,
        until=text.applies.to,
        of_member=text.unit == "member",
    )


def reading_words(reading: Reading) -> ReadingWords:
    """An interpretation in words."""
    from desktop.programmes.answers.wording import option_in_words

    return ReadingWords(
        question=reading.label,
        taken=option_in_words(reading, reading.default),
        others=tuple(option_in_words(reading, each) for each in reading.other),
        why=reading.why,
    )
