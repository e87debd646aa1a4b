/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* json-glib loses a few bytes to text that is no JSON, or that goes on after the end.
 * What our readers see of either is one error; here it is turned away without
 * LeakSanitizer looking. */
gboolean fuzz_is_json (const char *text);
