"""The papers of the tour: issued, verified as an outsider would, and pictured page by page."""

from __future__ import annotations

import json

from desktop.issuing.kinds import PaperKind, about
from desktop.issuing.queries import file_of
from desktop.issuing.trust import TrustStore
from desktop.issuing.verification import verify
from desktop.values.language import Language, Wording
from reports.preview import pages_as_png
from ui.paper import Folders, issue
from ui.papers.wanted import Wanted, prepared
from ui.tour.day import DAY
from ui.tour.left import KEYS, TRUST
from ui.tour.stage import Stage


def folders_of(stage: Stage) -> Folders:
    """Where the tour's own keys are."""
    return Folders(stage.left.out / KEYS, stage.left.out / TRUST)


def leave_papers(stage: Stage) -> None:
    """Issue a paper of every kind, and leave it, what an outsider finds who verifies it, and its pages."""
    left, folders = stage.left, folders_of(stage)
    for kind in PaperKind:
        label = about(kind).label
        with left.step(Wording(f"صدرت: {label.ar}", f"Issued: {label.en}")):
            pdf = _paper(stage, kind)
            left.leave(f"{kind}.pdf", pdf)
        with left.step(Wording(f"تُحقق منها: {label.ar}", f"Verified: {label.en}")):
            verdict = verify(pdf, trust=TrustStore.of_folder(folders.trust), on=DAY)
            told = {"state": verdict.state.value, "ar": verdict.sentence.ar, "en": verdict.sentence.en}
            left.leave(f"{kind}.verified.json", json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")
        with left.step(Wording(f"صُوّرت صفحاتها: {label.ar}", f"Pictured its pages: {label.en}")):
            for page, picture in enumerate(pages_as_png(pdf), start=1):
                left.leave(f"{kind}-{page}.png", picture)


def _paper(stage: Stage, kind: PaperKind) -> bytes:
    """The paper that was issued in the window, else one issued now."""
    if kind in stage.serials:
        with stage.office.desk(reading=True) as desk:
            return file_of(desk, serial=stage.serials[kind]).pdf
    wanted = Wanted(kind, stage.file_number, language=Language.ARABIC)
    paper = issue(stage.office, kind=kind, prepare=prepared(wanted), folders=folders_of(stage))
    stage.serials[kind] = paper.answer.serial
    return paper.pdf
