"""The banner tells one thing after the other, offers what mends it, and is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts import banner as parts_banner
from ui.parts.banner import Banner, News
from ui.parts.samples import samples
from ui.parts.sign_box import SignBox
from ui.theme.tokens import TEXT_SIZES, Scheme, Tone

LookWorn = Callable[..., Reader]


@pytest.fixture
def banner(qtbot: QtBot, look_worn: LookWorn) -> Banner:
    return on_stage(qtbot, Banner(), 700, 60)


def test_several_news_are_told_one_after_the_other_and_each_once(qtbot: QtBot, banner: Banner) -> None:
    mended: list[str] = []
    stale = News(lambda: "غيّر زميل هذا الملف.", Tone.WAIT, (lambda: "قارن", lambda: mended.append("compared")))
    banner.tell(stale)
    banner.tell(News(lambda: "انقطع الاتصال.", Tone.STOP))
    banner.tell(stale)
    assert banner.accessibleName() == "غيّر زميل هذا الملف."
    qtbot.mouseClick(banner.remedy, Qt.MouseButton.LeftButton)
    assert mended == ["compared"]
    assert banner.sentence.text() == "انقطع الاتصال."
    assert not banner.remedy.isVisible()
    qtbot.keyClick(banner.dismiss, Qt.Key.Key_Space)
    assert not banner.isVisible()


def test_good_news_leaves_by_itself_and_bad_news_stays(
    qtbot: QtBot, banner: Banner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_banner, "PASSES_AFTER", 50)
    banner.tell(News(lambda: "حُفظ الملف.", Tone.GOOD, passing=True))
    qtbot.waitUntil(banner.isHidden, timeout=2_000)
    banner.tell(News(lambda: "لم يُحفظ الملف.", Tone.STOP))
    qtbot.wait(150)
    assert banner.isVisible()


def test_the_sign_of_bad_news_is_not_that_of_good_news(qtbot: QtBot, look_worn: LookWorn) -> None:
    pictures = set()
    for tone in Tone:
        banner = Banner()
        qtbot.addWidget(banner)
        banner.tell(News(lambda: "خبر", tone))
        image = banner.findChild(SignBox).grab().toImage()
        pictures.add(bytes(image.convertToFormat(image.Format.Format_Mono).constBits()))
    assert len(pictures) == len(Tone)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("scheme", "text_size"), [(Scheme.LIGHT, 100), (Scheme.DARK, TEXT_SIZES[-1])])
def test_every_part_is_shown_among_the_components(
    qtbot: QtBot, look_worn: LookWorn, language: Language, scheme: Scheme, text_size: int
) -> None:
    reader = look_worn(language=language, scheme=scheme, text_size=text_size)
    shown = samples(reader)
    assert len({name for name, _ in shown}) == len(shown)
    for _, part in shown:
        on_stage(qtbot, part, 900, 600)
        for text in part.findChildren(QLabel):
            if text.isVisible() and not text.wordWrap():
                assert text.width() >= text.minimumSizeHint().width(), text.text()
        part.close()
    assert all(isinstance(part, QWidget) for _, part in shown)
