"""Who sees what was assessed, decided and told: the file's own section, seal and office, and nobody else."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from casework_house import DAY, DEVELOPED, Caseworkers, example, shipped, staffed
from conftest import PASSWORD, House
from sqlalchemy import select

from desktop.casework import queries
from desktop.casework import service as casework
from desktop.casework.records import Assessment, Decision
from desktop.casework.replaying import replay
from desktop.database.policy import Section, StaffRole
from desktop.notices import queries as told
from desktop.notices import service as notices
from desktop.notices.channels import Channel, NoticeKind
from desktop.notices.drafts import NoticeDraft
from desktop.notices.records import Notice
from desktop.office.audit import verify
from desktop.office.desk import Desk
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

TABLES = (Assessment, Decision, Notice)


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """A file of the women's section, assessed and decided."""
    made = staffed(qatif)
    made.assess()
    made.decide()
    return made


def counts(desk: Desk) -> list[int]:
    return [len(desk.session.scalars(select(table.id)).all()) for table in TABLES]


def test_the_file_of_the_womens_section_is_hidden_with_all_that_was_decided_on_it(workers: Caseworkers) -> None:
    with workers.desk("nura", reading=True) as desk:
        assert counts(desk) == [1, 1, 1]
        (seen,) = queries.decisions(desk)
        (notice,) = told.notices_of(desk, household=seen.household)
    with workers.desk("sara", reading=True) as desk:
        assert counts(desk) == [0, 0, 0]
        assert queries.decisions(desk) == ()
        assert told.notices_about(desk, about=[seen.id]) == {seen.id: ()}
    with workers.desk("sara") as desk:
        for asked in (
            lambda: queries.decision(desk, decision=seen.id),
            lambda: queries.assessment(desk, assessment=seen.assessment),
            lambda: replay(desk, catalogue=shipped(), decision_id=seen.id),
            lambda: notices.confirm_told(desk, notice=notice.id, told_on=DAY, expected_version=notice.version),
            lambda: casework.tell_again(desk, decision=seen.id, channel=Channel.IN_PERSON),
            lambda: queries.latest_assessment(desk, file_number=workers.file_number, programme=DEVELOPED),
        ):
            with pytest.raises(OfficeError) as refused:
                asked()
            assert refused.value.key in ("database.not_found", "registry.unknown_file")


def test_nobody_is_told_of_a_file_that_its_writer_may_not_see(workers: Caseworkers) -> None:
    with workers.desk("nura", reading=True) as desk:
        household = open_file(desk, workers.file_number).id
    draft = NoticeDraft(household, NoticeKind.REPLY, Channel.IN_PERSON, Wording("نص", "text"))
    with pytest.raises(OfficeError) as refused, workers.desk("sara") as desk:
        notices.tell(desk, draft=draft)
    assert refused.value.key in ("database.not_found", "database.not_allowed")


def test_a_sealed_file_hides_what_was_decided_on_it_from_all_but_supervisors(workers: Caseworkers) -> None:
    with workers.desk("huda") as desk:
        version = open_file(desk, workers.file_number).version
        standing.seal(desk, file_number=workers.file_number, expected_version=version, reason="a threat")
    with workers.desk("nura", reading=True) as desk:
        assert queries.decisions(desk) == ()
    with workers.desk("huda", reading=True) as desk:
        assert len(queries.decisions(desk)) == 1


def test_another_office_sees_and_decides_nothing(workers: Caseworkers, found: Callable[..., House]) -> None:
    dammam = found("dammam", "DMM", founder="dammam-head")
    dammam.appoint("ali", sections=frozenset(Section))
    with dammam.desk("ali", reading=True) as desk:
        assert counts(desk) == [0, 0, 0]
        assert queries.decisions(desk) == ()
    with pytest.raises(OfficeError) as refused, dammam.desk("ali") as desk:
        casework.assess(desk, file_number=workers.file_number, programme=DEVELOPED, on=DAY, catalogue=shipped())
    assert refused.value.key == "registry.unknown_file"


def test_a_directorate_reads_what_an_office_below_decided_and_decides_nothing_there(
    found: Callable[..., House],
) -> None:
    eastern = found("eastern", "EAS", founder="eastern-head")
    below = staffed(found("jubail", "JBL", founder="jubail-head", parent="eastern"), example(office="jubail"))
    below.assess()
    below.decide()
    claim = {"file_number": below.file_number, "programme": DEVELOPED, "on": DAY, "catalogue": shipped()}
    with eastern.desk("eastern-head", reading=True) as desk:
        (seen,) = queries.decisions(desk)
        assert seen.file_number == below.file_number
    for verb in (casework.assess, casework.decide):
        with pytest.raises(OfficeError) as refused, eastern.desk("eastern-head") as desk:
            verb(desk, **claim)
        assert refused.value.key in ("casework.not_your_office", "registry.kept_by_another_office")


def test_an_auditor_reads_decisions_and_takes_none(workers: Caseworkers) -> None:
    workers.house.appoint("adel", roles=frozenset({StaffRole.AUDITOR}), sections=frozenset(Section))
    with workers.desk("adel", reading=True) as desk:
        (seen,) = queries.decisions(desk)
        assert replay(desk, catalogue=shipped(), decision_id=seen.id).verdict == "equal"
    with pytest.raises(OfficeError) as refused, workers.desk("adel") as desk:
        casework.assess(desk, file_number=workers.file_number, programme=DEVELOPED, on=DAY, catalogue=shipped())
    assert refused.value.key == "office.not_permitted"


def test_the_audit_of_the_whole_path_verifies(workers: Caseworkers) -> None:
    with workers.desk("huda", reading=True) as desk:
        (verdict,) = verify(desk)
        assert verdict.bad is None


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_psql_with_a_general_clerks_password_reads_nothing_of_the_womens_section(workers: Caseworkers) -> None:
    database = workers.house.database
    if database.server is None:
        raise AssertionError("PostgreSQL only")
    with psycopg.connect(database.server.url(database.name, "sara", PASSWORD), autocommit=True) as stranger:
        for table in TABLES:
            assert stranger.execute(f"SELECT count(*) FROM {table.__tablename__}").fetchone() == (0,)
