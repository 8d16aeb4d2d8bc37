"""Which table holds which facts: every entity of the vocabulary has its shelf, and a test holds it to that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from sqlalchemy import inspect

from desktop.facts.vocabulary import vocabulary
from desktop.registry.dated_rows import Dated, OfPerson
from desktop.registry.fact_records import HouseholdFacts, Identity, MemberFacts, Membership
from desktop.registry.list_records import (
    AbsenceRow,
    AssetRow,
    AttendanceRow,
    BreachRow,
    CircumstanceRow,
    IncomeRow,
    JudgmentRow,
    OfferRefusedRow,
    OutsidePersonRow,
    ReceiptRow,
    RequestRow,
    ShelterStayRow,
    SpouseRow,
)

SPOUSES: Final = "spouses"
"""The one list of a member whose items are references, not things of the vocabulary."""

OF_MEMBER: Final[tuple[type[OfPerson], ...]] = (Membership, Identity, MemberFacts)
"""The tables that share the facts of a member of which there is one."""

SINGLE: Final[tuple[type[Dated], ...]] = (HouseholdFacts, *OF_MEMBER)
"""The tables of facts of which there is one."""

HOUSEHOLD_LISTS: Final[Mapping[str, type[Dated]]] = MappingProxyType(
    {"outside": OutsidePersonRow, "receipt": ReceiptRow, "request": RequestRow}
)
MEMBER_LISTS: Final[Mapping[str, type[OfPerson]]] = MappingProxyType(
    {
        SPOUSES: SpouseRow,
        "income": IncomeRow,
        "asset": AssetRow,
        "absence": AbsenceRow,
        "shelter_stay": ShelterStayRow,
        "circumstance": CircumstanceRow,
        "attendance": AttendanceRow,
        "offer_refused": OfferRefusedRow,
        "breach": BreachRow,
        "judgment": JudgmentRow,
    }
)
"""The table of each list, by the entity of its items."""

KINDS: Final[tuple[type[Dated], ...]] = (
    *SINGLE,
    *HOUSEHOLD_LISTS.values(),
    *MEMBER_LISTS.values(),
)
"""Every table of dated facts."""

KEPT_IN_HOUSEHOLDS: Final = frozenset({"file_number", "country", "office", "section"})
"""Facts of the household that are of the file itself and are never dated."""

_NOT_FACTS = frozenset({*Dated.__annotations__, *OfPerson.__annotations__, "id", "office", "version"})


_FACTS: Final[Mapping[type[Dated], tuple[str, ...]]] = {
    kind: tuple(name for name, _ in inspect(kind).columns.items() if name not in _NOT_FACTS) for kind in KINDS
}


def facts_in(kind: type[Dated]) -> tuple[str, ...]:
    """The columns of a table that hold facts, `position` among them where things have an order."""
    return _FACTS[kind]


@cache
def list_name(entity: str) -> str:
    """The name under which `cells` knows a list."""
    return entity if entity == SPOUSES else "_".join(vocabulary()[entity].list_path)


LISTS: Final[Mapping[type[Dated], str]] = {
    kind: f"{list_name(entity)}_stated" for entity, kind in (*HOUSEHOLD_LISTS.items(), *MEMBER_LISTS.items())
}
"""The table of each list with the column, of its owner, that tells whether it was told of."""

STATED: Final[Mapping[type[Dated], tuple[str, ...]]] = {
    kind: tuple(name for name in facts_in(kind) if name in LISTS.values()) for kind in SINGLE
}
"""The columns by which owners tell which of their lists were told of."""
