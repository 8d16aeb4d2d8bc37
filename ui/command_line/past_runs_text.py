"""The runs over the caseload in words and as data: all of them, one with its differences, one household's reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from desktop.casework.caseload_changes import CHANGED, ChangedFile, ChangeKind, changed_files, count_changes
from desktop.casework.caseload_records import Sureness
from desktop.casework.caseload_runs import RunRecord, RunState, caseload_run, caseload_runs
from desktop.casework.explaining import ExplainedResult, explained
from desktop.facts.assessment import encode_assessment
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Wording
from desktop.values.money import Currency, Money, decimal_text, shown
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice

STATES: Final = {
    RunState.WHOLE: Wording("تامة", "whole"),
    RunState.STOPPED: Wording("أُوقفت قبل تمامها", "stopped before its end"),
    RunState.UNENDED: Wording("لم تنتهِ", "not ended"),
}
KINDS: Final = {
    ChangeKind.LOSES: Wording("لم تعد مؤهلة", "No longer eligible"),
    ChangeKind.GAINS: Wording("صارت مؤهلة", "Eligible by now"),
    ChangeKind.UNSETTLED: Wording("تعذّر البت بعد قرار سابق", "Undetermined after a decision"),
    ChangeKind.AMOUNT: Wording("تغيّر المبلغ", "Another amount"),
    ChangeKind.UNDECIDED: Wording("لم يصدر لها قرار", "Not decided yet"),
    ChangeKind.SAME: Wording("كما في القرار", "As decided"),
}


def list_runs(voice: Voice, access: Access, *, as_json: bool) -> None:
    """Every run, the newest first."""
    with signed_in(voice, access) as office, office.desk(reading=True) as desk:
        found = [*_all_runs(desk)]
    if as_json:
        _document(voice, [_run_data(each) for each in found])
        return
    for run in found:
        _tell_run(voice, run)
    if not found:
        voice.tell(voice.say("لم تُدرس أهلية جميع الأسر بعد.", "The caseload was not run yet."))


def show_run(voice: Voice, access: Access, *, run: str, as_json: bool) -> None:
    """One run: its sums, how many differ from their last decision and how, and which."""
    catalogue = Catalogue()
    with signed_in(voice, access) as office, office.desk(reading=True) as desk:
        record = caseload_run(desk, run=run)
        counts = count_changes(desk, run=record, catalogue=catalogue)
        changed = [*_all_changed(desk, record, catalogue)]
    if as_json:
        counted = {kind.value: counts[kind] for kind in ChangeKind}
        _document(voice, _run_data(record) | {"beside_decisions": counted, "changed": [*map(_changed_data, changed)]})
        return
    _tell_run(voice, record)
    _tell_sums(voice, record, counts)
    for each in changed:
        voice.tell(f"  {each.file_number}: {voice.word(KINDS[each.kind])}{_amounts(voice, each)}")


def explain_result(voice: Voice, access: Access, *, run: str, file_number: str, as_json: bool) -> int:
    """The reasons of what a run found of a household; 1 where they do not come to what was kept."""
    with signed_in(voice, access) as office, office.desk(reading=True) as desk:
        record = caseload_run(desk, run=run)
        found = explained(desk, run=record.id, file_number=file_number, catalogue=Catalogue())
    number, version = found.file_number, found.household_version
    if as_json:
        _document(voice, _explained_data(record, found))
    else:
        from ui.command_line.assessment_text import tell

        voice.tell(
            voice.say(
                f"الملف {number} في الدراسة {record.id}، على بياناته كما كانت في نسخته {version}:",
                f"File {number} in the run {record.id}, on version {version} of its facts:",
            )
        )
        tell(voice, found.file, found.answer)
    if found.agrees:
        return 0
    voice.note(
        voice.say(
            "النتيجة المحفوظة ليست ما تؤدي إليه هذه الأسباب، فقد غُيّرت بعد حفظها؛ تحقق بالأمر yusr audit verify.",
            "The stored result is not what these reasons come to, so it was changed since; check with "
            "yusr audit verify.",
        )
    )
    return 1


def _all_runs(desk: Desk) -> Iterator[RunRecord]:
    page = caseload_runs(desk)
    while page:
        yield from page
        page = caseload_runs(desk, before=page[-1].id)


def _all_changed(desk: Desk, run: RunRecord, catalogue: Catalogue) -> Iterator[ChangedFile]:
    page = changed_files(desk, run=run, catalogue=catalogue, limit=1_000)
    while page:
        yield from page
        page = changed_files(desk, run=run, catalogue=catalogue, limit=1_000, after=page[-1].file_number)


def _document(voice: Voice, data: object) -> None:
    voice.document(json.dumps(data, ensure_ascii=False, indent=1).encode())


def _run_data(run: RunRecord) -> dict[str, Any]:
    return {
        "run": str(run.id),
        "programme": run.programme,
        "asked": run.asked,
        "on": run.on.isoformat(),
        "engine": run.engine,
        "begun_at": run.begun_at.isoformat(),
        "begun_by": run.begun_by,
        "ended_at": None if run.ended_at is None else run.ended_at.isoformat(),
        "state": run.state.value,
        "outcomes": {outcome.value: run.outcomes[outcome] for outcome in Outcome},
        "cost": None if run.due is None else {"value": run.due.decimal_text(), "currency": run.due.currency.value},
        "open_amounts": run.open_amounts,
        "stored": run.kept_now,
        "kept": run.kept_before,
        "closed": run.closed,
        "unassessed": run.unassessed,
    }


def _changed_data(each: ChangedFile) -> dict[str, Any]:
    decided = None
    if each.decided is not None and each.decided_on is not None:
        decided = {
            "decision": each.decided.value,
            "decided_on": each.decided_on.isoformat(),
            "amount": None if each.decided_minor is None else decimal_text(each.decided_minor),
            "amount_status": None if each.decided_status is None else each.decided_status.value,
        }
    return {
        "file_number": each.file_number,
        "change": each.kind.value,
        "outcome": each.outcome.value,
        "due": None if each.due is None else each.due.value,
        "at_least": None if each.due_low is None else decimal_text(each.due_low),
        "at_most": None if each.due_high is None else decimal_text(each.due_high),
        "currency": each.currency.value,
        "decided": decided,
    }


def _explained_data(run: RunRecord, found: ExplainedResult) -> dict[str, Any]:
    return {
        "run": str(run.id),
        "file_number": found.file_number,
        "household_version": found.household_version,
        "on": found.on.isoformat(),
        "codes": found.codes,
        "agrees": found.agrees,
        "assessment": msgspec.json.decode(encode_assessment(found.answer)),
    }


def _tell_run(voice: Voice, run: RunRecord) -> None:
    begun = run.begun_at.strftime("%Y-%m-%d %H:%M")
    state = voice.word(STATES[run.state])
    voice.tell(
        voice.say(
            f"{run.id}: {run.asked} ليوم {run.on}، بدأها {run.begun_by} في {begun} UTC، {state}",
            f"{run.id}: {run.asked} for {run.on}, begun by {run.begun_by} at {begun} UTC, {state}",
        )
    )
    voice.tell("  " + voice.say("، ", ", ").join(f"{voice.word(each.label)}: {run.outcomes[each]}" for each in Outcome))


def _tell_sums(voice: Voice, run: RunRecord, counts: Mapping[ChangeKind, int]) -> None:
    if run.due is not None:
        due = _money(voice, run.due.minor, run.due.currency)
        voice.tell(voice.say(f"المستحق شهريًّا: {due}", f"Due a month: {due}"))
    voice.tell(voice.say("النتائج وآخر القرارات:", "Results beside the last decisions:"))
    for kind in ChangeKind:
        voice.tell(f"  {voice.word(KINDS[kind])}: {counts[kind]}")
    if any(counts[kind] for kind in CHANGED):
        voice.tell(voice.say("الأسر التي خالفت نتيجتها آخر قرار:", "Households whose result differs from it:"))


def _amounts(voice: Voice, each: ChangedFile) -> str:
    """What was decided and what is due by now, where an amount stands on either side."""
    before = None
    if each.decided_minor is not None:
        before = _money(voice, each.decided_minor, each.currency)
    elif each.decided_status is AmountStatus.UNPUBLISHED:
        before = voice.word(AmountStatus.UNPUBLISHED.label)
    after = None
    if each.outcome is Outcome.ELIGIBLE and each.due_low is not None:
        low = _money(voice, each.due_low, each.currency)
        after = low if each.due is Sureness.KNOWN else voice.say(f"لا يقل عن {low}", f"at least {low}")
    match before, after:
        case None, None:
            return ""
        case None, _:
            return voice.say(f"، {after}", f", {after}")
        case _, None:
            return voice.say(f"، وكان {before}", f", before {before}")
        case _:
            least = after if each.due is Sureness.KNOWN else f"ما {after}"
            return voice.say(f"، من {before} إلى {least}", f", from {before} to {after}")


def _money(voice: Voice, minor: int, currency: Currency) -> str:
    return shown(Money(minor, currency), voice.language, arabic_digits=False)
