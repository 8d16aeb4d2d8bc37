"""Known errors: what a person did or the world did, said in one sentence with what to do next.

Anything that is not an `OfficeError` is a fault of the program and goes to the crash log, never to a sentence.

TO ADD AN ERROR: raise `OfficeError("<room>.<what_happened>", detail=…)` and put its sentence in both languages into
`resources/messages/<room>.yaml`; a test holds the two together.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from desktop.values.language import Language, Wording


class OfficeError(Exception):
    """A request that cannot be done as asked.

    Args:
        key: `<room>.<what_happened>`, the place of its sentence in `resources/messages/<room>.yaml`.
        pointer: JSON Pointer of the fact at fault in a household file, where there is one.
        details: what the sentence names; values are shown as they are.
    """

    def __init__(self, key: str, *, pointer: str | None = None, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.pointer = pointer
        self.details = details

    def sentence(self, language: Language) -> str:
        """What happened and what to do, in one sentence of `language`."""
        pattern = _sentences(self.key.split(".", 1)[0])[self.key.split(".", 1)[1]]
        return pattern.said_in(language).format_map(_Spoken(self.details, language))

    def __str__(self) -> str:
        """The English sentence, for logs."""
        return self.sentence(Language.ENGLISH)


def read_sentences() -> None:
    """Read every sentence there is, so that telling an error later reads no file; for programs that must not wait."""
    for messages in files("resources").joinpath("messages").iterdir():
        _sentences(messages.name.removesuffix(".yaml"))


class Faults(OfficeError):  # noqa: N818  # the office's own word for what a file may have several of
    """Several faults of one request, reported together so that nobody mends a file one error at a time."""

    def __init__(
        self, key: str, faults: tuple[OfficeError, ...], *, pointer: str | None = None, **details: object
    ) -> None:
        super().__init__(key, pointer=pointer, **details)
        self.faults = faults


class StaleFile(OfficeError):  # noqa: N818  # the plan's name, read as a state of the file
    """The file was changed by a colleague after this form was opened; nothing was overwritten."""


class Unreachable(OfficeError):  # noqa: N818  # the plan's name, read as a state of the world
    """The database, a file or a folder could not be reached or written; the request itself may be sound."""


class _Spoken(dict[str, object]):
    """Details whose wordings are put in the sentence's own language."""

    def __init__(self, details: dict[str, object], language: Language) -> None:
        super().__init__(details)
        self._language = language

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return value.said_in(self._language) if isinstance(value, Wording) else value


@cache
def _sentences(room: str) -> dict[str, Wording]:
    # Imported late: YAML costs tens of milliseconds and most runs have no error to tell.
    import msgspec.yaml

    text = files("resources").joinpath("messages", f"{room}.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Wording])
