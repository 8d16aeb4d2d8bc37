"""The form that lies half filled in on the researcher's shelf when the tour begins: the contract's own example."""

from __future__ import annotations

from importlib.resources import files

import msgspec

from desktop.facts.reading import read_household
from ui.drafts.kept import KeptDraft, new_key
from ui.screens.registry.registration.pages.keeping import REGISTRATION, Sheet
from ui.screens.registry.registration.pages.starting import begun
from ui.screens.registry.registration.states import Wizard, amend
from ui.tour.day import MORNING
from ui.tour.hands import LostWayError
from ui.tour.stage import Stage

TITLE = "فاطمة عبد الله حسن الأحمد"

LACKS = {
    "/household/phone": "٠٥٠٠٠٠٠٠٠١",
    "/household/dwelling/monthly_rent": "١٬٢٠٠",
    "/members/k2/national_id": "١٠٠٠٠٠٠٠٠٨",
}
"""By slot, what the draft lacks, as the researcher types it."""


def leave_on_shelf(stage: Stage) -> None:
    """Keep the draft on the shelf of whoever sits in the window."""
    workplace = stage.window.workplace
    if workplace.shelf is None:
        raise LostWayError("shelf")
    login, draft = workplace.seat.office.signed_in.login, Sheet(_half(begun(workplace.seat).wizard))
    workplace.shelf.keep(KeptDraft(new_key(REGISTRATION), REGISTRATION, "", None, MORNING, login, TITLE, draft))


def _half(new: Wizard) -> Wizard:
    example = (files("resources") / "contracts" / "household.example.json").read_bytes()
    told = amend(read_household(example), file_number="", version=0)
    wizard = msgspec.structs.replace(told, opened=None, base=new.base)
    for slot in LACKS:
        wizard = wizard.write(slot, "").leave("")
    return msgspec.structs.replace(wizard, history=new.history, left=new.left)
