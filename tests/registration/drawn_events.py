"""What may be typed, where, and what a registry may answer: drawn by the wizard's state machine."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.facts.describe import Kind
from desktop.facts.vocabulary import vocabulary
from desktop.values.errors import Faults, OfficeError, Unreachable
from ui.screens.registry.registration.fields import NOT_ENTERED

LISTS = [
    (entity.name, fact)
    for entity in vocabulary().values()
    for fact in entity.properties.values()
    if fact.kind is Kind.LIST
]
FACTS = [
    fact
    for entity in vocabulary().values()
    for fact in entity.properties.values()
    if fact.kind not in {Kind.LIST, Kind.OBJECT} and (entity.name, fact.name) not in NOT_ENTERED
]
OBJECTS = [fact for entity in vocabulary().values() for fact in entity.properties.values() if fact.kind is Kind.OBJECT]
WRITTEN = st.one_of(
    st.sampled_from(
        (
            *(
                "",
                "",
                " ",
                "1",
                "٣",
                "true",
                "false",
                "m1",
                "m2",
                "o3",
                "none",
                "head",
                "male",
                "female",
                "SA",
                "married",
            ),
            *("1405", "١٤٠٥/٣/١٢", "2012-09-01", "2300-01-01", "1405-13-40", "1000000008", "0500000001", "480.5", "-1"),
            *("\ud83d", "\x00", "\u2067خ", "9" * 30),
        )
    ),
    st.text(max_size=5),
)
ERRORS: list[OfficeError] = [
    Faults("registry.file_contradicts", (), count=0),
    Faults("registry.people_registered", (OfficeError("facts.no_head", pointer="/members"),), count=1),
    Faults(
        "registry.people_registered",
        (OfficeError("registry.already_registered", pointer="/members/4/national_id", ref="m9", file_number="Q"),),
        count=1,
    ),
    OfficeError("registry.reason_missing"),
    Unreachable("ui.folder_not_writable", folder="x", reason="y"),
]
