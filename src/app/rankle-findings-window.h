/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleFindingsWindow:
 *
 * The published points of a study's present run, and apart from them those of one's own,
 * as text: what the marks in the plots and their tooltips tell, a row a point. It follows
 * the study.
 */
#define RANKLE_TYPE_FINDINGS_WINDOW (rankle_findings_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleFindingsWindow, rankle_findings_window, RANKLE, FINDINGS_WINDOW, AdwWindow)

GtkWidget *rankle_findings_window_new (GtkWindow *parent, RankleStudy *study);

G_END_DECLS
