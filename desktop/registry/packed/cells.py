"""Bytes of many packed files as numpy fetches and puts them: records, numbers and texts that may begin anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.registry.packed.layout import UNKNOWN, Records

if TYPE_CHECKING:
    import numpy as np


def record_form(records: Records) -> np.dtype[Any]:
    """The type of a record, its cells by name."""
    import numpy as np

    cells = list(records.cells.values())
    return np.dtype(
        {
            "names": [cell.name for cell in cells],
            "formats": [cell.form.number for cell in cells],
            "offsets": [cell.at for cell in cells],
            "itemsize": records.width,
        }
    )


def fetched(cells: np.ndarray[Any, Any], places: np.ndarray[Any, Any], form: Any) -> np.ndarray[Any, Any]:
    """What is written at each place, fetched as bytes: numbers that begin anywhere take several times as long."""
    import numpy as np

    kind = np.dtype(form)
    if not places.size:
        return np.empty((0, *kind.shape), kind.base)
    told: np.ndarray[Any, Any] = _anywhere(cells, f"V{kind.itemsize}")[places]
    numbers: np.ndarray[Any, Any] = told.view(kind.base).reshape(len(places), *kind.shape)
    return numbers


def put(cells: np.ndarray[Any, Any], places: np.ndarray[Any, Any], values: np.ndarray[Any, Any]) -> None:
    """Writes each value at its place."""
    if places.size:
        form = f"V{values.dtype.itemsize}"
        _anywhere(cells, form)[places] = values.view(form)


def _anywhere(cells: np.ndarray[Any, Any], form: Any) -> np.ndarray[Any, Any]:
    """The bytes as numbers or records that may begin at every one of them."""
    import numpy as np

    kind = np.dtype(form)
    return np.ndarray((max(0, len(cells) - kind.itemsize + 1),), kind, cells, strides=(1,))


def record_places(begins: np.ndarray[Any, Any], counts: np.ndarray[Any, Any], width: int) -> np.ndarray[Any, Any]:
    """Where each record begins, given where those of each file do."""
    import numpy as np

    first = counts.cumsum() - counts
    rows: np.ndarray[Any, Any] = np.repeat(begins - first * width, counts) + np.arange(counts.sum()) * width
    return rows


def byte_places(begins: np.ndarray[Any, Any], sizes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The place of each byte of texts, given where each text begins."""
    return record_places(begins, sizes, 1)


def text_lengths(told: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Lengths of texts; of one that is not known, none."""
    import numpy as np

    return np.where(told == UNKNOWN, 0, told).astype("i8")
