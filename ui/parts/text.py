"""Plain text that stays at the reading edge: Qt's own label lets digits and Latin words drift to the other side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from desktop.values.isolates import RIGHT_TO_LEFT, bare, isolated
from ui.theme.look import worn

WIDEST = 640
"""Pixels at 100 % text size after which a text asks for a second line rather than for more width."""

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Text(QLabel):
    """A label of the larger parts: at the leading edge whatever it says, wrapped where it must be.

    Args:
        kind: its rank in the style sheet, such as `title` or `soft`; empty for plain text.
        wraps: breaks into lines where its room ends.
        selectable: can be marked and copied, by mouse and by keys.
    """

    def __init__(
        self, kind: str = "", parent: QWidget | None = None, *, wraps: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        if kind:
            self.setProperty("kind", kind)
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if selectable:
            self.setTextInteractionFlags(_SELECTABLE)
        self._align()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        # Screen readers spell isolates out.
        self.setAccessibleName(bare(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt's own drawing counts the space at which a line breaks as a part of it, so that from right to left every
        # line but the last would begin a space away from the edge. And what is made of isolates alone, an hour and a
        # name with a dot between them, it would set from left to right.
        own = self.wordWrap() or isolated(self.text()).startswith(RIGHT_TO_LEFT)
        if not own or not self.isRightToLeft() or self.textInteractionFlags() & _SELECTABLE:
            super().paintEvent(event)
            return
        QFrame.paintEvent(self, event)
        layout, height = self._lines()
        room = self.contentsRect()
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            layout.draw(painter, QPointF(room.x(), room.y() + max(0.0, (room.height() - height) / 2)))

    def _lines(self) -> tuple[QTextLayout, float]:
        """The text broken where its room ends, and how high it is."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.ManualWrap)
        layout.setTextOption(option)
        leading, width = self.fontMetrics().leading(), self.contentsRect().width()
        height = float(-leading)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += leading
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    @override
    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        # Qt guesses a block of about three lines, which breaks a title that has room for itself.
        self.ensurePolished()
        line = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(line, worn().pixels(WIDEST))
        return QSize(width, self.heightForWidth(width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        at_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
