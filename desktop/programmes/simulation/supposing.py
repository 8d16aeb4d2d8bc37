"""Whether a figure of the law can be supposed otherwise as somebody wrote it: readable, of its unit and of its sign."""

from __future__ import annotations

from fractions import Fraction

from desktop.programmes.answers.wording import NOUNS
from desktop.programmes.language.sorts import Sort
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value, sort_of_unit
from desktop.programmes.packs.pack import Parameter, Reading
from desktop.programmes.simulation.cells import cell_meant, cells_of, stated_figure
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError

_SHARES = {"ratio": 1, "percent": 100, "points": 100}
"""Units of a part of a whole, and the whole."""

_DURATIONS = {"day", "month", "year"}
"""Of these halves are meant too."""

_COUNTED = ({*NOUNS} - _DURATIONS) | {"head", "worker", "card", "pupil", "breach", "offer"}
"""Units of what is whole or not at all: people and things."""


def refuse_unfit(pack: Pack, name: str, text: str) -> None:
    """Refuse a value that a figure, a reading or a cell of a table of a pack cannot have.

    Args:
        pack: the version.
        name: of a parameter or reading, or `TABLE[KEY]` of a cell.
        text: the value as in a pack, in either digits; money in major units.

    Raises:
        OfficeError: `casework.no_such_figure`, `casework.no_such_option`, `casework.figure_unreadable`,
            `casework.figure_below_zero`, `casework.figure_not_whole`, `casework.share_beyond_whole`;
            `casework.figure_below_bound`, `casework.figure_above_bound` where one never published is known to lie
            elsewhere.
    """
    stated = stated_figure(pack.text, name)
    if stated is None:
        raise OfficeError(
            "casework.no_such_figure", name=name, programme=repr(pack), known=", ".join(_known(pack, name))
        )
    sort = sort_of_unit(stated.unit)
    options = list(stated.options) if isinstance(stated, Reading) else []
    options = options or (["true", "false"] if sort is Sort.TRUTH else [])
    if options:
        if text not in options:
            raise OfficeError("casework.no_such_option", name=name, text=text, known=", ".join(options))
        return
    written = to_western(text)
    try:
        figure_value(written, stated.unit)
        exact = Fraction(written) if sort in (Sort.MONEY, Sort.NUMBER) else None
    except (ValueError, ZeroDivisionError) as fault:
        raise OfficeError("casework.figure_unreadable", name=name, text=text, sort=sort.value) from fault
    if exact is not None:
        _refuse_figure(stated, name, text, exact)


def _known(pack: Pack, name: str) -> list[str]:
    """What may be named instead: of a table that there is, its cells."""
    text, cell = pack.text, cell_meant(name)
    table = name if cell is None else cell.table
    if table in text.tables:
        return [each.name for each in cells_of(text, table)]
    firsts = (next(cells_of(text, each), None) for each in text.tables)
    return sorted([*text.parameters, *text.readings, *(each.name for each in firsts if each is not None)])


def _refuse_figure(stated: Parameter | Reading, name: str, text: str, exact: Fraction) -> None:
    if exact < 0:
        raise OfficeError("casework.figure_below_zero", name=name, text=text)
    if stated.unit in _COUNTED and exact.denominator != 1:
        raise OfficeError("casework.figure_not_whole", name=name, text=text)
    whole = _SHARES.get(stated.unit)
    if whole is not None and exact > whole:
        raise OfficeError("casework.share_beyond_whole", name=name, text=text, whole=whole)
    low, high = (
        (stated.bounds or (None, None)) if isinstance(stated, Parameter) and stated.unpublished else (None, None)
    )
    if low is not None and exact < Fraction(low):
        raise OfficeError("casework.figure_below_bound", name=name, text=text, low=low)
    if high is not None and exact > Fraction(high):
        raise OfficeError("casework.figure_above_bound", name=name, text=text, high=high)
