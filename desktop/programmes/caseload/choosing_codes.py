"""Whether a choice is this one, or among these."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import (
    OTHER,
    Choice,
    Compiled,
    Constant,
    Truth,
    choice_of,
    common_domain,
)
from desktop.programmes.language import possibilities as p


def among(value: Choice, codes: Iterable[str]) -> Truth:
    """Whether a choice is one of `codes`; settled too where several are left and all of them are."""
    mask = value.bits(codes)
    if not value.many:
        return Truth(f"(({value.sql} & {mask}) <> 0)", open=value.open)
    rest = ((1 << len(value.domain)) - 1) & ~mask
    return Truth(
        f"(CASE WHEN ({value.sql} & {rest}) = 0 THEN TRUE WHEN ({value.sql} & {mask}) = 0 THEN FALSE END)", open=True
    )


def same_choice(frame: Frame, a: Compiled, b: Compiled, *, bounds: bool) -> Compiled:
    """Whether two choices are the same one; two texts that the pack does not name are left to the interpreter."""
    for one, other in ((a, b), (b, a)):
        if isinstance(one, Constant) and isinstance(one.value, p.Codes) and isinstance(other, Choice):
            options = one.value.options
            if options is None:
                return Constant(p.OPEN)
            if len(options) == 1:
                return among(other, options)
    domain = common_domain((a, b))
    x, y = choice_of(a, domain, bounds=bounds), choice_of(b, domain, bounds=bounds)
    one_sql, other_sql = frame.let(x.sql), frame.let(y.sql)
    if OTHER in domain:
        beyond = 1 << domain.index(OTHER)
        frame.leave(f"{one_sql} = {beyond} AND {other_sql} = {beyond}")
    if not (x.many or y.many):
        return Truth(f"({one_sql} = {other_sql})", open=x.open or y.open)
    known = f"({one_sql} & ({one_sql} - 1)) = 0 AND {one_sql} = {other_sql}"
    return Truth(f"(CASE WHEN {known} THEN TRUE WHEN ({one_sql} & {other_sql}) = 0 THEN FALSE END)", open=True)
