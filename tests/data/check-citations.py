# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is cited in the systems of the axis, on cards, in scenarios and in evidence is spelled as in citations.tsv; what is recalled
says so, and a row of a system that was seen was seen in something that was."""
import csv
import json
import pathlib
import re
import sys

NAME = re.compile(r"[A-Z][\w’'-]+(?:(?:, | and )[A-Z][\w’'-]+)*(?: and others| et al\.?)? (?:19|20)\d\d\b")
PLACE = re.compile(r"\b\d+:[a-z]*\d{2,}\b|\bPMC\d+\b")
OTHERS = re.compile(r" and others| et al\.?")


def read_list(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    assert lines[0] == "cited\tgrade" and rows == sorted(rows) and len({cited for cited, _ in rows}) == len(rows)
    assert {grade for _, grade in rows} == {"seen", "recalled", "other"}
    return dict(rows)


def take_out(text, cited):
    """What is left of a text, and what of the list stood in it: in full, or as "Name Year"."""
    found = []
    for full in sorted(cited, key=len, reverse=True):
        if full in text:
            text = text.replace(full, "¶")
            found.append(full)
    return text, found


def check(text, cited):
    left, found = take_out(text, cited)
    short = {match[0]: full for full in cited for match in [NAME.match(full)] if match}
    for match in NAME.finditer(left):
        name = OTHERS.sub("", match[0])
        if name in short:
            found.append(short[name])
        else:
            yield f"“{match[0]}” is not listed"
    for match in PLACE.finditer(left):
        yield f"“{left[max(0, match.start() - 40) : match.end()]}” is spelled otherwise"
    for full in found:
        if cited[full] == "recalled" and "recalled" not in text:
            yield f"“{full}” is recalled, and not said to be"


def check_row(row, scenarios, cited):
    yield from check(f"{row['citation']}; {row['note']}", cited)
    if row["arm"] in scenarios and row["grade"] == "seen":
        if not any(cited[full] == "seen" for full in take_out(row["citation"], cited)[1]):
            yield f"“{row['citation']}” is nothing that was seen"


def read_texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from read_texts(item)


def is_system(path):
    if path.stem == "rankl-signalling":  # its citations are those of published models, and not in the list
        return False
    return "scenario" in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def check_file(path, scenarios, cited):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        for row in csv.DictReader(lines):
            yield from check_row(row, scenarios, cited)
    elif path.suffix == ".json":
        for words in read_texts(json.loads(text)):
            yield from check(words, cited)
    else:
        # A remark goes on in the next line.
        remarks = re.sub(r"\n\s*//\s*", " ", text)
        for line in remarks.splitlines():
            yield from check(line, cited)


def list_files(data):
    models = [path for path in sorted((data / "models").glob("*.ant")) if is_system(path)]
    assert len(models) >= 11
    yield from models
    yield from (path.with_suffix(".json") for path in models)
    yield from sorted((data / "cards").glob("*.json"))
    yield from sorted((data / "regimens").glob("*.json"))
    yield from sorted((data / "lessons").glob("*.json"))
    yield from sorted((data / "scenarios").glob("*.json"))
    yield from sorted((data / "evidence").glob("**/*.json"))
    yield from sorted((data / "evidence").glob("*.csv"))


def check_itself(cited):
    """Each of these is a fault."""
    row = {"arm": "s", "grade": "seen", "note": "", "citation": "Hughes 2000, Nat Genet 24:45 (recalled)"}
    assert list(check("as Cohen 2008, Arthritis Rheum 58:1298, saw", cited))
    assert list(check("Cohen 2008, Arthritis Rheumatol 58:1299", cited))
    assert list(check("Kohen 2008", cited)) and list(check("Cohen 2009", cited))
    assert list(check("PMC28402940", cited))
    assert list(check("Hughes 2000, Nat Genet 24:45", cited))
    assert list(check_row(row, {"s"}, cited)) and not list(check_row(row, {}, cited))
    assert not list(check("Baker and others 2013; Cohen 2008, Arthritis Rheum 58:1299; Cohen 2008", cited))


root = pathlib.Path(sys.argv[1])
cited = read_list(root / "tests" / "data" / "citations.tsv")
check_itself(cited)
scenarios = {path.stem for path in (root / "data" / "scenarios").glob("*.json")}
files = list(list_files(root / "data"))
print(f"1..{len(files)}")
for number, path in enumerate(files, 1):
    faults = sorted(set(check_file(path, scenarios, cited)))
    print(f"{'not ok' if faults else 'ok'} {number} {path.relative_to(root)}")
    for fault in faults:
        print(f"# {fault}")
