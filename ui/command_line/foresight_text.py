"""What will change an answer and what would, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.casework.levers import label_at
from desktop.facts.assessment import Assessment, Clock, Flip
from desktop.facts.codes import Outcome
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import located
from desktop.programmes.answers.wording import code_label
from desktop.programmes.packs.pack import PackText
from desktop.values.language import Wording
from desktop.values.money import Money, shown
from ui.command_line.speaking import Voice


def clock_lines(voice: Voice, answer: Assessment) -> Iterator[str]:
    """Each day on which the answer will change by itself, the next first."""
    return (_clock(voice, clock) for clock in answer.clocks or ())


def flip_lines(voice: Voice, pack: PackText, file: HouseholdFile, answer: Assessment) -> Iterator[str]:
    """Each fact that would turn the outcome, from what to what."""
    return (_flip(voice, pack, file, flip) for flip in answer.flips or ())


def _clock(voice: Voice, clock: Clock) -> str:
    return f"{clock.on}: {voice.word(clock.label) if isinstance(clock.label, Wording) else clock.cause}"


def _flip(voice: Voice, pack: PackText, file: HouseholdFile, flip: Flip) -> str:
    label = voice.word(label_at(file, flip.path))
    before, after = (_value(voice, pack, flip.path, each) for each in (flip.from_, flip.to))
    line = voice.say(f"{label}: من {before} إلى {after}", f"{label}: from {before} to {after}")
    outcome = next((each for each in Outcome if each.value == flip.outcome), None)
    if outcome is None:
        return line
    word = voice.word(outcome.label)
    return voice.say(f"{line}، فتصير النتيجة: {word}", f"{line}: the answer becomes {word}")


def _value(voice: Voice, pack: PackText, path: str, value: object) -> str:
    if isinstance(value, bool):
        return voice.say("نعم", "yes") if value else voice.say("لا", "no")
    place = located(path)
    described = None if place is None else place[2]
    label = code_label(described, str(value))
    if label is not None:
        return voice.word(label)
    if described is not None and described.kind is Kind.MONEY:
        return shown(Money.of(str(value), pack.currency), voice.language, arabic_digits=False)
    return str(value)
