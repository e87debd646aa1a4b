/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-comparison.h"

G_BEGIN_DECLS

/**
 * RankleComparePanel:
 *
 * One quantity that two models have in common, in percent of each model's own baseline,
 * on the first model's time axis. A click or drag sets the time cursor, arrows left and
 * right move it. To assistive technology it is an image whose description says both
 * values at the cursor.
 */
#define RANKLE_TYPE_COMPARE_PANEL (rankle_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleComparePanel, rankle_compare_panel, RANKLE, COMPARE_PANEL, GtkWidget)

GtkWidget *rankle_compare_panel_new (RankleComparison         *comparison,
                                     const RankleQuantityPair *pair);
/* New runs: the curves are read again. */
void rankle_compare_panel_update (RankleComparePanel *panel);
/* (transfer full): both values at the cursor, in words. */
char *rankle_compare_panel_dup_description (RankleComparePanel *panel);

G_END_DECLS
