/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleProvenance:
 *
 * Where a model and each of its numbers come from: a window with a page of words, on what
 * it does not simulate too, and a table of every parameter, state and observable.
 */
#define RANKLE_TYPE_PROVENANCE (rankle_provenance_get_type ())
G_DECLARE_FINAL_TYPE (RankleProvenance, rankle_provenance, RANKLE, PROVENANCE, AdwWindow)

GtkWidget *rankle_provenance_new (GtkWindow *parent, RankleModel *model);
void       rankle_provenance_set_model (RankleProvenance *provenance, RankleModel *model);
/* (nullable): whose run a copied table tells of beside the model. */
void rankle_provenance_set_study (RankleProvenance *provenance, RankleStudy *study);
/* (transfer full): the rows that the filter lets through, as comma-separated text with a
 * header. */
char *rankle_provenance_dup_table (RankleProvenance *provenance);

G_END_DECLS
