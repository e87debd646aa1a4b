#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-help.py SOURCE-ROOT: what the pages of the help say of the window is so there.

Each key that a page names is in the shortcuts window or bound to an action of the program; each name that it gives to
something stands in a template or in the sources, letter for letter; every item of the main menu and every view is
spoken of; and what a page says that it is of is there. data/help/README.md tells how keys and names are marked."""

import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

os.chdir(sys.argv[1])

MODIFIERS = {"Control": "Ctrl", "Shift": "Shift", "Alt": "Alt"}
KEYS = {
    "space": "Space", "bracketleft": "[", "bracketright": "]", "comma": ",", "period": ".", "plus": "+", "minus": "-",
    "question": "?", "Return": "Enter", "Page_Up": "Page Up", "Page_Down": "Page Down",
}

STRONG = re.compile(r"\*\*((?:\\.|[^*\\])+)\*\*")
EMPHASIS = re.compile(r"(?<![*\\])\*((?:\\.|[^*\\])+)\*(?!\*)")
# What is written as a key is, and has no marks.
UNMARKED = re.compile(r"\b(?:Ctrl|Alt|Shift)\+|\bF\d+\b|\bPage (?:Up|Down)\b|\b(?:Escape|Enter)\b")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def unescape(text):
    return re.sub(r"\\(.)", r"\1", text)


# ---- what there is ----


def name_key(accelerator):
    """<Control><Shift>s is Ctrl+Shift+S."""
    *modifiers, key = re.findall(r"[^<>]+", accelerator)
    key = KEYS.get(key, key.upper() if len(key) == 1 else key)
    return "+".join([MODIFIERS[modifier.capitalize()] for modifier in modifiers] + [key])


def find_keys():
    overlay = ElementTree.parse("ui/help-overlay.ui")
    accelerators = [
        accelerator
        for element in overlay.iter("property")
        if element.get("name") == "accelerator"
        for accelerator in element.text.split()
    ]
    table = re.search(r"accelerators\[\] = \{\n(.*?)\n  \};", read("src/app/rankle-application.c"), re.S)[1]
    accelerators += [key for keys in re.findall(r'\{ ("[^}]*)\}', table) for key in re.findall(r'"([^"]+)"', keys)
                     if not key.startswith(("win.", "app.", "window."))]
    keys = {name_key(accelerator) for accelerator in accelerators}
    return keys | {part for key in keys if len(key) > 1 for part in key.split("+")[:-1]}


def strip(label):
    return label.replace("_", "").rstrip("…")


def find_labels(path):
    return [(element, strip(element.text)) for element in ElementTree.parse(path).iter()
            if element.get("translatable") == "yes" and element.text]


def find_names():
    names = {label for path in glob.glob("ui/*.ui") for _, label in find_labels(path)}
    for path in glob.glob("src/widgets/*.c") + glob.glob("src/app/*.c"):
        names |= {strip(text) for text in re.findall(r'\b_ \("((?:[^"\\]|\\.)*)"\)', read(path))}
    return names


def find_to_be_told():
    """Items of the main menu, and views."""
    root = ElementTree.parse("ui/rankle-window.ui").getroot()
    menu = root.find("menu")
    for element in menu.iter("attribute"):
        if element.get("name") == "label":
            yield strip(element.text)
    for button in root.iter("object"):
        properties = {element.get("name"): element.text for element in button.findall("property")}
        if properties.get("action-name") == "win.view":
            yield strip(properties["label"])


def find_things():
    """What a page can be of."""
    sources = "\n".join(read(path) for path in glob.glob("src/widgets/*.c") + glob.glob("src/app/*.c"))
    things = set(re.findall(r"G_DEFINE_FINAL_TYPE \((\w+),", sources))
    for path in glob.glob("ui/*.ui"):
        for element in ElementTree.parse(path).iter():
            things |= {element.get("id"), element.get("class")}
    actions = set(re.findall(r'\.name = "([\w-]+)"', sources)) | set(re.findall(r'action_new\w* \("([\w-]+)"', sources))
    return things | {prefix + action for prefix in ("win.", "app.") for action in actions}


# ---- what is said ----

pages = {os.path.basename(path): json.loads(read(path)) for path in sorted(glob.glob("data/help/*.json"))}
said = {name: page["text"] for name, page in pages.items()}


def find_marked(pattern):
    return [(name, unescape(word)) for name, texts in said.items() for text in texts for word in pattern.findall(text)]


def list_unknown(marked, known):
    return [f"{name}: “{word}”" for name, word in marked if word not in known]


def list_unmarked():
    for name, texts in said.items():
        for text in texts:
            for found in UNMARKED.findall(STRONG.sub("", text)):
                yield f"{name}: “{found}” in “{text[:60]}”"


def list_untold(names):
    return [f"nowhere: “{name}”" for name in find_to_be_told() if name not in names]


def list_misnamed():
    return [name for name, page in pages.items() if name != page["id"] + ".json"]


def list_unbundled():
    bundled = read("data/rankle-data.gresource.xml")
    return [name for name in pages if f"<file>help/{name}</file>" not in bundled]


keys, names = find_marked(STRONG), find_marked(EMPHASIS)
of = [(name, thing) for name, page in pages.items() for thing in page.get("of", [])]
CHECKS = [
    ("there are pages, keys and names", [] if len(pages) > 10 and len(keys) > 50 and len(names) > 50 else ["too few"]),
    ("every file bears the id of its page", list_misnamed()),
    ("every page is bundled", list_unbundled()),
    ("every key is one", list_unknown(keys, find_keys())),
    ("every key is marked", list(list_unmarked())),
    ("everything is called as in the window", list_unknown(names, find_names())),
    ("the main menu and the views are told of", list_untold({word for _, word in names})),
    ("what a page is of is there", list_unknown(of, find_things())),
]
print(f"1..{len(CHECKS)}")
for number, (what, faults) in enumerate(CHECKS, 1):
    print(f"{'not ok' if faults else 'ok'} {number} {what}")
    for fault in faults:
        print(f"# {fault}")
sys.exit(any(faults for _, faults in CHECKS))
