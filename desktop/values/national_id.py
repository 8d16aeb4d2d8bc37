"""National numbers of Saudi Arabia and Egypt: what they encode, what is wrong with them, what they contradict.

Saudi (`domain/saudi.md` section 4): ten digits, the first 1 for a citizen and 2 for a resident, Luhn over all ten.
Egyptian (`domain/egypt.md` section 11): fourteen digits: century (2 = 19xx, 3 = 20xx), YYMMDD of birth, governorate
of birth, four digits of the day's serial whose last is odd for a male, and a check digit whose rule was never
published: the two variants that open source agrees on are tried, and failing both is a warning, never a refusal.

Invented people, for demonstration and training, carry numbers that nobody was given: Saudi ones from the block
1000000000 to 1000999999; Egyptian ones with a birth date that no calendar has (month 13, day 32, 30 February), which no
register can have issued. Such an Egyptian number is read only where the caller allows it, and gives no birth date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from desktop.values.dates import DatePossibility
from desktop.values.digits import compact, to_western
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

Sex: TypeAlias = Literal["female", "male"]


@dataclass(frozen=True, slots=True)
class SaudiId:
    """A number that passed the Saudi checks; ten western digits."""

    number: str
    resident: bool
    invented: bool
    warnings: tuple[Wording, ...] = ()

    @property
    def citizen(self) -> bool:
        """Whether the number is a citizen's (first digit 1)."""
        return not self.resident


@dataclass(frozen=True, slots=True)
class EgyptianId:
    """A number that passed the Egyptian checks; fourteen western digits.

    Args:
        number: the number.
        birth_date: Gregorian; None when the number is invented.
        governorate: two digits, the governorate of birth; `GOVERNORATES` names them.
        sex: by the thirteenth digit.
        invented: whether its birth date is one that no calendar has.
        warnings: doubts that do not refuse the number.
    """

    number: str
    birth_date: date | None
    governorate: str
    sex: Sex
    invented: bool
    warnings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A passport, mobility card, displaced tribe card or foreign number: kept as written, nothing is read from it."""

    number: str
    warnings: tuple[Wording, ...] = ()


Identity: TypeAlias = SaudiId | EgyptianId | OtherNumber


def read_national_id(text: str, *, country: str, id_kind: str | None = None, allow_invented: bool = False) -> Identity:
    """The number in western digits with what it encodes.

    Args:
        text: the number as typed, in any digit set.
        country: "SA" or "EG", the country of the office.
        id_kind: `id_kind` of the household file. `national_id` and `iqama` are checked; None is checked when the shape
            is the country's own (SA: ten digits from 1 or 2; EG: fourteen digits); every other kind carries ranges of
            its own and is only tidied.
        allow_invented: read Egyptian numbers with an impossible birth date instead of refusing them.

    Raises:
        OfficeError: `values.id_empty`, `values.saudi_id_shape`, `values.saudi_id_checksum`,
            `values.national_id_is_iqama`, `values.iqama_is_national_id`, `values.egyptian_id_shape`,
            `values.egyptian_id_date`.
    """
    number = compact(text)
    if not number:
        raise OfficeError("values.id_empty")
    if country == "SA" and (id_kind in ("national_id", "iqama") or (id_kind is None and _looks_saudi(number))):
        return _saudi(number, id_kind)
    if country == "EG" and (id_kind == "national_id" or (id_kind is None and _looks_egyptian(number))):
        return _egyptian(number, allow_invented=allow_invented)
    return OtherNumber(to_western(text).strip())


def is_invented(text: str) -> bool:
    """Whether the number is from the blocks of invented people (see the module's docstring)."""
    number = compact(text)
    if _looks_saudi(number):
        return number.startswith("1000")
    return _looks_egyptian(number) and number[0] in "23" and _birth_date(number) is None


def contradictions(
    identity: Identity,
    *,
    sex: str | None = None,
    birth_date: date | DatePossibility | None = None,
    nationality: str | None = None,
) -> tuple[OfficeError, ...]:
    """Where the number and the file cannot both be right; what is None is unknown and contradicts nothing.

    Returns:
        `values.egyptian_id_sex`, `values.egyptian_id_birth`, `values.egyptian_id_nationality`,
        `values.citizen_id_of_foreigner`, `values.resident_id_of_citizen`; for the caller to raise, gather or list.
    """
    found: list[OfficeError] = []
    if isinstance(identity, SaudiId) and nationality is not None:
        if identity.citizen and nationality != "SA":
            found.append(OfficeError("values.citizen_id_of_foreigner", number=identity.number, nationality=nationality))
        if identity.resident and nationality == "SA":
            found.append(OfficeError("values.resident_id_of_citizen", number=identity.number))
    if isinstance(identity, EgyptianId):
        number = identity.number
        if sex is not None and sex != identity.sex:
            encoded, stated = _SEXES[identity.sex], _SEXES.get(sex, sex)
            found.append(OfficeError("values.egyptian_id_sex", number=number, encoded=encoded, stated=stated))
        if identity.birth_date is not None and birth_date is not None:
            possible = DatePossibility(birth_date, birth_date) if isinstance(birth_date, date) else birth_date
            if identity.birth_date not in possible:
                stated_text = possible.earliest.isoformat()
                if not possible.known:
                    stated_text += f" – {possible.latest.isoformat()}"
                encoded_text = identity.birth_date.isoformat()
                found.append(
                    OfficeError("values.egyptian_id_birth", number=number, encoded=encoded_text, stated=stated_text)
                )
        if nationality is not None and nationality != "EG":
            found.append(OfficeError("values.egyptian_id_nationality", number=number, nationality=nationality))
    return tuple(found)


def _looks_saudi(number: str) -> bool:
    return _all_digits(number, 10) and number[0] in "12"


def _looks_egyptian(number: str) -> bool:
    return _all_digits(number, 14)


def _all_digits(number: str, length: int) -> bool:
    # `isdigit` alone is true for superscripts and for digits of other scripts.
    return len(number) == length and number.isascii() and number.isdigit()


def _saudi(number: str, id_kind: str | None) -> SaudiId:
    if not _looks_saudi(number):
        raise OfficeError("values.saudi_id_shape", number=number)
    if not _luhn_holds(number):
        raise OfficeError("values.saudi_id_checksum", number=number)
    resident = number[0] == "2"
    if resident and id_kind == "national_id":
        raise OfficeError("values.national_id_is_iqama", number=number)
    if not resident and id_kind == "iqama":
        raise OfficeError("values.iqama_is_national_id", number=number)
    return SaudiId(number, resident=resident, invented=is_invented(number))


def _luhn_holds(number: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in number[::2])
    return (sum(doubled) + sum(int(digit) for digit in number[1::2])) % 10 == 0


def _egyptian(number: str, *, allow_invented: bool) -> EgyptianId:
    if not _looks_egyptian(number) or number[0] not in "23":
        raise OfficeError("values.egyptian_id_shape", number=number)
    born = _birth_date(number)
    if born is None and not allow_invented:
        raise OfficeError("values.egyptian_id_date", number=number, encoded=number[1:7])
    governorate = number[7:9]
    warnings: list[Wording] = []
    # Neither list nor check digit was published officially, and an invented number owes them nothing.
    if born is not None and governorate not in GOVERNORATES:
        warnings.append(
            Wording(
                f"رمز المحافظة {governorate} في الرقم القومي غير معروف؛ يُراجع الرقم على البطاقة.",
                f"Governorate code {governorate} in the national number is not known; compare it with the card.",
            )
        )
    if born is not None and number[13] not in _check_digits(number):
        warnings.append(
            Wording(
                "رقم التحقق في آخر الرقم القومي لا يطابق الحساب المعروف؛ يُراجع الرقم على البطاقة.",
                "The last digit of the national number does not fit the known calculation; compare it with the card.",
            )
        )
    sex: Sex = "male" if int(number[12]) % 2 else "female"
    return EgyptianId(number, born, governorate, sex, invented=born is None, warnings=tuple(warnings))


def _birth_date(number: str) -> date | None:
    """Gregorian birth date of an Egyptian number, None when no calendar has it."""
    century = 1900 if number[0] == "2" else 2000
    try:
        return date(century + int(number[1:3]), int(number[3:5]), int(number[5:7]))
    except ValueError:
        return None


def _check_digits(number: str) -> set[str]:
    weights = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11
    # The variants differ only where nothing is left over.
    return {"0", "1"} if rest == 0 else {str((11 - rest) % 10)}


_SEXES: dict[str, Wording] = {"female": Wording("أنثى", "female"), "male": Wording("ذكر", "male")}

# Governorates of birth by the number's code, with the names of the press lists (`domain/egypt.md` section 11).
GOVERNORATES: dict[str, Wording] = {
    "01": Wording("القاهرة", "Cairo"),
    "02": Wording("الإسكندرية", "Alexandria"),
    "03": Wording("بورسعيد", "Port Said"),
    "04": Wording("السويس", "Suez"),
    "11": Wording("دمياط", "Damietta"),
    "12": Wording("الدقهلية", "Dakahlia"),
    "13": Wording("الشرقية", "Sharqia"),
    "14": Wording("القليوبية", "Qalyubia"),
    "15": Wording("كفر الشيخ", "Kafr El Sheikh"),
    "16": Wording("الغربية", "Gharbia"),
    "17": Wording("المنوفية", "Monufia"),
    "18": Wording("البحيرة", "Beheira"),
    "19": Wording("الإسماعيلية", "Ismailia"),
    "21": Wording("الجيزة", "Giza"),
    "22": Wording("بني سويف", "Beni Suef"),
    "23": Wording("الفيوم", "Fayoum"),
    "24": Wording("المنيا", "Minya"),
    "25": Wording("أسيوط", "Asyut"),
    "26": Wording("سوهاج", "Sohag"),
    "27": Wording("قنا", "Qena"),
    "28": Wording("أسوان", "Aswan"),
    "29": Wording("الأقصر", "Luxor"),
    "31": Wording("البحر الأحمر", "Red Sea"),
    "32": Wording("الوادي الجديد", "New Valley"),
    "33": Wording("مطروح", "Matrouh"),
    "34": Wording("شمال سيناء", "North Sinai"),
    "35": Wording("جنوب سيناء", "South Sinai"),
    "88": Wording("خارج الجمهورية", "outside Egypt"),
}
