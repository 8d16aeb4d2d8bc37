"""Pages of paper below one another, at their true proportions; the pictures of those in sight alone are unpacked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.theme.look import worn

AROUND = 16
"""Pixels around and between pages."""

UNPACKED = 6
"""Pages whose pictures are kept unpacked; each costs some megabytes."""

STEPS = (25, 50, 75, 100, 125, 150, 200, 300)
"""Per cent of the true size through which + and - go."""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page: its picture as PNG bytes and its size in millimetres."""

    png: bytes
    width_mm: float = 210.0
    height_mm: float = 297.0


class Zoom(StrEnum):
    """A zoom that follows the window."""

    WIDTH = "width"
    PAGE = "page"


class PreviewPages(QAbstractScrollArea):
    """Page Up and Page Down go from page to page, Home and End to the ends; + and - zoom, 0 fits the width."""

    moved = Signal()
    """Another page is current."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PaperPage, ...] = ()
        self._unpacked: OrderedDict[int, QImage] = OrderedDict()
        self._zoom: Zoom | int = Zoom.WIDTH
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def current(self) -> int:
        """The page that fills the middle of the window, from 0."""
        return self._current

    @property
    def zoom(self) -> Zoom | int:
        """Following the window, or per cent of the true size."""
        return self._zoom

    @property
    def unpacked(self) -> int:
        """Pictures that are kept unpacked."""
        return len(self._unpacked)

    def show_pages(self, pages: Sequence[PaperPage]) -> None:
        """Show these pages from the first on."""
        self._pages, self._current = tuple(pages), 0
        self._unpacked.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

    def go_to(self, page: int) -> None:
        """Bring a page to the upper edge."""
        if 0 <= page < len(self._pages):
            self.verticalScrollBar().setValue(round(self._tops()[page] - AROUND))
            self._become(page)

    def zoom_to(self, zoom: Zoom | int) -> None:
        """Show pages larger or smaller; the current page stays."""
        page, self._zoom = self._current, zoom
        self._lay_out()
        self.go_to(page)
        self.zoomed.emit()

    def size_of(self, page: int) -> QSizeF:
        """A page's size on the screen, in pixels."""
        paper = self._pages[page]
        scale = self._pixels_per_mm(paper)
        return QSizeF(paper.width_mm * scale, paper.height_mm * scale)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to(min(self._current + 1, self.count - 1))
            case Qt.Key.Key_PageUp:
                self.go_to(max(self._current - 1, 0))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.count - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._step(1)
            case Qt.Key.Key_Minus:
                self._step(-1)
            case Qt.Key.Key_0:
                self.zoom_to(Zoom.WIDTH)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._current
        self._lay_out()
        self.go_to(page)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = worn().palette
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = QRectF(self.viewport().rect())
        for number, top in enumerate(self._tops()):
            size = self.size_of(number)
            left = max(float(AROUND), (self.viewport().width() - size.width()) / 2) - self._sideways()
            place = QRectF(left, top - self.verticalScrollBar().value(), size.width(), size.height())
            if place.intersects(seen):
                # Paper is white in the dark too: it is shown as it will lie on the desk.
                painter.fillRect(place, QColor("white"))
                painter.drawImage(place, self._picture(number))
                painter.setPen(QPen(QColor(colours.edge), 1))
                painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _picture(self, page: int) -> QImage:
        if page in self._unpacked:
            self._unpacked.move_to_end(page)
        else:
            self._unpacked[page] = QImage.fromData(self._pages[page].png)
            while len(self._unpacked) > UNPACKED:
                self._unpacked.popitem(last=False)
        return self._unpacked[page]

    def _pixels_per_mm(self, paper: PaperPage) -> float:
        if isinstance(self._zoom, int):
            return self.logicalDpiX() / 25.4 * self._zoom / 100
        # As if the scroll bar were there always: with it coming and going the pages would never settle.
        room = self.width() - 2 * AROUND - self.verticalScrollBar().sizeHint().width() - 2
        by_width = max(40, room) / paper.width_mm
        if self._zoom is Zoom.WIDTH:
            return by_width
        return min(by_width, max(40, self.viewport().height() - 2 * AROUND) / paper.height_mm)

    def _tops(self) -> list[float]:
        """Where each page begins, in pixels from the first's upper edge on."""
        tops, top = [], float(AROUND)
        for number in range(len(self._pages)):
            tops.append(top)
            top += self.size_of(number).height() + AROUND
        return tops

    def _sideways(self) -> int:
        bar = self.horizontalScrollBar()
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return bar.maximum() - bar.value() if right_to_left else bar.value()

    def _lay_out(self) -> None:
        sizes = [self.size_of(number) for number in range(len(self._pages))]
        height = sum(size.height() + AROUND for size in sizes) + AROUND
        width = max((size.width() for size in sizes), default=0) + 2 * AROUND
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(height - view.height())))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, round(width - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = self._tops()
        self._become(max((number for number, top in enumerate(tops) if top <= middle), default=0))
        self.viewport().update()

    def _become(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self.moved.emit()

    def _step(self, onwards: int) -> None:
        if not self._pages:
            return
        now = self._pixels_per_mm(self._pages[self._current]) * 25.4 / self.logicalDpiX() * 100
        beyond = [step for step in STEPS if (step > now + 1 if onwards > 0 else step < now - 1)]
        if beyond:
            self.zoom_to(beyond[0] if onwards > 0 else beyond[-1])
