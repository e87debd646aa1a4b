#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-translated-files.sh SOURCE-ROOT BUILD-ROOT: po/POTFILES names every file with words for the user,
# written or made by the build, sorted, and no other; and what a translator is given of them is all there.
set -eu
build=$2
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

grep -vE '^(#|$)' po/POTFILES > "$folder/listed"
{
  find data -name '*.desktop' -o -name '*.metainfo.xml' -o -name '*.gschema.xml'
  grep -rlE '\b(_|N_|C_|NC_|Q_|g_dngettext|ngettext) ?\("?' src --include='*.c' --include='*.h' || true
  grep -rl 'translatable="yes"' ui src --include='*.ui' 2> /dev/null || true
  (cd "$build" && grep -rl '\bN_ (' src --include='*.c') || true
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
echo "1..8"
result 1 "every file with words for the user is listed" \
  "$(LC_ALL=C sort -u "$folder/listed" | LC_ALL=C comm -13 - "$folder/found")"
result 2 "every listed file has words for the user" \
  "$(LC_ALL=C sort -u "$folder/listed" | LC_ALL=C comm -23 - "$folder/found")"
result 3 "the list is sorted" \
  "$(LC_ALL=C sort -u "$folder/listed" | diff "$folder/listed" - || true)"
# A macro inside a string cuts the string short for the translator.
# shellcheck disable=SC2046 # a list of files without spaces
result 4 "every string can be extracted whole" \
  "$(grep -nsE '\b_ \("[^"]*" *(G_G|PRI)' $(grep '\.[ch]$' "$folder/listed") /dev/null || true)"

# What a translator is given: one paragraph a message.
# shellcheck disable=SC2046 # a list of files without spaces
xgettext --directory=. --directory="$build" --from-code=UTF-8 --language=C --add-comments=Translators --no-wrap --output=- \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=Q_ --keyword=ngettext:1,2 \
  --keyword=g_dngettext:2,3 \
  $(grep '\.[ch]$' "$folder/listed") > "$folder/messages" 2> /dev/null

# messages CONDITION: the c-format messages of which CONDITION holds, an awk expression of text (what
# is to be translated), bare (the same with @ for each conversion), letters (the letters of that) and
# told (it has a comment).
messages () {
  awk -v RS= '
    /c-format\n/ && !/no-c-format/ {
      match ($0, /\nmsgid [^\n]*/)
      bare = text = substr ($0, RSTART + 8, RLENGTH - 9)
      gsub (/%[-0-9.*$+ #]*[lzh]*[a-zA-Z%]/, "@", bare)
      letters = bare
      gsub (/[^A-Za-z]/, "", letters)
      told = /#\. *Translators/
      if ('"$1"') print text
    }' "$folder/messages"
}
# "%d files" has more than two forms in half of the languages of Europe.
offenders=$(messages '!/msgid_plural/ && text ~ /%[lzh]*[diu] [a-z]+s( |$)/')
result 5 "every whole number before its noun has plural forms" "$offenders"
# A conversion that is glued to a word, or stands nearly alone, cannot be understood by itself.
offenders=$(messages '!told && (bare ~ /[A-Za-z]@|@[A-Za-z]|@“/ || length (letters) < 4)')
result 6 "every obscure conversion is explained to the translator" "$offenders"

offenders=$(grep -v '^#' po/LINGUAS | while read -r language; do
  msgfmt --check --output-file="$folder/rankle.mo" "po/$language.po" 2>&1 || echo "po/$language.po"
done)
result 7 "every translation is whole" "$offenders"

# Both write a text as C does, on one line.
grep -oE 'N_ \(".*"\)' "$build/src/catalog/rankle-bundled-words.c" | sed 's/^N_ (/msgid /; s/)$//' > "$folder/bundled"
offenders=$(grep -vxFf "$folder/messages" "$folder/bundled" || true)
[ -s "$folder/bundled" ] || offenders=none
result 8 "the words of the bundled files are among the messages" "$offenders"
exit $status
