"""Drafts stay on the shelf whole, through a killed program, a full disk and a second window of the same person."""

from __future__ import annotations

import os
import random
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from draft_writer import BEGAN, numbered

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Language
from ui.drafts.shelf import DraftShelf, KeptDraft, new_key

KILLS = 40


def draft(title: str = "أسرة الأحمد", **changes: object) -> KeptDraft:
    made = KeptDraft(
        new_key("registration"), "registration", "", None, BEGAN, "sara", title, {"given": "فاطمة", "at": [1, None]}
    )
    return replace(made, **changes)


def only_file(folder: Path, suffix: str = ".draft") -> Path:
    (path,) = (path for path in folder.rglob(f"*{suffix}") if "set_aside" not in path.parts)
    return path


def test_a_draft_is_found_again_as_it_was_kept(tmp_path: Path) -> None:
    one = draft(about="QTF-2026-00001", kind="amendment", opened_version=3)
    DraftShelf(tmp_path, "sara").keep(one)
    again = DraftShelf(tmp_path, "sara")
    assert again.find("amendment", "QTF-2026-00001") == one
    assert again.find("registration", "") is None
    assert again.all() == (one,)
    assert again.troubles == ()


def test_keeping_a_draft_again_replaces_it_and_dropping_takes_it_off(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    later = replace(one, saved_at=datetime(2026, 11, 2, tzinfo=UTC), content={"given": "فاطمة الزهراء"})
    shelf.keep(later)
    assert shelf.all() == (later,)
    shelf.drop(one.key)
    shelf.drop(one.key)
    assert shelf.all() == ()


def test_of_several_drafts_the_one_kept_last_is_offered_first(tmp_path: Path) -> None:
    shelf = DraftShelf(tmp_path, "sara")
    drafts = [draft(saved_at=datetime(2026, 11, day, tzinfo=UTC)) for day in (3, 9, 5)]
    for each in drafts:
        shelf.keep(each)
    assert [each.saved_at.day for each in shelf.all()] == [9, 5, 3]
    assert shelf.find("registration", "") == drafts[1]


def test_nobody_is_offered_the_drafts_of_another_login(tmp_path: Path) -> None:
    mine, theirs = draft(), draft(staff="Sara")
    DraftShelf(tmp_path, "sara").keep(mine)
    DraftShelf(tmp_path, "Sara").keep(theirs)
    assert DraftShelf(tmp_path, "sara").all() == (mine,)
    with pytest.raises(ValueError, match="somebody else"):
        DraftShelf(tmp_path, "sara").keep(theirs)


def test_only_the_person_whose_account_it_is_can_read_a_draft(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        DraftShelf(tmp_path / "drafts", "sara").keep(draft())
    finally:
        os.umask(before)
    path = only_file(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"",
        lambda whole: b"\xff\xfe\x00",
        lambda whole: b"[" * 9999,
        lambda whole: whole.replace(b"sara", b"nura"),
        lambda whole: b'{"format": 1}',
    ],
)
def test_what_cannot_be_read_is_set_aside_whole_and_told(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    shelf, good = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(draft("أخرى"))
    path = only_file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    damaged = path.read_bytes()
    shelf.keep(good)
    assert shelf.all() == (good,)
    (trouble,) = shelf.troubles
    assert trouble.key == "drafts.set_aside"
    (aside,) = (tmp_path / path.parent / "set_aside").iterdir()
    assert aside.read_bytes() == damaged
    assert str(aside) in trouble.sentence(Language.ARABIC)
    assert shelf.all() == (good,)
    assert shelf.troubles == ()


def test_a_file_of_another_name_is_set_aside_as_no_draft(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    stray = only_file(tmp_path).with_name("copy of a form.draft")
    stray.write_bytes(b"{}")
    assert shelf.all() == (one,)
    assert [trouble.key for trouble in shelf.troubles] == ["drafts.set_aside"]


def test_a_draft_of_a_newer_program_stays_where_that_program_looks_for_it(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2, "colour":"green"'))
    newer = path.read_bytes()
    assert shelf.all() == ()
    (trouble,) = shelf.troubles
    assert trouble.key == "drafts.newer_draft"
    assert str(path) in trouble.sentence(Language.ENGLISH)
    assert path.read_bytes() == newer


def test_content_of_another_form_is_told_and_stays(tmp_path: Path) -> None:
    class Form(msgspec.Struct):
        given: int

    shelf = DraftShelf(tmp_path, "sara")
    shelf.keep(draft())
    with pytest.raises(OfficeError) as refused:
        shelf.all()[0].content_as(Form)
    assert refused.value.key == "drafts.of_another_form"
    assert len(shelf.all()) == 1


def test_a_full_disk_is_told_and_the_earlier_draft_is_whole(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(Unreachable) as refused:
            shelf.keep(replace(one, content="س" * 40_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, told)
    assert refused.value.key == "drafts.disk_full"
    for language in Language:
        assert one.title in refused.value.sentence(language)
    assert shelf.all() == (one,)
    assert list(tmp_path.rglob("*.part")) == []


def test_a_folder_that_may_not_be_written_is_told_and_the_earlier_draft_is_whole(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    folder = only_file(tmp_path).parent
    # For root no mode forbids anything: then the folder belongs to root and somebody else tries.
    somebody = os.geteuid() == 0
    folder.chmod(0o500)
    if somebody:
        os.seteuid(65534)
    try:
        with pytest.raises(Unreachable) as refused:
            (shelf if somebody else _Stuck(tmp_path, "sara")).keep(replace(one, content="new"))
    finally:
        if somebody:
            os.seteuid(0)
        folder.chmod(0o700)
    assert refused.value.key == "drafts.folder_closed"
    assert shelf.all() == (one,)


class _Stuck(DraftShelf):
    """A shelf whose folder belongs to oneself and would be opened again by `keep`."""

    def keep(self, draft: KeptDraft) -> None:
        self._folder = self._folder / "below"
        super().keep(draft)


def test_a_folder_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file")
    shelf = DraftShelf(tmp_path / "drafts", "sara")
    with pytest.raises(Unreachable) as refused:
        shelf.keep(draft())
    assert refused.value.key == "drafts.not_kept"
    assert shelf.all() == ()


def test_a_program_killed_at_any_moment_leaves_the_last_draft_that_it_kept(tmp_path: Path) -> None:
    dice, key, reached = random.Random(20261101), new_key("registration"), 0
    writer = Path(__file__).with_name("draft_writer.py")
    root = writer.parents[2]
    parts = 0
    for _ in range(KILLS):
        program = subprocess.Popen(
            [sys.executable, str(writer), str(tmp_path), key, str(reached)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(dice.random() * 0.02)
        program.kill()
        said = [int(line) for line in (first + program.stdout.read()).split(b"\n")[:-1]]
        program.stdout.close()
        program.wait()
        (found,) = DraftShelf(tmp_path, "sara").all()
        number = found.content["n"]  # type: ignore[index]
        # The one being kept when it was killed may have reached its place before anybody was told.
        assert said[-1] <= number <= said[-1] + 1
        assert found == numbered(key, number)
        reached = number
        parts += len(list(tmp_path.rglob("*.part")))
    assert parts > 0, "no program was killed in the middle of a save"


def test_what_a_killed_program_left_half_written_is_set_aside_once_nobody_can_be_writing_it(tmp_path: Path) -> None:
    shelf, one = DraftShelf(tmp_path, "sara"), draft()
    shelf.keep(one)
    part = only_file(tmp_path).with_name(f"{one.key}.0123.part")
    part.write_bytes(b'{"format": 1, "kind"')
    assert shelf.all() == (one,)
    assert part.exists()
    os.utime(part, (0, 0))
    assert shelf.all() == (one,)
    assert not part.exists()
    assert [path.read_bytes() for path in part.parent.glob("set_aside/*")] == [b'{"format": 1, "kind"']


def test_two_programs_of_one_person_keep_their_drafts_beside_each_other(tmp_path: Path) -> None:
    keys = [new_key("registration") for _ in range(4)]

    def keep_many(key: str) -> None:
        shelf = DraftShelf(tmp_path, "sara")
        for number in range(30):
            shelf.keep(numbered(key, number))
            shelf.all()

    threads = [threading.Thread(target=keep_many, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shelf = DraftShelf(tmp_path, "sara")
    assert sorted(each.key for each in shelf.all()) == sorted(keys)
    assert {each.content["n"] for each in shelf.all()} == {29}  # type: ignore[index]
    assert shelf.troubles == ()


def test_a_draft_offered_in_two_windows_is_taken_up_in_one(tmp_path: Path) -> None:
    first, second, one = DraftShelf(tmp_path, "sara"), DraftShelf(tmp_path, "sara"), draft()
    first.keep(one)
    assert first.all() == second.all() == (one,)
    taken = first.take_up(one.key)
    assert taken is not None
    assert taken == replace(one, key=taken.key)
    assert second.take_up(one.key) is None
    # The window that still writes under the old key destroys nothing.
    second.keep(replace(one, content="other"))
    assert {each.key for each in first.all()} == {one.key, taken.key}


def test_a_key_never_leads_out_of_the_folder() -> None:
    with pytest.raises(ValueError, match="key"):
        draft(key="../../etc/passwd")
    with pytest.raises(ValueError, match="zone"):
        draft(saved_at=datetime(2026, 11, 1))
