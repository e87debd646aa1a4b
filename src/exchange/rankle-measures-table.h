/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-measures.h"

G_BEGIN_DECLS

/* What the run that is explored is called in a table, beside those that are kept. */
#define RANKLE_MEASURES_NOW "now"

/**
 * RankleMeasuresRow:
 * @run: (owned): what the run is called
 * @model: (owned): whose column it is
 */
typedef struct
{
  char          *run;
  RankleModel   *model;
  RankleMeasures measures;
} RankleMeasuresRow;

/**
 * RankleMeasuresAsked:
 * @at: NaN: at the end of each run
 * @since: NaN: as rankle_measures_find_since() has it
 * @columns: (nullable): ids; those that a run's model lacks have no row. NULL: all
 * @thresholds: (nullable): of id to double, each the id's threshold
 */
typedef struct
{
  double             at, since;
  const char *const *columns;
  GHashTable        *thresholds;
} RankleMeasuresAsked;

/* (transfer full): RankleMeasuresRow */
GArray *rankle_measures_rows_new (void);
/* Adds those of one more run. @baseline: (nullable) */
void rankle_measures_rows_add (GArray                    *rows,
                               const char                *name,
                               const RankleTrajectory    *run,
                               const RankleTrajectory    *baseline,
                               const RankleMeasuresAsked *asked);

/* (transfer full): a row each, behind @notes (nullable) as in rankle_csv_format(); a cell
 * is empty where there is no such thing. Times in the model's unit, areas in the column's
 * times that. */
char *
rankle_measures_to_csv (const GArray *rows, const char *const *notes, gsize *length);
/* (transfer full): the same as an object with a list of rows, null for an empty cell.
 * @model: that of the session; @rows may be of others, too. */
char *rankle_measures_to_json (const GArray *rows, RankleModel *model);

G_END_DECLS
