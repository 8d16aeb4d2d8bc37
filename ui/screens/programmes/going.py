"""The way to a rule in its programme, and back to the assessment that named it."""

from __future__ import annotations

from dataclasses import dataclass

from ui.shell.destinations import Destination, Place

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Way:
    """What the part of a destination says.

    Args:
        tab: the tab to open; empty for the first.
        entry: the rule or figure to go to in it; empty for none.
        file: number of the household file that one came from; empty for none.
    """

    tab: str = ""
    entry: str = ""
    file: str = ""

    @property
    def part(self) -> str:
        """As a destination carries it: `TAB#ENTRY#FILE`."""
        return "#".join((self.tab, self.entry, self.file)).rstrip("#")


def way_of(part: str) -> Way:
    """The way that a destination's part says; what is left out is empty."""
    tab, _, rest = part.partition("#")
    entry, _, file = rest.partition("#")
    return Way(tab, entry, file)


def to_rule(programme: str, version: str, entry: str, file: str = "") -> Destination:
    """To one criterion of a version.

    Args:
        programme: its id.
        version: of its rules.
        entry: the criterion's id, `CATEGORY/CRITERION` for a category's own.
        file: number of the household file that one comes from and may go back to.
    """
    return Destination(Place.PROGRAMMES, f"{programme}@{version}", Way(TEXT, entry, file).part)
