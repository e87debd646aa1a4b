#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-installed.sh SOURCE-ROOT BUILD-ROOT PREFIX APP-ID MESON...: what is installed is what a desktop looks
# for, where it looks for it, and nothing else; and it runs from there.
set -eu
source=$1
build=$2
prefix=$3
id=$4
shift 4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$@" install -C "$build" --no-rebuild --quiet --destdir "$folder" > "$folder/log" 2>&1 ||
  { cat "$folder/log" >&2; exit 1; }
rm "$folder/log"
{
  cat <<FILES
bin/rankle
bin/rankle-cli
share/applications/$id.desktop
share/glib-2.0/schemas/$id.gschema.xml
share/icons/hicolor/scalable/apps/$id.svg
share/icons/hicolor/symbolic/apps/$id-symbolic.svg
share/metainfo/$id.metainfo.xml
share/mime/packages/$id.xml
FILES
  grep -v '^#' "$source/po/LINGUAS" | sed 's|.*|share/locale/&/LC_MESSAGES/rankle.mo|'
} | LC_ALL=C sort > "$folder/expected"
(cd "$folder$prefix" && find . -type f) | sed 's|^\./||' | LC_ALL=C sort > "$folder/found"
diff "$folder/expected" "$folder/found" >&2

cd "$folder$prefix"
grep -qx "Icon=$id" "share/applications/$id.desktop"
grep -q "<id>$id</id>" "share/metainfo/$id.metainfo.xml"
bin/rankle-cli models | grep -q '^rankle'
