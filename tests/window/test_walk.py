"""A walk through every scene: what one cannot see at a glance is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from scene_hands import visible_in
from thoroughness import TIMES
from window_scenes import SCENES, Scene, recover

from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.shell.window import Window
from ui.theme.tokens import Scheme

Sit = Callable[..., Window]
LEAST_CONTRAST = 4.5


def _reached_by_tab(root: QWidget) -> list[QWidget]:
    return [
        each
        for each in visible_in(root)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and each.focusProxy() is None
    ]


def _called(widget: QWidget) -> str:
    name = widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        name = name or widget.text()
    if name:
        return name
    labels = [each for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
    return labels[0].text() if labels else ""


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"


def _look_at(root: QWidget, language: Language) -> list[str]:
    found = [f"without a name: {_told(each)}" for each in _reached_by_tab(root) if not _called(each).strip()]
    found += _keys(root)
    found += _out_of_order(root, right_to_left=language is Language.ARABIC)
    found += _cut(root)
    return found


def _keys(root: QWidget) -> list[str]:
    """Shortcuts and mnemonics that two things in front share."""
    keys: Counter[str] = Counter()
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and not button.shortcut().isEmpty():
            keys[button.shortcut().toString()] += 1
    for action in {action for each in [root, *visible_in(root)] for action in each.actions()}:
        if action.isVisible() and not action.shortcut().isEmpty():
            keys[action.shortcut().toString()] += 1
    return [f"{count} things under {key}" for key, count in keys.items() if count > 1]


def _out_of_order(root: QWidget, *, right_to_left: bool) -> list[str]:
    """Neighbours in the order of Tab that stand before each other on the page, within one surface."""
    chain, each = [], root
    shown = set(map(id, _reached_by_tab(root)))
    for _ in range(3_000):
        each = each.nextInFocusChain()
        if each is root:
            break
        if id(each) in shown and each not in chain:
            chain.append(each)
    wrong = []
    for first, second in pairwise(chain):
        if first.parentWidget() is not second.parentWidget():
            continue
        one, two = _place(first), _place(second)
        same_line = one.top() < two.center().y() < one.bottom() or two.top() < one.center().y() < two.bottom()
        if same_line:
            backwards = two.center().x() > one.center().x() if right_to_left else two.center().x() < one.center().x()
        else:
            backwards = two.center().y() < one.center().y()
        if backwards:
            wrong.append(f"Tab goes back from {_told(first)} {_called(first)!r} to {_told(second)} {_called(second)!r}")
    return wrong


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    wrong = []
    for each in visible_in(root):
        if isinstance(each, QLabel) and each.text() and each.pixmap().isNull():
            space = each.contentsRect()
            if each.wordWrap():
                needed = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
                if needed > each.height() + 2:
                    wrong.append(f"cut below: {_told(each)} {bare(each.text())!r} {needed} > {each.height()}")
                longest = max((QFontMetrics(each.font()).horizontalAdvance(w) for w in each.text().split()), default=0)
                if longest > space.width() + 1:
                    wrong.append(f"a word cut: {_told(each)} {bare(each.text())!r}")
            elif each.sizeHint().width() > each.width() + 1:
                wrong.append(f"cut: {_told(each)} {bare(each.text())!r} {each.sizeHint().width()} > {each.width()}")
        elif isinstance(each, QAbstractButton) and each.text():
            lines = bare(each.text()).replace("&", "").splitlines()
            needed = max(QFontMetrics(each.font()).horizontalAdvance(line) for line in lines)
            if needed > each.width():
                wrong.append(f"cut: {_told(each)} {each.text()!r} {needed} > {each.width()}")
        elif isinstance(each, QComboBox) and each.currentText():
            needed = QFontMetrics(each.font()).horizontalAdvance(bare(each.currentText())) + 36
            if needed > each.width():
                wrong.append(f"cut: {_told(each)} {each.currentText()!r} {needed} > {each.width()}")
        elif isinstance(each, QLineEdit) and not each.text() and each.placeholderText():
            needed = QFontMetrics(each.font()).horizontalAdvance(each.placeholderText()) + 12
            # What stands in the line itself, such as the keys that lead there, takes of its room.
            room = each.width() - sum(one.width() for one in each.findChildren(QLabel) if one.isVisible())
            if needed > room:
                wrong.append(f"cut: {_told(each)} {each.placeholderText()!r} {needed} > {room}")
    return wrong


LOOKS = [
    (Language.ARABIC, Scheme.LIGHT, 100),
    (Language.ENGLISH, Scheme.LIGHT, 150),
    (Language.ENGLISH, Scheme.DARK, 100),
    (Language.ARABIC, Scheme.DARK, 150),
]


def _walked(staff: str, look: tuple[Language, Scheme, int]) -> list[Scene]:
    """The scenes of a look: every fourth, so that the suite meets each once and every look often; all in soak."""
    scenes = [each for each in SCENES.values() if each.staff == staff]
    return scenes if TIMES > 1 else scenes[LOOKS.index(look) :: len(LOOKS)]


@pytest.mark.parametrize(("language", "scheme", "text_size"), LOOKS)
@pytest.mark.parametrize("staff", sorted({each.staff for each in SCENES.values()}))
def test_every_scene_names_orders_shows_and_lets_read_everything(
    sit: Sit, staff: str, language: Language, scheme: Scheme, text_size: int
) -> None:
    window = sit(staff=staff, language=language, scheme=scheme, text_size=text_size)
    found: dict[str, list[str]] = {}
    for scene in _walked(staff, (language, scheme, text_size)):
        root = scene.play(window) or window
        wrong = _look_at(root, language) + _faint(root)
        if wrong:
            found[scene.name] = wrong
        recover(window, scene)
    assert found == {}, "\n".join(f"{name}: {line}" for name, lines in found.items() for line in lines)


def _faint(root: QWidget) -> list[str]:
    """Texts whose strokes stand out less from their ground than anybody can read."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    picture = Image.frombuffer(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1
    )
    faint = []
    for each in visible_in(root):
        text = each.text() if isinstance(each, QLabel | QAbstractButton | QLineEdit) else ""
        if isinstance(each, QPlainTextEdit):
            text = each.toPlainText()
        area: QWidget = each.viewport() if isinstance(each, QAbstractItemView) else each
        if not (text.strip() or isinstance(each, QAbstractItemView)) or not each.isEnabled():
            continue
        region = area.visibleRegion().boundingRect()
        if _half_hidden(area, region, root):
            continue
        place = QRect(area.mapTo(root, region.topLeft()), region.size()) & image.rect()
        if place.isEmpty():
            continue
        measured = _contrast(picture.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1)))
        if measured is not None and measured < LEAST_CONTRAST:
            faint.append(f"contrast {measured:.2f}: {_told(each)} {bare(text)!r}")
    return faint


def _half_hidden(area: QWidget, region: QRect, root: QWidget) -> bool:
    """Whether it is cut off by the edge of what scrolls, or lies under something: then its pixels are not its own."""
    if region.height() < area.height() * 0.8 and not isinstance(area.parentWidget(), QAbstractItemView):
        return True
    above = root.childAt(area.mapTo(root, region.center()))
    return above is not None and above is not area and not area.isAncestorOf(above) and not above.isAncestorOf(area)


def _contrast(picture: Image.Image) -> float | None:
    """Between the ground, which most of the pixels have, and the pixel farthest from it: the ink of the strokes."""
    counted = picture.getcolors(picture.width * picture.height) or []
    if len(counted) < 2:
        return None
    ground = _light(max(counted)[1])
    strokes = [_light(colour) for _, colour in counted]
    return max((max(ground, each) + 0.05) / (min(ground, each) + 0.05) for each in strokes)


def _light(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["my_desk", "households"])
def test_the_models_of_lists_keep_their_promises_to_qt(sit: Sit, name: str, qtmodeltester: object) -> None:
    root = sit()
    SCENES[name].play(root)
    views = [each for each in visible_in(root) if isinstance(each, QAbstractItemView) and each.model() is not None]
    assert views
    for view in views:
        qtmodeltester.check(view.model())  # type: ignore[attr-defined]
    QApplication.processEvents()
