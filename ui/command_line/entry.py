"""Where the command `yusr` begins and ends: its streams, its exit status, and no traceback whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from desktop.values.errors import OfficeError, Unreachable
from ui import crash_log
from ui.command_line import wrong_usage
from ui.command_line.app import app
from ui.command_line.speaking import Voice

ANSWERED, REFUSED, WRONGLY_USED, OUT_OF_REACH = 0, 1, 2, 3
STOPPED_BY_HAND = 130
"""What shells expect of a program ended by Ctrl-C."""


def main() -> None:
    """The entry point of the console script."""
    sys.exit(run(sys.argv[1:], Voice.of_this_process()))


def run(arguments: Sequence[str], voice: Voice) -> int:
    """One command from its arguments to its exit status; every error is told through `voice`."""
    try:
        status = _invoked(arguments, voice)
        voice.out.flush()
    except OfficeError as error:
        voice.refuse(error)
        return _status_of(error)
    except BrokenPipeError:
        # Whoever closed the pipe (`| head`) has read all that they wanted. Python would complain once more at exit.
        _let_go_of(voice)
        return ANSWERED
    except OSError as error:
        voice.refuse(_told(error))
        return OUT_OF_REACH
    except (KeyboardInterrupt, typer.Abort):
        voice.note(voice.say("أُوقف العمل.", "Stopped."))
        return STOPPED_BY_HAND
    except Exception as error:
        kept = crash_log.keep(error)
        voice.refuse(
            OfficeError("command_line.crashed", log=str(kept))
            if kept is not None
            else OfficeError("command_line.crashed_without_log", kind=type(error).__name__)
        )
        return REFUSED
    return status


def _invoked(arguments: Sequence[str], voice: Voice) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("yusr", list(arguments), obj=voice) as context:
            answer = command.invoke(context)
            return answer if isinstance(answer, int) else ANSWERED
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        raise wrong_usage.told(error) from error


def _status_of(error: OfficeError) -> int:
    match error:
        case wrong_usage.WrongUsage():
            return WRONGLY_USED
        case Unreachable():
            return OUT_OF_REACH
        case _:
            return REFUSED


def _told(error: OSError) -> Unreachable:
    place = error.filename if isinstance(error.filename, str) else "-"
    return Unreachable("command_line.out_of_reach", place=place, reason=error.strerror or type(error).__name__)


def _let_go_of(voice: Voice) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, voice.out.fileno())
    os.close(nowhere)
