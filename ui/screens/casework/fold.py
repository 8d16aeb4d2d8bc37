"""What most readers pass over, folded away: one click, or Space, from sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import worn
from ui.theme.tokens import GRID

_SIGN = 12
"""Pixels of the chevron at 100 %."""


class FoldButton(QPushButton):
    """Shows and hides a widget below it; its chevron points to where the contents go on.

    Args:
        body: what is folded away at first.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.setProperty("kind", "quiet")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._turn)
        self._turn(unfolded=False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}:
            self._point()

    def _turn(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._point()

    def _point(self) -> None:
        size = worn().pixels(_SIGN)
        self.setIconSize(QSize(size, size))
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setIcon(_chevron(size, down=self.isChecked(), right_to_left=right_to_left))


class Fold(QWidget):
    """A heading that opens what stands below it; put the contents into `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID // 2)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        self.column.setSpacing(GRID // 2)
        self.button = FoldButton(self.body, self)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(self.body)

    @property
    def unfolded(self) -> bool:
        """Whether the contents show."""
        return self.button.isChecked()

    def show_heading(self, words: str) -> None:
        """The heading, in the language of the moment."""
        self.button.setText(words)
        self.button.setAccessibleName(words)


def _chevron(size: int, *, down: bool, right_to_left: bool) -> QIcon:
    ratio = 2  # sharp on screens of twice the density
    picture = QPixmap(size * ratio, size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(worn().palette.soft_ink)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, max(1.4, size / 8), Qt.PenStyle.SolidLine, cap, join))
    points = [(0.2, 0.35), (0.5, 0.65), (0.8, 0.35)] if down else [(0.35, 0.2), (0.65, 0.5), (0.35, 0.8)]
    box = QRectF(0, 0, size, size)
    mirrored = right_to_left and not down
    painter.drawPolyline([QPointF((1 - x if mirrored else x) * box.width(), y * box.height()) for x, y in points])
    painter.end()
    return QIcon(picture)
