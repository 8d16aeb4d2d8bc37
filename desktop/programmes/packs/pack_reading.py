"""From `pack.yaml` to its types, amendments and needed programmes worked in; what is unsound is refused by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.programmes.packs.amendment import Amendment
from desktop.programmes.packs.needed import taken_in
from desktop.programmes.packs.pack import Need, PackText
from desktop.programmes.packs.plainness import NAMES_OF_PACKS, NAMES_OF_VERSIONS, refuse_unsound
from desktop.programmes.packs.strict_yaml import file_bytes, line_at, plain_yaml
from desktop.values.errors import OfficeError

PACK = "pack.yaml"

_PLACE = re.compile(r"^(.*?)(?: - at `(?:key in )?\$(.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_STEP = re.compile(r"\.([A-Za-z_]+)|\[(\d+|\.\.\.)\]")

T = TypeVar("T")


def read_pack(folder: Path) -> PackText:
    """The pack of a folder; an amendment is worked into the version that stands beside it.

    Raises:
        OfficeError: the file cannot be understood, named with its line or field.
        Unreachable: it cannot be read.
    """
    return _read(folder, ())


def _read(folder: Path, above: tuple[Path, ...]) -> PackText:
    path = _pack_file(folder, above)
    raw = plain_yaml(file_bytes(path), path)
    if isinstance(raw, dict) and "amends" in raw:
        amendment = typed(raw, Amendment, path)
        _refuse_elsewhere(folder, amendment.id, amendment.version)
        base = _read(_amended(folder, amendment), (*above, folder.resolve()))
        if base.id != amendment.id:
            raise OfficeError("programmes.pack_field", file=str(path), line=1, place="amends", what=base.id)
        text = amendment.worked_into(base)
        refuse_unsound(text)
        return text
    text = typed(raw, PackText, path)
    _refuse_elsewhere(folder, text.id, text.version)
    refuse_unsound(text)
    others = {
        prefix: _read(_needed(folder, prefix, need), (*above, folder.resolve())) for prefix, need in text.needs.items()
    }
    return taken_in(text, others)


def sources_of(folder: Path) -> tuple[str, ...]:
    """The files that a pack is read from, as seen from its folder: its own, what it amends, what it needs."""
    return _sources(folder, ())


def _sources(folder: Path, above: tuple[Path, ...]) -> tuple[str, ...]:
    path = _pack_file(folder, above)
    raw = plain_yaml(file_bytes(path), path)
    found, above = [PACK], (*above, folder.resolve())
    if isinstance(raw, dict) and "amends" in raw:
        amendment = typed(raw, Amendment, path)
        found += [f"../{amendment.amends}/{name}" for name in _sources(_amended(folder, amendment), above)]
    elif isinstance(raw, dict) and "needs" in raw:
        for prefix, need in typed(raw, PackText, path).needs.items():
            other = _needed(folder, prefix, need)
            found += [f"../../{need.programme}/{need.version}/{name}" for name in _sources(other, above)]
    return tuple(found)


def stating(folder: Path) -> tuple[Path, ...]:
    """The files that state a pack's own text: its own first, then the versions that it amends."""
    return tuple(folder / name for name in sources_of(folder) if "../../" not in name)


def typed(raw: object, kind: type[T], path: Path) -> T:
    """Plain data as a type of the pack; `programmes.pack_field` with the line and the place of what does not fit."""
    try:
        return msgspec.convert(raw, kind, strict=False)
    except msgspec.ValidationError as fault:
        matched = _PLACE.match(str(fault))
        what, shown = (matched[1], matched[2]) if matched is not None else (str(fault), None)
        steps = _steps(raw, kind, str(fault), shown or "")
        unknown = _UNKNOWN.search(what)
        steps = steps if unknown is None else (*steps, unknown[1])
        line = line_at(file_bytes(path), steps) if path.is_file() else 1
        place = "/".join(str(step) for step in steps) or path.name
        raise OfficeError("programmes.pack_field", file=str(path), line=line, place=place, what=what) from fault


def _steps(raw: Any, kind: type[Any], said: str, shown: str) -> tuple[str | int, ...]:
    """The way to what does not fit; of a map's entries msgspec names none, so it is found by halving the map."""
    steps: list[str | int] = []
    for name, index in _STEP.findall(shown):
        if index == "...":
            found = _culprit(raw, kind, said, steps)
            if found is None:
                break
            steps.append(found)
        else:
            steps.append(name or int(index))
    return tuple(steps)


def _culprit(raw: Any, kind: type[Any], said: str, steps: list[str | int]) -> str | None:
    names = list(_at(raw, steps))
    while len(names) > 1:
        half = names[: len(names) // 2]
        names = half if _refused(_with(raw, steps, half), kind, said) else names[len(half) :]
    return str(names[0]) if names else None


def _at(raw: Any, steps: list[str | int]) -> Any:
    for step in steps:
        raw = raw[step]
    return raw


def _with(raw: Any, steps: list[str | int], names: list[str]) -> Any:
    """`raw` with only some entries of the map that `steps` lead to."""
    if not steps:
        return {name: raw[name] for name in names}
    inner = _with(raw[steps[0]], steps[1:], names)
    if isinstance(raw, list):
        return [inner if at == steps[0] else each for at, each in enumerate(raw)]
    return {**raw, steps[0]: inner}


def _refused(raw: Any, kind: type[Any], said: str) -> bool:
    try:
        msgspec.convert(raw, kind, strict=False)
    except msgspec.ValidationError as fault:
        return str(fault) == said
    return False


def _pack_file(folder: Path, above: tuple[Path, ...]) -> Path:
    """The pack of a folder, which must be a folder of its own and not one already on the way to it."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise OfficeError("programmes.pack_not_a_file", file=str(folder))
    if folder.resolve() in above:
        raise OfficeError("programmes.pack_circle", file=str(folder / PACK))
    return folder / PACK


def _refuse_elsewhere(folder: Path, programme: str, version: str) -> None:
    """A pack stands in the folder of its own programme and version, or it would answer in another's name."""
    place = folder.resolve()
    if (place.parent.name, place.name) != (programme, version):
        raise OfficeError("programmes.pack_elsewhere", file=str(folder / PACK), programme=programme, version=version)


def _amended(folder: Path, amendment: Amendment) -> Path:
    if not NAMES_OF_VERSIONS.fullmatch(amendment.amends):
        raise _leads_out(folder, "amends", amendment.amends)
    return folder.parent / amendment.amends


def _needed(folder: Path, prefix: str, need: Need) -> Path:
    if not NAMES_OF_PACKS.fullmatch(need.programme) or not NAMES_OF_VERSIONS.fullmatch(need.version):
        raise _leads_out(folder, f"needs/{prefix}", f"{need.programme}@{need.version}")
    return folder.parent.parent / need.programme / need.version


def _leads_out(folder: Path, place: str, name: str) -> OfficeError:
    path = folder / PACK
    line = line_at(file_bytes(path), tuple(place.split("/")))
    return OfficeError("programmes.pack_leads_out", file=str(path), line=line, place=place, name=name[:80])
