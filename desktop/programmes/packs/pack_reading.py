"""From `pack.yaml` to its types, without YAML's surprises: every scalar stays the text that was written.

Plain YAML turns 1320.10 into a binary float, `no` into false, 012 into ten and lets a key stand twice; a figure of law
would change without a word. So only null and true/false are resolved, aliases and doubled keys are refused.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.programmes.packs.amendment import Amendment
from desktop.programmes.packs.needed import taken_in
from desktop.programmes.packs.pack import Need, PackText
from desktop.values.errors import OfficeError, Unreachable

PACK = "pack.yaml"

LARGEST = 2_000_000
"""Bytes; the longest pack is a tenth of it, and a hostile one is refused before it is read."""

DEEPEST = 20
"""Levels; no pack nests half as deep."""

T = TypeVar("T")


def read_pack(folder: Path) -> PackText:
    """The pack of a folder; an amendment is worked into the version that stands beside it.

    Raises:
        OfficeError: the file cannot be understood, named with its line or field.
        Unreachable: it cannot be read.
    """
    path = folder / PACK
    raw = plain_yaml(file_bytes(path), path)
    if isinstance(raw, dict) and "amends" in raw:
        amendment = typed(raw, Amendment, path)
        base = read_pack(folder.parent / amendment.amends)
        if base.id != amendment.id:
            raise OfficeError("programmes.pack_field", file=str(path), what=f"amends {base.id}")
        return amendment.worked_into(base)
    text = typed(raw, PackText, path)
    return taken_in(text, {prefix: read_pack(_folder_of(folder, need)) for prefix, need in text.needs.items()})


def _folder_of(folder: Path, need: Need) -> Path:
    if not re.fullmatch(r"[a-z]{2}\.[a-z_]+", need.programme) or not re.fullmatch(r"[0-9-]+", need.version):
        raise OfficeError("programmes.pack_field", file=str(folder), what=f"needs {need.programme}@{need.version}")
    return folder.parent.parent / need.programme / need.version


def sources_of(folder: Path) -> tuple[str, ...]:
    """The files that a pack is read from, as seen from its folder: its own, what it amends, what it needs."""
    raw = plain_yaml(file_bytes(folder / PACK), folder / PACK)
    found = [PACK]
    if isinstance(raw, dict) and "amends" in raw:
        above = typed(raw, Amendment, folder / PACK).amends
        found += [f"../{above}/{name}" for name in sources_of(folder.parent / above)]
    elif isinstance(raw, dict) and "needs" in raw:
        for need in typed(raw, PackText, folder / PACK).needs.values():
            other = _folder_of(folder, need)
            found += [f"../../{need.programme}/{need.version}/{name}" for name in sources_of(other)]
    return tuple(found)


def file_bytes(path: Path) -> bytes:
    """The bytes of a pack's file, within the limit."""
    try:
        if path.stat().st_size > LARGEST:
            raise OfficeError("programmes.pack_too_large", file=str(path), largest=LARGEST)
        return path.read_bytes()
    except OSError as fault:
        raise Unreachable("programmes.pack_unreadable", file=str(path)) from fault


def typed(raw: object, kind: type[T], path: Path) -> T:
    """Plain data as a type of the pack."""
    try:
        return msgspec.convert(raw, kind, strict=False)
    except msgspec.ValidationError as fault:
        raise OfficeError("programmes.pack_field", file=str(path), what=str(fault)) from fault


def plain_yaml(data: bytes, path: Path) -> Any:
    """YAML as nested lists and maps of texts, null and true/false."""
    import yaml

    try:
        base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        depth = 0
        for event in yaml.parse(data, Loader=base):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > DEEPEST:
                what = "alias" if isinstance(event, yaml.AliasEvent) else "nesting"
                line = getattr(event.start_mark, "line", -1) + 1
                raise OfficeError("programmes.pack_not_yaml", file=str(path), line=line, what=what)
        loader = _strict_loader(base)(data)
        try:
            return loader.get_single_data()
        finally:
            loader.dispose()
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", -1) + 1
        what = getattr(fault, "problem", None) or "YAML"
        raise OfficeError("programmes.pack_not_yaml", file=str(path), line=line, what=what) from fault


def _strict_loader(base: Any) -> Any:
    import yaml

    class StrictLoader(base):  # type: ignore[misc]  # the C loader where it was built, the Python one elsewhere
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"key {key.value} twice", key.start_mark)
                seen.add(key.value)
            return super().construct_mapping(node, deep)

    kept = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"}
    resolvers: dict[str, list[tuple[str, Any]]] = {}
    for letter, rules in base.yaml_implicit_resolvers.items():
        resolvers[letter] = [(tag, rule) for tag, rule in rules if tag in kept and letter in "~nNtTfF\0"]
    # `no`, `yes`, `on` and `off` are words here: only true and false are truths.
    truths = re.compile(r"^(?:true|false)$")
    StrictLoader.yaml_implicit_resolvers = {
        letter: [(tag, truths if tag.endswith("bool") else rule) for tag, rule in rules]
        for letter, rules in resolvers.items()
    }
    return StrictLoader
