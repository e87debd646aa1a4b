/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RANKLE_TYPE_PREFERENCES (rankle_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    RanklePreferences, rankle_preferences, RANKLE, PREFERENCES, AdwPreferencesWindow)

/* @settings (nullable). */
GtkWidget *rankle_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
