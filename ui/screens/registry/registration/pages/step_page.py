"""The page of a step: whose facts are shown, and their groups one below the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.screens.registry.registration.fields import LAYOUT
from ui.screens.registry.registration.moment import Moment
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.group_card import GroupCard
from ui.screens.registry.registration.pages.item_card import ItemCard
from ui.screens.registry.registration.pages.owner_list import OwnerList
from ui.screens.registry.registration.pages.standing import StepStates
from ui.screens.registry.registration.relevance import ShownGroup, is_list
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS, owner_of
from ui.screens.registry.registration.steps import Group, Step
from ui.screens.registry.registration.summary import member_line
from ui.theme.tokens import GRID

BETWEEN = 10
"""Milliseconds between two cards of a page that is being built: keys and clicks come in between."""


class StepPage(QWidget):
    """One step of the form; cards are made once and shown for whoever is chosen.

    Args:
        filling: the form.
        step: one that holds facts.
        removed: told the words of an item that was taken away.
    """

    def __init__(
        self, filling: Filling, step: Step, removed: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.step, self._filling, self._removed = step, filling, removed
        self._country = filling.wizard.typed.text(f"{HOUSEHOLD}/country") or "SA"
        self._cards: dict[str, GroupCard | ItemCard] = {}
        self._moment: Moment | None = None
        self._states = StepStates(self)
        self.owner = HOUSEHOLD
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        self.owners: OwnerList | None = None
        if step is not Step.HOUSEHOLD:
            self.owners = OwnerList(self, editable=step is Step.MEMBERS)
            self.owners.chosen.connect(self.show_owner)
            row.addWidget(self.owners)
            self.owner = next(iter(filling.wizard.typed.items(MEMBERS)), HOUSEHOLD)
        self._pane = QScrollArea(self)
        self._pane.setWidgetResizable(True)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self._pane)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, GRID * 2)
        self._column.setSpacing(GRID * 2)
        # Every group has its place from the first, so that cards may come in any order.
        self._places: dict[str, QVBoxLayout] = {}
        for group in LAYOUT[step]:
            place = self._places[group.key] = QVBoxLayout()
            place.setSpacing(0)
            self._column.addLayout(place)
        self._column.addStretch(1)
        self._pane.setWidget(inside)
        row.addWidget(self._pane, 1)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(BETWEEN)
        self._more.timeout.connect(self._build_next)

    def show_moment(self, moment: Moment) -> None:
        """Show the form as it is; cards that were never needed are made one after another."""
        self._moment = moment
        if self.owner != HOUSEHOLD and not moment.typed.has_item(self.owner):
            self.owner = next(iter(moment.typed.items(MEMBERS)), HOUSEHOLD)
        self._show_owners(moment)
        shown = self._shown(moment)
        for key, card in self._cards.items():
            group = shown.get(key)
            card.setVisible(group is not None)
            if group is not None:
                card.show_group(group, moment)
        if any(key not in self._cards for key in shown):
            self._build_next()

    def show_owner(self, owner: str) -> None:
        """Show the page of a member, or of the household."""
        if owner != self.owner:
            self.owner = owner
            self._pane.verticalScrollBar().setValue(0)
            if self._moment is not None:
                self.show_moment(self._moment)

    def bring(self, slot: str) -> bool:
        """Go to a slot: to whose it is, to its card, into its field; False where this step does not show it."""
        owner = HOUSEHOLD if self.owners is None else owner_of(slot)
        self.show_owner(owner)
        if self.owners is not None and self._moment is not None:
            self._show_owners(self._moment)
        found = self._first_that(lambda card: card.bring(slot))
        return self.begin() if not found and slot in {owner, MEMBERS} else found

    def begin(self) -> bool:
        """Put the keyboard into the first field that can be filled in."""
        return self._first_that(lambda card: (slot := card.first()) is not None and card.bring(slot))

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        if self.owners is not None:
            self.owners.relooked()
            if self._moment is not None:
                self._show_owners(self._moment)

    def _first_that(self, took: Callable[[GroupCard | ItemCard], bool]) -> bool:
        """Whether a card took the keyboard; those that are not made yet are made until one does."""
        tried: set[str] = set()
        while True:
            for key, card in self._visible():
                if key not in tried and took(card):
                    self._bring_into_view()
                    return True
                tried.add(key)
            if not self._more.isActive():
                return False
            self._build_next()

    def _bring_into_view(self) -> None:
        """Where a field stands is known only after what was made around it is laid out."""

        def bring() -> None:
            focused = self.window().focusWidget()
            if focused is not None and self._pane.isAncestorOf(focused):
                self._pane.ensureWidgetVisible(focused, GRID * 2, GRID * 6)

        QTimer.singleShot(0, self, bring)

    def _visible(self) -> list[tuple[str, GroupCard | ItemCard]]:
        cards = [(key, self._cards[key]) for key in self._places if key in self._cards]
        return [(key, card) for key, card in cards if not card.isHidden()]

    def _shown(self, moment: Moment) -> dict[str, ShownGroup]:
        groups = moment.wizard.groups(moment.today, self.step)
        return {each.group.key: each for each in groups if self.owners is None or each.owner == self.owner}

    def _build_next(self) -> None:
        moment = self._moment
        if moment is None:
            return
        shown = self._shown(moment)
        wanted = [key for key in self._places if key in shown and key not in self._cards]
        if wanted:
            key = wanted[0]
            card = self._cards[key] = self._card(shown[key].group)
            self._places[key].addWidget(card)
            card.show_group(shown[key], moment)
            card.show()
            # Laid out before it is painted: asked for one level after another, it would be seen squeezed for a moment.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._more.stop()
        if len(wanted) > 1:
            self._more.start()

    def _card(self, group: Group) -> GroupCard | ItemCard:
        if is_list(group):
            return ItemCard(self._filling, group, self._country, self._removed, self._pane.widget())
        return GroupCard(self._filling, group, self._country, self._pane.widget())

    def _show_owners(self, moment: Moment) -> None:
        if self.owners is None:
            return
        typed, reader = moment.typed, moment.reader
        members = [(item, member_line(typed, item, reader, moment.today)) for item in typed.items(MEMBERS)]
        whole = any(each.owner == HOUSEHOLD for each in moment.wizard.groups(moment.today, self.step))
        household = [(HOUSEHOLD, self.tr("The household as a whole"))] if whole else []
        marks = self._states.owner_marks(moment.wizard, self.step, moment.today, reader)
        self.owners.show_owners(
            [*members, *household], marks, self.owner, reader, fixed=moment.wizard.is_fixed(MEMBERS)
        )
