# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lesson.py PROGRAM TWIN: a lesson from its start to its end, back to the start, forth again, saved, exported, and
opened by the program and by its twin.

With RANKLE_PICTURES each state leaves a picture of itself in that folder."""

import os
import re
import subprocess
import sys
import tempfile

from from_outside import Program, keep_still, kind_of, run

RANKLE = "Rankle: RANKL, RANK, OPG and bone"
LEMAIRE = "Lemaire 2004: osteoblasts and osteoclasts"
JOERG = "Joerg 2022: estrogen, sclerostin and bone over a lifetime"
DENOSUMAB = "Denosumab in a young adult, then stop"
DAY = 5  # every model of the lesson runs for longer
OPEN = "ctrl+o"
READ = ("button", "image", "slider")
FILE = """model turnover
  unit time_unit = 86400 second
  B = 100; k = 0.05; fade = 1
  B' = 5*fade - k*B
end
"""
PICTURES = os.environ.get("RANKLE_PICTURES")

# Of each state: what was done last, as undo calls it, and all that the window says.
labels, states = [], []


def look():
    """What can be heard of the window, and what is said of what was changed, but where the keyboard is."""
    said = {}
    for accessible in program.walk():
        accessible.clear_cache()
        kind = kind_of(accessible)
        if kind in READ and program.is_shown(accessible):
            name = accessible.get_name()
            words = program.spoken_by(accessible) if kind == "slider" else accessible.get_description()
            said[kind, name] = words
    return said


def settled():
    """Two looks in a row that agree, while no run is being made."""
    last = [None]

    def is_still():
        before, last[0] = last[0], look()
        busy = any(program.is_shown(bar) for bar in program.all("progress bar"))
        return not busy and last[0] == before and last[0]

    return program.until("the window stands still", is_still)


def take_picture(name):
    if PICTURES:
        subprocess.run(["import", "-window", "root", os.path.join(PICTURES, f"{len(states):02}-{name}.png")], check=True)


def note(label):
    """A step has been done: it is called LABEL."""
    states.append(settled())
    labels.append(undo_label())
    assert re.fullmatch(label, labels[-1]), f"“{labels[-1]}” and not “{label}”"
    take_picture("state")


def undo_label():
    return program.description("button", "Undo")


def of(slider):
    """What its present value is called: “OPG × 3.3”."""
    number = program.spoken(slider).split()[0]
    return rf"{slider} (× )?{number.rstrip('0').rstrip('.') if '.' in number else number}\b.*"


def choose(button, kind, item):
    """Of a menu, by keys."""
    program.take_keys()
    program.tab_to(button)
    program.key("space")
    program.until("the menu has the keyboard", lambda: (program.focus() or [None])[0] == kind)
    for _ in range(30):
        if program.focus_name() == item:
            break
        program.move_focus("Down")
    program.key("Return")
    program.until(f"{item} is shown", lambda: program.find("button", item))


def set_slider(name, position):
    before = program.until(f"{name} is there", lambda: program.spoken(name))
    program.set_position(name, position)
    program.until(f"{name} is set", lambda: program.spoken(name) != before)


def answer_with_path(key, title, path):
    """A file chooser, by its entry."""
    program.take_keys()
    program.key(key)
    program.raise_window(title)
    program.key("ctrl+l" if key == OPEN else "ctrl+a")  # its entry, or the name that is proposed in it
    program.type(path)
    take_picture(title.replace(" ", "-").lower())
    program.key("Return")
    program.until("it is answered", lambda: not program.on_screen(title))
    take_picture("after")


def test_lesson():
    program.set_position("Time", DAY)
    note("")
    choose("Healthy adult", "menu item", DENOSUMAB)
    note(DENOSUMAB)
    set_slider("OPG", 0.8)
    note(of("OPG"))
    choose(RANKLE, "list item", LEMAIRE)
    note(LEMAIRE)
    set_slider("RANKL", 0.2)
    note(of("RANKL"))
    choose(LEMAIRE, "list item", JOERG)
    note(JOERG)


def test_opened():
    path = os.path.join(folder, "turnover.ant")
    with open(path, "w", encoding="utf-8") as file:
        file.write(FILE)
    answer_with_path(OPEN, "Open", path)
    program.until("the file is shown", lambda: program.find("button", "turnover"))
    note("turnover")
    set_slider("fade", 0.5)
    note(of("fade"))


def assert_state(i, way):
    now = settled()
    other = {key: (now.get(key), states[i].get(key)) for key in now.keys() | states[i].keys()
             if now.get(key) != states[i].get(key) and key[1] not in ("Undo", "Redo")}
    assert not other, f"{way} {i}: {other}"


def test_back_and_forth():
    program.take_keys()
    for i in range(len(states) - 1, 0, -1):
        assert undo_label() == labels[i]
        program.key("ctrl+z")
        program.until("it is undone", lambda: program.description("button", "Redo") == labels[i])
        assert_state(i - 1, "back to")
    assert not program.is_sensitive("Undo")
    for i in range(1, len(states)):
        program.key("ctrl+shift+z")
        program.until("it is done again", lambda: undo_label() == labels[i])
        assert_state(i, "forth to")
    assert not program.is_sensitive("Redo")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def until_written(path):
    program.until(f"{path} is there", lambda: os.path.exists(path) and read(path))


def test_saved_and_exported():
    session, table = os.path.join(folder, "lesson.rankle"), os.path.join(folder, "lesson.csv")
    answer_with_path("ctrl+shift+s", "Save As", session)
    program.until("it is called by its file", lambda: program.windows("lesson – Rankle"))
    answer_with_path("ctrl+shift+e", "Export Table", table)
    until_written(table)
    twin = subprocess.run([sys.argv[2], "simulate", session], check=True, capture_output=True).stdout
    assert twin == read(table), "the twin's table is another"
    assert twin.count(b"\n") > 100


def test_opened_again():
    global program
    program.take_keys("lesson – Rankle")
    program.key("ctrl+q")
    assert program.process.wait() == 0  # nothing is unsaved
    program = Program(sys.argv[1], os.path.join(folder, "lesson.rankle"), curves=False)
    program.until("it is there", lambda: program.windows("lesson – Rankle"))
    assert_state(len(states) - 1, "opened again")


# GTK's file choosers leave their places behind.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
keep_still()
program = Program(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    status = run([test_lesson, test_opened, test_back_and_forth, test_saved_and_exported, test_opened_again])
    program.close()
sys.exit(status)
