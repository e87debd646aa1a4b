#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-pseudo-locale.py XGETTEXT MSGFMT SOURCE BUILD LOCALES DONE FILE...: a language that nobody speaks, for tests.

It goes into LOCALES/zz, and DONE is made when it is there. Each text of the FILEs stands in brackets with an accent on every letter, so that one that was not translated is
seen; what printf and our own placeholders take stays as it is.
"""
import os
import re
import subprocess
import sys
import tempfile

ACCENTS = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                        "áƀćđéƒǥħíǰķłɱńóƥɋŕśŧúṽŵẋýžÁƁĆĐÉƑǤĦÍǰĶŁṀŃÓƤɊŔŚŦÚṼŴẊÝŽ")
KEPT = re.compile(r"(%(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z)?[a-zA-Z%]|\{value\}|\\.|&\w+;|<[^>]*>)")


def disguise(text):
    parts = KEPT.split(text)
    return "[" + "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(parts)) + "]"


def translate(entry):
    """An entry of the template, with its translations."""
    texts = {}
    name = None
    for line in entry.splitlines():
        match = re.match(r'(msg\w+)?(?:\[\d\])?\s*"(.*)"$', line)
        if match:
            name = match.group(1) or name
            texts[name] = texts.get(name, "") + match.group(2)
    if not texts.get("msgid"):
        return entry
    head = "\n".join(line for line in entry.splitlines() if not re.match(r'msgstr|#', line))
    head = re.sub(r'(?s)\nmsgstr.*', "", head)
    one = disguise(texts["msgid"])
    if "msgid_plural" not in texts:
        return f'{head}\nmsgstr "{one}"'
    return f'{head}\nmsgstr[0] "{one}"\nmsgstr[1] "{disguise(texts["msgid_plural"])}"'


def main(xgettext, msgfmt, source, build, locales, done, *files):
    output = os.path.join(locales, "zz", "LC_MESSAGES", "rankle.mo")
    with tempfile.TemporaryDirectory() as folder:
        template, words = os.path.join(folder, "words.pot"), os.path.join(folder, "words.po")
        subprocess.run([xgettext, "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=ngettext:1,2",
                        "--directory=" + source, "--directory=" + build, "--output=" + template, *files], check=True)
        with open(template, encoding="utf-8") as file:
            entries = file.read().split("\n\n")
        entries[0] = entries[0].replace("CHARSET", "UTF-8").replace("nplurals=INTEGER; plural=EXPRESSION",
                                                                    "nplurals=2; plural=n != 1")
        with open(words, "w", encoding="utf-8") as file:
            file.write("\n\n".join([entries[0]] + [translate(entry) for entry in entries[1:]]) + "\n")
        os.makedirs(os.path.dirname(output), exist_ok=True)
        subprocess.run([msgfmt, "--output-file=" + output, words], check=True)
    with open(done, "w", encoding="utf-8"):
        pass


main(*sys.argv[1:])
