"""How one person stands to the conditions of a course: each a sentence with its sign and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.text import Text
from ui.screens.casework.sheet_words import criterion_mark, criterion_words, sentence_words
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.empowerment.answers import ConditionsAnswer
    from desktop.facts.household_file import HouseholdFile


class ConditionsView(QWidget):
    """Rows of a chip and a sentence, and a way to every fact that is lacking.

    Args:
        judged: how the person stands.
        file: their household's, for the names in the sentences.
        reader: who reads.
        record: goes to the field of a missing fact; None where nobody can go there from here.
    """

    def __init__(
        self,
        judged: ConditionsAnswer,
        file: HouseholdFile,
        reader: Reader,
        record: Callable[[str], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(judged.criteria):
            mark = criterion_mark(reader, each.outcome)
            words = Text("", self, wraps=True)
            # The label tells what is asked where the rules found nothing to say of this person.
            words.setText(criterion_words(reader, each, file) or reader.wording(each.label))
            grid.addWidget(Chip(mark, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        if not judged.criteria:
            none = Text("soft", self, wraps=True)
            none.setText(self.tr("The course sets no conditions."))
            grid.addWidget(none, 0, 0, 1, 2)
        at = len(judged.criteria)
        lacking = judged.missing if record is not None else ()
        for missing in lacking:
            button = QPushButton(self)
            button.setProperty("kind", "link")
            label = missing.label
            said = sentence_words(reader, label, file) if isinstance(label, Wording) else isolated(missing.path)
            button.setText(self.tr("Record: {fact}").format(fact=said))
            button.clicked.connect(lambda _checked, path=missing.path: record and record(path))
            grid.addWidget(button, at, 1, Qt.AlignmentFlag.AlignLeading)
            at += 1
