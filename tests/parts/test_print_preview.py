"""Pages before they are printed, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.errors import Unreachable
from ui.language.reader import Reader
from ui.parts.preview import PrintPreview
from ui.parts.preview_pages import UNPACKED, PaperPage, Zoom
from ui.parts.printing import print_pages
from ui.parts.states import State

LookWorn = Callable[..., Reader]


def _page(width_mm: float = 210, height_mm: float = 297, *, dpi: int = 100) -> PaperPage:
    """White paper with a black square of 50 mm, 30 mm from the left edge and 40 mm from the upper one."""
    dots = dpi / 25.4
    image = QImage(round(width_mm * dots), round(height_mm * dots), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(QRect(round(30 * dots), round(40 * dots), round(50 * dots), round(50 * dots)), QColor("black"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return PaperPage(bytes(buffer.data().data()), width_mm, height_mm)


@pytest.fixture
def preview(qtbot: QtBot, look_worn: LookWorn) -> PrintPreview:
    preview = on_stage(qtbot, PrintPreview(Reader()), 900, 600)
    preview.show_pages([_page(dpi=40)] * 12, "مشهد")
    preview.pages.setFocus()
    qtbot.waitUntil(preview.pages.hasFocus)
    return preview


def test_keys_go_from_page_to_page_and_say_where_one_is(qtbot: QtBot, preview: PrintPreview) -> None:
    assert preview.where.accessibleName() == "صفحة ١ من ١٢"
    qtbot.keyClick(preview.pages, Qt.Key.Key_PageDown)
    assert preview.where.accessibleName() == "صفحة ٢ من ١٢"
    assert preview.list.currentRow() == 1
    qtbot.keyClick(preview.pages, Qt.Key.Key_End)
    assert preview.where.accessibleName() == "صفحة ١٢ من ١٢"
    assert not preview.next.isEnabled()
    qtbot.keyClick(preview.pages, Qt.Key.Key_PageUp)
    assert preview.pages.current == 10
    qtbot.keyClick(preview.pages, Qt.Key.Key_Home)
    assert preview.pages.current == 0
    assert not preview.previous.isEnabled()
    preview.list.setCurrentRow(7)
    assert preview.pages.current == 7


def test_a_page_is_shown_at_its_true_proportions_whatever_the_zoom(qtbot: QtBot, preview: PrintPreview) -> None:
    for zoom in (Zoom.WIDTH, Zoom.PAGE, 50, 200):
        preview.pages.zoom_to(zoom)
        size = preview.pages.size_of(0)
        assert size.width() / size.height() == pytest.approx(210 / 297)
    assert preview.pages.size_of(0).width() == pytest.approx(2 * 210 / 25.4 * preview.logicalDpiX())
    preview.pages.zoom_to(Zoom.PAGE)
    assert preview.pages.size_of(0).height() <= preview.pages.viewport().height()


def test_zooming_stays_at_the_page(qtbot: QtBot, preview: PrintPreview) -> None:
    preview.pages.go_to(4)
    before = preview.pages.size_of(4).width()
    qtbot.keyClick(preview.pages, Qt.Key.Key_Plus)
    assert preview.pages.size_of(4).width() > before
    assert preview.pages.current == 4
    qtbot.keyClick(preview.pages, Qt.Key.Key_Minus)
    qtbot.keyClick(preview.pages, Qt.Key.Key_0)
    assert preview.pages.zoom is Zoom.WIDTH
    assert preview.zoom.currentText() == "بعرض النافذة"
    assert preview.pages.current == 4


def test_pictures_of_pages_out_of_sight_are_not_kept_unpacked(qtbot: QtBot, preview: PrintPreview) -> None:
    for page in range(12):
        preview.pages.go_to(page)
        preview.pages.grab()
    assert 0 < preview.pages.unpacked <= UNPACKED


def test_a_single_page_needs_no_list_of_pages(preview: PrintPreview) -> None:
    preview.show_pages([_page(dpi=40)], "مشهد")
    assert not preview.list.isVisible()
    assert not preview.next.isVisible()


def test_printing_and_saving_are_asked_for_by_button_and_by_key(
    qtbot: QtBot, preview: PrintPreview, tmp_path: Path
) -> None:
    with qtbot.waitSignal(preview.print_wanted):
        qtbot.mouseClick(preview.print, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(preview.print_wanted):
        qtbot.keyClick(preview.pages, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview.save.click()
    dialog = preview.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("مشهد.pdf")
    with qtbot.waitSignal(preview.save_wanted) as heard:
        dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    assert heard.args == [str(tmp_path / "a.pdf")]
    dialog.close()


def test_nothing_can_be_printed_before_there_are_pages(qtbot: QtBot, look_worn: LookWorn) -> None:
    preview = on_stage(qtbot, PrintPreview(Reader()), 900, 600)
    preview.show_loading()
    assert not preview.print.isEnabled()
    assert not preview.save.isEnabled()
    preview.show_failed(lambda: "تعذر إعداد الوثيقة.")
    with qtbot.waitSignal(preview.retry):
        qtbot.mouseClick(preview.states.button, Qt.MouseButton.LeftButton)
    preview.show_pages([_page(dpi=40)], "مشهد")
    assert preview.states.state is State.CONTENT
    assert preview.print.isEnabled()


@pytest.mark.parametrize("resolution", [150, 600])
def test_pages_are_printed_at_the_true_size_of_each(qtbot: QtBot, tmp_path: Path, resolution: int) -> None:
    path = tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setResolution(resolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_pages([_page(), _page(297, 210), _page(148, 210)], printer)
    with pypdfium2.PdfDocument(path) as printed:
        sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in printed]
        picture = printed[0].render(scale=100 / 72).to_pil().convert("L")
    assert sizes == [(210, 297), (297, 210), (148, 210)]
    dots = 100 / 25.4
    dark = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark == pytest.approx((30 * dots, 40 * dots, 80 * dots, 90 * dots), abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(Unreachable) as told:
        print_pages([_page()], printer)
    assert told.value.key == "parts.printer_not_reached"
