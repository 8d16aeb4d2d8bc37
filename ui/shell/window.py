"""The window: who sits at it, what they see, and what happens when they leave it, it idles, or the program fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.language import Language
from ui.background.lanes import Lane, Lanes, Task
from ui.language.translators import Translators
from ui.language.worded import Worded
from ui.shell import opening
from ui.shell.crashes import Crashes
from ui.shell.first_run import FirstRunPage
from ui.shell.founding import Founding
from ui.shell.frame import Frame
from ui.shell.idle import Idle
from ui.shell.opening import Address, NoOffice
from ui.shell.preferences import Preferences, keep_preferences, kept_preferences
from ui.shell.pulse import Pulse
from ui.shell.sign_in import SignInPage
from ui.shell.workplace import Seat, Workplace
from ui.theme.look import Look, wear
from ui.theme.tokens import Scheme

SMALLEST = (960, 600)
FIRST_SIZE = (1366, 768)


class Window(Worded, QMainWindow):
    """One person's window on one database."""

    def __init__(self, application: QApplication, address: Address, *, folder: Path) -> None:
        """Args: the application; which database; the folder of this user's own files."""
        super().__init__()
        self._application = application
        self._address = address
        self._folder = folder
        self._locked = False
        self._translators = Translators(application)
        preferences = kept_preferences(folder)
        self.lanes = Lanes(self)
        self.workplace = Workplace(self.lanes, preferences, self._look(preferences), self)
        self._translators.speak(preferences.language)
        wear(application, self.workplace.look)

        self.pages = QStackedWidget(self)
        self.sign_in = SignInPage(self.pages)
        self.first_run: FirstRunPage | None = None
        self.frame: Frame | None = None
        self.pages.addWidget(self.sign_in)
        self.setCentralWidget(self.pages)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if preferences.place:
            self.restoreGeometry(QByteArray.fromBase64(preferences.place.encode()))
        self.say(self.setWindowTitle, lambda: self.tr("Yusr"))

        self.idle = Idle(application, self)
        self.idle.idle.connect(self.lock)
        self.pulse = Pulse(self.lanes, failed=self.crashed, parent=self)
        self.pulse.answering.connect(self.workplace.reached)
        self.sign_in.submitted.connect(self._submitted)
        self.sign_in.other_language.connect(self.other_language)
        self.sign_in.signed_out.connect(self.sign_out)
        self.sign_in.grow(self.workplace.look.text_size)
        self.workplace.preferences_changed.connect(self._prefer)
        self.workplace.crashed.connect(self.crashed)
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.crashes = Crashes(self.workplace, self)
        self.crashes.unforeseen.connect(self.crashed)
        self.crashes.closing_wanted.connect(self.close)

    def begin(self) -> None:
        """Open the office with whoever sits down by themselves, else ask; call when the window shows."""
        self.sign_in.ask(self._address.staff or self.workplace.preferences.last_login)
        if self._address.on_server:
            return
        self.sign_in.opening()
        self._sit(login=self._address.staff, password=None, failed=self._not_by_itself)

    def lock(self) -> None:
        """Hide everything until the person proves who they are again; what was typed is kept."""
        if not self.workplace.taken or self._locked:
            return
        self._locked = True
        if self.frame is not None:
            self.frame.keep()
        seat = self.workplace.seat
        self.sign_in.lock(seat.office.signed_in.login, seat.staff.name.said_in(self.workplace.reader.language))
        self.pages.setCurrentWidget(self.sign_in)
        self.idle.watch(0)

    def sign_out(self) -> None:
        """Leave the workplace to somebody else; what was typed stays on the shelf of who typed it."""
        if self.frame is not None:
            self.frame.end()
        self.pulse.end()
        self.idle.watch(0)
        self._locked = False
        if self.workplace.taken:
            office = self.workplace.seat.office
            self.workplace.sit(None)
            # On the lane of writes, behind whatever is still being written.
            self.lanes.run(
                Lane.WRITES, lambda _task: office.close(), done=lambda _none: None, failed=self.crashed, owner=self
            )
        self.sign_in.ask(self.workplace.preferences.last_login)
        self.pages.setCurrentWidget(self.sign_in)

    def other_language(self) -> None:
        """Turn the window to the other language at once."""
        now = self.workplace.preferences
        other = Language.ENGLISH if now.language is Language.ARABIC else Language.ARABIC
        self.workplace.prefer(msgspec.structs.replace(now, language=other))

    def other_scheme(self) -> None:
        """Turn from light to dark or back."""
        other = Scheme.LIGHT if self.workplace.look.scheme is Scheme.DARK else Scheme.DARK
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, scheme=other))

    def crashed(self, error: BaseException) -> None:
        """Keep what was typed, keep a log, and say so."""
        self.crashes.show(error, kept=self.frame is not None and self.frame.keep())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame is not None:
            self.frame.keep()
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self.workplace.preferences = msgspec.structs.replace(self.workplace.preferences, place=place)
        self._keep_preferences()
        self.pulse.end()
        self.idle.watch(0)
        self._translators.silence()
        # Waits for what is being written, and for the drafts: the last thing a window does.
        self.lanes.close()
        if self.workplace.taken:
            self.workplace.seat.office.close()
            self.workplace.sit(None)
        self.crashes.end()
        super().closeEvent(event)

    def _sit(self, *, login: str | None, password: str | None, failed: Callable[[Exception], None]) -> None:
        language = self.workplace.preferences.language

        def sitting(_task: Task) -> Seat:
            try:
                return opening.sit_down(self._address, login=login, password=password, language=language)
            except OfficeError as error:
                error.sentence(language)
                raise

        self.lanes.run(Lane.READS, sitting, done=self._seated, failed=failed, owner=self)

    def _seated(self, seat: Seat) -> None:
        from desktop.office.desk import ZONES
        from ui.drafts.shelf import DraftShelf
        from ui.paper import Folders

        workplace = self.workplace
        if self._locked and workplace.taken:
            # Proven; the office that was open stays open, with everything in it.
            self.lanes.run(
                Lane.WRITES, lambda _task: seat.office.close(), done=lambda _none: None, failed=self.crashed, owner=self
            )
            self._unlock()
            return
        workplace.sit(seat)
        workplace.reader = workplace.preferences.reader(ZONES[seat.place.country], seat.names)
        workplace.shelf = DraftShelf(self._folder / "drafts", seat.office.signed_in.login)
        workplace.folders = Folders(self._folder / "keys", self._folder / "trust")
        workplace.prefer(msgspec.structs.replace(workplace.preferences, last_login=seat.office.signed_in.login))
        if self.frame is None:
            self.frame = Frame(workplace, self.pages)
            self.pages.addWidget(self.frame)
            top = self.frame.top
            top.lock_wanted.connect(self.lock)
            top.sign_out_wanted.connect(self.sign_out)
            top.other_language.connect(self.other_language)
            top.other_scheme.connect(self.other_scheme)
            self.frame.relooked()
            self._read_ahead()
        self.frame.begin()
        self._unlock()
        self.pulse.begin(seat.office)

    def _read_ahead(self) -> None:
        """Read what fields will need after the first screen is asked for, not before it."""
        from ui.parts.fields.reading_ahead import read_ahead

        self.lanes.run(Lane.OWN, lambda _task: read_ahead(), done=lambda _none: None, failed=self.crashed, owner=self)

    def _unlock(self) -> None:
        self._locked = False
        if self.frame is not None:
            self.pages.setCurrentWidget(self.frame)
        self.idle.watch(self.workplace.preferences.idle_minutes)

    def _not_by_itself(self, error: Exception) -> None:
        match error:
            case NoOffice():
                self._show_first_run()
            case OfficeError(key="office.who_are_you" | "office.wrong_password" | "office.unknown_staff"):
                self.sign_in.ask(self._address.staff or self.workplace.preferences.last_login)
            case _:
                self._refused(error)

    def _submitted(self, login: str, password: str) -> None:
        self.sign_in.opening()
        self._sit(login=login or None, password=password or None, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, OfficeError):
            self.sign_in.refuse(self.workplace.reader.digits(self._said_at_window(error)))
        else:
            self.sign_in.refuse("")
            self.crashed(error)

    def _said_at_window(self, error: OfficeError) -> str:
        if error.key == "office.who_are_you":
            return self.tr("Type your login to sign in.")
        return error.sentence(self.workplace.preferences.language)

    def _show_first_run(self) -> None:
        if self.first_run is None:
            founding = Founding(self.workplace, self._address, self.pages)
            founding.founded.connect(self._founded)
            founding.crashed.connect(self.crashed)
            founding.page.other_language.connect(self.other_language)
            self.first_run = founding.page
            self.pages.addWidget(founding.page)
        self.first_run.show_reader(self.workplace.reader)
        self.pages.setCurrentWidget(self.first_run)

    def _founded(self, login: str) -> None:
        self.pages.setCurrentWidget(self.sign_in)
        self.sign_in.ask(login)
        self.begin()

    def _prefer(self, preferences: Preferences) -> None:
        workplace = self.workplace
        look = self._look(preferences)
        if look != workplace.look:
            workplace.look = look
            wear(self._application, look)
            self.sign_in.grow(look.text_size)
            if self.frame is not None:
                self.frame.relooked()
            workplace.look_changed.emit(look)
        reader = preferences.reader(workplace.reader.zone, workplace.reader.names)
        if reader != workplace.reader:
            turned = reader.language is not workplace.reader.language
            workplace.reader = reader
            if turned:
                self._translators.speak(reader.language)
            workplace.reader_changed.emit(reader)
        if workplace.taken and not self._locked:
            self.idle.watch(preferences.idle_minutes)
        self._keep_preferences()

    def _keep_preferences(self) -> None:
        preferences, folder = self.workplace.preferences, self._folder
        # A full disk must not stop anybody from working in larger letters.
        self.workplace.own(self, lambda: keep_preferences(folder, preferences), failed=lambda _error: None)

    def _look(self, preferences: Preferences) -> Look:
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return preferences.look(system_is_dark=dark)

    def _system_changed(self) -> None:
        if self.workplace.preferences.scheme is None:
            self._prefer(self.workplace.preferences)
