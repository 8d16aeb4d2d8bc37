"""Values, facts and sentences in words: what the office reads aloud and the family takes home.

A sentence of a pack names what it speaks of in braces:
    {counted_income}            a variable, parameter or fact of the household, shown by its sort
    {household.vehicles|car}    a whole number with the noun it counts, agreeing («سيارتان», «٣ سيارات»)
    {he:مقيم|مقيمة}              the word that agrees with the person spoken of: the head, or the member in question
    {head}, {member}            that person's name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

from msgspec import UNSET

from desktop.facts.code import Code
from desktop.facts.codes import Sex
from desktop.facts.shape import Shape
from desktop.facts.vocabulary import Property, located, vocabulary
from desktop.programmes.answers.rounding import nearest
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.family import MEMBER, Family, Instance
from desktop.programmes.language.possibilities import NEVER, Bounds, Codes, Truth, Value
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import Name, Param
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Reading
from desktop.values import agreement, money
from desktop.values.language import Language, Wording
from desktop.values.names import PersonName

_BRACES = re.compile(r"\{([^{}]+)\}")

NOUNS = {
    "person": agreement.PERSON,
    "dependant": agreement.DEPENDANT,
    "member": agreement.MEMBER,
    "day": agreement.DAY,
    "month": agreement.MONTH,
    "year": agreement.YEAR,
    "car": agreement.CAR,
    "domestic_worker": agreement.DOMESTIC_WORKER,
    "child": agreement.CHILD,
    "seat": agreement.SEAT,
}

UNKNOWN = Wording("غير معلوم", "not known")
UNLIMITED = Wording("ما لا حد له", "without limit")
NONE = Wording("لا يوجد", "none")


def name_of(record: object) -> str:
    """A person's name in full as the file writes it; his reference where no name is written."""
    stated = getattr(record, "name", UNSET)
    if stated is UNSET or stated is None:
        return str(getattr(record, "ref", ""))
    parts = (getattr(stated, part, UNSET) for part in ("given", "father", "grandfather", "family"))
    return PersonName(*("" if part is UNSET else str(part) for part in parts)).full()


def spoken(value: Value, sort: Sort, pack: Pack, described: Property | None = None) -> Wording:
    """A value in both languages: an amount with its currency, a day, a number, a code by its label."""
    if isinstance(value, Truth):
        return Wording("نعم", "yes") if value is p.HOLDS else Wording("لا", "no") if value is p.FAILS else UNKNOWN
    if isinstance(value, Codes):
        return _spoken_codes(value, described)
    if sort is Sort.DAY:
        return _spoken_bounds(value, _spoken_day)
    if sort is Sort.MONEY:
        return _spoken_bounds(value, lambda end: _spoken_money(end, pack))
    return _spoken_bounds(value, _spoken_number)


def _spoken_bounds(value: Bounds, say: Callable[[p.Number], Wording]) -> Wording:
    if value.known:
        return say(value.low)
    if value.low in (-p.INFINITY, 0) and value.high == p.INFINITY:
        return UNKNOWN
    low, high = say(value.low), say(value.high)
    if value.high == p.INFINITY:
        return Wording(f"{low.ar} على الأقل", f"at least {low.en}")
    if value.low == -p.INFINITY:
        return Wording(f"{high.ar} على الأكثر", f"at most {high.en}")
    return Wording(f"بين {low.ar} و{high.ar}", f"between {low.en} and {high.en}")


def _spoken_money(minor: p.Number, pack: Pack) -> Wording:
    if abs(minor) == p.INFINITY:
        return UNLIMITED
    amount = money.Money(nearest(minor), pack.text.currency)
    return Wording(
        *(money.shown(amount, language, arabic_digits=False) for language in (Language.ARABIC, Language.ENGLISH))
    )


def _spoken_number(number: p.Number) -> Wording:
    if abs(number) == p.INFINITY:
        return UNLIMITED
    text = str(number) if number == int(number) else f"{float(number):.2f}".rstrip("0")
    return Wording(text, text)


def _spoken_day(ordinal: p.Number) -> Wording:
    if not 1 <= ordinal < NEVER:
        return NONE
    text = date.fromordinal(int(ordinal)).isoformat()
    return Wording(text, text)


def _spoken_codes(value: Codes, described: Property | None) -> Wording:
    if value.options is None or len(value.options) != 1:
        return UNKNOWN
    (code,) = value.options
    if code == p.NO_CODE:
        return NONE
    label = code_label(described, code)
    return label if label is not None else Wording(code, code)


def code_label(described: Property | None, code: str) -> Wording | None:
    """The label of a code, where the fact is a choice from a list."""
    from desktop.facts.shape import fields_of

    if described is None or not described.codes:
        return None
    struct = vocabulary()[described.entity].struct
    for step in described.path:
        field = next(each for each in fields_of(struct) if each.attribute == step)
        if field.shape.struct is not None:
            struct = field.shape.struct
        if field.shape.code is not None:
            return code_labels(field.shape)[code]
    return None


def code_labels(shape: Shape) -> dict[str, Wording]:
    """The label of every code that a fact of this shape may be."""
    codes: Iterable[object] = shape.code or ()
    return {str(each): each.label for each in codes if isinstance(each, Code)}


PERIODS = {"month": Wording("شهريًّا", "a month"), "year": Wording("سنويًّا", "a year")}


def figure_in_words(text: str, unit: str) -> Wording:
    """A figure of a pack as prose: «1,320.00 ريال شهريًّا», «50٪», «12 شهرًا»."""
    currency, _, period = unit.partition("/")
    if currency in set(money.Currency):
        amount = money.Money.of(text, money.Currency(currency))
        arabic, english = (money.shown(amount, language, arabic_digits=False) for language in Language)
        each = PERIODS.get(period)
        return Wording(arabic, english) if each is None else Wording(f"{arabic} {each.ar}", f"{english} {each.en}")
    if unit == "ratio":
        percent = _spoken_number(Fraction(text) * 100).en
        return Wording(f"{percent}٪", f"{percent}%")
    if unit in NOUNS and text.isdecimal():
        arabic, english = (
            agreement.counted(int(text), NOUNS[unit], language, arabic_digits=False) for language in Language
        )
        return Wording(arabic, english)
    return Wording(text, text)


def option_in_words(reading: Reading, option: str) -> Wording:
    """What a choice of a reading means."""
    said = reading.options.get(option)
    return figure_in_words(option, reading.unit) if said is None else said


def stated(value: Value, sort: Sort) -> object:
    """A value for machines: decimal text, ISO day, code, truth; bounds as an object; null where nothing is known."""
    if isinstance(value, Truth):
        return value.may_hold if value.known else None
    if isinstance(value, Codes):
        if value.options is None:
            return None
        options = sorted(value.options)
        return options[0] if len(options) == 1 else options
    if value.known:
        return _stated_end(value.low, sort)
    bounds = {"at_least": value.low, "at_most": value.high}
    shown = {name: _stated_end(end, sort) for name, end in bounds.items() if abs(end) != p.INFINITY}
    return shown or None


def _stated_end(end: p.Number, sort: Sort) -> object:
    if sort is Sort.DAY:
        return date.fromordinal(int(end)).isoformat() if 1 <= end < NEVER else None
    if sort is Sort.MONEY:
        return money.decimal_text(nearest(end))
    return int(end) if end == int(end) else f"{float(end):.4f}".rstrip("0")


class Speaker:
    """Puts a pack's sentences into words about one household."""

    def __init__(self, pack: Pack, evaluation: Evaluation, subject: Instance) -> None:
        self.pack = pack
        self.evaluation = evaluation
        self.subject = subject
        self.person = subject if subject.entity == MEMBER else evaluation.family.head

    def sentence(self, pattern: Wording) -> Wording:
        """The sentence with everything in braces put in, agreeing with the head and with the numbers."""
        return Wording(
            _BRACES.sub(lambda found: self._said(found[1], Language.ARABIC), pattern.ar),
            _BRACES.sub(lambda found: self._said(found[1], Language.ENGLISH), pattern.en),
        )

    def _said(self, inside: str, language: Language) -> str:
        if inside.startswith("he:"):
            masculine, feminine = inside.removeprefix("he:").split("|")
            return feminine if getattr(self.person.record, "sex", None) == Sex.FEMALE else masculine
        if inside in ("head", "member"):
            return name_of(self.person.record)
        name, _, noun = inside.partition("|")
        value, sort, described = self.read(name)
        if noun and isinstance(value, Bounds) and value.known and value.low == int(value.low) >= 0:
            return agreement.counted(int(value.low), NOUNS[noun], language, arabic_digits=False)
        return spoken(value, sort, self.pack, described).said_in(language)

    def read(self, name: str) -> tuple[Value, Sort, Property | None]:
        """What a name means about the subject: a parameter, a variable, a fact."""
        entity = self.subject.entity
        node = Param(name) if name in self.pack.sorts else Name(tuple(name.split(".")))
        linked = self.pack.link_at(f"says/{name}", node, entity)
        value, _ = self.evaluation.asked(linked.reader, self.subject)
        return value, linked.sort, vocabulary()[entity].properties.get(name)


def label_of(pointer: str, family: Family) -> Wording:
    """The label of a place in the file with whose it is: «تاريخ الميلاد — علي جاسم الأحمد»."""
    place = located(pointer)
    if place is None:
        return Wording(pointer, pointer)
    entity, indexes, described = place
    what = described.label if described is not None else entity.label
    whose = _owner(pointer, indexes, family)
    return what if whose is None else Wording(f"{what.ar} — {whose}", f"{what.en} — {whose}")


def presumption_of(pointer: str, family: Family) -> Wording:
    """What is taken for not so, said as such: «لا يوجد في السجل: تاريخ الوفاة — علي جاسم الأحمد»."""
    label = label_of(pointer, family)
    return Wording(f"لا يوجد في السجل: {label.ar}", f"nothing on record: {label.en}")


def _owner(pointer: str, indexes: tuple[int, ...], family: Family) -> str | None:
    if not indexes:
        return None
    people: tuple[Instance, ...] = family.members()
    if pointer.startswith("/household/outside"):
        people = family.children(family.household, "outside").listed
    elif pointer.startswith("/household"):
        return None
    return name_of(people[indexes[0]].record) if indexes[0] < len(people) else None
