"""Where in the files a fault of a pack stands: the place that a check names, as a file and a line."""

from __future__ import annotations

from pathlib import Path

from desktop.programmes.packs.pack_reading import stating
from desktop.programmes.packs.strict_yaml import file_bytes, line_at
from desktop.values.errors import OfficeError


def located(folder: Path, fault: OfficeError) -> OfficeError:
    """`fault` with `file` and `line` among its details, where it names a place and has none yet."""
    place = fault.details.get("place")
    if not isinstance(place, str) or "line" in fault.details:
        return fault
    file, line = file_and_line(folder, place)
    fault.details |= {"file": str(file), "line": line}
    return fault


def file_and_line(folder: Path, place: str) -> tuple[Path, int]:
    """The file that states what stands at a place, the youngest that does, and its line there."""
    files = stating(folder)
    steps = _steps(place)
    for file in files:
        data = file_bytes(file)
        line = line_at(data, steps)
        if line > 1 and line != line_at(data, steps[:1]):
            return file, line
    return files[0], line_at(file_bytes(files[0]), steps)


def _steps(place: str) -> tuple[str | int, ...]:
    """`variables/member/adult` as the keys and ids that lead there; of two entities' variables the entity's own."""
    section, *rest = place.split("/")
    if section == "derived":
        return ()
    if section == "variables" and len(rest) > 1:
        return (section, f"{rest[0]}.{rest[1]}", rest[1])
    return (section, *rest)
