# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-walk.py PROGRAM TWIN: the maps of two systems, walked from glyph to glyph by keys, and heard."""

import os
import sys
import xml.etree.ElementTree

from from_outside import Program, keep_still, run

MAPS = os.path.join(os.environ["G_TEST_SRCDIR"], "..", "data", "diagrams")
ENTITIES = ("macromolecule", "macromolecule multimer", "simple chemical", "complex", "unspecified entity", "phenotype",
            "perturbing agent")
ARCS = {"stimulation": " stimulates ", "inhibition": " inhibits ", "catalysis": " catalyses ",
        "necessary stimulation": " is needed for ", "modulation": " acts upon "}


def read_map(name):
    """What is to be heard of a map: the labels of its entities, and of each arc that acts who does what."""
    labels, acts = {}, set()
    for element in xml.etree.ElementTree.parse(os.path.join(MAPS, name)).iter():
        kind = element.tag.rpartition("}")[2]
        if kind == "glyph" and element.get("class") in ENTITIES:
            labels[element.get("id")] = [e.get("text") for e in element if e.tag.endswith("}label")][0]
        elif kind == "arc" and element.get("class") in ARCS:
            acts.add((element.get("source"), ARCS[element.get("class")]))
    return labels, {labels[source] + verb for source, verb in acts}


def hear():
    """What has the keyboard, if it is a glyph of the map."""
    here = program.focus()
    return here[1] if here and here[0] == "image" and ". In " in here[1] else None


def walk_map():
    """What is heard of the map from its first glyph on, by Tab, until the keyboard leaves it."""
    heard = []
    for _ in range(80):
        if hear():
            break
        program.move_focus("Tab")
    while hear():
        heard.append(hear())
        program.move_focus("Tab")
    return heard


def open_topic(letters, scenario):
    program.key("ctrl+t")
    program.until("the topics are there", lambda: program.windows("Topics"))
    program.take_keys("Topics")
    for letter in letters:
        program.key(letter)
    program.key("Return")
    program.until("they are gone", lambda: not program.windows("Topics"))
    program.until("the scenario is shown", lambda: program.find("button", scenario))
    program.take_keys()


def check_walk(name):
    labels, acts = read_map(name)
    heard = walk_map()
    assert len(heard) == len(labels), f"{len(heard)} of {len(labels)} are heard: {heard}"
    for label in labels.values():
        assert any(words.startswith(label + ", ") for words in heard), f"never heard: {label}"
    for act in acts:
        assert any(act in words for words in heard), f"never heard: {act}"
    for words in heard:
        assert "_" not in words and "not computed" not in words, words


def test_fever():
    open_topic("feve", "Fever: LPS")
    check_walk("fever.sbgn")


def test_joint():
    open_topic("rheu", "Active arthritis")
    check_walk("arthritis.sbgn")


def test_an_absent_drug_is_one_line():
    open_topic("feve", "Fever: LPS")
    labels = [label.get_name() for label in program.all("label") if program.is_shown(label)]
    assert labels.count("Denosumab") == 1 and "Interval" not in labels and "First injection" not in labels, labels
    why = labels[labels.index("Denosumab") + 1:][:3]
    assert "Denosumab does not enter the brain: it changes nothing here." in why, why
    assert "Denosumab" not in [slider.get_name() for slider in program.all("slider") if program.is_shown(slider)]


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_fever,
    test_joint,
    test_an_absent_drug_is_one_line,
])
program.close()
sys.exit(status)
