/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One to three faults, such as a hand or a disk makes: a byte another, a piece gone or
 * there twice. @rand is seeded, so that a fault comes again. (transfer full) */
GString *mutate (const char *whole, GRand *rand);

G_END_DECLS
