"""A number with the noun it counts, agreeing as Arabic asks: «فرد واحد، فردان، ثلاثة أفراد، أحد عشر فردًا، مائة فرد».

TO ADD A NOUN: declare it below in all its forms; a test counts every noun of this module.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.values.cardinals import (
    Case,
    Counted,
    Gender,
    arabic_counted,
    check_range,
    form_after,
    in_words,
)
from desktop.values.digits import to_arabic_indic
from desktop.values.language import Language


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun that the office counts, in both languages.

    Args:
        arabic: its Arabic forms and gender.
        english: singular.
        english_plural: plural.
    """

    arabic: Counted
    english: str
    english_plural: str

    @property
    def one(self) -> str:
        """One of it, in Arabic: «فرد واحد», «سيارة واحدة»."""
        return f"{self.arabic.singular} {'واحدة' if self.arabic.gender is Gender.FEMININE else 'واحد'}"


def counted(
    number: int,
    noun: CountedNoun,
    language: Language,
    *,
    words: bool = False,
    arabic_digits: bool = True,
    case: Case = Case.NOMINATIVE,
) -> str:
    """The number with its noun.

    Args:
        number: 0 to 999 999 999 999.
        noun: what is counted.
        language: the language.
        words: in words («ثلاثة أفراد») instead of digits («٣ أفراد»). In Arabic one and two are never put in digits,
            since the noun says them itself: «فرد واحد», «فردان».
        arabic_digits: ٠-٩ instead of 0-9, where digits stand.
        case: of the Arabic phrase.

    Raises:
        OfficeError: `values.number_out_of_words`.
    """
    check_range(number)
    if language is Language.ENGLISH:
        name = noun.english if number == 1 else noun.english_plural
        figure = in_words(number, language) if words else _figure(number, arabic_digits)
        return f"{figure} {name}"
    if number == 1:
        return noun.one
    if number == 2 or (words and number):
        phrase = arabic_counted(number, noun.arabic, case)
        # «مائة فرد وفرد» says one by the bare singular; «واحد» keeps the reader from stumbling.
        return phrase.removesuffix(noun.arabic.singular) + noun.one if number % 100 == 1 else phrase
    figure = in_words(number, language) if words else _figure(number, arabic_digits)
    return f"{figure} {form_after(number, noun.arabic)}"


def _figure(number: int, arabic_digits: bool) -> str:
    return to_arabic_indic(f"{number:,}").replace(",", "٬") if arabic_digits else f"{number:,}"


_FEMININE = Gender.FEMININE

# Forms: singular, dual, dual genitive, plural after 3 to 10, accusative after 11 to 99.
PERSON = CountedNoun(Counted("فرد", "فردان", "فردين", "أفراد", "فردًا"), "person", "people")
DEPENDANT = CountedNoun(Counted("تابع", "تابعان", "تابعين", "تابعين", "تابعًا"), "dependant", "dependants")
MEMBER = CountedNoun(Counted("عضو", "عضوان", "عضوين", "أعضاء", "عضوًا"), "member", "members")
CHILD = CountedNoun(Counted("طفل", "طفلان", "طفلين", "أطفال", "طفلًا"), "child", "children")
DAY = CountedNoun(Counted("يوم", "يومان", "يومين", "أيام", "يومًا"), "day", "days")
MONTH = CountedNoun(Counted("شهر", "شهران", "شهرين", "أشهر", "شهرًا"), "month", "months")
YEAR = CountedNoun(Counted("سنة", "سنتان", "سنتين", "سنوات", "سنة", _FEMININE), "year", "years")
FACT = CountedNoun(Counted("بيان", "بيانان", "بيانين", "بيانات", "بيانًا"), "fact", "facts")
CAR = CountedNoun(Counted("سيارة", "سيارتان", "سيارتين", "سيارات", "سيارة", _FEMININE), "car", "cars")
DOMESTIC_WORKER = CountedNoun(
    Counted("عامل منزلي", "عاملان منزليان", "عاملين منزليين", "عمال منزليين", "عاملًا منزليًا"),
    "domestic worker",
    "domestic workers",
)
SEAT = CountedNoun(Counted("مقعد", "مقعدان", "مقعدين", "مقاعد", "مقعدًا"), "seat", "seats")
RIYAL = CountedNoun(Counted("ريال", "ريالان", "ريالين", "ريالات", "ريالًا"), "riyal", "riyals")
SAUDI_RIYAL = CountedNoun(
    Counted("ريال سعودي", "ريالان سعوديان", "ريالين سعوديين", "ريالات سعودية", "ريالًا سعوديًا"),
    "Saudi riyal",
    "Saudi riyals",
)
HALALA = CountedNoun(Counted("هللة", "هللتان", "هللتين", "هللات", "هللة", _FEMININE), "halala", "halalas")
POUND = CountedNoun(Counted("جنيه", "جنيهان", "جنيهين", "جنيهات", "جنيهًا"), "pound", "pounds")
EGYPTIAN_POUND = CountedNoun(
    Counted("جنيه مصري", "جنيهان مصريان", "جنيهين مصريين", "جنيهات مصرية", "جنيهًا مصريًا"),
    "Egyptian pound",
    "Egyptian pounds",
)
PIASTRE = CountedNoun(Counted("قرش", "قرشان", "قرشين", "قروش", "قرشًا"), "piastre", "piastres")
