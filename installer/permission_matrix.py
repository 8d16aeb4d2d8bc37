"""Prints who may do what, from `desktop.office.permissions`; with `--write`, into SECURITY.md between its marks."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.database.policy import StaffRole
from desktop.office.permissions import matrix

PAGE = Path(__file__).parents[1] / "SECURITY.md"
FIRST = "<!-- the matrix begins: written by installer/permission_matrix.py -->\n"
LAST = "<!-- the matrix ends -->\n"


def table() -> str:
    """The matrix as Markdown."""
    roles = list(StaffRole)
    rows = [["permission", "what for", "الصلاحية", *roles], ["---", "---", "---", *[":-:"] * len(roles)]]
    for permission, wording, holders in matrix():
        rows.append([f"`{permission}`", wording.en, wording.ar, *["✓" if role in holders else "" for role in roles]])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def page(text: str) -> str:
    """SECURITY.md with the matrix as it is now."""
    head, _, rest = text.partition(FIRST)
    _, _, tail = rest.partition(LAST)
    return head + FIRST + table() + LAST + tail


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    else:
        sys.stdout.write(table())
