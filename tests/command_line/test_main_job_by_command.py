"""The office's main job by command, the same on the file of one desk and on the office's server."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import BOTH, Database, unique
from jsonschema import Draft202012Validator
from past_runs import runs_are_listed_shown_and_explained
from throwaway_postgresql import OWNER, Server
from typed import EXAMPLE, EXPECTED, ON_THE_DAY, Said, yusr

from desktop.facts.canonical import canonical
from desktop.facts.reading import read_household
from desktop.facts.schema import assessment_schema
from desktop.values.language import Language


@pytest.fixture(scope="session")
def _sqlite_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demonstration") / "office.db"
    yusr("init", "--demo", "--as", "founder", "--database", f"sqlite:///{path}").answered()
    return path


@pytest.fixture(scope="session")
def _postgresql_demonstration(postgresql: Server) -> str:
    with postgresql.superuser() as connection:
        connection.execute(f"CREATE DATABASE template_demonstration OWNER {OWNER}")
    yusr("init", "--demo", "--database", postgresql.url("template_demonstration")).answered()
    return "template_demonstration"


@pytest.fixture(params=BOTH)
def demonstration(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Database]:
    """A demonstration office as `yusr init --demo` leaves it, which `YUSR_DATABASE` names."""
    if request.param == "sqlite":
        path = tmp_path / "office.db"
        shutil.copy(request.getfixturevalue("_sqlite_demonstration"), path)
        made = Database("sqlite", f"sqlite:///{path}")
        monkeypatch.setenv("YUSR_DATABASE", made.url)
        yield made
        return
    server: Server = request.getfixturevalue("postgresql")
    template, name = request.getfixturevalue("_postgresql_demonstration"), unique("demonstration")
    server.copy(template, name)
    made = Database("postgresql", server.url(name), server)
    monkeypatch.setenv("YUSR_DATABASE", made.url)
    yield made
    with server.superuser() as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _as_expected(assessment: dict[str, object]) -> None:
    Draft202012Validator(assessment_schema()).validate(assessment)
    for name in ("format", "programme", "version", "on", "outcome", "amount", "total"):
        assert assessment[name] == EXPECTED[name], name
    components = assessment["components"]
    assert isinstance(components, list)
    assert {each["id"]: each["amount"]["value"] for each in components} == EXPECTED["components"]


def _registered() -> str:
    answer = yusr("register", EXAMPLE, "--json").answered().document
    assert answer["refused"] == []
    (number,) = answer["file_numbers"]
    assert isinstance(number, str)
    return number


def test_a_household_goes_from_its_file_to_its_papers(demonstration: Database, tmp_path: Path) -> None:
    number = _registered()

    exported = yusr("export", number).answered()
    file = exported.document
    assert file["household"].pop("file_number") == number
    example = read_household(EXAMPLE.read_bytes())
    assert canonical(read_household(json.dumps(file).encode())) == canonical(example)

    (hit,) = yusr("search", "فاطمه الاحمد", "--json").answered().document
    assert hit["file_number"] == number

    _as_expected(yusr("assess", number, *ON_THE_DAY, "--json").answered().document)

    decision = yusr("decide", number, *ON_THE_DAY, "--json").answered().document
    assert decision["decision"] == "granted"
    assert decision["amount"] == EXPECTED["amount"]
    assert decision["total"] == EXPECTED["total"]
    assert {each["id"]: each["amount"]["value"] for each in decision["components"]} == EXPECTED["components"]

    offered = {course["code"] for course in yusr("courses", "--json").answered().document}
    assert "QTF-2027-01" in offered
    enrolment = yusr("enrol", number, "m1", "QTF-2027-01", "--json").answered().document
    assert (enrolment["state"], enrolment["seat"]) == ("enrolled", 1)

    kinds = [each["kind"] for each in yusr("certificate", "--list", "--json").answered().document]
    assert {"benefit_statement", "assessment_sheet", "enrolment_slip"} <= set(kinds)
    for kind in kinds:
        paper = tmp_path / f"{kind}.pdf"
        issued = yusr("certificate", number, "--kind", kind, "--out", paper, "--json").answered().document
        assert paper.read_bytes().startswith(b"%PDF")
        assert list(tmp_path.glob(".*.half")) == []
        for thing in (paper, issued["qr_text"]):
            verdict = yusr("verify", thing, "--json").answered().document
            assert (verdict["state"], verdict["serial"]) == ("genuine", issued["serial"])
            assert verdict["issued_on"] == issued["issued_on"]
            assert verdict["demonstration"]

    spoilt = tmp_path / "spoilt.pdf"
    spoilt.write_bytes((tmp_path / "benefit_statement.pdf").read_bytes().replace(b"/Type /Page", b"/Type /Pege", 1))
    assert not yusr("verify", spoilt, "--json").answered().document["believed"]
    assert yusr("doctor").status == 0


def test_who_is_registered_already_is_refused_with_the_place_of_each(demonstration: Database) -> None:
    number = _registered()
    for language in Language:
        again = yusr("register", EXAMPLE, "--json", language=language)
        assert again.status == 1
        (refused,) = again.document["refused"]
        assert again.document["file_numbers"] == []
        assert [fault["pointer"] for fault in refused["faults"]] == ["/members/0/national_id", "/members/1/national_id"]
        assert number in again.err
        assert "/members/0/national_id" in again.err


def test_a_refused_file_does_not_keep_the_others_out(demonstration: Database, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[]")
    answer = yusr("register", bad, tmp_path / "missing.json", EXAMPLE, "--json")
    assert answer.status == 1
    assert len(answer.document["file_numbers"]) == 1
    assert [Path(each["file"]).name for each in answer.document["refused"]] == ["bad.json", "missing.json"]


def _spoken(answer: Said) -> str:
    assert answer.status == 1, answer
    assert answer.out == ""
    return answer.err


def test_a_paper_that_lacks_its_ground_is_not_issued(demonstration: Database, tmp_path: Path) -> None:
    number, paper = _registered(), tmp_path / "paper.pdf"
    for kind, verb in (("benefit_statement", "decide"), ("assessment_sheet", "assess"), ("enrolment_slip", "enrol")):
        told = _spoken(yusr("certificate", number, "--kind", kind, "--out", paper))
        assert f"yusr {verb}" in told
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_decision_needs_an_assessment_and_a_refusal_a_reason(demonstration: Database) -> None:
    number = _registered()
    _spoken(yusr("decide", number, *ON_THE_DAY))
    yusr("assess", number, *ON_THE_DAY).answered()
    _spoken(yusr("decide", number, *ON_THE_DAY, "--refuse", " "))
    refused = yusr("decide", number, *ON_THE_DAY, "--refuse", "العنوان غير صحيح", "--json").answered().document
    assert refused["decision"] == "refused"
    assert "العنوان غير صحيح" in refused["reason"]["ar"]


def test_what_nobody_registered_is_an_unknown_file_in_both_languages(demonstration: Database) -> None:
    for language in Language:
        for command in (("export", "QTF-1-1"), ("assess", "QTF-1-1", *ON_THE_DAY), ("enrol", "QTF-1-1", "m1", "C-1")):
            assert "QTF-1-1" in _spoken(yusr(*command, language=language))


def test_a_household_by_its_number_is_assessed_under_every_programme(demonstration: Database) -> None:
    number = _registered()
    answers = yusr("assess", number, "--all-programmes", "--on", "2024-03-01", "--json").answered().document
    assert "sa.developed" in [each["programme"] for each in answers]


def test_the_caseload_is_assessed_once_and_a_trial_keeps_nothing(demonstration: Database) -> None:
    supervisor = ("--as", "supervisor") if demonstration.kind == "sqlite" else ()
    command = ("assess", "--all", "--programme", "sa.developed", "--on", "2026-10-01", "--json", *supervisor)
    trial = yusr(*command, "--dry-run").answered().document
    assert (trial["dry_run"], sum(trial["outcomes"].values()), trial["kept"]) == (True, 12, 0)
    first = yusr(*command).answered().document
    assert (first["stored"], first["kept"], first["unassessed"]) == (12, 0, [])
    assert first["outcomes"] == trial["outcomes"]
    again = yusr(*command).answered().document
    assert (again["stored"], again["kept"], again["cost"]) == (0, 12, first["cost"])
    assert "households, duckdb, spark" in _spoken(yusr(*command, "--engine", "spork"))


def test_the_caseload_by_tables_comes_to_the_same_and_the_audit_vouches_for_it(demonstration: Database) -> None:
    supervisor = ("--as", "supervisor") if demonstration.kind == "sqlite" else ()
    command = ("assess", "--all", "--programme", "sa.developed", "--on", "2026-10-01", "--json", *supervisor)
    trial = yusr(*command, "--dry-run").answered().document
    found = yusr(*command, "--engine", "duckdb", on_terminal=True).answered().document
    sums = ("outcomes", "cost", "open_amounts", "closed", "unassessed", "stored", "kept")
    assert [found[each] for each in sums] == [trial[each] for each in sums]
    assert (found["engine"], trial["engine"], trial["run"]) == ("duckdb", "households", None)
    again = yusr(*command, "--engine", "duckdb").answered().document
    assert (again["stored"], again["kept"], again["cost"]) == (0, 12, found["cost"])
    assert again["run"] != found["run"]
    (verdict,) = yusr("audit", "verify", "--json", *supervisor).answered().document
    assert verdict["results"] == {"verified": 12, "holds": True, "bad": [], "hidden": 0}
    assert "12" in yusr("audit", "verify", *supervisor, language=Language.ARABIC).answered().out
    runs_are_listed_shown_and_explained(found["run"], again["run"], supervisor)


@pytest.mark.parametrize("demonstration", ["sqlite"], indirect=True)
def test_two_laws_are_compared_over_the_office_and_each_household_is_written_out(
    demonstration: Database, tmp_path: Path
) -> None:
    command = ("simulate", "--programme", "sa.developed@2022", "--against", "sa.developed@2023-11")
    found = yusr(*command, "--on", "2026-11-22", "--json", "--out", str(tmp_path / "each.csv")).answered().document
    assert found["households"] == found["gain"] + found["lose"] + found["same"] + found["open"] == 12
    assert (found["gain"] > 0, found["lose"], found["losers"]) == (True, 0, [])
    assert sum(each["households"] for each in found["by"]["size"].values()) == 12
    lines = (tmp_path / "each.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 13
    assert lines[0].startswith('"file_number","office","section","size"')
    lower = yusr("simulate", "--programme", "sa.developed", "--set", "base=1000", "--on", "2026-11-22", "--json")
    losers = lower.answered().document["losers"]
    assert [float(each["loses"]) for each in losers] == sorted((float(each["loses"]) for each in losers), reverse=True)
    assert losers
    wrong = yusr("simulate", "--programme", "sa.developed", "--on", "2026-11-22")
    assert (wrong.status, "--set" in wrong.err) == (2, True)


@pytest.mark.parametrize("demonstration", ["sqlite"], indirect=True)
def test_the_office_s_families_are_put_in_the_order_of_need_with_the_reasons(demonstration: Database) -> None:
    command = ("rank", "--programme", "sa.need", "--on", "2026-11-22", "--places", "٣")
    found = yusr(*command, "--json").answered().document
    assert [each["rank"] for each in found["families"]] == list(range(1, len(found["families"]) + 1))
    assert [each["place"] for each in found["families"][:4]] == ["by_rank"] * 3 + ["none"]
    falling = [each for each in found["families"] if each["worst_rank"] > each["rank"]]
    assert falling
    assert all(each["best_rank"] <= each["rank"] <= each["worst_rank"] for each in found["families"])
    lowest = falling[0]["worst_rank"]
    assert f"may fall to {lowest} once" in yusr(*command, language=Language.ENGLISH).answered().out
    assert {part["id"] for part in found["families"][0]["parts"]} >= {"poverty", "dependency", "waiting"}
    assert "فجوة الفقر" in yusr(*command, language=Language.ARABIC).answered().out
    assert yusr(*command, "--quota", "القطيف").status == 2


@pytest.mark.parametrize("demonstration", ["sqlite"], indirect=True)
def test_a_caseload_run_ends_after_the_household_in_hand_and_is_taken_up_again(
    demonstration: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("assess", "--all", "--programme", "sa.developed", "--on", "2026-10-01", "--json", "--as", "supervisor")

    @contextmanager
    def ctrl_c_at_the_third(*_about: object) -> Iterator[Callable[..., None]]:
        yield lambda done, **_: signal.raise_signal(signal.SIGINT) if done == 3 else None

    before = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as typing:
        typing.setattr("ui.command_line.over_caseload.progress", ctrl_c_at_the_third)
        stopped = yusr(*command)
    assert (stopped.status, stopped.document["stopped"], stopped.document["stored"]) == (130, True, 3)
    assert signal.getsignal(signal.SIGINT) is before
    rest = yusr(*command).answered().document
    assert (rest["kept"], rest["stored"], rest["stopped"]) == (3, 9, False)


def test_a_blank_database_is_furnished_and_a_plain_one_takes_the_example(
    blank_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YUSR_DATABASE", blank_database.url)
    monkeypatch.setenv("YUSR_STAFF", "" if blank_database.kind == "postgresql" else "founder")
    assert yusr("init", "--json").answered().document["office"] == "founded"
    assert yusr("init", "--json").answered().document["office"] == "there"
    _as_expected(yusr("assess", _registered(), *ON_THE_DAY, "--json").answered().document)
    for language in Language:
        assert "--database" in _spoken(yusr("init", "--demo", language=language))


def test_a_second_furnishing_adds_nothing(demonstration: Database) -> None:
    founder = ("--as", "founder") if demonstration.kind == "sqlite" else ()
    assert yusr("init", "--demo", "--json", *founder).answered().document["file_numbers"] == []


def test_the_audit_is_verified_by_whoever_may(demonstration: Database) -> None:
    supervisor = ("--as", "supervisor") if demonstration.kind == "sqlite" else ()
    (verdict,) = yusr("audit", "verify", "--json", *supervisor).answered().document
    assert verdict["holds"]
    assert verdict["verified"] > 100
    if demonstration.kind == "sqlite":
        _spoken(yusr("audit", "verify"))


def test_invented_households_are_registered_by_the_same_verb(demonstration: Database) -> None:
    made = yusr("demo-data", 3, "--seed", 7, "--database", demonstration.url, "--json").answered().document
    assert len(made["file_numbers"]) == 3
    yusr("export", made["file_numbers"][0]).answered()
