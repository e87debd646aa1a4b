/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Large models, each made anew from its size alone: the same text whenever it is asked
 * for. All are (transfer full). */

G_BEGIN_DECLS

/* Antimony: @n species in a row, each in exchange with the next. */
char *bench_generate_chain (guint n);
/* Antimony: @width × @height species, each in exchange with its neighbours. */
char *bench_generate_plane (guint width, guint height);
/* Antimony: @n species, a third of them single; the others are of two of those. */
char *bench_generate_network (guint n);
/* SBML Level 2 as databases have it, annotations and all: @n species, six reactions
 * each. 400 species make 2.5 MB. */
char *bench_generate_sbml (guint n);

G_END_DECLS
