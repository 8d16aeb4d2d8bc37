"""The history of a file told in sentences: who did what, since when and why, in Arabic and in English. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from desktop.facts.codes import Country
from desktop.facts.describe import Absent, Kind
from desktop.facts.household_file import HouseholdFile, Member, OutsidePerson
from desktop.facts.vocabulary import Entity, Property, located, vocabulary
from desktop.office.answers import StaffAnswer
from desktop.office.doers import Doer, Doers, Verb, ended
from desktop.registry.answers import FactChange, HistoryEntry
from desktop.registry.fact_words import NAMED_BY, FactWords, is_woman
from desktop.registry.records import VersionAct
from desktop.values.agreement import FACT
from desktop.values.cardinals import Case
from desktop.values.language import Wording
from desktop.values.worded import both, day, number_of

SECTION: Final = "/household/section"


_REGISTERED = Verb("سجّل", "سجّلت", "registered")
_RECORDED = Verb("سجّل", "سجّلت", "recorded")
_CHANGED = Verb("غيّر", "غيّرت", "changed")
_CORRECTED = Verb("صحّح", "صحّحت", "corrected")
_REMOVED = Verb("حذف", "حذفت", "removed")
_ADDED = Verb("أضاف", "أضافت", "added")
_AMENDED = Verb("عدّل", "عدّلت", "amended")
_MOVED = Verb("نقل", "نقلت", "moved")

_STANDING: Final = {
    VersionAct.SEALED: (Verb("جعل", "جعلت", "sealed"), "{verb} {who} الملف مستورًا", "{who} {verb} the file"),
    VersionAct.UNSEALED: (Verb("رفع", "رفعت", "unsealed"), "{verb} {who} الستر عن الملف", "{who} {verb} the file"),
    VersionAct.CLOSED: (Verb("أغلق", "أغلقت", "closed"), "{verb} {who} الملف", "{who} {verb} the file"),
    VersionAct.REOPENED: (Verb("أعاد", "أعادت", "reopened"), "{verb} {who} فتح الملف", "{who} {verb} the file"),
}


def sentences(
    entry: HistoryEntry,
    file: HouseholdFile | None,
    *,
    staff: Iterable[StaffAnswer] = (),
    country: Country = Country.SA,
    titles: Mapping[str, Wording] | None = None,
    history: Iterable[HistoryEntry] = (),
) -> tuple[Wording, ...]:
    """One version of a file in sentences.

    A version that did one thing is one sentence; one that changed several facts begins with a sentence that says who
    amended how many, since when and why, and tells each in one more, whose doer is the same.

    Args:
        entry: the version.
        file: the file, by which people are named; None where it is not at hand.
        staff: whoever may have made the version; somebody else is told by the login.
        country: whose money amounts are in where there is no file.
        titles: of programmes, by their id.
        history: the versions of the file, from which people are named who are no longer in it.
    """
    changes = (change for each in (*history, entry) for change in each.changes)
    people = (thing for change in changes for thing in (change.old, change.new, change.item))
    words = FactWords.of(file, country=country, titles=titles, also=people)
    return _Telling(words, Doers.of(staff).of_login(entry.by), entry).all()


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence without its doer and its end: what stands around the name in Arabic, and after it in English."""

    verb: Verb
    rest: Wording


@dataclass(frozen=True, slots=True)
class _Telling:
    words: FactWords
    doer: Doer
    entry: HistoryEntry

    def all(self) -> tuple[Wording, ...]:
        changes = tuple(each for each in self.entry.changes if each.pointer != SECTION or not self._moved)
        act = self._act()
        if act is not None:
            return (self._ended(act), *(self._further(self._change(each)) for each in changes))
        if not changes:
            verb = self.doer.verb(_AMENDED)
            pattern = (
                "{verb} {who} بيانات لم تكن سارية في يوم التعديل",
                "{who} {verb} facts that were not in force then",
            )
            return (self._ended(both(*pattern, verb=verb, who=self.doer.name)),)
        if len(changes) == 1:
            return (self._ended(self._by_name(self._change(changes[0]))),)
        verb = self.doer.verb(_AMENDED if self.entry.effective_from is not None else _CORRECTED)
        facts = number_of(len(changes), FACT, case=Case.GENITIVE)
        heading = both("{verb} {who} {facts}", "{who} {verb} {facts}", verb=verb, who=self.doer.name, facts=facts)
        return (self._ended(heading), *(self._further(self._change(each)) for each in changes))

    @property
    def _moved(self) -> bool:
        return self.entry.act is VersionAct.MOVED

    def _act(self) -> Wording | None:
        """What was done to the file as a whole; None for an amendment, whose changes say it."""
        who = self.doer.name
        if self.entry.act is VersionAct.REGISTERED:
            verb = self.doer.verb(_REGISTERED)
            return both("{verb} {who} الملف", "{who} {verb} the file", verb=verb, who=who)
        if self.entry.act in _STANDING:
            standing, arabic, english = _STANDING[self.entry.act]
            return both(arabic, english, verb=self.doer.verb(standing), who=who)
        if not self._moved:
            return None
        verb = self.doer.verb(_MOVED)
        change = next((each for each in self.entry.changes if each.pointer == SECTION), None)
        found = located(SECTION)
        if change is None or change.old is None or change.new is None or found is None or found[2] is None:
            pattern = "{verb} {who} الملف إلى قسم آخر", "{who} {verb} the file to another section"
            return both(*pattern, verb=verb, who=who)
        old, new = (self.words.value(found[2], each) for each in (change.old, change.new))
        pattern = "{verb} {who} الملف من {old} إلى {new}", "{who} {verb} the file from the {old} to the {new}"
        return both(*pattern, verb=verb, who=who, old=old, new=new)

    def _by_name(self, told: _Told) -> Wording:
        verb = self.doer.verb(told.verb)
        return both("{verb} {who} {rest}", "{who} {verb} {rest}", verb=verb, who=self.doer.name, rest=told.rest)

    def _further(self, told: _Told) -> Wording:
        verb = self.doer.verb(told.verb)
        verb = Wording(verb.ar, verb.en.capitalize())
        return both("{verb} {rest}.", "{verb} {rest}.", verb=verb, rest=told.rest)

    def _ended(self, sentence: Wording) -> Wording:
        """With the day that it is so from, and why."""
        if self.entry.effective_from is not None:
            since: date = self.entry.effective_from
            sentence = both("{said} اعتبارًا من {since}", "{said}, from {since}", said=sentence, since=day(since))
        return ended(sentence, self.entry.reason)

    def _change(self, change: FactChange) -> _Told:
        found = located(change.pointer)
        if found is None:
            raise ValueError(f"{change.pointer} is no place in a household file")
        entity, _, fact = found
        whose = self._whose(entity, change)
        female = is_woman(change.item if isinstance(change.item, OutsidePerson) else self._person(change.member))
        if fact is None:
            return self._item(entity, change, whose, female)
        what = self._what(entity, fact, change, female)
        if fact.kind is Kind.LIST:
            return self._list(fact, what, change, whose)
        if fact.kind is Kind.OBJECT:
            return self._object(what, change, whose)
        return self._fact(fact, what, change, whose, female)

    def _fact(self, fact: Property, what: Wording, change: FactChange, whose: Wording, female: bool) -> _Told:
        old, new = (
            None if each is None else self.words.value(fact, each, female=female) for each in (change.old, change.new)
        )
        if old is None and new is not None:
            return _Told(
                _RECORDED, both("{what}{whose}: {new}", "{what}{whose}: {new}", what=what, whose=whose, new=new)
            )
        if old is not None and new is None:
            pattern = "{what}{whose} (المسجل سابقًا: {old})", "{what}{whose} (recorded before: {old})"
            return _Told(_REMOVED, both(*pattern, what=what, whose=whose, old=old))
        if old is None or new is None:
            raise ValueError(f"{change.pointer} was absent and is absent")
        if fact.kind is Kind.BOOLEAN:
            old, new = _quoted(old), _quoted(new)
        # A correction says that it never was so; what changed from a day on was so until then.
        verb = _CORRECTED if self.entry.effective_from is None else _CHANGED
        pattern = "{what}{whose} من {old} إلى {new}", "{what}{whose} from {old} to {new}"
        return _Told(verb, both(*pattern, what=what, whose=whose, old=old, new=new))

    def _list(self, fact: Property, what: Wording, change: FactChange, whose: Wording) -> _Told:
        if change.new is None:
            pattern = "ما ذُكر في {what}{whose}", "what was told of {what}{whose}"
            if fact.absent is Absent.UNKNOWN:
                pattern = f"{pattern[0]}، فلم يعد معلومًا", f"{pattern[1]}, now unknown"
            return _Told(_REMOVED, both(*pattern, what=what, whose=whose))
        pattern = "أنه لا شيء في {what}{whose}", "that there is nothing under {what}{whose}"
        return _Told(_RECORDED, both(*pattern, what=what, whose=whose))

    def _object(self, what: Wording, change: FactChange, whose: Wording) -> _Told:
        if change.new is None:
            return _Told(_REMOVED, both("{what}{whose}", "{what}{whose}", what=what, whose=whose))
        pattern = "{what}{whose} دون تفصيل", "{what}{whose} without details"
        return _Told(_RECORDED, both(*pattern, what=what, whose=whose))

    def _item(self, entity: Entity, change: FactChange, whose: Wording, female: bool) -> _Told:
        came = change.old is None
        thing = change.new if came else change.old
        if not isinstance(thing, msgspec.Struct):
            raise TypeError(f"{change.pointer} names a thing of a list and holds none")
        if isinstance(thing, Member | OutsidePerson):
            whose, female = Wording("", ""), is_woman(thing)
        listed = _quoted(_list_label(entity))
        name = self.words.thing(entity, thing, female=female)
        details = self.words.details(entity, thing, female=female)
        more = Wording("", "")
        if details:
            more = Wording(
                f" ({'، '.join(each.ar for each in details)})", f" ({', '.join(each.en for each in details)})"
            )
        # Behind a colon: as an object of the verb an Arabic noun would change its ending.
        pattern = (
            ("إلى {listed}{whose}: {name}{more}", "to {listed}{whose}: {name}{more}")
            if came
            else ("من {listed}{whose}: {name}{more}", "from {listed}{whose}: {name}{more}")
        )
        return _Told(_ADDED if came else _REMOVED, both(*pattern, name=name, more=more, listed=listed, whose=whose))

    def _what(self, entity: Entity, fact: Property, change: FactChange, female: bool) -> Wording:
        """What a fact is called, with the thing of a list that it is a fact of: «مبلغ الدخل» (راتب أو أجر)."""
        label = _quoted(fact.label)
        if change.item is None or isinstance(change.item, OutsidePerson) or fact.name in NAMED_BY:
            return label
        thing = self.words.thing(entity, change.item, female=female)
        return both("{label} ({thing})", "{label} ({thing})", label=label, thing=thing)

    def _whose(self, entity: Entity, change: FactChange) -> Wording:
        if isinstance(change.item, OutsidePerson):
            name = self.words.name_of(change.item)
        elif change.member is not None and entity.name != "household":
            name = self.words.name(change.member)
        else:
            return Wording("", "")
        return both(" في بيانات {name}", " in the facts of {name}", name=name)

    def _person(self, ref: str | None) -> object:
        return None if ref is None else self.words.people.get(ref)


def _list_label(entity: Entity) -> Wording:
    """What the list is called that an entity's things stand in."""
    if entity.name == "member":
        return Wording("أفراد الأسرة", "members of the household")
    parent = vocabulary()[entity.parent or "household"]
    return parent.properties[".".join(entity.list_path)].label


def _quoted(label: Wording) -> Wording:
    return Wording(f"«{label.ar}»", f"“{label.en}”")
