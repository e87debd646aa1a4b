/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleControls:
 *
 * A study's controls, row by row, as its model has them: those of a first glance,
 * each drug under a heading, which is folded up while it is not given. Many, as an opened
 * file's parameters are, can be searched by name.
 *
 * Property: study (RankleStudy). Signal: dragging (boolean), from any row.
 */
#define RANKLE_TYPE_CONTROLS (rankle_controls_get_type ())
G_DECLARE_FINAL_TYPE (RankleControls, rankle_controls, RANKLE, CONTROLS, GtkBox)

void rankle_controls_set_study (RankleControls *controls, RankleStudy *study);
/* The row of a control, made if nobody has seen it yet; NULL if the model does not name
 * it. */
GtkWidget *rankle_controls_find_row (RankleControls *controls, const char *control);

G_END_DECLS
