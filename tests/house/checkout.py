"""The checkout as data for the tests of the house: its files, their syntax trees, their words."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FLOORS = ("desktop", "reports", "ui", "resources")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or may be committed, relative to the root; without git all but the ignored."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout.decode().split("\0")  # fmt: skip
        return tuple(sorted(path for name in set(listed) if name and (ROOT / (path := Path(name))).is_file()))
    return tuple(sorted(_walk()))


def _walk() -> Iterator[Path]:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    folders = {line.rstrip("/") for line in ignored if line.endswith("/")}
    for at, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in folders and not name.endswith(".egg-info")]
        yield from ((Path(at) / name).relative_to(ROOT) for name in names)


def text(path: Path) -> str:
    """The text of a file of the checkout; of a binary one what can be read as text."""
    return (ROOT / path).read_text("utf-8", errors="replace")


def python(*folders: str) -> Iterator[Path]:
    """The Python files under the folders."""
    return (path for path in files() if path.suffix == ".py" and path.parts[0] in folders)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(text(path), filename=str(path))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or late."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a Python file with their lines, without the docstrings."""
    told = {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def data(path: Path) -> Any:
    """A YAML file of ours."""
    # The C loader, for the packs are long.
    return yaml.load(text(path), yaml.CSafeLoader)
