/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-view-private.h"

G_BEGIN_DECLS

/* A map of the default model in a window of its own, its first runs made. */
typedef struct
{
  RankleStudy       *study;
  GtkWidget         *window;
  RankleDiagramView *view;
} Fixture;

void diagram_view_set_up (Fixture *fixture, gconstpointer data);
void diagram_view_tear_down (Fixture *fixture, gconstpointer data);
void diagram_view_wait_for_run (RankleStudy *study);

G_END_DECLS
