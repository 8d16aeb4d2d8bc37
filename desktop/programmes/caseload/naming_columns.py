"""Values whose columns have names."""

from __future__ import annotations

from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import Choice, Compiled, Numbers, Truth


def bound(frame: Frame, value: Compiled) -> Compiled:
    """A value whose columns have names, so that it is computed once."""
    match value:
        case Truth(sql, opens):
            return Truth(frame.let(sql), open=opens)
        case Choice(sql, domain, opens, many):
            return Choice(frame.let(sql), domain, opens, many)
        case Numbers(low, high, scale, most, low_open, high_open, floor):
            return Numbers(frame.let(low), frame.let(high), scale, most, low_open, high_open, floor)
        case _:
            return value
