#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-archive.py RANKLE-CLI XMLLINT SCHEMA SESSION: what others read of what we export.

Python's own ZIP reader and XML parser stand for them, and zip -T where it is installed.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

cli, xmllint, schema, session = sys.argv[1:]
SEDML = "{http://sed-ml.org/sed-ml/level1/version3}"
OMEX = "{http://identifiers.org/combine.specifications/omex-manifest}"
SBML = "{http://www.sbml.org/sbml/level3/version1/core}"
number = 0
failed = False


def check(what, good, detail=""):
    global number, failed
    number += 1
    failed |= not good
    print(("ok" if good else "not ok"), number, what)
    if not good and detail:
        print("#", detail.replace("\n", "\n# "))


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, **more)


def check_manifest(archive, place):
    names = archive.namelist()
    manifest = tree.fromstring(archive.read("manifest.xml"))
    listed = [content.get("location") for content in manifest.iter(OMEX + "content")]
    masters = [content.get("location") for content in manifest.iter(OMEX + "content")
               if content.get("master") == "true"]
    check(place + ": the manifest comes first", names[0] == "manifest.xml", str(names))
    check(place + ": it lists the archive and every file", listed[0] == "." and
          sorted(listed[1:]) == sorted("./" + name for name in names), str(listed))
    check(place + ": its master is the SED-ML", masters == ["./experiment.sedml"], str(masters))
    tree.fromstring(archive.read("metadata.rdf"))


def check_sedml(text, place, read_model):
    """Every reference of it is to something that is there."""
    path = os.path.join(folder, "checked.sedml")
    with open(path, "wb") as file:
        file.write(text)
    lint = run(xmllint, "--noout", "--nonet", "--relaxng", schema, path)
    check(place + ": the SED-ML is as the schema has it", lint.returncode == 0, lint.stderr)

    root = tree.fromstring(text)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    check(place + ": its ids are unique", len(ids) == len(set(ids)))
    references = [value for element in root.iter() for name, value in element.attrib.items()
                  if name.endswith("Reference")]
    check(place + ": what it refers to is there", set(references) <= set(ids),
          str(set(references) - set(ids)))
    for model in root.iter(SEDML + "model"):
        sbml = tree.fromstring(read_model(model.get("source")))
        missing = [variable.get("target") for variable in root.iter(SEDML + "variable")
                   if variable.get("modelReference") == model.get("id") and
                   sbml.find("." + variable.get("target").replace("/sbml:sbml", "", 1),
                             {"sbml": SBML.strip("{}")}) is None]
        check("%s: %s has what is plotted of it" % (place, model.get("source")), not missing,
              str(missing))
    return root


def check_model(archive, name, place):
    said = run(cli, "import", archive.extract(name, folder), "--check")
    check("%s: libSBML has nothing to say of %s" % (place, name),
          "libSBML has nothing to say, units included" in said.stdout, said.stdout + said.stderr)


def check_archive(arguments, place, n_runs, model):
    path = os.path.join(folder, "a.omex")
    made = run(cli, "export", *arguments, "--omex", path)
    check(place + ": is written", made.returncode == 0, made.stderr)
    with zipfile.ZipFile(path) as archive:
        check(place + ": the ZIP is whole", archive.testzip() is None)
        check_manifest(archive, place)
        root = check_sedml(archive.read("experiment.sedml"), place, archive.read)
        check(place + ": a task a run", len(list(root.iter(SEDML + "task"))) == n_runs)
        check_model(archive, model, place)
        table = archive.read("run.csv").decode()
    if shutil.which("zip"):
        check(place + ": zip -T agrees", run("zip", "-T", path).returncode == 0)
    again = run(cli, "simulate", path)
    check(place + ": opened again it runs as it was", again.stdout == table, again.stderr)
    return path


def check_same_bytes(arguments):
    """With a date that is given, one export is like the other."""
    paths = [os.path.join(folder, name) for name in ("one.omex", "two.omex")]
    for path in paths:
        run(cli, "export", *arguments, "--omex", path,
            env=dict(os.environ, SOURCE_DATE_EPOCH="1700000000"))
    with open(paths[0], "rb") as one, open(paths[1], "rb") as two:
        first = one.read()
        check("SOURCE_DATE_EPOCH makes the same bytes", first and first == two.read())


def check_beside():
    """SED-ML alone has its models beside it."""
    path = os.path.join(folder, "run of mine.sedml")
    made = run(cli, "export", "lemaire-2004", "--end", "50", "--sedml", path)
    check("SED-ML alone: is written", made.returncode == 0, made.stderr)

    def read_model(source):
        with open(os.path.join(folder, source.replace("%20", " ")), "rb") as file:
            return file.read()

    with open(path, "rb") as file:
        check_sedml(file.read(), "SED-ML alone", read_model)


def check_foreign():
    """Another's archive: its model, and a sentence on the rest."""
    path = os.path.join(folder, "other.omex")
    with open(os.path.join(folder, "run.xml"), encoding="utf-8") as file:
        sbml = file.read()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.xml", '<omexManifest xmlns="%s"><content location="m/a.xml" '
                         'format="https://identifiers.org/combine.specifications/sbml"/>'
                         '</omexManifest>' % OMEX.strip("{}"))
        archive.writestr("m/a.xml", sbml)
        archive.writestr("m/plot.sedml", "<sedML/>")
    ran = run(cli, "simulate", path, "--end", "10", "--every", "5")
    check("another's: its model is run", ran.returncode == 0 and "\n10," in ran.stdout, ran.stderr)
    check("another's: what is left is said", "and not the 1 other file in it" in ran.stderr, ran.stderr)
    told = run(cli, "import", path)
    check("another's: import tells of it", "event        treatment_3" in told.stdout, told.stdout)


with tempfile.TemporaryDirectory() as folder:
    print("TAP version 13")
    check_archive(["rankle", "--dose", "denosumab_depot:60@0x3/182.5", "--end", "730"], "a run", 1, "run.xml")
    check_foreign()
    check_archive([session], "a session", 3, "kept-2.xml")
    check_same_bytes([session])
    check_beside()
    refused = run(cli, "export", "rankle", "--omex", os.path.join(folder, "none.omex"), "--every", "1")
    check("rows are refused", refused.returncode == 2 and "--every" in refused.stderr)
    print("1..%d" % number)
sys.exit(failed)
