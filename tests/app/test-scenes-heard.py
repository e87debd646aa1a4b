# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-scenes-heard.py PROGRAM TWIN: bone and receptor by keys alone, and as a screen reader has them: an image with a
name and a description that tells what the picture shows, labels that Tab reaches, and a choice of states."""

import sys

from from_outside import Program, keep_still, run


def is_seen(name):
    return any(program.is_shown(image) and program.name(image) == name for image in program.all("image"))


def heard(name):
    return program.description("image", name)


def focus_on(name):
    for _ in range(80):
        here = program.until("something has the focus", program.focus)
        if here == ("image", name):
            return
        program.move_focus("Tab")
    raise AssertionError(f"Tab never reaches “{name}”")


def test_the_receptor_is_told():
    program.key("ctrl+7")
    program.until("the complex is there", lambda: is_seen("Receptor complex"))
    program.until("its state is told", lambda: heard("Receptor complex").startswith(
        "RANKL trimer with RANK in three of three grooves. This state signals. 8 of 1000 trimers are in it now;"))


def test_keys_pick_a_state():
    focus_on("Receptor complex")
    for key, words, button in (("0", "RANKL trimer without RANK", "No groove holds RANK"),
                               ("2", "RANKL trimer with RANK in two of three grooves", "2 of 3 grooves hold RANK"),
                               ("3", "RANKL trimer with RANK in three of three", "3 of 3 grooves hold RANK")):
        program.key(key)
        program.until(f"{key} is told", lambda: heard("Receptor complex").startswith(words))
        pressed = [b for b in program.all("button") if program.name(b).startswith(button)]
        assert len(pressed) == 1, button
        share = program.name(pressed[0]).split(": ")[1].split(" ")[0]
        assert f"{share} of 1000" in heard("Receptor complex"), (share, heard("Receptor complex"))


def test_tab_walks_the_labels():
    focus_on("Receptor complex")
    names = [program.move_focus("Tab")[1] for _ in range(8)]
    for name in ("RANKL, trimer, from 3URF", "RANK, schematic", "CRD3, touches RANKL", "Osteoblast side, carries RANKL"):
        assert name in names, (name, names)
    focus_on("Receptor complex")
    program.move_focus("Tab")
    program.key("Escape")
    program.until("Escape leads back", lambda: program.focus() == ("image", "Receptor complex"))
    program.tab_to("RANKL, trimer, from 3URF")
    program.key("Return")
    program.until("the card is there", lambda: program.windows("Card: RANKL"))
    program.take_keys("Card: RANKL")
    program.key("Escape")
    program.until("the card is gone", lambda: not program.windows("Card: RANKL"))
    program.take_keys()


def test_the_bone_is_told():
    program.key("ctrl+6")
    program.until("the bone is there", lambda: is_seen("Bone"))
    program.until("it is told", lambda: heard("Bone").startswith("Bone volume 20 percent, start 20."))
    focus_on("Bone")
    program.key("b")
    program.until("the baseline is told", lambda: heard("Bone").startswith("Baseline. "))
    program.key("b")
    program.until("the run is told", lambda: heard("Bone").startswith("Bone volume"))


def test_back_to_the_map():
    program.key("ctrl+5")
    program.until("the map is there", lambda: not is_seen("Bone"))
    assert not is_seen("Receptor complex")


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_the_receptor_is_told,
    test_keys_pick_a_state,
    test_tab_walks_the_labels,
    test_the_bone_is_told,
    test_back_to_the_map,
])
program.close()
sys.exit(status)
