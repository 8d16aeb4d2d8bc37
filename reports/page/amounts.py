"""How papers state an amount as far as it is known, and which rules they applied."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.facts.codes import AmountStatus
from desktop.issuing.contents import PackReference, StatedAmount
from reports.arabic.markup import Span, isolate, unbroken
from reports.page import look
from reports.page.pieces import Piece, paragraph
from reports.page.setting import Setting

# Enough of a SHA-256 to tell packs apart by eye; the whole stands in the register.
_SHORT_HASH = 12


def stated(amount: StatedAmount, setting: Setting, *, due: bool = True) -> str:
    """An amount in words as far as it is known: «٤٨٠٫٠٠ ريال شهريًّا», «بين … و…», «غير منشور».

    Args:
        amount: as the rules know it.
        setting: of the paper.
        due: whether the right is sure; of an unpublished figure that alone can be told.
    """
    every = setting.say(amount.period.label)
    if amount.status is AmountStatus.KNOWN and amount.value is not None:
        return f"{setting.money(amount.value)} {every}"
    bounds = _bounds(amount, setting)
    if amount.status is AmountStatus.BOUNDED and bounds:
        return f"{bounds} {every}"
    if amount.status is AmountStatus.UNPUBLISHED:
        words = setting.pick("مقداره غير منشور", "the figure is unpublished")
        if due:
            words = setting.pick("مستحق، ومقداره غير منشور", "due; the figure is unpublished")
        sure = amount.at_most is not None or (amount.at_least is not None and amount.at_least.minor > 0)
        return f"{words} ({bounds} {every})" if sure else words
    return setting.pick("لا يوجد", "none")


def _bounds(amount: StatedAmount, setting: Setting) -> str:
    """Between what an amount lies; empty where nothing bounds it."""
    low, high = amount.at_least, amount.at_most
    if low is not None and high is not None:
        least, most = setting.money(low), setting.money(high)
        return setting.pick(f"بين {least} و{most}", f"between {least} and {most}")
    if low is not None:
        return setting.pick(f"لا يقل عن {setting.money(low)}", f"at least {setting.money(low)}")
    if high is not None:
        return setting.pick(f"لا يزيد على {setting.money(high)}", f"at most {setting.money(high)}")
    return ""


def applied(packs: Sequence[PackReference], *, rtl: bool) -> list[Piece]:
    """The rules used, a line each in the small print: `sa.developed · 2023-11 · sha256:1a2b3c4d5e6f`."""
    texts = [isolate(unbroken(f"{each.pack} · {each.version} · {_short(each)}")) for each in packs]
    return [
        line for text in texts for line in paragraph([Span(text, look.SMALL_SOFT)], rtl=rtl, leading=look.LABEL_LEADING)
    ]


def _short(pack: PackReference) -> str:
    return f"sha256:{pack.hash.removeprefix('sha256:')[:_SHORT_HASH]}"
