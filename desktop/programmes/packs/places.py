"""Where in the files a fault of a pack stands: the place that a check names, as a file and a line."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.programmes.packs.pack_reading import stating
from desktop.programmes.packs.strict_yaml import composed, file_bytes, line_in
from desktop.values.errors import OfficeError


class Places:
    """The places of one pack; its files are read when somebody first asks, however many faults there are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def located(self, fault: OfficeError) -> OfficeError:
        """`fault` with `file` and `line` among its details, where it names a place and has none yet."""
        place = fault.details.get("place")
        if not isinstance(place, str) or "line" in fault.details:
            return fault
        file, line = self.file_and_line(place)
        fault.details |= {"file": str(file), "line": line}
        return fault

    def file_and_line(self, place: str) -> tuple[Path, int]:
        """The file that states what stands at a place, the youngest that does, and its line there."""
        steps = _steps(place)
        for file, document in self._documents:
            line = line_in(document, steps)
            if line > 1 and line != line_in(document, steps[:1]):
                return file, line
        file, document = self._documents[0]
        return file, line_in(document, steps)

    @cached_property
    def _documents(self) -> tuple[tuple[Path, Any], ...]:
        return tuple((file, composed(file_bytes(file))) for file in stating(self._folder))


def _steps(place: str) -> tuple[str | int, ...]:
    """`variables/member/adult` as the keys and ids that lead there; of two entities' variables the entity's own."""
    section, *rest = place.split("/")
    if section == "derived":
        return ()
    if section == "variables" and len(rest) > 1:
        return (section, f"{rest[0]}.{rest[1]}", rest[1])
    return (section, *rest)
