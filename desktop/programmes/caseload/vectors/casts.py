"""What becomes of numbers and days in another kind: decimals, doubles, whole numbers, the day a year earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.vectors.operators import plain, rescaled
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, TooLargeError, Vector, fitted

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.vector import Array


def year_before(given: Vector) -> Vector:
    """The same day a year earlier, or the last of its month."""
    values = np.asarray(given.values)
    first = int(values.min()) if values.size else 0
    if values.ndim and int(values.max(initial=first)) - first < len(values):
        # The days of a caseload lie close together: each is reckoned once.
        days = _year_before(np.arange(first, int(values.max()) + 1))
        found = days.take(values - first)
    else:
        found = _year_before(values.astype(np.int64))
    return Vector(found if values.ndim else int(found), given.known, given.most + 366)


def _year_before(days: Array) -> Array:
    day = days.view("datetime64[D]")
    month = day.astype("datetime64[M]")
    before_it = month - np.timedelta64(12, "M")
    last = (before_it + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    found = np.minimum(before_it.astype("datetime64[D]") + (day - month.astype("datetime64[D]")), last)
    whole: Array = found.astype(np.int64)
    return whole


def decimal(given: Vector, scale: int) -> Vector:
    """A decimal of so many places, as a whole number over `scale`."""
    values = given.values
    if not isinstance(values, np.ndarray) or values.dtype.kind != "f":
        return rescaled(given, scale)
    kept = values if given.known is True else np.where(given.known, values, 0)
    most = float(np.abs(kept).max()) * scale + 1 if kept.size else 0
    if not most < 2**62:
        raise TooLargeError("a double too large for a decimal")
    return Vector(np.rint(kept * scale).astype(np.int64), given.known, int(most), scale)


def rounded(given: Vector) -> Vector:
    """A decimal rounded to the nearest whole number, halves away from zero."""
    values = fitted(given.values, given.most + given.scale)
    sign = np.sign(values)
    found = np.abs(values + sign * (given.scale // 2)) // given.scale * sign
    return Vector(plain(found), given.known, given.most // given.scale + 1)


def as_double(given: Vector) -> Vector:
    """A number as a double."""
    return Vector(given.values / given.scale, given.known)


def whole(given: Vector) -> Vector:
    """A whole number, rounded where it is a decimal.

    Raises:
        BeyondVectorsError: for a double.
    """
    if isinstance(given.values, float) or (isinstance(given.values, np.ndarray) and given.values.dtype.kind == "f"):
        raise BeyondVectorsError("a double as a whole number")
    return given if given.scale == 1 else rounded(given)
