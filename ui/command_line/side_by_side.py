"""Every programme for one household, side by side, and what its rights come to, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.casework.had_together import HadTogether, Pair, had_together
from desktop.facts.assessment import Assessment, encode_assessment
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.criteria import citation
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Wording
from ui.command_line.assessing import foreseen_of
from ui.command_line.assessment_text import amount_due, amount_text, outcome_word
from ui.command_line.speaking import Voice


@dataclass(frozen=True, slots=True)
class ProgrammeAnswered:
    """An answer with the name of its programme."""

    programme: str
    title: Wording
    version: str
    assessment: Assessment


def tell_side_by_side(voice: Voice, file: HouseholdFile, answers: Sequence[Assessment], *, member: str | None) -> None:
    """A programme a line, then what they come to and which of them may be had together."""
    catalogue = Catalogue()
    answered = _answered(answers, catalogue)
    for each in answered:
        outcome = outcome_word(voice, file, each.assessment)
        voice.tell(f"{each.programme}@{each.version}: {outcome}{amount_due(voice, each.assessment)}")
        voice.tell(f"  {voice.word(each.title)}")
    if member is None:
        for line in _sum(voice, had_together(answered, catalogue)):
            voice.tell(line)


def side_by_side(file: HouseholdFile, answers: Sequence[Assessment], *, member: str | None) -> bytes:
    """A JSON list of the assessments, each with what it says of the family's other rights.

    Beside what the schema of an assessment names, `in_all` is what all rights of the family come to in a month, the
    same in each and null where nothing is paid by the month; `paid_apart` whether something is paid once or by the
    year, which it leaves out; `beside` the family's other rights and whether they may be had with this one, null where
    the rules do not say. All three are left out where a single member was asked: nothing is known of the others then.
    """
    catalogue = Catalogue()
    had = None if member is not None else had_together(_answered(answers, catalogue), catalogue)
    told = [_document(foreseen_of(file, each, member=member), had) for each in answers]
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def _answered(answers: Sequence[Assessment], catalogue: Catalogue) -> list[ProgrammeAnswered]:
    return [
        ProgrammeAnswered(each.programme, catalogue.pack(each.programme, each.version).text.title, each.version, each)
        for each in answers
    ]


def _sum(voice: Voice, had: HadTogether) -> Iterator[str]:
    if had.in_all is not None:
        whole = amount_text(voice, had.in_all)
        yield voice.say(f"مجموع ما تستحقه الأسرة: {whole}", f"The family has in all: {whole}")
    for pair in had.pairs:
        yield f"  {voice.word(pair.sentence)}"
    if had.in_all is not None and had.apart:
        yield voice.say(
            "  ما يُصرف مرة واحدة أو سنويًّا غير داخل فيه.", "  What is paid once or by the year is not in it."
        )


def _document(answer: Assessment, had: HadTogether | None) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.json.decode(encode_assessment(answer))
    if had is not None:
        told["in_all"] = None if had.in_all is None else msgspec.to_builtins(had.in_all)
        told["paid_apart"] = had.apart
        told["beside"] = [_beside(pair, answer.programme) for pair in had.pairs if answer.programme in _names(pair)]
    return told


def _names(pair: Pair) -> tuple[str, str]:
    return pair.one.programme, pair.other.programme


def _beside(pair: Pair, programme: str) -> dict[str, Any]:
    (other,) = (each for each in _names(pair) if each != programme)
    told: dict[str, Any] = {
        "programme": other,
        "may": None if pair.rule is None else pair.rule.may,
        "sentence": {"ar": pair.sentence.ar, "en": pair.sentence.en},
    }
    if pair.rule is not None:
        told["citation"] = msgspec.to_builtins(citation(pair.rule.cite))
    return told
