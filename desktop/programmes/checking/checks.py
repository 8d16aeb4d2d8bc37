"""Whether a pack is fit to decide with: what it names is declared, what it declares is used, and its cases agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from desktop.programmes.checking.cases import CASES, CaseResult, read_cases, run_cases
from desktop.programmes.checking.citing import uncited
from desktop.programmes.checking.exercised import Unexercised, not_shown, places_unshown, unexercised
from desktop.programmes.checking.inheriting import Inherited, ancestors, run_inherited, unchanged_places
from desktop.programmes.checking.measures import misfits
from desktop.programmes.checking.reaching import unreachable
from desktop.programmes.checking.stated import miscoded, misspoken, named, unfinished, unused
from desktop.programmes.checking.watching import Watched
from desktop.programmes.packs.catalogue import COHORTS, Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.places import Places
from desktop.programmes.packs.sealing import forged, open_text
from desktop.values.errors import OfficeError


@dataclass(frozen=True)
class PackReport:
    """What a check of one pack found.

    Args:
        pack: the pack, or None where it cannot be opened.
        folder: where it stands.
        faults: what makes it unfit, in one sentence each; `file` and `line` among the details where a line states it.
        cases: the result of each of its own cases.
        unshown: what no case shows.
        inherited: the result of each case of the versions that it amends, run where its own leave something unshown.
    """

    folder: Path
    pack: Pack | None
    faults: tuple[OfficeError, ...] = ()
    cases: tuple[CaseResult, ...] = ()
    unshown: Unexercised = field(default=Unexercised())
    inherited: tuple[CaseResult, ...] = ()

    @property
    def fit(self) -> bool:
        """Whether nothing is wrong; branches and variables that no case reads are told, not forbidden."""
        return not self.faults and all(result.agrees for result in (*self.cases, *self.inherited))

    @property
    def unexercised(self) -> tuple[str, ...]:
        """Criteria, categories and ways of coming out that no case shows, as `criterion: unknown`."""
        return self.unshown.outcomes


def check_pack(folder: Path) -> PackReport:
    """Reads, links and tries one pack, from its text whatever its seal says."""
    try:
        pack = open_text(folder)
        pack.link_all()
        book = read_cases(folder)
    except OfficeError as fault:
        return PackReport(folder, None, (Places(folder).located(fault),))
    watched = Watched(pack)
    faults = [*faults_of(pack), *_seal(folder, pack)]
    results: tuple[CaseResult, ...] = ()
    inherited: tuple[Inherited, ...] = ()
    try:
        results = tuple(run_cases(watched.pack, book))
        inherited = _inherited(folder, watched, results)
    except OfficeError as fault:
        faults.append(fault)
    except RecursionError:
        faults.append(OfficeError("programmes.too_deep_to_follow", pack=named(pack.text), file=str(folder / CASES)))
    unshown = unexercised(watched, results, inherited)
    faults += not_shown(pack, unshown)
    places = Places(folder)
    return PackReport(
        folder,
        pack,
        tuple(places.located(fault) for fault in faults),
        results,
        unshown,
        tuple(each.result for each in inherited),
    )


def _inherited(folder: Path, watched: Watched, results: tuple[CaseResult, ...]) -> tuple[Inherited, ...]:
    """The cases of those versions that can show what is left unshown, of all that a pack amends, the nearest first."""
    found: tuple[Inherited, ...] = ()
    for ancestor in ancestors(folder, watched.pack):
        left = places_unshown(watched.pack, unexercised(watched, results, found))
        unchanged = unchanged_places(ancestor.pack, watched.pack)
        if not left & unchanged:
            continue
        before = set(watched.read)
        found += tuple(run_inherited(watched.pack, ancestor, unchanged))
        watched.read -= {spot for spot in watched.read - before if spot.place not in unchanged}
    return found


def faults_of(pack: Pack) -> Iterator[OfficeError]:
    """What is wrong in the text of a pack that opens and links, each with the `pack` and the `place`."""
    yield from uncited(pack)
    yield from unused(pack)
    yield from misspoken(pack)
    yield from unfinished(pack.text)
    yield from miscoded(pack)
    yield from misfits(pack)
    yield from unreachable(pack)


def check_versions(catalogue: Catalogue, only: str | None = None) -> Iterator[OfficeError]:
    """Days between two versions of a programme that no version covers, and days that two cover, for the same people.

    A version that cannot be opened is left out; its own check says why.

    Args:
        catalogue: the packs.
        only: one programme's versions; every programme's where None.
    """
    for programme, versions in catalogue.versions.items():
        if only not in (None, programme):
            continue
        packs = sorted(_opened(catalogue, programme, versions), key=lambda each: each.text.applies.from_)
        told: set[tuple[str, str]] = set()
        for cohort in COHORTS:
            theirs = [pack for pack in packs if cohort in pack.text.applies.cohort]
            for earlier, later in pairwise(theirs):
                names = (repr(earlier), repr(later))
                end, start = earlier.text.applies.to, later.text.applies.from_
                if names in told:
                    continue
                if end is None or end >= start:
                    told.add(names)
                    yield OfficeError("programmes.versions_overlap", first=names[0], second=names[1])
                elif end + timedelta(days=1) < start:
                    told.add(names)
                    yield OfficeError("programmes.versions_gap", first=names[0], second=names[1])


def _opened(catalogue: Catalogue, programme: str, versions: tuple[str, ...]) -> Iterator[Pack]:
    for version in versions:
        try:
            yield catalogue.pack(programme, version)
        except OfficeError:
            continue


def _seal(folder: Path, pack: Pack) -> Iterator[OfficeError]:
    if forged(folder):
        yield OfficeError("programmes.seal_forged", pack=named(pack.text))
