"""`yusr courses`, `yusr enrol`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.command_line import options
from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer

commands = typer.Typer()


@commands.command(
    "courses",
    cls=DeskCommand,
    help=both("يسرد الدورات التدريبية ومقاعدها وشروطها.", "List the training offers, their seats and conditions."),
)
def courses(
    context: typer.Context,
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """The courses of the own office, the soonest first."""
    from desktop.empowerment import queries
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk(reading=True) as desk:
        offered = queries.courses(desk)
    if as_json:
        voice.document(json.dumps([_course(each) for each in offered], ensure_ascii=False, indent=1).encode())
        return
    for course in offered:
        voice.headline(f"{course.code}: {voice.word(course.title)}")
        voice.tell(
            voice.say(
                f"  من {course.starts_on} إلى {course.ends_on}، {course.provider.ar}، {course.place.ar}",
                f"  {course.starts_on} to {course.ends_on}, {course.provider.en}, {course.place.en}",
            )
        )
        voice.tell(
            voice.say(
                f"  {course.state.label.ar}، المقاعد الباقية {course.seats_left} من {course.seats}، "
                f"في الانتظار {course.waiting}",
                f"  {course.state.label.en}, {course.seats_left} of {course.seats} seats left, "
                f"{course.waiting} waiting",
            )
        )
        for condition in course.asks:
            voice.tell(f"  - {voice.word(condition)}")
    if not offered:
        voice.note(voice.say("لا توجد دورات في هذا المكتب الآن.", "This office offers no courses at present."))


@commands.command(
    "enrol",
    cls=DeskCommand,
    help=both(
        "يسجل فردًا من أسرة في دورة: في مقعد إن بقي، وإلا ففي قائمة الانتظار.",
        "Enrol a member of a household in a course: in a seat while there is one, else on the waiting list.",
    ),
)
def enrol(
    context: typer.Context,
    file_number: options.FileNumber,
    member: Annotated[
        str, typer.Argument(metavar="MEMBER", help=both("رمز الفرد في الملف.", "The member's reference in the file."))
    ],
    course: Annotated[str, typer.Argument(metavar="COURSE", help=both("رمز الدورة.", "The code of the course."))],
    as_json: options.AsJson = False,
    database: options.Database = None,
    staff: options.As = None,
    password_fd: options.PasswordFd = None,
) -> None:
    """Refused, with the reasons, where a condition of the course is not met."""
    from desktop.empowerment import service as empowerment
    from ui.command_line.signing_in import Access, signed_in

    voice: Voice = context.obj
    with signed_in(voice, Access(database, staff, password_fd)) as office, office.desk() as desk:
        enrolled = empowerment.enrol(desk, file_number=file_number, member=member, course_code=course).answer
    if as_json:
        voice.document(json.dumps(_enrolment(enrolled), ensure_ascii=False, indent=1).encode())
        return
    where = (
        voice.say(f"المقعد {enrolled.seat}", f"seat {enrolled.seat}")
        if enrolled.seat is not None
        else voice.say(
            f"قائمة الانتظار، الترتيب {enrolled.waiting_position}", f"waiting list, place {enrolled.waiting_position}"
        )
    )
    voice.headline(f"{enrolled.person.name}: {voice.word(enrolled.course.title)}")
    voice.tell(where)


def _course(course: CourseAnswer) -> dict[str, Any]:
    return {
        "code": course.code,
        "title": {"ar": course.title.ar, "en": course.title.en},
        "track": course.track.value,
        "provider": {"ar": course.provider.ar, "en": course.provider.en},
        "place": {"ar": course.place.ar, "en": course.place.en},
        "starts_on": course.starts_on.isoformat(),
        "ends_on": course.ends_on.isoformat(),
        "seats": course.seats,
        "seats_left": course.seats_left,
        "waiting": course.waiting,
        "section": course.audience.value,
        "conditions": [{"ar": each.ar, "en": each.en} for each in course.asks],
        "state": course.state.value,
    }


def _enrolment(enrolment: EnrolmentAnswer) -> dict[str, Any]:
    return {
        "file_number": enrolment.file_number,
        "member": enrolment.person.ref,
        "name": enrolment.person.name,
        "course": enrolment.course.code,
        "state": enrolment.state.value,
        "seat": enrolment.seat,
        "waiting_position": enrolment.waiting_position,
    }
