"""Which version of a programme is the law of which files of a caseload."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.facts.arrow_layout import ORDINAL
from desktop.programmes.packs.catalogue import COHORTS, Catalogue, Cohort
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError

if TYPE_CHECKING:
    from desktop.facts.arrow_layout import Tables

Laws = Mapping[Cohort, Pack | OfficeError]
"""The law of who applies and of who receives already; why there is none, where no version covers them."""


def laws_of(catalogue: Catalogue, programme: str, on: date) -> Laws:
    """The law of a day by who it is for.

    Args:
        catalogue: the packs.
        programme: `ID`, or `ID@VERSION`, which is then the law of everybody.
        on: the day (Gregorian).

    Raises:
        OfficeError: `programmes.unknown_programme`, `programmes.unknown_version`; what `Catalogue.in_force` says of
            those who apply, where there is a law for nobody.
    """
    name, _, version = programme.partition("@")
    if version:
        return dict.fromkeys(COHORTS, catalogue.pack(name, version))
    found: dict[Cohort, Pack | OfficeError] = {}
    for cohort in COHORTS:
        try:
            found[cohort] = catalogue.in_force(name, on, cohort)
        except OfficeError as error:
            found[cohort] = error
    if not packs_of(found):
        catalogue.in_force(name, on)
    return found


def packs_of(laws: Laws) -> tuple[Pack, ...]:
    """Every version that is the law of somebody, once."""
    return tuple(dict.fromkeys(law for law in laws.values() if isinstance(law, Pack)))


def by_law(
    laws: Laws, tables: Tables, ordinals: Iterable[int], on: date
) -> tuple[dict[Pack, list[int]], dict[int, OfficeError]]:
    """The files of each version, and those that no version covers, as `Catalogue.asked` says it of each."""
    (programme, *_) = {pack.text.id for pack in packs_of(laws)}
    receive = receiving(tables, programme, on)
    found: dict[Pack, list[int]] = {}
    without: dict[int, OfficeError] = {}
    for ordinal in ordinals:
        law = laws["existing" if ordinal in receive else "new"]
        if isinstance(law, OfficeError):
            without[ordinal] = law
        else:
            found.setdefault(law, []).append(ordinal)
    return found, without


def receiving(tables: Tables, programme: str, on: date) -> set[int]:
    """Files in which a receipt of the programme stands on the day, as `packs.catalogue.receives` asks one."""
    from pyarrow import compute as pc

    receipts = tables["receipt"]
    begun = pc.and_(pc.equal(receipts["programme"], programme), pc.less_equal(receipts["since"], on))
    lasting = pc.or_kleene(pc.is_null(receipts["until"]), pc.greater(receipts["until"], on))
    return set(receipts.filter(pc.and_(begun, lasting))[ORDINAL].to_pylist())
