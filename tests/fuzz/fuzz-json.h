/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* json-glib loses a few bytes to text that is no JSON. What it does not take never gets
 * as far as our readers; here it is turned away without LeakSanitizer looking. */
gboolean fuzz_is_json (const char *text);
