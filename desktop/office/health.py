"""The office's own check-up: what may stop work tomorrow, each finding with what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Engine, MetaData, make_url, select, text
from sqlalchemy.exc import ArgumentError

from desktop.database import sqlite_triggers, upgrade
from desktop.database.audit import AuditHead
from desktop.database.base import is_audited
from desktop.database.engine import is_sqlite, open_engine
from desktop.database.session import unit_of_work
from desktop.office.audit import verdict
from desktop.office.desk import database_clock
from desktop.office.records import Office
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording

ENOUGH_BYTES = 500 * 1024 * 1024
"""Free disk under which a desk should not begin a day: a backup and a day's papers of a large office."""

TOLERABLE_SKEW_SECONDS = 120
"""A desk's clock may differ so much from the database's; beyond it, shown times confuse though decided dates do not."""

_AUDIT_TRIGGERS = text(
    "SELECT relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE tgname = 'yusr_audit' AND tgenabled <> 'D'"
)
_WALLED_TABLES = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")

FONT_PACKAGES = ("fontpkg_ibm_plex_sans_arabic", "fontpkg_amiri")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `subject` is its stable name, `said` what was found and, where it is bad, what to do."""

    subject: str
    ok: bool
    said: Wording


def examine(url: str, metadata: MetaData, *, password: str | None = None) -> tuple[Finding, ...]:
    """Look at the machine, then at the database; never raises for what it finds.

    Args:
        url: the database's address.
        metadata: the tables that should be there.
        password: on PostgreSQL, of the role in the address.
    """
    return (*_machine(url), *_database(url, metadata, password))


def _machine(url: str) -> Iterator[Finding]:
    yield Finding(
        "python",
        sys.version_info >= (3, 11),
        Wording(
            f"بايثون {platform.python_version()}؛ المطلوب 3.11 فأحدث.",
            f"Python {platform.python_version()}; 3.11 or newer is needed.",
        ),
    )
    missing = [name for name in FONT_PACKAGES if find_spec(name) is None]
    yield Finding(
        "fonts",
        not missing,
        Wording("الخطوط العربية موجودة.", "The Arabic fonts are there.")
        if not missing
        else Wording(
            f"تنقص الخطوط {'، '.join(missing)}؛ أعد تثبيت البرنامج.",
            f"The fonts {', '.join(missing)} are missing; install the program again.",
        ),
    )
    folder = _folder(url)
    if folder is None:
        return
    writable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    yield Finding(
        "folder",
        writable,
        Wording(f"يمكن الكتابة في {folder}.", f"{folder} can be written to.")
        if writable
        else Wording(
            f"لا تمكن الكتابة في {folder}؛ أنشئه أو اطلب صلاحية الكتابة.",
            f"{folder} cannot be written to; make it or ask for permission.",
        ),
    )
    if folder.is_dir():
        free = shutil.disk_usage(folder).free
        size = free // (1024 * 1024)
        yield Finding(
            "disk",
            free >= ENOUGH_BYTES,
            Wording(f"المتاح على القرص {size} ميغابايت.", f"{size} MB of disk are free.")
            if free >= ENOUGH_BYTES
            else Wording(
                f"المتاح على القرص {size} ميغابايت فقط؛ أفرغ مساحة.", f"Only {size} MB of disk are free; make space."
            ),
        )


def _folder(url: str) -> Path | None:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # told by the database's own finding
        return None
    return Path(parsed.database).parent if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _database(url: str, metadata: MetaData, password: str | None) -> Iterator[Finding]:
    try:
        engine = open_engine(url, password=password)
    except OfficeError as error:
        yield _refused("database", error)
        return
    try:
        yield from _open_database(engine, metadata)
    except OfficeError as error:
        yield _refused("database", error)
    finally:
        engine.dispose()


def _open_database(engine: Engine, metadata: MetaData) -> Iterator[Finding]:
    upgrade.current_version(engine)
    yield Finding("database", True, Wording("قاعدة البيانات تجيب.", "The database answers."))
    try:
        upgrade.check_version(engine)
    except OfficeError as error:
        yield _refused("version", error)
        return
    newest = upgrade.newest_version()
    yield Finding("version", True, Wording(f"إصدار قاعدة البيانات {newest}.", f"The database is at version {newest}."))
    yield from _integrity(engine)
    yield _walls(engine, metadata)
    with unit_of_work(engine, reading=True) as session:
        skew = abs((database_clock(session) - datetime.now(UTC)).total_seconds())
        yield Finding(
            "clock",
            skew <= TOLERABLE_SKEW_SECONDS,
            Wording("ساعة الجهاز توافق ساعة قاعدة البيانات.", "This machine's clock agrees with the database's.")
            if skew <= TOLERABLE_SKEW_SECONDS
            else Wording(
                f"تختلف ساعة الجهاز عن ساعة قاعدة البيانات {skew:.0f} ثانية؛ اضبطها.",
                f"This machine's clock differs from the database's by {skew:.0f} seconds; set it.",
            ),
        )
        offices = session.scalars(select(AuditHead.office).order_by(AuditHead.office)).all()
        if not offices and session.scalars(select(Office.office)).first() is not None:
            yield Finding(
                "audit",
                True,
                Wording(
                    "يتحقق من سجل التدقيق المشرف أو المدقق.", "The audit is verified by a supervisor or an auditor."
                ),
            )
        for office in offices:
            found = verdict(session, office)
            yield Finding(
                "audit",
                found.bad is None,
                Wording(
                    f"سجل التدقيق لمكتب {office} سليم ({found.verified}).",
                    f"The audit of {office} holds ({found.verified}).",
                )
                if found.bad is None
                else Wording(
                    f"سجل التدقيق لمكتب {office} لا يصح عند القيد {found.bad.number}؛ أبلغ المدقق.",
                    f"The audit of {office} does not hold at entry {found.bad.number}; tell the auditor.",
                ),
            )


def _integrity(engine: Engine) -> Iterator[Finding]:
    if not is_sqlite(engine):
        return
    with engine.connect() as connection:
        told = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    sound = told == ["ok"] and not loose
    yield Finding(
        "integrity",
        sound,
        Wording("ملف قاعدة البيانات سليم.", "The database file is sound.")
        if sound
        else Wording(
            "ملف قاعدة البيانات تالف؛ استعد آخر نسخة احتياطية بالأمر yusr restore.",
            "The database file is damaged; bring back the last backup with yusr restore.",
        ),
    )


def _walls(engine: Engine, metadata: MetaData) -> Finding:
    audited = {table.name for table in metadata.sorted_tables if is_audited(table)}
    with engine.connect() as connection:
        if is_sqlite(engine):
            stand = sqlite_triggers.standing(connection) == sqlite_triggers.triggers(metadata)
        else:
            audited_now = set(connection.scalars(_AUDIT_TRIGGERS))
            walled = set(connection.scalars(_WALLED_TABLES))
            stand = audited <= audited_now and set(metadata.tables) <= walled
    return Finding(
        "walls",
        stand,
        Wording("سياسات الوصول ومشغلات التدقيق في مكانها.", "Policies and audit triggers stand.")
        if stand
        else Wording(
            "تغيّرت سياسات الوصول أو مشغلات التدقيق؛ أعدها بالأمر yusr init.",
            "Policies or audit triggers were changed; put them back with yusr init.",
        ),
    )


def _refused(subject: str, error: OfficeError) -> Finding:
    return Finding(subject, False, Wording(error.sentence(Language.ARABIC), error.sentence(Language.ENGLISH)))
