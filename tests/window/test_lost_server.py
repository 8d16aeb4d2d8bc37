"""The network goes mute under a window: it says so, stays usable, keeps what is typed, and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import PASSWORD, House
from mute_proxy import MuteProxy, mute_proxy
from pytestqt.qtbot import QtBot
from registration_scenes import Sit, click, drafts, push, registration, write
from stillness import still
from test_two_windows_amend import PHONE, _sign_in, form, number, on_file, type_text

from desktop.values.language import Language
from ui.screens.registry.registration.screen import RegistrationScreen
from ui.shell.window import Window

__all__ = ["number"]

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
SOON = 20_000
"""Milliseconds for what happens by itself, on a busy machine."""


@pytest.fixture
def proxy(qatif: House) -> Iterator[MuteProxy]:
    assert qatif.database.server is not None
    with mute_proxy(qatif.database.server.port) as between:
        yield between


@pytest.fixture
def window(qtbot: QtBot, sit: Sit, qatif: House, number: str, proxy: MuteProxy, tmp_path: Path) -> Window:
    """Sara's, behind the proxy."""
    server = qatif.database.server
    assert server is not None
    url = server.url(qatif.database.name, "sara", PASSWORD).replace(f":{server.port}/", f":{proxy.port}/")
    sitting: Callable[..., Window] = sit
    opened = sitting(staff=None, url=url, folder=tmp_path / "sara", language=Language.ENGLISH)
    _sign_in(qtbot, opened, "sara")
    return opened


def said_of_connection(window: Window) -> str:
    assert window.frame is not None
    return window.frame.top.state.text()


def fill_in(screen: RegistrationScreen) -> None:
    """A new number of the family, and the reason of the correction."""
    write(screen, PHONE, "0500099201")
    push(screen, "step_review")
    card = form(screen).review.amendment
    assert card is not None
    click(card.correction)
    card.reason.area.setFocus()
    type_text(card.reason.area, "the family telephoned")


def test_a_mute_network_shows_in_the_bar_and_what_was_typed_is_saved_when_the_server_answers_again(
    qtbot: QtBot, window: Window, proxy: MuteProxy, qatif: House, number: str, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: "Connected" in said_of_connection(window), timeout=SOON)
    screen = registration(qtbot, window, number)
    proxy.mute()
    qtbot.waitUntil(lambda: "No connection" in said_of_connection(window), timeout=SOON)
    fill_in(screen)
    push(screen, "submit")
    qtbot.waitUntil(lambda: not window.lanes.working, timeout=3 * SOON)
    assert on_file(qatif, number).version == 1
    qtbot.waitUntil(lambda: [each.about for each in drafts(tmp_path / "sara", "sara")] == [number], timeout=SOON)

    proxy.speak()
    qtbot.waitUntil(lambda: "Connected" in said_of_connection(window), timeout=2 * SOON)
    push(screen, "submit")
    still(window)
    saved = on_file(qatif, number)
    assert (saved.version, saved.file.household.phone) == (2, "0500099201")


def test_a_window_closes_in_a_mute_network(qtbot: QtBot, window: Window, proxy: MuteProxy) -> None:
    qtbot.waitUntil(lambda: "Connected" in said_of_connection(window), timeout=SOON)
    proxy.mute()
    qtbot.waitUntil(lambda: "No connection" in said_of_connection(window), timeout=SOON)
    window.close()
    assert not window.isVisible()
