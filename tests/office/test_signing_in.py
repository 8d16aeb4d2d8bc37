"""Who may sit down at a desk, on both databases."""

from __future__ import annotations

from conftest import House

from desktop.office import service as office


def test_a_researcher_signs_in_with_their_own_password(qatif: House) -> None:
    qatif.appoint("sara")
    with qatif.desk("sara") as desk:
        assert desk.staff.login == "sara"
        assert desk.office == "qatif"
        assert [member.login for member in office.staff(desk)] == ["keeper", "sara"]
