# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-open-file.py PROGRAM TWIN: a file on the command line, as a double click in a file manager gives it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from from_outside import PATIENCE, Program, keep_still, run

BUNDLED = "Rankle: RANKL, RANK, OPG and bone"


def opened(path, **how):
    return Program(sys.argv[1], path, curves=False, **how)


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def test_antimony():
    program = opened(write("decay.ant", "model decay\n  x = 10; x' = -x\nend\n"))
    program.until("the model is shown", lambda: program.find("button", "decay"))
    program.close()


def test_sbml():
    path = os.path.join(folder, "bone.xml")
    subprocess.run([sys.argv[2], "export", "lemaire-2004", "--sbml", path], check=True)
    program = opened(path)
    program.until("the model is shown", lambda: program.find("button", "Lemaire 2004: osteoblasts and osteoclasts"))
    program.close()


def complaint_about(path):
    """What the window says; the model that was there stays."""
    program = opened(path)
    words = program.until("it is told", lambda: [
        label.get_name() for label in program.all("label")
        if label.get_name().startswith(os.path.basename(path))])[0]
    program.find("button", BUNDLED)
    program.close()
    return words


def test_broken_files():
    for name, text, words in (
            ("broken.ant", "x = 1\ny = = 2\n", r"broken\.ant:2:5: .+"),
            ("broken.xml", "<sbml>\n  <model>\n</sbml>\n", r"broken\.xml:\d+:\d+: .+")):
        said = complaint_about(write(name, text))
        assert re.fullmatch(words, said), f"“{said}”"


def write_large():
    """It takes a second to read."""
    parameters = "".join(
        f'<parameter id="p{i}" value="{i}" constant="true"/>\n'
        for i in range(100_000))
    return write("large.xml", '<?xml version="1.0" encoding="UTF-8"?>\n'
                 '<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">\n'
                 f"<model id='large'>\n<listOfParameters>\n{parameters}</listOfParameters>\n</model>\n</sbml>\n")


def copies_of(process):
    """Forks of PROCESS: what its own program does in another."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                parent = int(stat.read().rpartition(")")[2].split()[1])
            if parent == process.pid and os.path.samefile(f"/proc/{pid}/exe", f"/proc/{parent}/exe"):
                yield int(pid)
        except OSError:  # it has ended meanwhile
            pass


def hold_reader(process):
    """The process that tries a file out is stopped, so that reading lasts until it is called off."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for copy in copies_of(process):
            os.kill(copy, signal.SIGSTOP)
            return
    raise AssertionError("never: a file is tried out")


def test_keys_while_reading():
    """What a key does it does while a file is read, and Escape calls it off."""
    program = opened(write_large(), started=hold_reader)
    program.take_keys()
    program.until("it is said to be read", lambda: "Reading large.xml…" in program.statuses())
    program.key("F9")
    program.until("the controls are folded away", lambda: not program.is_pressed("Controls"))
    program.key("Escape")
    program.until("it is read no more", lambda: "Reading large.xml…" not in program.statuses())
    program.find("button", BUNDLED)
    assert not [label for label in program.all("label") if label.get_name().startswith("large.xml")]
    program.close()


def test_no_file():
    assert complaint_about(os.path.join(folder, "nowhere.ant")) == "nowhere.ant: no such file"


keep_still()
with tempfile.TemporaryDirectory() as folder:
    sys.exit(run([test_antimony, test_sbml, test_broken_files, test_keys_while_reading, test_no_file]))
