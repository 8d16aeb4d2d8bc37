"""An assessment together with what will change it and what would.

Neither is part of what is stored with a decision: a replay compares that byte for byte, and the versions that follow
are not known to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from desktop.facts.assessment import Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.foresight.clocks import clocks, later_versions
from desktop.programmes.foresight.flips import flips
from desktop.programmes.language.family import MEMBER
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack


def with_foresight(
    given: Assessment,
    pack: Pack,
    file: HouseholdFile,
    *,
    on: date,
    member: str | None = None,
    later: Sequence[Pack] = (),
) -> Assessment:
    """The assessment with its clocks and, for staff alone, its flips.

    Args:
        given: the answer of `pack` for `file` on the day.
        pack: the version that assessed.
        file: as it was assessed.
        on: the day of assessment (Gregorian).
        member: the claimant, where the right is a person's own.
        later: the versions that follow, as of `clocks.later_versions`.
    """
    return msgspec.structs.replace(
        given,
        clocks=clocks(pack, file, given, on=on, member=member, later=later),
        flips=flips(pack, file, given, on=on, member=member),
    )


def foreseen(given: Assessment, file: HouseholdFile, catalogue: Catalogue, *, member: str | None = None) -> Assessment:
    """`with_foresight` under the versions of a catalogue; as it was given where another pack answered than it holds.

    Args:
        given: the answer for `file` on its day, stored or new.
        file: as it was assessed.
        catalogue: the packs.
        member: the claimant; only a right that is a person's own asks for one.

    Raises:
        OfficeError: the catalogue does not know the programme or the version.
    """
    pack = catalogue.pack(given.programme, given.version)
    if pack.pack_hash != given.pack_hash:
        return given
    later = later_versions(catalogue, pack, file, given.on)
    return with_foresight(given, pack, file, on=given.on, member=_claimant(pack, member), later=later)


def with_clocks(
    given: Assessment, file: HouseholdFile, catalogue: Catalogue, *, member: str | None = None
) -> Assessment:
    """The assessment with its clocks alone, for papers that a family takes home; all else as of `foreseen`."""
    pack = catalogue.pack(given.programme, given.version)
    if pack.pack_hash != given.pack_hash:
        return given
    later = later_versions(catalogue, pack, file, given.on)
    ahead = clocks(pack, file, given, on=given.on, member=_claimant(pack, member), later=later)
    return msgspec.structs.replace(given, clocks=ahead)


def _claimant(pack: Pack, member: str | None) -> str | None:
    return member if pack.subject == MEMBER else None
