# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-help-heard.py PROGRAM TWIN: the help by keys alone, as a screen reader has it."""

import re
import sys

from from_outside import Program, keep_still, run

UNNAMED = re.compile(r"^$|^(Gtk|Adw|Rankle)[A-Z]\w+$")


def open_help(key, title):
    """KEY opens the help at the page TITLE, whose title has the keyboard."""
    program.key(key)
    program.until(f"{key} opens the help", lambda: program.windows("Help"))
    program.take_keys("Help")
    program.until(f"it is at {title}", lambda: program.focus_name() == title)


def close_help():
    program.key("Escape")
    program.until("the help closes", lambda: not program.windows("Help"))
    program.take_keys()


def focus_on(name):
    program.take_keys()
    program.tab_to(name)


def test_f1_tells_of_what_has_the_focus():
    focus_on("OPG")
    open_help("F1", "Controls")
    close_help()
    program.until("the keyboard is where it was", lambda: program.focus_name() == "OPG")
    focus_on("Time")
    open_help("F1", "Time and playing")
    close_help()


def test_all_of_it_has_a_name():
    open_help("F1", "Time and playing")
    window = program.windows("Help")[0]
    kinds = {"push button": 0, "list item": 0, "label": 0, "text": 0, "heading": 0}
    for accessible in program.walk(window):
        kind = accessible.get_role_name()
        if kind in kinds:
            kinds[kind] += 1
            assert not UNNAMED.match(accessible.get_name()), f"a {kind} is called “{accessible.get_name()}”"
    assert kinds["list item"] == 15 and kinds["label"] >= 6, kinds
    close_help()


def test_words_find_a_page_and_alt_left_leads_back():
    focus_on("OPG")
    open_help("F1", "Controls")
    program.type("missed")
    program.until("what is typed stands in the search", lambda: program.find("text", "Search the help"))
    program.until("pages without the word go", lambda: len(program.all("list item")) < 15)
    program.key("Return")
    program.until("the page is there", lambda: program.focus_name() == "Doses")
    program.key("alt+Left")
    program.until("the way back", lambda: program.focus_name() == "Controls")
    close_help()


def test_tab_reads_paragraphs_and_enter_follows_a_link():
    focus_on("OPG")
    open_help("F1", "Controls")
    program.move_focus("Tab")
    program.until("a paragraph is read", lambda: program.focus_name().startswith("Each control has a name"))
    for _ in range(5):
        program.move_focus("Tab")
    program.until("the one with the link", lambda: "dose track" in program.focus_name())
    close_help()


def test_shift_f1_says_what_it_is():
    focus_on("OPG")
    program.key("shift+F1")
    program.until("the way to the page has the keyboard", lambda: program.focus_name() == "More in Help")
    words = program.description("button", "More in Help")
    assert words.startswith("OPG. How much OPG osteoblasts make. From "), words
    assert "It sets: OPG production" in words, words
    program.key("Escape")
    program.until("the keyboard is where it was", lambda: program.focus_name() == "OPG")


keep_still()
program = Program(sys.argv[1])
status = run([
    test_f1_tells_of_what_has_the_focus,
    test_all_of_it_has_a_name,
    test_words_find_a_page_and_alt_left_leads_back,
    test_tab_reads_paragraphs_and_enter_follows_a_link,
    test_shift_f1_says_what_it_is,
])
program.close()
sys.exit(status)
