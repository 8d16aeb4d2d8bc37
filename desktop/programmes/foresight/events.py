"""What turns on a day, in words: «يبلغ علي 18 سنة», «تنتهي صلاحية تقييم إعاقة هند»."""

from __future__ import annotations

from typing import Final

from desktop.facts.code import Code
from desktop.facts.codes import Sex
from desktop.facts.vocabulary import Kind, Property, vocabulary
from desktop.programmes.answers.wording import name_of
from desktop.programmes.foresight.movement import MONTHLY, Movement
from desktop.programmes.foresight.turns import Turn
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.facts_read import reference
from desktop.programmes.language.family import MEMBER, OUTSIDE, Instance
from desktop.programmes.language.possibilities import Bounds, Truth
from desktop.programmes.language.syntax import AnyNode, walk
from desktop.values import agreement
from desktop.values.language import Language, Wording

_FEW = 10**6
"""No count of units that is told is as large; what is has no beginning."""

_UNIT_OF = {"age": "year", "months_since": "month", "days_since": "day"}
_NOUN = {"year": agreement.YEAR, "month": agreement.MONTH, "day": agreement.DAY}

_COMES: Final = {
    (MEMBER, "id_valid_until"): Wording("تنتهي وثيقة هوية {who}", "the identity paper of {who} expires"),
    (MEMBER, "disability.valid_until"): Wording(
        "تنتهي صلاحية تقييم إعاقة {who}", "the disability assessment of {who} expires"
    ),
    (MEMBER, "incapacity.valid_until"): Wording(
        "تنتهي صلاحية التقرير الطبي عن {who}", "the medical report on {who} expires"
    ),
    ("circumstance", "until"): Wording("تنتهي حالة {who}: {kind}", "the situation of {who} ends: {kind}"),
    ("receipt", "until"): Wording("تنتهي استفادة الأسرة المسجلة", "the receipt on record ends"),
    ("absence", "to"): Wording("ينتهي غياب {who} خارج البلاد", "the stay of {who} abroad ends"),
    ("shelter_stay", "to"): Wording("تنتهي إقامة {who} في دار الإيواء", "the shelter stay of {who} ends"),
    ("asset", "until"): Wording("ينتهي تملك {who}: {kind}", "what {who} holds ends: {kind}"),
    ("asset", "since"): Wording("يبدأ تملك {who}: {kind}", "{who} comes to hold: {kind}"),
    ("outside", "until"): Wording("تنتهي حال {who}: {kind}", "the situation of {who} ends: {kind}"),
    ("judgment", "final_on"): Wording("يسري أثر الحكم النهائي على {who}", "the final judgment on {who} takes effect"),
    ("breach", "notified_on"): Wording(
        "يسري أثر إخطار {who} بالمخالفة", "the notice of a breach by {who} takes effect"
    ),
    ("breach", "cured_on"): Wording("تُصحَّح مخالفة {who}", "the breach of {who} is cured"),
}
"""Days that come or run out, by the fact that states them."""

_PASSES: Final = {
    ("breach", "notified_on"): Wording(
        "يمضي على إخطار {who} بالمخالفة {count}", "it has been {count} since {who} was notified of the breach"
    ),
    ("shelter_stay", "from"): Wording(
        "تبلغ إقامة {who} في دار الإيواء {count}", "the shelter stay of {who} comes to {count}"
    ),
    ("household", "update_asked_on"): Wording(
        "يمضي على طلب تحديث البيانات {count}", "it has been {count} since the data update was asked for"
    ),
    ("circumstance", "since"): Wording(
        "يمضي على حالة {who} ({kind}) {count}", "the situation of {who} ({kind}) has lasted {count}"
    ),
    ("circumstance", "evidence.issued_on"): Wording(
        "يمضي على صدور مستند حالة {who} ({kind}) {count}",
        "it has been {count} since the evidence on {who} was issued ({kind})",
    ),
    ("outside", "since"): Wording(
        "يمضي على حال {who} ({kind}) {count}", "the situation of {who} ({kind}) has lasted {count}"
    ),
    ("receipt", "since"): Wording(
        "يمضي على بداية استفادة الأسرة {count}", "it has been {count} since the family first received"
    ),
    ("income", "since"): Wording(
        "يمضي على دخل {who} ({kind}) {count}", "the income of {who} ({kind}) has lasted {count}"
    ),
}
"""Periods that are completed, by the fact that they run from."""

_DAYS_IN: Final = {
    "absence": Wording(
        "تصير أيام غياب {who} خارج البلاد في السنة {count}", "days of {who} abroad within the year come to {count}"
    ),
    "shelter_stay": Wording(
        "تصير أيام إقامة {who} في دور الإيواء في السنة {count}",
        "days of {who} in shelters within the year come to {count}",
    ),
}


Stated = tuple[Instance, Property]
"""A fact that states a day, with what it is a fact of."""


def event(turn: Turn, movement: Movement, before: Evaluation, after: Evaluation) -> Wording | None:
    """What turned, in words; None where only its consequence can be told."""
    return _Words(turn.instance, turn.entity, movement, before, after).of(turn)


class _Words:
    def __init__(
        self, instance: Instance, entity: str, movement: Movement, before: Evaluation, after: Evaluation
    ) -> None:
        self.instance = instance
        self.entity = entity
        self.movement = movement
        self.before = before
        self.after = after

    def of(self, turn: Turn) -> Wording | None:
        match turn.node:
            case None:
                return self._fact(turn)
            case syntax.Reached(day, n, unit, _):
                return self._reached(turn.node, day, n, unit)
            case syntax.Since(op, day, _):
                return self._completed(day, self._number(turn.node), _UNIT_OF[op])
            case syntax.StillOpen(name):
                return self._comes(self._stated_by(name))
            case syntax.Binary() | syntax.In():
                return self._counted(turn.node)
        return None

    def _fact(self, turn: Turn) -> Wording | None:
        if turn.place != MONTHLY:
            name = name_of(self.instance.record)
            return Wording(f"يحل تاريخ الوفاة المسجل: {name}", f"the recorded day of death comes: {name}")
        until = getattr(self.instance.record, "until", None)
        ended = until is not None and getattr(until, "toordinal", lambda: None)() == self.after.day - 1
        pattern = Wording("ينقطع دخل {who}: {kind}", "an income of {who} ends: {kind}")
        if not ended:
            pattern = Wording("يتغير المحتسب من دخل {who}: {kind}", "what counts of an income of {who} changes: {kind}")
        return self._filled(pattern, self.instance)

    def _reached(self, node: AnyNode, day: AnyNode, n: AnyNode, unit: str) -> Wording | None:
        truth = self.movement.reader(node, self.entity)(self.after, self.instance)
        sure = not isinstance(truth, Truth) or truth.known
        was = self.movement.reader(node, self.entity)(self.before, self.instance)
        return self._completed(day, self._number(n), unit, may=not sure, must=isinstance(was, Truth) and not was.known)

    def _completed(
        self, day: AnyNode, n: int | None, unit: str, *, may: bool = False, must: bool = False
    ) -> Wording | None:
        stated = self._stated_by(day)
        if n is None or stated is None:
            return None
        instance, described = stated
        if n <= 0 or (n == 1 and unit == "day"):
            return self._comes(stated)
        if described.entity == MEMBER and described.name == "birth_date":
            return self._birthday(instance, n, unit, may=may, must=must)
        pattern = _PASSES.get((described.entity, described.name))
        if pattern is None:
            pattern = Wording(
                f"يمضي على {described.label.ar}{{of}} {{count}}",
                f"it has been {{count}} since {described.label.en}{{of}}",
            )
        return self._filled(pattern, instance, n, unit)

    def _birthday(self, person: Instance, n: int, unit: str, *, may: bool, must: bool) -> Wording:
        record = person.record
        she, name = getattr(record, "sex", None) == Sex.FEMALE, name_of(record)
        age = self._count(n, unit)
        if may:
            return Wording(f"قد {'تبلغ' if she else 'يبلغ'} {name} {age.ar}", f"{name} may turn {n}")
        if must:
            return Wording(
                f"{'تكون' if she else 'يكون'} {name} قد {'بلغت' if she else 'بلغ'} {age.ar} يقينًا",
                f"{name} must have turned {n}",
            )
        english = f"{name} turns {n}" if unit == "year" else f"{name} is {age.en} old"
        return Wording(f"{'تبلغ' if she else 'يبلغ'} {name} {age.ar}", english)

    def _comes(self, stated: Stated | None) -> Wording | None:
        if stated is None:
            return None
        instance, described = stated
        pattern = _COMES.get((described.entity, described.name))
        if pattern is None:
            pattern = Wording(f"يحل {described.label.ar}{{of}}", f"the day comes: {described.label.en}{{of}}")
        return self._filled(pattern, instance)

    def _counted(self, node: AnyNode) -> Wording | None:
        """A count of days reached what it is compared with: the first count in the comparison that moved is told."""
        for inner in self._within(node):
            told = self._count_of_days(inner)
            if told is not None:
                return told
        met = self.before.family.met()
        behind = self.movement.behind(node)
        for number, name in self.before.read_so_far():
            tree = self.movement.tree(met[number].entity, name)
            if name in behind and isinstance(tree, syntax.DaysIn | syntax.Since):
                other = _Words(met[number], met[number].entity, self.movement, self.before, self.after)
                if other.differs(tree):
                    return other._count_of_days(tree)
        return None

    def differs(self, node: AnyNode) -> bool:
        """Whether a number of this instance is another than before."""
        read = self.movement.reader(node, self.entity)
        return read(self.before, self.instance) != read(self.after, self.instance)

    def _count_of_days(self, node: AnyNode) -> Wording | None:
        match node:
            case syntax.DaysIn(stays, _):
                return self._filled(_DAYS_IN[stays], self.instance, self._number(node), "day")
            case syntax.Since("days_since", day, _):
                return self._completed(day, self._number(node), "day")
        return None

    def _within(self, node: AnyNode) -> list[AnyNode]:
        """The comparison's own counts, or those of the same person's variables that it names."""
        found: list[AnyNode] = []
        for child in syntax.children(node):
            tree = self.movement.tree(self.instance.entity, str(child)) if isinstance(child, syntax.Name) else child
            if tree is not None:
                found += [each for each in walk(tree) if not isinstance(tree, syntax.Name)]
        return found

    def _number(self, node: AnyNode) -> int | None:
        try:
            value = self.movement.reader(node, self.entity)(self.after, self.instance)
        except LookupError:
            return None
        if isinstance(value, Bounds) and value.known and -_FEW < value.low < _FEW:
            return int(value.low)
        return None

    def _stated_by(self, node: AnyNode) -> Stated | None:
        """The fact that a name means: of this instance, of one above it, or of a person that it refers to."""
        instance, parts = self.instance, node.parts if isinstance(node, syntax.Name) else ()
        own = {self.entity, instance.entity, *_lineage(instance)}
        while parts:
            for start in range(len(parts)):
                described = vocabulary()[instance.entity].properties.get(".".join(parts[start:]))
                if described is not None and own.issuperset(parts[:start]):
                    return (instance, described) if described.kind is Kind.DATE else None
            follow = reference(instance.entity, parts[0])
            if follow is not None:
                instance = follow(self.after.family, instance)
            elif parts[0] in _lineage(instance):
                instance = instance.above(parts[0])
            else:
                return None
            parts, own = parts[1:], {instance.entity}
            if instance.record is None:
                return None
        return None

    def _filled(self, pattern: Wording, instance: Instance, n: int | None = None, unit: str = "day") -> Wording:
        person = _person(instance)
        who = "" if person is None else name_of(person.record)
        kind = getattr(instance.record, "kind", getattr(instance.record, "status", None))
        woman = person is not None and getattr(person.record, "sex", None) == Sex.FEMALE
        label = kind.label_for(female=woman) if isinstance(kind, Code) else Wording("", "")
        count = Wording("", "") if n is None else self._count(n, unit)
        of = f" — {who}" if who else ""
        return Wording(
            pattern.ar.format(who=who, kind=label.ar, count=count.ar, of=of),
            pattern.en.format(who=who, kind=label.en, count=count.en, of=of),
        )

    def _count(self, n: int, unit: str) -> Wording:
        arabic, english = (agreement.counted(n, _NOUN[unit], each, arabic_digits=False) for each in Language)
        return Wording(arabic, english)


def _person(instance: Instance) -> Instance | None:
    """Whose the fact is."""
    for entity in (MEMBER, OUTSIDE):
        try:
            return instance.above(entity)
        except LookupError:
            continue
    return None


def _lineage(instance: Instance) -> list[str]:
    found, above = [], instance.parent
    while above is not None:
        found.append(above.entity)
        above = above.parent
    return found
