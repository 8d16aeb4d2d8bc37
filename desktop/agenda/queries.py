"""My desk: what somebody has to settle, gathered from every room in a handful of statements."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Final

from desktop.agenda.answers import DueKind, DueRow, MyDesk, Urgency
from desktop.agenda.courses_due import courses_due
from desktop.agenda.figures import figures
from desktop.agenda.notices_due import decisions_untold, notices_failed
from desktop.agenda.papers_due import papers_unfinished
from desktop.agenda.permitted import settles
from desktop.agenda.work_due import files_lacking_facts, with_courses, work_due
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires

MOST_ROWS: Final = 500
"""Rows of one desk: nobody scrolls further, and the ids of so many files fit in one statement of either database."""


@requires(Permission.READ_FILES)
def my_desk(desk: Desk, *, limit: int = 200) -> MyDesk:
    """What this person may settle today, the most urgent first: overdue, then by its last day, then by age.

    Work that was given to a colleague is left out, and so is everything about a file that this person may not see.
    The counts and figures cover what lies beyond the limit too.

    Args:
        desk: who asks; of the own office only.
        limit: at most so many rows, and never more than `MOST_ROWS`.
    """
    most = max(1, min(limit, MOST_ROWS))
    work = work_due(desk, most)
    courses = courses_due(desk, also={row.settled_at.course for row in work.rows if row.settled_at.course is not None})
    sources = (
        with_courses(work, courses.lines),
        notices_failed(desk, most),
        decisions_untold(desk, most),
        papers_unfinished(desk),
        courses.starting,
    )
    counts: Counter[tuple[DueKind, Urgency]] = Counter()
    for source in sources:
        counts.update(source.counts)
    lacking = files_lacking_facts(desk) if settles(desk, DueKind.MISSING_FACTS) else 0
    kinds, urgencies = Counter[DueKind](), Counter[Urgency]()
    for (kind, urgency), number in counts.items():
        kinds[kind] += number
        urgencies[urgency] += number
    return MyDesk(
        today=desk.today,
        due=tuple(sorted((row for source in sources for row in source.rows), key=_order)[:most]),
        figures=tuple(figures(desk, counts, files_lacking=lacking, waiting=courses.waiting)),
        counts=dict(kinds),
        urgencies=dict(urgencies),
    )


def _order(row: DueRow) -> tuple[bool, date, datetime]:
    return row.due is None, row.due or date.max, row.opened_at
