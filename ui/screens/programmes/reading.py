"""What the viewer reads of the packs, on a lane: the list of programmes, and one of them with versions and cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.facts.codes import Confidence, Country
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from ui.screens.casework.reading import shipped

if TYPE_CHECKING:
    from desktop.programmes.checking.cases import Case
    from desktop.programmes.packs.compiled import Pack
    from desktop.programmes.packs.pack import PackText


@dataclass(frozen=True, slots=True)
class ListedProgramme:
    """One programme as the list shows it, by the version that is the law today, else by the newest.

    Args:
        programme: its id.
        title: its name.
        country: whose law it is.
        since: the first day of the version shown.
        in_force: whether that version is the law today.
        versions: how many there are.
        of_member: whether the right is a person's own.
        criteria: how many conditions it sets, those of its categories too.
        categories: how many groups of conditions there are of which any gives the right.
        confidence: how many rules and figures rest on sources of each confidence, the surest first.
    """

    programme: str
    title: Wording
    country: Country
    since: date
    in_force: bool
    versions: int
    of_member: bool
    criteria: int
    categories: int
    confidence: Mapping[Confidence, int]


@dataclass(frozen=True, slots=True)
class ProgrammeList:
    """Every programme, the office's own country first; `faults` says what could not be read."""

    rows: tuple[ListedProgramme, ...]
    faults: tuple[OfficeError, ...]


@dataclass(frozen=True, slots=True)
class OpenedProgramme:
    """One version of a programme, whole.

    Args:
        text: what it says, amendments worked in.
        pack_hash: fingerprint of what it says.
        in_force: whether it is the law today.
        versions: all of the programme, amendments worked in, the newest first.
        cases: its own cases.
        needs: the names of the programmes that it asks, by their prefix in its rules.
    """

    text: PackText
    pack_hash: str
    in_force: bool
    versions: tuple[PackText, ...]
    cases: tuple[Case, ...]
    needs: Mapping[str, Wording]


def read_list(country: Country, today: date) -> ProgrammeList:
    """Every programme that a household file can be assessed under.

    Args:
        country: the office's, whose programmes stand first.
        today: the office's day (Gregorian), for the version shown.
    """
    rows: list[ListedProgramme] = []
    faults: list[OfficeError] = []
    catalogue = shipped()
    for each in sorted(Country, key=lambda each: each is not country):
        for programme in catalogue.of_country(each.value):
            try:
                rows.append(_listed(programme, today))
            except OfficeError as fault:
                faults.append(fault)
    return ProgrammeList(tuple(rows), tuple(faults))


def read_programme(asked: str, today: date) -> OpenedProgramme:
    """One version of a programme.

    Args:
        asked: `ID@VERSION`; `ID` for the law of today, else the newest version.
        today: the office's day (Gregorian).

    Raises:
        OfficeError: `programmes.unknown_programme`, `programmes.unknown_version`, and what is wrong in its files.
    """
    from desktop.programmes.checking.cases import read_cases

    catalogue = shipped()
    name, _, version = asked.partition("@")
    pack = catalogue.pack(name, version) if version else current(name, today)
    versions = _versions(name)
    book = read_cases(catalogue.root / name / pack.text.version)
    needs = {
        prefix: catalogue.pack(need.programme, need.version).text.title for prefix, need in pack.text.needs.items()
    }
    return OpenedProgramme(pack.text, pack.pack_hash, _in_force(pack, today), versions, book.cases, needs)


def current(programme: str, today: date) -> Pack:
    """The version that is the law today for who applies, else the newest one.

    Raises:
        OfficeError: `programmes.unknown_programme`, or a version cannot be read.
    """
    catalogue = shipped()
    if programme not in catalogue.versions:
        return catalogue.pack(programme, "")
    try:
        return catalogue.in_force(programme, today)
    except OfficeError as refusal:
        if refusal.key not in {"programmes.before_any_version", "programmes.no_version_then"}:
            raise
        packs = [catalogue.pack(programme, version) for version in catalogue.versions[programme]]
        return max(packs, key=lambda pack: pack.text.applies.from_)


def _listed(programme: str, today: date) -> ListedProgramme:
    from desktop.programmes.packs.cited import confidences

    pack = current(programme, today)
    text = pack.text
    return ListedProgramme(
        programme=programme,
        title=text.title,
        country=Country[text.country],
        since=text.applies.from_,
        in_force=_in_force(pack, today),
        versions=len(shipped().versions[programme]),
        of_member=text.unit == "member",
        criteria=len(text.criteria) + sum(len(each.criteria) for each in text.categories),
        categories=len(text.categories),
        confidence=confidences(text),
    )


def _versions(programme: str) -> tuple[PackText, ...]:
    catalogue = shipped()
    texts = [catalogue.pack(programme, version).text for version in catalogue.versions[programme]]
    return tuple(sorted(texts, key=lambda text: (text.applies.from_, text.version), reverse=True))


def _in_force(pack: Pack, today: date) -> bool:
    applies = pack.text.applies
    return applies.from_ <= today and (applies.to is None or today <= applies.to)
