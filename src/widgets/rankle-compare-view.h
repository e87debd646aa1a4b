/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-comparison.h"

G_BEGIN_DECLS

/**
 * RankleCompareView:
 *
 * Two models under one set of controls: what both have a quantity for, curve beside
 * curve. Computes nothing while it is hidden.
 */
#define RANKLE_TYPE_COMPARE_VIEW (rankle_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleCompareView, rankle_compare_view, RANKLE, COMPARE_VIEW, GtkBox)

void rankle_compare_view_set_study (RankleCompareView *view, RankleStudy *study);
/* (nullable): before a study was set. */
RankleComparison *rankle_compare_view_get_comparison (RankleCompareView *view);

G_END_DECLS
