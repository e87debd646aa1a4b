#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-settings.sh SCHEMA GLIB-COMPILE-SCHEMAS: the schema alone in a folder passes the strict reader.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$1" "$folder"
"$2" --strict --dry-run "$folder"
