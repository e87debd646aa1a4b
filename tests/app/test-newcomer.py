# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-newcomer.py PROGRAM TWIN: somebody who has never seen it finds fever and osteopetrosis, by six keys each."""

import sys

from from_outside import Program, keep_still, run


def find_by_keys(letters, scenario, model):
    program.key("ctrl+t")
    program.until("the topics are there", lambda: program.windows("Topics"))
    program.take_keys("Topics")
    for letter in letters:
        program.key(letter)
    program.key("Return")
    program.until("they are gone", lambda: not program.windows("Topics"))
    program.until("the scenario is shown", lambda: program.find("button", scenario))
    program.until("with its model", lambda: program.find("button", model))
    program.take_keys()


def test_fever():
    find_by_keys("feve", "Fever: LPS", "Fever and hot flushes")


def test_osteopetrosis():
    find_by_keys("oste", "RANK lost", "Osteopetrosis")


def test_cards_are_heard():
    program.key("ctrl+t")
    program.until("the topics are there", lambda: program.windows("Topics"))
    program.take_keys("Topics")
    program.move_focus("Down")
    program.until("a card has the keyboard", lambda: program.focus() and program.focus()[1] == "Bone in balance")
    for _ in range(3):
        program.move_focus("Right")
    assert program.focus()[1] == "OPG as a drug", program.focus()
    program.move_focus("Right")
    program.move_focus("Right")
    assert program.focus()[1] == "Osteopetrosis", program.focus()
    heard = program.focused.get_description()
    assert heard.endswith("bone fills its own marrow. Built for teaching; sizes are ours."), heard
    program.key("x")
    program.until("what is typed is searched for", lambda: program.focus()[0] == "text")
    program.key("Escape")  # out of the search
    program.move_focus("Down")
    program.move_focus("Right")
    program.key("Return")
    program.until("they are gone", lambda: not program.windows("Topics"))
    program.until("its scenario is shown", lambda: program.find("button", "Natural menopause at 51"))
    program.take_keys()


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_cards_are_heard,
    test_fever,
    test_osteopetrosis,
])
program.close()
sys.exit(status)
