"""Notices: the day each counts as told, its proof, its failure, and the sentences of the room."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Formatter
from uuid import UUID, uuid4

import msgspec.yaml
import pytest
from conftest import House, at

import desktop.casework
import desktop.notices
from desktop.database.policy import Section
from desktop.facts.codes import Country
from desktop.facts.reading import read_household
from desktop.notices import queries
from desktop.notices import service as notices
from desktop.notices.answers import NoticeAnswer, NoticeState
from desktop.notices.channels import Channel, NoticeKind, rules, told_day
from desktop.notices.drafts import NoticeDraft
from desktop.office.desk import Desk
from desktop.registry import service as registry
from desktop.values.errors import OfficeError, StaleFile
from desktop.values.language import Wording

TODAY = date(2024, 3, 1)
LATER = date(2024, 3, 20)
TEXT = Wording("موعد الزيارة يوم الأحد.", "The visit is on Sunday.")


ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Rules of the room that no database has a part in."""


@pytest.fixture
def household(qatif: House) -> UUID:
    """A household of Qatif, whose clerk is nura."""
    qatif.appoint("nura", sections=frozenset({Section.WOMEN}))
    example = files("resources").joinpath("contracts", "household.example.json").read_bytes()
    with qatif.desk("nura", clock=at(TODAY)) as desk:
        return registry.register(desk, draft=read_household(example)).answer.id


def draft(household: UUID, channel: Channel = Channel.REGISTERED_ADDRESS, **more: object) -> NoticeDraft:
    kind = more.pop("kind", NoticeKind.VISIT)
    return NoticeDraft(household, kind, channel, TEXT, **more)  # type: ignore[arg-type]


def told(qatif: House, draft: NoticeDraft, on: date = TODAY) -> NoticeAnswer:
    with qatif.desk("nura", clock=at(on)) as desk:
        return notices.tell(desk, draft=draft).answer


def refused(qatif: House, act: Callable[[Desk], object], on: date = LATER) -> str:
    with pytest.raises(OfficeError) as error, qatif.desk("nura", clock=at(on)) as desk:
        act(desk)
    return error.value.key


@pytest.mark.parametrize(
    ("channel", "day", "assumed"),
    [
        (Channel.IN_PERSON, TODAY, False),
        (Channel.VERIFIED_MOBILE, TODAY, False),
        (Channel.EMAIL, TODAY, False),
        (Channel.REGISTERED_ADDRESS, date(2024, 3, 4), True),
    ],
)
def test_a_notice_counts_as_told_by_the_rule_of_its_channel(channel: Channel, day: date, assumed: bool) -> None:
    for country in Country:
        found = told_day(channel, sent_on=TODAY, country=country)
        assert (found.on, found.assumed) == (day, assumed)


def test_every_country_has_a_reasoned_rule_for_every_channel() -> None:
    for country in Country:
        stated = rules(country)
        assert set(stated.channels) == {channel.value for channel in Channel}
        for rule in stated.channels.values():
            assert rule.days >= 0
            assert rule.why.ar.endswith(".")
            assert rule.why.en.endswith(".")


def test_a_notice_is_kept_word_for_word_with_who_told_it(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household, sent_to="QTFA1234", about=uuid4()))
    assert (made.text, made.sent_to, made.made_by, made.state) == (TEXT, "QTFA1234", "nura", NoticeState.SENT)
    assert (made.sent_on, made.counts_as_told_on, made.assumed) == (TODAY, date(2024, 3, 4), True)
    with qatif.desk("nura", reading=True) as desk:
        assert queries.notices_of(desk, household=household) == (made,)


@ON_SQLITE
def test_a_notice_noted_late_counts_from_the_day_it_was_sent(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household, Channel.IN_PERSON, sent_on=date(2024, 2, 20)))
    assert made.counts_as_told_on == date(2024, 2, 20)


@ON_SQLITE
def test_a_notice_is_not_sent_ahead_and_not_empty(qatif: House, household: UUID) -> None:
    ahead = draft(household, sent_on=date(2024, 3, 21))
    assert refused(qatif, lambda desk: notices.tell(desk, draft=ahead)) == "notices.not_yet"
    empty = NoticeDraft(household, NoticeKind.VISIT, Channel.EMAIL, Wording("نص", " "))
    assert refused(qatif, lambda desk: notices.tell(desk, draft=empty)) == "notices.empty"


def test_a_proved_day_takes_the_place_of_the_assumed_one(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household))
    with qatif.desk("nura", clock=at(LATER)) as desk:
        proved = notices.confirm_told(
            desk, notice=made.id, told_on=date(2024, 3, 11), expected_version=made.version
        ).answer
    assert (proved.counts_as_told_on, proved.assumed, proved.state) == (
        date(2024, 3, 11),
        False,
        NoticeState.CONFIRMED,
    )
    assert proved.settled_by == "nura"


@ON_SQLITE
@pytest.mark.parametrize(
    ("day", "key"), [(date(2024, 2, 29), "notices.before_sent"), (date(2024, 3, 21), "notices.not_yet")]
)
def test_a_day_before_sending_or_ahead_proves_nothing(qatif: House, household: UUID, day: date, key: str) -> None:
    made = told(qatif, draft(household))
    assert (
        refused(qatif, lambda desk: notices.confirm_told(desk, notice=made.id, told_on=day, expected_version=1)) == key
    )


@ON_SQLITE
def test_a_notice_that_failed_counts_as_never_told_and_stays_failed(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household))
    assert (
        refused(qatif, lambda desk: notices.failed(desk, notice=made.id, reason=" ", expected_version=1))
        == "notices.reason_needed"
    )
    with qatif.desk("nura", clock=at(LATER)) as desk:
        lost = notices.failed(desk, notice=made.id, reason="moved", expected_version=1).answer
    assert (lost.counts_as_told_on, lost.assumed, lost.state) == (None, False, NoticeState.FAILED)
    for act in (
        lambda desk: notices.failed(desk, notice=made.id, reason="moved", expected_version=2),
        lambda desk: notices.confirm_told(desk, notice=made.id, told_on=LATER, expected_version=2),
    ):
        assert refused(qatif, act) == "notices.failed_already"


@ON_SQLITE
def test_a_proved_notice_cannot_fail_afterwards(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household))
    with qatif.desk("nura", clock=at(LATER)) as desk:
        notices.confirm_told(desk, notice=made.id, told_on=LATER, expected_version=1)
    assert (
        refused(qatif, lambda desk: notices.failed(desk, notice=made.id, reason="moved", expected_version=2))
        == "notices.told_already"
    )


def test_a_form_left_open_settles_nothing(qatif: House, household: UUID) -> None:
    made = told(qatif, draft(household))
    with qatif.desk("nura", clock=at(LATER)) as desk:
        notices.confirm_told(desk, notice=made.id, told_on=LATER, expected_version=1)
    with pytest.raises(StaleFile), qatif.desk("nura", clock=at(LATER)) as desk:
        notices.failed(desk, notice=made.id, reason="moved", expected_version=1)


def test_undelivered_notices_leave_the_list_once_the_family_is_told_again(qatif: House, household: UUID) -> None:
    about = uuid4()
    first = told(qatif, draft(household, about=about))
    told(qatif, draft(household, kind=NoticeKind.BREACH))
    with qatif.desk("nura", clock=at(LATER)) as desk:
        notices.failed(desk, notice=first.id, reason="moved", expected_version=1)
        assert [each.id for each in queries.undelivered(desk)] == [first.id]
        notices.tell(desk, draft=draft(household, Channel.IN_PERSON, about=about))
        assert queries.undelivered(desk) == ()
        found = queries.notices_about(desk, about=[about])[about]
    counted = queries.first_told(found)
    assert counted is not None
    assert counted.counts_as_told_on == LATER


@ON_SQLITE
def test_a_repetition_does_not_start_the_clock_anew(qatif: House, household: UUID) -> None:
    about = uuid4()
    told(qatif, draft(household, Channel.IN_PERSON, about=about))
    told(qatif, draft(household, Channel.IN_PERSON, about=about), on=LATER)
    with qatif.desk("nura", reading=True) as desk:
        counted = queries.first_told(queries.notices_about(desk, about=[about])[about])
    assert counted is not None
    assert counted.counts_as_told_on == TODAY


@pytest.mark.parametrize("room", [desktop.notices, desktop.casework], ids=["notices", "casework"])
def test_every_key_of_the_room_has_a_sentence_in_both_languages(room: object) -> None:
    name = room.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    source = "\n".join(path.read_text("utf-8") for path in Path(room.__path__[0]).glob("*.py"))  # type: ignore[attr-defined]
    used = set(re.findall(rf'(?:Error|_assess_first)\(\s*"{name}\.(\w+)"', source))
    text = files("resources").joinpath("messages", f"{name}.yaml").read_bytes()
    sentences = msgspec.yaml.decode(text, type=dict[str, Wording])
    # That no other room leaves one unused is held for all rooms by tests/house/test_house_messages.py.
    assert used <= set(sentences)
    for key, sentence in sentences.items():
        names = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in (sentence.ar, sentence.en)]
        assert names[0] == names[1], key
        assert "؛" in sentence.ar, key
        assert sentence.ar.endswith("."), key
        assert sentence.en.endswith("."), key
