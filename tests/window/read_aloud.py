"""Reads the window as a screen reader does, over AT-SPI; run by the system's Python, which has pyatspi.

read_aloud.py SECONDS    waits for the program, prints one JSON line a widget, presses one place of the navigation,
                         and prints what is shown then
"""

import contextlib
import json
import sys
import time

import pyatspi

SEARCH = "البحث في كل شيء"
DEADLINE = time.monotonic() + float(sys.argv[1])


def program():
    """The program on the bus, once its frame is there."""
    while time.monotonic() < DEADLINE:
        for each in pyatspi.Registry.getDesktop(0):
            # Past signing in: the demonstration's researcher sits down by herself.
            if each is not None and each.name == "yusr" and any(one.name == SEARCH for one in _all(each)):
                return each
        time.sleep(0.2)
    sys.exit("the program did not come to the bus")


def _all(accessible, depth=0):
    if accessible is None or depth > 40:
        return
    yield accessible
    for index in range(min(accessible.childCount, 400)):
        try:
            yield from _all(accessible.getChildAtIndex(index), depth + 1)
        except Exception:
            continue


def tell(step, accessible):
    for each in _all(accessible):
        states = each.getState()
        sys.stdout.write(
            json.dumps(
                {
                    "step": step,
                    "role": each.getRoleName(),
                    "name": each.name,
                    "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
                    "showing": states.contains(pyatspi.STATE_SHOWING),
                },
                ensure_ascii=False,
            )
            + "\n"
        )


def _action(accessible):
    with contextlib.suppress(Exception):
        action = accessible.queryAction()
        return action if action.nActions else None
    return None


def main():
    found = program()
    time.sleep(1.5)
    tell("first", found)
    action = next(filter(None, (_action(each) for each in _all(found) if each.name == "الأسر")))
    press = next(
        i for i in range(action.nActions) if action.getName(i).lower() in {"press", "click", "toggle", "check"}
    )
    action.doAction(press)
    time.sleep(2.5)
    tell("households", found)


main()
