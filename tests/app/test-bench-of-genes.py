# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench-of-genes.py PROGRAM TWIN: the bench of genes by keys and screen reader."""

import csv
import subprocess
import sys

from from_outside import Program, keep_still, run

BENCH = "Bench of Genes"
RANK = "RANK off, lymph nodes: computed none (1 %); seen none but mucosal, Dougall 1999"


def test_opens_by_key():
    program.take_keys()
    program.key("ctrl+g")
    program.take_keys(BENCH)
    program.until("the first row is named", lambda: program.find(
        "table cell", "Wild type, fever: computed normal (+1.6 °C)"))


def test_every_cell_has_a_name():
    cells = program.until("all are computed", lambda: (
        lambda found: found if not any("being computed" in cell.get_name() for cell in found) else None)(
            program.all("table cell")))
    names = [cell.get_name() for cell in cells]
    twin = subprocess.run([sys.argv[2], "genes", "--csv"], capture_output=True, text=True, check=True).stdout
    rows = list(csv.DictReader(line for line in twin.splitlines() if not line.startswith("#")))
    assert len(names) == len(rows) == len(set(names)), (len(names), len(rows))
    assert RANK in names
    for name, row in zip(names, rows):
        assert row["computed"] in name, (name, row)
        assert (": computed " in name) == (row["value"] != ""), (name, row)
        assert ("; seen " in name) == (row["seen"] != ""), (name, row)
        assert ("; recalled " in name) == (row["recalled"] != ""), (name, row)


def test_every_row_has_a_name():
    names = [row.get_name() for row in program.all("table row")]
    assert names[:3] == ["Headings", "Wild type", "RANKL off"] and names[-1] == "EP3 off", names
    headers = [header.get_name() for header in program.all("row header")]
    assert headers == names[1:], headers
    # GTK 4.8 has no role for what stands above a column.
    for name in ("Osteoclasts", "Lymph nodes", "RELB:p52"):
        assert any(accessible.get_name() == name for accessible in program.walk()), name


def test_walk_by_arrows():
    for _ in range(9):
        if program.until("something has the focus", program.focus)[0] == "table cell":
            break
        program.move_focus("Tab")
    for key, start in (("Down", "RANKL off, osteoclasts: "), ("Down", "RANK off, osteoclasts: "),
                       ("Right", "RANK off, bone: "), ("Right", "RANK off, lymph nodes: ")):
        program.key(key)
        program.until(f"{key} leads to {start}", lambda: program.focus_name().startswith(start))
    assert program.focus_name() == RANK, program.focus_name()
    for key, start in (("End", "RANK off, RELB:p52: "), ("ctrl+End", "EP3 off, RELB:p52: "),
                       ("ctrl+Home", "Wild type, osteoclasts: "), ("Down", "RANKL off, osteoclasts: "),
                       ("Home", "Knock out RANKL")):
        program.key(key)
        program.until(f"{key} leads to {start}", lambda: program.focus_name().startswith(start))
    # The table is one stop.
    assert program.move_focus("Tab")[0] != "table cell"
    program.move_focus("shift+Tab")
    program.until("it comes back", lambda: program.focus_name() == "Knock out RANKL")


def is_named(start):
    return any(cell.get_name().startswith(start) for cell in program.all("table cell"))


def test_space_knocks_out():
    program.key("Down")
    program.until("the next switch has the focus", lambda: program.focus_name() == "Knock out RANK")
    program.key("space")
    program.until("it is off in the row of all others", lambda: is_named("RANK and OPG off, bone: computed more (111 %)"))
    program.until("the row above says so", lambda: is_named("RANK off, fever: computed none (+0.0 °C)"))
    assert not is_named("Wild type, ")
    program.key("space")
    program.until("the wild type is back", lambda: is_named("Wild type, fever: computed normal (+1.6 °C)"))


def test_escape_closes():
    program.key("Escape")
    program.until("it is gone", lambda: not program.on_screen(BENCH))


keep_still()
program = Program(sys.argv[1])
status = run([
    test_opens_by_key,
    test_every_cell_has_a_name,
    test_every_row_has_a_name,
    test_walk_by_arrows,
    test_space_knocks_out,
    test_escape_closes,
])
program.close()
sys.exit(status)
