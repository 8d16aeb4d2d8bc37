"""Household files taken apart into dated rows: what differs from what is believed is closed and written anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from desktop.facts.household_file import HouseholdFile, Member
from desktop.facts.vocabulary import items_of, vocabulary
from desktop.registry.cells import Cells, cells_of
from desktop.registry.dated_rows import Dated
from desktop.registry.fact_records import HouseholdFacts, Membership
from desktop.registry.file_reading import Rows, cells_in
from desktop.registry.shelves import HOUSEHOLD_LISTS, MEMBER_LISTS, OF_MEMBER, SPOUSES, facts_in
from desktop.registry.spans import Rewriting, Span, amended, ended, matching, placed


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose facts are written: of the household, or of one person in it."""

    office: str
    household_id: UUID
    person_id: UUID | None = None

    def keys(self) -> dict[str, object]:
        keys: dict[str, object] = {"office": self.office, "household_id": self.household_id}
        return keys if self.person_id is None else keys | {"person_id": self.person_id}


class FactWriter:
    """Writes one version of one file.

    Args:
        session: of the desk.
        office: code of the office that keeps the file.
        household: id of the file.
        believed: all rows believed until now, of every day; none for a new file.
        at: instant of the version.
        since: first day of what differs; None where it was never otherwise.
    """

    def __init__(
        self, session: Session, *, office: str, household: UUID, believed: Rows, at: datetime, since: date | None
    ) -> None:
        self._session = session
        self._file = _Owner(office, household)
        self._believed = believed
        self._at = at
        self._since = since
        self._put_rows: list[Dated] = []

    def write(self, file: HouseholdFile, persons: Mapping[str, UUID]) -> Rows:
        """Make the rows say what `file` says.

        Args:
            file: canonical.
            persons: id of every member's person by the member's reference; the persons themselves are there already.

        Returns:
            All rows that are believed from now on, in no order; new ones have their ids when they are written.
        """
        self._single(HouseholdFacts, self._file, self._believed.of(HouseholdFacts), cells_of(file.household))
        for entity, kind in HOUSEHOLD_LISTS.items():
            items = items_of(file.household, vocabulary()[entity].list_path)
            self._list(kind, self._file, self._believed.of(kind), [cells_of(item) for item in items])
        of_person = self._rows_of_persons()
        present = {place.person_id: place.position for place in self._believed.of(Membership) if place.valid_to is None}
        ids = [persons[member.ref] for member in file.members]
        positions = placed([present.get(person) for person in ids])
        for member, person, position in zip(file.members, ids, positions, strict=True):
            self._member(member, person, position, of_person[person])
        for person in present.keys() - set(ids):
            owner = _Owner(self._file.office, self._file.household_id, person)
            for kind in (*OF_MEMBER, *MEMBER_LISTS.values()):
                rows = of_person[person].of(kind)
                self._rewrite(kind, owner, rows, ended(_spans(rows), self._since))
        believed = self._believed.where(lambda row: row.superseded_at is None)
        for row in self._put_rows:
            believed.put(row)
        return believed

    def _member(self, member: Member, person: UUID, position: int, believed: Rows) -> None:
        owner = _Owner(self._file.office, self._file.household_id, person)
        cells = cells_of(member) | {"position": position}
        for kind in OF_MEMBER:
            self._single(kind, owner, believed.of(kind), cells)
        for entity, listed in MEMBER_LISTS.items():
            self._list(listed, owner, believed.of(listed), _items(entity, member))

    def _single(self, kind: type[Dated], owner: _Owner, rows: Sequence[Dated], cells: Cells) -> None:
        own = {name: cells[name] for name in facts_in(kind)}
        if not rows:
            self._put(kind, owner, Span(self._since, None, own))
            return
        rows = _in_time(rows)
        self._rewrite(kind, owner, rows, amended(_spans(rows), own, self._since))

    def _list(self, kind: type[Dated], owner: _Owner, rows: Sequence[Dated], items: Sequence[Cells]) -> None:
        current = [row for row in rows if row.valid_to is None]
        said = [{name: cell for name, cell in cells_in(row).items() if name != "position"} for row in current]
        found = matching(said, items)
        standing: dict[int, Dated] = {new: current[old] for old, new in found.kept}
        positions = placed([getattr(standing.get(at), "position", None) for at in range(len(items))])
        since: dict[int, date | None] = dict.fromkeys(found.added, self._since)
        for old, new in found.replaced:
            # A correction takes the place of what it corrects, for as long as that was held to be so.
            since[new] = self._since if self._since is not None else current[old].valid_from
        for old in (*found.removed, *(old for old, _ in found.replaced)):
            self._rewrite(kind, owner, [current[old]], ended(_spans([current[old]]), self._since))
        for new, begun in since.items():
            self._put(kind, owner, Span(begun, None, {**items[new], "position": positions[new]}))
        for new, row in standing.items():
            if getattr(row, "position", None) != positions[new]:
                moved = Span(row.valid_from, row.valid_to, {**items[new], "position": positions[new]})
                self._rewrite(kind, owner, [row], Rewriting((0,), (moved,)))

    def _rewrite(self, kind: type[Dated], owner: _Owner, rows: Sequence[Dated], rewriting: Rewriting) -> None:
        for at in rewriting.superseded:
            rows[at].superseded_at = self._at
        for span in rewriting.instead:
            self._put(kind, owner, span)

    def _put(self, kind: type[Dated], owner: _Owner, span: Span) -> None:
        days = {"valid_from": span.since, "valid_to": span.until}
        instants = {"recorded_at": self._at, "superseded_at": None}
        row = kind(**owner.keys(), **days, **instants, **span.cells)
        self._session.add(row)
        self._put_rows.append(row)

    def _rows_of_persons(self) -> Mapping[UUID, Rows]:
        found: defaultdict[UUID, Rows] = defaultdict(Rows)
        for kind in (*OF_MEMBER, *MEMBER_LISTS.values()):
            for row in self._believed.of(kind):
                found[row.person_id].put(row)
        return found


def _items(entity: str, member: Member) -> list[Cells]:
    if entity == SPOUSES:
        return [{"spouse": ref} for ref in (member.spouses if member.spouses is not msgspec.UNSET else ())]
    return [cells_of(item) for item in items_of(member, vocabulary()[entity].list_path)]


def _spans(rows: Sequence[Dated]) -> list[Span]:
    return [Span(row.valid_from, row.valid_to, cells_in(row)) for row in rows]


def _in_time(rows: Sequence[Dated]) -> list[Dated]:
    return sorted(rows, key=lambda row: row.valid_from or date.min)
