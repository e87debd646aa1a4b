# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lessons-tried.py PROGRAM TWIN DATA keys|actions: somebody who cannot see it does each lesson to its end: by keys alone, or by
actions of AT-SPI alone, and reads nothing but names, values and announcements. The answers are those of the lessons' files."""

import json
import math
import os
import sys

from from_outside import Program, keep_still, kind_of, run

COURSES = {
    "rise": "It rises",
    "fall": "It falls",
    "overshoot": "It overshoots: it goes far, and comes back",
    "nothing": "Nothing happens to it",
}
OFF = 0.06  # of a slider's length, between off and the least value
DATA, BY = sys.argv[3:5]


def read(*path):
    with open(os.path.join(DATA, *path), encoding="utf-8") as file:
        return json.load(file)


def model_of(start):
    name = start["own"]["model"] if "own" in start else read("scenarios", start["scenario"] + ".json").get("model")
    return read("models", name + ".json")


def control_of(start, name):
    return next(control for control in model_of(start)["controls"] if control["id"] == name)


def position_of(control, value):
    """Where a slider stands at a value."""
    start = OFF if control.get("off") else 0
    least, most = control["min"], control["max"]
    if value < least:
        return 0
    along = math.log(value / least) / math.log(most / least) if control["scale"] == "log" else (value - least) / (most - least)
    return start + along * (1 - start)


def heard(words):
    """What was read out last has these words in it."""
    def is_there():
        return any(words in program.name(label) for label in program.known_alerts())
    program.until(f"“{words}” is read out", is_there)


def known_alerts():
    alerts = [a for a in program.walk() if kind_of(a) in ("alert", "notification")]
    return alerts


# ---- by keys ----

def choose_by_keys(words, choices, button, mnemonic):
    while program.focus_name() not in choices:
        program.move_focus("shift+Tab")
    while program.focus_name() != words:
        below = choices.index(words) > choices.index(program.focus_name())
        program.move_focus("Down" if below else "Up")
    program.key("space", f"alt+{mnemonic}")


def title_of(control):
    """A switch may be of what it switches off."""
    return control.get("reversed", control)["label"]


def move_by_keys(control, value):
    program.tab_to(title_of(control))
    if control.get("switch"):
        program.key("Return")
        return
    program.key("Return")
    program.until("its value is typed", lambda: (program.focus() or [None])[0] == "text")
    program.key("ctrl+a")
    program.type(f"{value * control.get('display_factor', 1):.9g}")
    program.key("Return")


def go_on_by_keys(name):
    program.key("alt+Right")


def start_by_keys(title):
    program.key("ctrl+l")
    program.until("the lessons are there", lambda: program.on_screen("Lessons"))
    program.take_keys("Lessons")
    program.type(title)
    program.key("Return")
    program.until("they are gone", lambda: not program.on_screen("Lessons"))
    program.take_keys()


# ---- by actions ----

def press(kind, name):
    """One of that name that was there before may be gone."""
    program.press(program.until(f"{name} is there", lambda: program.find(kind, name)))


def choose_by_actions(words, choices, button, mnemonic):
    press("radio button", words)
    press("button", button)


def move_by_actions(control, value):
    if control.get("switch"):
        program.press(program.until(f"{title_of(control)} is there", lambda: next(
            a for a in program.walk()
            if a.get_name() == title_of(control) and kind_of(a) != "label" and a.get_action_iface())))
    else:
        program.until("its slider is there", lambda: program.find("slider", control["label"]))
        program.set_position(control["label"], position_of(control, value))


def go_on_by_actions(name):
    press("button", name)


# ---- a lesson ----

DO = {
    "keys": (choose_by_keys, move_by_keys, go_on_by_keys),
    "actions": (choose_by_actions, move_by_actions, go_on_by_actions),
}
choose, move, go_on = DO[BY]


def do_prediction(prediction):
    choose(COURSES[prediction["right"]], list(COURSES.values()), "Predict", "p")


def do_question(question):
    """A wrong answer first: it is told why, and asked again."""
    wrong = next(choice for choice in question["choices"] if not choice.get("right"))
    right = next(choice for choice in question["choices"] if choice.get("right"))
    choices = [choice["words"] for choice in question["choices"]]
    choose(wrong["words"], choices, "Answer", "a")
    heard(wrong["reply"][:30])
    choose(right["words"], choices, "Answer", "a")
    heard(right["reply"][:30])


def do_goals(step, start):
    # How often a drug is given makes a difference when there is more than one dose.
    controls = sorted(step["solution"].get("controls", {}).items(), key=lambda it: "_interval" in it[0])
    for name, value in controls:
        move(control_of(start, name), value)


def do_step(step, start, last):
    heard(step["title"])
    if "prediction" in step:
        do_prediction(step["prediction"])
    if "question" in step:
        do_question(step["question"])
    if "goals" in step:
        do_goals(step, start)
    name = "Finish" if last else "Next"
    program.until(f"{step['id']} is done", lambda: program.find("button", name))
    go_on(name)


def do_lesson(name):
    lesson = read("lessons", name)
    start = None
    start_by_keys(lesson["summary"][:30])  # of titles there may be two alike
    for number, step in enumerate(lesson["steps"], 1):
        start = step.get("start", start)
        do_step(step, start, number == len(lesson["steps"]))
    n = len(lesson["steps"])
    heard(f"Steps done: {n} of {n}.")
    program.key("alt+Right")  # which leaves it


def make_test(name):
    def test():
        do_lesson(name)
    test.__name__ = "test_" + name.removesuffix(".json").replace("-", "_")
    return test


keep_still()
program = Program(sys.argv[1])
program.known_alerts = known_alerts
program.take_keys()
names = sorted(name for name in os.listdir(os.path.join(DATA, "lessons")) if name.endswith(".json"))
if len(sys.argv) > 5:
    names = [name for name in names if name.startswith(sys.argv[5])]
elif "RANKLE_ALL_LESSONS" not in os.environ:
    # They take minutes: every other one by keys, those between by actions.
    names = names[BY == "actions"::2]
status = run([make_test(name) for name in names])
program.close()
sys.exit(status)
