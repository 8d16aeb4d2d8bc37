"""A household typed through the wizard is registered for real, and amended through it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from conftest import RESEARCHER, House, at
from typing_files import TODAY, demonstrated, example, typed_in

from desktop.database.policy import Section
from desktop.facts.canonical import canonical
from desktop.facts.household_file import HouseholdFile
from desktop.registry import queries, service
from desktop.values.errors import Faults, StaleFile
from ui.drafts.shelf import DraftShelf, KeptDraft, new_key
from ui.screens.registry.registration.states import Phase, Step, Wizard, amend

FILES = (example(), *demonstrated())

sqlite_only = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def office(qatif: House) -> House:
    """Qatif with sara, who sees both sections."""
    qatif.appoint("sara", roles=RESEARCHER, sections=frozenset(Section))
    return qatif


def registered(house: House, wizard: Wizard) -> Wizard:
    """The wizard after the registry answered."""
    sent = wizard.submitted(TODAY)
    assert sent.phase is Phase.SENDING
    draft = sent.draft(TODAY)
    assert draft is not None
    try:
        with house.desk("sara", clock=at(TODAY)) as desk:
            return sent.registered(service.register(desk, draft=draft).answer.file_number)
    except Faults as refused:
        return sent.refused(refused)


def same(exported: HouseholdFile, file: HouseholdFile) -> bool:
    filled = {"file_number": exported.household.file_number, "office": exported.household.office}
    household = msgspec.structs.replace(file.household, **filled)
    return canonical(exported) == canonical(msgspec.structs.replace(file, household=household))


@sqlite_only
def test_every_household_typed_by_hand_is_registered_and_exported_as_the_file_it_came_from(office: House) -> None:
    for file in FILES:
        wizard, named = typed_in(file)
        done = registered(office, wizard)
        assert (done.phase, done.step) == (Phase.DONE, Step.DONE), done.refusals
        with office.desk("sara", reading=True) as desk:
            assert same(queries.export(desk, done.file_number), named)


def test_a_form_kept_half_way_is_gone_on_with_and_registered(office: House, tmp_path: Path) -> None:
    wizard, named = typed_in(example())
    phone = wizard.typed.text("/household/phone")
    half = wizard.write("/household/phone", "05")
    shelf = DraftShelf(tmp_path / "drafts", "sara")
    now = datetime.now(UTC)
    shelf.keep(KeptDraft(new_key("registration"), "registration", "", None, now, "sara", "أسرة فاطمة", half))
    found = DraftShelf(tmp_path / "drafts", "sara").find("registration", "")
    assert found is not None
    resumed = found.content_as(Wizard).resumed()
    assert [fault.slot for fault in resumed.faults(TODAY)] == ["/household/phone"]
    done = registered(office, resumed.write("/household/phone", phone))
    with office.desk("sara", reading=True) as desk:
        assert same(queries.export(desk, done.file_number), named)


def test_a_family_that_has_a_file_is_refused_at_the_numbers_that_are_in_it(office: House) -> None:
    wizard, _ = typed_in(example())
    done = registered(office, wizard)
    refused = registered(office, wizard)
    assert (refused.phase, refused.step) == (Phase.TYPING, Step.MEMBERS)
    assert [fault.slot for fault in refused.refusals] == [
        f"{member}/national_id" for member in wizard.typed.items("/members")
    ]
    assert all(done.file_number in fault.sentence.ar for fault in refused.refusals)
    assert refused.typed == wizard.typed


def test_a_registered_file_is_amended_in_the_same_form(office: House) -> None:
    wizard, _ = typed_in(example())
    number = registered(office, wizard).file_number
    with office.desk("sara", reading=True) as desk:
        opened = queries.open_file(desk, number)
    form = amend(opened.file, file_number=number, version=opened.summary.version)
    assert form.changes() == ()
    assert form.draft(TODAY) == canonical(opened.file)
    form = form.write("/household/dwelling/monthly_rent", "١٬٥٠٠").submitted(TODAY)
    draft, file = form.draft(TODAY), form.opened
    assert draft is not None
    assert file is not None
    with office.desk("sara") as desk:
        service.amend(desk, file_number=file.file_number, draft=draft, expected_version=file.version, reason="عقد جديد")
    with office.desk("sara", reading=True) as desk:
        amended = queries.export(desk, number)
    assert amended == draft
    with pytest.raises(StaleFile) as stale, office.desk("sara") as desk:
        service.amend(desk, file_number=number, draft=draft, expected_version=file.version, reason="مرة أخرى")
    refused = form.refused(stale.value)
    assert (refused.phase, refused.step, refused.refusals[0].key) == (
        Phase.TYPING,
        Step.REVIEW,
        "registry.changed_by_colleague",
    )
    assert len(refused.changes()) == 1


def test_a_person_changed_for_another_in_one_amendment_is_another_person(office: House) -> None:
    wizard, _ = typed_in(example())
    number = registered(office, wizard).file_number
    with office.desk("sara", reading=True) as desk:
        opened = queries.open_file(desk, number)
    form = amend(opened.file, file_number=number, version=opened.summary.version)
    son = form.typed.items("/members")[1]
    new = form.next_item("/members")
    form = form.remove(son).add("/members").write(f"{new}/role", "sibling").write(f"{new}/name/given", "زينب")
    draft = form.draft(TODAY)
    assert draft is not None
    with office.desk("sara") as desk:
        answer = service.amend(desk, file_number=number, draft=draft, expected_version=1, reason="تصحيح").answer
    before, after = ({person.id for person in each.persons} for each in (opened, answer))
    assert len(before & after) == 1
    assert len(after - before) == 1
