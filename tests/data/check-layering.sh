#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-layering.sh SOURCE-ROOT: no folder of src/ includes what it may not. Meson's dependency lists
# stop most of it; this stops the rest: headers that lie in /usr/include itself, and paths with "..".
set -eu
cd "$1"

# FOLDER: the folders whose headers it may include beside its own. The table of src/DESIGN.md.
layers='json:
equations:
model: equations
sbml: equations model
catalog: json model sbml
question: model
sim: model question
evidence: model question sim
session: model question evidence
study: model catalog question sim evidence session
plot:
diagram:
scene: model catalog question sim
picture: model catalog question sim evidence session study plot diagram
exchange: json model catalog question sim evidence session
archive: model sbml catalog question sim evidence session exchange
genes: json model catalog question sim exchange
lesson: json model catalog question sim evidence session study exchange
help: json model catalog lesson
document: model catalog question sim evidence session study exchange
cli: model sbml catalog question sim evidence session picture exchange archive genes lesson
calibration: json model catalog question sim evidence exchange
widgets: model catalog question sim evidence session study plot diagram scene picture
app: model catalog question sim evidence session study plot diagram scene picture exchange archive genes lesson help document widgets'

# PATTERN of a system header: the files that may include it.
outsiders='(cvode|nvector|sunmatrix|sunlinsol|sunnonlinsol|sundials)/: src/sim/rankle-integrator(-cvode|-linear|-vector|-wide)?\.[ch]
sbml/: src/sbml/[^/]*(\.c|-private\.h)
archive(_entry)?\.h: src/archive/rankle-zip\.c
gsl/: src/calibration/rankle-calibration-fit\.c
json-glib/: tests/.*
(gtk|gdk|gsk)/: src/(widgets|app)/.*
adwaita\.h: src/(widgets|app)/.*
epoxy/[a-z_]*\.h: src/(scene/rankle-gl-[^/]*|widgets/.*)
graphene[a-z0-9-]*\.h: src/(scene|widgets)/.*
(cairo|pango)[a-z/-]*\.h: src/(plot|diagram|scene|picture|widgets|app)/.*'

number=0
status=0
result () { # WHAT OFFENDERS
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number $1"
  else
    echo "not ok $number $1"
    echo "$2" | sed 's/^/# /'
    status=1
  fi
}

# Includes of our own headers by a file of FOLDER that neither it nor an allowed folder offers.
strangers () { # FOLDER ALLOWED...
  folder=$1
  shift
  grep -nE '^ *# *include *"' "src/$folder"/*.[ch] 2> /dev/null | while IFS= read -r line; do
    header=${line#*\"}
    header=${header%%\"*}
    case $folder/$header in
      */config.h | catalog/rankle-data.h | scene/rankle-shaders.h | app/rankle-resources.h) continue ;; # generated
      */../*) places= ;;
      *-private.h) places=$folder ;;
      *) places="$folder $*" ;;
    esac
    found=no
    for place in $places; do
      [ ! -f "src/$place/$header" ] || found=yes
    done
    [ "$found" = yes ] || echo "$line"
  done
}

echo "TAP version 13"
printf '1..%d\n' "$(printf '%s\n%s\nfolders\nbuilder\n' "$layers" "$outsiders" | wc -l)"

known=
while IFS= read -r layer; do
  folder=${layer%%:*}
  known="$known $folder"
  # shellcheck disable=SC2086 # a list of folders
  result "$folder includes only what lies below it" "$(strangers "$folder" ${layer#*:})"
done <<LAYERS
$layers
LAYERS

while IFS= read -r outsider; do
  offenders=$(grep -rnE "^ *# *include *<${outsider%%: *}" src --include='*.[ch]' |
    grep -vE "^${outsider#*: }:[0-9]+:" || true)
  result "<${outsider%%: *}> only in ${outsider#*: }" "$offenders"
done <<OUTSIDERS
$outsiders
OUTSIDERS

result "only those who make a model see what it is made of" \
  "$(grep -rnE '^ *# *include "rankle-model-builder\.h"' src --include='*.[ch]' |
    grep -vE '^src/(model|sbml|catalog)/[^/]*(\.c|-private\.h):' || true)"

unknown=
for folder in src/*/; do
  folder=$(basename "$folder")
  case " $known " in *" $folder "*) ;; *) unknown="$unknown$folder " ;; esac
done
result "every folder of src/ has its place in the table" "$unknown"
exit $status
