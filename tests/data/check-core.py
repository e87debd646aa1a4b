# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the systems of the axis have in common stands in each of their files, letter for letter alike; each says that its
sizes are ours, grades every number, and says of a part that it is published where one is, and only there."""
import json
import pathlib
import re
import sys

BLOCK = re.compile(r"^  // =+ (denosumab|core)\b.*?^  // =+ end of [^\n]*$", re.M | re.S)
GRADES = {"published", "adapted", "fitted", "ours"}


def compare_blocks(models):
    blocks = {}
    for path in sorted(models.glob("*.ant")):
        for block in BLOCK.finditer(path.read_text(encoding="utf-8")):
            blocks.setdefault(block[1], []).append((path.name, block[0]))
    assert set(blocks) == {"core", "denosumab"} and all(len(c) > 1 for c in blocks.values())
    for name, copies in sorted(blocks.items()):
        yield f"{name} of {len(copies)} files", [f"{file} differs from {copies[0][0]}" for file, text in copies if text != copies[0][1]]


def check_system(sidecar):
    notes = " ".join(sidecar["notes"])
    grades = [quantity.get("grade") for quantity in sidecar["quantities"].values()]
    if "sizes are ours" not in notes:
        yield "no note says that its sizes are ours"
    if "ours" not in grades or not set(grades) <= GRADES:
        yield "a number has no grade, or none is ours"
    if ("published" in grades) != ("but for" in notes):
        yield "what is published is not said, or said of nothing"


def check_systems(models):
    sidecars = [(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(models.glob("*.json"))]
    systems = [(name, sidecar) for name, sidecar in sidecars if "scenario" in sidecar]
    assert len(systems) >= 11
    for name, sidecar in systems:
        yield name, list(check_system(sidecar))


folder = pathlib.Path(sys.argv[1], "data", "models")
results = [*compare_blocks(folder), *check_systems(folder)]
print(f"1..{len(results)}")
for number, (name, faults) in enumerate(results, 1):
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults:
        print(f"# {fault}")
