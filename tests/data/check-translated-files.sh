#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-translated-files.sh SOURCE-ROOT: po/POTFILES names every file with words for the user, sorted,
# and no other.
set -eu
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

grep -vE '^(#|$)' po/POTFILES > "$folder/listed"
{
  find data -name '*.desktop' -o -name '*.metainfo.xml' -o -name '*.gschema.xml'
  grep -rlE '\b(_|N_|C_|NC_|Q_|g_dngettext|ngettext) ?\("?' src --include='*.c' --include='*.h' || true
  grep -rl 'translatable="yes"' ui src --include='*.ui' 2> /dev/null || true
} | LC_ALL=C sort -u > "$folder/found"

status=0
result () { # NUMBER WHAT OFFENDERS
  if [ -z "$3" ]; then
    echo "ok $1 $2"
  else
    echo "not ok $1 $2"
    echo "$3" | sed 's/^/# /'
    status=1
  fi
}

echo "TAP version 13"
echo "1..4"
result 1 "every file with words for the user is listed" \
  "$(LC_ALL=C sort -u "$folder/listed" | LC_ALL=C comm -13 - "$folder/found")"
result 2 "every listed file has words for the user" \
  "$(LC_ALL=C sort -u "$folder/listed" | LC_ALL=C comm -23 - "$folder/found")"
result 3 "the list is sorted" \
  "$(LC_ALL=C sort -u "$folder/listed" | diff "$folder/listed" - || true)"
# A macro inside a string cuts the string short for the translator.
# shellcheck disable=SC2046 # a list of files without spaces
result 4 "every string can be extracted whole" \
  "$(grep -nE '\b_ \("[^"]*" *(G_G|PRI)' $(grep '\.[ch]$' "$folder/listed") /dev/null || true)"
exit $status
