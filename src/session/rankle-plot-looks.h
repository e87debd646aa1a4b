/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many axes as may be told of. */
#define RANKLE_PLOT_AXES_MAX 1000

/**
 * RanklePlotLooks:
 *
 * How one looks at plots, by the ids of panels: which one has all the room, and whose
 * axis was chosen. A panel of that id need not be there: another model may have one.
 * Constant; reference counted.
 */
typedef struct _RanklePlotLooks RanklePlotLooks;

/* As a model has it. */
RanklePlotLooks *rankle_plot_looks_new (void);
RanklePlotLooks *rankle_plot_looks_ref (RanklePlotLooks *looks);
void             rankle_plot_looks_unref (RanklePlotLooks *looks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePlotLooks, rankle_plot_looks_unref)

/* Both (transfer full): the same with one thing another. @panel (nullable): none is
 * larger than the others. */
RanklePlotLooks *rankle_plot_looks_with_enlarged (const RanklePlotLooks *looks,
                                                  const char            *panel);
RanklePlotLooks *rankle_plot_looks_with_logarithmic (const RanklePlotLooks *looks,
                                                     const char            *panel,
                                                     gboolean               logarithmic);

/* (nullable) */
const char *rankle_plot_looks_get_enlarged (const RanklePlotLooks *looks);
/* @usual: what it is as long as nobody chose. */
gboolean rankle_plot_looks_get_logarithmic (const RanklePlotLooks *looks,
                                            const char            *panel,
                                            gboolean               usual);
/* (transfer container) (array zero-terminated=1): of the panels whose axis was chosen, in
 * the order of their ids. */
const char **rankle_plot_looks_list_axes (const RanklePlotLooks *looks);
gboolean     rankle_plot_looks_equal (const RanklePlotLooks *a, const RanklePlotLooks *b);

G_END_DECLS
