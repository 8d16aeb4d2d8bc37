"""What the supposed income reads of an office, on a lane: who may be supposed, under which programmes, the months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.values.errors import OfficeError
from desktop.values.language import Language
from ui.screens.casework.reading import shipped

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.casework.better_off import BetterOffAnswer, Job, MonthlyProgramme
    from desktop.facts.household_file import HouseholdFile
    from desktop.office.desk import Desk
    from ui.background.lanes import Task


@dataclass(frozen=True, slots=True)
class Supposable:
    """Of whom an income may be supposed.

    Args:
        file_number: of the file.
        head_name: of the household.
        file: as it stands today.
        programmes: that pay by the month and whose law today is.
        today: the office's day.
    """

    file_number: str
    head_name: str
    file: HouseholdFile
    programmes: tuple[MonthlyProgramme, ...]
    today: date


def read_supposable(desk: Desk, *, file_number: str) -> Supposable:
    """A file and what may be supposed of it; OfficeError `registry.unknown_file`."""
    from desktop.casework.better_off import monthly_programmes
    from desktop.registry.queries import open_file

    opened = open_file(desk, file_number)
    return Supposable(
        opened.file_number,
        opened.summary.head_name,
        opened.file,
        monthly_programmes(shipped(), opened.file, desk.today),
        desk.today,
    )


def read_months(office: OpenOffice, *, file_number: str, programme: str, job: Job, task: Task) -> BetterOffAnswer:
    """The months with the income; ends where the task is cancelled.

    Raises:
        OfficeError: as of `casework.better_off.suppose_job` and `suppose_job_under_all`.
    """
    from desktop.casework.better_off import ALL, suppose_job, suppose_job_under_all
    from desktop.database.interrupting import Stop

    stop = Stop()
    task.on_cancel(stop.request)
    try:
        with office.desk(reading=True, stop=stop) as desk:
            asked = suppose_job_under_all if programme == ALL else partial(suppose_job, programme=programme)
            return asked(desk, file_number=file_number, job=job, catalogue=shipped(), stop=lambda: task.cancelled)
    except OfficeError as error:
        # The sentences stand in a file: it is read here, so that telling them on the main thread reads none.
        error.sentence(Language.ENGLISH)
        raise
