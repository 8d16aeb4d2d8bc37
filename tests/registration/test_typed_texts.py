"""What people write in a field is read in any digits and either calendar, or told with what to write instead."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec import UNSET
from typing_files import TODAY, begun

from desktop.facts.codes import DatePrecision
from desktop.facts.household_file import HouseholdFile
from desktop.values.language import Language
from ui.screens.registry.registration.examination import Fault, Weight
from ui.screens.registry.registration.states import Wizard

HEAD = "/members/k1"


def read(wizard: Wizard) -> HouseholdFile:
    file = wizard.draft(TODAY)
    assert file is not None, wizard.faults(TODAY)
    return file


def only_fault(wizard: Wizard) -> Fault:
    (fault,) = wizard.faults(TODAY)
    assert all(fault.sentence.said_in(language).endswith((".", "؛")) for language in Language)
    assert wizard.draft(TODAY) is None
    assert wizard.ready(TODAY) is False
    return fault


@pytest.mark.parametrize(
    "text", ["2022-09-01", "٢٠٢٢/٩/١", "01/09/2022 م", "1444-02-05", "٥/٢/١٤٤٤", " ١٤٤٤/٠٢/٠٥ هـ "]
)
def test_a_date_is_read_in_either_calendar_and_any_digits(text: str) -> None:
    file = read(begun().write("/household/applied_on", text))
    assert file.household.applied_on == dt.date(2022, 9, 1)


@pytest.mark.parametrize(
    ("slot", "text", "key"),
    [
        ("/household/applied_on", "الأسبوع الماضي", "values.date_unreadable"),
        ("/household/applied_on", "1444-02-31", "values.hijri_day"),
        ("/household/applied_on", "1340-01-01", "values.date_not_certain"),
        ("/household/applied_on", "2030-01-01", "facts.in_the_future"),
        ("/household/dwelling/monthly_rent", "ألف", "values.money_unreadable"),
        ("/household/dwelling/monthly_rent", "-5", "registration.amount_below_zero"),
        ("/household/dwelling/rooms", "2.5", "registration.not_a_count"),
        ("/household/dwelling/rooms", "99999999999", "facts.count_beyond_reason"),
        ("/household/family_dwellings", "0", "registration.too_small"),
        ("/household/address/latitude", "شمال", "registration.not_a_number"),
        ("/household/address/latitude", "120", "facts.off_the_map"),
        ("/household/dwelling/tenure", "borrowed", "registration.not_a_choice"),
        ("/household/independent", "maybe", "registration.not_a_choice"),
        ("/household/phone", "05", "values.phone_impossible"),
        ("/household/payee/iban", "SA00", "values.iban_length"),
        (f"{HEAD}/nationality", "سعودي", "registration.not_a_country"),
        (f"{HEAD}/national_id", "1000000001", "values.saudi_id_checksum"),
        (f"{HEAD}/disability/percent", "130", "registration.too_large"),
        (f"{HEAD}/birth_date", "2090-01-01", "facts.born_later"),
        (f"{HEAD}/birth_date", "2200-01-01", "values.date_year"),
        (f"{HEAD}/name/father", "علي", "registration.needed"),
        ("/household/address/city", "قرية\x07", "facts.control_character"),
    ],
)
def test_what_cannot_be_is_told_and_kept_as_it_was_typed(slot: str, text: str, key: str) -> None:
    wizard = begun().write(slot, text).leave(slot)
    fault = only_fault(wizard)
    assert fault.key == key
    # A father's name alone lacks the given name, which is another field.
    assert fault.slot in {slot, f"{HEAD}/name/given"}
    assert wizard.typed.text(slot) == text
    assert wizard.told(TODAY) == (() if fault.weight is Weight.MISSING else (fault,))
    assert wizard.write(slot, "").faults(TODAY) == ()


def test_numbers_and_names_lose_the_spaces_around_and_nothing_else() -> None:
    wizard = begun().write(f"{HEAD}/name/given", "  عبد  الله ").write(f"{HEAD}/national_id", " ١٠٠٠٠٠٠٠٠٨ ")
    wizard = wizard.write("/household/phone", "٠٥٠٠ ٠٠٠ ٠٠١").write("/household/dwelling/monthly_rent", "١٬٢٠٠٫٥")
    head = read(wizard).members[0]
    assert head.name is not UNSET
    assert head.name.given == "عبد  الله"
    assert head.national_id == "1000000008"
    assert read(wizard).household.phone == "0500000001"
    assert read(wizard).household.dwelling.monthly_rent == "1200.50"  # type: ignore[union-attr]
    assert wizard.typed.text(f"{HEAD}/name/given") == "  عبد  الله "


def test_spaces_alone_say_nothing() -> None:
    wizard = begun().write(f"{HEAD}/name/given", "   ").write("/household/applied_on", " ")
    assert wizard.faults(TODAY)[0].key == "registration.needed"
    file = read(wizard.write(f"{HEAD}/name/given", ""))
    assert file.household.applied_on is UNSET


@pytest.mark.parametrize("slot", ["birth_date", "birth_date_hijri"])
@pytest.mark.parametrize(
    ("text", "gregorian", "hijri", "precision"),
    [
        ("١٤٠٥/٣/١٢", UNSET, "1405-03-12", DatePrecision.DAY),
        ("1984-12-05", dt.date(1984, 12, 5), UNSET, DatePrecision.DAY),
        ("1405", UNSET, "1405-01-01", DatePrecision.YEAR),
        ("١٤٠٥ هـ", UNSET, "1405-01-01", DatePrecision.YEAR),
        ("1984", dt.date(1984, 1, 1), UNSET, DatePrecision.YEAR),
        ("1984/12", dt.date(1984, 12, 1), UNSET, DatePrecision.MONTH),
    ],
)
def test_a_birth_is_kept_as_it_was_stated_in_whichever_field(
    slot: str, text: str, gregorian: object, hijri: object, precision: DatePrecision
) -> None:
    head = read(begun().write(f"{HEAD}/{slot}", text)).members[0]
    assert (head.birth_date, head.birth_date_hijri, head.birth_date_precision) == (gregorian, hijri, precision)


def test_a_birth_in_both_calendars_may_be_typed_the_wrong_way_round_and_must_agree() -> None:
    crossed = begun().write(f"{HEAD}/birth_date", "1405-03-12").write(f"{HEAD}/birth_date_hijri", "1984-12-04")
    head = read(crossed).members[0]
    assert (head.birth_date, head.birth_date_hijri) == (dt.date(1984, 12, 4), "1405-03-12")
    apart = begun().write(f"{HEAD}/birth_date", "1984-12-25").write(f"{HEAD}/birth_date_hijri", "1405-03-12")
    assert only_fault(apart).key == "values.calendars_disagree"
    alone = begun().write(f"{HEAD}/birth_date", "1405-13-12")
    assert only_fault(alone).slot == f"{HEAD}/birth_date"


def test_a_contradiction_of_a_birth_is_told_where_the_birth_was_typed() -> None:
    wizard = begun().write(f"{HEAD}/birth_date", "1449-01-01")
    assert (only_fault(wizard).key, only_fault(wizard).slot) == ("facts.born_later", f"{HEAD}/birth_date")


def test_half_a_range_of_income_lacks_its_other_end() -> None:
    wizard = begun()
    income = wizard.next_item(f"{HEAD}/incomes")
    wizard = wizard.add(f"{HEAD}/incomes").write(f"{income}/kind", "business").write(f"{income}/period", "month")
    half = wizard.write(f"{income}/amount_between/0", "٣٠٠")
    assert (only_fault(half).key, only_fault(half).slot) == ("registration.half_a_range", f"{income}/amount_between/1")
    whole = half.write(f"{income}/amount_between/1", "500")
    assert read(whole).members[0].incomes[0].amount_between == ("300.00", "500.00")  # type: ignore[index]
    turned = half.write(f"{income}/amount_between/1", "100")
    assert (only_fault(turned).key, only_fault(turned).slot) == ("facts.bounds_reversed", f"{income}/amount_between")


def test_a_fault_calls_people_by_name_and_never_by_a_reference_or_a_pointer() -> None:
    wizard = begun().write(f"{HEAD}/name/given", "فاطمة").write(f"{HEAD}/sex", "male")
    fault = only_fault(wizard.write(f"{HEAD}/health/nursing", "true"))
    for language in Language:
        assert "\u2068فاطمة\u2069" in fault.sentence.said_in(language)
        assert "m1" not in fault.sentence.said_in(language)
    doubled = wizard.write("/household/claimant", "m7")
    assert "/household" not in only_fault(doubled).sentence.ar


def test_an_unfinished_thing_hides_no_fault_elsewhere_and_makes_none() -> None:
    wizard = begun().write("/household/vehicles", "2")
    car = wizard.next_item(f"{HEAD}/assets")
    wizard = wizard.add(f"{HEAD}/assets").write(f"{car}/kind", "car")
    assert only_fault(wizard).key == "facts.vehicles_disagree"
    second = wizard.add(f"{HEAD}/assets")
    assert [fault.key for fault in second.faults(TODAY)] == ["registration.needed"]


def test_no_head_is_not_told_while_a_role_is_still_to_be_chosen() -> None:
    wizard = begun().write(f"{HEAD}/role", "")
    assert only_fault(wizard).slot == f"{HEAD}/role"
    assert only_fault(wizard.write(f"{HEAD}/role", "child")).key == "facts.no_head"


def test_text_that_no_file_can_hold_is_made_whole() -> None:
    wizard = begun().write("/household/address/city", "قرية\ud83d").write("/household/address/street", "\ud83d\ude00")
    assert wizard.typed.text("/household/address/city") == "قرية\ufffd"
    assert wizard.typed.text("/household/address/street") == "😀"
