/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleReportWindow:
 *
 * What is written of a session for a lab report: question, hypothesis and finding. What
 * is typed goes to the study when the field, or the window, is left. Signal “save”: a
 * report is wanted, and the study has what was typed.
 */
#define RANKLE_TYPE_REPORT_WINDOW (rankle_report_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleReportWindow, rankle_report_window, RANKLE, REPORT_WINDOW, AdwWindow)

GtkWidget *rankle_report_window_new (GtkWindow *parent, RankleStudy *study);
/* (transfer none): where a text is typed, for tests. */
GtkTextView *rankle_report_window_get_field (RankleReportWindow *window,
                                             RankleReportText    which);

G_END_DECLS
