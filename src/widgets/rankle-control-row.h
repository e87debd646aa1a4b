/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleControlRow:
 *
 * One of a model's controls: name, live value with unit, slider, reset, exact entry. On
 * the slider, arrows move one step, with Shift a tenth of it, Page ten; Home and End go
 * to the ends, Enter or a double click opens the exact entry; Delete resets all over the
 * row. A control that the model lacks, or that makes no difference as the others stand,
 * is insensitive and says why.
 *
 * Signal: dragging (boolean): the pointer took hold of the slider, or let it go.
 */
#define RANKLE_TYPE_CONTROL_ROW (rankle_control_row_get_type ())
G_DECLARE_FINAL_TYPE (RankleControlRow, rankle_control_row, RANKLE, CONTROL_ROW, GtkBox)

/* @control: owned by the study's model. */
GtkWidget *rankle_control_row_new (RankleStudy *study, const RankleControl *control);
GtkWidget *rankle_control_row_get_scale (RankleControlRow *row);
/* Reads the value again from the study. */
void rankle_control_row_update (RankleControlRow *row);
/* What may be done with it is another (rankle_study_set_rules()). */
void rankle_control_row_update_rule (RankleControlRow *row);
/* When it was read last it was changed, or off the model's own value. */
gboolean rankle_control_row_stands_out (RankleControlRow *row);
/* Owned by the model. */
const RankleControl *rankle_control_row_get_control (RankleControlRow *row);
/* What the exact entry does with its text; FALSE, with the sentence to show, when it is
 * no value for this control. */
gboolean
rankle_control_row_enter (RankleControlRow *row, const char *text, char **complaint);

G_END_DECLS
