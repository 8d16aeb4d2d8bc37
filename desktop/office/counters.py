"""Numbers given out one after another: file numbers, serials, receipts; without gaps and without doubles."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite

from desktop.database.columns import new_id
from desktop.database.engine import is_sqlite
from desktop.office.desk import Desk
from desktop.office.records import Counter


def next_number(desk: Desk, *, kind: str, year: int) -> int:
    """The next number of `kind` in `year` at the own office, from 1 on.

    The counter's row stays locked until the desk closes: a number that is rolled back is given out again, and desks
    that number the same kind wait for each other. Ask for it late in a verb.

    Raises:
        Contended: another desk held the counter for longer than the lock timeout.
    """
    insert = sqlite.insert if is_sqlite(desk.session.connection()) else postgresql.insert
    statement = (
        insert(Counter)
        .values(id=new_id(), office=desk.office, version=1, kind=kind, year=year, last=1)
        .on_conflict_do_update(
            index_elements=[Counter.office, Counter.kind, Counter.year],
            set_={"last": Counter.last + 1, "version": Counter.version + 1},
        )
        .returning(Counter.last)
    )
    return int(desk.session.execute(statement).scalar_one())
