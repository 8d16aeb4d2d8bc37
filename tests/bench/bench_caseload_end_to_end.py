"""A stored caseload assessed from end to end: out of PostgreSQL, through the law, and back as a result with reasons.

Both sides are the same supervisor over TCP under row policies, on the same files. Ours is `run_caseload`: stretch by
stretch, every file looked at for contradictions, one row with a code for each criterion that the audit vouches for. It
is told twice: as files are that the program saved, with their packed copies, and last of all without any, as where they
were brought from elsewhere, which makes them.
OpenFisca's is `openfisca_stored`: one COPY of each table, vectors, the law, one INSERT into a table of its own behind
the same policies and keys, which no audit vouches for. Neither puts work on the office's list. Before anything is told,
every household's outcome, criteria and total must agree.
"""

from __future__ import annotations

import os
import time
from typing import Any

from invented_people import ON
from stored_caseload import StoredCaseload, stored_caseload

from desktop.casework.running_caseload import run_caseload
from desktop.programmes.packs.catalogue import Catalogue

HOUSEHOLDS = int(os.environ.get("YUSR_BENCH_CASELOAD", "100000"))
REGISTERED = 300
ROUNDS = int(os.environ.get("YUSR_BENCH_ROUNDS", "2"))

_APART = """
SELECT h.file_number, ours.outcome, theirs.outcome, ours.codes, theirs.codes, ours.due_low, theirs.total_minor
FROM households h
LEFT JOIN caseload_results ours ON ours.office = h.office AND ours.household_id = h.id
LEFT JOIN openfisca_results theirs ON theirs.office = h.office AND theirs.household_id = h.id
WHERE (ours.outcome = theirs.outcome AND substr(ours.codes, 2) = theirs.codes
    AND abs(coalesce(ours.due_low, 0) - theirs.total_minor) <= 1) IS NOT TRUE
ORDER BY h.file_number LIMIT 3
"""


def measure() -> list[dict[str, object]]:
    """`assess caseload end to end`, in seconds, taking turns; the run without copies, which packs, by itself."""
    # Imported here: OpenFisca is installed by `make bench` only.
    from openfisca_developed_law import system
    from openfisca_stored import run_stored

    catalogue, law = Catalogue(), system()
    with stored_caseload(HOUSEHOLDS, registered=REGISTERED) as stored:
        times: dict[str, list[float]] = {"without": [], "ours": [], "theirs": []}
        for number in range(ROUNDS + 1):
            stored.forget_results()
            if number == ROUNDS:
                stored.forget_copies()
            started = time.perf_counter()
            answer = run_caseload(stored.desk, programme="sa.developed", on=ON, catalogue=catalogue, follow_up=False)
            times["ours" if number < ROUNDS else "without"].append(time.perf_counter() - started)
            started = time.perf_counter()
            count = run_stored(stored.url, law, ON)
            times["theirs"].append(time.perf_counter() - started)
            if not answer.stored == count == stored.households:
                raise RuntimeError(f"of {stored.households} we kept {answer.stored}, OpenFisca {count}")
            _refuse_difference(stored)
        other = min(times["theirs"])
        work = (
            f"{stored.households:,} stored households of {stored.persons:,} persons on PostgreSQL under row policies,"
            " to a stored result with every criterion"
        )
        against = "OpenFisca-Core with COPY, Arrow and numpy on both of its sides"
        return [
            {"name": name, "value": min(own), "unit": "s", "against": against, "ratio": other / min(own), "work": work}
            for name, own in (
                ("assess caseload end to end", times["ours"]),
                ("assess caseload end to end, no copies yet", times["without"]),
            )
        ]


def _refuse_difference(stored: StoredCaseload) -> None:
    stored.count_results()
    apart: list[tuple[Any, ...]] = stored.asked(_APART)
    if apart:
        raise RuntimeError(f"the two sides keep other results: {apart}")
