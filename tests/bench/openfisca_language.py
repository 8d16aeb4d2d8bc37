"""How a law is put to OpenFisca-Core here: its two entities, its codes, and variables declared in the fewest words.

A variable of OpenFisca is a class; `given` and `formula` make that class, and hand it to the law through `DECLARED`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import ETERNITY, MONTH
from openfisca_core.variables import Variable

PERSON: Any = build_entity(key="person", plural="persons", label="member", is_person=True)
HOUSEHOLD: Any = build_entity(
    key="household",
    plural="households",
    label="household",
    roles=[{"key": "head", "plural": "heads", "max": 1}, {"key": "dependant", "plural": "dependants"}],
)
DECLARED: dict[str, Any] = {}
"""Every variable by its name."""

NEVER = date(2999, 12, 31)
"""Stands where nothing has ended: OpenFisca has a date for everybody."""


def _codes(name: str, *codes: str) -> Any:
    return Enum(name, [(code, code) for code in codes])


ID_KIND = _codes("IdKind", "other", "iqama", "mobility_card")
MARITAL_STATUS = _codes("MaritalStatus", "never_married", "married", "divorced", "widowed")
PARENT_STATUS = _codes("ParentStatus", "other", "deceased", "unknown_identity")
CUSTODY_HOLDER = _codes("CustodyHolder", "unstated", "in_household", "elsewhere")
NEARER_SCHOOL = _codes("NearerSchool", "unstated", "yes", "no")
DISABILITY = _codes("Disability", "none", "mild", "moderate", "severe")
ABILITY = _codes("Ability", "unstated", "able", "rehabilitable", "not_rehabilitable")
EXEMPT_REASON = _codes("ExemptReason", "unstated", "carer", "student", "health", "fund_conditions", "social")
PROOF = _codes("Proof", "none", "ejar_lease", "title_deed", "government_certificate")

DUTIES = (
    "job_search",
    "accept_offer",
    "work_plan",
    "rehabilitation_plan",
    "business_disclosure",
    "schooling",
    "vaccination",
    "annual_check",
)
INCOMES = (
    "salary",
    "registered_business",
    "unregistered_business",
    "rent",
    "retirement_pension",
    "insurance_pension",
    "government_support",
    "citizen_account",
    "reef",
    "student_stipend",
    "disability_aid",
    "supporting_programme",
    "charity_cash",
    "charity_in_kind",
    "maintenance",
    "remittance",
    "investment_return",
    "other",
)
ASSETS = (
    "primary_home",
    "real_estate",
    "land",
    "shop",
    "equipment",
    "car",
    "tractor",
    "truck",
    "taxi",
    "livestock",
    "securities",
    "cash",
    "undivided_inheritance",
    "other",
)


def given(entity: Any, kind: Any, *names: str, default: Any = None, forever: bool = False) -> None:
    """Declares inputs of one kind: `bool`, `int`, `float`, `date` or codes."""
    for name in names:
        declared = {
            "value_type": kind,
            "entity": entity,
            "definition_period": ETERNITY if forever else MONTH,
            "label": name.replace("_", " "),
        }
        if isinstance(kind, type) and issubclass(kind, Enum):
            declared |= {"value_type": Enum, "possible_values": kind, "default_value": next(iter(kind))}
        elif default is not None:
            declared["default_value"] = default
        DECLARED[name] = type(name, (Variable,), declared)


def formula(entity: Any, kind: type = bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares a variable by the function that reckons it; it bears the function's name."""

    def declare(reckoned: Callable[..., Any]) -> Callable[..., Any]:
        name = reckoned.__name__
        DECLARED[name] = type(
            name,
            (Variable,),
            {
                "value_type": kind,
                "entity": entity,
                "definition_period": MONTH,
                "label": (reckoned.__doc__ or name).strip(),
                "formula": reckoned,
            },
        )
        return reckoned

    return declare


def day_of(period: Any) -> np.datetime64:
    """The day of decision: the first of the month."""
    return np.datetime64(period.start.date, "D")


def days_since(days: np.ndarray, period: Any) -> np.ndarray:
    """Days from each day to the day of decision."""
    return (day_of(period) - days).astype(np.int64)


def whole_years(births: np.ndarray, period: Any) -> np.ndarray:
    """Gregorian years completed by the day of decision; a month too short completes on its last day."""
    today = day_of(period)
    this_month = today.astype("datetime64[M]")
    day = int((today - this_month.astype("datetime64[D]")).astype(int)) + 1
    length = int(((this_month + 1).astype("datetime64[D]") - this_month.astype("datetime64[D]")).astype(int))
    months = births.astype("datetime64[M]")
    born_on = (births - months.astype("datetime64[D]")).astype(np.int64) + 1
    completed = (this_month - months).astype(np.int64) - (day < np.minimum(born_on, length))
    return np.asarray(completed // 12)
