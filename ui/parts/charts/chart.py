"""The base of the charts: marks that the mouse and the keyboard rest on, each told in words, each leading somewhere."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.parts.charts.painting import ring


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or a part of one, where it stands.

    Args:
        key: what `opened` tells of it.
        line: in which row it stands; marks of a row stand beside each other.
        place: in pixels.
        words: what is told of it.
    """

    key: Any
    line: int
    place: QRectF
    words: str


class Chart(QWidget):
    """A picture whose marks take the keyboard one after another; arrows go from one to the next as the eye sees them.

    A subclass lays its marks out in `laid_out` and paints them in `painted`.
    """

    told = Signal(str)
    """What is told of the mark that the mouse or the keyboard rests on; empty for none."""

    opened = Signal(object)
    """The key of a mark: Enter, Space or a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._marks, self._current, self._hovered = "", list[Mark](), 0, -1
        self._laid_for: tuple[int, int, Qt.LayoutDirection] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def marks(self) -> list[Mark]:
        """The marks, where they stand now."""
        here = (self.width(), self.height(), self.layoutDirection())
        if self._laid_for != here:
            self._marks, self._laid_for = self.laid_out(), here
        return self._marks

    @property
    def right_to_left(self) -> bool:
        """Whether it begins at the right."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @abstractmethod
    def laid_out(self) -> list[Mark]:
        """The marks for the size of the moment, in reading order."""

    @abstractmethod
    def painted(self, painter: QPainter) -> None:
        """Paint everything but the focus."""

    def set_name(self, name: str) -> None:
        """What the chart is, for who hears it."""
        self._name = name
        self._say()

    def shown_anew(self) -> None:
        """Other data or another look."""
        self._laid_for = None
        self._current, self._hovered = 0, -1
        self.updateGeometry()
        self.update()
        self._say()

    def mirrored(self, place: QRectF) -> QRectF:
        """A place measured from the reading edge, as it stands on the screen."""
        if not self.right_to_left:
            return place
        return QRectF(self.width() - place.right(), place.top(), place.width(), place.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self.painted(painter)
        if self.hasFocus() and self._current < len(self.marks):
            ring(painter, self.marks[self._current].place)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current < len(self.marks):
            self.opened.emit(self.marks[self._current].key)
        elif (onwards := self._onwards(key)) is not None:
            self._rest_on(onwards)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
            self.told.emit(self.marks[found].words if found >= 0 else self._resting())
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found >= 0:
            self._rest_on(found)
            self.opened.emit(self.marks[found].key)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken, or the release would go to the parent.
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.told.emit(self._resting())
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rest_on(min(self._current, max(0, len(self.marks) - 1)))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.told.emit("")
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._laid_for = None
            self.updateGeometry()
            self.update()

    def _rest_on(self, number: int) -> None:
        self._current = number
        self._say()
        self.told.emit(self._resting())
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _resting(self) -> str:
        return self.marks[self._current].words if self.hasFocus() and self._current < len(self.marks) else ""

    def _say(self) -> None:
        words = self._marks[self._current].words if self._current < len(self._marks) else ""
        self.setAccessibleName(bare(" · ".join(part for part in (self._name, words) if part)))

    def _at(self, point: QPointF) -> int:
        """The mark under the mouse, with some pixels around those that are thin."""
        for number, each in enumerate(self.marks):
            if each.place.adjusted(-2, -4, 2, 4).contains(point):
                return number
        return -1

    def _onwards(self, key: Qt.Key) -> int | None:
        marks, here = self.marks, self._current
        if not marks or here >= len(marks):
            return None
        forwards = Qt.Key.Key_Left if self.right_to_left else Qt.Key.Key_Right
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                return max(0, min(len(marks) - 1, here + (1 if key == forwards else -1)))
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return len(marks) - 1
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if key is Qt.Key.Key_Down else -1
                wanted = [each.line for each in marks if (each.line - marks[here].line) * step > 0]
                if not wanted:
                    return None
                line = min(wanted) if step > 0 else max(wanted)
                across = marks[here].place.center().x()
                return min(
                    (number for number, each in enumerate(marks) if each.line == line),
                    key=lambda number: abs(marks[number].place.center().x() - across),
                )
        return None
