"""Two versions of a programme laid side by side, as a person reads them and as data."""

from __future__ import annotations

import json
from typing import Any

from desktop.programmes.comparing.differences import differences
from desktop.programmes.comparing.sentences import Difference
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import PackText
from desktop.values.language import Wording
from ui.command_line.programme_text import cited_in_words
from ui.command_line.speaking import Voice


def tell_differences(voice: Voice, old: Pack, new: Pack) -> None:
    """Each difference in one sentence, with what the newer version rests it on."""
    voice.headline(f"{voice.word(new.text.title)}: {old!r} → {new!r}")
    found = differences(old.text, new.text)
    if not found:
        voice.tell(voice.say("لا يختلف الإصداران في شيء.", "The two versions say the same."))
    for each in found:
        cite = _rests_on(voice, old.text, new.text, each)
        voice.tell(f"  {voice.word(each.says)}{cite}")


def differences_document(old: Pack, new: Pack) -> bytes:
    """The differences as one JSON document."""
    document = {
        "old": {"pack": repr(old), "pack_hash": old.pack_hash},
        "new": {"pack": repr(new), "pack_hash": new.pack_hash},
        "differences": [_as_data(each) for each in differences(old.text, new.text)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _rests_on(voice: Voice, old: PackText, new: PackText, each: Difference) -> str:
    if each.cite is None:
        return ""
    text = old if each.change == "gone" else new
    return f" [{cited_in_words(voice, text, each.cite)}]"


def _as_data(each: Difference) -> dict[str, Any]:
    cite = each.cite
    return {
        "place": each.place,
        "change": each.change,
        "says": _pair(each.says),
        "old": _pair(each.old),
        "new": _pair(each.new),
        "citation": None
        if cite is None
        else {"law": cite.law, "article": cite.article, "source": cite.source, "confidence": cite.confidence.value},
    }


def _pair(wording: Wording | None) -> dict[str, str] | None:
    return None if wording is None else {"ar": wording.ar, "en": wording.en}
