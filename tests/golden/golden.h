/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Before anything is written: g_test_init(), and the fonts of the pictures. */
void golden_init (int *argc, char ***argv);

cairo_surface_t *golden_create_surface (int width, int height);

/* Fails the test where @surface is not as tests/golden/NAME.png; takes the surface. */
void golden_compare (cairo_surface_t *surface, const char *name);

G_END_DECLS
