/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RANKLE_RUN_SAMPLE_NOW -1

/**
 * RankleRunSample:
 *
 * A piece of a run's curves before its name: letter and pattern of a kept one, or the
 * solid line of what is explored. The words beside it say what it means.
 */
#define RANKLE_TYPE_RUN_SAMPLE (rankle_run_sample_get_type ())
G_DECLARE_FINAL_TYPE (RankleRunSample, rankle_run_sample, RANKLE, RUN_SAMPLE, GtkWidget)

/* @ink: of a kept run, or RANKLE_RUN_SAMPLE_NOW. */
GtkWidget *rankle_run_sample_new (int ink);
/* It is drawn as the baseline's ghost. */
void rankle_run_sample_set_ghost (RankleRunSample *sample, gboolean ghost);

G_END_DECLS
