# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-document.py PROGRAM TWIN: documents in a real window: named, marked, saved, asked for, restored."""

import json
import os
import signal
import subprocess
import sys
import tempfile

from from_outside import Program, keep_still, run

LEMAIRE = "Lemaire 2004: osteoblasts and osteoclasts"
RANKLE = "Rankle: RANKL, RANK, OPG and bone"


def path_of(name):
    return os.path.join(folder, name)


def write_session(name, model, controls):
    """As if it had been saved: the version is another."""
    with open(path_of(name), "w", encoding="utf-8") as file:
        json.dump({"schema": 1, "model": {"id": model, "version": version_of(model)},
                   "scenario": {"schema": 2, "id": "own", "title": "Own", "controls": controls}}, file)
    return path_of(name)


def version_of(model):
    shown = subprocess.run([sys.argv[2], "show", model], check=True, capture_output=True, text=True).stdout
    return next(line.split()[1] for line in shown.splitlines() if line.startswith("version"))


def saved_controls(name):
    with open(path_of(name), encoding="utf-8") as file:
        return json.load(file)["scenario"]["controls"]


def titles(program):
    return [program.name(window) for window in program.children()]


def until_titled(program, title):
    program.until(f"the window is called {title}", lambda: title in titles(program))


def test_saved_and_marked():
    program = Program(sys.argv[1], write_session("lesson.rankle", "lemaire-2004", {"opg": 2}), curves=False)
    until_titled(program, "lesson – Rankle")
    program.until("the model is shown", lambda: program.find("button", LEMAIRE))
    program.until("OPG is as saved", lambda: program.spoken("OPG").startswith("2 "))
    program.set_position("RANKL", 0.8)
    until_titled(program, "• lesson – Rankle")
    program.take_keys()
    program.key("ctrl+s")
    until_titled(program, "lesson – Rankle")
    assert set(saved_controls("lesson.rankle")) == {"opg", "rankl"}, saved_controls("lesson.rankle")
    program.key("ctrl+z")
    until_titled(program, "• lesson – Rankle")
    program.key("ctrl+shift+z")
    until_titled(program, "lesson – Rankle")
    program.key("ctrl+q")  # nothing is unsaved: nothing is asked
    assert program.process.wait() == 0


def test_close_asks():
    program = Program(sys.argv[1], write_session("asked.rankle", "lemaire-2004", {"opg": 2}), curves=False)
    until_titled(program, "asked – Rankle")
    program.set_position("OPG", 0.8)
    until_titled(program, "• asked – Rankle")
    program.take_keys()
    program.key("ctrl+w")
    program.answer("Save Changes?", "c")
    until_titled(program, "• asked – Rankle")
    program.take_keys()
    program.key("ctrl+w")
    program.answer("Save Changes?", "s")
    assert program.process.wait() == 0
    assert saved_controls("asked.rankle")["opg"] > 2, saved_controls("asked.rankle")


def test_each_file_has_a_window():
    program = Program(sys.argv[1], write_session("a.rankle", "lemaire-2004", {}),
                      write_session("b.rankle", "rankle", {}), curves=False)
    until_titled(program, "a – Rankle")
    until_titled(program, "b – Rankle")
    program.close()


def test_broken_session():
    with open(path_of("broken.rankle"), "w", encoding="utf-8") as file:
        file.write('{ "schema": 1,\n')
    program = Program(sys.argv[1], path_of("broken.rankle"), curves=False)
    program.until("it is told", lambda: [label for label in program.all("label")
                                         if label.get_name().startswith("broken.rankle:2:")])
    program.find("button", RANKLE)
    assert titles(program) == ["Rankle"], titles(program)
    program.close()


def test_killed_and_restored():
    program = Program(sys.argv[1], write_session("killed.rankle", "lemaire-2004", {"opg": 2}), curves=False)
    until_titled(program, "killed – Rankle")
    program.set_position("OPG", 0.8)
    said = program.until("OPG is set", lambda: not program.spoken("OPG").startswith("2 ") and program.spoken("OPG"))
    copies = os.path.join(os.environ["XDG_STATE_HOME"], "rankle", "autosave")
    program.until("there is a copy", lambda: [name for name in os.listdir(copies) if name.endswith(".rankle")])
    os.kill(program.process.pid, signal.SIGKILL)
    program.process.wait()
    assert saved_controls("killed.rankle") == {"opg": 2}
    program = Program(sys.argv[1], curves=False)
    program.answer("Restore Unsaved Work?", "r")
    until_titled(program, "• killed – Rankle")
    program.until("OPG is as it was", lambda: program.spoken("OPG") == said)
    program.take_keys()
    assert program.quit_discarding() == 0
    assert not os.listdir(copies), os.listdir(copies)


keep_still()
os.makedirs(os.path.join(os.environ["XDG_STATE_HOME"], "rankle", "autosave"), exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    sys.exit(run([test_saved_and_marked, test_close_asks, test_each_file_has_a_window, test_broken_session,
                  test_killed_and_restored]))
