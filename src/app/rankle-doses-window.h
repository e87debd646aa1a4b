/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-doses-row.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleDosesWindow:
 *
 * The dose track as a table: a group a drug, a row a dose, with entries that take “60
 * mg”, “6 months” and “3 y 2 mo”. What is done in it is done to the study, each a step of
 * undo.
 */
#define RANKLE_TYPE_DOSES_WINDOW (rankle_doses_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDosesWindow, rankle_doses_window, RANKLE, DOSES_WINDOW, AdwWindow)

GtkWidget *rankle_doses_window_new (GtkWindow *parent, RankleStudy *study);
/* (nullable): the row of a handle, for tests. */
RankleDosesRow *rankle_doses_window_get_row (RankleDosesWindow *window, guint handle);

G_END_DECLS
