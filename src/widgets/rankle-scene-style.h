/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-scene-theme.h"

G_BEGIN_DECLS

/* The ink that style sheets prescribe for @widget: named colours rankle_scene_*. */
void rankle_scene_style_read (GtkWidget *widget, RankleSceneTheme *theme);

G_END_DECLS
