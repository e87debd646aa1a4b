# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev bench makes of the figures that its programs told.

bench-table.py join FOLDER VERSION       one JSON document of all, on stdout
bench-table.py compare FOLDER OTHER      a table: each figure in both, ratio of medians

A folder has a file PROGRAM.jsonl for each program, a line a figure; a program that ran
several times told each figure as often.
"""

import json
import pathlib
import statistics
import sys


def read(folder):
    """{(program, figure): [what was told of it, …]}, in the order of the telling"""
    told = {}
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            figure = json.loads(line)
            told.setdefault((path.stem, figure["figure"]), []).append(figure)
    return told


def median(figures, key):
    """Of what was told; None where nothing was."""
    values = [figure[key] for figure in figures if figure.get(key) is not None]
    return statistics.median(values) if values else None


def meets(figure, value):
    """Whether the median does, whatever each run did by itself."""
    return value >= figure["bar"] if figure["at_least"] else value <= figure["bar"]


def merge(program, figures):
    merged = {"program": program, **figures[0], "runs": len(figures)}
    for key in ("value", "ratio_to_cvode", "error"):
        merged[key] = median(figures, key)
    if merged["bar"] is not None and merged["value"] is not None:
        merged["met"] = meets(merged, merged["value"])
    return merged


def join(folder, version):
    figures = [merge(program, told) for (program, _), told in read(folder).items()]
    json.dump({"schema": 1, "version": version, "figures": figures}, sys.stdout, indent=2,
              ensure_ascii=False)
    print()


def compare(folder, other):
    ours, theirs = read(folder), read(other)
    print(f"{'':<64} {'here':>10} {'there':>10}         here/there")
    for key, told in ours.items():
        here, there = median(told, "value"), median(theirs.get(key, []), "value")
        if here is None or there is None:
            continue
        name = f"{key[0].removeprefix('bench-')}: {key[1]}"
        print(f"{name:<64} {here:>10.4g} {there:>10.4g} {told[0]['unit']:<8} x{here / there:.3f}")
    missing = sorted(f"{program}: {figure}" for program, figure in ours.keys() ^ theirs.keys())
    for name in missing:
        print(f"  told by one alone: {name}")


def main(job=None, *arguments):
    jobs = {"join": join, "compare": compare}
    if job not in jobs or len(arguments) != 2:
        sys.exit(__doc__)
    jobs[job](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
