"""The window as somebody hears it who does not see: over the accessibility bus, on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

READER = Path(__file__).parent / "read_aloud.py"
_SESSION = """
launcher=/usr/libexec/at-spi-bus-launcher
[ -x $launcher ] || launcher=/usr/lib/at-spi2-core/at-spi-bus-launcher
$launcher --launch-immediately &
bus=$!
"$@" >"$PROGRAM_LOG" 2>&1 &
program=$!
/usr/bin/python3 {reader} 40
status=$?
kill $program $bus
wait $program $bus 2>/dev/null
exit $status
"""


def test_a_screen_reader_hears_every_widget_and_can_press_one(office_file: Path, tmp_path: Path) -> None:
    for program in ("xvfb-run", "dbus-run-session"):
        assert shutil.which(program), f"{program} is missing: make setup"
    script = tmp_path / "session.sh"
    script.write_text(_SESSION.replace("{reader}", str(READER)))
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    yusr = Path(sys.executable).parent / "yusr"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "PROGRAM_LOG": str(tmp_path / "program.log"),
    }
    window = [str(yusr), "--database", f"sqlite:///{office_file}"]
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "dbus-run-session", "--", "bash", str(script), *window]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    log = (tmp_path / "program.log").read_text()
    assert told.returncode == 0, told.stderr + log
    heard = [json.loads(line) for line in told.stdout.splitlines() if line.startswith("{")]
    first = [each for each in heard if each["step"] == "first" and each["showing"]]
    names = [each["name"] for each in first]
    assert any(name.startswith("أعمال اليوم") for name in names)
    assert "البحث في كل شيء" in names
    assert any("منى عبد الله الصقيري" in name for name in names)
    # Whatever the keyboard reaches says what it is.
    silent = [each for each in heard if each["focusable"] and each["showing"] and not each["name"]]
    assert silent == []
    then = [each["name"] for each in heard if each["step"] == "households" and each["showing"]]
    assert then
    assert set(then) != set(names)
