/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RankleLessonsWindow:
 *
 * All bundled lessons with what each is about, for whom and how long; what is typed is
 * searched for, and Enter begins what fits best.
 *
 * Signal: chosen (const char *lesson): it has closed.
 */
#define RANKLE_TYPE_LESSONS_WINDOW (rankle_lessons_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleLessonsWindow, rankle_lessons_window, RANKLE, LESSONS_WINDOW, AdwWindow)

GtkWidget *rankle_lessons_window_new (GtkWindow *parent);

G_END_DECLS
