/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RankleTopicsWindow:
 *
 * The ways in: a card for each topic, which opens a scenario of it. Typing finds one.
 *
 * Signal “chosen” (const char *scenario): its id; the window closes itself behind it.
 */
#define RANKLE_TYPE_TOPICS_WINDOW (rankle_topics_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleTopicsWindow, rankle_topics_window, RANKLE, TOPICS_WINDOW, AdwWindow)

GtkWidget *rankle_topics_window_new (GtkWindow *parent);

G_END_DECLS
