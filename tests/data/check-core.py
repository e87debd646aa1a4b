# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the systems of the axis have in common stands in each of their files, letter for letter alike."""
import pathlib
import re
import sys

BLOCK = re.compile(r"^  // =+ (denosumab|core)\b.*?^  // =+ end of [^\n]*$", re.M | re.S)

blocks = {}
for path in sorted(pathlib.Path(sys.argv[1], "data", "systems").glob("*.ant")):
    for block in BLOCK.finditer(path.read_text(encoding="utf-8")):
        blocks.setdefault(block[1], []).append((path.name, block[0]))

print(f"1..{len(blocks)}")
for number, (name, copies) in enumerate(sorted(blocks.items()), 1):
    odd = [file for file, text in copies if text != copies[0][1]]
    print(f"{'not ok' if odd else 'ok'} {number} {name} of {len(copies)} files")
    for file in odd:
        print(f"# {file} differs from {copies[0][0]}")
assert set(blocks) == {"core", "denosumab"} and all(len(c) > 1 for c in blocks.values())
