#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-words.py RESOURCES OUTPUT DEPFILE: what the window shows of the bundled files, as C for xgettext.

JSON and SBGN have no place for a translator's mark. RESOURCES lists what is bundled; of it, these are the
texts that the readers in src/catalog/, src/exchange/ and src/diagram/ hand to gettext. Of a model's quantities
only the labels and units of its columns, since no other stands on a plot or a map. Tests hold this against the models and
the diagram themselves.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree

SHOWN = {"title", "summary", "description", "label", "labels", "unit", "absent", "notes", "group",
         "nothing", "words", "rises", "falls", "when_off", "when_on", "idle", "sentence", "text", "notice",
         "hints", "reply", "called", "modelled", "finish"}

HEAD = """/* Made by the build of what is bundled; see src/catalog/make-words.py. */
#define N_(words) words

extern const char *const rankle_bundled_words[];
const char *const        rankle_bundled_words[] = {
"""


def find_shown(value, key=""):
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "quantities":
                yield from find_shown(member, name)
    elif isinstance(value, list):
        for element in value:
            yield from find_shown(element, key)
    elif isinstance(value, str) and value and key in SHOWN:
        yield value


def find_columns(antimony):
    """Ids of what has a rate or a rule, and of species: states and observables."""
    text = re.sub(r"//.*", "", antimony)
    yield from re.findall(r"(?m)(?:^|;)[ \t]*(\w+)[ \t]*(?:'[ \t]*=|:=)", text)
    for names in re.findall(r"(?m)(?:^|;)[ \t]*(?:substanceOnly[ \t]+)?species[ \t]+([^;\n]*)", text):
        yield from re.findall(r"\$?(\w+)(?:[ \t]+in[ \t]+\w+)?[ \t]*(?:,|$)", names)


def find_labels(sidecar, antimony):
    quantities = sidecar.get("quantities", {})
    for column in set(find_columns(antimony)) - set(sidecar.get("hidden", [])):
        for member in "label", "unit":
            if quantities.get(column, {}).get(member):
                yield quantities[column][member]


def find_glyph_words(sbgn):
    """Labels and notes of a diagram's glyphs."""
    for element in xml.etree.ElementTree.parse(sbgn).iter():
        name = element.tag.rpartition("}")[2]
        if name == "label" and element.get("text"):
            yield element.get("text")
        elif name == "level":
            yield element.get("name")
        elif name == "notes":
            yield " ".join("".join(element.itertext()).split())


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def find_words(paths):
    for path in paths:
        if path.endswith(".sbgn"):
            yield from find_glyph_words(path)
            continue
        content = json.loads(read(path))
        yield from find_shown(content)
        antimony = os.path.splitext(path)[0] + ".ant"
        if os.path.exists(antimony):
            yield from find_labels(content, read(antimony))


def list_files(resources):
    folder = os.path.dirname(resources)
    for file in xml.etree.ElementTree.parse(resources).iter("file"):
        yield os.path.join(folder, file.text)


def write_entry(word):
    literal = json.dumps(word, ensure_ascii=False)  # JSON's escapes are C's, too
    # A percent sign with a letter behind it is no conversion here.
    note = "  /* xgettext:no-c-format */\n" if "%" in word else ""
    return f"{note}  N_ ({literal}),\n"


def main(resources, output, depfile):
    files = list(list_files(resources))
    words = sorted(set(find_words(path for path in files if path.endswith((".json", ".sbgn")))), key=str.encode)
    assert words, "no words in what " + resources + " lists"
    with open(output, "w", encoding="utf-8") as file:
        file.write(HEAD + "".join(map(write_entry, words)) + "  0\n};\n")
    with open(depfile, "w", encoding="utf-8") as file:
        file.write(output + ": " + " ".join(path.replace(" ", "\\ ") for path in files) + "\n")


main(*sys.argv[1:])
