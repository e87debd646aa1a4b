#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-circles.py NM BUILD-ROOT: no circle of files larger than two.

A circle is a set of object files each of which calls the others, if by way of a third: none of them
can be understood, tested or changed by itself. Two that call each other are a pair; three are a knot.
"""
import glob
import os
import subprocess
import sys

LARGEST = 2


def name_of(path):
    return os.path.basename(path).split(".c.o")[0]


def read_calls(nm, objects):
    """For each object file, those whose symbols it uses."""
    lines = subprocess.run([nm, "-A", "-P", *objects], capture_output=True, text=True, check=True).stdout
    owners, wanted = {}, {path: set() for path in objects}
    for line in lines.splitlines():
        path, symbol, kind = line.replace(": ", " ", 1).split()[:3]
        if kind in "TDBRC":
            owners[symbol] = path
        elif kind == "U":
            wanted[path].add(symbol)
    return {path: {owners[symbol] for symbol in wanted[path] if symbol in owners} - {path} for path in objects}


def reach(calls, start):
    seen, waiting = set(), [start]
    while waiting:
        for called in calls[waiting.pop()] - seen:
            seen.add(called)
            waiting.append(called)
    return seen


def find_circles(calls):
    reached = {path: reach(calls, path) for path in calls}
    circles = {
        frozenset(other for other in reached[path] if path in reached[other]) for path in calls if path in reached[path]
    }
    return [circle for circle in circles if len(circle) > LARGEST]


def describe(circle, calls):
    for path in sorted(circle):
        called = ", ".join(sorted(name_of(other) for other in calls[path] & circle))
        yield f"# {name_of(path)} calls {called}"


def main(nm, build):
    objects = sorted(glob.glob(os.path.join(build, "src", "**", "*.c.o"), recursive=True))
    calls = read_calls(nm, objects)
    circles = find_circles(calls)

    print("TAP version 13\n1..2")
    print(f"{'ok' if len(objects) > 20 else 'not ok'} 1 there are object files to look at: {len(objects)}")
    print(f"{'not ok' if circles else 'ok'} 2 no circle of files is larger than {LARGEST}")
    for circle in circles:
        print("\n".join(describe(circle, calls)))
    return 1 if circles or len(objects) <= 20 else 0


sys.exit(main(*sys.argv[1:]))
