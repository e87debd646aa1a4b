# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-pointer.py PROGRAM TWIN: sliders dragged with a pointer. Each step waits for what the one before it did."""

import subprocess
import sys

from from_outside import Atspi, Program, keep_still, run

CURVE = "Turnover: CTX and P1NP"
MODEL = "Rankle: RANKL, RANK, OPG and bone"
OTHER_MODEL = "Komarova 2003: one remodelling site"
OTHER_CONTROL = "Autocrine"
STEP = -12  # pixels
STEPS = 4
# Of a slider: GTK holds the knob on the mark of the neutral value until the pointer is well away.
AWAY = 0.9


def pointer(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True)


def find_knob(slider):
    """Where it is on the screen: the window stands in its corner, since nobody manages windows here."""
    accessible = program.find("slider", slider)
    box = Atspi.Component.get_extents(accessible.get_component_iface(), Atspi.CoordType.WINDOW)
    value = accessible.get_value_iface()
    low, high = Atspi.Value.get_minimum_value(value), Atspi.Value.get_maximum_value(value)
    along = (Atspi.Value.get_current_value(value) - low) / (high - low)
    return round(box.x + along * box.width), round(box.y + box.height / 2)


def press_and_move(slider):
    """Takes the knob along; the button stays down. Answers what is said in the end."""
    x, y = find_knob(slider)
    said = program.spoken(slider)
    pointer("mousemove", x, y, "mousedown", 1)
    for step in range(1, STEPS + 1):
        pointer("mousemove", x + step * STEP, y)
        said = program.until(f"step {step} moves {slider}",
                             lambda: program.spoken(slider) != said and program.spoken(slider))
    return said


def release():
    pointer("mouseup", 1)


def set_aside(slider):
    said = program.spoken(slider)
    program.set_position(slider, AWAY)
    return program.until(f"{slider} is set", lambda: program.spoken(slider) != said and program.spoken(slider))


def until_said(slider, words):
    program.until(f"{slider} is {words}", lambda: program.spoken(slider) == words)


def curve():
    return program.description("image", CURVE)


def test_a_drag_is_one_step():
    program.set_position("Time", 1000)
    neutral = program.spoken("OPG")
    before = set_aside("OPG")
    program.until("the curve is drawn for it", lambda: "CTX 100 %" not in curve() and "at 2.7 y" in curve())
    shape = curve()
    moved = press_and_move("OPG")
    program.until("the curve follows while the button is down", lambda: curve() != shape)
    release()
    program.key("ctrl+z")
    until_said("OPG", before)
    program.until("the curve is what it was", lambda: curve() == shape)
    program.key("ctrl+z")
    until_said("OPG", neutral)
    program.until("that was all", lambda: not program.is_sensitive("Undo"))
    program.key("ctrl+shift+z", "ctrl+shift+z")
    until_said("OPG", moved)
    program.until("there is no more to redo", lambda: not program.is_sensitive("Redo"))


def test_each_drag_is_a_step_of_its_own():
    before = {slider: set_aside(slider) for slider in ("OPG", "RANKL")}
    after = {}
    for slider in before:
        after[slider] = press_and_move(slider)
        release()
    program.key("ctrl+z")
    until_said("RANKL", before["RANKL"])
    assert program.spoken("OPG") == after["OPG"], program.spoken("OPG")
    program.key("ctrl+z")
    until_said("OPG", before["OPG"])
    program.key("ctrl+shift+z", "ctrl+shift+z")
    for slider, words in after.items():
        until_said(slider, words)


def test_a_model_chosen_under_a_drag_leaves_undo_alive():
    press_and_move("OPG")
    program.tab_to(MODEL)
    program.key("space")
    program.until("the list has the keyboard", lambda: program.focus() == ("list item", MODEL))
    program.key("Down")
    program.until("the next is chosen", lambda: program.focus() == ("list item", OTHER_MODEL))
    program.key("Return")
    program.until("it is shown", lambda: program.find("button", OTHER_MODEL))
    release()
    program.tab_to(OTHER_CONTROL)
    before = program.spoken(OTHER_CONTROL)
    program.key("Right")
    moved = program.until("the key moves it", lambda: program.spoken(OTHER_CONTROL) != before
                          and program.spoken(OTHER_CONTROL))
    program.key("ctrl+z")
    until_said(OTHER_CONTROL, before)
    program.key("ctrl+shift+z")
    until_said(OTHER_CONTROL, moved)


def test_the_program_ends_under_a_drag():
    press_and_move(OTHER_CONTROL)
    program.key("ctrl+q")
    assert program.process.wait() == 0
    release()


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_a_drag_is_one_step,
    test_each_drag_is_a_step_of_its_own,
    test_a_model_chosen_under_a_drag_leaves_undo_alive,
    test_the_program_ends_under_a_drag,
])
program.close()
sys.exit(status)
