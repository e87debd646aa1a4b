# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-accessible.py PROGRAM TWIN: all that can be seen can be read, and all that can be dragged can be set."""

import re
import sys

from from_outside import Atspi, Program, keep_still, run

# How each slider is spoken at the start.
SPOKEN = {
    "RANKL": r"1 × baseline\b",
    "OPG": r"1 × baseline\b",
    "Estrogen": r"100 %",
    "Denosumab": r"0 mg\b",
    "Interval": r"no dose yet\b",
    "Injections": r"no dose yet\b",
    "First injection": r"no dose yet\b",
    "Time": r"0 years 0 months\b",
}
# What GTK calls what nobody has named.
UNNAMED = re.compile(r"^$|^(Gtk|Adw|Rankle)[A-Z]\w+$")
KINDS = ("button", "slider", "combo box", "image", "text")


def is_inside(accessible, kind):
    parent = accessible.get_parent()
    while parent is not None:
        if parent.get_role_name() == kind:
            return True
        parent = parent.get_parent()
    return False


def is_there(kind, name):
    return name in [a.get_name() for a in program.all(kind)]


def unfold():
    """A drug that is not given is folded up under its heading."""
    if not is_there("slider", "Interval"):
        assert program.description("button", "Denosumab") == "no dose"
        program.click("Denosumab")
        program.until("its sliders are there", lambda: is_there("slider", "Interval"))


def test_every_slider_is_spoken_with_its_unit():
    unfold()
    for name, words in SPOKEN.items():
        spoken = program.spoken(name)
        assert re.match(words, spoken), f"{name}: “{spoken}”"


def test_what_makes_no_difference_says_why():
    for name in ("Interval", "Injections", "First injection"):
        assert not program.has_state(program.find("slider", name), Atspi.StateType.SENSITIVE), name
        assert program.description("slider", name).startswith("no dose yet. "), name
    program.set_position("Denosumab", 0.5)
    program.until("there is a dose", lambda: program.spoken("Denosumab").startswith("105 mg"))
    for name, words in (("Interval", "6 months"), ("Injections", "6"), ("First injection", "0 days")):
        program.until(f"{name} can be moved", lambda: program.has_state(
            program.find("slider", name), Atspi.StateType.SENSITIVE))
        assert program.spoken(name).startswith(words), program.spoken(name)
    program.click("Undo")
    program.until("it is folded up", lambda: program.description("button", "Denosumab") == "no dose")
    unfold()
    program.until("there is none", lambda: program.spoken("Interval").startswith("no dose yet"))


def test_every_control_tells_what_it_is():
    unfold()
    for name in SPOKEN:
        if name != "Time":
            assert program.description("slider", name).endswith("."), name
            program.find("button", f"Exact value of {name}")
            program.find("button", f"Reset {name}")


def test_everything_has_a_name():
    for kind in KINDS:
        for accessible in program.all(kind):
            # The inside of GTK's own drop-down is GTK's.
            if not is_inside(accessible, "combo box"):
                name = accessible.get_name()
                assert not UNNAMED.match(name), f"a {kind} is called “{name}”"


def test_a_value_that_is_set_moves_control_curve_and_pathway():
    curve = program.description("image", "Turnover: CTX and P1NP")
    pathway = program.description("image", "Pathway")
    program.set_position("Time", 1000)
    program.set_position("OPG", 1)
    program.until("OPG is 8 × baseline", lambda: program.spoken("OPG").startswith("8 × baseline"))
    program.until("the label says so", lambda: program.find("label", "8 × baseline"))
    program.until("the curve is another", lambda: program.description(
        "image", "Turnover: CTX and P1NP").partition(",")[0] != curve.partition(",")[0])
    program.until("the pathway is another", lambda: program.description("image", "Pathway") != pathway)
    program.until("bone is broken down at half the rate or less", lambda: re.search(
        r"\bCTX [1-4]?\d(\.\d+)? %", program.description("image", "Turnover: CTX and P1NP")))


def test_what_was_changed_can_be_reset():
    program.until("there is something to reset", lambda: program.is_sensitive("Reset OPG"))
    program.click("Reset OPG")
    program.until("OPG is back", lambda: program.spoken("OPG").startswith("1 × baseline"))
    program.until("there is nothing to reset", lambda: not program.is_sensitive("Reset OPG"))
    program.click("Undo")
    program.until("the reset is undone", lambda: program.spoken("OPG").startswith("8 × baseline"))


def described_beside(letters):
    return f", beside kept runs {letters}" in program.description("image", "Cells")


def test_kept_runs_are_read():
    program.click("Keep")
    program.until("the run is listed", lambda: program.find("list item", "A: OPG × 8"))
    program.until("plots tell of it", lambda: described_beside("A"))
    test_everything_has_a_name()
    program.click("Hide: OPG × 8")
    program.until("it is hidden", lambda: program.find("list item", "A: OPG × 8, hidden"))
    program.until("plots tell no more of it", lambda: not described_beside("A"))
    program.click("Show: OPG × 8")
    program.until("it is shown", lambda: described_beside("A"))
    program.until("its menu has its name", lambda: program.find("button", "Run menu: OPG × 8"))


def test_the_play_button_says_what_it_does():
    button = program.find("button", "Play")
    program.press(button)
    program.until("it plays", lambda: program.name(button) == "Pause")
    program.press(button)
    program.until("it pauses", lambda: program.name(button) == "Play")


keep_still()
program = Program(sys.argv[1])
status = run([
    test_every_slider_is_spoken_with_its_unit,
    test_what_makes_no_difference_says_why,
    test_every_control_tells_what_it_is,
    test_everything_has_a_name,
    test_a_value_that_is_set_moves_control_curve_and_pathway,
    test_what_was_changed_can_be_reset,
    test_kept_runs_are_read,
    test_the_play_button_says_what_it_does,
])
program.close()
sys.exit(status)
