# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-choose.py PROGRAM TWIN: another model, and where its numbers come from, by keys and heard."""

import sys

from from_outside import Program, keep_still, run

FIRST = "Rankle: RANKL, RANK, OPG and bone"
SECOND = "Komarova 2003: one remodelling site"
G11 = ("Osteoclasts on their own birth, exponent, 0.5, Parameter, published, "
       "Komarova 2003, Bone 33:206 (BIOMD0000000148)")


def test_a_model_is_chosen_by_keys():
    program.tab_to(FIRST)
    program.key("space")
    program.until("the list has the keyboard at the model shown",
                  lambda: program.focus() == ("list item", FIRST))
    program.key("Down")
    program.until("the next is heard by its name", lambda: program.focus() == ("list item", SECOND))
    assert program.description("list item", SECOND).endswith("Time scale: days")
    program.key("Return")
    program.until("it is shown", lambda: program.find("button", SECOND))


def pages():
    return [a for a in program.all("frame") + program.all("dialog") if a.get_name() == "About This Model"]


def rows():
    """What is heard of the table; GTK keeps a row that holds nothing."""
    return [row for row in program.all("table row") if not row.get_name().startswith("Gtk")]


def test_its_numbers_are_heard():
    program.key("ctrl+i")
    program.until("the page is there", pages)
    program.take_keys("About This Model")
    program.tab_to("Numbers")
    program.key("space")
    program.tab_to("Filter")
    program.type("g11")
    program.until("one row is left", lambda: len(rows()) == 1)
    program.tab_to("Copy Table")
    program.key("Tab")
    program.until("it is heard", lambda: program.focus() == ("table row", G11))
    program.key("Escape")
    program.until("the page is gone", lambda: not pages())


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_a_model_is_chosen_by_keys,
    test_its_numbers_are_heard,
])
program.close()
sys.exit(status)
