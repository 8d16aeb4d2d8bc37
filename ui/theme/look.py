"""The look in force: scheme and text size together, put on the whole application at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import text_font
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import COMPACT_ROW_HEIGHT, PALETTES, ROW_HEIGHT, TEXT_POINTS, Ink, Palette, Scheme, Tone


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose to see.

    Args:
        scheme: light or dark.
        text_size: per cent, one of `tokens.TEXT_SIZES`.
        compact: rows of tables stand closer.
    """

    scheme: Scheme = Scheme.LIGHT
    text_size: int = 100
    compact: bool = False

    @property
    def palette(self) -> Palette:
        """The colours of the scheme."""
        return PALETTES[self.scheme]

    def tone(self, tone: Tone) -> Ink:
        """How a status is written."""
        return self.palette.tones[tone]

    def pixels(self, at_full_size: float) -> int:
        """A length that grows with the text, in pixels."""
        return round(at_full_size * self.text_size / 100)

    @property
    def row_height(self) -> int:
        """Pixels of one row of a table."""
        return self.pixels(COMPACT_ROW_HEIGHT if self.compact else ROW_HEIGHT)

    def font(self, points: float = TEXT_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The house's type at a size stated for 100 %."""
        return text_font(text_size=self.text_size, points=points, weight=weight)


_WORN = "look"


def worn() -> Look:
    """The look that the application wears, for what is painted by hand; the plain one before any was put on."""
    application = QApplication.instance()
    look = application.property(_WORN) if application is not None else None
    return look if isinstance(look, Look) else Look()


def wear(application: QApplication, look: Look) -> None:
    """Put a look on every window of the application."""
    application.setProperty(_WORN, look)
    colours = look.palette
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.ground),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.Base, colours.surface),
        (QPalette.ColorRole.AlternateBase, colours.sunken),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.PlaceholderText, colours.soft_ink),
        (QPalette.ColorRole.Button, colours.surface),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_accent),
        (QPalette.ColorRole.Link, colours.accent),
        (QPalette.ColorRole.ToolTipBase, colours.ink),
        (QPalette.ColorRole.ToolTipText, colours.surface),
        (QPalette.ColorRole.Mid, colours.line),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setFont(look.font())
    if application.styleSheet():
        # One sheet put in the place of another is told to every widget once for each one above it, which takes ten
        # times as long in a full window as taking off the one and putting on the other.
        application.setStyleSheet("")
    application.setStyleSheet(stylesheet(colours, look.text_size))
