"""The steps of the tour in their order, as data; each acts in the window as a person would.

TO ADD A STEP: a function of the stage, and its line in `STEPS` with its words in both languages.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.casework.queries import latest_assessment
from desktop.facts.assessment import encode_assessment
from desktop.facts.canonical import canonical_bytes
from desktop.issuing.kinds import PaperKind
from desktop.issuing.queries import register_of
from desktop.registry import queries
from desktop.registry.search import search
from desktop.values.language import Language, Wording
from ui.parts.preview import PrintPreview
from ui.screens.casework.supposing_field import SupposingField
from ui.shell.destinations import Place
from ui.tour import registering
from ui.tour.hands import LostWayError
from ui.tour.stage import COURSE, LOOKED_FOR, PROGRAMME, SIGNS_IN, Stage, Step

_ISSUE = f"issue {PaperKind.BENEFIT_STATEMENT}"

_ENROL = f"enrol {COURSE}"

SUPPOSED = "5000"
"""What the mother might earn in a month instead, in riyals."""


def _see_the_first_page(stage: Stage) -> None:
    stage.hands.write("login", SIGNS_IN)


def _sign_in(stage: Stage) -> None:
    stage.hands.press("sign_in")
    stage.hands.until(lambda: stage.window.workplace.taken, "taken")
    stage.hands.find("due")
    stage.hands.still()


def _export(stage: Stage) -> None:
    with stage.office.desk(reading=True) as desk:
        stage.left.leave_indented("household.json", canonical_bytes(queries.export(desk, stage.file_number)))


def _search(stage: Stage) -> None:
    hands, finder = stage.hands, stage.frame.finder
    stage.frame.search()
    hands.write("search_everything", LOOKED_FOR)
    hands.until(finder.isVisible, "finder")
    hands.still()
    with stage.office.desk(reading=True) as desk:
        found = [hit.summary.file_number for hit in search(desk, LOOKED_FOR)]
    stage.left.leave_indented("search.json", msgspec.json.encode(found))


def _open(stage: Stage) -> None:
    stage.hands.key(Qt.Key.Key_Return)
    stage.hands.find("tab_family")
    stage.hands.still()


def _means(stage: Stage) -> None:
    stage.open_tab("means")


def _assess(stage: Stage) -> None:
    stage.open_tab("eligibility")
    stage.hands.press("assess")
    stage.hands.find("outcome")
    stage.hands.find("what_if_result")
    stage.hands.still()
    with stage.office.desk(reading=True) as desk:
        stored = latest_assessment(desk, file_number=stage.file_number, programme=PROGRAMME)
    if stored is None:
        raise LostWayError("assessment")
    stage.assessment = stored.answer
    stage.left.leave_indented("assessment.json", encode_assessment(stored.answer))


def _suppose(stage: Stage) -> None:
    field = stage.hands.find(lambda name: name.startswith("suppose ") and "/incomes/" in name)
    if not isinstance(field, SupposingField):
        raise LostWayError(field.objectName())
    stage.hands.write(field.control, SUPPOSED)
    stage.hands.find("what_if_result")
    stage.hands.still()


def _prepare_decision(stage: Stage) -> None:
    stage.hands.press("reset")
    stage.hands.press("decide")
    stage.hands.find("take_decision")
    stage.hands.still()


def _decide(stage: Stage) -> None:
    stage.hands.press("take_decision")
    stage.hands.until(lambda: stage.hands.front is stage.window, "decision")
    stage.hands.still()
    stage.frame.banner.clear()
    stage.open_tab("decisions")


def _see_courses(stage: Stage) -> None:
    stage.open_tab("empowerment")
    stage.hands.find(_ENROL)
    stage.hands.still()


def _enrol(stage: Stage) -> None:
    stage.hands.press(_ENROL)
    stage.hands.find("slip")
    stage.hands.still()


def _see_the_course(stage: Stage) -> None:
    stage.hands.press("to-course")
    stage.hands.find("seats-bar")
    stage.hands.still()


def _preview_slip(stage: Stage) -> None:
    stage.go(Place.HOUSEHOLD, stage.file_number, "empowerment")
    stage.hands.press("slip")
    _see_draft(stage)


def _issue_slip(stage: Stage) -> None:
    _issue_paper(stage, PaperKind.ENROLMENT_SLIP)


def _see_what_can_be_issued(stage: Stage) -> None:
    stage.open_tab("documents")
    stage.hands.find(_ISSUE)
    stage.hands.still()


def _preview(stage: Stage) -> None:
    stage.hands.press(_ISSUE)
    _see_draft(stage)


def _issue(stage: Stage) -> None:
    _issue_paper(stage, PaperKind.BENEFIT_STATEMENT)


def _see_draft(stage: Stage) -> None:
    preview = stage.hands.find("paper-preview")
    if not isinstance(preview, PrintPreview):
        raise LostWayError(preview.objectName())
    stage.hands.until(lambda: preview.pages.count > 0, "pages")
    stage.hands.find("issue")
    stage.hands.still()


def _issue_paper(stage: Stage, kind: PaperKind) -> None:
    stage.hands.press("issue")
    # The paper is there, and the printer is asked for; the tour has none.
    stage.hands.until(lambda: isinstance(stage.hands.front, QDialog), "print")
    stage.hands.key(Qt.Key.Key_Escape, widget=stage.hands.front)
    stage.hands.until(lambda: stage.hands.front is stage.window, "print")
    stage.hands.still()
    with stage.office.desk(reading=True) as desk:
        papers = register_of(desk, household=queries.open_file(desk, stage.file_number).id)
    stage.serials[kind] = next(each.serial for each in papers if each.kind is kind)


def _history(stage: Stage) -> None:
    stage.open_tab("history")


def _english(stage: Stage) -> None:
    workplace = stage.window.workplace
    workplace.prefer(msgspec.structs.replace(workplace.preferences, language=Language.ENGLISH, arabic_digits=False))
    stage.open_tab("eligibility")


def _dark(stage: Stage) -> None:
    stage.window.other_scheme()
    stage.hands.still()


STEPS = (
    Step(
        "sign-in",
        Wording("جلست الباحثة إلى المكتب التجريبي", "The researcher came to the demonstration office"),
        _see_the_first_page,
    ),
    Step("my-desk", Wording("سجّلت دخولها ورأت أعمال يومها", "Signed in and saw what the day holds"), _sign_in),
    Step(
        "draft",
        Wording("عُرضت عليها مسوّدة أسرة بدأتها من قبل", "Was offered the draft of a household begun before"),
        registering.offer_draft,
    ),
    Step(
        "registration",
        Wording("أكملت المسوّدة: الجوال وإيجار المسكن", "Went on with it: the telephone and the rent"),
        registering.go_on,
    ),
    Step(
        "members",
        Wording("أدخلت رقم هوية الأم فتحقق البرنامج منه", "Entered the mother's identity number, checked while typing"),
        registering.members,
    ),
    Step(
        "review", Wording("راجعت ما كتبته قبل حفظه", "Looked through everything before it is saved"), registering.review
    ),
    Step(
        "registered",
        Wording("سُجّلت أسرة فاطمة الأحمد", "Registered the household of Fatimah Al-Ahmad"),
        registering.register,
    ),
    Step("exported", Wording("صُدّر ملفها {number}", "Exported its file {number}"), _export, pictured=False),
    Step("search", Wording(f"وُجدت بالبحث عن «{LOOKED_FOR}»", f"Found it by searching for “{LOOKED_FOR}”"), _search),
    Step("family", Wording("فُتح ملف الأسرة على أفرادها", "Opened the file on its members"), _open),
    Step("means", Wording("قُرئ دخلها وممتلكاتها", "Read its income and property"), _means),
    Step(
        "eligibility",
        Wording("دُرست أهليتها للضمان المطوّر", "Assessed its eligibility for the developed pension"),
        _assess,
    ),
    Step(
        "what-if",
        Wording("نُظر فيما لو بلغ الراتب خمسة آلاف ريال", "Looked at what a salary of 5,000 riyals would change"),
        _suppose,
    ),
    Step(
        "decision",
        Wording("عُرض القرار ونص تبليغه قبل إصداره", "Saw the decision and its notice before taking it"),
        _prepare_decision,
    ),
    Step("decided", Wording("صدر القرار وبُلّغت به الأسرة", "Decided, and told the family"), _decide),
    Step(
        "documents",
        Wording("عُرض ما يمكن إصداره من الوثائق", "Saw which papers can be issued"),
        _see_what_can_be_issued,
    ),
    Step(
        "preview",
        Wording("عُوين مشهد الضمان قبل إصداره", "Saw the benefit statement before it is issued"),
        _preview,
    ),
    Step("issued", Wording("صدر مشهد الضمان برقمه", "Issued the benefit statement under its serial"), _issue),
    Step(
        "courses",
        Wording("عُرضت عليها الدورات وشروط كل منها", "Saw the courses and what each asks for"),
        _see_courses,
    ),
    Step(
        "enrolled",
        Wording(f"سُجّلت فاطمة في الدورة {COURSE}", f"Enrolled Fatimah in course {COURSE}"),
        _enrol,
    ),
    Step(
        "course",
        Wording("عُرضت مقاعد الدورة وقائمة انتظارها", "Saw the seats of the course and its waiting list"),
        _see_the_course,
    ),
    Step(
        "slip",
        Wording("عُوينت قسيمة التسجيل قبل إصدارها", "Saw the enrolment slip before it is issued"),
        _preview_slip,
    ),
    Step("slip-issued", Wording("صدرت قسيمة التسجيل برقمها", "Issued the slip under its serial"), _issue_slip),
    Step("history", Wording("قُرئ ما جرى على الملف في سجله", "Read in the history what happened to the file"), _history),
    Step("english", Wording("عُرض الملف نفسه بالإنجليزية", "Saw the same file in English"), _english),
    Step("dark", Wording("وعُرض بالألوان الداكنة", "And in dark colours"), _dark),
)
