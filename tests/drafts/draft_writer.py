"""A program that keeps one draft again and again until it is killed, and says on its output what it has kept."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ui.drafts.shelf import DraftShelf, KeptDraft

BEGAN = datetime(2026, 11, 1, tzinfo=UTC)


def numbered(key: str, number: int) -> KeptDraft:
    """The draft as it stands after `number` words were typed; its length goes up and down."""
    words = [f"كلمة {number}"] * (1 + number * 7919 % 4000)
    return KeptDraft(
        key, "registration", "", None, BEGAN + timedelta(seconds=number), "sara", "أسرة", {"n": number, "words": words}
    )


def main() -> None:
    shelf = DraftShelf(Path(sys.argv[1]), "sara")
    number = int(sys.argv[3])
    while True:
        number += 1
        shelf.keep(numbered(sys.argv[2], number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
