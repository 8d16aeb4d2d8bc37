"""One programme: which version, its tabs, and the words that one looks for in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.tabs import TabStrip
from ui.screens.programmes.benefits_section import BenefitsSection
from ui.screens.programmes.cases_section import CasesSection
from ui.screens.programmes.figures_section import FiguresSection
from ui.screens.programmes.going import TEXT, Way
from ui.screens.programmes.section import Section
from ui.screens.programmes.sources_section import SourcesSection
from ui.screens.programmes.text_section import TextSection
from ui.screens.programmes.versions_section import VersionsSection
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.programmes.reading import OpenedProgramme

_REST = 150
"""Milliseconds without a key after which the words are looked for."""

_FIND_WIDTH = 240
"""Pixels of the field at 100 %."""

Tab = Section | CasesSection


class ProgrammeView(Worded, QWidget):
    """Shows; where somebody wants to go is told by signals."""

    left = Signal()
    version_wanted = Signal(str)
    tab_wanted = Signal(str)
    file_wanted = Signal(str)
    """The number of the household file that one came from."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.opened: OpenedProgramme | None = None
        self.way = Way()
        self.back, self.to_file = QPushButton(self), QPushButton(self)
        self.back.setObjectName("programme-back")
        self.to_file.setObjectName("to-assessment")
        self.say(self.back.setText, lambda: self.tr("Back to the programmes"))
        self.say(self.to_file.setText, lambda: self.tr("Back to the assessment"))
        self.back.clicked.connect(self.left)
        self.to_file.clicked.connect(self._to_file)
        self.version = QComboBox(self)
        self.version.setObjectName("version")
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.version.activated.connect(self._to_version)
        label = QLabel(self)
        label.setProperty("kind", "soft")
        label.setBuddy(self.version)
        self.say(label.setText, lambda: self.tr("Version"))
        self.say(self.version.setAccessibleName, lambda: self.tr("Version"))
        self.words = QLineEdit(self)
        self.words.setObjectName("find-in-programme")
        self.words.setClearButtonEnabled(True)
        self.say(self.words.setPlaceholderText, lambda: self.tr("Look in this tab"))
        self.say(self.words.setAccessibleName, lambda: self.tr("Look in this tab"))
        self.say(self.words.setToolTip, lambda: self.tr("Look in this tab ({keys})").format(keys="Ctrl+F"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._find)
        self.words.textChanged.connect(self._typed)
        self.words.returnPressed.connect(self._find)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.look)
        QShortcut(QKeySequence("Esc"), self.words, self.words.clear, context=Qt.ShortcutContext.WidgetShortcut)
        self.strip, self.stack = TabStrip(self), QStackedWidget(self)
        self.text, self.versions = TextSection(workplace, self), VersionsSection(workplace, self)
        self.cases = CasesSection(workplace, self)
        self.versions.wanted.connect(self.version_wanted)
        self.tabs: dict[str, Tab] = {}
        named: tuple[tuple[str, Callable[[], str], Tab], ...] = (
            (TEXT, lambda: self.tr("Text"), self.text),
            ("figures", lambda: self.tr("Figures"), FiguresSection(workplace, self)),
            ("benefits", lambda: self.tr("Benefits and documents"), BenefitsSection(workplace, self)),
            ("sources", lambda: self.tr("Sources"), SourcesSection(workplace, self)),
            ("cases", lambda: self.tr("Cases"), self.cases),
            ("versions", lambda: self.tr("Versions"), self.versions),
        )
        for key, words, tab in named:
            self.strip.add(key, words)
            self.tabs[key] = tab
            self.stack.addWidget(tab)
        self.strip.chosen.connect(self.tab_wanted)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, self._next)
        QShortcut(QKeySequence("Ctrl+PgUp"), self, self._previous)
        above = QWidget(self)
        flow = FlowLayout(above, across=GRID * 2, down=GRID)
        choosing = QWidget(above)
        of_version = QHBoxLayout(choosing)
        of_version.setContentsMargins(0, 0, 0, 0)
        of_version.setSpacing(GRID)
        of_version.addWidget(label)
        of_version.addWidget(self.version)
        for widget in (self.back, self.to_file, choosing, self.words):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(above)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self.relooked()

    @property
    def tab(self) -> Tab:
        """The tab that is open."""
        return self.tabs[self.strip.current or TEXT]

    def show_programme(self, opened: OpenedProgramme) -> None:
        """Show a version, in the tab that is open."""
        self.opened = opened
        self._show_versions()
        self.tab.show_programme(opened)

    def lead(self, way: Way) -> None:
        """Open a tab, and in it the row that the way names."""
        self.way = way
        self.to_file.setVisible(bool(way.file))
        name = way.tab if way.tab in self.tabs else TEXT
        if self.strip.current != name:
            self.strip.select(name)
        tab = self.tabs[name]
        self.stack.setCurrentWidget(tab)
        # A list of cases has its own field above it.
        self.words.setVisible(tab is not self.cases)
        if self.opened is not None:
            tab.show_programme(self.opened)
        self._find()
        if way.entry:
            tab.lead_to(way.entry)

    def look(self) -> None:
        """Go to the field for looking in the tab."""
        field = self.cases.table.filter.words if self.tab is self.cases else self.words
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @override
    def reworded(self) -> None:
        self._show_versions()
        for tab in self.tabs.values():
            tab.draw()

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        self.words.setFixedSize(QSize(worn().pixels(_FIND_WIDTH), self.words.sizeHint().height()))
        self.words.setAlignment(
            (Qt.AlignmentFlag.AlignRight if self._workplace.reader.right_to_left else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        for tab in self.tabs.values():
            tab.draw()

    @Slot()
    def _to_file(self) -> None:
        self.file_wanted.emit(self.way.file)

    @Slot(int)
    def _to_version(self, _index: int) -> None:
        self.version_wanted.emit(self.version.currentData())

    @Slot(str)
    def _typed(self, _words: str) -> None:
        self._rest.start()

    @Slot()
    def _find(self) -> None:
        self._rest.stop()
        if self.tab is not self.cases:
            self.tab.look_for(self.words.text())

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        names = list(self.tabs)
        here = names.index(self.strip.current or TEXT)
        self.tab_wanted.emit(names[(here + step) % len(names)])

    def _show_versions(self) -> None:
        if self.opened is None:
            return
        reader = self._workplace.reader
        self.version.clear()
        for text in self.opened.versions:
            words = self.tr("{version}, since {day}").format(
                version=reader.code(text.version), day=reader.day(text.applies.from_)
            )
            self.version.addItem(words, text.version)
        self.version.setCurrentIndex(self.version.findData(self.opened.text.version))
