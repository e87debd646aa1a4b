/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-controls.h"

G_BEGIN_DECLS

struct _RankleControls
{
  GtkBox       parent_instance;
  RankleStudy *study; /* (owned) (nullable) */
  GHashTable  *rows;  /* control id -> row, both borrowed */
  /* Borrowed: children; NULL where there are few rows */
  GtkWidget *search, *nothing, *more;
};

/* rankle-controls-fold.c: of many parameters the first are shown, and all can be
 * searched. The rows are there. */
void _rankle_controls_fold (RankleControls *self);

G_END_DECLS
