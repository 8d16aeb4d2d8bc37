"""The rows that an expression is reckoned on, and what it may ask of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.windows import Beside


class Rows:
    """Rows of which nothing can be asked; each kind of rows answers what it can.

    Args:
        count: how many there are.
    """

    def __init__(self, count: int) -> None:
        self.count = count

    def column(self, name: str) -> Vector:
        """A column."""
        raise BeyondVectorsError(f"{name} of rows that do not have it")

    def item(self, name: str, place: int) -> Vector:
        """The item of a list column at a place, from nought."""
        raise BeyondVectorsError(f"{name}[{place}]")

    def sizes(self) -> Vector:
        """How many rows are below each."""
        raise BeyondVectorsError("COUNT of no group")

    def counted(self, _item: Step) -> Vector:
        """How many rows below each have something known."""
        raise BeyondVectorsError("COUNT of no group")

    def decided(self, _item: Step, *, any_of: bool) -> Vector:
        """BOOL_OR or BOOL_AND of the rows below each."""
        raise BeyondVectorsError(f"{'BOOL_OR' if any_of else 'BOOL_AND'} of no group")

    def summed(self, _item: Step) -> Vector:
        """SUM of the rows below each."""
        raise BeyondVectorsError("SUM of no group")

    def extreme(self, _item: Step, *, least: bool) -> Vector:
        """MIN or MAX of the rows below each."""
        raise BeyondVectorsError(f"{'MIN' if least else 'MAX'} of no group")

    def beside(self, _parts: Sequence[Step], _keys: Sequence[tuple[Step, bool, bool]]) -> Beside:
        """The rows in the order of a window."""
        raise BeyondVectorsError("a window of rows put together")


Step = Callable[[Rows], Vector]
"""What an expression comes to on some rows."""


class Columns(Rows):
    """Rows with columns given by name."""

    def __init__(self, columns: Mapping[str, Vector], count: int) -> None:
        super().__init__(count)
        self._columns = columns

    def column(self, name: str) -> Vector:
        """A column."""
        return self._columns[name]

    def beside(self, parts: Sequence[Step], keys: Sequence[tuple[Step, bool, bool]]) -> Beside:
        """The rows in the order of a window."""
        from desktop.programmes.caseload.vectors.windows import Beside

        return Beside(self, parts, keys)
