/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-measures-item.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-plot-scale.h"
#include "rankle-time-words.h"

struct _RankleMeasuresItem
{
  GObject           parent_instance;
  RankleMeasuresRow row;     /* (owned) */
  double            horizon; /* [the model's time unit] */
};

G_DEFINE_FINAL_TYPE (RankleMeasuresItem, rankle_measures_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what the cells are ---- */

typedef enum
{
  TEXT,
  AMOUNT,
  MOMENT,
  SPAN,
  CHANGE,
} Kind;

#define NUMBER(member) G_STRUCT_OFFSET (RankleMeasures, member)

static const struct
{
  const char *title;
  Kind        kind;
  glong       offset; /* in RankleMeasures */
} cells[RANKLE_N_MEASURE_CELLS] = {
  [RANKLE_MEASURE_CELL_QUANTITY] = { N_ ("Quantity"), TEXT },
  [RANKLE_MEASURE_CELL_RUN] = { N_ ("Run"), TEXT },
  [RANKLE_MEASURE_CELL_UNIT] = { N_ ("Unit"), TEXT },
  [RANKLE_MEASURE_CELL_VALUE] = { N_ ("At Cursor"), AMOUNT, NUMBER (value) },
  [RANKLE_MEASURE_CELL_END] = { N_ ("At End"), AMOUNT, NUMBER (end) },
  [RANKLE_MEASURE_CELL_PEAK] = { N_ ("Peak"), AMOUNT, NUMBER (peak) },
  [RANKLE_MEASURE_CELL_PEAK_TIME] = { N_ ("Time of Peak"), MOMENT, NUMBER (peak_time) },
  [RANKLE_MEASURE_CELL_NADIR] = { N_ ("Nadir"), AMOUNT, NUMBER (nadir) },
  [RANKLE_MEASURE_CELL_NADIR_TIME] = { N_ ("Time of Nadir"), MOMENT,
                                       NUMBER (nadir_time) },
  [RANKLE_MEASURE_CELL_CHANGE_1] = { N_ ("Change, 1 Year"), CHANGE, NUMBER (changes[0]) },
  [RANKLE_MEASURE_CELL_CHANGE_2] = { N_ ("Change, 2 Years"), CHANGE,
                                     NUMBER (changes[1]) },
  [RANKLE_MEASURE_CELL_CHANGE_5] = { N_ ("Change, 5 Years"), CHANGE,
                                     NUMBER (changes[2]) },
  [RANKLE_MEASURE_CELL_CHANGE_10] = { N_ ("Change, 10 Years"), CHANGE,
                                      NUMBER (changes[3]) },
  [RANKLE_MEASURE_CELL_ABOVE] = { N_ ("Above Threshold"), SPAN, NUMBER (above) },
  [RANKLE_MEASURE_CELL_BELOW] = { N_ ("Below Threshold"), SPAN, NUMBER (below) },
  [RANKLE_MEASURE_CELL_BETWEEN] = { N_ ("Area to Baseline"), AMOUNT, NUMBER (between) },
};

const char *
rankle_measure_cell_get_title (RankleMeasureCell cell)
{
  g_return_val_if_fail (cell < RANKLE_N_MEASURE_CELLS, NULL);

  return _ (cells[cell].title);
}

gboolean
rankle_measure_cell_is_text (RankleMeasureCell cell)
{
  g_return_val_if_fail (cell < RANKLE_N_MEASURE_CELLS, FALSE);

  return cells[cell].kind == TEXT;
}

/* ---- cells ---- */

static const RankleQuantity *
get_quantity (RankleMeasuresItem *self)
{
  return rankle_model_get_column (self->row.model, self->row.measures.column);
}

static const char *
get_unit (RankleMeasuresItem *self)
{
  const char *unit = get_quantity (self)->unit;

  return unit != NULL ? unit : "";
}

/* (transfer full): three digits; nothing but the solver's error is 0. */
static char *
dup_amount (RankleMeasuresItem *self, double amount)
{
  return fabs (amount) > self->row.measures.floor ? rankle_plot_format_value (amount)
                                                  : g_strdup ("0");
}

/* (transfer full): with what it is in percent, where that says something. */
static char *
dup_change (RankleMeasuresItem *self, RankleMeasureCell cell, double change)
{
  double percent = self->row.measures.percents[cell - (int)RANKLE_MEASURE_CELL_CHANGE_1];
  g_autofree char *amount = dup_amount (self, change);

  if (isnan (percent) || g_str_equal (amount, "0"))
    return g_steal_pointer (&amount);
  /* Translators: a change, and the same in percent: “-14.2 (-15.1 %)” */
  return g_strdup_printf (_ ("%s (%+.1f %%)"), amount, percent);
}

static char *
dup_text (RankleMeasuresItem *self, RankleMeasureCell cell)
{
  if (cell == RANKLE_MEASURE_CELL_QUANTITY)
    return g_strdup (get_quantity (self)->label);
  if (cell == RANKLE_MEASURE_CELL_UNIT)
    return g_strdup (get_unit (self));
  /* The session's own is called so in files; here in the user's words. */
  return g_strdup (g_str_equal (self->row.run, RANKLE_MEASURES_NOW) ? _ ("Now")
                                                                    : self->row.run);
}

char *
rankle_measures_item_dup_cell (RankleMeasuresItem *self, RankleMeasureCell cell)
{
  const char *time_unit;
  double      number;

  g_return_val_if_fail (RANKLE_IS_MEASURES_ITEM (self) && cell < RANKLE_N_MEASURE_CELLS,
                        NULL);

  number = rankle_measures_item_get_number (self, cell);
  time_unit = rankle_model_get_time_unit (self->row.model);
  if (cells[cell].kind == TEXT)
    return dup_text (self, cell);
  if (!isfinite (number))
    return g_strdup ("");
  switch (cells[cell].kind)
    {
    case MOMENT:
      return rankle_time_moment_in_words (time_unit, number, self->horizon);
    case SPAN:
      return rankle_time_span_in_words (time_unit, number);
    case CHANGE:
      return dup_change (self, cell, number);
    case TEXT:
    case AMOUNT:
    default:
      return dup_amount (self, number);
    }
}

double
rankle_measures_item_get_number (RankleMeasuresItem *self, RankleMeasureCell cell)
{
  g_return_val_if_fail (RANKLE_IS_MEASURES_ITEM (self) && cell < RANKLE_N_MEASURE_CELLS,
                        NAN);

  if (cells[cell].kind == TEXT)
    return NAN;
  return G_STRUCT_MEMBER (double, &self->row.measures, cells[cell].offset);
}

/* ---- words ---- */

char *
rankle_measures_item_dup_words (RankleMeasuresItem *self)
{
  GString         *words;
  g_autofree char *run = NULL;

  g_return_val_if_fail (RANKLE_IS_MEASURES_ITEM (self), NULL);

  run = dup_text (self, RANKLE_MEASURE_CELL_RUN);
  words = g_string_new (get_quantity (self)->label);
  if (*get_unit (self) != '\0')
    g_string_append_printf (words, ", %s", get_unit (self));
  g_string_append_printf (words, ", %s", run);
  for (RankleMeasureCell cell = RANKLE_MEASURE_CELL_VALUE; cell < RANKLE_N_MEASURE_CELLS;
       cell++)
    {
      g_autofree char *text = rankle_measures_item_dup_cell (self, cell);

      if (*text != '\0')
        g_string_append_printf (words, "; %s: %s", rankle_measure_cell_get_title (cell),
                                text);
    }
  return g_string_free (words, FALSE);
}

/* ---- object ---- */

void
rankle_measures_item_set (RankleMeasuresItem      *self,
                          const RankleMeasuresRow *row,
                          double                   horizon)
{
  RankleMeasuresRow old;

  g_return_if_fail (RANKLE_IS_MEASURES_ITEM (self) && row != NULL);

  old = self->row;
  self->row = (RankleMeasuresRow){ .run = g_strdup (row->run),
                                   .model = rankle_model_ref (row->model),
                                   .measures = row->measures };
  self->horizon = horizon;
  g_free (old.run);
  g_clear_pointer (&old.model, rankle_model_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

const RankleMeasuresRow *
rankle_measures_item_get (RankleMeasuresItem *self)
{
  g_return_val_if_fail (RANKLE_IS_MEASURES_ITEM (self), NULL);

  return &self->row;
}

static void
rankle_measures_item_finalize (GObject *object)
{
  RankleMeasuresItem *self = RANKLE_MEASURES_ITEM (object);

  g_free (self->row.run);
  g_clear_pointer (&self->row.model, rankle_model_unref);
  G_OBJECT_CLASS (rankle_measures_item_parent_class)->finalize (object);
}

static void
rankle_measures_item_class_init (RankleMeasuresItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_measures_item_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_measures_item_init (RankleMeasuresItem *self)
{
}

RankleMeasuresItem *
rankle_measures_item_new (void)
{
  return g_object_new (RANKLE_TYPE_MEASURES_ITEM, NULL);
}
