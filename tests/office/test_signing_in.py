"""Who may sit down at a desk."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import PASSWORD, House

from desktop.database.policy import Section, StaffRole
from desktop.office import service as office
from desktop.office.drafts import StaffDraft
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

ONLY_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ONLY_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
RESEARCHER = frozenset({StaffRole.RESEARCHER})


def test_a_researcher_sits_down_at_a_desk_of_their_own(qatif: House) -> None:
    qatif.appoint("sara")
    with qatif.desk("sara") as desk:
        assert desk.staff.login == "sara"
        assert desk.office == "qatif"
        assert desk.language is Language.ARABIC
        assert [member.login for member in office.staff(desk)] == ["keeper", "sara"]


def test_an_unknown_person_is_refused(qatif: House) -> None:
    with pytest.raises(OfficeError) as refused:
        office.sign_in(qatif.database.owner, staff="nobody")
    assert refused.value.key in {"office.unknown_staff", "office.not_your_login"}
    assert "nobody" in str(refused.value)


@ONLY_SQLITE
def test_a_file_asks_who_is_there(qatif: House) -> None:
    with pytest.raises(OfficeError) as refused:
        office.sign_in(qatif.database.owner)
    assert refused.value.key == "office.who_are_you"


@ONLY_SQLITE
@pytest.mark.parametrize("given", [None, "", "not-the-password"])
def test_a_wrong_password_is_refused_in_a_file(qatif: House, given: str | None) -> None:
    draft = StaffDraft("sara", Wording("سارة", "Sara"), RESEARCHER, password=PASSWORD)
    with qatif.desk("keeper") as desk:
        office.appoint(desk, draft=draft)
    with pytest.raises(OfficeError) as refused:
        office.sign_in(qatif.database.owner, staff="sara", password=given)
    assert refused.value.key == "office.wrong_password"
    with office.open_desk(qatif.database.owner, staff="sara", password=PASSWORD) as desk:
        assert desk.staff.login == "sara"


@ONLY_POSTGRESQL
def test_nobody_works_under_another_login_on_a_server(qatif: House) -> None:
    qatif.appoint("sara")
    qatif.appoint("nura")
    with pytest.raises(OfficeError) as refused:
        office.sign_in(qatif.database.open("sara"), staff="nura")
    assert refused.value.key == "office.not_your_login"


@ONLY_POSTGRESQL
def test_a_server_knows_who_is_there(qatif: House) -> None:
    qatif.appoint("sara")
    assert office.sign_in(qatif.database.open("sara")).login == "sara"


def test_a_disabled_person_is_stopped_at_the_next_desk(qatif: House) -> None:
    hired = qatif.appoint("sara")
    with qatif.desk("sara"):
        pass
    with qatif.desk("keeper") as desk:
        assert not office.disable(desk, login="sara", expected_version=hired.version).answer.active
    with pytest.raises(OfficeError) as refused, qatif.desk("sara"):
        pass
    assert refused.value.key == "office.disabled_staff"


def test_nobody_disables_themselves(qatif: House) -> None:
    with pytest.raises(OfficeError) as refused, qatif.desk("keeper") as desk:
        office.disable(desk, login="keeper", expected_version=1)
    assert refused.value.key == "office.not_yourself"


def test_the_one_who_initialised_holds_the_roles_of_a_one_person_office(qatif: House) -> None:
    with qatif.desk("keeper") as desk:
        assert desk.staff.roles == office.FOUNDER_ROLES
        assert desk.staff.sees == frozenset(Section)


def test_only_an_administrator_appoints(qatif: House) -> None:
    qatif.appoint("sara")
    draft = StaffDraft("ali", Wording("علي", "Ali"), RESEARCHER, password=PASSWORD)
    with pytest.raises(OfficeError) as refused, qatif.desk("sara") as desk:
        office.appoint(desk, draft=draft)
    assert refused.value.key == "office.not_permitted"
    assert refused.value.sentence(Language.ARABIC).startswith("ليس من صلاحيات sara: إدارة حسابات الموظفين")


@pytest.mark.parametrize(
    ("login", "roles", "password", "key"),
    [
        ("Sara", RESEARCHER, PASSWORD, "office.bad_login"),
        ("sara; DROP ROLE keeper", RESEARCHER, PASSWORD, "office.bad_login"),
        ("سارة", RESEARCHER, PASSWORD, "office.bad_login"),
        ("keeper", RESEARCHER, PASSWORD, "office.login_taken"),
        ("sara", frozenset(), PASSWORD, "office.no_roles"),
        ("sara", RESEARCHER, "short", "office.short_password"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(
    qatif: House, login: str, roles: frozenset[StaffRole], password: str, key: str
) -> None:
    with pytest.raises(OfficeError) as refused, qatif.desk("keeper") as desk:
        office.appoint(desk, draft=StaffDraft(login, Wording(login, login), roles, password=password))
    assert refused.value.key == key
    with qatif.desk("keeper", reading=True) as desk:
        assert [member.login for member in office.staff(desk)] == ["keeper"]


@ONLY_POSTGRESQL
def test_a_login_of_the_server_that_is_no_staff_is_not_taken_over(qatif: House) -> None:
    draft = StaffDraft("postgres", Wording("أ", "P"), RESEARCHER, password=PASSWORD)
    with pytest.raises(OfficeError) as refused, qatif.desk("keeper") as desk:
        office.appoint(desk, draft=draft)
    assert refused.value.key == "office.login_taken"


@ONLY_POSTGRESQL
def test_a_password_reaches_the_server_as_a_scram_verifier_only(qatif: House) -> None:
    qatif.appoint("sara")
    server = qatif.database.server
    if server is None:
        raise AssertionError("PostgreSQL only")
    with server.superuser() as owner:
        (kept,) = owner.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'sara'").fetchone() or ("",)
    assert str(kept).startswith("SCRAM-SHA-256$")


@ONLY_POSTGRESQL
def test_staff_change_their_own_password(qatif: House) -> None:
    qatif.appoint("sara")
    with qatif.desk("sara") as desk:
        office.set_password(desk, password="another-password")
    assert office.sign_in(qatif.database.open("sara", "another-password")).login == "sara"


def test_an_office_is_founded_once(qatif: House) -> None:
    from desktop.office.drafts import OfficeDraft

    for draft, key in (
        (OfficeDraft("qatif", Wording("ق", "Q"), short_code="ABC"), "office.exists"),
        (OfficeDraft("other", Wording("ق", "Q"), short_code="QTF"), "office.exists"),
        (OfficeDraft("Qatif!", Wording("ق", "Q"), short_code="ABC"), "office.bad_code"),
    ):
        with pytest.raises(OfficeError) as refused:
            office.found_office(qatif.database.owner, draft=draft)
        assert refused.value.key == key


@ONLY_POSTGRESQL
def test_only_the_owner_founds_an_office(qatif: House) -> None:
    from desktop.office.drafts import OfficeDraft

    qatif.appoint("adam", roles=frozenset({StaffRole.ADMINISTRATOR}))
    with pytest.raises(OfficeError) as refused:
        office.found_office(
            qatif.database.open("adam"), draft=OfficeDraft("dammam", Wording("د", "D"), short_code="DMM")
        )
    assert refused.value.key == "database.not_allowed"


def test_a_stored_password_costs_whoever_guesses_at_it_memory_and_time() -> None:
    """Asked of a process of its own: the tests themselves hash for next to nothing."""
    asked = "from desktop.office.passwords import hashed; print(hashed('a-password-of-one-s-own'))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
