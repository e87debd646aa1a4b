#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-xml.sh SOURCE-ROOT XMLLINT: everything that is XML is well formed.
set -eu
cd "$1"
find . \( -path './build*' -o -path './.git' \) -prune -o \
  -regex '.*\.\(xml\|svg\|ui\|sbgn\)' -exec "$2" --noout --nonet {} +
