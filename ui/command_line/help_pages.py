"""Commands whose help is written by us, in the language spoken, and whose values stay the text that was typed."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from desktop.values.language import Language
from ui.command_line.speaking import Voice, both, said_in
from ui.command_line.wrong_usage import WrongUsage, named

_HELP = both("يعرض هذه الصفحة ويخرج.", "Show this page and exit.")
_USAGE = both("الاستعمال", "Usage")
_OPTIONS = both("الخيارات", "Options")
_ARGUMENTS = both("المعطيات", "Arguments")
_COMMANDS = both("الأوامر", "Commands")
_REQUIRED = both("مطلوب", "required")
_OPTIONS_SIGN = both("[خيارات]", "[OPTIONS]")
_COMMAND_SIGN = both("أمر…", "COMMAND…")

_WIDEST = 100


class _AsWritten:
    """Hands a value on as it was typed.

    Typer's own conversion imports pydantic, half a second before the first word; our options are texts and switches,
    and what is more is read by `options`, with a sentence of ours where it does not fit.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002  # Typer's signature
        return () if value is None and (param.multiple or param.nargs == -1) else value


_AS_WRITTEN = _AsWritten()


class DeskCommand(TyperCommand):
    """A command of `yusr`."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, their values left as written."""
        return _left_as_written(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return "\n".join(_page(self, ctx))


class DeskGroup(TyperGroup):
    """A command of commands.

    `MODULES` names the module of each command, relative to this package; only that of the chosen command is
    imported, since the start of a command that needs no database must not wait for those that do.
    """

    MODULES: ClassVar[dict[str, str]] = {}

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, their values left as written."""
        return _left_as_written(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return "\n".join(_page(self, ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of the commands, in the order of the help page."""
        return [*self.MODULES, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, imported now."""
        if cmd_name not in self.MODULES:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"ui.command_line.{self.MODULES[cmd_name]}")
        book: typer.Typer = module.commands
        return typer.main.get_group(book).commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first argument names."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            raise WrongUsage("command_line.no_such_command", name=args[0], help=f"{ctx.command_path} --help")
        return super().resolve_command(ctx, args)


def _left_as_written(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        parameter._runtime_param = _AS_WRITTEN
        if parameter.name == "help":
            parameter.callback = _tell_help
    return parameters


def _tell_help(context: typer.Context, _parameter: Any, asked: bool) -> None:
    if asked:
        voice: Voice = context.find_root().obj
        voice.tell(context.get_help())
        raise typer.Exit


def _page(command: Any, context: Any) -> Iterator[str]:
    voice: Voice = context.find_root().obj
    language = voice.language
    group = isinstance(command, TyperGroup)
    parameters = command.get_params(context)
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    pieces = [context.command_path, said_in(_OPTIONS_SIGN, language), *map(_placeholder, arguments)]
    yield f"{said_in(_USAGE, language)}: {' '.join([*pieces, said_in(_COMMAND_SIGN, language)] if group else pieces)}"
    yield ""
    yield from _wrapped(said_in(command.help or "", language), "")
    if arguments:
        yield from _section(_ARGUMENTS, [(_placeholder(each), each) for each in arguments], language)
    options = [each for each in parameters if each.param_type_name == "option" and not each.hidden]
    yield from _section(_OPTIONS, [(_spelling(each), each) for each in options], language)
    if group:
        yield from ("", f"{said_in(_COMMANDS, language)}:")
        for name in command.list_commands(context):
            about = said_in(command.get_command(context, name).help or "", language)
            yield from _entry(name, about.split("\n", 1)[0], language)
    if command.epilog:
        yield ""
        yield from _wrapped(said_in(command.epilog, language), "")


def _section(title: str, rows: Sequence[tuple[str, Any]], language: Language) -> Iterator[str]:
    yield from ("", f"{said_in(title, language)}:")
    for spelling, parameter in rows:
        text = said_in(_HELP if parameter.name == "help" else parameter.help or "", language)
        if parameter.required and parameter.param_type_name == "option":
            text = f"{text} ({said_in(_REQUIRED, language)})"
        yield from _entry(spelling, text, language)


def _entry(head: str, text: str, language: Language) -> Iterator[str]:
    # Columns of two directions cannot be aligned in a terminal, so an Arabic text stands under its Latin head.
    if language is Language.ENGLISH and len(head) <= 22:
        lines = list(_wrapped(text, " " * 26))
        yield f"  {head:<24}{lines[0].strip() if lines else ''}"
        yield from lines[1:]
    else:
        yield f"  {head}"
        yield from _wrapped(text, "      ")


def _wrapped(text: str, margin: str) -> Iterator[str]:
    width = min(_WIDEST, max(60, shutil.get_terminal_size((_WIDEST, 24)).columns))
    for paragraph in text.split("\n"):
        yield from textwrap.wrap(
            paragraph, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False,
            break_on_hyphens=False,
        ) or [""]  # fmt: skip


def _placeholder(argument: Any) -> str:
    name = named(argument) + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _spelling(option: Any) -> str:
    spelled = ", ".join(option.opts)
    return spelled if option.is_flag else f"{spelled} {option.metavar or option.name.upper()}"
