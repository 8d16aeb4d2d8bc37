"""What the roles of staff are called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop.database.policy import StaffRole
from desktop.values.language import Wording

ROLE_NAMES: Final[Mapping[StaffRole, Wording]] = MappingProxyType(
    {
        StaffRole.RESEARCHER: Wording("الباحث الاجتماعي", "social researcher"),
        StaffRole.SUPERVISOR: Wording("المشرف", "supervisor"),
        StaffRole.ADMINISTRATOR: Wording("مدير النظام", "administrator"),
        StaffRole.AUDITOR: Wording("المدقق", "auditor"),
        StaffRole.EMPOWERMENT: Wording("أخصائي التمكين", "empowerment specialist"),
    }
)
