#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-file-types.sh DESKTOP-FILE METAINFO MIME-TYPES UPDATE-MIME-DATABASE: the types of files that the
# program says it opens are the ones that it brings along, and each has a name that files end in.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/packages"
cp "$3" "$folder/packages"
"$4" -V "$folder" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
if grep -iE 'error|warning' "$folder/log" >&2; then exit 1; fi

sed -n 's/^MimeType=//p' "$1" | tr ';' '\n' | sed '/^$/d' | LC_ALL=C sort > "$folder/opened"
sed -n 's|.*<mediatype>\(.*\)</mediatype>.*|\1|p' "$2" | LC_ALL=C sort > "$folder/told"
LC_ALL=C sort "$folder/types" > "$folder/brought"
cut -d: -f2 "$folder/globs2" | grep -v '^#' | LC_ALL=C sort -u > "$folder/named"
for list in told brought named; do
  diff "$folder/opened" "$folder/$list" >&2 || { echo "$list differ" >&2; exit 1; }
done
# Without a place for it, the program would be started without the file.
grep -q '^Exec=.* %[fFuU]$' "$1"
