"""Who somebody is to the head of their household, in the word that is said of a woman or of a man."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from desktop.facts.codes import Role, Sex
from desktop.values.language import Wording

_ENGLISH: Final = {
    Role.SPOUSE: ("husband", "wife"),
    Role.CHILD: ("son", "daughter"),
    Role.PARENT: ("father", "mother"),
    Role.SIBLING: ("brother", "sister"),
    Role.GRANDCHILD: ("grandson", "granddaughter"),
    Role.GRANDPARENT: ("grandfather", "grandmother"),
}
"""Of a man and of a woman: the code's own English word is of either."""


def place_in_household(role: Role, sex: Sex | UnsetType) -> Wording:
    """The role as it is said of somebody of that sex; of the head without the article of a title."""
    female = sex is Sex.FEMALE
    said = role.label_for(female=female)
    if role is Role.HEAD and not female:
        return Wording("عائل الأسرة", said.en)
    if sex is UNSET or role not in _ENGLISH:
        return said
    return Wording(said.ar, _ENGLISH[role][female])
