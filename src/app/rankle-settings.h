/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): the user's habits; NULL where the schema is not installed,
 * as when the program is run from an unfinished build. Everything must work without. */
GSettings *rankle_settings_new (void);

G_END_DECLS
