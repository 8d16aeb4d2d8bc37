"""Which facts each step shows, in which groups and order; labels, kinds and codes come from the vocabulary.

TO ADD A FACT: when the vocabulary has it, a test fails until it stands here once. Nothing here decides anything: a
fact that is not worth asking is hidden only while nothing is said in it, and every fact can be brought up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from desktop.facts.vocabulary import vocabulary
from desktop.values.language import Wording
from ui.screens.registry.registration.circumstance_fields import CIRCUMSTANCES
from ui.screens.registry.registration.slots import MEMBERS, OUTSIDE, spot
from ui.screens.registry.registration.steps import GROWN, MINOR, Field, Group, Step, field, plain, unless, when

SAUDI, EGYPT = when("country", "SA"), when("country", "EG")
_CLOSE = ("head", "spouse")

HOUSEHOLD: tuple[Group, ...] = (
    Group(
        "file",
        Wording("بيانات الملف", "The file"),
        "household",
        plain("country", "section", "file_number", "applied_on"),
    ),
    Group(
        "contact",
        Wording("العنوان والتواصل", "Address and contact"),
        "household",
        (
            *plain("address.region", "address.governorate", "address.city", "address.district", "address.street"),
            field("address.building"),
            field("address.national_address", SAUDI),
            *plain("phone", "address.latitude", "address.longitude"),
        ),
    ),
    Group(
        "dwelling",
        Wording("المسكن", "The dwelling"),
        "household",
        (
            *plain("dwelling.tenure", "dwelling.separate", "dwelling.proof"),
            field("dwelling.proof_holder", unless("dwelling.proof", "none")),
            field("dwelling.monthly_rent", when("dwelling.tenure", "rented", "shared")),
            *plain("dwelling.rooms", "dwelling.in_area", "dwelling.all_residents_registered", "dwelling.urban"),
            field("poverty_area", EGYPT),
        ),
    ),
    Group(
        "make_up",
        Wording("تكوين الأسرة", "Make-up of the household"),
        "household",
        (
            field("independent"),
            field("family_type", EGYPT),
            field("family_dwellings"),
            *plain("claimant", "provider"),
        ),
    ),
)

MEMBERS_OF_IT: tuple[Group, ...] = (
    Group(
        "person",
        Wording("الاسم والصفة", "Name and role"),
        "member",
        plain("role", "name.given", "name.father", "name.grandfather", "name.family", "sex"),
    ),
    Group(
        "papers",
        Wording("الهوية والجنسية", "Identity and nationality"),
        "member",
        (
            *plain("nationality", "id_kind"),
            field("national_id", unless("id_kind", "none")),
            field("id_valid_until", unless("id_kind", "none")),
        ),
    ),
    Group(
        "life",
        Wording("الميلاد والوفاة", "Birth and death"),
        "member",
        plain("birth_date", "birth_date_hijri", "birth_date_precision", "death_date"),
    ),
    Group(
        "kinship",
        Wording("الوالدان والإقامة", "Parents and residence"),
        "member",
        plain("father", "mother", "lives_in_dwelling"),
    ),
    Group(
        "marriage",
        Wording("الحالة الاجتماعية", "Marital status"),
        "member",
        (
            field("marital_status"),
            field("marital_status_since", unless("marital_status", "never_married")),
            field("spouses", unless("marital_status", "never_married")),
            *(
                field(f"marital_status_evidence.{name}", unless("marital_status", "never_married"))
                for name in ("kind", "number", "issued_on", "valid_until", "renewals")
            ),
            field("has_living_children", unless("age", MINOR)),
            field(
                "former_spouse_of_citizen",
                SAUDI,
                when("marital_status", "widowed", "divorced"),
                unless("nationality", "SA"),
            ),
        ),
    ),
    Group(
        "dependency",
        Wording("التبعية للعائل", "Dependency on the head"),
        "member",
        (
            field("dependency_confirmed", SAUDI, when("age", GROWN), unless("role", *_CLOSE)),
            field("successor", SAUDI, when("age", GROWN), unless("role", "head")),
        ),
    ),
    Group(
        "outside",
        Wording("أشخاص من خارج المسكن", "Persons outside the dwelling"),
        "outside",
        (
            *plain("name.given", "name.father", "name.grandfather", "name.family", "sex", "nationality"),
            *plain("status", "since"),
            field("until", unless("status", "deceased")),
            field("remarried", unless("status", "deceased", "unknown_identity")),
            *plain("evidence.kind", "evidence.number", "evidence.issued_on", "evidence.valid_until"),
            field("evidence.renewals"),
        ),
        Wording("لا يوجد من تُسجل بياناته خارج المسكن", "Nobody outside the dwelling matters to the file"),
    ),
)

MEANS: tuple[Group, ...] = (
    Group(
        "incomes",
        Wording("مصادر الدخل", "Incomes"),
        "income",
        (
            *plain("kind", "amount", "period"),
            field("times", when("period", "day", "week")),
            *plain("amount_between", "since", "until"),
            *plain("registered", "stable", "payer"),
            *plain("evidence.kind", "evidence.number", "evidence.issued_on", "evidence.valid_until"),
            field("evidence.renewals"),
        ),
        Wording("لا يوجد دخل", "No income"),
    ),
    Group("all_income", Wording("اكتمال الدخل", "Whether that is all"), "member", plain("incomes_complete")),
    Group(
        "assets",
        Wording("الأصول والممتلكات", "Property"),
        "asset",
        (
            *plain("kind", "value", "tenure", "liquidable"),
            field("area_feddan", when("kind", "land", "undivided_inheritance", "other")),
            field("heads", when("kind", "livestock")),
            *plain("for_trade", "since", "until"),
        ),
        Wording("لا توجد أصول", "No property"),
    ),
    Group(
        "standard_of_living",
        Wording("المركبات والعمالة والسجل التجاري", "Vehicles, workers and trade"),
        "household",
        (
            *plain("vehicles", "domestic_workers"),
            field("domestic_workers_for_disability", unless("domestic_workers", "0")),
            *plain("skilled_hired_workers", "unskilled_hired_workers", "commercial_register"),
            field("pmt_score", EGYPT),
        ),
    ),
    Group(
        "payee",
        Wording("مستلم المعاش", "The payee"),
        "household",
        (
            *plain("payee.ref", "payee.name", "payee.capacity"),
            field("payee.deed", unless("payee.capacity", "self", "mother")),
            field("payee.iban"),
        ),
    ),
    Group(
        "receipts",
        Wording("سجل الاستفادة من البرامج", "Support received"),
        "receipt",
        plain("programme", "category", "since", "until", "amount", "last_collected_on"),
        Wording("لم تستفد الأسرة من أي برنامج", "No support received"),
    ),
    Group(
        "requests",
        Wording("طلبات المساعدة", "Assistance asked for"),
        "request",
        plain("kind", "cause", "occurred_on", "amount"),
        Wording("لا توجد طلبات مساعدة", "Nothing asked for"),
    ),
)

LAYOUT: Mapping[Step, tuple[Group, ...]] = MappingProxyType(
    {Step.HOUSEHOLD: HOUSEHOLD, Step.MEMBERS: MEMBERS_OF_IT, Step.MEANS: MEANS, Step.CIRCUMSTANCES: CIRCUMSTANCES}
)
"""Every group of every step; the review shows them all and has none of its own."""

NOT_ENTERED = frozenset({("household", "office"), ("member", "ref"), ("outside", "ref")})
"""What nobody types: the office is that of the desk, and references are given by the program."""


def shown_facts() -> Iterator[tuple[Step, Group, Field]]:
    """Every field of every step, in order."""
    for step, groups in LAYOUT.items():
        for group in groups:
            for each in group.fields:
                yield step, group, each


_STEPS = {(group.entity, each.fact): step for step, group, each in shown_facts()}
_LISTS: dict[str, tuple[Step, Group]] = {
    group.entity: (step, group) for step, groups in LAYOUT.items() for group in groups
}


def step_of(slot: str) -> Step:
    """The step on which a slot, or a JSON Pointer of the file, is shown; the review for what has no place of its own.

    An object stands where its first fact does, a list where its items do.
    """
    found = spot(slot)
    if found is None:
        # A pointer into a list of references (`…/spouses/0`) points at the list.
        parent, _, name = slot.rpartition("/")
        if name.isdecimal():
            return step_of(parent)
        return Step.MEMBERS if slot in {MEMBERS, OUTSIDE} else Step.REVIEW
    entity, fact = found.entity, found.fact
    if fact is None:
        return _LISTS[entity.name][0] if entity.name not in {"household", "member"} else _FIRST[entity.name]
    if (entity.name, fact.name) in _STEPS:
        return _STEPS[entity.name, fact.name]
    for name in entity.lists.values():
        if vocabulary()[name].list_path == fact.path:
            return _LISTS[name][0]
    below = (
        step for (owner, name), step in _STEPS.items() if owner == entity.name and name.startswith(f"{fact.name}.")
    )
    return next(below, _FIRST.get(entity.name, Step.REVIEW))


_FIRST = {"household": Step.HOUSEHOLD, "member": Step.MEMBERS, "outside": Step.MEMBERS}


def group_of_list(entity: str) -> Group:
    """The group that shows the items of a list, by the name of their entity."""
    return _LISTS[entity][1]
