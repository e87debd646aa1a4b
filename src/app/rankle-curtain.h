/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleCurtain:
 *
 * Before a stage: nothing, black, or what stood there when it was frozen. While it is
 * drawn, nothing behind it is reached by a pointer. Whatever else, a pointer's trail is
 * seen on it.
 */
#define RANKLE_TYPE_CURTAIN (rankle_curtain_get_type ())
G_DECLARE_FINAL_TYPE (RankleCurtain, rankle_curtain, RANKLE, CURTAIN, GtkWidget)

void     rankle_curtain_set_blank (RankleCurtain *curtain, gboolean blank);
gboolean rankle_curtain_get_blank (RankleCurtain *curtain);
/* @stage (nullable): as it looks now; NULL: what is behind is seen again. */
void     rankle_curtain_freeze (RankleCurtain *curtain, GtkWidget *stage);
gboolean rankle_curtain_is_frozen (RankleCurtain *curtain);
/* The pointer is at this place of the curtain: a spot, and what it has left behind. */
void rankle_curtain_point_at (RankleCurtain *curtain, double x, double y);

G_END_DECLS
