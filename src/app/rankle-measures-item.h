/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-measures-table.h"

G_BEGIN_DECLS

/**
 * RankleMeasuresItem:
 *
 * A line of the table of measures: one quantity of one run. "changed" is emitted when its
 * numbers are others.
 */
#define RANKLE_TYPE_MEASURES_ITEM (rankle_measures_item_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleMeasuresItem, rankle_measures_item, RANKLE, MEASURES_ITEM, GObject)

typedef enum
{
  RANKLE_MEASURE_CELL_QUANTITY,
  RANKLE_MEASURE_CELL_RUN,
  RANKLE_MEASURE_CELL_UNIT,
  RANKLE_MEASURE_CELL_VALUE,
  RANKLE_MEASURE_CELL_END,
  RANKLE_MEASURE_CELL_PEAK,
  RANKLE_MEASURE_CELL_PEAK_TIME,
  RANKLE_MEASURE_CELL_NADIR,
  RANKLE_MEASURE_CELL_NADIR_TIME,
  RANKLE_MEASURE_CELL_CHANGE_1,
  RANKLE_MEASURE_CELL_CHANGE_2,
  RANKLE_MEASURE_CELL_CHANGE_5,
  RANKLE_MEASURE_CELL_CHANGE_10,
  RANKLE_MEASURE_CELL_ABOVE,
  RANKLE_MEASURE_CELL_BELOW,
  RANKLE_MEASURE_CELL_BETWEEN,
  RANKLE_N_MEASURE_CELLS
} RankleMeasureCell;

RankleMeasuresItem *rankle_measures_item_new (void);
/* @row is copied. @horizon: of the run, in whose words times are told. */
void                     rankle_measures_item_set (RankleMeasuresItem      *item,
                                                   const RankleMeasuresRow *row,
                                                   double                   horizon);
const RankleMeasuresRow *rankle_measures_item_get (RankleMeasuresItem *item);
/* (transfer full): as shown; "" where there is nothing. */
char *rankle_measures_item_dup_cell (RankleMeasuresItem *item, RankleMeasureCell cell);
/* What the line is sorted by; NaN of texts, and where there is nothing. */
double rankle_measures_item_get_number (RankleMeasuresItem *item, RankleMeasureCell cell);
/* (transfer full): all of it in one sentence, as it is read aloud. */
char *rankle_measures_item_dup_words (RankleMeasuresItem *item);
/* Translated. */
const char *rankle_measure_cell_get_title (RankleMeasureCell cell);
gboolean    rankle_measure_cell_is_text (RankleMeasureCell cell);

G_END_DECLS
