"""The typeface of the house, from its package, so that the window looks the same on every machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.tokens import FAMILY, TEXT_POINTS

_PACKAGE = "fontpkg_ibm_plex_sans_arabic"
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


def load_fonts() -> None:
    """Make the typeface known to Qt; call once, after the application is made."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(_PACKAGE)
    for weight in _WEIGHTS:
        for file in Path(spec.origin).parent.rglob(f"IBMPlexSansArabic-{weight}.ttf"):
            QFontDatabase.addApplicationFont(str(file))


def text_font(
    *, text_size: int = 100, points: float = TEXT_POINTS, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    """The house's type at `points` when the text size is 100 %."""
    font = QFont(FAMILY)
    font.setPointSizeF(points * text_size / 100)
    font.setWeight(weight)
    # Hinting to whole pixels would set the letters of a word at uneven distances.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
