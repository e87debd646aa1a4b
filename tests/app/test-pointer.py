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
LOW, HIGH = 0.1, 0.8  # of a slider: where it is measured
WIDTH, HEIGHT = 300, 760  # of the controls
places = {}  # slider: see measure()


def pointer(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True)


def picture():
    """Rows of the controls, as they are on the screen: the window stands in its corner, since nobody manages windows
    here."""
    shot = subprocess.run(["import", "-window", "root", "-crop", f"{WIDTH}x{HEIGHT}+0+0", "-depth", "8", "rgb:-"],
                          capture_output=True, check=True).stdout
    return [shot[y * WIDTH * 3:(y + 1) * WIDTH * 3] for y in range(HEIGHT)]


def settled(other_than):
    """Two pictures in a row that are the same, and no more that one."""
    last = [None]

    def is_still():
        before, last[0] = last[0], picture()
        return last[0] == before and last[0] != other_than and last[0]

    return program.until("the controls stand still", is_still)


def picture_at(slider, position):
    said, before = program.spoken(slider), picture()
    program.set_position(slider, position)
    program.until(f"{slider} is set", lambda: program.spoken(slider) != said)
    return settled(before)


def measure(slider):
    """Where on the screen the knob is when the slider stands at LOW and at HIGH. It is looked for in pictures: where
    widgets are, GTK 4.18 tells without the space around them."""
    low, high = picture_at(slider, LOW), picture_at(slider, HIGH)
    rows = [y for y in range(HEIGHT) if low[y] != high[y]]
    bottom = top = rows[-1]
    while top - 1 in rows:  # above it, apart, the value in words is another, too
        top -= 1
    columns = [x for x in range(WIDTH) if any(low[y][3 * x:3 * x + 3] != high[y][3 * x:3 * x + 3]
                                              for y in range(top, bottom + 1))]
    half = (bottom - top) / 2  # of the knob, which is round
    places[slider] = (columns[0] + half, columns[-1] - half, (top + bottom) / 2)


def find_knob(slider):
    at_low, at_high, y = places[slider]
    value = Atspi.Value.get_current_value(program.find("slider", slider).get_value_iface())
    return round(at_low + (value - LOW) / (HIGH - LOW) * (at_high - at_low)), round(y)


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
    global program
    program.close()
    program = Program(sys.argv[1])
    program.take_keys()
    press_and_move("OPG")
    assert program.quit_discarding() == 0
    release()


keep_still()
program = Program(sys.argv[1])
for measured in ("OPG", "RANKL"):
    measure(measured)
program.close()
program = Program(sys.argv[1])  # in which nothing can be undone
program.take_keys()
status = run([
    test_a_drag_is_one_step,
    test_each_drag_is_a_step_of_its_own,
    test_a_model_chosen_under_a_drag_leaves_undo_alive,
    test_the_program_ends_under_a_drag,
])
program.close()
sys.exit(status)
