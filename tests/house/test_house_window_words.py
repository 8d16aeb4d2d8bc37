"""The window's words are translated, whole, and put together in one sentence at a time."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT, python, tree

_WINDOW = [path for path in python("ui") if path.parts[1] in {"parts", "shell", "screens", "language", "theme"}]
_CATALOGUES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
_SETTERS = {
    "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "addItem", "setTitle", "setHeaderData", "addTab", "setTabText", "addAction", "addMenu",
}  # fmt: skip
_MAKERS = {"QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "Text"}
_SAID_AS_THEY_ARE = {"Ctrl K", "Ctrl+K", "العربية", "English", "٠١٢٣٤٥٦٧٨٩", "0123456789"}
"""Names of keys, of languages in themselves, and of digits."""

_LETTER = re.compile(r"[A-Za-zء-ي]{2,}")
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%L?\d")


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _translates(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node) in {"tr", "translate"}


def test_no_text_reaches_a_widget_without_being_translated() -> None:
    found = []
    for path in _WINDOW:
        for call in _calls(path):
            if _name(call) not in _SETTERS | _MAKERS:
                continue
            for argument in call.args:
                if (
                    isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and _LETTER.search(argument.value)
                    and argument.value not in _SAID_AS_THEY_ARE
                    # What a part of ours is called in the style sheet.
                    and not (_name(call) == "Text" and argument is call.args[0])
                ):
                    found.append(f"{path}:{call.lineno} {argument.value!r}")
    assert found == []


def test_what_is_translated_is_written_out_and_neither_built_nor_taken_from_elsewhere() -> None:
    found = []
    for path in _WINDOW:
        for call in _calls(path):
            if _name(call) == "tr" and not (call.args and isinstance(call.args[0], ast.Constant)):
                found.append(f"{path}:{call.lineno}")
    assert found == []


def test_no_sentence_is_put_together_from_translated_pieces() -> None:
    found = []
    for path in _WINDOW:
        for node in ast.walk(tree(path)):
            pieces: list[ast.AST] = []
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                pieces = [node.left, node.right]
            elif isinstance(node, ast.JoinedStr):
                pieces = [value.value for value in node.values if isinstance(value, ast.FormattedValue)]
            if any(_translates(piece) for piece in pieces):
                found.append(f"{path}:{node.lineno}")  # type: ignore[attr-defined]
    assert found == []


def test_a_context_is_one_class_of_the_window() -> None:
    classes = Counter(
        node.name
        for path in _WINDOW
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and any(_translates(part) for part in ast.walk(node))
    )
    assert [name for name, count in classes.items() if count > 1] == []


def _messages(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for message in ElementTree.parse(path).iter("message"):
        yield message.findtext("source", ""), message


@pytest.mark.parametrize("path", _CATALOGUES, ids=lambda path: path.name)
def test_a_catalogue_is_whole_and_keeps_every_place_of_a_value(path: Path) -> None:
    wrong = []
    for source, message in _messages(path):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if translation.get("type") or not all(form.strip() for form in forms):
            wrong.append(f"not translated: {source}")
        places = Counter(_PLACEHOLDER.findall(source)) - Counter(["%n"])
        # Of nothing one may say so without a number: the first form of several.
        for form in forms[1:] if len(forms) > 2 else forms:
            if Counter(_PLACEHOLDER.findall(form)) - Counter(["%n"]) != places:
                wrong.append(f"places differ: {source} / {form}")
    assert wrong == []


@pytest.mark.parametrize(
    "path", [each for each in _CATALOGUES if each.name.endswith("_ar.ts")], ids=lambda path: path.name
)
def test_arabic_has_all_six_forms_of_number_and_arabic_marks(path: Path) -> None:
    wrong = []
    for source, message in _messages(path):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if message.get("numerus") == "yes" and len(forms) != 6:
            wrong.append(f"forms of number: {source}")
        texts = forms or [translation.text or ""]
        # A Latin comma, question mark or semicolon between Arabic words.
        wrong += [f"marks: {text}" for text in texts if re.search(r"[ء-ي]\s*[,;?]", text)]
    assert wrong == []
