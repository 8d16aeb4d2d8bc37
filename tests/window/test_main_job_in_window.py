"""The main job of the office through the window, from signing in to the history, by mouse and by keyboard alone."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from conftest import PASSWORD, House, at
from hand import type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView
from thoroughness import TIMES
from window_hand import Hand
from window_house import DAY
from window_keys import Keys
from window_mouse import Mouse
from wizard_hand import register_by_hand

from desktop.casework import queries as casework
from desktop.database.policy import Section, StaffRole
from desktop.empowerment import queries as empowerment
from desktop.exchange import demonstration_office
from desktop.facts.canonical import canonical_bytes
from desktop.facts.codes import Outcome, Sex
from desktop.facts.reading import read_household
from desktop.issuing import queries as issuing
from desktop.issuing.kinds import PaperKind
from desktop.office import service as office_service
from desktop.office.drafts import StaffDraft
from desktop.registry.queries import export, open_file
from desktop.values.isolates import bare
from desktop.values.language import Language, Wording
from ui.parts.preview import PrintPreview
from ui.shell.window import Window

Sit = Callable[..., Window]


def comparable(text: str) -> str:
    """A text without direction marks, its digits and decimal points as computers write them."""
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
    return text.translate(marks).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789."))


HEAD, CHILD, COURSE = "فاطمة عبد الله حسن الأحمد", "علي جاسم علي الأحمد", "QTF-2027-01"
HUDA = StaffDraft(
    "huda",
    Wording("هدى سالم العوامي", "Huda Salim Al-Awami"),
    frozenset({StaffRole.RESEARCHER}),
    sections=frozenset({Section.GENERAL, Section.WOMEN}),
    sex=Sex.FEMALE,
    password=PASSWORD,
)


@pytest.fixture
def office(qatif: House) -> str:
    """The demonstration office, its courses open, and Huda appointed with a password; the address of its database."""
    demonstration_office.furnish(
        lambda login: qatif.desk(login, clock=at(DAY)), founder=qatif.founder, alone=True, new=True
    )
    with qatif.desk(qatif.founder, clock=at(DAY)) as desk:
        office_service.appoint(desk, draft=HUDA)
    return qatif.database.url


def _sign_in(hand: Hand) -> None:
    hand.until(
        lambda: hand.window.pages.currentWidget() is hand.window.sign_in and hand.window.sign_in.login.isEnabled()
    )
    hand.write("login", "huda")
    hand.write("password", PASSWORD)
    hand.press("sign_in")
    hand.until(lambda: hand.window.workplace.taken)
    hand.still()


def _see_the_desk(hand: Hand, language: Language) -> None:
    words = hand.words()
    assert HUDA.name.said_in(language) in words
    assert hand.find("due")


def _register(hand: Hand) -> str:
    """Type the contract's own example into the wizard; what the office then holds is that file, fact by fact."""
    example = read_household(files("resources").joinpath("contracts", "household.example.json").read_bytes())
    number, refs = register_by_hand(hand, example)
    with hand.window.workplace.seat.office.desk(reading=True) as desk:
        held = canonical_bytes(export(desk, number)).decode()
    typed = canonical_bytes(
        msgspec.structs.replace(example, household=msgspec.structs.replace(example.household, file_number=number))
    ).decode()
    for ref, given in refs.items():
        typed = typed.replace(f'"{ref}"', f'"{given}"')
    assert held == typed
    return number


def _find(hand: Hand, text: str, number: str) -> None:
    frame = hand.window.frame
    assert frame is not None
    if isinstance(hand, Keys):
        hand.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        type_text(hand.focus, text)
    else:
        hand.write("search_everything", text)
    hand.until(frame.finder.isVisible)
    hand.still()
    if isinstance(hand, Keys):
        hand.key(Qt.Key.Key_Return)
    elif isinstance(hand, Mouse):
        (found,) = frame.finder.findChildren(QListView)
        hand.click_item(found, 0)
    hand.until(lambda: frame.here is not None and frame.here.key == number)
    hand.still()


def _read_the_file(hand: Hand) -> None:
    said = hand.words()
    assert HEAD in said
    assert CHILD in said
    hand.open_tab("means")
    assert "3,000" in comparable(hand.words()).replace("٬", ",")


def _assess(hand: Hand, number: str) -> str:
    """Assess, and compare what the tab says with what the office holds; the total as the window shows it."""
    hand.open_tab("eligibility")
    hand.press("assess")
    hand.find("outcome")
    hand.still()
    with hand.window.workplace.seat.office.desk(reading=True) as desk:
        stored = casework.latest_assessment(desk, file_number=number, programme="sa.developed")
    assert stored is not None
    assert stored.on == DAY
    assert stored.outcome is Outcome.ELIGIBLE
    assert stored.amount is not None
    assert stored.amount.value is not None
    assert stored.total is not None
    assert stored.total.value is not None
    reader, said = hand.window.workplace.reader, hand.words("outcome")
    assert bare(reader.wording(stored.outcome.label)) in said.casefold()
    total = bare(reader.money(stored.total.value))
    assert bare(reader.money(stored.amount.value)) in said
    assert total in said
    return total


def _decide(hand: Hand, total: str) -> None:
    hand.press("decide")
    hand.find("take_decision")
    hand.still()
    assert total in hand.words()
    hand.press("take_decision")
    hand.until(lambda: hand.front is hand.window)
    hand.still()
    hand.open_tab("decisions")
    hand.until(lambda: total in hand.words(), "the decision is not told")
    assert "QTF-D-" in hand.words()


def _issue_statement(hand: Hand, number: str, total: str, folder: Path) -> None:
    hand.open_tab("documents")
    hand.press("issue benefit_statement")
    read = _issue(hand, number, PaperKind.BENEFIT_STATEMENT, folder)
    assert HEAD in read
    assert "737.00" in comparable(total)
    assert "737.00" in read


def _enrol(hand: Hand, number: str, language: Language, folder: Path) -> None:
    """Enrol the mother, and issue the slip that the course asks for."""
    hand.open_tab("empowerment")
    hand.press(f"enrol {COURSE}")
    hand.find("slip")
    hand.still()
    with hand.window.workplace.seat.office.desk(reading=True) as desk:
        (enrolled,) = empowerment.enrolments(desk, file_number=number)
    assert enrolled.course.code == COURSE
    assert enrolled.course.title.said_in(language) in hand.words("courses-note")
    hand.press("slip")
    read = _issue(hand, number, PaperKind.ENROLMENT_SLIP, folder)
    assert HEAD in read
    assert enrolled.course.title.ar in " ".join(read.split())


def _issue(hand: Hand, number: str, kind: PaperKind, folder: Path) -> str:
    """Issue a paper after its draft was seen; its text as anybody's program reads it back."""
    preview = hand.find("paper-preview")
    assert isinstance(preview, PrintPreview)
    hand.until(lambda: preview.pages.count > 0, "no draft was drawn")
    hand.press("issue")
    hand.until(lambda: isinstance(hand.front, QDialog), "nobody asked for the printer")
    hand.dismiss()
    with hand.window.workplace.seat.office.desk(reading=True) as desk:
        papers = issuing.register_of(desk, household=open_file(desk, number).id)
        (paper,) = [each for each in papers if each.kind is kind]
        pdf = issuing.file_of(desk, serial=paper.serial).pdf
    assert bare(hand.window.workplace.reader.code(paper.serial)) in hand.words()
    file = folder / f"{kind}.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    read = comparable(done.stdout.decode())
    assert paper.serial in read
    return read


def _history(hand: Hand, language: Language) -> None:
    hand.open_tab("history")
    said = hand.words("history")
    assert HUDA.name.said_in(language) in said
    assert ("سجّلت" if language is Language.ARABIC else "registered") in said


EVERY_WAY = [
    pytest.param("sqlite", Language.ARABIC, Mouse, id="mouse-ar-sqlite"),
    pytest.param("postgresql", Language.ENGLISH, Keys, id="keys-en-postgresql", marks=pytest.mark.postgresql),
    pytest.param("postgresql", Language.ENGLISH, Mouse, id="mouse-en-postgresql", marks=pytest.mark.postgresql),
    pytest.param("sqlite", Language.ARABIC, Keys, id="keys-ar-sqlite"),
]
RUNS = EVERY_WAY if TIMES > 1 else EVERY_WAY[1:2]
"""Each is most of a minute: in the suite the tour goes the way of the mouse in Arabic, by hands of its own."""


@pytest.mark.parametrize(("database", "language", "kind"), RUNS, indirect=["database"])
def test_a_widow_s_household_is_registered_and_helped_by_hand(
    sit: Sit, office: str, language: Language, kind: type[Hand], tmp_path: Path
) -> None:
    hand = kind(sit(staff=None, url=office, language=language))
    _sign_in(hand)
    _see_the_desk(hand, language)
    number = _register(hand)
    _find(hand, "فاطمة", number)
    _read_the_file(hand)
    total = _assess(hand, number)
    _decide(hand, total)
    _issue_statement(hand, number, total, tmp_path)
    _enrol(hand, number, language, tmp_path)
    _history(hand, language)
