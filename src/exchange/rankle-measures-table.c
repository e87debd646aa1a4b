/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-measures-table.h"

#include <math.h>

#include "rankle-csv.h"
#include "rankle-json-writer.h"

/* ---- rows ---- */

static void
clear_row (gpointer data)
{
  RankleMeasuresRow *row = data;

  g_clear_pointer (&row->run, g_free);
  g_clear_pointer (&row->model, rankle_model_unref);
}

GArray *
rankle_measures_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (RankleMeasuresRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static double
find_threshold (const RankleMeasuresAsked *asked, const char *id)
{
  const double *threshold =
      asked->thresholds != NULL ? g_hash_table_lookup (asked->thresholds, id) : NULL;

  return threshold != NULL ? *threshold : (double)NAN;
}

static void
add_column (GArray                    *rows,
            const char                *name,
            const RankleTrajectory    *run,
            const RankleTrajectory    *baseline,
            guint                      column,
            const RankleMeasuresAsked *asked)
{
  RankleModel      *model = rankle_trajectory_get_model (run);
  guint             last = rankle_trajectory_get_n_times (run) - 1;
  RankleMeasured    measured = { .at = asked->at, .since = asked->since };
  RankleMeasuresRow row = { .run = g_strdup (name), .model = rankle_model_ref (model) };

  if (isnan (measured.at))
    measured.at = rankle_trajectory_get_times (run)[last];
  if (isnan (measured.since))
    measured.since = rankle_measures_find_since (run);
  measured.threshold =
      find_threshold (asked, rankle_model_get_column (model, column)->id);
  row.measures = rankle_measures_take (run, baseline, column, &measured);
  g_array_append_val (rows, row);
}

void
rankle_measures_rows_add (GArray                    *rows,
                          const char                *name,
                          const RankleTrajectory    *run,
                          const RankleTrajectory    *baseline,
                          const RankleMeasuresAsked *asked)
{
  RankleModel *model;

  g_return_if_fail (rows != NULL && name != NULL && run != NULL && asked != NULL);

  model = rankle_trajectory_get_model (run);
  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    if (asked->columns == NULL ||
        g_strv_contains (asked->columns, rankle_model_get_column (model, i)->id))
      add_column (rows, name, run, baseline, i, asked);
}

/* ---- cells ---- */

#define MEASURES_CELL(name, member)                                                      \
  {                                                                                      \
    name, G_STRUCT_OFFSET (RankleMeasures, member)                                       \
  }

/* What behind run, quantity and unit is told of each. */
static const struct
{
  const char *name;
  glong       offset;
} cells[] = {
  MEASURES_CELL ("at", asked.at),
  MEASURES_CELL ("value", value),
  MEASURES_CELL ("end", end),
  MEASURES_CELL ("peak", peak),
  MEASURES_CELL ("peak_time", peak_time),
  MEASURES_CELL ("nadir", nadir),
  MEASURES_CELL ("nadir_time", nadir_time),
  MEASURES_CELL ("threshold", asked.threshold),
  MEASURES_CELL ("time_above", above),
  MEASURES_CELL ("time_below", below),
  MEASURES_CELL ("area_net", net),
  MEASURES_CELL ("area_between", between),
  MEASURES_CELL ("since", asked.since),
  MEASURES_CELL ("change_1y", changes[0]),
  MEASURES_CELL ("change_2y", changes[1]),
  MEASURES_CELL ("change_5y", changes[2]),
  MEASURES_CELL ("change_10y", changes[3]),
  MEASURES_CELL ("percent_1y", percents[0]),
  MEASURES_CELL ("percent_2y", percents[1]),
  MEASURES_CELL ("percent_5y", percents[2]),
  MEASURES_CELL ("percent_10y", percents[3]),
};

static double
get_cell (const RankleMeasuresRow *row, guint cell)
{
  return G_STRUCT_MEMBER (double, &row->measures, cells[cell].offset);
}

static const RankleQuantity *
get_quantity (const RankleMeasuresRow *row)
{
  return rankle_model_get_column (row->model, row->measures.column);
}

/* ---- comma-separated values ---- */

static void
append_row (GString *text, const RankleMeasuresRow *row)
{
  const RankleQuantity *quantity = get_quantity (row);

  rankle_csv_append_text (text, row->run);
  g_string_append_printf (text, ",%s,", quantity->id);
  rankle_csv_append_text (text, quantity->unit != NULL ? quantity->unit : "");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append_c (text, ',');
      if (isfinite (get_cell (row, i)))
        rankle_csv_append_number (text, get_cell (row, i));
    }
  g_string_append_c (text, '\n');
}

char *
rankle_measures_to_csv (const GArray *rows, const char *const *notes, gsize *length)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (rows != NULL, NULL);

  for (; notes != NULL && *notes != NULL; notes++)
    rankle_csv_append_note (text, *notes);
  g_string_append (text, "run,quantity,unit");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_string_append_printf (text, ",%s", cells[i].name);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < rows->len; i++)
    append_row (text, &g_array_index (rows, RankleMeasuresRow, i));
  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}

/* ---- JSON ---- */

static void
write_row (RankleJsonWriter *json, const RankleMeasuresRow *row)
{
  const RankleQuantity *quantity = get_quantity (row);

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "run", row->run);
  rankle_json_write_text (json, "model", rankle_model_get_id (row->model));
  rankle_json_write_text (json, "quantity", quantity->id);
  rankle_json_write_text (json, "unit", quantity->unit);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (isfinite (get_cell (row, i)))
      rankle_json_write_number (json, cells[i].name, get_cell (row, i));
    else
      rankle_json_write_null (json, cells[i].name);
  rankle_json_write_end (json);
}

char *
rankle_measures_to_json (const GArray *rows, RankleModel *model)
{
  RankleJsonWriter *json = rankle_json_writer_new ();

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "model", rankle_model_get_id (model));
  rankle_json_write_text (json, "version", rankle_model_get_version (model));
  rankle_json_write_text (json, "time_unit", rankle_model_get_time_unit (model));
  rankle_json_write_list (json, "rows");
  for (guint i = 0; i < rows->len; i++)
    write_row (json, &g_array_index (rows, RankleMeasuresRow, i));
  rankle_json_write_end (json);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
