"""The style sheet, made from the tokens; widgets say what they are by the dynamic property `kind`.

| kind | of | is |
|---|---|---|
| title, subtitle, soft, figure, small, strong | QLabel | a text of that rank |
| card | QFrame | a surface with a thin line around; `leads` where it can be opened |
| primary, quiet | QPushButton | the one main action; a button without a frame |
| link, danger | QPushButton | words that lead somewhere; the irreversible |
| code, link | QLabel | an expression of the rules; words of a text that lead somewhere |
| chip | QLabel | a status; with the property `tone` |
| rail | QPushButton | a place in the navigation |
| option | QFrame | one value of several; `chosen` where it is taken |
| grid | QTableView | rows whose delegate draws the focus |
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ui.theme.tokens import (
    CODE_FAMILIES,
    FIGURE_POINTS,
    RADIUS,
    SMALL_POINTS,
    SUBTITLE_POINTS,
    TEXT_POINTS,
    TITLE_POINTS,
    Palette,
    Tone,
)

_CHEVRON = (Path(str(files("resources"))) / "theme" / "chevron.svg").as_posix()
"""The style sheet takes pictures from files alone; a grey that reads on both schemes."""


def stylesheet(colours: Palette, text_size: int) -> str:
    """The style sheet of a palette at a text size in per cent."""
    c = colours

    def points(at_full_size: float) -> str:
        return f"{at_full_size * text_size / 100:.2f}pt"

    def pixels(at_full_size: float) -> str:
        return f"{round(at_full_size * text_size / 100)}px"

    tones = "\n".join(
        f'QLabel[kind="chip"][tone="{tone}"] {{ color: {ink.ink}; background: {ink.tint}; }}\n'
        f'QLabel[tone="{tone}"] {{ color: {ink.ink}; }}\n'
        f'QFrame[kind="banner"][tone="{tone}"] {{ background: {ink.tint}; border: 1px solid {ink.ink}; }}\n'
        f'QFrame[kind="banner"][tone="{tone}"] QLabel {{ color: {ink.ink}; }}'
        for tone, ink in c.tones.items()
    )
    return f"""
QWidget {{ color: {c.ink}; font-size: {points(TEXT_POINTS)}; }}
QWidget:disabled {{ color: {c.soft_ink}; }}
QMainWindow, QDialog, QWidget[kind="ground"] {{ background: {c.ground}; }}
QToolTip {{ color: {c.surface}; background: {c.ink}; border: none; padding: 4px 8px; }}

QLabel[kind="title"] {{ font-size: {points(TITLE_POINTS)}; font-weight: 600; }}
QLabel[kind="subtitle"] {{ font-size: {points(SUBTITLE_POINTS)}; font-weight: 600; }}
QLabel[kind="figure"] {{ font-size: {points(FIGURE_POINTS)}; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="soft"] {{ color: {c.soft_ink}; }}
QLabel[kind="small"] {{ color: {c.soft_ink}; font-size: {points(SMALL_POINTS)}; }}
QLabel[kind="fault"] {{ color: {c.tones[Tone.STOP].ink}; font-size: {points(SMALL_POINTS)}; }}
QLabel[kind="hint"] {{ color: {c.soft_ink}; font-size: {points(SMALL_POINTS)}; }}
QLabel[kind="chip"] {{ border-radius: {pixels(10)}; padding: {pixels(2)} {pixels(10)};
    font-size: {points(SMALL_POINTS)}; font-weight: 500; }}
QLabel[kind="sunken"] {{ color: {c.soft_ink}; background: {c.sunken}; border: 1px solid {c.line};
    border-radius: 4px; padding: 0 {pixels(6)}; font-size: {points(SMALL_POINTS)}; }}
QLabel[kind="code"] {{ background: {c.sunken}; border: 1px solid {c.line}; border-radius: 4px;
    padding: {pixels(6)} {pixels(8)}; font-family: {CODE_FAMILIES}; font-size: {points(SMALL_POINTS)}; }}
QLabel[kind="link"] {{ color: {c.accent}; border: 1px solid transparent; border-radius: 4px;
    font-size: {points(SMALL_POINTS)}; text-decoration: underline; }}
QLabel[kind="link"]:hover {{ background: {c.selected}; }}
QLabel[kind="link"]:focus {{ border: 1px solid {c.accent}; }}
{tones}

QFrame[kind="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[kind="card"][leads="true"]:hover {{ background: {c.sunken}; }}
QFrame[kind="card"]:focus {{ border: 2px solid {c.accent}; }}
QFrame[kind="option"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[kind="option"][chosen="true"] {{ background: {c.selected}; border: 1px solid {c.accent}; }}
QFrame[kind="bar"] {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[kind="foot"] {{ background: {c.surface}; border: none; border-top: 1px solid {c.line}; }}
QFrame[kind="line"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[kind="popup"] {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {RADIUS}px; }}
QFrame[kind="popup"] QListView::item {{ padding: {pixels(5)} {pixels(8)}; border-bottom: 1px solid {c.line}; }}
QFrame[kind="banner"] {{ border-radius: {RADIUS}px; }}

QPushButton, QToolButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
    border-radius: {RADIUS}px; padding: {pixels(5)} {pixels(14)}; min-height: {pixels(20)}; }}
QPushButton:hover, QToolButton:hover {{ background: {c.sunken}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.selected}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: {pixels(4)} {pixels(13)}; }}
QPushButton:disabled, QToolButton:disabled {{ background: {c.sunken}; color: {c.soft_ink}; border-color: {c.line}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.sunken}; color: {c.soft_ink}; border-color: {c.line}; }}
QPushButton[kind="danger"] {{ color: {c.tones[Tone.STOP].ink}; border-color: {c.tones[Tone.STOP].ink}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {c.selected}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border: 2px solid {c.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent};
    padding: {pixels(2)} {pixels(4)}; text-decoration: underline; }}
QPushButton[kind="link"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[kind="tab"] {{ background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; color: {c.soft_ink}; padding: {pixels(8)} {pixels(14)}; }}
QPushButton[kind="tab"]:hover {{ color: {c.ink}; }}
QPushButton[kind="tab"]:checked {{ color: {c.accent}; border-bottom: 2px solid {c.accent}; font-weight: 600; }}
QPushButton[kind="tab"]:focus {{ border: 2px solid {c.accent}; border-radius: {RADIUS}px;
    padding: {pixels(6)} {pixels(12)}; }}

QWidget[kind="rail"] {{ background: {c.rail}; }}
QWidget[kind="rail"] QLabel {{ color: {c.rail_soft}; background: transparent; }}
QWidget[kind="rail"] QLabel[kind="title"] {{ color: {c.rail_ink}; }}
QWidget[kind="rail"] QLabel[kind="count"] {{ color: {c.rail_ink}; background: {c.rail_selected};
    border-radius: {pixels(10)}; padding: 1px {pixels(7)}; font-size: {points(SMALL_POINTS)}; }}
QWidget[kind="rail"] QPushButton:checked QLabel[kind="count"] {{ background: {c.rail}; }}
QWidget[kind="rail"] QPushButton {{ background: transparent; border: 2px solid transparent; color: {c.rail_soft};
    padding: {pixels(6)} {pixels(12)}; text-align: left; }}
QWidget[kind="rail"] QPushButton:hover {{ background: {c.rail_selected}; color: {c.rail_ink}; }}
QWidget[kind="rail"] QPushButton:checked {{ background: {c.rail_selected}; color: {c.rail_ink}; font-weight: 600; }}
QWidget[kind="rail"] QPushButton:focus {{ border: 2px solid {c.rail_soft}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{ background: {c.surface}; color: {c.ink};
    border: 1px solid {c.edge}; border-radius: {RADIUS}px; padding: {pixels(4)} {pixels(8)}; min-height: {pixels(22)};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QPlainTextEdit, QTextEdit {{ min-height: 0; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QComboBox[empty="true"] {{ color: {c.soft_ink}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {c.accent}; padding: {pixels(3)} {pixels(7)}; }}
QLineEdit[faulty="true"], QComboBox[faulty="true"], QPlainTextEdit[faulty="true"] {{
    border-color: {c.tones[Tone.STOP].ink}; }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QPlainTextEdit[readOnly="true"] {{ background: {c.sunken};
    border-color: {c.line}; color: {c.soft_ink}; }}
QComboBox::drop-down {{ border: none; width: {pixels(24)}; }}
QComboBox::down-arrow {{ image: url("{_CHEVRON}"); width: {pixels(12)}; height: {pixels(12)}; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
    selection-background-color: {c.selected}; selection-color: {c.ink}; outline: none; }}
QCheckBox, QRadioButton {{ spacing: {pixels(8)}; padding: 2px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {c.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {pixels(16)}; height: {pixels(16)}; }}

QRadioButton::indicator {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {pixels(8)}; }}
QRadioButton::indicator:checked {{ width: {pixels(8)}; height: {pixels(8)}; border: {pixels(5)} solid {c.accent};
    border-radius: {pixels(9)}; }}

QTableView, QListView, QTreeView {{ background: {c.surface}; border: none; gridline-color: {c.line};
    selection-background-color: {c.selected}; selection-color: {c.ink}; outline: none; }}
QTableView::item {{ border-bottom: 1px solid {c.line}; padding: 0 {pixels(8)}; }}
QTableView::item:selected, QListView::item:selected {{ background: {c.selected}; color: {c.ink}; }}
QFrame[kind="popup"] QListView::item {{ padding: 0 {pixels(8)}; }}
QTableView:focus, QListView:focus {{ border: 1px solid {c.accent}; }}
QTableView[kind="grid"]:focus {{ border: none; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.soft_ink}; border: none;
    border-bottom: 1px solid {c.line}; padding: {pixels(6)} {pixels(8)}; font-size: {points(SMALL_POINTS)}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}

QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 20px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:vertical {{ margin: 2px 6px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenu {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 4px; }}
QMenu::item {{ padding: {pixels(6)} {pixels(20)}; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.selected}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QProgressBar {{ background: {c.sunken}; border: 1px solid {c.line}; border-radius: 4px; text-align: center;
    min-height: {pixels(8)}; max-height: {pixels(8)}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QSplitter::handle {{ background: transparent; }}
"""
