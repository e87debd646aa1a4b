#!/bin/sh
# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-format.sh SOURCE-ROOT CLANG-FORMAT: every C file is laid out as .clang-format says.
set -eu
cd "$1"
find src tests -name '*.[ch]' -print0 | xargs -0 -n 40 -P 2 "$2" --dry-run --Werror
