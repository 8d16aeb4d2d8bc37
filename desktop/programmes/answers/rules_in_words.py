"""What a pack asks, in words about nobody in particular: its sentences with labels and figures in the place of braces.

An assessment puts a household's own values into these sentences; a reader of the rules sees what they speak of.
"""

from __future__ import annotations

import re

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.answers.wording import NOUNS, UNKNOWN, figure_in_words, option_in_words
from desktop.programmes.packs.pack import PackText, Parameter
from desktop.values import agreement
from desktop.values.language import Language, Wording

_BRACES = re.compile(r"\{([^{}]+)\}")
_QUOTED_CODE = re.compile(r"'[^']*'")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_HEAD = Wording("العائل", "the head of household")
_PERSON = Wording("صاحب الطلب", "the claimant")
_UNPUBLISHED = Wording("رقم غير منشور", "an unpublished figure")
_TRUTHS = {"true": Wording("نعم", "yes"), "false": Wording("لا", "no")}


def rule_in_words(text: PackText, pattern: Wording) -> Wording:
    """A sentence of a pack about whomever it may concern, in the masculine as laws are written.

    Args:
        text: the pack.
        pattern: the sentence with braces, see `wording`.

    Returns:
        Parameters as their figures, variables and facts as their labels between quotation marks.
    """
    arabic = _BRACES.sub(lambda found: _said(text, found[1], Language.ARABIC), pattern.ar)
    english = _BRACES.sub(lambda found: _said(text, found[1], Language.ENGLISH), pattern.en)
    return Wording(arabic, english[:1].upper() + english[1:])


def parameter_in_words(parameter: Parameter) -> Wording:
    """A figure of the law; of one never published, what is known to bound it."""
    if parameter.value is not None:
        return stated_in_words(parameter.value, parameter.unit)
    low, high = parameter.bounds or (None, None)
    ends = [None if end is None else stated_in_words(end, parameter.unit) for end in (low, high)]
    if ends[0] is not None and ends[1] is not None:
        return Wording(
            f"غير منشور، بين {ends[0].ar} و{ends[1].ar}", f"unpublished, between {ends[0].en} and {ends[1].en}"
        )
    if ends[0] is not None:
        return Wording(f"غير منشور، لا يقل عن {ends[0].ar}", f"unpublished, at least {ends[0].en}")
    if ends[1] is not None:
        return Wording(f"غير منشور، لا يزيد على {ends[1].ar}", f"unpublished, at most {ends[1].en}")
    return Wording("غير منشور", "unpublished")


def stated_in_words(figure: str, unit: str) -> Wording:
    """A figure of a pack as prose; a truth as yes or no."""
    return _TRUTHS[figure] if unit == "boolean" and figure in _TRUTHS else figure_in_words(figure, unit)


def names_in(expression: str) -> tuple[str, ...]:
    """The names that an expression speaks of, each once: figures, facts, variables, tables, and its own small words."""
    return tuple(dict.fromkeys(_NAME.findall(_QUOTED_CODE.sub("", expression))))


def label_of_name(text: PackText, name: str) -> Wording | None:
    """What a name in the rules is called: a figure, a reading, a variable, a fact; None where nobody named it."""
    if name in text.parameters:
        return text.parameters[name].label
    if name in text.readings:
        return text.readings[name].label
    if name in text.tables:
        return text.tables[name].label
    parts = name.split(".")
    of, last = (parts[-2], parts[-1]) if len(parts) > 1 else (text.unit, name)
    stated = [each for each in text.variables if each.id == last and each.label is not None]
    for each in sorted(stated, key=lambda each: each.of != of):
        return each.label
    entities = vocabulary()
    for entity in (of, text.unit, "household", "member"):
        if entity in entities:
            for wanted in (name, last):
                if wanted in entities[entity].properties:
                    return entities[entity].properties[wanted].label
    return None


def _said(text: PackText, inside: str, language: Language) -> str:
    if inside.startswith("he:"):
        return inside.removeprefix("he:").split("|")[0]
    if inside in ("head", "member"):
        who = _PERSON if inside == "member" or text.unit == "member" else _HEAD
        return who.said_in(language)
    name, _, noun = inside.partition("|")
    if name in text.parameters:
        return _figure(text.parameters[name], noun, language)
    if name in text.readings:
        return option_in_words(text.readings[name], text.readings[name].default).said_in(language)
    label = label_of_name(text, name)
    return _quoted(name if label is None else label.said_in(language), language)


def _figure(parameter: Parameter, noun: str, language: Language) -> str:
    if parameter.value is None:
        called = _UNPUBLISHED if parameter.label is None else parameter.label
        return f"{_quoted(called.said_in(language), language)} ({parameter_in_words(parameter).said_in(language)})"
    if noun in NOUNS and parameter.value.isdecimal():
        return agreement.counted(int(parameter.value), NOUNS[noun], language, arabic_digits=False)
    said = stated_in_words(parameter.value, parameter.unit)
    return (UNKNOWN if not said.ar else said).said_in(language)


def _quoted(label: str, language: Language) -> str:
    return f"«{label}»" if language is Language.ARABIC else f"“{label}”"
