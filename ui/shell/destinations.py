"""Where one can go in the window, as data: no widget is made and nothing heavy is imported to say it.

TO ADD A SCREEN: its `Place`, its line in `PLACES`, and its module in `ui/screens/<room>/`, whose class is a
`ui.shell.screen.Screen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """A screen."""

    MY_DESK = "my_desk"
    HOUSEHOLDS = "households"
    REGISTRATION = "registration"
    HOUSEHOLD = "household"
    EMPOWERMENT = "empowerment"
    ISSUED_DOCUMENTS = "issued_documents"
    PROGRAMMES = "programmes"
    EVERY_PROGRAMME = "every_programme"
    RANKING = "ranking"
    BETTER_OFF = "better_off"
    SIMULATION = "simulation"
    CASELOAD = "caseload"
    PREFERENCES = "preferences"


@dataclass(frozen=True, slots=True)
class Destination:
    """A screen and what it is opened on.

    Args:
        place: the screen.
        key: of what is opened: a file number, a course code, a serial; empty for none.
        part: a part of the screen: the name of a tab, the JSON Pointer of a fact.
    """

    place: Place
    key: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What the frame must know of a screen before it is made.

    Args:
        module: imported when somebody first goes there.
        screen: the class in it.
        permission: value of the `Permission` that one needs to see it; None for everybody.
        in_rail: whether it stands in the navigation, or is reached from another screen.
        under: the place that the navigation marks while this one is open.
    """

    module: str
    screen: str
    permission: str | None
    in_rail: bool = False
    under: Place | None = None


PLACES: dict[Place, PlaceFacts] = {
    Place.MY_DESK: PlaceFacts("ui.screens.agenda.my_desk", "MyDeskScreen", "read_files", in_rail=True),
    Place.HOUSEHOLDS: PlaceFacts("ui.screens.registry.households", "HouseholdsScreen", "read_files", in_rail=True),
    Place.REGISTRATION: PlaceFacts(
        "ui.screens.registry.registration.screen", "RegistrationScreen", "register", under=Place.HOUSEHOLDS
    ),
    Place.HOUSEHOLD: PlaceFacts(
        "ui.screens.registry.household_file.screen", "HouseholdScreen", "read_files", under=Place.HOUSEHOLDS
    ),
    Place.EMPOWERMENT: PlaceFacts("ui.screens.empowerment.courses", "CoursesScreen", "read_files", in_rail=True),
    Place.ISSUED_DOCUMENTS: PlaceFacts(
        "ui.screens.issuing.issued_documents", "IssuedDocumentsScreen", "issue", in_rail=True
    ),
    Place.PROGRAMMES: PlaceFacts("ui.screens.programmes.screen", "ProgrammesScreen", "read_files", in_rail=True),
    Place.SIMULATION: PlaceFacts("ui.screens.casework.simulation.screen", "SimulationScreen", "simulate", in_rail=True),
    Place.EVERY_PROGRAMME: PlaceFacts(
        "ui.screens.casework.family_programmes", "EveryProgrammeScreen", "read_files", under=Place.HOUSEHOLDS
    ),
    Place.BETTER_OFF: PlaceFacts(
        "ui.screens.casework.better_off.screen", "BetterOffScreen", "assess", under=Place.HOUSEHOLDS
    ),
    Place.CASELOAD: PlaceFacts("ui.screens.casework.caseload.screen", "CaseloadScreen", "run_caseload", in_rail=True),
    Place.RANKING: PlaceFacts("ui.screens.casework.ranking.screen", "RankingScreen", "run_caseload", in_rail=True),
    Place.PREFERENCES: PlaceFacts("ui.screens.office.preferences", "PreferencesScreen", None),
}
"""Every screen, in the order of the navigation."""
