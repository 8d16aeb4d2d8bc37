"""The tables of a caseload made into the vectors that OpenFisca reckons with: ages stay dates, lists become sums.

What a competent user of OpenFisca writes before the law: whole columns at a time with Arrow and numpy, no loop over
persons. The tables are those of `facts.arrow_layout`, all of it known; ordinals run from nought without a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import openfisca_language as of
import pyarrow as pa
import pyarrow.compute as pc

NEVER = (of.NEVER - date(1970, 1, 1)).days
DAYS_IN_YEAR = 365
OWNER = "member.row"
"""The column of a list that says to which row of the members each entry belongs, where the reader knows it."""

Vector = np.ndarray
Tables = Mapping[str, pa.Table]


@dataclass(frozen=True)
class Vectors:
    """What OpenFisca is handed: the household of each person, who is head, and the inputs by their names."""

    home: Vector
    head: Vector
    persons: dict[str, Vector]
    households: dict[str, Vector]


def vectors_of(tables: Tables, on: date) -> Vectors:
    """Every input of the law."""
    kin, today = Kin(tables), (on - date(1970, 1, 1)).days
    members = tables["member"]
    head = _codes(members["role"], ["head"]) == 0
    persons = _of_persons(members) | _of_kin(tables, kin, today)
    persons |= _of_stays(tables, kin, today) | _of_breaches(tables["breach"], kin, today)
    persons |= _of_incomes(tables["income"], kin, today) | _of_assets(tables["asset"], kin, today)
    return Vectors(kin.home, head, persons, _of_households(tables["household"], kin, head))


class Kin:
    """Where the persons of a caseload stand, found by household and reference: members first, then persons outside."""

    def __init__(self, tables: Tables) -> None:
        members, outside = tables["member"], tables["outside"]
        self.home, self.count = _numbers(members["file.ordinal"]), members.num_rows
        self.outside = outside
        self.refs = pc.unique(pa.concat_tables([members.select(["ref"]), outside.select(["ref"])])["ref"])
        self.rows = np.full(tables["household"].num_rows * len(self.refs), -1, dtype=np.int32)
        away = self._keys(_numbers(outside["file.ordinal"]), outside["ref"])[0]
        self.rows[away] = self.count + np.arange(outside.num_rows)
        self.rows[self._keys(self.home, members["ref"])[0]] = np.arange(self.count)

    def _keys(self, homes: Vector, refs: pa.ChunkedArray) -> tuple[Vector, Vector]:
        codes = pc.index_in(refs, value_set=self.refs).fill_null(-1).to_numpy()
        return homes * len(self.refs) + codes, codes >= 0

    def found(self, homes: Vector, refs: pa.ChunkedArray) -> Vector:
        """The row of each person meant, -1 for nobody."""
        keys, named = self._keys(homes, refs)
        return np.where(named, self.rows[np.where(named, keys, 0)], -1)

    def owners(self, table: pa.Table) -> Vector:
        """The member to whom each row of a list belongs; who reads a database may know it already."""
        if OWNER in table.column_names:
            return _numbers(table[OWNER])
        return self.found(_numbers(table["file.ordinal"]), table["member_ref"])

    def marriages(self, tables: Tables) -> tuple[Vector, Vector]:
        """Each marriage: the member, and whom they are married to. A database keeps them as a list of its own."""
        if "spouse" in tables:
            rows, refs = self.owners(tables["spouse"]), tables["spouse"]["spouse"]
        else:
            spouses = tables["member"]["spouses"].combine_chunks()
            rows, refs = np.asarray(pc.list_parent_indices(spouses)), pc.list_flatten(spouses)
        return rows, self.found(self.home[rows], refs)


def _numbers(column: pa.ChunkedArray, empty: float = 0) -> Vector:
    return np.asarray(pc.fill_null(column, empty).to_numpy() if column.null_count else column.to_numpy())


def _days(column: pa.ChunkedArray, empty: int = NEVER) -> Vector:
    return _numbers(column.cast(pa.int32()), empty).astype(np.int64)


def _dates(column: pa.ChunkedArray, empty: int = NEVER) -> Vector:
    return _days(column, empty).view("datetime64[D]")


def _truths(column: pa.ChunkedArray) -> Vector:
    return np.asarray(pc.fill_null(column, False).to_numpy())


def _codes(column: pa.ChunkedArray, codes: Iterable[str], empty: int = -1) -> Vector:
    """The place of each code among those listed; `empty` for another code or none."""
    places = {code: at for at, code in enumerate(codes)}
    whole = column.unify_dictionaries().combine_chunks() if column.num_chunks else column.type.wrap_array([])
    chunks = whole.chunks if isinstance(whole, pa.ChunkedArray) else [whole]
    dictionary = chunks[0].dictionary.to_pylist() if chunks else []
    look = np.array([*(places.get(text, empty) for text in dictionary), empty], dtype=np.int16)
    indexes = [np.asarray(chunk.indices.fill_null(len(dictionary))) for chunk in chunks]
    return look[np.concatenate(indexes)] if indexes else look[:0]


def _enum(column: pa.ChunkedArray, kind: Any) -> Vector:
    return _codes(column, [each.name for each in kind], empty=0)


def _sums(rows: Vector, values: Vector, count: int) -> Vector:
    return np.bincount(rows, weights=values, minlength=count)


def _of_persons(members: pa.Table) -> dict[str, Vector]:
    return {
        "birth_date": _dates(members["birth_date"]),
        "female": _codes(members["sex"], ["female"]) == 0,
        "citizen": _truths(pc.equal(members["nationality"], "SA")),
        "death_date": _dates(members["death_date"]),
        "id_kind": _enum(members["id_kind"], of.ID_KIND),
        "id_valid_until": _dates(members["id_valid_until"], 0),
        "marital_status": _enum(members["marital_status"], of.MARITAL_STATUS),
        "former_spouse_of_citizen": _truths(members["former_spouse_of_citizen"]),
        "enrolled": _truths(members["education.enrolled"]),
        "full_time": _truths(members["education.full_time"]),
        "away": _truths(members["education.away"]),
        "custody_on_record": _truths(members["custody.stated"]),
        "custody_deed": _truths(members["custody.deed"]),
        "nearer_school": np.where(_truths(members["custody.nearer_school"]), 1, 2)
        * (~_truths(pc.is_null(members["custody.nearer_school"]))),
        "lives_in_dwelling": _truths(members["lives_in_dwelling"]),
        "dependency_confirmed": _truths(members["dependency_confirmed"]),
        "services_suspended": _truths(members["services_suspended"]),
        "disability": _enum(members["disability.degree"], of.DISABILITY),
        "ability": _enum(members["work.ability"], of.ABILITY),
        "exempt_reason": _enum(members["work.exempt_reason"], of.EXEMPT_REASON),
    }


def _of_kin(tables: Tables, kin: Kin, today: int) -> dict[str, Vector]:
    """What the law asks of parents, spouses and children. The row -1 is nobody's: the last, of whom nothing is so."""
    members, outside, nobody = tables["member"], kin.outside, np.zeros(1, dtype=bool)
    citizen = np.concatenate(
        [_truths(pc.equal(members["nationality"], "SA")), _truths(pc.equal(outside["nationality"], "SA")), nobody]
    )
    alone = np.isin(_enum(members["marital_status"], of.MARITAL_STATUS), (2, 3))
    alone = np.concatenate([alone, np.zeros(outside.num_rows + 1, dtype=bool)])
    dead = (_days(members["death_date"]) <= today).astype(np.int16)
    status = np.concatenate([dead, _enum(outside["status"], of.PARENT_STATUS), np.zeros(1, dtype=np.int16)])
    father, mother = kin.found(kin.home, members["father"]), kin.found(kin.home, members["mother"])
    married, partners = kin.marriages(tables)
    with_child = np.zeros(kin.count + outside.num_rows + 1, dtype=bool)
    with_child[mother[citizen[: kin.count]]] = True
    holder = kin.found(kin.home, members["custody.holder"])
    return {
        "spouse_is_citizen": _sums(married, citizen[partners], kin.count) > 0,
        "has_citizen_child": with_child[: kin.count],
        "father_is_citizen": citizen[father],
        "mother_is_citizen": citizen[mother],
        "mother_widowed_or_divorced": alone[mother],
        "father_status": status[father],
        "mother_status": status[mother],
        "mother": np.where(mother < kin.count, mother, -1),
        "custody_holder": np.where(holder < 0, 0, np.where(holder < kin.count, 1, 2)),
    }


def _of_stays(tables: Tables, kin: Kin, today: int) -> dict[str, Vector]:
    abroad, centre = tables["absence"], tables["shelter_stay"]
    rows, first, last = kin.owners(abroad), _days(abroad["from"]), _days(abroad["to"])
    applied = _days(tables["household"]["applied_on"])[kin.home[rows]]
    decided = np.full(len(rows), today)
    in_centre = np.zeros(kin.count, dtype=np.int64)
    since = today - _days(centre["from"])
    stays = _days(centre["to"]) > today
    np.maximum.at(in_centre, kin.owners(centre)[stays], since[stays])
    return {
        "days_abroad": _days_in_year(rows, first, last, decided, kin.count),
        "days_abroad_before_application": _days_in_year(rows, first, last, applied, kin.count),
        "days_in_centre": in_centre,
    }


def _days_in_year(rows: Vector, first: Vector, last: Vector, end: Vector, count: int) -> Vector:
    """Days of each person's stays in the year before a day, a day of two stays counted once."""
    day = end.view("datetime64[D]")
    month = day.astype("datetime64[M]")
    same_day = (month - 12).astype("datetime64[D]") + (day - month.astype("datetime64[D]"))
    begun = np.minimum(same_day, (month - 11).astype("datetime64[D]") - 1).astype(np.int64)
    starts, ends = np.maximum(first, begun), np.minimum(last, end)
    order = np.lexsort((starts, rows))
    rows, starts, ends = rows[order], starts[order], ends[order]
    # A span for each person, so that how far the stays reach so far never carries over from another person's.
    span = rows.astype(np.int64) * (NEVER + 1)
    reached = np.maximum.accumulate(ends + span)
    before = np.concatenate([np.full(min(1, len(rows)), -1), reached[:-1]]) - span
    return _sums(rows, np.maximum(ends - np.maximum(starts, before), 0), count)


def _of_breaches(breaches: pa.Table, kin: Kin, today: int) -> dict[str, Vector]:
    stands = (_days(breaches["cured_on"]) > today) & ~_truths(breaches["excused"])
    rows, duty = kin.owners(breaches), _codes(breaches["duty"], [*of.DUTIES, "spend_on_dependants"])
    since, found = today - _days(breaches["notified_on"]), {}
    for place, name in enumerate(of.DUTIES):
        own = stands & (duty == place)
        if own.any():
            found[f"days_since_notice_of_{name}"] = longest = np.full(kin.count, -1)
            np.maximum.at(longest, rows[own], since[own])
    unspent = np.zeros(kin.count, dtype=bool)
    unspent[rows[stands & (duty == len(of.DUTIES))]] = True
    return found | {"does_not_spend_on_dependants": unspent}


def _of_incomes(incomes: pa.Table, kin: Kin, today: int) -> dict[str, Vector]:
    """So much a month of each kind, while it runs; what came once within a year is spread over it."""
    since, until = _days(incomes["since"]), _days(incomes["until"])
    period = _codes(incomes["period"], ["once", "day", "week", "month", "term", "year"])
    times = np.select([period == 2, period == 3, period == 4, period == 5], [52 / 12, 1, 2 / 12, 1 / 12], 1 / 12)
    stated = _numbers(incomes["times"], np.nan)
    times = np.where(np.isin(period, (1, 2)) & ~np.isnan(stated), stated, times)
    runs = np.where(period == 0, since >= today - DAYS_IN_YEAR, until >= today) & (since <= today)
    monthly = _numbers(incomes["amount"]) / 100 * times * runs
    kinds = {name: at for at, name in enumerate(of.INCOMES)}
    names = [name if name != "business" else "unregistered_business" for name in _KINDS_OF_INCOME]
    kind = np.array([kinds[name] for name in names])[_codes(incomes["kind"], _KINDS_OF_INCOME)]
    business = (kind == kinds["unregistered_business"]) & _truths(incomes["registered"])
    return _by_kind("income", kin, incomes, np.where(business, kinds["registered_business"], kind), monthly, of.INCOMES)


_KINDS_OF_INCOME = ["business", *(name for name in of.INCOMES if not name.endswith("registered_business"))]


def _by_kind(
    prefix: str, kin: Kin, table: pa.Table, kind: Vector, values: Vector, kinds: Iterable[str]
) -> dict[str, Vector]:
    rows, found = kin.owners(table), {}
    for place, name in enumerate(kinds):
        own = np.flatnonzero((kind == place) & (values > 0))
        if len(own):
            found[f"{prefix}_{name}"] = _sums(rows[own], values[own], kin.count)
    return found


def _of_assets(assets: pa.Table, kin: Kin, today: int) -> dict[str, Vector]:
    held = (_days(assets["until"]) > today) & (_days(assets["since"]) <= today)
    held &= _codes(assets["tenure"], ["rented"]) != 0
    kind, value = _codes(assets["kind"], of.ASSETS), _numbers(assets["value"]) / 100
    liquidable = _truths(assets["liquidable"])
    found = _by_kind("liquidable", kin, assets, kind, value * held * liquidable, of.ASSETS)
    cars = np.flatnonzero(held & np.isin(kind, (of.ASSETS.index("car"), of.ASSETS.index("taxi"))))
    rows = kin.owners(assets)[cars]
    order = np.lexsort((cars, -value[cars], rows))
    rows, cars = rows[order], cars[order]
    first = np.concatenate([np.ones(min(1, len(rows)), dtype=bool), rows[1:] != rows[:-1]])
    dearest, free = np.full(kin.count, -1.0), np.zeros(kin.count, dtype=bool)
    dearest[rows[first]], free[rows[first]] = value[cars[first]], liquidable[cars[first]]
    return found | {"dearest_car": dearest, "dearest_car_liquidable": free}


def _of_households(households: pa.Table, kin: Kin, head: Vector) -> dict[str, Vector]:
    holder = kin.found(np.arange(households.num_rows), households["dwelling.proof_holder"])
    inside = (holder >= 0) & (holder < kin.count)
    return {
        "family_dwellings": _numbers(households["family_dwellings"], 1),
        "vehicles": _numbers(households["vehicles"]),
        "domestic_workers": _numbers(households["domestic_workers"]),
        "domestic_workers_for_disability": _numbers(households["domestic_workers_for_disability"]),
        "independent": _truths(households["independent"]),
        "dwelling_separate": _truths(households["dwelling.separate"]),
        "all_residents_registered": _truths(households["dwelling.all_residents_registered"]),
        "lease_in_heads_name": inside & head[np.where(inside, holder, 0)],
        "proof": _enum(households["dwelling.proof"], of.PROOF),
        "update_asked_on": _dates(households["update_asked_on"]),
        "updated_on": _dates(households["updated_on"]),
        "waived_on": _dates(households["waived_on"]),
    }
