"""Settings of the own office, by key: the letterhead, how names are folded, the one-person exception."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import Setting


def setting(desk: Desk, *, key: str, default: Any = None) -> Any:
    """The value of a setting, `default` where the office never set it."""
    row = _row(desk, key)
    return default if row is None else row.value


@requires(Permission.CHANGE_SETTINGS)
def change_setting(desk: Desk, *, key: str, value: Any) -> Saved[Any]:
    """Set a setting to any JSON value; the audit keeps what it was."""
    row = _row(desk, key)
    if row is None:
        desk.session.add(Setting(office=desk.office, key=key, value=value))
    else:
        row.value = value
    desk.session.flush()
    return Saved(value, Changes(kinds=frozenset({"settings"})))


def _row(desk: Desk, key: str) -> Setting | None:
    return desk.session.scalars(select(Setting).where(Setting.office == desk.office, Setting.key == key)).one_or_none()
