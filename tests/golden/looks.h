/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LOOK_MOST_SHEETS 4

/**
 * Look:
 * @sheets: (array zero-terminated=1): files of resources/, the later ones over those
 * before, as the window loads them
 */
typedef struct
{
  const char *name;
  const char *sheets[LOOK_MOST_SHEETS + 1];
} Look;

extern const Look  looks[];
extern const guint n_looks;

const Look *find_look (const char *name);

/* The colour (red, green, blue, alpha) that a sheet, or the last sheet of a look that has
 * it, defines by @name; FALSE: none does. */
gboolean sheet_find_color (const char *sheet, const char *name, double rgba[4]);
gboolean look_find_color (const Look *look, const char *name, double rgba[4]);

G_END_DECLS
