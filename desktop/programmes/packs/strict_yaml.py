"""YAML without its surprises, from files that may be anything: every scalar stays the text that was written.

Plain YAML turns 1320.10 into a binary float, `no` into false, 012 into ten and lets a key stand twice; a figure of law
would change without a word. So only null and true/false are resolved; aliases, anchors, tags, doubled keys and letters
that cannot be seen are refused, and so is what is no plain file or larger than any law.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any

from desktop.values.errors import OfficeError, Unreachable

LARGEST = 2_000_000
"""Bytes; the longest pack is a tenth of it, and a hostile one is refused before it is read."""

DEEPEST = 20
"""Levels; no pack nests half as deep."""

MOST = 60_000
"""Marks and scalars of one file, twenty times those of the longest pack: more are refused before they cost a second."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Letters that turn the direction of what is read or that nobody sees; a line that holds one may say what it hides."""


def file_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a plain file, within the limit.

    Raises:
        OfficeError: `programmes.pack_not_a_file` for a link, a pipe or a device, `programmes.pack_too_large`.
        Unreachable: it cannot be read.
    """
    try:
        if stat.S_ISLNK(path.lstat().st_mode):
            raise OfficeError("programmes.pack_not_a_file", file=str(path))
        # Not blocking: opening a pipe that nobody writes to would wait for ever.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OfficeError("programmes.pack_not_a_file", file=str(path))
            data = file.read(largest + 1)
    except IsADirectoryError as fault:
        raise OfficeError("programmes.pack_not_a_file", file=str(path)) from fault
    except OSError as fault:
        raise Unreachable("programmes.pack_unreadable", file=str(path)) from fault
    if len(data) > largest:
        raise OfficeError("programmes.pack_too_large", file=str(path), largest=largest)
    return data


def plain_yaml(data: bytes, path: Path) -> Any:
    """YAML as nested lists and maps of texts, null and true/false.

    Raises:
        OfficeError: `programmes.pack_not_yaml`, `programmes.pack_unseen_letter`, with the line.
    """
    import yaml

    try:
        text = data.decode("utf-8")
        _refuse_unseen(text.removeprefix("\ufeff"), path, 1)
        base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        _refuse_hostile(yaml.parse(text, Loader=base), path)
        loader = _strict_loader(base)(text)
        try:
            return loader.get_single_data()
        finally:
            loader.dispose()
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", -1) + 1
        if isinstance(fault, UnicodeDecodeError):
            line = data[: fault.start].count(b"\n") + 1
        what = getattr(fault, "problem", None) or "UTF-8"
        raise OfficeError("programmes.pack_not_yaml", file=str(path), line=line, what=what) from fault


def composed(data: bytes) -> Any:
    """YAML as nodes that know their lines; for `line_in`."""
    import yaml

    return yaml.compose(data.decode("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def line_at(data: bytes, steps: tuple[str | int, ...]) -> int:
    """As `line_in`, of YAML that is asked about once."""
    return line_in(composed(data), steps)


def line_in(node: Any, steps: tuple[str | int, ...]) -> int:
    """The line of the thing that `steps` lead to, keys and ids of list items; of the last step that is there.

    A step that is neither is looked for among the `criteria` of what was reached, as a category's own conditions.
    """
    line = 1
    for step in steps:
        found = _below(node, step)
        if found is None and isinstance(step, str):
            inner = _below(node, "criteria")
            found = None if inner is None else _below(inner[1], step)
        if found is None:
            continue
        line, node = found
    return line


def _below(node: Any, step: str | int) -> tuple[int, Any] | None:
    items = node.value if isinstance(node.value, list) else []
    if isinstance(step, int):
        return (items[step].start_mark.line + 1, items[step]) if step < len(items) else None
    for item in items:
        if isinstance(item, tuple):
            if item[0].value == step:
                return item[0].start_mark.line + 1, item[1]
        elif isinstance(item.value, list):
            named = {key.value: value.value for key, value in (each for each in item.value if isinstance(each, tuple))}
            if step in (named.get("id"), f"{named.get('of')}.{named.get('id')}"):
                return item.start_mark.line + 1, item
    return None


def _refuse_unseen(text: str, path: Path, line: int) -> None:
    found = _UNSEEN.search(text)
    if found is not None:
        line += text.count("\n", 0, found.start())
        letter = f"U+{ord(found[0]):04X}"
        raise OfficeError("programmes.pack_unseen_letter", file=str(path), line=line, letter=letter)


def _refuse_hostile(events: Any, path: Path) -> None:
    """Walks the marks of a file, which builds nothing: what would grow when built is refused at its line."""
    import yaml

    depth = 0
    for count, event in enumerate(events):
        line = event.start_mark.line + 1
        what = None
        if isinstance(event, yaml.AliasEvent):
            what = "alias"
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            what = "anchor"
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            what = "tag"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            what = "nesting" if depth > DEEPEST else None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if count > MOST:
            what = f"{MOST} +"
        if what is not None:
            raise OfficeError("programmes.pack_not_yaml", file=str(path), line=line, what=what)
        if isinstance(event, yaml.ScalarEvent):
            # An escape between quotes is no letter of the file and one of the text.
            _refuse_unseen(event.value, path, line)


def _strict_loader(base: Any) -> Any:
    import yaml

    class StrictLoader(base):  # type: ignore[misc]  # the C loader where it was built, the Python one elsewhere
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen: set[str] = set()
            for key, _ in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise yaml.constructor.ConstructorError(None, None, "key", key.start_mark)
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
