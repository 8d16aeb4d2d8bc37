"""Checks packs for `yusr programmes check`: what is wrong with each, which of its cases disagree, and its seal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.programmes.checking.checks import PackReport, check_pack, check_versions
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.sealing import SEAL, seal_bytes, seal_pack
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Language
from ui.command_line.speaking import Voice


def check_under(voice: Voice, path: Path | None, *, seal: bool, as_json: bool) -> int:
    """Check every pack at or below `path`, the shipped ones for None; exit status 1 where any is unfit.

    Raises:
        Unreachable: `command_line.no_pack_there`.
    """
    reports: list[PackReport] = []
    sealed: dict[Path, str] = {}
    for folder in folders_of_packs(path):
        report = check_pack(folder)
        reports.append(report)
        sealed[folder] = _sealed(report, seal=seal)
        if not as_json:
            _tell(voice, report, sealed[folder])
    between = list(_between(path))
    if as_json:
        document = {
            "fit": all(report.fit for report in reports) and not between,
            "packs": [_as_data(report, sealed[report.folder]) for report in reports],
            "between_versions": [_fault(fault) for fault in between],
        }
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    for fault in between:
        voice.refuse(fault)
    return 0 if all(report.fit for report in reports) and not between else 1


def _between(path: Path | None) -> Iterator[OfficeError]:
    """What is wrong between versions, where more than one version is checked."""
    if path is None or any(path.glob("*/*/pack.yaml")):
        yield from check_versions(Catalogue(path))
    elif any(path.glob("*/pack.yaml")):
        yield from check_versions(Catalogue(path.resolve().parent), path.resolve().name)


def folders_of_packs(path: Path | None) -> list[Path]:
    """The folders of packs at or below `path`, the shipped ones for None.

    Raises:
        Unreachable: `command_line.no_pack_there`.
    """
    root = Catalogue().root if path is None else path
    folders = sorted(found.parent for found in root.rglob("pack.yaml")) if root.is_dir() else []
    if not folders:
        raise Unreachable("command_line.no_pack_there", path=str(root))
    return folders


def _sealed(report: PackReport, *, seal: bool) -> str:
    """Whether the seal fits: `fits`, `written` now, `stale`, `absent`; `-` for a pack that is not fit for one."""
    if not report.fit:
        return "-"
    if seal:
        try:
            return "written" if seal_pack(report.folder) else "fits"
        except OSError as error:
            raise Unreachable(
                "command_line.unwritable_file", file=str(report.folder / SEAL), reason=error.strerror or ""
            ) from error
    path = report.folder / SEAL
    if not path.is_file():
        return "absent"
    return "fits" if path.read_bytes() == seal_bytes(report.folder) else "stale"


def _tell(voice: Voice, report: PackReport, sealed: str) -> None:
    name = repr(report.pack) if report.pack is not None else str(report.folder)
    agreeing = sum(result.agrees for result in report.cases)
    verdict = voice.say("صالح", "fit") if report.fit else voice.say("غير صالح", "not fit")
    cases = voice.say(f"وافقت {agreeing} من {len(report.cases)} حالة", f"{agreeing} of {len(report.cases)} cases agree")
    if report.inherited:
        agreeing, run = sum(result.agrees for result in report.inherited), len(report.inherited)
        cases += voice.say(f"، و{agreeing} من {run} مما تعدّله", f", and {agreeing} of {run} of what it amends")
    voice.tell(f"{name}: {verdict}، {cases}" if voice.language is Language.ARABIC else f"{name}: {verdict}, {cases}")
    for fault in report.faults:
        where = _where(fault)
        voice.tell(f"  {where}{fault.sentence(voice.language)}")
    for result in (*report.cases, *report.inherited):
        if not result.agrees:
            voice.tell(f"  {voice.word(result.case.says)}")
            for difference in result.differences:
                voice.tell(f"    {difference}")
    unshown = report.unshown
    for label, names in (
        (voice.say("لا تصرفه أي حالة", "paid by no case"), unshown.benefits),
        (voice.say("لا تقرؤه أي حالة", "read by no case"), unshown.variables),
        (voice.say("فروع لا تأخذ بها أي حالة", "branches taken by no case"), [str(each) for each in unshown.branches]),
    ):
        if names:
            voice.note(f"  {label}: {voice.say('، ', ', ').join(names)}")
    if sealed in ("stale", "absent"):
        voice.note(
            voice.say("  لا ختم له يوافقه؛ اختمه بالخيار --seal", "  it has no seal that fits; seal it with --seal")
        )


def _as_data(report: PackReport, sealed: str) -> dict[str, Any]:
    return {
        "pack": None if report.pack is None else repr(report.pack),
        "folder": str(report.folder),
        "fit": report.fit,
        "faults": [_fault(fault) for fault in report.faults],
        "cases": len(report.cases),
        "inherited_cases": len(report.inherited),
        "disagreeing": [
            {"says": {"ar": result.case.says.ar, "en": result.case.says.en}, "differences": list(result.differences)}
            for result in (*report.cases, *report.inherited)
            if not result.agrees
        ],
        "unexercised": list(report.unexercised),
        "unpaid": list(report.unshown.benefits),
        "unread": list(report.unshown.variables),
        "branches_not_taken": [
            {"place": each.place, "case": each.choice, "branch": each.branch, "else": each.last}
            for each in report.unshown.branches
        ],
        "seal": sealed,
    }


def _where(fault: OfficeError) -> str:
    """`FILE:LINE: ` of a fault that a line of the pack states."""
    file, line = fault.details.get("file"), fault.details.get("line")
    return "" if file is None or line is None else f"{Path(str(file)).parent.name}/{Path(str(file)).name}:{line}: "


def _fault(fault: OfficeError) -> dict[str, Any]:
    return {
        "key": fault.key,
        "place": fault.details.get("place"),
        "file": None if fault.details.get("file") is None else str(fault.details["file"]),
        "line": fault.details.get("line"),
        "sentence": {"ar": fault.sentence(Language.ARABIC), "en": fault.sentence(Language.ENGLISH)},
    }
