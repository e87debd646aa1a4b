# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cards-heard.py PROGRAM TWIN: from a node of the map to its card by keys, by the mouse's action and by a screen
reader; and what is heard there."""

import sys

from from_outside import Atspi, Program, keep_still, run


def focus_on_node(name):
    for _ in range(80):
        here = program.until("something has the focus", program.focus)
        if here[0] == "image" and here[1].split(", ")[0] == name:
            return program.focused
        program.move_focus("Tab")
    raise AssertionError(f"Tab never reaches “{name}”")


def leave(title):
    program.key("Escape")
    program.until("the card is gone", lambda: not program.windows(title))
    program.take_keys()


def test_enter_opens_the_card():
    node = focus_on_node("OPG")
    assert node.get_name().endswith("Enter opens the card of OPG."), node.get_name()
    program.key("Return")
    program.until("its card is there", lambda: program.windows("Card: OPG"))
    program.take_keys("Card: OPG")
    here = program.focus()
    assert here[1] == "Residues: 22–186 are in the crystal with RANKL. Seen: Luan 2012, J Immunol 189:245", here
    assert program.move_focus("Down")[1].endswith("Recalled, not checked")
    leave("Card: OPG")


def test_a_reader_opens_it():
    node = focus_on_node("RANKL")
    actions = node.get_action_iface()
    names = [Atspi.Action.get_action_name(actions, i) for i in range(Atspi.Action.get_n_actions(actions))]
    assert "diagram.open-card" in names, names
    Atspi.Action.do_action(actions, names.index("diagram.open-card"))
    program.until("its card is there", lambda: program.windows("Card: RANKL"))
    program.take_keys("Card: RANKL")
    leave("Card: RANKL")


def test_a_node_without_one():
    node = focus_on_node("Osteoclast")
    assert "card" not in node.get_name(), node.get_name()
    program.key("Return")
    assert len(program.children()) == 1


def test_organs():
    program.key("ctrl+k")
    program.until("the first card is there", lambda: program.windows("Card: RANK"))
    program.take_keys("Card: RANK")
    assert program.focus() == ("button", "Brain"), program.focus()
    heard = program.focused.get_description()
    assert heard.endswith("Seen: Hanada 2009, Nature 462:505"), heard
    program.tab_to("Liver")
    assert program.focused.get_description() == "Found; role not known. Seen: article on RANK, public copy"
    program.until("the eye is told the same", lambda: program.find("label", "Found; role not known."))
    leave("Card: RANK")


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_enter_opens_the_card,
    test_a_reader_opens_it,
    test_a_node_without_one,
    test_organs,
])
program.close()
sys.exit(status)
