"""`yusr init --demo`: founds the demonstration office, or completes it."""

from __future__ import annotations

from contextlib import AbstractContextManager

from desktop import bootstrap
from desktop.exchange import demonstration_office
from desktop.office.desk import Desk, SignedIn, desk
from ui.command_line.progress import progress
from ui.command_line.signing_in import Access, with_password
from ui.command_line.speaking import Voice

HOUSEHOLDS = 12


def furnish(voice: Voice, access: Access, *, founder: str) -> tuple[str, ...]:
    """The file numbers given out now; errors as of `bootstrap.initialise` and `demonstration_office.furnish`."""

    def furnishing(password: str | None) -> tuple[str, ...]:
        sqlite = access.url.startswith("sqlite")
        # No password on one's own desk: its demonstration signs people in by themselves.
        founded = bootstrap.initialise(
            access.database,
            staff=founder,
            password=None if sqlite else password,
            office=demonstration_office.draft(),
        )
        office = bootstrap.open_office(access.url, staff=founder if sqlite else None, password=password)

        def desk_of(login: str) -> AbstractContextManager[Desk]:
            return desk(SignedIn(office.engine, login), language=voice.language)

        try:
            with progress(voice, HOUSEHOLDS, voice.say("أسر تجريبية", "Demonstration households")) as advance:
                done: list[str] = []

                def registered(name: str) -> None:
                    done.append(name)
                    advance(len(done))

                return demonstration_office.furnish(
                    desk_of,
                    founder=office.signed_in.login,
                    alone=not sqlite,
                    new=founded is not None,
                    progress=registered,
                )
        finally:
            office.close()

    return with_password(voice, access, furnishing)
