"""`yusr schema`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from ui.command_line.help_pages import DeskCommand
from ui.command_line.speaking import Voice, both
from ui.command_line.wrong_usage import WrongUsage

commands = typer.Typer()


@commands.command(
    "schema",
    cls=DeskCommand,
    help=both(
        "يكتب مخطط JSON لملف الأسرة أو لنتيجة الدراسة، كما تصنعه أنواع البرنامج نفسها.",
        "Write the JSON schema of a household file or of an assessment, made from the program's own types.",
    ),
)
def schema(
    context: typer.Context,
    which: Annotated[
        str,
        typer.Argument(
            metavar="household|assessment",
            help=both("أيّ المخططين: household أو assessment.", "Which schema: household or assessment."),
        ),
    ],
) -> None:
    """The schema, as one JSON document."""
    from desktop.facts.schema import assessment_schema, household_schema

    schemas = {"household": household_schema, "assessment": assessment_schema}
    if which not in schemas:
        raise WrongUsage("command_line.no_such_schema", name=which)
    voice: Voice = context.obj
    voice.document(json.dumps(schemas[which](), ensure_ascii=False, indent=1).encode())
