/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-control-row.h"

G_BEGIN_DECLS

struct _RankleControlRow
{
  GtkBox               parent_instance;
  RankleStudy         *study;   /* Borrowed: lives longer than the row */
  const RankleControl *control; /* Borrowed from the model, which is kept */
  RankleModel         *model;   /* (owned) */
  gboolean             updating;
  RankleChange        *drag;  /* (owned) (nullable): the pointer holds the slider */
  double               shown; /* what it was last told; NaN: nothing yet */
  gboolean             marked, stands_out;
  gboolean             locked; /* by a rule of the study, as it was last shown */
  const char *idle; /* (nullable): why it cannot be moved; the model's, or ours */

  /* Template widgets */
  GtkWidget  *mark;
  GtkLabel   *name;
  GtkButton  *value_button;
  GtkLabel   *value;
  GtkWidget  *reset_button;
  GtkScale   *scale;
  GtkLabel   *absence; /* in place of the slider: why the model has no such control */
  GtkSwitch  *toggle;  /* in place of value and slider, for a control that is a switch */
  GtkPopover *popover;
  GtkEntry   *entry;
  GtkLabel   *complaint;
};

/* rankle-control-row.c; a step of undo each */
void _rankle_control_row_set (RankleControlRow *self, double value);
void _rankle_control_row_reset (RankleControlRow *self);
void _rankle_control_row_open_entry (RankleControlRow *self);

/* rankle-control-row-show.c */
void _rankle_control_row_show (RankleControlRow *self);
void _rankle_control_row_show_rule (RankleControlRow *self);
void _rankle_control_row_show_absent (RankleControlRow *self);

/* rankle-control-row-input.c */
void _rankle_control_row_add_input (RankleControlRow *self);
void _rankle_control_row_set_dragging (RankleControlRow *self, gboolean dragging);

G_END_DECLS
