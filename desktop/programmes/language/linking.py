"""From a tree to a reader: each kind of node goes to the module that knows it.

Linking happens once a pack; what it returns are closures that ask an `Evaluation` and give back possibilities.
"""

from __future__ import annotations

from fractions import Fraction

from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.absences import link_on_record, link_still_open
from desktop.programmes.language.aggregates import link_aggregate, link_days_in, link_place
from desktop.programmes.language.evaluation import Linked
from desktop.programmes.language.naming import link_name, link_parameter
from desktop.programmes.language.operators import (
    link_binary,
    link_case,
    link_extreme,
    link_in,
    link_logic,
    link_lookup,
    link_unary,
)
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.language.times import link_reached, link_since


def link(node: AnyNode, entity: str, scope: Scope) -> Linked:
    """The reader of an expression about an instance of `entity`.

    Raises:
        OfficeError: a name that is not declared, sorts that do not fit, a circle among variables.
    """
    match node:
        case syntax.Num(text):
            number = p.exactly(p.plain(Fraction(text)))
            return Linked(lambda _, __: number, Sort.NUMBER)
        case syntax.Bool(holds):
            truth = p.truth_of(holds)
            return Linked(lambda _, __: truth, Sort.TRUTH)
        case syntax.Text(code):
            codes = p.one_of(code)
            return Linked(lambda _, __: codes, Sort.CODE)
        case syntax.Param(name):
            return link_parameter(name, scope)
        case syntax.Name():
            return link_name(node, entity, scope)
        case syntax.Unary():
            return link_unary(node, entity, scope)
        case syntax.Binary():
            return link_binary(node, entity, scope)
        case syntax.Logic():
            return link_logic(node, entity, scope)
        case syntax.In():
            return link_in(node, entity, scope)
        case syntax.Case():
            return link_case(node, entity, scope)
        case syntax.Extreme():
            return link_extreme(node, entity, scope)
        case syntax.Aggregate():
            return link_aggregate(node, entity, scope)
        case syntax.Place():
            return link_place(node, entity, scope)
        case syntax.Lookup():
            return link_lookup(node, entity, scope)
        case syntax.Since():
            return link_since(node, entity, scope)
        case syntax.Reached():
            return link_reached(node, entity, scope)
        case syntax.DaysIn():
            return link_days_in(node, entity)
        case syntax.OnRecord(name):
            return link_on_record(name, entity)
        case syntax.StillOpen(name):
            return link_still_open(name, entity)
