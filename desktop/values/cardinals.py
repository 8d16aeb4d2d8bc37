"""Cardinal numbers in words, 0 to 999 999 999 999, with the Arabic rules of gender and case.

The rules are those of the grammars: 1 and 2 agree with what is counted, 3 to 10 take the opposite gender, 13 to 19 take
it in the unit alone, 11 to 99 are followed by a singular accusative and the hundreds, thousands and millions by a
singular genitive, before which a dual loses its nun (مائتا ألف). Hundreds are spelled as offices write them: مائة,
ثلاثمائة.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.values.errors import OfficeError
from desktop.values.language import Language

LARGEST = 999_999_999_999


class Gender(StrEnum):
    """Grammatical gender of what is counted; a bare number is counted as masculine."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Case(StrEnum):
    """Grammatical case of the phrase: genitive stands after a preposition or a noun («لأسرة من فردين»)."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"


@dataclass(frozen=True, slots=True)
class Counted:
    """The forms in which a noun follows its Arabic number.

    Args:
        singular: after hundreds and thousands, and alone (فرد).
        dual: nominative (فردان).
        dual_genitive: (فردين).
        plural: after 3 to 10 (أفراد).
        accusative: after 11 to 99 (فردًا).
        gender: of the singular.
        dual_construct: nominative before another noun (ألفا), only where the noun is itself a number.
        dual_genitive_construct: genitive before another noun (ألفي).
    """

    singular: str
    dual: str
    dual_genitive: str
    plural: str
    accusative: str
    gender: Gender = Gender.MASCULINE
    dual_construct: str = ""
    dual_genitive_construct: str = ""


def in_words(
    number: int,
    language: Language,
    *,
    gender: Gender = Gender.MASCULINE,
    case: Case = Case.NOMINATIVE,
) -> str:
    """The number in words: «ألف وأربعمائة», "one thousand four hundred".

    Args:
        number: 0 to 999 999 999 999.
        language: the language; English takes neither gender nor case.
        gender: of what is counted, not of the number word.
        case: of the phrase.

    Raises:
        OfficeError: `values.number_out_of_words`.
    """
    check_range(number)
    if language is Language.ENGLISH:
        return _english(number)
    return arabic(number, gender, case, construct=False)


def check_range(number: int) -> None:
    """Refuses what has no words here; raises `values.number_out_of_words`."""
    if not 0 <= number <= LARGEST:
        raise OfficeError("values.number_out_of_words", number=number, largest=LARGEST)


def arabic(number: int, gender: Gender, case: Case, *, construct: bool) -> str:
    """Arabic words of a number in range; `construct` when a noun follows at once in the genitive (مائتا ريال)."""
    if number == 0:
        return "صفر"
    return _AND.join(_arabic_parts(number, gender, case, construct))


def arabic_counted(number: int, noun: Counted, case: Case, *, construct: bool = False) -> str:
    """Arabic words of a number above zero with the noun it counts; `construct` when another noun follows the whole."""
    rest = number % 100
    if rest in (1, 2):
        last = noun.singular if rest == 1 else _dual(noun, case, construct)
        if number == rest:
            return last
        # No number word may stand between a hundred and its noun, so the noun is said twice: مائة ألف وألفان.
        return f"{arabic(number - rest, noun.gender, case, construct=True)} {noun.singular}{_AND}{last}"
    words = arabic(number, noun.gender, case, construct=rest <= 10)
    return f"{words} {form_after(number, noun, construct=construct)}"


def form_after(number: int, noun: Counted, *, construct: bool = False) -> str:
    """The form of the noun behind a number that is said in front of it, in words or digits."""
    rest = number % 100
    if 3 <= rest <= 10:
        return noun.plural
    if rest > 10 and not construct:
        return noun.accusative
    return noun.singular


_AND = " و"


def _arabic_parts(number: int, gender: Gender, case: Case, construct: bool) -> Iterator[str]:
    for size, scale in _SCALES:
        group, number = divmod(number, size)
        if group:
            yield arabic_counted(group, scale, case, construct=construct and number == 0)
    hundreds, rest = divmod(number, 100)
    if hundreds == 2:
        yield _TWO_HUNDRED[case, construct and rest == 0]
    elif hundreds:
        yield _HUNDREDS[hundreds]
    if rest:
        yield _below_hundred(rest, gender, case, construct)


def _below_hundred(number: int, gender: Gender, case: Case, construct: bool) -> str:
    tens, unit = divmod(number, 10)
    feminine = gender is Gender.FEMININE
    if number <= 10:
        # Eight is an incomplete noun: ثماني before its noun, ثمانٍ where nothing follows it at once.
        if number == 8 and feminine and construct:
            return "ثماني"
        return _units(number, feminine, case)
    if number == 11:
        return "إحدى عشرة" if feminine else "أحد عشر"
    if number == 12:
        return _TWELVE[feminine, case]
    if tens == 1:
        return f"{'ثماني' if unit == 8 and feminine else _units(unit, feminine, case)} {'عشرة' if feminine else 'عشر'}"
    ending = "ون" if case is Case.NOMINATIVE else "ين"
    word = _TENS[tens] + ending
    if not unit:
        return word
    return f"{'إحدى' if unit == 1 and feminine else _units(unit, feminine, case)}{_AND}{word}"


def _units(unit: int, feminine: bool, case: Case) -> str:
    if unit == 2 and case is Case.GENITIVE:
        return "اثنتين" if feminine else "اثنين"
    return (_UNITS_OF_FEMININE if feminine else _UNITS_OF_MASCULINE)[unit]


def _dual(noun: Counted, case: Case, construct: bool) -> str:
    if construct:
        return noun.dual_construct if case is Case.NOMINATIVE else noun.dual_genitive_construct
    return noun.dual if case is Case.NOMINATIVE else noun.dual_genitive


_UNITS_OF_MASCULINE = (
    *("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة"),
    *("ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
)
_UNITS_OF_FEMININE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمانٍ", "تسع", "عشر")
_TWELVE = {
    (False, Case.NOMINATIVE): "اثنا عشر",
    (False, Case.GENITIVE): "اثني عشر",
    (True, Case.NOMINATIVE): "اثنتا عشرة",
    (True, Case.GENITIVE): "اثنتي عشرة",
}
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = (
    *("", "مائة", "", "ثلاثمائة", "أربعمائة", "خمسمائة"),
    *("ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"),
)
_TWO_HUNDRED = {
    (Case.NOMINATIVE, False): "مائتان",
    (Case.NOMINATIVE, True): "مائتا",
    (Case.GENITIVE, False): "مائتين",
    (Case.GENITIVE, True): "مائتي",
}
_MASCULINE = Gender.MASCULINE
_SCALES = (
    (10**9, Counted("مليار", "ملياران", "مليارين", "مليارات", "مليارًا", _MASCULINE, "مليارا", "ملياري")),
    (10**6, Counted("مليون", "مليونان", "مليونين", "ملايين", "مليونًا", _MASCULINE, "مليونا", "مليوني")),
    (10**3, Counted("ألف", "ألفان", "ألفين", "آلاف", "ألفًا", _MASCULINE, "ألفا", "ألفي")),
)


def _english(number: int) -> str:
    if number == 0:
        return "zero"
    parts = []
    for size, name in _ENGLISH_SCALES:
        group, number = divmod(number, size)
        if group:
            parts.append(f"{_english(group)} {name}")
    if number >= 20:
        tens, unit = divmod(number, 10)
        parts.append(_ENGLISH_TENS[tens] + (f"-{_ENGLISH_UNITS[unit]}" if unit else ""))
    elif number:
        parts.append(_ENGLISH_UNITS[number])
    return " ".join(parts)


_ENGLISH_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_UNITS = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
