/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-controls.h"

G_BEGIN_DECLS

struct _RankleControls
{
  GtkBox       parent_instance;
  RankleStudy *study; /* (owned) (nullable) */

  /* Of each of the model's controls, in its order: the row, NULL as long as nobody has
   * wanted it, and the box it goes into. Borrowed: descendants */
  RankleModel *model; /* (owned) (nullable): the study's, when the rows were placed */
  GtkWidget  **rows, **groups; /* (owned) */
  guint        n_rows;
  /* Of each control: that of the amount of the drug under whose heading it goes; -1: it
   * goes under none. Of an amount: it was given when that was last looked at. (owned) */
  int      *drugs;
  gboolean *given;

  /* Borrowed: children; NULL where there are few rows */
  GtkWidget *search, *nothing, *more;
  guint      reach; /* as many of the wanted rows are made, from the first */
  gboolean   ends;  /* all that are wanted are made */

  GtkAdjustment *view;    /* (owned) (nullable): what scrolls them, while they are seen */
  guint          looking; /* source of what makes rows that come into view, or 0 */
};

/* rankle-controls-groups.c */
/* Where the rows of @title go: folded up under it, or always in sight without one. */
GtkWidget *_rankle_controls_add_group (GtkBox *controls, const char *title);
/* Of a drug: beside the heading is the button of all doses. */
GtkWidget *_rankle_controls_add_drug (GtkBox *controls, const char *title);
/* To whoever does not see it. */
void _rankle_controls_show_given (GtkWidget *rows, gboolean given);
/* Of rows without a heading nothing. */
void _rankle_controls_open (GtkWidget *rows, gboolean open);

/* rankle-controls-rows.c */
void _rankle_controls_place (RankleControls *self, RankleModel *model);
void _rankle_controls_drop_rows (RankleControls *self);
/* The one that the control has, or, of a drug that the model lacks, shares. */
GtkWidget *_rankle_controls_make_row (RankleControls *self, guint i);
/* What is given is open, and what is no longer given folds up, unless the keyboard is in
 * it. */
void _rankle_controls_update_drugs (RankleControls *self);
/* A row of this control, which stands out, is seen. */
void _rankle_controls_reveal (RankleControls *self, guint i);
/* It shares the row of a control before it. */
gboolean _rankle_controls_shares_row (RankleControls *self, guint i);

/* rankle-controls-fold.c: of many parameters the first are shown, and all can be
 * searched. Rows are made as they come into view. */
void       _rankle_controls_fold (RankleControls *self);
void       _rankle_controls_unfold (RankleControls *self);
GtkWidget *_rankle_controls_show_row (RankleControls *self, guint i);
/* What the rules of the study do not show is not seen, nor is a card of which nothing is.
 */
void _rankle_controls_keep_rules (RankleControls *self);
/* While the controls are on the screen. */
void _rankle_controls_watch_view (RankleControls *self);
void _rankle_controls_unwatch_view (RankleControls *self);

G_END_DECLS
