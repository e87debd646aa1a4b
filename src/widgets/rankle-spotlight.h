/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RANKLE_TYPE_SPOTLIGHT (rankle_spotlight_get_type ())
G_DECLARE_FINAL_TYPE (RankleSpotlight, rankle_spotlight, RANKLE, SPOTLIGHT, GObject)

/**
 * RankleSpotlight:
 *
 * The quantity that is pointed at or selected, on the map or in a plot, which the other
 * shows as well. It is no part of a session. The signal
 *
 * - changed: another quantity, or none
 */
RankleSpotlight *rankle_spotlight_new (void);

/* @column: its id, or NULL: none. Who has not lit what is lit puts nothing out. @by: who
 * asks, compared and never looked at. */
void
rankle_spotlight_light (RankleSpotlight *spotlight, const char *column, gconstpointer by);
/* (nullable): what another than @by has lit. */
const char *rankle_spotlight_get_from_others (RankleSpotlight *spotlight,
                                              gconstpointer    by);

G_END_DECLS
