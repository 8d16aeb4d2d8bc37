"""Whoever did something is shown by the name, in the language of who reads, and never by the login."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from casework_scenes import DEVELOPED, decisions_tab, eligibility, registered
from household_scenes import Sit, go, shown
from paper_scenes import documents
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from window_house import DAY, clock_at

from desktop.bootstrap import OpenOffice, open_office
from desktop.casework import service as casework
from desktop.issuing.kinds import PaperKind
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.paper import Folders, issue, withdraw
from ui.papers.wanted import Wanted, prepared
from ui.screens.issuing.issued_documents import IssuedDocumentsScreen
from ui.shell.destinations import Place

TARIQ = {Language.ARABIC: "طارق سعود الجبيران", Language.ENGLISH: "Tariq Saud Al-Jubairan"}


@contextmanager
def tariq(office_file: Path) -> Iterator[OpenOffice]:
    """The supervisor at another desk, on the day on which the window plays."""
    office = open_office(f"sqlite:///{office_file}", staff="supervisor", clock=clock_at(DAY))
    try:
        yield office
    finally:
        office.close()


def words(parent: QWidget) -> str:
    return "\n".join(bare(each.text()) for each in shown(parent, QLabel))


@pytest.mark.parametrize("language", [Language.ARABIC])
def test_who_assessed_and_who_decided_are_told_by_name(
    qtbot: QtBot, sit: Sit, office_file: Path, language: Language
) -> None:
    window = sit(language=language)
    number = registered(window)
    with tariq(office_file) as office, office.desk() as desk:
        casework.assess(desk, file_number=number, programme=DEVELOPED, on=DAY, catalogue=Catalogue())
        casework.decide(desk, file_number=number, programme=DEVELOPED, on=DAY, catalogue=Catalogue())

    sheet = eligibility(qtbot, window, number).sheet
    assert TARIQ[language] in bare(sheet.outcome.by.text())
    assert "supervisor" not in words(sheet)
    decisions = decisions_tab(qtbot, window, number)
    assert TARIQ[language] in words(decisions)
    assert "supervisor" not in words(decisions)


@pytest.mark.parametrize("language", [Language.ENGLISH])
def test_who_issued_and_who_withdrew_a_paper_are_told_by_name(
    qtbot: QtBot, sit: Sit, office_file: Path, tmp_path: Path, language: Language
) -> None:
    window = sit(language=language)
    number = registered(window)
    kind, folders = PaperKind.ASSESSMENT_SHEET, Folders(tmp_path / "keys", tmp_path / "trust")
    with tariq(office_file) as office:
        with office.desk() as desk:
            casework.assess(desk, file_number=number, programme=DEVELOPED, on=DAY, catalogue=Catalogue())
        serial = issue(office, kind=kind, prepare=prepared(Wanted(kind, number)), folders=folders).answer.serial
        withdraw(office, serial=serial, reason="صدر غيرها", folders=folders)

    register = go(qtbot, window, Place.ISSUED_DOCUMENTS)
    assert isinstance(register, IssuedDocumentsScreen)
    reader = window.workplace.reader
    (by,) = (column for column in register.pages.columns if column.key == "by")
    assert bare(by.cell(register.pages.row_at(0), reader)) == TARIQ[language]
    paper = documents(qtbot, window, number, serial)
    assert words(paper).count(TARIQ[language]) == 2
    assert "supervisor" not in words(paper)


def test_who_is_not_known_is_told_by_the_login_and_never_left_out() -> None:
    assert bare(Reader().colleague("sara")) == "sara"
