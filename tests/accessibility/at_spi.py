"""What a screen reader finds, over the bus: run by the system's Python, which has ``gi``.

``at_spi.py PROGRAM PRESSED``: waits for the program's window, lists every node it has (a line of
JSON each), presses the toggle named PRESSED, and lists that one again.
"""

import json
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first

STATES = ("FOCUSABLE", "FOCUSED", "CHECKABLE", "CHECKED", "SHOWING", "ENABLED")
PATIENCE = 20.0  # seconds


def found(name):
    """Give the program of that name once its page is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and program.get_name() == name and named(program, sys.argv[2]):
                return program
        wait()
    raise SystemExit(f"{name} does not come to the bus")


def wait():
    """Let the program do something."""
    threading.Event().wait(0.1)


def nodes(node):
    """Give a node and all below it."""
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from nodes(child)


def named(program, name):
    return next((each for each in nodes(program) if each.get_name() == name), None)


def tell(node):
    """Print what a screen reader knows of a node."""
    has = node.get_state_set()
    known = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "states": [each for each in STATES if has.contains(getattr(Atspi.StateType, each))],
    }
    sys.stdout.write(json.dumps(known) + "\n")


def main():
    program = found(sys.argv[1])
    for node in nodes(program):
        tell(node)
    pressed = named(program, sys.argv[2])
    actions = pressed.get_action_iface()
    names = [actions.get_action_name(place) for place in range(actions.get_n_actions())]
    actions.do_action(names.index("Toggle"))
    end = time.monotonic() + PATIENCE
    while not pressed.get_state_set().contains(Atspi.StateType.CHECKED):
        if time.monotonic() > end:
            break
        wait()
    tell(pressed)


if __name__ == "__main__":
    main()
