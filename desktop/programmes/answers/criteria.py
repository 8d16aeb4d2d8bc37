"""How each criterion came out, in the contract's shape: a sentence, the facts it rests on, the law."""

from __future__ import annotations

from msgspec import UNSET

from desktop.facts import assessment as shape
from desktop.facts.codes import CriterionOutcome
from desktop.facts.vocabulary import Property, vocabulary
from desktop.programmes.answers.answer import CriterionAnswer
from desktop.programmes.answers.wording import Speaker, stated
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.facts_read import SORTS, property_reader
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, Instance
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.pack import Cite
from desktop.values.language import Wording


def citation(cite: Cite) -> shape.Citation:
    """A citation in the contract's shape."""
    return shape.Citation(
        law=cite.law,
        article=cite.article,
        source=UNSET if cite.source is None else cite.source,
        confidence=cite.confidence,
    )


def criterion_result(speaker: Speaker, each: CriterionAnswer) -> shape.CriterionResult:
    """One criterion in words."""
    outcome = criterion_outcome(each)
    says = each.criterion.says
    patterns = {
        CriterionOutcome.MET: says.met,
        CriterionOutcome.UNMET: says.unmet,
        CriterionOutcome.UNKNOWN: says.unknown,
    }
    pattern = patterns.get(outcome)
    subject = speaker.subject
    return shape.CriterionResult(
        id=each.criterion.id,
        category=UNSET if each.category is None else each.category,
        member=getattr(subject.record, "ref", None) if subject.entity == MEMBER else UNSET,
        outcome=outcome,
        label=each.criterion.label,
        sentence=UNSET if pattern is None else speaker.sentence(pattern),
        facts=() if pattern is None else FactsBehind(speaker).of(each.place),
        citation=citation(each.criterion.cite),
    )


def criterion_outcome(each: CriterionAnswer) -> CriterionOutcome:
    """Met, unmet, unknown, or not applicable where it does not concern the household."""
    if not each.applies.may_hold:
        return CriterionOutcome.NOT_APPLICABLE
    if not each.counts.known:
        return CriterionOutcome.UNKNOWN
    if each.counts.may_fail:
        return CriterionOutcome.UNMET
    return CriterionOutcome.MET if not each.holds.may_fail else CriterionOutcome.NOT_APPLICABLE


class FactsBehind:
    """The figures, variables and facts behind an expression, each once, as far as they were read.

    What an expression asks of the members is shown of the person that the sentence speaks of.
    """

    def __init__(self, speaker: Speaker) -> None:
        self.pack: Pack = speaker.pack
        self.evaluation: Evaluation = speaker.evaluation
        self.subject: Instance = speaker.subject
        self.person: Instance = speaker.person
        self._shown: dict[str, shape.FactShown] = {}

    def of(self, place: str) -> tuple[shape.FactShown, ...]:
        """The facts behind the expression at a place of the pack."""
        for node in syntax.walk(self.pack.trees[place]):
            if isinstance(node, syntax.Param):
                self._figure(node)
            elif isinstance(node, syntax.Name):
                self._name(node)
        return tuple(self._shown.values())

    def _figure(self, node: syntax.Param) -> None:
        text = self.pack.text
        label = text.readings[node.name].label if node.name in text.readings else text.parameters[node.name].label
        linked = self.pack.link_at("facts", node, self.subject.entity)
        value, _ = self.evaluation.asked(linked.reader, self.subject)
        self._show(node.name, label, stated(value, linked.sort))

    def _name(self, node: syntax.Name) -> None:
        if node.parts[0] == MEMBER and self.subject.entity == HOUSEHOLD:
            properties = vocabulary()[MEMBER].properties
            for leaf in self.pack.names_behind(MEMBER, ".".join(node.parts[1:])):
                if leaf in properties:
                    self._fact(self.person, properties[leaf])
            return
        name = str(node)
        described = vocabulary()[self.subject.entity].properties.get(name)
        if described is not None:
            self._fact(self.subject, described)
        elif (self.subject.entity, name) in self.pack.scope.sources:
            linked = self.pack.scope.variable(self.subject.entity, name)
            labels = {(each.of, each.id): each.label for each in self.pack.text.variables}
            value = self.evaluation.variable(self.subject, name)
            self._show(name, labels[self.subject.entity, name], stated(value, linked.sort))

    def _fact(self, instance: Instance, described: Property) -> None:
        if described.kind not in SORTS or not self.evaluation.was_read(instance, described.name):
            return
        value, _ = self.evaluation.asked(property_reader(described), instance)
        shown = stated(value, SORTS[described.kind])
        self._show(instance.pointer + described.pointer, described.label, shown)

    def _show(self, path: str, label: Wording | None, value: object) -> None:
        if path not in self._shown:
            self._shown[path] = shape.FactShown(path=path, label=UNSET if label is None else label, value=value)
