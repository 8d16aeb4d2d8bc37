"""The text of the code: what goes in comes out, and nothing else is ever taken for it."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.issuing.code import (
    PREFIX,
    MalformedCodeError,
    Stated,
    holder_mark,
    opened,
    packed,
    signed_text,
    unpacked,
)
from desktop.issuing.desk_keys import DeskKey, new_key
from desktop.issuing.kinds import PaperKind
from desktop.issuing.serials import Serial
from desktop.issuing.trust import TrustStore, trust_of
from desktop.issuing.verdicts import VerificationState
from desktop.issuing.verification import verify
from desktop.values.dates import nearest_hijri
from desktop.values.language import Wording
from desktop.values.money import Currency, Money

KEY = new_key(office="qatif")
OTHER = new_key(office="qatif")
OFFICE = Wording("مكتب القطيف", "Qatif office")
TODAY = date(2024, 11, 21)


def trusting(*keys: DeskKey) -> TrustStore:
    made = datetime(2024, 11, 20, tzinfo=UTC)
    return TrustStore(tuple(trust_of(key, office_name=OFFICE, registered=made) for key in keys))


TRUST = trusting(KEY)
DAYS = st.integers(0, 65535).map(lambda days: date(2000, 1, 1) + timedelta(days=days))
STATED = st.builds(
    Stated,
    kind=st.sampled_from(PaperKind),
    serial=st.builds(
        Serial,
        office=st.text(string.ascii_uppercase, min_size=2, max_size=6),
        year=st.integers(1343, 1600),
        number=st.integers(1, 2**32 - 1),
    ),
    issued_on=DAYS,
    valid_until=st.none() | DAYS,
    file_number=st.text(max_size=15),
    amount=st.none() | st.builds(Money, minor=st.integers(-(2**63), 2**63 - 1), currency=st.sampled_from(Currency)),
    holder=st.binary(min_size=3, max_size=3),
    content=st.binary(min_size=16, max_size=16),
    demonstration=st.booleans(),
    key_id=st.just(KEY.id),
)
STATEMENT = Stated(
    kind=PaperKind.BENEFIT_STATEMENT,
    serial=Serial("QTF", nearest_hijri(TODAY).year, 127),
    issued_on=TODAY,
    valid_until=date(2025, 2, 18),
    file_number="QTF-2024-00031",
    amount=Money(140000, Currency.SAR),
    holder=b"abc",
    content=b"0123456789abcdef",
    demonstration=False,
    key_id=KEY.id,
)
TEXT = signed_text(STATEMENT, KEY.sign)


@given(STATED)
def test_what_is_stated_is_read_back(stated: Stated) -> None:
    assert unpacked(packed(stated)) == stated


@given(st.binary(max_size=150))
def test_any_other_bytes_are_malformed_or_spelled_as_we_would(data: bytes) -> None:
    try:
        stated = unpacked(data)
    except MalformedCodeError:
        return
    assert packed(stated) == data


def test_a_code_is_small_enough_to_be_scanned_and_of_letters_that_codes_keep_short() -> None:
    assert len(TEXT) <= 240
    assert set(TEXT) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_a_signed_code_verifies_and_says_what_was_stated() -> None:
    answer = verify(TEXT, trust=TRUST, on=TODAY)
    assert answer.state is VerificationState.GENUINE
    assert (answer.serial, answer.amount, answer.file_number) == (
        str(STATEMENT.serial),
        STATEMENT.amount,
        "QTF-2024-00031",
    )
    assert "مكتب القطيف" in answer.sentence.ar
    assert "register" in answer.sentence.en


@settings(max_examples=300)
@given(st.integers(0, len(TEXT) * 7 - 1))
def test_no_text_with_a_bit_changed_is_genuine(bit: int) -> None:
    letters = bytearray(TEXT.encode())
    letters[bit // 7] ^= 1 << bit % 7
    answer = verify(letters.decode("ascii"), trust=TRUST, on=TODAY)
    assert answer.state in {
        VerificationState.ALTERED,
        VerificationState.NOT_YUSR,
        VerificationState.UNKNOWN_ISSUER,
    }
    assert answer.serial is None


@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
def test_the_spare_bits_of_the_last_letter_are_held_too(letter: str) -> None:
    if letter != TEXT[-1]:
        assert verify(TEXT[:-1] + letter, trust=TRUST, on=TODAY).state is VerificationState.ALTERED


@given(STATED, st.data())
def test_a_changed_statement_under_the_old_signature_is_altered(stated: Stated, data: st.DataObject) -> None:
    _, signature = opened(TEXT)
    if stated != STATEMENT:
        forged = signed_text(stated, lambda _: signature)
        assert verify(forged, trust=TRUST, on=TODAY).state is VerificationState.ALTERED


def test_a_key_that_claims_to_be_another_is_altered() -> None:
    forged = signed_text(STATEMENT, OTHER.sign)
    assert verify(forged, trust=trusting(KEY, OTHER), on=TODAY).state is VerificationState.ALTERED


def test_a_key_that_nobody_here_trusts_is_unknown_and_nothing_it_states_is_shown() -> None:
    answer = verify(TEXT, trust=trusting(OTHER), on=TODAY)
    assert answer.state is VerificationState.UNKNOWN_ISSUER
    assert KEY.id in answer.sentence.ar
    assert answer.amount is None


def test_validity_ends_after_its_last_day() -> None:
    assert verify(TEXT, trust=TRUST, on=date(2025, 2, 18)).state is VerificationState.GENUINE
    ended = verify(TEXT, trust=TRUST, on=date(2025, 2, 19))
    assert ended.state is VerificationState.EXPIRED
    assert ended.believed
    assert "2025/02/18" in ended.sentence.ar


@pytest.mark.parametrize("text", ["", "hello", "https://example.org", "YUSR2:ABC", "QTF-1446-000127-2"])
def test_what_is_no_code_of_ours_is_said_to_be_none(text: str) -> None:
    assert verify(text, trust=TRUST, on=TODAY).state is VerificationState.NOT_YUSR
    assert verify(text.encode(), trust=TRUST, on=TODAY).state is VerificationState.NOT_YUSR


@pytest.mark.parametrize("rest", ["", "A", "AAAAAAAA", TEXT[6:-8], TEXT[6:] + "AAAAAAAA", TEXT[6:].lower()])
def test_a_code_cut_short_or_longer_is_altered(rest: str) -> None:
    assert verify(PREFIX + rest, trust=TRUST, on=TODAY).state is VerificationState.ALTERED


@given(st.binary(max_size=300))
def test_no_bytes_make_verification_fail(data: bytes) -> None:
    assert verify(data, trust=TRUST, on=TODAY).state is VerificationState.NOT_YUSR


def test_the_holder_is_confirmed_in_any_spelling_and_nobody_else() -> None:
    serial = STATEMENT.serial
    mark = holder_mark("فاطمة عبد الله الأحمد", "1000345672", serial)
    assert holder_mark("فاطمه عبدالله الاحمد", "١٠٠٠٣٤٥٦٧٢", serial) == mark
    assert holder_mark("فاطمة عبد الله الأحمد", "1000345673", serial) != mark
    assert holder_mark("زينب عبد الله الأحمد", "1000345672", serial) != mark
    assert holder_mark("فاطمة عبد الله الأحمد", "1000345672", Serial("QTF", 1446, 128)) != mark


def test_a_demonstration_is_said_to_be_one() -> None:
    answer = verify(signed_text(replace(STATEMENT, demonstration=True), KEY.sign), trust=TRUST, on=TODAY)
    assert answer.demonstration
    assert "بيانات تجريبية" in answer.sentence.ar


def test_a_withdrawn_paper_a_stolen_key_and_a_key_used_after_it_was_retired_are_not_believed() -> None:
    trusted = TRUST.get(KEY.id)
    for change, state in (
        ({"void": (str(STATEMENT.serial),)}, VerificationState.VOID),
        ({"compromised": True, "retired_on": date(2025, 1, 1)}, VerificationState.REVOKED_KEY),
        ({"retired_on": date(2024, 11, 20)}, VerificationState.REVOKED_KEY),
        ({"retired_on": date(2024, 11, 21)}, VerificationState.GENUINE),
    ):
        store = TrustStore((msgspec.structs.replace(trusted, **change),))  # type: ignore[type-var]
        assert verify(TEXT, trust=store, on=TODAY).state is state
