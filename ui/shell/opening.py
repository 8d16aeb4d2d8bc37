"""Opens the office for the window: run on a lane, since it imports the office's rooms and asks the database.

Everything heavy is imported inside, so that the first window shows before any of it is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.values.errors import OfficeError, Unreachable, read_sentences
from desktop.values.language import Language
from ui.shell.workplace import Seat

if TYPE_CHECKING:
    from desktop.office.desk import Clock


@dataclass(frozen=True, slots=True)
class Address:
    """Which database the window works with, and who was named for it.

    Args:
        url: None for the file in the user's data folder.
        staff: a login that was named on the command line or in `YUSR_STAFF`.
        clock: where desks take the day from; None for the database's own.
    """

    url: str | None = None
    staff: str | None = None
    clock: Clock | None = None

    @property
    def on_server(self) -> bool:
        """Whether a server checks the passwords, so that the address names the person."""
        return (self.url or os.environ.get("YUSR_DATABASE") or "").startswith("postgresql")


class NoOffice(OfficeError):  # noqa: N818  # a state of this machine, answered by a page
    """There is no database yet at the address; the window offers to found an office."""


def sit_down(address: Address, *, login: str | None, password: str | None, language: Language) -> Seat:
    """Open the office and sit down.

    Args:
        address: of the database.
        login: as typed; None to try whoever sits down by themselves (a demonstration, the founder's own account).
        password: as typed; None for none.
        language: of sentences.

    Raises:
        NoOffice: no database is there.
        OfficeError: `office.who_are_you` where nobody sits down by themselves; else as of `bootstrap.open_office`.
    """
    from desktop import bootstrap
    from desktop.issuing.letterhead import DEMONSTRATION
    from desktop.office.desk import database_clock
    from desktop.office.service import staff
    from desktop.office.settings import setting

    try:
        office = bootstrap.open_office(
            _addressed(address, login),
            staff=login or address.staff or _by_itself(address),
            password=password,
            language=language,
            clock=address.clock or database_clock,
        )
    except Unreachable as error:
        if error.key == "database.no_such_file":
            raise NoOffice(error.key, place=error.details["place"]) from error
        raise
    _read_ahead()
    try:
        with office.desk(reading=True) as desk:
            demonstration = setting(desk, key=DEMONSTRATION) is True
            names = {each.login: each.name for each in staff(desk)}
            return Seat(office, desk.staff, desk.place, desk.today, demonstration, names)
    except BaseException:
        office.close()
        raise


def found_demonstration(address: Address, *, progress: Callable[[int, int], None]) -> None:
    """Found the demonstration office where there is no database yet; errors as of `bootstrap.initialise`.

    Args:
        address: of the database.
        progress: called with how many households of how many are registered.
    """
    from desktop import bootstrap
    from desktop.exchange import demonstration_office
    from desktop.office.desk import SignedIn, database_clock, desk

    founder = _account() or "founder"
    founded = bootstrap.initialise(address.url, staff=founder, office=demonstration_office.draft())
    office = bootstrap.open_office(address.url, staff=founder)
    done: list[str] = []

    def registered(name: str) -> None:
        done.append(name)
        progress(len(done), DEMONSTRATION_HOUSEHOLDS)

    try:
        demonstration_office.furnish(
            lambda login: desk(SignedIn(office.engine, login), clock=address.clock or database_clock),
            founder=founder,
            alone=False,
            new=founded is not None,
            progress=registered,
        )
    finally:
        office.close()


def found_own(address: Address, *, login: str, password: str | None, name: str) -> None:
    """Found a one-person office on this desk; errors as of `bootstrap.initialise`."""
    from desktop import bootstrap
    from desktop.office.drafts import OfficeDraft
    from desktop.values.language import Wording

    draft = OfficeDraft(code="main", name=Wording(name, name)) if name else bootstrap.FIRST_OFFICE
    bootstrap.initialise(address.url, staff=login, password=password or None, office=draft)


DEMONSTRATION_HOUSEHOLDS = 12
"""How many `demonstration_office.furnish` registers, for the progress bar."""


def _read_ahead() -> None:
    """Read on this lane what the main thread is going to ask for once somebody sits."""
    for name in _NEEDED_BY_THE_FRAME:
        import_module(name)
    read_sentences()


_NEEDED_BY_THE_FRAME = (
    "desktop.database.interrupting",
    "desktop.database.session",
    "desktop.database.watching",
    "desktop.office.permissions",
    "ui.drafts.shelf",
    "ui.paper",
)


def _by_itself(address: Address) -> str | None:
    from desktop import bootstrap
    from desktop.exchange import demonstration_office

    if address.on_server:
        return None
    return demonstration_office.who_sits_down(address.url or bootstrap.default_url())


def _addressed(address: Address, login: str | None) -> str | None:
    """On a server the address itself names who connects."""
    from desktop import bootstrap

    url = address.url or bootstrap.default_url()
    if not login or not url.startswith("postgresql"):
        return address.url
    from sqlalchemy import make_url

    return make_url(url).set(username=login).render_as_string(hide_password=False)


def _account() -> str | None:
    from ui.command_line.signing_in import account

    return account()
