"""The order of need as people read it and as machines do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.casework.ranking import PlacedFamily, RankingAnswer, rank, sure
from desktop.programmes.language.possibilities import INFINITY, Bounds, Number
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.ranking.order import DecidedBy, Place
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.command_line.over_caseload import watched
from ui.command_line.signing_in import Access
from ui.command_line.speaking import Voice

PLACES = {
    Place.BY_QUOTA: Wording("لها مكان من حصة منطقتها", "has a place of its area"),
    Place.BY_RANK: Wording("لها مكان بمرتبتها", "has a place by rank"),
    Place.NONE: Wording("لا مكان لها", "has no place"),
}
BEFORE = {
    DecidedBy.SCORE: Wording("بالدرجة", "by score"),
    DecidedBy.WAITING: Wording("بمدة الانتظار", "by waiting longer"),
    DecidedBy.LOT: Wording("بالقرعة", "by lot"),
    DecidedBy.LAST: Wording("", ""),
}


def ranked(
    voice: Voice,
    access: Access,
    *,
    programme: str,
    on: date,
    places: int | None,
    quotas: Mapping[str, int],
    draw: str | None,
    as_json: bool,
) -> int:
    """Rank and tell; errors as of `casework.ranking.rank`."""
    with watched(voice, access) as watch:
        found = rank(
            watch.office.desk,
            programme=programme,
            on=on,
            catalogue=Catalogue(),
            draw=draw,
            places=places,
            quotas=quotas,
            progress=watch.progress,
            stop=watch.stop,
        )
    if as_json:
        voice.document(json.dumps(_as_data(found), ensure_ascii=False, indent=1).encode())
    else:
        _tell(voice, found)
    return 130 if found.stopped else 0


def _as_data(found: RankingAnswer) -> dict[str, Any]:
    return {
        "programme": found.pack.text.id,
        "version": found.pack.text.version,
        "on": found.on.isoformat(),
        "draw": found.draw,
        "places": found.places,
        "families": [_family(each) for each in found.families],
        "without_right": found.without_right,
        "unassessed": [{"file_number": each.file_number, "error": each.error.key} for each in found.unassessed],
        "stopped": found.stopped,
    }


def _family(each: PlacedFamily) -> dict[str, Any]:
    standing = each.standing
    told: dict[str, Any] = {
        "rank": each.ranked.rank,
        "best_rank": each.ranked.best_rank,
        "worst_rank": each.ranked.worst_rank,
        "file_number": standing.file_number,
        "area": standing.area,
        "applied_on": None if standing.applied_on is None else standing.applied_on.isoformat(),
        "place": each.ranked.place.value,
        "before_next": each.ranked.before_next.value,
        "settled": sure(each),
    }
    if standing.by_class:
        told["class"] = _span(standing.score)
        told["classes"] = [
            {"number": one.number, "label": _both(one.label), "sure": one.belongs.known} for one in standing.classes
        ]
    else:
        told["score"] = _span(standing.score)
        told["parts"] = [
            {
                "id": one.id,
                "label": _both(one.label),
                "score": _span(one.value),
                "weight": _decimal(one.weight.low),
                "points": _span(one.points),
            }
            for one in standing.parts
        ]
    return told


def _both(wording: Wording) -> dict[str, str]:
    return {"ar": wording.ar, "en": wording.en}


def _span(value: Bounds) -> dict[str, str | None]:
    return {"at_least": _decimal(value.low), "at_most": _decimal(value.high)}


def _decimal(number: Number) -> str | None:
    if abs(number) == INFINITY:
        return None
    exact = round(Fraction(number), 2)
    return str(exact.numerator) if exact.denominator == 1 else f"{float(exact):.2f}"


def _tell(voice: Voice, found: RankingAnswer) -> None:
    title = voice.word(found.pack.text.title)
    voice.tell(f"{title} ({found.pack!r})")
    voice.tell(voice.say(f"القرعة لمن تساووا: {found.draw}", f"Draw for those who stand equal: {found.draw}"))
    for each in found.families:
        voice.tell(_line(voice, each))
        for reason in _reasons(voice, each):
            voice.tell(f"     {reason}")
    voice.tell(voice.say(f"لا حق لها في الترتيب: {found.without_right}", f"Without a right: {found.without_right}"))
    if found.stopped:
        voice.note(voice.say("أُوقف الترتيب قبل تمامه.", "The ranking was broken off."))


def _line(voice: Voice, each: PlacedFamily) -> str:
    score = _words(voice, each.standing.score)
    measure = voice.say("الفئة", "class") if each.standing.by_class else voice.say("الدرجة", "score")
    parts = [f"{each.ranked.rank}. {isolated(each.head_name)} {each.standing.file_number}", f"{measure} {score}"]
    if each.ranked.place is not Place.BY_RANK or each.ranked.before_next is not DecidedBy.LAST:
        parts.append(voice.word(PLACES[each.ranked.place]))
    parts += _open(voice, each)
    if (why := voice.word(BEFORE[each.ranked.before_next])) and each.ranked.before_next is not DecidedBy.SCORE:
        parts.append(voice.say(f"قُدّمت على من بعدها {why}", f"before the next {why}"))
    return " · ".join(parts)


def _open(voice: Voice, each: PlacedFamily) -> Iterator[str]:
    """Between which ranks the family may yet stand: for what is open of its own, and of those around it."""
    best, rank, worst = each.ranked.best_rank, each.ranked.rank, each.ranked.worst_rank
    if best < rank and not sure(each):
        yield voice.say(f"قد تتقدم إلى المرتبة {best} إذا اكتملت بياناتها", f"may rise to {best} once complete")
    if worst > rank:
        yield voice.say(
            f"قد تتأخر إلى المرتبة {worst} إذا اكتملت بيانات غيرها",
            f"may fall to {worst} once the facts of others are complete",
        )


def _reasons(voice: Voice, each: PlacedFamily) -> list[str]:
    if each.standing.by_class:
        return [f"{one.number}: {voice.word(one.label)}" for one in each.standing.classes[:3]]
    return [
        voice.say(
            f"{one.label.ar}: {_words(voice, one.value)} من 100، بوزن {_decimal(one.weight.low)}",
            f"{one.label.en}: {_words(voice, one.value)} of 100, weight {_decimal(one.weight.low)}",
        )
        for one in each.standing.parts
    ]


def _words(voice: Voice, value: Bounds) -> str:
    low, high = _decimal(value.low), _decimal(value.high)
    return str(low) if value.known else voice.say(f"بين {low} و{high}", f"between {low} and {high}")
