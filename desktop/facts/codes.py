"""Every code of the contract, in one place to import from.

TO ADD A CODE: add the value with both its labels to its class; the schema, the packs' vocabulary, the forms and
the Arrow layout take it from there. The contract changes only by addition, so no code is ever removed.
"""

from __future__ import annotations

from desktop.facts.assessment_codes import (
    AmountPeriod,
    AmountStatus,
    CategoryOutcome,
    Confidence,
    CriterionOutcome,
    Outcome,
)
from desktop.facts.code import Code
from desktop.facts.means_codes import (
    AssetKind,
    AssetTenure,
    Duty,
    IncomeKind,
    JudgmentKind,
    Period,
    RequestCause,
    RequestKind,
    Sector,
    WorkAbility,
    WorkExemption,
    WorkStatus,
)
from desktop.facts.person_codes import (
    ChronicIllness,
    CircumstanceKind,
    Country,
    DatePrecision,
    DisabilityDegree,
    DisabilityKind,
    DwellingProof,
    FamilyType,
    IdKind,
    IncapacityExtent,
    MaritalStatus,
    OutsideStatus,
    PayeeCapacity,
    Role,
    SchoolStage,
    Section,
    Sex,
    StayPurpose,
    Tenure,
)

__all__ = [
    "AmountPeriod",
    "AmountStatus",
    "AssetKind",
    "AssetTenure",
    "CategoryOutcome",
    "ChronicIllness",
    "CircumstanceKind",
    "Code",
    "Confidence",
    "Country",
    "CriterionOutcome",
    "DatePrecision",
    "DisabilityDegree",
    "DisabilityKind",
    "Duty",
    "DwellingProof",
    "FamilyType",
    "IdKind",
    "IncapacityExtent",
    "IncomeKind",
    "JudgmentKind",
    "MaritalStatus",
    "Outcome",
    "OutsideStatus",
    "PayeeCapacity",
    "Period",
    "RequestCause",
    "RequestKind",
    "Role",
    "SchoolStage",
    "Section",
    "Sector",
    "Sex",
    "StayPurpose",
    "Tenure",
    "WorkAbility",
    "WorkExemption",
    "WorkStatus",
]
