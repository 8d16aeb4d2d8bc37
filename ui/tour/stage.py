"""Where the tour plays: the window, the hands that work in it, the film, and what is known so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.bootstrap import OpenOffice
from desktop.facts.assessment import Assessment
from desktop.issuing.kinds import PaperKind
from desktop.values.language import Wording
from ui.shell.destinations import Destination, Place
from ui.shell.frame import Frame
from ui.shell.screen import Screen
from ui.shell.window import Window
from ui.tour.film import Film
from ui.tour.hands import Hands, LostWayError
from ui.tour.left import Left

PROGRAMME = "sa.developed"
SIGNS_IN = "researcher.women"
"""Login of who works: the example's family is in the women's section."""

COURSE = "QTF-2027-01"
"""In which the mother is enrolled."""

LOOKED_FOR = "فاطمه الاحمد"
"""The head's name as people type it: without ta marbuta and hamza."""


@dataclass(slots=True)
class Stage:
    """The tour while it is under way.

    Args:
        window: on the demonstration office.
        hands: that work in it.
        film: pictures of it.
        left: what is left behind.
    """

    window: Window
    hands: Hands
    film: Film
    left: Left
    assessment: Assessment | None = None
    serials: dict[PaperKind, str] = field(default_factory=dict)

    @property
    def file_number(self) -> str:
        """Of the household that was registered; empty before."""
        return self.left.file_number

    @property
    def office(self) -> OpenOffice:
        """The office in which somebody sits."""
        return self.window.workplace.seat.office

    @property
    def frame(self) -> Frame:
        """The window's frame; LostWayError while nobody sits here."""
        if self.window.frame is None:
            raise LostWayError("frame")
        return self.window.frame

    @property
    def screen(self) -> Screen:
        """The screen that is open."""
        shown = self.frame.shown
        if shown is None:
            raise LostWayError("screen")
        return shown

    def go(self, place: Place, key: str = "", part: str = "") -> None:
        """Open a screen and wait until it stands."""
        self.window.workplace.go(Destination(place, key, part))
        self.hands.still()

    def open_tab(self, name: str) -> None:
        """Open a tab of the file that is open."""
        self.hands.press(f"tab_{name}")
        self.hands.still()


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Args:
        name: of its picture.
        done: what was done, in words; `{number}` stands for the number of the file.
        act: does it.
        pictured: whether a picture is taken afterwards.
    """

    name: str
    done: Wording
    act: Callable[[Stage], None]
    pictured: bool = True
