"""An assessment written by the program is one that the contract accepts, byte for byte the same each time."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files

from jsonschema import Draft202012Validator
from msgspec import UNSET

from desktop.facts import assessment as answer
from desktop.facts.codes import (
    AmountPeriod,
    AmountStatus,
    CategoryOutcome,
    Confidence,
    CriterionOutcome,
    Outcome,
)
from desktop.values.language import Wording
from desktop.values.money import Currency

LABEL = Wording("معيار", "criterion")
PAID = answer.Amount(status=AmountStatus.KNOWN, value="480.00", currency=Currency.SAR, period=AmountPeriod.MONTH)
CITED = answer.Citation(law="regulation", article=None, confidence=Confidence.OFFICIAL)


def _smallest() -> answer.Assessment:
    return answer.Assessment(
        format=answer.FORMAT,
        programme="sa.developed",
        version="2023-11",
        pack_hash="sha256:" + "0" * 64,
        facts_hash="sha256:" + "a" * 64,
        on=dt.date(2024, 3, 1),
        outcome=Outcome.INELIGIBLE,
        amount=None,
        criteria=(),
        missing=(),
        presumed=(),
        readings=(),
    )


def _fullest() -> answer.Assessment:
    import msgspec

    return msgspec.structs.replace(
        _smallest(),
        id="a-1",
        outcome=Outcome.ELIGIBLE,
        amount=PAID,
        total=None,
        components=(answer.Component(id="pension", label=LABEL, member=None, amount=PAID),),
        adjustments=(answer.Adjustment(id="fee", label=LABEL, amount=PAID, citation=CITED),),
        categories=(answer.Category(id="c", label=LABEL, outcome=CategoryOutcome.MET, amount=None),),
        members=(answer.MemberResult(ref="m1", outcome=Outcome.UNDETERMINED, amount=PAID),),
        criteria=(
            answer.CriterionResult(
                id="income",
                category=None,
                outcome=CriterionOutcome.MET,
                label=LABEL,
                sentence=LABEL,
                facts=(
                    answer.FactShown(path="/household/vehicles", value=None),
                    answer.FactShown(path="counted_income", label=LABEL, value=["0", True, 2.5]),
                ),
                citation=CITED,
            ),
        ),
        missing=(answer.MissingFact(path="/members/0/sex", label=LABEL),),
        presumed=(answer.PresumedFact(path="/members/0/breaches"),),
        readings=(answer.ReadingTaken(id="cap", chosen="on_payment", other=("on_minimum",)),),
        clocks=(answer.Clock(on=dt.date(2025, 1, 1), cause="age", outcome_then="ineligible", amount_then=None),),
        flips=(answer.Flip(path="/household/vehicles", from_=3, to=2, outcome="eligible"),),
        documents=(answer.DocumentNeeded(id="lease", label=LABEL, member="m1"),),
    )


def _validator() -> Draft202012Validator:
    text = files("resources").joinpath("contracts", "assessment.schema.json").read_bytes()
    return Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_smallest_and_the_fullest_assessment_fit_the_contract() -> None:
    for each in (_smallest(), _fullest()):
        _validator().validate(json.loads(answer.encode_assessment(each)))


def test_nothing_due_is_written_as_null_and_what_was_not_worked_out_is_left_out() -> None:
    written = json.loads(answer.encode_assessment(_smallest()))
    assert written["amount"] is None
    assert "total" not in written
    assert json.loads(answer.encode_assessment(_fullest()))["total"] is None


def test_the_value_before_a_flip_is_written_under_the_contracts_name() -> None:
    written = json.loads(answer.encode_assessment(_fullest()))
    assert written["flips"] == [{"path": "/household/vehicles", "from": 3, "to": 2, "outcome": "eligible"}]


def test_the_same_assessment_gives_the_same_bytes_and_reads_back_equal() -> None:
    written = answer.encode_assessment(_fullest())
    assert written == answer.encode_assessment(_fullest())
    assert answer.encode_assessment(answer.decode_assessment(written)) == written
    assert answer.decode_assessment(written).id == "a-1"
    assert answer.decode_assessment(answer.encode_assessment(_smallest())).total is UNSET


def test_indenting_changes_only_the_space_between() -> None:
    indented = answer.encode_assessment(_fullest(), indent=1)
    assert indented.count(b"\n") > 20
    assert json.loads(indented) == json.loads(answer.encode_assessment(_fullest()))
