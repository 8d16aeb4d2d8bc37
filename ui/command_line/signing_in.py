"""Opens the office for a command: which database, who sits down, and where their password comes from."""

from __future__ import annotations

import getpass
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from desktop import bootstrap
from desktop.bootstrap import OpenOffice
from desktop.values.errors import OfficeError
from ui.command_line.options import whole_number
from ui.command_line.speaking import Voice
from ui.command_line.wrong_usage import WrongUsage

T = TypeVar("T")

KEYRING_SERVICE = "yusr"
"""Under which the user's keyring may hold a password, by the address of the database: `keyring set yusr URL`."""

_ASK_FOR_ONE = frozenset({"office.wrong_password", "database.wrong_password"})


@dataclass(frozen=True, slots=True)
class Access:
    """What was typed about the database and who works in it."""

    database: str | None = None
    staff: str | None = None
    password_fd: str | None = None

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.database or bootstrap.default_url()

    @property
    def login(self) -> str | None:
        """Who was named."""
        return self.staff or os.environ.get("YUSR_STAFF") or None


def account() -> str | None:
    """The account that the program runs under, as a login: who founds an office, and who sits down, unless named.

    None where no login can be made of its name.
    """
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = str(os.getuid()) if hasattr(os, "getuid") else ""
    return re.sub(r"[^a-z0-9._-]", "", name.lower()).lstrip("0123456789._-")[:63] or None


@contextmanager
def signed_in(voice: Voice, access: Access) -> Iterator[OpenOffice]:
    """The office, open for somebody who proved who they are; closed again at the end."""

    def opening(password: str | None) -> OpenOffice:
        return bootstrap.open_office(access.url, staff=login, password=password, language=voice.language)

    login = access.login
    try:
        office = with_password(voice, access, opening)
    except OfficeError as error:
        if error.key != "office.who_are_you":
            raise
        # Imported late: it knows every room, and most offices are no demonstration.
        from desktop.exchange import demonstration_office

        login = demonstration_office.who_sits_down(access.url) or account()
        if login is None:
            raise
        try:
            office = with_password(voice, access, opening)
        except OfficeError as stranger:
            if stranger.key != "office.unknown_staff":
                raise
            # The account is not of the staff, so the question stays who it is.
            raise error from None
    try:
        yield office
    finally:
        office.close()


def with_password(voice: Voice, access: Access, work: Callable[[str | None], T]) -> T:
    """The answer of `work`, with the password that it needs: from `--password-fd`, the keyring or the person.

    Nothing is asked before the database refused to do without, and nobody is asked where nobody can answer.
    """
    if access.password_fd is not None:
        return work(password_from(access.password_fd, "--password-fd"))
    try:
        return work(None)
    except OfficeError as error:
        if error.key not in _ASK_FOR_ONE:
            raise
        password = _from_keyring(access) or _from_person(voice, voice.say("كلمة المرور: ", "Password: "))
        if password is None:
            raise
    return work(password)


def new_password(voice: Voice, descriptor: str | None) -> str | None:
    """The password that somebody is to have: from a descriptor, or typed twice; None where none is given.

    Raises:
        WrongUsage: see `password_from`.
        OfficeError: `command_line.passwords_differ`.
    """
    if descriptor is not None:
        return password_from(descriptor, "--new-password-fd") or None
    first = _from_person(voice, voice.say("كلمة المرور الجديدة: ", "New password: "))
    if not first:
        return None
    if first != _from_person(voice, voice.say("أعد كتابتها: ", "Type it again: ")):
        raise OfficeError("command_line.passwords_differ")
    return first


def password_from(text: str, option: str) -> str:
    """The first line of what a file descriptor holds.

    Raises:
        WrongUsage: `command_line.not_a_number`, `command_line.no_password_there`.
    """
    number = whole_number(text, option)
    try:
        with os.fdopen(number, "r", encoding="utf-8", closefd=False) as given:
            return given.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage("command_line.no_password_there", number=number) from error


def _from_keyring(access: Access) -> str | None:
    # Unlocking a keyring may ask on a screen; where there is none it would wait for ever.
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    try:
        import keyring

        found: str | None = keyring.get_password(KEYRING_SERVICE, access.url)
    except Exception:  # its back ends raise errors of many libraries; none may stop us from asking
        return None
    return found


def _from_person(voice: Voice, question: str) -> str | None:
    if not (sys.stdin is not None and sys.stdin.isatty() and voice.err.isatty()):
        return None
    return getpass.getpass(question, stream=voice.err)
