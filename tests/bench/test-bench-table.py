# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev bench makes of the lines that its programs tell."""

import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(__file__).with_name("bench-table.py")


def tell(folder, program, *figures):
    lines = "".join(json.dumps(figure) + "\n" for figure in figures)
    (folder / f"{program}.jsonl").write_text(lines, encoding="utf-8")


def figure(name, value, **others):
    told = {"figure": name, "value": value, "unit": "ms", "bar": None,
            "ratio_to_cvode": None, "error": None}
    return {**told, **others}


def run(*arguments):
    return subprocess.run([sys.executable, "-B", PROGRAM, *arguments], capture_output=True,
                          text=True, check=False)


def test_join(folder):
    """Medians of what was told several times, and the bar holds for the median."""
    bar = {"bar": 3, "at_least": False, "met": True}
    tell(folder, "bench-one", figure("run", 2, **bar, ratio_to_cvode=0.2),
         figure("run", 9, **bar, ratio_to_cvode=0.4), figure("run", 4, **bar))
    tell(folder, "bench-two", figure("rate", 7, bar=5, at_least=True, met=True, error=1e-5))
    told = json.loads(run("join", folder, "abc").stdout)
    one, two = told["figures"]
    assert told["schema"] == 1 and told["version"] == "abc"
    assert one["program"] == "bench-one" and one["runs"] == 3
    assert one["value"] == 4 and one["met"] is False
    assert abs(one["ratio_to_cvode"] - 0.3) < 1e-12 and one["error"] is None
    assert two["met"] is True and two["error"] == 1e-5


def test_compare(folder):
    """The ratio is that of the medians; what one side does not tell is named."""
    here, there = folder / "here", folder / "there"
    for side in (here, there):
        side.mkdir()
    tell(here, "bench-one", figure("run", 1), figure("run", 3), figure("run", 100),
         figure("new", 5))
    tell(there, "bench-one", figure("run", 6), figure("run", 5), figure("run", 7))
    lines = run("compare", here, there).stdout.splitlines()
    assert lines[1].split() == ["one:", "run", "3", "6", "ms", "x0.500"], lines
    assert lines[2].strip() == "told by one alone: bench-one: new" and len(lines) == 3


def test_usage(folder):
    wrong = run("join", folder)
    assert wrong.returncode != 0 and "bench-table.py join" in wrong.stderr


def main():
    tests = [test_join, test_compare, test_usage]
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {number} - {test.__name__}")
            except AssertionError as error:
                print(f"not ok {number} - {test.__name__}: {error}")


main()
