"""What follows from the sections of a pack: who belongs to a category, who is entitled, what a person is paid.

These stand as variables of the pack's subject, so that its own expressions, another programme that needs it and every
engine read them as they read any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.programmes.language.family import HOUSEHOLD, MEMBER
from desktop.programmes.packs.pack import Category, Criterion, Document, PackText, Variable

ENTITLED = "entitled"
IN_ANY = "in_any_category"
CATEGORY_PAYS = "category_pays"
PAYS = "pays"
NEED_SCORE = "need_score"
PRIORITY_RANK = "priority_rank"


def belongs(category: str) -> str:
    """The name of the variable that says whether the subject is in a category and meets what it asks."""
    return f"in_{category}"


def meets(criterion: str) -> str:
    """The name of the variable that says whether a criterion is met or does not apply."""
    return f"meets_{criterion}"


def derived(text: PackText) -> tuple[Variable, ...]:
    """The variables that the pack's sections give, about its subject.

    `meets_<criterion>`, `in_<category>`, `in_any_category`, `category_pays`, `entitled`; `pays` where the right is a
    person's own; `score_<score>` and `need_score`, `rank_<rank>` and `priority_rank` where the pack ranks.
    """
    of, found = text.unit, list[Variable]()
    conditions = list[str]()
    for criterion in text.criteria:
        conditions.append(meets(criterion.id))
        found.append(Variable(id=conditions[-1], of=of, is_=_asked(criterion)))
    for category in text.categories:
        asked = [f"({category.when})", *(_asked(each) for each in category.criteria)]
        found.append(Variable(id=belongs(category.id), of=of, is_=" AND ".join(asked)))
    if text.categories:
        names = [belongs(each.id) for each in text.categories]
        found.append(Variable(id=IN_ANY, of=of, is_=" OR ".join(names)))
        conditions.append(IN_ANY)
    paying = [each for each in text.categories if each.pays is not None]
    if paying:
        pays = [f"CASE WHEN {belongs(each.id)} THEN {each.pays} ELSE 0 END" for each in paying]
        found.append(Variable(id=CATEGORY_PAYS, of=of, is_=f"GREATEST({', '.join(pays)}, 0)"))
    found.append(Variable(id=ENTITLED, of=of, is_=" AND ".join(conditions)))
    if text.unit == "member" and text.benefits:
        main = text.benefits[0]
        due = ENTITLED if main.when is None else f"{ENTITLED} AND ({main.when})"
        found.append(Variable(id=PAYS, of=of, is_=f"CASE WHEN {due} THEN GREATEST({main.is_}, 0) ELSE 0 END"))
    return (*found, *_order(text))


def scored(score: str) -> str:
    """The name of the variable that holds a score, never below 0 nor above 100."""
    return f"score_{score}"


def ranked(rank: str) -> str:
    """The name of the variable that says whether the subject belongs to a class of the order."""
    return f"rank_{rank}"


def _order(text: PackText) -> Iterator[Variable]:
    """The score of need in all, of 100; the number of the first class that the subject belongs to, or one beyond."""
    if text.ranking is None:
        return
    weighed = []
    for score in text.ranking.scores:
        yield Variable(id=scored(score.id), of=text.unit, is_=f"LEAST(GREATEST({score.is_}, 0), 100)")
        weighed.append(f"PER(:{score.weight} * {scored(score.id)}, 100)")
    if weighed:
        yield Variable(id=NEED_SCORE, of=text.unit, is_=" + ".join(weighed))
    classes = []
    for number, rank in enumerate(text.ranking.ranks, 1):
        yield Variable(id=ranked(rank.id), of=text.unit, is_=rank.when)
        classes.append(f"WHEN {ranked(rank.id)} THEN {number}")
    if classes:
        yield Variable(id=PRIORITY_RANK, of=text.unit, is_=f"CASE {' '.join(classes)} ELSE {len(classes) + 1} END")


def asked_of_those_in(category: Category, document: Document, unit: str) -> str:
    """When a category's own document is asked for: of whoever belongs, or of the household in which somebody does."""
    inside = f"{unit}.{belongs(category.id)}"
    if document.of == HOUSEHOLD and unit == MEMBER:
        inside = f"ANY({inside})"
    return f"{inside} AND ({document.when})"


def _asked(criterion: Criterion) -> str:
    """A condition as it counts: it holds, or it does not apply."""
    if criterion.when is None:
        return f"({criterion.is_})"
    return f"(NOT ({criterion.when}) OR ({criterion.is_}))"
