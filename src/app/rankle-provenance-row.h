/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* A line of the provenance table: a quantity of a model and the value it starts with. */
#define RANKLE_TYPE_PROVENANCE_ROW (rankle_provenance_row_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleProvenanceRow, rankle_provenance_row, RANKLE, PROVENANCE_ROW, GObject)

typedef enum
{
  RANKLE_CELL_ID,
  RANKLE_CELL_LABEL,
  RANKLE_CELL_KIND,
  RANKLE_CELL_VALUE,
  RANKLE_CELL_AS_SET, /* in a copy alone: what the run has in its place */
  RANKLE_CELL_UNIT,
  RANKLE_CELL_GRADE,
  RANKLE_CELL_SOURCE,
  RANKLE_CELL_RANGE,
  RANKLE_N_CELLS
} RankleCell;

/* (transfer full): RankleProvenanceRow of every parameter, state and observable. */
GListModel *rankle_provenance_rows_new (RankleModel *model);
/* What a run that is asked for (nullable) has at its start becomes of @rows, all of a
 * model's. */
void rankle_provenance_rows_set (GListModel *rows, const RankleProtocol *asked);
/* (transfer full): as shown; for @machines with all digits and a point. */
char *rankle_provenance_row_dup_cell (RankleProvenanceRow *row,
                                      RankleCell           cell,
                                      gboolean             machines);
/* (transfer full): all of it in one sentence, as it is read aloud. */
char *rankle_provenance_row_dup_words (RankleProvenanceRow *row);
/* Its source is where the very number was read, and not what it was made after. */
gboolean rankle_provenance_row_is_citation (RankleProvenanceRow *row);
/* Translated. */
const char *rankle_cell_get_title (RankleCell cell);

G_END_DECLS
