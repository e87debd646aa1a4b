# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-schemas.py SOURCE-ROOT: each schema in data/schemas/ is one, takes every bundled file of its
# kind and all of tests/data/schemas/NAME/good*.json, and refuses tests/data/schemas/NAME/bad*.json
# (which the readers are held to, too: test-schema-readers.c).

import glob
import json
import os
import sys
import warnings

import jsonschema

warnings.simplefilter("ignore", DeprecationWarning)
os.chdir(sys.argv[1])

BUNDLED = {
    "sidecar": ["data/models/*.json"],
    "scenario": ["data/scenarios/*.json", "data/evidence/arms/*.json"],
    "calibration": ["data/calibration/*.json"],
    "card": ["data/cards/*.json"],
    "help": ["data/help/*.json"],
    "topic": ["data/topics/*.json"],
    "regimen": ["data/regimens/*.json"],
    "lesson": ["data/lessons/*.json"],
    "session": [],
    "vocabulary": ["data/vocabulary/*.json"],
    "genes": ["data/genes/*.json"],
}

results = []


def tell(what, why):
    results.append(why is None)
    print("ok" if why is None else "not ok", len(results), "-", what)
    for line in [] if why is None else why.splitlines():
        print("#", line)


def read(path):
    def refuse(word):
        raise ValueError(word + " is no number of JSON")

    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_constant=refuse)


def make_validator(schema, store):
    """A schema names others; from 4.18 on jsonschema is told of them in another way."""
    try:
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012
    except ImportError:
        resolver = jsonschema.RefResolver.from_schema(schema, store=store)
        return jsonschema.Draft202012Validator(schema, resolver=resolver)
    pairs = [(name, DRAFT202012.create_resource(other)) for name, other in store.items()]
    registry = Registry().with_resources(pairs)
    return jsonschema.Draft202012Validator(schema, registry=registry)


def complain(validator, path):
    """None, or what is wrong with the file."""
    error = jsonschema.exceptions.best_match(validator.iter_errors(read(path)))
    return error and "%s: %s" % (error.json_path, error.message)


def find(patterns):
    return sorted(path for pattern in patterns for path in glob.glob(pattern))


print("TAP version 13")
schemas = {name: read("data/schemas/%s.schema.json" % name) for name in BUNDLED}
store = {schema["$id"]: schema for schema in schemas.values()}
for name, schema in schemas.items():
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        tell(name + " is a schema", None)
    except jsonschema.SchemaError as error:
        tell(name + " is a schema", error.message)
        continue
    validator = make_validator(schema, store)
    good = find(BUNDLED[name] + ["tests/data/schemas/%s/good*.json" % name])
    for path in good:
        tell("%s takes %s" % (name, path), complain(validator, path))
    bad = find(["tests/data/schemas/%s/bad*.json" % name])
    for path in bad:
        why = None if complain(validator, path) else "it is taken"
        tell("%s refuses %s" % (name, path), why)
    tell("%s was held to good files and bad ones" % name, None if good and bad else "there are none")

bundled = {path for patterns in BUNDLED.values() for path in find(patterns)}
others = [
    path
    for path in glob.glob("data/**/*.json", recursive=True)
    if path not in bundled and not path.startswith("data/schemas/")
]
tell("every bundled JSON file has a schema", "\n".join(others) or None)
print("1..%d" % len(results))
sys.exit(not all(results))
