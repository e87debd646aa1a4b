# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-regimen.py PROGRAM TWIN: a late dose, a missed dose and a rival, kept, compared, exported, undone, opened again
and made again by the twin; once with a pointer on the doses, once by keys alone."""

import csv
import os
import re
import subprocess
import sys
import tempfile

from from_outside import Program, keep_still, run

TRACK = "Doses and changes"
TURNOVER = "Turnover: CTX and P1NP"
SCENARIO = "Denosumab in a woman ten years after menopause, then stop"
LATE = "Dose 4 of Denosumab, 3 months later"
MISSED = "Dose 5 of Denosumab missed"
RIVAL = "Martinez-Reina 2019"
places = []  # a folder for the files of each time
# Of the accent, in which doses are drawn, against all else.
ACCENT = (lambda red, green, blue: red < 70 and 70 < green < 140 and blue > 190)
TRACK_LEFT, TRACK_TOP, TRACK_BOTTOM = 380, 670, 745  # pixels, in a window of 1280 by 800


def told():
    return program.description("image", TRACK)


def undo_label():
    return program.description("button", "Undo")


def until_undo(words):
    program.until(f"undo is {words}", lambda: undo_label().startswith(words))


# ---- doses by hand ----


def find_handles():
    """The middles of the doses on the screen, from the first on: patches of the accent in the first lane."""
    width, height = 1280, TRACK_BOTTOM - TRACK_TOP
    shot = subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+0+{TRACK_TOP}", "-depth", "8",
                           "rgb:-"], capture_output=True, check=True).stdout
    hits = [(x, y) for y in range(height) for x in range(TRACK_LEFT, width)
            if ACCENT(*shot[3 * (y * width + x):3 * (y * width + x) + 3])]
    top = min(y for _, y in hits)
    columns = sorted({x for x, y in hits if y < top + 14})
    groups = [[columns[0]]]
    for x in columns[1:]:
        if x > groups[-1][-1] + 1:
            groups.append([])
        groups[-1].append(x)
    middles = [sum(group) / len(group) for group in groups if len(group) > 6]
    assert len(middles) >= 5, middles
    return middles, TRACK_TOP + top + 6


def pointer(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True)


def delay_by_pointer():
    """From one dose to the next are six months."""
    handles, y = program.until("the doses are drawn", find_handles)
    x, way = round(handles[3]), (handles[1] - handles[0]) / 2
    pointer("mousemove", x, y, "mousedown", 1)
    for step in range(1, 5):
        pointer("mousemove", x + round(step * way / 4), y)
        program.catch_up()
    program.until("dose 4 is three months late", lambda: "late by 3 months" in told())
    pointer("mouseup", 1)


def miss_by_pointer():
    handles, y = find_handles()
    pointer("mousemove", round(handles[4]), y, "click", 1)
    program.until("dose 5 is selected", lambda: told().startswith("Denosumab, dose 5 of 6"))
    program.key("m")


def delay_by_keys():
    program.tab_to(TRACK)
    program.key("ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right")
    program.until("dose 4 is selected", lambda: told().startswith("Denosumab, dose 4 of 6"))
    program.key("Right", "Right", "Right")


def miss_by_keys():
    program.tab_to(TRACK)
    program.key("ctrl+Right")
    program.until("dose 5 is selected", lambda: told().startswith("Denosumab, dose 5 of 6"))
    program.key("m")


# ---- runs ----


def runs():
    """What the rows of runs are called."""
    return [row.get_name() for row in program.all("list item") if re.match(r"(Now|[A-Z]\d*): ", row.get_name())]


def keep(name):
    program.key("p")
    program.until(f"it is kept as {name}", lambda: any(name in row for row in runs()))


def add_rival():
    """Of the menu, by keys: what is typed is looked for, and the first that is found is taken."""
    program.tab_to("Add a Rival Model")
    program.key("space")
    program.until("the menu has the keyboard", lambda: (program.focus() or [None])[0] == "list item")
    program.type(RIVAL[:8].lower())
    program.until("what is typed is looked for", lambda: (program.focus() or [None])[0] == "text")
    program.key("Return")
    program.until("the rival is kept", lambda: any(RIVAL in row for row in runs()))


def compare_at_the_peak():
    """The largest peak after the last dose is where the runs are told apart; the cursor stands there."""
    program.tab_to(TURNOVER)
    program.key("Home", "Down")
    best = (0, "")
    for _ in range(80):
        before = program.description("image", TURNOVER)
        if before.startswith("End of CTX"):
            break
        program.key("ctrl+Right")
        said = program.until("another place", lambda: program.description("image", TURNOVER) != before
                             and program.description("image", TURNOVER))
        peak = re.match(r"Peak of CTX: ([\d.]+) .*? at ([\d.]+) y", said)
        if peak:
            best = max(best, (float(peak[1]), peak[2]))
    assert best[0] > 200 and 13 < float(best[1]) < 17, best
    assert "beside kept runs A B" in program.description("image", TURNOVER), program.description("image", TURNOVER)


# ---- files ----


def answer_with_path(key, title, path):
    program.take_keys()
    program.key(key)
    program.raise_window(title)
    program.key("ctrl+a")
    program.type(path)
    program.key("Return")
    program.until("it is answered", lambda: not program.on_screen(title))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def twin(*arguments):
    return subprocess.run([sys.argv[2], *arguments], check=True, capture_output=True).stdout


def split(table):
    """The options that a table says it was made by, and its rows."""
    lines = table.decode().splitlines()
    options = [line[2:] for line in lines if line.startswith("# --")]
    return options, [line for line in lines if not line.startswith("#")]


def save_and_export():
    session, table = path_of("regimen.rankle"), path_of("regimen.csv")
    answer_with_path("ctrl+shift+s", "Save As", session)
    program.until("it is called by its file", lambda: program.windows("regimen – Rankle"))
    answer_with_path("ctrl+shift+e", "Export Table", table)
    program.until("the table is there", lambda: os.path.exists(table) and read(table))
    assert twin("simulate", session) == read(table), "the twin's table is another"
    options, rows = split(read(table))
    words = [word for option in options for word in option.split(" ", 1)]
    words += ["--end", rows[-1].split(",", 1)[0]]
    assert any(word.endswith(",4:late=91.25,5:missed") for word in words), words
    again = repeat(words)
    assert again == rows, (words, len(again), len(rows))
    return words


def repeat(words):
    return split(twin("simulate", "rankle", "--as-shown", *words))[1]


def check_kept_runs(words):
    """Each kept run as the session's file has it, and as a command of its own makes it: what was kept last is what is
    shown, and what was kept first had its fifth dose."""
    lines = split(twin("simulate", path_of("regimen.rankle"), "--runs"))[1]
    rows = list(csv.reader(lines))[1:]
    names = list(dict.fromkeys(row[0] for row in rows))
    assert len(names) == 3 and names[0] == "now" and names[1].startswith(LATE), names
    before = [word.replace(",5:missed", "") for word in words]
    for name, command in zip(names, (words, before, words)):
        again = list(csv.reader(repeat(command)))[1:]
        assert [row[1:] for row in rows if row[0] == name] == again, (name, command)


def check_files():
    session, archive, report = path_of("regimen.rankle"), path_of("regimen.omex"), path_of("regimen.pdf")
    twin("export", session, "--omex", archive)
    assert twin("simulate", archive) == twin("simulate", session)
    twin("report", session, "--out", report)
    assert read(report).startswith(b"%PDF"), read(report)[:20]


def path_of(name):
    return os.path.join(places[-1], name)


def undo_all(start):
    """Back to where undo would take back that the file was opened."""
    program.take_keys("regimen – Rankle")
    while undo_label() != start:
        before = undo_label()
        program.key("ctrl+z")
        program.until(f"{before} is undone", lambda: undo_label() != before)
    assert len(runs()) <= 1, runs()
    program.until("the scenario is as given", lambda: program.find("button", SCENARIO))


def play(delay, miss):
    global program
    places.append(tempfile.mkdtemp(dir=folder))
    program = Program(sys.argv[1], SCENARIO_FILE)
    try:
        play_to_the_end(delay, miss)
    finally:
        program.close()


def play_to_the_end(delay, miss):
    global program
    program.take_keys()
    program.until("it is idle", lambda: "CTX" in program.description("image", TURNOVER))
    start = undo_label()
    delay()
    until_undo(LATE)
    keep(LATE)
    miss()
    until_undo(MISSED)
    keep("Dose 5")
    add_rival()
    compare_at_the_peak()
    check_kept_runs(save_and_export())
    check_files()
    before = runs()
    undo_all(start)
    program.close()
    program = Program(sys.argv[1], path_of("regimen.rankle"), curves=False)
    program.until("it is opened again", lambda: program.windows("regimen – Rankle"))
    program.until("with its runs", lambda: runs() == before)


def test_with_a_pointer():
    play(delay_by_pointer, miss_by_pointer)


def test_by_keys():
    play(delay_by_keys, miss_by_keys)


keep_still()
SCENARIO_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "scenarios",
                             "denosumab-3-years.json")
os.makedirs(os.path.join(os.environ["XDG_STATE_HOME"], "rankle", "autosave"), exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    sys.exit(run([test_with_a_pointer, test_by_keys]))
