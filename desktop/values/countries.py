"""Names of the countries that families of the office come from, by the two letters of ISO 3166 in their files."""

from __future__ import annotations

from typing import Final

from desktop.values.language import Wording
from desktop.values.worded import both, code

_NAMES: Final = {
    "AE": ("الإمارات العربية المتحدة", "United Arab Emirates"),
    "AF": ("أفغانستان", "Afghanistan"),
    "BD": ("بنغلاديش", "Bangladesh"),
    "BH": ("البحرين", "Bahrain"),
    "DJ": ("جيبوتي", "Djibouti"),
    "DZ": ("الجزائر", "Algeria"),
    "EG": ("مصر", "Egypt"),
    "ER": ("إريتريا", "Eritrea"),
    "ET": ("إثيوبيا", "Ethiopia"),
    "ID": ("إندونيسيا", "Indonesia"),
    "IN": ("الهند", "India"),
    "IQ": ("العراق", "Iraq"),
    "IR": ("إيران", "Iran"),
    "JO": ("الأردن", "Jordan"),
    "KM": ("جزر القمر", "Comoros"),
    "KW": ("الكويت", "Kuwait"),
    "LB": ("لبنان", "Lebanon"),
    "LK": ("سريلانكا", "Sri Lanka"),
    "LY": ("ليبيا", "Libya"),
    "MA": ("المغرب", "Morocco"),
    "MM": ("ميانمار", "Myanmar"),
    "MR": ("موريتانيا", "Mauritania"),
    "NG": ("نيجيريا", "Nigeria"),
    "NP": ("نيبال", "Nepal"),
    "OM": ("عُمان", "Oman"),
    "PH": ("الفلبين", "Philippines"),
    "PK": ("باكستان", "Pakistan"),
    "PS": ("فلسطين", "Palestine"),
    "QA": ("قطر", "Qatar"),
    "SA": ("المملكة العربية السعودية", "Saudi Arabia"),
    "SD": ("السودان", "Sudan"),
    "SO": ("الصومال", "Somalia"),
    "SS": ("جنوب السودان", "South Sudan"),
    "SY": ("سوريا", "Syria"),
    "TD": ("تشاد", "Chad"),
    "TN": ("تونس", "Tunisia"),
    "TR": ("تركيا", "Turkey"),
    "YE": ("اليمن", "Yemen"),
}


def country_letters() -> tuple[str, ...]:
    """The letters of every country that has a name here."""
    return tuple(_NAMES)


def country_name(letters: str) -> Wording:
    """What a country is called; another one is told by its letters, and that they are such."""
    known = _NAMES.get(letters)
    if known is not None:
        return Wording(*known)
    return both("دولة أخرى ({letters})", "another country ({letters})", letters=code(letters))
