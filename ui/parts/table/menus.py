"""The menus of a table: of its rows, of one heading, and of all columns; every one opens by key as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop.values.isolates import bare
from ui.parts.table.arrangement import Arrangement
from ui.parts.table.export import Format
from ui.parts.table.headings import STEP

if TYPE_CHECKING:
    from ui.parts.table.view import Table

translate = QCoreApplication.translate


def rows_menu(table: Table) -> QMenu:
    """What can be done with the chosen rows; the owner adds to it."""
    menu = QMenu(table)
    row = table.current
    opening = menu.addAction(translate("TableMenus", "Open"), lambda: table.activated.emit(row))
    opening.setEnabled(row is not None)
    copying = menu.addAction(translate("TableMenus", "Copy"), table.grid.copy)
    copying.setEnabled(bool(table.grid.chosen_keys()))
    menu.addSeparator()
    menu.addAction(translate("TableMenus", "Export as CSV text"), lambda: table.exported.emit(str(Format.CSV)))
    menu.addAction(
        translate("TableMenus", "Export as an Excel workbook"), lambda: table.exported.emit(str(Format.XLSX))
    )
    menu.addSeparator()
    menu.addMenu(columns_menu(table, menu))
    return menu


def column_menu(table: Table, column: int) -> QMenu:
    """What can be done with one column."""
    facts = table.model.columns[column]
    place = next(place for place in table.arrangement.places if place.key == facts.key)
    menu = QMenu(table)
    if facts.sort_value is not None:
        for words, falling in (
            (translate("TableMenus", "Sort rising"), False),
            (translate("TableMenus", "Sort falling"), True),
        ):
            sorted_so = Arrangement(table.arrangement.places, (facts.key, falling))
            menu.addAction(words, _arranging(table, sorted_so))
        menu.addSeparator()
    menu.addAction(
        translate("TableMenus", "Move towards the start"), lambda: table.arrange(table.arrangement.moved(facts.key, -1))
    )
    menu.addAction(
        translate("TableMenus", "Move towards the end"), lambda: table.arrange(table.arrangement.moved(facts.key, 1))
    )
    for words, steps in ((translate("TableMenus", "Wider"), 2), (translate("TableMenus", "Narrower"), -2)):
        widened = table.arrangement.with_place(facts.key, width=max(STEP * 3, place.width + steps * STEP))
        menu.addAction(words, _arranging(table, widened))
    if facts.hideable:
        menu.addSeparator()
        menu.addAction(
            translate("TableMenus", "Hide this column"),
            lambda: table.arrange(table.arrangement.with_place(facts.key, shown=False)),
        )
    return menu


def columns_menu(table: Table, parent: QMenu | None = None) -> QMenu:
    """Which columns are shown, and the way back to how they came."""
    menu = QMenu(translate("TableMenus", "Columns"), parent or table)
    by_key = {column.key: column for column in table.model.columns}
    for place in table.arrangement.places:
        column = by_key[place.key]
        if column.button is not None:
            continue
        action = menu.addAction(bare(column.title()))
        action.setCheckable(True)
        action.setChecked(place.shown)
        action.setEnabled(column.hideable)
        action.toggled.connect(
            lambda shown, key=place.key: table.arrange(table.arrangement.with_place(key, shown=shown))
        )
    menu.addSeparator()
    menu.addAction(translate("TableMenus", "As they came"), lambda: table.arrange(Arrangement.of(table.model.columns)))
    return menu


def _arranging(table: Table, arrangement: Arrangement) -> Callable[[], None]:
    return lambda: table.arrange(arrangement)
