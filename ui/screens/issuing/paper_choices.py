"""What one chooses of a paper before it is issued: what it speaks of, its language and digits, whom it is for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.issuing.kinds import PaperKind
from desktop.values.isolates import isolated
from desktop.values.language import Language, Wording
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.form import Form
from ui.parts.fields.text_field import TextField

if TYPE_CHECKING:
    from ui.papers.offered import KindOffered, Offer
    from ui.papers.wanted import Wanted

SUBJECT, LANGUAGE, DIGITS, ADDRESSED = "/subject", "/language", "/digits", "/addressed_to"
_ARABIC, _WESTERN = "arabic", "western"


class PaperChoices(Form):
    """Gives the `Wanted` that was chosen."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        self._offered: KindOffered | None = None
        super().__init__(reader, parent, columns=1)
        self.subject = ChoiceField(reader, self, unknown=False)
        self.language = ChoiceField(reader, self, choices=_languages(), unknown=False)
        self.digits = ChoiceField(reader, self, choices=_digits(), unknown=False)
        self.addressed = TextField(reader, self)
        for name, field in (
            ("subject", self.subject),
            ("language", self.language),
            ("digits", self.digits),
            ("addressed", self.addressed),
        ):
            field.setObjectName(f"paper-{name}")
        self.add(SUBJECT, self.subject, lambda: self.tr("About"))
        self.add(LANGUAGE, self.language, lambda: self.tr("Language of the document"))
        self.add(DIGITS, self.digits, lambda: self.tr("Digits"))
        self.add(
            ADDRESSED,
            self.addressed,
            lambda: self.tr("Addressed to"),
            hint=lambda: self.tr("Left empty, it goes to whom it may concern."),
        )
        self.language.set_value(Language.ARABIC.value)
        self.digits.set_value(_ARABIC)
        self.changed.connect(self._follow)

    def show_offers(self, kind: KindOffered, member: str = "", course: str = "") -> None:
        """Begin with what can be issued of a kind; arguments as of `IssueView.show_offers`."""
        self._offered = kind
        whose = [(each.wanted.member or "", each.wanted.course or "") for each in kind.offers]
        self.subject.set_value(str(whose.index((member, course)) if (member, course) in whose else 0))
        self.addressed.set_value(None)
        self.show_row(SUBJECT, shown=len(kind.offers) > 1)
        self.show_row(ADDRESSED, shown=kind.kind.kind is PaperKind.BENEFIT_STATEMENT)
        self.reworded()

    def wanted(self) -> Wanted | None:
        """The paper that is chosen; None before anything is offered."""
        at = self.subject.value()
        if self._offered is None or at is None or int(at) >= len(self._offered.offers):
            return None
        to = (self.addressed.value() or "").strip()
        return replace(
            self._offered.offers[int(at)].wanted,
            language=Language(self.language.value() or Language.ARABIC.value),
            arabic_digits=self.digits.value() != _WESTERN,
            addressed_to=Wording(to, to) if to else None,
        )

    @override
    def reworded(self) -> None:
        if self._offered is not None:
            offers = enumerate(self._offered.offers)
            self.subject.set_choices([Choice(str(at), self._words(each)) for at, each in offers])

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


def _languages() -> list[Choice]:
    # A language is named in itself, as in the preferences.
    return [
        Choice(Language.ARABIC.value, Wording("العربية", "العربية")),
        Choice(Language.ENGLISH.value, Wording("English", "English")),
    ]


def _digits() -> list[Choice]:
    return [Choice(_ARABIC, Wording("٠١٢٣", "٠١٢٣")), Choice(_WESTERN, Wording("0123", "0123"))]
