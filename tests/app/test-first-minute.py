# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-first-minute.py PROGRAM TWIN: somebody who starts it for the first time, and does only what is to be seen, without a menu:
why OPG is called a decoy in at most four actions, and what follows the last injection in at most six. To be run with
settings in which the stories have not been offered."""

import sys

from from_outside import Program, keep_still, kind_of, run

actions = 0


def start():
    global program, actions
    program = Program(sys.argv[1], curves=False)
    program.take_keys()
    program.until("the stories are there", lambda: find_shown("Begin with a story"))
    actions = 0


def find_shown(words):
    return next((a for a in program.walk() if words in (a.get_name() or "") and program.is_shown(a)), None)


def act(what, *arguments):
    global actions
    actions += 1
    what(*arguments)


def story(title):
    """The first story has the keyboard; the others are beside it."""
    for _ in range(3):
        if program.focus_name() == title:
            break
        program.move_focus("Right")
    assert program.focus_name() == title, program.focus()
    act(program.key, "Return")
    program.until("it begins", lambda: find_shown(f"{title} · step 1"))


def test_decoy():
    start()
    story("OPG is a decoy")
    assert find_shown("OPG is a decoy. It looks like RANK, catches RANKL and passes nothing on.")
    act(program.set_position, "OPG", 0.9)
    program.until("the sentence says why", lambda: find_shown("the decoy OPG holds"))
    program.until("the goal is reached", lambda: find_shown("Reached: at its lowest CTX is at"))
    assert actions <= 4, actions
    program.close()


def test_rebound():
    start()
    story("Stop denosumab")
    act(program.set_position, "Denosumab", 60 / 210)
    program.until("it is caught", lambda: find_shown("Reached"))
    act(program.click, "Next")
    program.until("it is asked", lambda: program.find("radio button", "It falls"))
    act(program.press, program.find("radio button", "It falls"))
    act(program.click, "Predict")
    program.until("the rebound is told", lambda: find_shown("overshoots"))
    assert actions <= 6, actions
    program.close()


def test_explore():
    start()
    program.click("Explore Freely")
    program.until("the curves are there", lambda: program.find("image", "Turnover: CTX and P1NP"))
    assert not find_shown("Begin with a story")
    program.close()


keep_still()
sys.exit(run([test_decoy, test_rebound, test_explore]))
