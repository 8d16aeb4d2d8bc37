"""Texts: each line begins at the reading edge, and what is made of isolates alone stands in the reading order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.values.isolates import isolated, left_to_right
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.text import Text

SAID = {
    Language.ARABIC: "صاحب مستند إثبات المسكن الذي تقيم فيه الأسرة منذ العام الماضي",
    Language.ENGLISH: "Holder of the proof of the dwelling in which the household lives since last year",
}


def _edges(text: Text, *, right_to_left: bool) -> list[int]:
    """Pixels between the reading edge and the first ink of each line."""
    image = text.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    picture = Image.frombuffer(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1
    )
    ground = picture.getpixel((0, 0))
    line, found = text.fontMetrics().lineSpacing(), []
    for top in range(0, picture.height - line + 1, line):
        ink = picture.crop((0, top, picture.width, top + line)).point(lambda each: 255 * (abs(each - ground) > 40))
        box = ink.getbbox()
        assert box is not None
        found.append(picture.width - box[2] if right_to_left else box[0])
    return found


@pytest.mark.parametrize("language", Language)
def test_every_line_of_a_wrapped_text_begins_at_the_reading_edge(
    qtbot: QtBot, look_worn: Callable[..., Reader], language: Language
) -> None:
    reader = look_worn(language=language)
    text = Text("", wraps=True)
    qtbot.addWidget(text)
    text.setText(SAID[language])
    text.setFixedWidth(150)
    text.setFixedHeight(text.heightForWidth(150))
    with qtbot.waitExposed(text):
        text.show()
    edges = _edges(text, right_to_left=reader.right_to_left)
    assert len(edges) > 2
    # A space is four pixels wide; letters begin a pixel or two inside their own width.
    assert max(edges) <= 3, edges


def test_an_hour_and_a_name_alone_stand_from_right_to_left(qtbot: QtBot, look_worn: Callable[..., Reader]) -> None:
    look_worn(language=Language.ARABIC)
    words = f"{left_to_right('١٢:٠٠')} · {isolated('منى عبد الله')}"
    pictures = []
    for said in (words, f"\u200f{words}"):
        text = Text("small")
        qtbot.addWidget(text)
        text.setText(said)
        text.setFixedSize(240, 30)
        with qtbot.waitExposed(text):
            text.show()
        pictures.append(text.grab().toImage())
    assert pictures[0] == pictures[1]
