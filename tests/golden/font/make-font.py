#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-font.py: makes squares-*.ttf of letters.txt, beside which it stands. Needs python3-fonttools.

The golden pictures are written with these fonts and no others, so that they do not depend on the machine's.
The letters consist of squares: rasterisers agree on upright edges without hints, where they differ on curves."""

import os

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

ROWS, COLUMNS, DESCENT = 10, 6, 2  # squares
SIDE = 100  # of a square, in units of which 1000 make the size
SLOPE = 0.2
# Above and below the letters, as fonts for reading have it.
AIR = 120
# style: (usWeightClass, wider by, slope)
STYLES = {"Regular": (400, 0, 0), "Bold": (700, 40, 0), "Italic": (400, 0, SLOPE)}


def read_letters(path):
    """Code point: rows of squares, where # is ink."""
    letters = {}
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("U+"):
                rows = letters[int(line[2:], 16)] = []
            elif len(line) == COLUMNS and set(line) <= set(".#"):
                rows.append(line)
    assert all(len(rows) == ROWS for rows in letters.values())
    return letters


def runs(row):
    """From where to where there is ink."""
    start = None
    for column, square in enumerate(row + "."):
        if square == "#" and start is None:
            start = column
        elif square != "#" and start is not None:
            yield start, column
            start = None


def draw(rows, wider, slope):
    pen = TTGlyphPen(None)
    for number, row in enumerate(rows):
        top = (ROWS - DESCENT - number) * SIDE
        for start, end in runs(row):
            left, right, bottom = start * SIDE, end * SIDE + wider, top - SIDE
            pen.moveTo((round(left + slope * bottom), bottom))
            pen.lineTo((round(left + slope * top), top))
            pen.lineTo((round(right + slope * top), top))
            pen.lineTo((round(right + slope * bottom), bottom))
            pen.closePath()
    return pen.glyph()


def make(letters, style, folder):
    weight, wider, slope = STYLES[style]
    names = {code: f"uni{code:04X}" for code in letters}
    glyphs = {names[code]: draw(rows, wider, slope) for code, rows in letters.items()}
    builder = FontBuilder(ROWS * SIDE, isTTF=True)
    builder.setupGlyphOrder([".notdef", *glyphs])
    builder.setupCharacterMap(names)
    builder.setupGlyf({".notdef": draw(["#" * (COLUMNS - 1)] * ROWS, 0, 0), **glyphs})
    builder.setupHorizontalMetrics(
        {name: (COLUMNS * SIDE, getattr(glyph, "xMin", 0)) for name, glyph in builder.font["glyf"].glyphs.items()})
    ascent, descent = (ROWS - DESCENT) * SIDE + AIR, DESCENT * SIDE + AIR
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
    builder.setupNameTable({"familyName": "Rankle Squares", "styleName": style}, mac=False)
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=-descent, sTypoLineGap=0, usWinAscent=ascent,
                     usWinDescent=descent, usWeightClass=weight,
                     fsSelection={"Regular": 64, "Bold": 32, "Italic": 1}[style])
    builder.setupPost(italicAngle=-11 if slope else 0, keepGlyphNames=False)
    builder.font["head"].macStyle = {"Regular": 0, "Bold": 1, "Italic": 2}[style]
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(os.path.join(folder, f"squares-{style.lower()}.ttf"))


here = os.path.dirname(os.path.abspath(__file__))
for style_name in STYLES:
    make(read_letters(os.path.join(here, "letters.txt")), style_name, here)
