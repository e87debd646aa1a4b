/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/* (transfer floating): the points of @table, one of the session's, that are looked at,
 * beside the study's run, as rows; and how to hide them, to read them otherwise, or to
 * remove them. */
GtkWidget *rankle_own_points_group_new (RankleStudy              *study,
                                        const RankleObservations *table);

G_END_DECLS
