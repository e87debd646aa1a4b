# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-choose.py PROGRAM TWIN: another model, and where its numbers come from, by keys and heard."""

import sys

from from_outside import Program, keep_still, kind_of, run

PAGE = "About This Model"
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


def rows():
    """What is heard of the table. GTK keeps a row that holds nothing, and since 4.18 the heading is one, too."""
    return [row for page in program.windows(PAGE) for row in program.walk(page)
            if kind_of(row) == "table row" and ", " in row.get_name()]


def test_its_numbers_are_heard():
    program.key("ctrl+i")
    program.until("the page is there", lambda: program.windows(PAGE))
    program.take_keys(PAGE)
    program.tab_to("Numbers")
    program.key("space")
    program.tab_to("Filter")
    program.type("g11")
    program.until("one row is left", lambda: len(rows()) == 1)
    program.tab_to("Copy Table")
    program.move_focus("Tab")
    program.until("it is heard", lambda: program.focus() == ("table row", G11))
    program.key("Escape")
    program.until("the page is gone", lambda: not program.windows(PAGE))


keep_still()
program = Program(sys.argv[1])
program.take_keys()
status = run([
    test_a_model_is_chosen_by_keys,
    test_its_numbers_are_heard,
])
program.close()
sys.exit(status)
