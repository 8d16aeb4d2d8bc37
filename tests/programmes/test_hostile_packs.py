"""Packs made to do harm are refused by name, place and line, before they cost anything."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from packs_to_spoil import change, copied

from desktop.programmes.checking.checks import check_pack
from desktop.programmes.language.parsing import parse
from desktop.programmes.packs.sealing import open_pack
from desktop.values.errors import OfficeError
from desktop.values.language import Language

# Each refusal takes a fraction of a second: a noisy machine may take some, a runaway takes for ever.
pytestmark = pytest.mark.timeout(30)

GAP = 'is: "calculated_minimum - counted_income"'
BASE = 'base: {value: "1100"'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return copied(tmp_path)


def refusal(folder: Path) -> OfficeError:
    """What refuses a folder, soon and in both languages."""
    with pytest.raises(OfficeError) as refused:
        open_pack(folder).link_all()
    for language in Language:
        assert "{" not in refused.value.sentence(language).replace("{{", "")
    return refused.value


LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
SPOILT_YAML = {
    "billion laughs": (LAUGHS, 1),
    "an anchor alone": ("a: 1\nb: &x 2\n", 2),
    "a doubled key": ("a: 1\nb: 2\na: 3\n", 3),
    "nested lists": ("a:\n " + "[" * 5000, 2),
    "nested maps": ("a: " + "{a: " * 5000, 1),
    "indented maps": ("".join(" " * at + "a:\n" for at in range(900)), 21),
    "a tag that makes an object": ("a: !!python/object:os.system ls\n", 1),
    "a tag that makes a number": (f"a: !!int {'9' * 9000}\n", 1),
    "a list as a key": ("a: 1\n? [b]\n: 2\n", 2),
    "two documents": ("a: 1\n---\nb: 2\n", 2),
    "more than any law has": ("a: [" + "1," * 500_000 + "1]\n", 1),
    "no YAML at all": ("a: [1\nb: }\n", 2),
}


@pytest.mark.parametrize("kind", SPOILT_YAML)
def test_hostile_yaml_is_refused_at_its_line(packs: Path, kind: str) -> None:
    text, line = SPOILT_YAML[kind]
    folder = packs / "sa.developed" / "2022"
    (folder / "pack.yaml").write_text(text)
    refused = refusal(folder)
    assert (refused.key, refused.details["line"]) == ("programmes.pack_not_yaml", line)


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u200b", "\u00ad", "\U000e0041"])
@pytest.mark.parametrize("place", ["# a remark{}\n", 'x: "{}"\n', "x{}: 1\n"])
def test_a_letter_that_nobody_sees_is_refused_wherever_it_stands(packs: Path, letter: str, place: str) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / "pack.yaml").write_text("a: 1\n" + place.format(letter), "utf-8")
    refused = refusal(folder)
    assert (refused.key, refused.details["line"]) == ("programmes.pack_unseen_letter", 2)
    assert letter not in refused.sentence(Language.ENGLISH)


def test_an_escape_hides_no_letter_either(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / "pack.yaml").write_text('a: 1\nb: "\\u202e"\n', "utf-8")
    assert refusal(folder).key == "programmes.pack_unseen_letter"


def test_bytes_that_are_no_text_are_refused_at_their_line(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / "pack.yaml").write_bytes(b"a: 1\nb: \xff\xfe\n")
    refused = refusal(folder)
    assert (refused.key, refused.details["line"]) == ("programmes.pack_not_yaml", 2)


def test_a_pack_larger_than_any_law_is_not_read(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / "pack.yaml").write_bytes(b"a: 1\n" * 500_000)
    assert refusal(folder).key == "programmes.pack_too_large"


NOT_IN_THE_LANGUAGE = [
    "(SELECT 1)", "ANY(SELECT member.is_head)", "read_csv('/etc/passwd')", "getenv('HOME')", "CAST(size AS TEXT)",
    "size::int", "COALESCE(size, 0)", "IFNULL(size, 0)", "NULLIF(size, 0)", "size IS NULL", "size / 2", "size % 2",
    "size; DROP TABLE x", "size -- remark", "size /* remark */", "EXISTS (SELECT 1)", "ROW_NUMBER() OVER ()",
    "SUM(DISTINCT member.x)", "x -> x", "[1, 2]", "{'a': 1}", '"size"', "`size`", "$1", "?", "@x", "size || 'a'",
    "INTERVAL 1 DAY", "1e9", "0x10", "size IN (SELECT 1)", "EVAL('1')", "CASE size WHEN 1 THEN 2 END", "*", "size.*",
    "ｓize", "sizе", "size\u202e", "size\u00a0+ 1", "'unclosed", "9" * 16, ".".join(["a"] * 7), "",
    "COUNT(*)", "now()", "random()", "pg_sleep(9)", "glob('*')", "size BETWEEN 1", "a ? b : c", "x := 1",
]  # fmt: skip


@pytest.mark.parametrize("expression", NOT_IN_THE_LANGUAGE)
def test_what_the_language_does_not_have_is_refused_by_name(expression: str) -> None:
    with pytest.raises(OfficeError) as refused:
        parse(expression)
    assert refused.value.key.startswith("programmes.expression_")
    assert all(refused.value.sentence(language) for language in Language)


DEEP = {
    "brackets": "(" * 1000 + "1" + ")" * 1000,
    "brackets that stay open": "(" * 3900,
    "lists": "[" * 1000 + "]" * 1000,
    "negations": "NOT " * 900 + "TRUE",
    "signs": "- " * 1900 + "1",
    "cases": "CASE WHEN TRUE THEN " * 150 + "1" + " ELSE 1 END" * 50,
    "cases that stay open": "CASE " * 700,
    "sums": "1" + " + 1" * 900,
    "comparisons": "1" + " < 1" * 900,
    "selections": "(SELECT " * 50 + "1" + ")" * 50,
    "too many letters": "1 + " * 5000 + "1",
}


@pytest.mark.parametrize("kind", DEEP)
def test_an_expression_deeper_than_any_sentence_of_law_is_refused(kind: str) -> None:
    with pytest.raises(OfficeError) as refused:
        parse(DEEP[kind])
    assert refused.value.key.startswith("programmes.expression_")


def test_a_fault_of_an_expression_is_told_with_its_place_and_line(packs: Path) -> None:
    folder = change(packs, GAP, 'is: "read_csv(1)"')
    refused = refusal(folder)
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    assert refused.details["place"] == "variables/household/gap"
    assert "read_csv" in lines[int(str(refused.details["line"])) - 1]
    assert "READ_CSV" in refused.sentence(Language.ENGLISH)


def test_a_fault_of_an_amended_version_is_told_with_the_file_that_states_it(packs: Path) -> None:
    change(packs, GAP, 'is: "gapp"')
    found = check_pack(packs / "sa.developed" / "2023-11").faults[0]
    assert found.details["file"] == str(packs / "sa.developed" / "2023-11" / ".." / "2022" / "pack.yaml")


def test_a_field_that_does_not_fit_is_told_with_its_place_and_line(packs: Path) -> None:
    folder = change(packs, 'unit: SAR/month, label: {ar: "الزيادة', 'units: SAR/month, label: {ar: "الزيادة')
    refused = refusal(folder)
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    assert refused.key == "programmes.pack_field"
    assert str(refused.details["place"]).startswith("parameters/increment")
    assert lines[int(str(refused.details["line"])) - 1].strip().startswith("increment:")


@pytest.mark.parametrize("figure", ["1e999999999", "9" * 5000, "1/3", "0x10", "1_000", "nan", "inf", "١١٠٠", " 1", ""])
def test_a_figure_is_a_plain_decimal_or_refused(packs: Path, figure: str) -> None:
    refused = refusal(change(packs, BASE, f'base: {{value: "{figure}"'))
    assert (refused.key, refused.details["place"]) == ("programmes.pack_figure", "parameters/base")
    assert "line" in refused.details


@pytest.mark.parametrize("step", ["0", "-1", "1e9"])
def test_amounts_are_rounded_to_a_step_above_nothing(packs: Path, step: str) -> None:
    refused = refusal(change(packs, 'rounding: {to: "0.01"', f'rounding: {{to: "{step}"'))
    assert (refused.key, refused.details["place"]) == ("programmes.pack_figure", "rounding")


def test_a_table_may_have_no_row_a_milliard_away(packs: Path) -> None:
    folder = change(packs, "3: 118, ", "999999999: 118, ")
    assert "programmes.table_hole" in {fault.key for fault in check_pack(folder).faults}
    assert refusal(change(packs, "999999999: 118, ", "9999999999: 118, ")).key == "programmes.pack_figure"


def test_the_largest_sums_of_unknown_children_are_not_counted_one_by_one(packs: Path) -> None:
    folder = change(packs, 'is: "SUM(member.withheld)"', 'is: "SUM_TOP(999999999999, member.withheld)"')
    report = check_pack(folder)
    assert report.pack is not None
    assert report.cases


@pytest.mark.parametrize("name", ["bаse", "base-2", "Base", "bаsе", "2base", "base\u0301", "قاعدة", "a" * 81, "a b"])
def test_a_name_that_looks_like_another_is_refused(packs: Path, name: str) -> None:
    folder = packs / "sa.developed" / "2022"
    path = folder / "pack.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(BASE, f'"{name}": {{value: "1100"').replace(":base", f":{name}"), "utf-8")
    refused = refusal(folder)
    assert refused.key == "programmes.pack_name"
    assert str(refused.details["name"]).removesuffix("…").isascii()


@pytest.mark.parametrize(
    ("stated", "instead", "key"),
    [
        ("area: address.governorate", "area: address.nowhere", "programmes.pack_expression"),
        ("weight: weight_poverty", 'weight: "weight_poverty * 0 + 5"', "programmes.pack_name"),
        ("{id: poverty, is:", '{id: "poverty)", is:', "programmes.pack_name"),
    ],
)
def test_an_order_holds_places_by_a_fact_and_weighs_by_a_figure_of_its_own(
    packs: Path, stated: str, instead: str, key: str
) -> None:
    path = copied(packs, "sa.need") / "sa.need" / "2023-11" / "pack.yaml"
    text = path.read_text("utf-8")
    assert stated in text
    path.write_text(text.replace(stated, instead), "utf-8")
    assert refusal(path.parent).key == key


def test_variables_in_a_circle_are_named(packs: Path) -> None:
    refused = refusal(change(packs, GAP, 'is: "pension - counted_income"'))
    assert refused.key == "programmes.pack_expression"
    assert "gap → household.pension" in refused.sentence(Language.ENGLISH) or "household.gap" in refused.sentence(
        Language.ENGLISH
    )


def test_a_chain_that_no_law_has_is_refused_before_it_is_followed(packs: Path) -> None:
    chain = "".join(f'  - {{id: link{at}, of: household, is: "link{at + 1} + 1"}}\n' for at in range(2000))
    folder = change(packs, "variables:\n", f"variables:\n{chain}  - {{id: link2000, of: household, is: size}}\n")
    refused = refusal(folder)
    assert "240" in refused.sentence(Language.ENGLISH)
    assert "link0" in refused.sentence(Language.ENGLISH)


OUT = ["../../elsewhere/2022", "..", ".", "/etc", "2022/../2022", "", "2022\\..", "~"]


@pytest.mark.parametrize("name", OUT)
def test_an_amendment_leads_nowhere_but_to_a_version_beside_it(packs: Path, name: str) -> None:
    refused = refusal(change(packs, 'amends: "2022"', f"amends: {json.dumps(name)}", "2023-11"))
    assert (refused.key, refused.details["line"]) == ("programmes.pack_leads_out", 4)


@pytest.mark.parametrize(("programme", "version"), [("../sa.old", "1"), ("sa.old", "../1"), ("sa/old", "1"), ("", "")])
def test_a_need_leads_nowhere_but_to_a_programme(packs: Path, programme: str, version: str) -> None:
    need = f"needs: {{other: {{programme: {json.dumps(programme)}, version: {json.dumps(version)}}}}}\nlaws:\n"
    assert refusal(change(packs, "laws:\n", need)).key == "programmes.pack_leads_out"


def test_versions_that_amend_one_another_are_refused(packs: Path) -> None:
    folder = packs / "sa.developed"
    amending = 'id: sa.developed\nversion: "{}"\namends: "{}"\napplies: {{from: 2022-01-01}}\n'
    (folder / "2022" / "pack.yaml").write_text(amending.format("2022", "2023-11"))
    assert refusal(folder / "2023-11").key == "programmes.pack_circle"


def test_programmes_that_need_one_another_are_refused(packs: Path) -> None:
    need = 'needs: {own: {programme: sa.developed, version: "2022"}}\nlaws:\n'
    assert refusal(change(packs, "laws:\n", need)).key == "programmes.pack_circle"


def test_a_pack_stands_in_the_folder_of_its_own_name(packs: Path) -> None:
    (packs / "sa.developed" / "2022").rename(packs / "sa.developed" / "2021")
    refused = refusal(packs / "sa.developed" / "2021")
    assert (refused.key, refused.details["version"]) == ("programmes.pack_elsewhere", "2022")


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a device", "a folder"])
def test_a_pack_that_is_no_plain_file_is_not_opened(packs: Path, kind: str) -> None:
    folder = packs / "sa.developed" / "2022"
    path = folder / "pack.yaml"
    path.rename(packs / "pack.yaml")
    match kind:
        case "a link":
            path.symlink_to(packs / "pack.yaml")
        case "a pipe":
            os.mkfifo(path)
        case "a device":
            path.symlink_to("/dev/zero")
        case _:
            path.mkdir()
    assert refusal(folder).key == "programmes.pack_not_a_file"


def test_a_version_that_is_a_link_out_of_the_folder_is_not_opened(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    folder.rename(packs / "2022")
    folder.symlink_to(packs / "2022", target_is_directory=True)
    assert refusal(folder).key == "programmes.pack_not_a_file"
