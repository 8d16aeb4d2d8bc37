"""What a run comes to so far: how many came out how, and what is due to them.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.casework.caseload_records import Sureness
from desktop.casework.keeping_results import Kept
from desktop.facts.codes import Outcome

if TYPE_CHECKING:
    import pyarrow as pa

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


@dataclass(slots=True)
class Sums:
    """Grows with each stretch.

    Args:
        outcomes: files by outcome.
        minor: minor units due a month at least to those who are eligible.
        open_amounts: of these, whose amount is not known.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    minor: int = 0
    open_amounts: int = 0

    def of_results(self, found: Iterable[Kept]) -> int:
        """Adds results that an earlier run kept; how many they were."""
        count = 0
        for each in found:
            count += 1
            self.outcomes[each.outcome] += 1
            if each.outcome is Outcome.ELIGIBLE:
                self.minor += each.due_low
                self.open_amounts += each.due is Sureness.OPEN
        return count

    def of_rows(self, rows: pa.Table) -> int:
        """Adds rows as of `caseload_rows.results_of`; how many they were."""
        from pyarrow import compute as pc

        for each in pc.value_counts(rows["outcome"]).to_pylist():
            self.outcomes[_OUTCOMES[each["values"]]] += each["counts"]
        eligible = rows.filter(pc.equal(rows["outcome"], Outcome.ELIGIBLE.value))
        self.minor += pc.sum(eligible["due_low"]).as_py() or 0
        self.open_amounts += pc.sum(pc.equal(eligible["due"], Sureness.OPEN.value)).as_py() or 0
        count: int = rows.num_rows
        return count
