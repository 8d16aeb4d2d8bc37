"""The tour: the office's main job, once through, by the verbs that staff use; called by `yusr tour` and `make run`.

It works on a demonstration database of its own in the folder given, needs no display, and leaves what the job leaves:
the household file, the assessment, the papers, their pages as pictures, and `tour.json` that lists it all.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from desktop import bootstrap
from desktop.bootstrap import OpenOffice
from desktop.casework import assessing, deciding
from desktop.database.policy import Section
from desktop.empowerment import service as empowerment
from desktop.exchange import demonstration_office
from desktop.facts.assessment import Assessment, encode_assessment
from desktop.facts.canonical import canonical_bytes
from desktop.facts.reading import read_household
from desktop.issuing.kinds import PaperKind, about
from desktop.issuing.trust import TrustStore
from desktop.issuing.verification import verify
from desktop.office.desk import SignedIn, desk
from desktop.programmes.catalogue import Catalogue
from desktop.registry import queries
from desktop.registry import service as registry
from desktop.registry.search import search
from desktop.values.errors import Unreachable
from desktop.values.language import Language, Wording
from reports.preview import pages_as_png
from ui.paper import Folders, issue
from ui.papers.wanted import Wanted, prepared

PROGRAMME, DAY = "sa.developed", date(2024, 3, 1)
MEMBER, COURSE = "m1", "QTF-2027-01"
LOOKED_FOR = "فاطمه الاحمد"
"""The head's name as people type it: without ta marbuta and hamza."""

FOUNDER = "founder"
DATABASE = "office.db"
KEYS, TRUST = "keys", "trust"
INDEX = "tour.json"

Tell = Callable[[Wording, float], None]
"""Told of each step when it is done: what was done, and how many seconds it took."""


@dataclass(slots=True)
class Tour:
    """What a tour did and left behind.

    Args:
        out: the folder.
        tell: see `Tell`.
    """

    out: Path
    tell: Tell
    steps: list[dict[str, Any]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, arabic: str, english: str) -> Iterator[None]:
        """One step of the job, timed."""
        begun = time.perf_counter()
        yield
        seconds = time.perf_counter() - begun
        self.steps.append({"ar": arabic, "en": english, "seconds": round(seconds, 3)})
        self.tell(Wording(arabic, english), seconds)

    def leave(self, name: str, data: bytes) -> None:
        """Leave a file, whole, in place of an earlier tour's."""
        half = self.out / f".{name}.half"
        half.write_bytes(data)
        os.replace(half, self.out / name)
        self.left.append(name)


def take(out: Path, tell: Tell) -> Tour:
    """Go through the main job.

    Args:
        out: a folder, made when missing; files of an earlier tour are replaced, others left alone.
        tell: see `Tell`.

    Raises:
        Unreachable: `ui.folder_not_writable`.
        OfficeError: a step was refused, which in the demonstration office is a fault of ours.
    """
    tour = Tour(out, tell)
    try:
        out.mkdir(parents=True, exist_ok=True)
        _clear(out)
        _go(tour)
    except OSError as error:
        raise Unreachable("ui.folder_not_writable", folder=str(out), reason=error.strerror or "") from error
    return tour


def _clear(out: Path) -> None:
    """Forget an earlier tour: its index names what it left."""
    index = out / INDEX
    try:
        names = [str(name) for name in json.loads(index.read_bytes())["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever a tour that was cut off left is found by its own names; a later one replaces the rest.
        names = []
    else:
        # A key is known to its own database alone.
        for folder in (KEYS, TRUST):
            for made in (out / folder).glob("*.json"):
                made.unlink()
    for name in (*names, INDEX, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        # An index that somebody wrote by hand must not reach out of the folder.
        if Path(name).name == name:
            (out / name).unlink(missing_ok=True)


def _go(tour: Tour) -> None:
    url = f"sqlite:///{tour.out / DATABASE}"
    folders = Folders(tour.out / KEYS, tour.out / TRUST)
    with tour.step(
        "أُنشئ مكتب تجريبي فيه اثنتا عشرة أسرة ودوراته", "Founded a demonstration office with twelve households"
    ):
        office = _founded(url)
    try:
        number, assessment = _work(tour, office)
        serials = _papers(tour, office, folders, number)
    finally:
        office.close()
    tour.left.append(DATABASE)
    index = {
        "file_number": number,
        "outcome": assessment.outcome.value,
        "serials": serials,
        "steps": tour.steps,
        "files": [*tour.left, INDEX],
    }
    tour.leave(INDEX, json.dumps(index, ensure_ascii=False, indent=1).encode() + b"\n")


def _founded(url: str) -> OpenOffice:
    bootstrap.initialise(url, staff=FOUNDER, office=demonstration_office.draft())
    office = bootstrap.open_office(url, staff=FOUNDER)
    try:
        demonstration_office.furnish(
            lambda login: desk(SignedIn(office.engine, login)), founder=FOUNDER, alone=False, new=True
        )
    finally:
        office.close()
    # The example's family is in the women's section.
    return bootstrap.open_office(url, staff=demonstration_office.researcher(Section.WOMEN))


def _work(tour: Tour, office: OpenOffice) -> tuple[str, Assessment]:
    example = (files("resources") / "contracts" / "household.example.json").read_bytes()
    with tour.step("سُجّلت أسرة فاطمة الأحمد", "Registered the household of Fatimah Al-Ahmad"), office.desk() as at:
        number = registry.register(at, draft=read_household(example)).answer.file_number
    with tour.step(f"صُدّر ملفها {number}", f"Exported its file {number}"), office.desk(reading=True) as at:
        tour.leave("household.json", _indented(canonical_bytes(queries.export(at, number))))
    with (
        tour.step(f"وُجدت بالبحث عن «{LOOKED_FOR}»", f"Found it by searching for “{LOOKED_FOR}”"),
        office.desk(reading=True) as at,
    ):
        hits = search(at, LOOKED_FOR)
        tour.leave("search.json", json.dumps([hit.summary.file_number for hit in hits]).encode() + b"\n")
    with (
        tour.step(f"دُرست أهليتها في {PROGRAMME} ليوم {DAY}", f"Assessed it under {PROGRAMME} on {DAY}"),
        office.desk() as at,
    ):
        saved = assessing.assess(at, file_number=number, programme=PROGRAMME, on=DAY, catalogue=Catalogue())
        assessment = saved.answer.answer
        tour.leave("assessment.json", _indented(encode_assessment(assessment)))
    with tour.step("صدر القرار وبُلّغت به الأسرة", "Decided, and told the family"), office.desk() as at:
        deciding.decide(at, file_number=number, programme=PROGRAMME, on=DAY, catalogue=Catalogue())
    with tour.step(f"سُجّلت فاطمة في الدورة {COURSE}", f"Enrolled Fatimah in course {COURSE}"), office.desk() as at:
        empowerment.enrol(at, file_number=number, member=MEMBER, course_code=COURSE)
    return number, assessment


def _papers(tour: Tour, office: OpenOffice, folders: Folders, number: str) -> dict[str, str]:
    serials: dict[str, str] = {}
    for kind in PaperKind:
        label = about(kind).label
        wanted = Wanted(kind, number, language=Language.ARABIC)
        with tour.step(f"صدرت: {label.ar}", f"Issued: {label.en}"):
            paper = issue(office, kind=kind, prepare=prepared(wanted), folders=folders)
            tour.leave(f"{kind}.pdf", paper.pdf)
            serials[kind.value] = paper.answer.serial
        with tour.step(f"تُحقق منها: {label.ar}", f"Verified: {label.en}"):
            verdict = verify(paper.pdf, trust=TrustStore.of_folder(folders.trust), on=date.today())
            verdict_text = {"state": verdict.state.value, "ar": verdict.sentence.ar, "en": verdict.sentence.en}
            tour.leave(f"{kind}.verified.json", json.dumps(verdict_text, ensure_ascii=False, indent=1).encode() + b"\n")
        with tour.step(f"صُوّرت صفحاتها: {label.ar}", f"Pictured its pages: {label.en}"):
            for page, picture in enumerate(pages_as_png(paper.pdf), start=1):
                tour.leave(f"{kind}-{page}.png", picture)
    return serials


def _indented(document: bytes) -> bytes:
    return msgspec.json.format(document, indent=1) + b"\n"
