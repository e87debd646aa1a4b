#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compile-settings.sh GLIB-COMPILE-SCHEMAS SCHEMA FOLDER ID: compiles the schema into FOLDER, as of somebody to whom the
# stories of the first start have been offered.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$2" "$folder"
printf '[%s]\nstories-shown=true\n' "$4" > "$folder/tests.gschema.override"
"$1" --strict --targetdir="$3" "$folder"
