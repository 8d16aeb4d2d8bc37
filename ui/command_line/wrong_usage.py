"""What was typed wrongly, told as the office tells everything: one sentence in the reader's language, exit status 2."""

from __future__ import annotations

from typing import Any

import typer

from desktop.values.errors import OfficeError


class WrongUsage(OfficeError):  # noqa: N818  # read as what happened, like its siblings
    """The command was not written as it has to be; nothing was begun."""


def told(error: typer.TyperException) -> OfficeError:
    """A fault that Typer found, in our words.

    Told by the class's name: the classes themselves lie in a part of Typer that it keeps for itself.
    """
    context: Any = getattr(error, "ctx", None)
    help_page = f"{context.command_path if context is not None else 'yusr'} --help"
    parameter: Any = getattr(error, "param", None)
    option: Any = getattr(error, "option_name", None)
    match type(error).__name__:
        case "MissingParameter":
            return WrongUsage("command_line.missing_argument", name=named(parameter), help=help_page)
        case "NoSuchOption":
            return WrongUsage("command_line.no_such_option", name=option, help=help_page)
        case "BadOptionUsage":
            return WrongUsage("command_line.option_without_value", name=option, help=help_page)
        case _ if "extra argument" in error.message:
            return WrongUsage("command_line.too_many_arguments", help=help_page)
        case _ if error.message.startswith("Missing command"):
            return WrongUsage("command_line.missing_command", help=help_page)
        case _:
            return WrongUsage("command_line.wrong_usage", detail=error.format_message(), help=help_page)


def named(parameter: Any) -> str:
    """What a parameter is called where it is typed: `--on`, or the placeholder of an argument."""
    if parameter is None:
        return "?"
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper())
