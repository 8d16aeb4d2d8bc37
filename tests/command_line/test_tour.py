"""The tour goes through the whole job, and touches nothing but its own."""

from __future__ import annotations

import json
import os
from pathlib import Path

from typed import EXPECTED, process, said

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_tour_leaves_papers_and_pictures_and_clears_away_those_of_an_earlier_one(tmp_path: Path) -> None:
    out = tmp_path / "tour"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    (out / "90-earlier.png").write_bytes(PNG)
    (out / "tour.json").write_text(json.dumps({"files": ["90-earlier.png"]}))
    told = said(process("tour", "--out", out, YUSR_LANGUAGE="ar")).answered()
    index = json.loads((out / "tour.json").read_bytes())
    assert all(step["ar"] in told.out and step["en"] for step in index["steps"])
    assert set(index["files"]) <= {path.name for path in out.iterdir()}
    for kind in ("benefit_statement", "assessment_sheet", "enrolment_slip", "every_programme", "better_off"):
        assert (out / f"{kind}.pdf").read_bytes().startswith(b"%PDF")
        assert (out / f"{kind}-1.png").read_bytes().startswith(PNG)
        assert json.loads((out / f"{kind}.verified.json").read_bytes())["state"] == "genuine"
    assert json.loads((out / "assessment.json").read_bytes())["total"] == EXPECTED["total"]
    assert json.loads((out / "search.json").read_bytes()) == [index["file_number"]]
    assert len(list((out / "keys").iterdir())) == 1
    frames = sorted(name for name in index["files"] if name[:2].isdecimal() and name.endswith(".png"))
    assert [int(name[:2]) for name in frames] == list(range(1, len(frames) + 1))
    assert len(frames) >= 16
    for name in ("film.png", *frames):
        assert (out / name).read_bytes().startswith(PNG)
    assert (out / "mine.txt").read_text() == "mine"
    assert not (out / "90-earlier.png").exists()
    # Nothing of the user's own folders was needed or made.
    assert not (Path(os.environ["XDG_DATA_HOME"]) / "yusr").exists()
