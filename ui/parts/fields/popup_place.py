"""Where a popup opens: below its owner, along the leading edge, and wherever the screen has room for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

_GAP = 2


def place_below(popup: QWidget, owner: QWidget, size: QSize) -> None:
    """Give a popup that is not shown yet its size, place and direction; above the owner where it must."""
    screen = owner.screen().availableGeometry()
    right_to_left = owner.window().layoutDirection() is Qt.LayoutDirection.RightToLeft
    popup.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    place = QRect(owner.mapToGlobal(QPoint(0, owner.height() + _GAP)), size.boundedTo(screen.size()))
    if right_to_left:
        place.moveRight(owner.mapToGlobal(QPoint(owner.width() - 1, 0)).x())
    if place.bottom() > screen.bottom():
        place.moveBottom(owner.mapToGlobal(QPoint(0, -_GAP)).y())
    place.moveTop(max(place.top(), screen.top()))
    place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width() + 1)))
    popup.setGeometry(place)
