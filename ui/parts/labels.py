"""How a widget changes what the style sheet takes it for while it stands open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.tokens import Tone


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another rank of the style sheet, such as `soft` or `fault`."""
    mark(widget, "kind", kind)


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Give a text the colour of a status; None takes it away. The words must say the status too."""
    mark(widget, "tone", "" if tone is None else str(tone))


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that rules of the style sheet ask for, and let them be asked again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()
