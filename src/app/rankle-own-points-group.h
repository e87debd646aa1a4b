/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/* (transfer floating) (nullable): the points of the study's own observations that are
 * looked at, beside its run, as rows; and how to read them otherwise, or to remove them.
 * NULL: there are no observations. */
GtkWidget *rankle_own_points_group_new (RankleStudy *study);

G_END_DECLS
