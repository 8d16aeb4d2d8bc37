"""How one database engine spells what engines spell differently; everything else that is written is common SQL."""

from __future__ import annotations

import re

EPOCH = 719_163
"""The proleptic Gregorian ordinal of 1 January 1970, from which engines count days."""
_SPELLED = re.compile(r"""'(?:[^']|'')*'|"[^"]*"|\bHUGEINT\b|\bVARCHAR\b""")


class DuckDb:
    """DuckDB's spelling. Another engine is another class with these methods."""

    wide = "HUGEINT"
    """An integer of at least 126 bits."""
    by_file = False
    """Whether rows stand apart by the file's ordinal, so that joins and groupings must go by it before any other."""

    def written(self, statement: str) -> str:
        """A statement with the engine's own name for the widest integer."""
        return statement.replace("HUGEINT", self.wide)

    def divided(self, dividend: str, divisor: str) -> str:
        """The whole part of a division of two that are not negative."""
        return f"({dividend} // {divisor})"

    def ordinal(self, day: str) -> str:
        """The ordinal of a date column."""
        return f"(({day} - DATE '1970-01-01') + {EPOCH})"

    def year_before(self, ordinal: str) -> str:
        """The ordinal of the same day a Gregorian year earlier; 28 February for the 29th."""
        day = f"(DATE '1970-01-01' + CAST({ordinal} - {EPOCH} AS INTEGER) - INTERVAL 1 YEAR)"
        return f"((CAST({day} AS DATE) - DATE '1970-01-01') + {EPOCH})"

    def item(self, column: str, place: int) -> str:
        """An item of a list column, the first being 1."""
        return f"{column}[{place}]"


class Spark(DuckDb):
    """Spark's spelling, in its ANSI mode: what overflows is an error there as in DuckDB, never another number."""

    by_file = True
    wide = "DECIMAL(38, 0)"
    """Its longest integer has 64 bits; a decimal of 38 digits without places is exact beyond 126."""

    def written(self, statement: str) -> str:
        """A statement as Spark's parser reads it: names in back quotes, a backslash or a quote in a text as itself."""
        return _SPELLED.sub(self._respelled, statement)

    def _respelled(self, found: re.Match[str]) -> str:
        text = found.group()
        if text == "HUGEINT":
            return self.wide
        if text == "VARCHAR":
            return "STRING"
        if text.startswith('"'):
            return f"`{text[1:-1]}`"
        return "'" + text[1:-1].replace("\\", "\\\\").replace("''", "\\'") + "'"

    def divided(self, dividend: str, divisor: str) -> str:
        """The whole part of a division of two that are not negative; `/` would give a fraction of some digits."""
        return f"({dividend} DIV {divisor})"

    def ordinal(self, day: str) -> str:
        """The ordinal of a date column, in 64 bits as DuckDB's."""
        return f"(CAST(UNIX_DATE({day}) AS BIGINT) + {EPOCH})"

    def year_before(self, ordinal: str) -> str:
        """The ordinal of the same day a Gregorian year earlier; 28 February for the 29th."""
        return self.ordinal(f"ADD_MONTHS(DATE_FROM_UNIX_DATE(CAST({ordinal} - {EPOCH} AS INTEGER)), -12)")

    def item(self, column: str, place: int) -> str:
        """An item of a list column, the first being 1; NULL of a list that is not there."""
        return f"GET({column}, {place - 1})"
