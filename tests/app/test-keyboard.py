# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keyboard.py PROGRAM TWIN: the whole window without a pointer. Effects are read, never timed."""

import re
import sys

from from_outside import Atspi, Program, keep_still, run

SLIDERS = ["RANKL", "OPG", "Estrogen"]
WAITING = ["Interval", "Injections", "First injection"]  # for a dose
PLOTS = ["Denosumab in serum", "Who holds the RANKL?", "Cells", "Turnover: CTX and P1NP"]
BUTTONS = ["Controls", "Healthy adult", "Denosumab", "Doses…", "Pathway", "Plots", "Both", "Main Menu", "Play"]


def go_round(key, most=80):
    """All that has the focus in turn, until it comes round."""
    seen = [program.until("something has the focus", program.focus)]
    while len(seen) < most:
        here = program.move_focus(key)
        if here in seen:
            return seen
        seen.append(here)
    raise AssertionError(f"{key} never comes round: {seen}")


def focus_on(kind, name):
    """Tab until there; of the pathway's things, whose names tell their values too, the first word is enough."""
    for _ in range(80):
        here = program.until("something has the focus", program.focus)
        if here[0] == kind and here[1].split(", ")[0] == name:
            return
        program.move_focus("Tab")
    raise AssertionError(f"Tab never reaches the {kind} “{name}”")


def until_spoken(slider, words):
    program.until(f"{slider} is {words}", lambda: program.spoken(slider).startswith(words))


def test_tab_goes_everywhere_and_comes_round():
    forth = go_round("Tab")
    for kind, names in (("slider", SLIDERS + ["Time"]), ("image", PLOTS), ("button", BUTTONS)):
        for name in names:
            assert (kind, name) in forth, f"Tab does not reach the {kind} “{name}”: {forth}"
    for name in WAITING:
        assert ("slider", name) not in forth, f"Tab stops at “{name}”, which cannot be moved"
    # Of the pathway, each thing that is drawn.
    for thing in ("RANKL", "RANKL–RANK", "Osteoclast", "Bone"):
        assert any(name.startswith(thing + ", ") for _, name in forth), f"Tab does not reach {thing}: {forth}"
    back = go_round("shift+Tab")
    assert set(back) == set(forth), set(back) ^ set(forth)


def test_keys_move_a_slider():
    focus_on("slider", "OPG")
    for key, words in (("Right", "1.19 × baseline"), ("shift+Left", "1.17 × baseline"), ("End", "8 × baseline"),
                       ("Home", "off"), ("Delete", "1 × baseline"), ("Page_Up", "5.66 × baseline"),
                       ("Page_Down", "1 × baseline")):
        program.key(key)
        until_spoken("OPG", words)


def test_an_exact_value_is_typed():
    focus_on("slider", "Estrogen")
    program.key("Return")
    program.until("the entry opens", lambda: program.focus() == ("text", "Exact value of Estrogen"))
    program.key("ctrl+a")
    program.type("abc")
    program.key("Return")
    program.until("it is refused", lambda: program.find("label", "Please enter a number."))
    program.key("ctrl+a")
    program.type("20")
    program.key("Return")
    until_spoken("Estrogen", "20 %")
    program.until("the slider has the focus again", lambda: program.focus() == ("slider", "Estrogen"))


def test_undo_and_redo():
    program.key("ctrl+z")
    until_spoken("Estrogen", "100 %")
    program.key("ctrl+shift+z")
    until_spoken("Estrogen", "20 %")


def play_and_pause():
    """By the space bar. To walk through the window for a new name would take longer than the playing lasts."""
    button = program.find("button", "Play")
    program.key("space")
    program.until("it plays", lambda: program.name(button) == "Pause")
    program.key("space")
    program.until("it pauses", lambda: program.name(button) == "Play")
    assert not program.spoken("Time").startswith("10 years"), "it was not paused, it came to its end"


def test_space_plays_and_pauses():
    focus_on("slider", "OPG")
    play_and_pause()


def test_space_presses_a_button_once():
    focus_on("button", "Play")
    play_and_pause()


def test_a_dose_opens_its_controls():
    # The drug is folded up under its heading.
    focus_on("button", "Denosumab")
    program.key("Return")
    focus_on("slider", "Denosumab")
    program.key("End")
    until_spoken("Interval", "6 months")
    focus_on("slider", "Interval")
    program.key("Right")
    until_spoken("Interval", "212.5 days")
    # On any widget of the row; and what has the focus is never lost.
    assert program.move_focus("shift+Tab") == ("button", "Reset Interval"), program.focus()
    program.key("Delete")
    until_spoken("Interval", "6 months")
    program.until("the slider has the focus", lambda: program.focus() == ("slider", "Interval"))
    program.key("ctrl+z", "ctrl+z", "ctrl+z")
    until_spoken("Interval", "no dose yet")
    program.until("the dose has the focus", lambda: program.focus() == ("slider", "Denosumab"))


def test_brackets_step_between_doses():
    focus_on("slider", "Denosumab")
    program.key("End")
    until_spoken("Denosumab", "210 mg")
    program.set_position("Time", 100)
    program.key("bracketright")
    until_spoken("Time", "0 years 6 months")
    program.key("bracketright")
    until_spoken("Time", "1 year 0 months")
    program.key("bracketleft")
    until_spoken("Time", "0 years 6 months")


def test_keys_move_through_a_plot():
    focus_on("image", "Cells")
    for key, words in (("End", "10 years 0 months"), ("Left", "9 years 10 months"), ("Home", "0 years 0 months")):
        program.key(key)
        until_spoken("Time", words)


def test_keys_jump_along_a_curve():
    """Each press leads to another place that is named, and the run's end is the last."""
    said = lambda: program.description("image", PLOTS[3])
    program.tab_to(PLOTS[3])
    program.key("Home", "Down", "ctrl+Right")
    first = program.until("a place is named", lambda: said().startswith(("Lowest point of CTX: ", "Peak of CTX: ")) and said())
    assert ". CTX begins at 100 % of baseline, is highest at " in first, first
    program.key("ctrl+Left")
    program.until("the start", lambda: said().startswith("Start of CTX: 100 % of baseline, at 0.0"))
    program.key("Home", "0")


def test_arrows_move_through_the_pathway():
    focus_on("image", "RANKL")
    for key, thing in (("Down", "OPG, "), ("Up", "RANKL, "), ("Right", "RANKL–RANK, "), ("Escape", "Pathway")):
        program.key(key)
        program.until(f"{key} leads to {thing}", lambda: program.focus_name().startswith(thing))


def test_views():
    for key, view in (("ctrl+1", "Pathway"), ("ctrl+2", "Plots"), ("ctrl+3", "Both")):
        program.key(key)
        program.until(f"{view} is shown", lambda: program.is_pressed(view))


def test_side_panel():
    program.key("F9")
    program.until("the controls go", lambda: not program.is_pressed("Controls"))
    program.until("the focus is not lost with them", program.focus)
    assert ("slider", "OPG") not in go_round("Tab")
    program.key("F9")
    program.until("the controls come", lambda: program.is_pressed("Controls"))


def test_b_shows_and_hides_the_baseline():
    program.key("F10")
    item = program.until("the menu opens", lambda: program.find("menu item", "Show Baseline"))

    def baseline_is_ticked():
        return program.has_state(item, Atspi.StateType.CHECKED)

    assert baseline_is_ticked()
    program.key("Escape")
    focus_on("slider", "OPG")
    program.key("b")
    program.until("the baseline goes", lambda: not baseline_is_ticked())
    program.key("b")
    program.until("the baseline comes", baseline_is_ticked)


def test_help():
    focus_on("slider", "OPG")
    for key in ("question", "ctrl+question"):
        program.key(key)
        program.until(f"{key} shows the keys", lambda: program.windows("Keyboard Shortcuts"))
        program.key("Escape")
        program.until("they go", lambda: not program.windows("Keyboard Shortcuts"))
        program.take_keys()


def points_read():
    return [a.get_name() for a in program.all("list item") if "Modelled: " in a.get_name()]


def test_published_points_are_read():
    # Nobody studied what the tests before have made of the controls.
    while program.is_sensitive("Undo"):
        program.key("ctrl+z")
    focus_on("slider", "OPG")
    program.key("Home")
    until_spoken("OPG", "off")
    program.until("a plot says that there are some", lambda: "published point" in program.description("image", "Cells"))
    program.key("ctrl+e")
    program.until("they are listed", points_read)
    assert all(re.search(r"After .+: .+ \(.+ to .+\)\. Modelled: .+\. \w+", words) for words in points_read())
    program.key("Escape")
    program.until("the list goes", lambda: not points_read())
    program.take_keys()
    program.key("Delete")
    until_spoken("OPG", "1 × baseline")


def test_quit():
    program.key("ctrl+q")  # what was done has been undone: nothing is asked
    assert program.process.wait() == 0


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_tab_goes_everywhere_and_comes_round,
    test_keys_move_a_slider,
    test_an_exact_value_is_typed,
    test_undo_and_redo,
    test_space_plays_and_pauses,
    test_space_presses_a_button_once,
    test_a_dose_opens_its_controls,
    test_brackets_step_between_doses,
    test_keys_move_through_a_plot,
    test_keys_jump_along_a_curve,
    test_arrows_move_through_the_pathway,
    test_views,
    test_side_panel,
    test_b_shows_and_hides_the_baseline,
    test_help,
    test_published_points_are_read,
    test_quit,
])
program.close()
sys.exit(status)
