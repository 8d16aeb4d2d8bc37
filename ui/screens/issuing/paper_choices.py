"""What one chooses of a paper before it is issued: what it speaks of, its language and digits, whom it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.facts.codes import Country, IncomeKind, Period
from desktop.issuing.kinds import PaperKind
from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import isolated
from desktop.values.language import Language, Wording
from desktop.values.money import Currency, decimal_text, minor_units
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice, choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.form import Form
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.text_field import TextField
from ui.screens.issuing.asked import Asked, day_of

if TYPE_CHECKING:
    from desktop.facts.household_file import HouseholdFile
    from desktop.facts.member_facts import Member
    from ui.papers.offered import KindOffered, Offer
    from ui.papers.wanted import Wanted

SUBJECT, LANGUAGE, DIGITS, ADDRESSED = "/subject", "/language", "/digits", "/addressed_to"
ON, MEMBER, AMOUNT, EVERY, SINCE = "/on", "/member", "/amount", "/every", "/since"
_ARABIC, _WESTERN = "arabic", "western"


class PaperChoices(Form):
    """Gives the `Wanted` that was chosen.

    Args:
        today: the office's day, marked in the calendars.
    """

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, today: date | None = None) -> None:
        self._offered: KindOffered | None = None
        self._income = ""
        super().__init__(reader, parent, columns=1)
        self.subject = ChoiceField(reader, self, unknown=False)
        self.language = ChoiceField(reader, self, choices=_languages(), unknown=False)
        self.digits = ChoiceField(reader, self, choices=_digits(), unknown=False)
        self.addressed = TextField(reader, self)
        self.on, self.since = DateField(reader, self, today=today), DateField(reader, self, today=today)
        self.member = ChoiceField(reader, self, unknown=False)
        self.amount = MoneyField(reader, self)
        self.every = ChoiceField(reader, self, choices=_periods(), unknown=False)
        for name, field in (
            ("subject", self.subject),
            ("language", self.language),
            ("digits", self.digits),
            ("addressed", self.addressed),
            ("on", self.on),
            ("member", self.member),
            ("amount", self.amount),
            ("every", self.every),
            ("since", self.since),
        ):
            field.setObjectName(f"paper-{name}")
        self.add(SUBJECT, self.subject, lambda: self.tr("About"))
        self.add(ON, self.on, lambda: self.tr("Day asked about"))
        self.add(MEMBER, self.member, lambda: self.tr("Whose income"))
        self.add(
            AMOUNT,
            self.amount,
            lambda: self.tr("New income"),
            hint=lambda: self.tr("If left empty, the monthly support is assumed."),
        )
        self.add(EVERY, self.every, lambda: self.tr("How often it comes in"))
        self.add(
            SINCE,
            self.since,
            lambda: self.tr("From the month of"),
            hint=lambda: self.tr("If left empty, it begins next month."),
        )
        self.add(LANGUAGE, self.language, lambda: self.tr("Language of the document"))
        self.add(DIGITS, self.digits, lambda: self.tr("Digits"))
        self.add(
            ADDRESSED,
            self.addressed,
            lambda: self.tr("Addressed to"),
            hint=lambda: self.tr("If left empty, it is addressed to whom it may concern."),
        )
        self.language.set_value(Language.ARABIC.value)
        self.digits.set_value(_ARABIC)
        self.changed.connect(self._follow)

    def show_offers(self, kind: KindOffered, asked: Asked, file: HouseholdFile) -> None:
        """Begin with what can be issued of a kind; arguments as of `IssueView.show_offers`."""
        self._offered, self._income = kind, asked.income
        which = kind.kind.kind
        self.subject.set_value(str(_nearest(kind, asked)))
        self.addressed.set_value(None)
        self.show_row(SUBJECT, shown=len(kind.offers) > 1)
        self.show_row(ADDRESSED, shown=which is PaperKind.BENEFIT_STATEMENT)
        self.show_row(ON, shown=which is PaperKind.EVERY_PROGRAMME)
        for pointer in (MEMBER, AMOUNT, EVERY, SINCE):
            self.show_row(pointer, shown=which is PaperKind.BETTER_OFF)
        self.on.set_value(day_of(asked.on) or kind.offers[0].on)
        self.member.set_choices([Choice(each.ref, _named(each)) for each in file.members])
        self.member.set_value(asked.member or next(each.ref for each in file.members))
        self.amount.set_currency(Currency.EGP if file.household.country is Country.EG else Currency.SAR)
        self.amount.set_value(minor_units(asked.amount) if asked.amount else None)
        self.every.set_value(asked.every or Period.MONTH.value)
        self.since.set_value(day_of(asked.since))
        self.reworded()

    def wanted(self) -> Wanted | None:
        """The paper that is chosen; None before anything is offered."""
        at = self.subject.value()
        if self._offered is None or at is None or int(at) >= len(self._offered.offers):
            return None
        if any(field.fault() for pointer, field in self.fields() if not self.row(pointer).isHidden()):
            return None
        to = (self.addressed.value() or "").strip()
        return replace(
            self._narrowed(self._offered.offers[int(at)].wanted),
            language=Language(self.language.value() or Language.ARABIC.value),
            arabic_digits=self.digits.value() != _WESTERN,
            addressed_to=Wording(to, to) if to else None,
        )

    @override
    def reworded(self) -> None:
        if self._offered is not None:
            offers = enumerate(self._offered.offers)
            self.subject.set_choices([Choice(str(at), self._words(each)) for at, each in offers])

    def _narrowed(self, offered: Wanted) -> Wanted:
        """With what the fields of its kind say."""
        if offered.kind is PaperKind.EVERY_PROGRAMME:
            return replace(offered, on=self.on.value() or offered.on)
        if offered.kind is not PaperKind.BETTER_OFF:
            return offered
        from ui.papers.better_off import JobWanted

        minor = self.amount.value()
        job = JobWanted(
            member=self.member.value(),
            amount=None if minor is None else decimal_text(minor),
            first_month=self.since.value(),
            period=Period[(self.every.value() or Period.MONTH.value).upper()],
            kind=next((each for each in IncomeKind if each.value == self._income), IncomeKind.SALARY),
        )
        return replace(offered, job=job)

    def _follow(self, pointer: str) -> None:
        """Digits go with the language until somebody chooses others."""
        if pointer == LANGUAGE:
            arabic = self.language.value() == Language.ARABIC.value
            self.digits.set_value(_ARABIC if arabic else _WESTERN)

    def _words(self, offer: Offer) -> Wording:
        about, day = isolated(self.reader.wording(offer.about)), self.reader.day(offer.on)
        if offer.person is None:
            words = self.tr("{about}, {day}").format(about=about, day=day)
        else:
            words = self.tr("{about}, {person}, {day}").format(about=about, person=isolated(offer.person), day=day)
        return Wording(words, words)


def _nearest(kind: KindOffered, asked: Asked) -> int:
    """The place of the offer that was asked for, of the newest where none is."""
    for at, each in enumerate(kind.offers):
        wanted = each.wanted
        if kind.kind.kind is PaperKind.BETTER_OFF:
            if asked.programme == wanted.programme:
                return at
        elif (wanted.member or "", wanted.course or "") == (asked.member, asked.course):
            return at
    return 0


def _named(member: Member) -> Wording:
    name = name_of(member)
    return Wording(name, name)


def _periods() -> list[Choice]:
    from desktop.casework.better_off import PERIODS

    return list(choices_of(PERIODS))


def _languages() -> list[Choice]:
    # A language is named in itself, as in the preferences.
    return [
        Choice(Language.ARABIC.value, Wording("العربية", "العربية")),
        Choice(Language.ENGLISH.value, Wording("English", "English")),
    ]


def _digits() -> list[Choice]:
    return [Choice(_ARABIC, Wording("٠١٢٣", "٠١٢٣")), Choice(_WESTERN, Wording("0123", "0123"))]
