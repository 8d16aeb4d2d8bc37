"""Where the right is each person's own, the answer is told person by person and category by category."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typed import yusr

from desktop.values.language import Language

ON = ("--programme", "eg.karama", "--on", "2025-05-15")
SETTLED: dict[str, Any] = {
    "nationality": "EG",
    "sex": "female",
    "birth_date": "1980-01-01",
    "marital_status": "married",
    "work": {"status": "home", "ability": "able", "insured": False},
    "disability": {"degree": "none"},
    "health": {"chronic": "none"},
    "circumstances": [],
    "education": {"enrolled": False},
    "incomes": [],
    "assets": [],
}
GRANDMOTHER = {"ref": "m1", "role": "head", "name": {"given": "زينب", "family": "الفيومي"}, "birth_date": "1948-03-02"}
SON = {"ref": "m2", "role": "child", "name": {"given": "رمضان", "family": "المنياوي"}, "sex": "male"}
WIFE = {"ref": "m3", "role": "other_relative", "name": {"given": "هند", "family": "القليوبي"}}


def _file(folder: Path, *members: dict[str, Any], without: tuple[str, str] | None = None) -> Path:
    people = [SETTLED | each for each in members]
    if without is not None:
        ref, fact = without
        next(each for each in people if each["ref"] == ref).pop(fact)
    household = {"country": "EG", "pmt_score": 4210}
    path = folder / "house.json"
    whole = {"format": "yusr-household/1", "household": household, "members": people}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return path


def _section(out: str, title: str) -> list[str]:
    """The lines under a title."""
    lines = out.splitlines()
    at = lines.index(f"{title}:")
    found = []
    for line in lines[at + 1 :]:
        if not line.startswith("  "):
            break
        found.append(line.strip())
    return found


@pytest.fixture
def told(tmp_path: Path) -> str:
    disabled = SON | {"disability": {"degree": "severe"}}
    file = _file(tmp_path, GRANDMOTHER, disabled, WIFE)
    return yusr("assess", file, *ON, language=Language.ARABIC).answered().out


def test_every_member_is_told_by_name_in_the_word_of_his_or_her_sex(told: str) -> None:
    assert told.splitlines()[0] == "في الأسرة من يستحق: 1,768.00 جنيه شهريًّا"
    assert _section(told, "الأفراد") == [
        "✓ زينب الفيومي: مستحقة: 884.00 جنيه شهريًّا",
        "✓ رمضان المنياوي: مستحق: 884.00 جنيه شهريًّا",
        "✗ هند القليوبي: غير مستحقة (للأسباب: --member m3)",
    ]


def test_the_categories_and_the_criteria_stand_under_whose_they_are(told: str) -> None:
    assert "✓ مسن (مستوفاة): 884.00 جنيه شهريًّا" in _section(told, "الفئات — زينب الفيومي")
    assert "✓ شخص ذو إعاقة (مستوفاة): 884.00 جنيه شهريًّا" in _section(told, "الفئات — رمضان المنياوي")
    assert all("زينب الفيومي" in line for line in _section(told, "المعايير — زينب الفيومي"))


def test_components_and_documents_name_their_holder(told: str) -> None:
    assert _section(told, "المكوّنات")[0] == "دعم كرامة — زينب الفيومي: 884.00 جنيه شهريًّا"
    assert "بطاقة الخدمات المتكاملة — رمضان المنياوي" in _section(told, "المستندات المطلوبة")


def test_one_member_s_own_claim_is_told_in_his_own_word(tmp_path: Path) -> None:
    file = _file(tmp_path, GRANDMOTHER, SON | {"disability": {"degree": "mild"}})
    out = yusr("assess", file, *ON, "--member", "m2", language=Language.ARABIC).answered().out
    assert out.splitlines()[0] == "مستحق: 884.00 جنيه شهريًّا"
    assert "الأفراد:" not in out
    assert "✓ شخص ذو إعاقة (مستوفاة): 884.00 جنيه شهريًّا" in _section(out, "الفئات")


def test_a_member_who_stays_open_stands_beside_those_who_do_not(tmp_path: Path) -> None:
    file = _file(tmp_path, GRANDMOTHER, SON, without=("m2", "disability"))
    out = yusr("assess", file, *ON).answered().out
    assert out.splitlines()[0].startswith("Somebody in the household is eligible: ")
    first, second = _section(out, "Members")
    assert first == "✓ زينب الفيومي: eligible: EGP 884.00 a month"
    assert second.startswith("؟ رمضان المنياوي: ")
    assert "؟ Person with disability (unknown): " in "\n".join(_section(out, "Categories — رمضان المنياوي"))


def test_a_household_in_which_nobody_has_the_right_hears_so_first_and_why_of_each(tmp_path: Path) -> None:
    out = yusr("assess", _file(tmp_path, WIFE | {"role": "head"}, SON), *ON, language=Language.ARABIC).answered().out
    assert out.splitlines()[0] == "ليس في الأسرة من يستحق"
    assert len(_section(out, "المعايير — هند القليوبي")) > 1
    assert len(_section(out, "المعايير — رمضان المنياوي")) > 1


def test_the_categories_of_a_household_s_right_are_told_without_a_name(tmp_path: Path) -> None:
    path = _file(tmp_path, GRANDMOTHER)
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["household"]["requests"] = [{"kind": "exceptional", "cause": "funeral"}]
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    asked = ("--programme", "eg.exceptional", "--on", "2025-05-15")
    out = yusr("assess", path, *asked, language=Language.ARABIC).answered().out
    assert out.splitlines()[0].startswith("مستحقة: غير منشور")
    assert "✓ مصاريف جنازة (مستوفاة)" in _section(out, "الفئات")
