"""Empowerment: the courses of the office with their seats, and each of them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.undo_bar import UndoBar
from ui.screens.empowerment.course_acts import CourseActs
from ui.screens.empowerment.course_columns import SEATS, CourseColumns
from ui.screens.empowerment.course_view import CourseView
from ui.screens.empowerment.offer_form import OfferForm
from ui.screens.empowerment.seats_bar import SeatsCell
from ui.screens.registry.list_export import ListExport
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.empowerment.answers import (
        ConditionKind,
        CourseAnswer,
        EnrolmentAnswer,
    )
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk

KEPT_AS = "courses"
"""Name of the list's columns among the preferences."""

Opened = tuple["CourseAnswer", "tuple[EnrolmentAnswer, ...]"]


class CoursesScreen(Screen):
    """The destination's key is the code of a course to open."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._code = ""
        self._rows: tuple[CourseAnswer, ...] | None = None
        self._listing: Task | None = None
        self._opening: Task | None = None
        self.exporting = ListExport(workplace, self)
        self.header = ScreenHeader(self)
        self._new: QPushButton | None = None
        if workplace.may("empower"):
            button = self._new = self.header.set_primary(lambda: self.tr("Offer a course"), self._offer)
            button.setObjectName("offer-course")
            self.say(button.setToolTip, lambda: self.tr("Offer a course ({keys})").format(keys="Ctrl+N"))
            QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self._offer)
        self.list = Table(
            TableModel(CourseColumns(self).of_list(), lambda row: row.code, self.reader),
            lambda: self.tr("Courses"),
            self,
        )
        self.list.setObjectName("courses")
        self.list.show_empty_as(lambda: self.tr("The office offers no course at present."))
        self.list.grid.setItemDelegateForColumn(SEATS, SeatsCell(self.list.grid))
        self.list.restore(workplace.preferences.columns.get(KEPT_AS, ""))
        self.view = CourseView(workplace, self)
        self.states = StateStack(self.view, self)
        self.undo = UndoBar(self)
        self.acts = CourseActs(workplace, self.view, self.undo)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.states)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(self.header)
        column.addWidget(self.undo)
        column.addWidget(self.stack, 1)
        self._connect()
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        self._read_list()
        if destination.key:
            self._show(destination.key)
        else:
            self._code = ""
            self._turn_to(self.list)
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def touched(self, changes: Changes) -> None:
        if not changes.kinds & {"courses", "enrolments"}:
            return
        self._read_list()
        if self._code:
            self._read_course()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Empowerment"))
        if self._rows is not None:
            count = len(self._rows)
            words = self.tr("%n course(s)", "", count)
            self.header.show_context(words.replace(str(count), self.reader.number(count)))
        self.list.reread(self.reader)
        self.view.reworded()

    def _connect(self) -> None:
        self.list.activated.connect(lambda row: self._go(row.code))
        self.list.retry.connect(self._read_list)
        self.list.arranged.connect(self._keep_columns)
        self.list.exported.connect(self._export)
        self.states.retry.connect(self._read_course)
        view = self.view
        view.left.connect(lambda: self.workplace.go(Destination(Place.EMPOWERMENT)))
        self.acts.changed.connect(self._read_both)

    def _go(self, code: str) -> None:
        self.workplace.go(Destination(Place.EMPOWERMENT, code))

    def _turn_to(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        if self._new is not None:
            # Beside an open course its own main action stands alone.
            self._new.setVisible(page is self.list)

    def _read_list(self) -> None:
        if self._listing is not None:
            self._listing.cancel()
        if self._rows is None:
            self.list.show_loading()

        def work(desk: Desk) -> tuple[CourseAnswer, ...]:
            from desktop.empowerment.queries import courses

            return courses(desk)

        def read(rows: tuple[CourseAnswer, ...]) -> None:
            self._rows = rows
            self.list.show_rows(list(rows))
            self.reworded()

        def failed(error: Exception) -> None:
            if self._rows is not None or not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.list.show_offline()
            else:
                self.list.show_failed(lambda: sentence_of(error, self.reader))

        self._listing = self.workplace.read(self, work, done=read, failed=failed)

    def _show(self, code: str) -> None:
        if code != self._code or self.view.course is None:
            self.view.note.clear()
            self.states.show_loading()
        self._code = code
        self._turn_to(self.states)
        self._read_course()
        self.view.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_both(self) -> None:
        self._read_list()
        self._read_course()

    def _read_course(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
        code = self._code

        def work(desk: Desk) -> Opened:
            from desktop.empowerment.queries import course, enrolled

            return course(desk, course_code=code), enrolled(desk, course_code=code)

        def read(opened: Opened) -> None:
            if code == self._code:
                self.view.show_course(*opened)
                self.states.show_content()

        def failed(error: Exception) -> None:
            shown = self.view.course is not None and self.view.course.code == code
            if shown or not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._opening = self.workplace.read(self, work, done=read, failed=failed)

    def _offer(self) -> None:
        def work(desk: Desk) -> tuple[ConditionKind, ...]:
            from desktop.empowerment.conditions import condition_kinds

            return condition_kinds(desk.today)

        def ask(kinds: tuple[ConditionKind, ...]) -> None:
            form = OfferForm(self.workplace, kinds, self)
            form.done_with.connect(self._offered)
            form.finished.connect(lambda _result: form.deleteLater())
            form.open()

        self.workplace.read(self, work, done=ask)

    def _offered(self, course: CourseAnswer) -> None:
        self._read_list()
        self._go(course.code)

    def _keep_columns(self, text: str) -> None:
        columns = {**self.workplace.preferences.columns, KEPT_AS: text}
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, columns=columns))

    def _export(self, form: str) -> None:
        rows = self.list.model.rows if isinstance(self.list.model, TableModel) else ()
        self.exporting.ask(Format(form), self.list.shown_columns(), lambda _office: rows, self.tr("Courses"))
