/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-range-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-comparison.h"
#include "rankle-excursion.h"
#include "rankle-time-words.h"

/* ---- parts ---- */

/* Three digits, and no power of ten where that can be read: −148000 mmol. */
static char *
format_value (const RankleQuantity *quantity, double value)
{
  const char      *unit = quantity->unit != NULL ? quantity->unit : "";
  double           size = fabs (value);
  double           tens = size >= 1000 ? pow (10, floor (log10 (size)) - 2) : 1;
  g_autofree char *number = size >= 1000 && size < 1e9
                                ? g_strdup_printf ("%.0f", round (size / tens) * tens)
                                : g_strdup_printf ("%.3g", size);

  g_assert (isfinite (value));
  return g_strdup_printf ("%s%s%s%s", value < 0 ? "−" : "", number,
                          *unit == '\0' ? "" : " ", *unit == '\0' ? "" : _ (unit));
}

static char *
tell_time (const RankleTrajectory *run, double time)
{
  const char *unit = rankle_model_get_time_unit (rankle_trajectory_get_model (run));

  return rankle_time_span_in_words (unit, fmax (time, 0));
}

static gboolean
is_at_start (const RankleTrajectory *run, const RankleExcursion *out)
{
  return !(out->from > rankle_trajectory_get_times (run)[0]);
}

/* The first of a column, of which there may be @more. */
static char *
tell_when (const RankleTrajectory *run, const RankleExcursion *out, gboolean more)
{
  g_autofree char *from = tell_time (run, out->from);
  g_autofree char *to = tell_time (run, out->to);

  g_assert (out->from <= out->to);
  if (more && !is_at_start (run, out))
    /* Translators: from a time on, such as “6 days”, but not always */
    return g_strdup_printf (_ ("now and then from %s on"), from);
  if (more)
    return g_strdup (_ ("now and then from the start"));
  if (is_at_start (run, out))
    return out->lasts ? g_strdup (_ ("from the start"))
                      /* Translators: until a time, such as “6 days” */
                      : g_strdup_printf (_ ("until %s"), to);
  if (out->lasts)
    /* Translators: from a time on, such as “6 days” */
    return g_strdup_printf (_ ("from %s on"), from);
  /* Translators: two times, such as “6 days” and “3 months” */
  return g_strdup_printf (_ ("between %1$s and %2$s"), from, to);
}

/* @worst: of all of the column's beyond the same end. */
static char *
tell (const RankleTrajectory *run,
      const RankleExcursion  *out,
      gboolean                more,
      double                  worst)
{
  const RankleQuantity *quantity =
      rankle_model_get_column (rankle_trajectory_get_model (run), out->column);
  g_autofree char *limit = format_value (quantity, out->limit);
  g_autofree char *value = format_value (quantity, worst);
  g_autofree char *when = tell_when (run, out, more);

  g_assert (out->below ? worst < out->limit : worst > out->limit);
  if (out->below)
    /* Translators: a quantity, the least that it can be, when (“from 6 days on”), and the
     * least that it comes to */
    return g_strdup_printf (_ ("%1$s is below %2$s %3$s, and comes to %4$s"),
                            quantity->label, limit, when, value);
  /* Translators: a quantity, the most that it can be, when (“from 6 days on”), and the
   * most that it comes to */
  return g_strdup_printf (_ ("%1$s is above %2$s %3$s, and comes to %4$s"),
                          quantity->label, limit, when, value);
}

/* ---- what is told first ---- */

/* The one that begins first; the number of other columns in *@others. */
static const RankleExcursion *
choose (const GArray *excursions, guint *others)
{
  const RankleExcursion *first = NULL;
  guint                  n = 0;

  for (guint i = 0; i < excursions->len; i++)
    {
      const RankleExcursion *out = &g_array_index (excursions, RankleExcursion, i);

      /* Those of a column stand together. */
      n += i == 0 || out[-1].column != out->column;
      if (first == NULL || out->from < first->from)
        first = out;
    }
  *others = n > 0 ? n - 1 : 0;
  return first;
}

/* (nullable) */
static char *
tell_first (const RankleTrajectory *run, const GArray *excursions)
{
  guint                  others, n = 0;
  const RankleExcursion *first = choose (excursions, &others);
  g_autofree char       *told = NULL;
  double                 worst;

  if (first == NULL)
    return NULL;
  worst = first->worst;
  for (guint i = 0; i < excursions->len; i++)
    {
      const RankleExcursion *out = &g_array_index (excursions, RankleExcursion, i);

      if (out->column != first->column || out->below != first->below)
        continue;
      n++;
      worst = out->below ? fmin (worst, out->worst) : fmax (worst, out->worst);
    }
  told = tell (run, first, n > 1, worst);
  if (others == 0)
    return g_steal_pointer (&told);
  /* Translators: what leaves its range, and how many other quantities do */
  return g_strdup_printf (
      ngettext ("%1$s (and %2$u other)", "%1$s (and %2$u others)", others), told, others);
}

/* (transfer full): guint; no column twice. */
static GArray *
list_plotted (const RankleModel *model)
{
  g_autofree gboolean *seen = g_new0 (gboolean, rankle_model_get_n_columns (model) + 1);
  GArray              *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i);

      for (guint k = 0; k < panel->n_columns; k++)
        {
          if (!seen[panel->columns[k]])
            g_array_append_val (columns, panel->columns[k]);
          seen[panel->columns[k]] = TRUE;
        }
    }
  return columns;
}

/* (nullable) */
static char *
tell_plotted (const RankleTrajectory *run)
{
  g_autoptr (GArray) columns = list_plotted (rankle_trajectory_get_model (run));
  g_autoptr (GArray) excursions = rankle_excursions_find (
      run, (const guint *)(const void *)columns->data, columns->len);

  return tell_first (run, excursions);
}

/* ---- sentences ---- */

char *
rankle_range_in_words (const RankleTrajectory *run)
{
  g_autoptr (GArray) excursions = NULL;
  g_autofree char *name = NULL;
  g_autofree char *plotted = NULL;
  g_autofree char *any = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  excursions = rankle_excursions_find_all (run);
  if (excursions->len == 0)
    return NULL;
  name = rankle_comparison_dup_name (rankle_trajectory_get_model (run));
  plotted = tell_plotted (run);
  if (plotted != NULL)
    /* Translators: a model such as “Graham 2013”, and what leaves its range */
    return g_strdup_printf (
        _ ("%1$s leaves its range: %2$s. What is shaded is not to be read."), name,
        plotted);
  any = tell_first (run, excursions);
  /* Translators: a model such as “Graham 2013”, and what leaves its range */
  return g_strdup_printf (_ ("%1$s leaves its range: %2$s. That is not plotted, but what "
                             "is plotted may depend on it."),
                          name, any);
}

char *
rankle_range_of_columns_in_words (const RankleTrajectory *run,
                                  const guint            *columns,
                                  guint                   n)
{
  g_autoptr (GArray) excursions = NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (run != NULL && (n == 0 || columns != NULL), NULL);

  excursions = rankle_excursions_find (run, columns, n);
  told = tell_first (run, excursions);
  /* Translators: what leaves its range: “Bone volume is below 0 % from 6 days on” */
  return told == NULL ? NULL : g_strdup_printf (_ ("%s: not to be read."), told);
}

char *
rankle_range_left_in_words (const RankleTrajectory *run, guint column)
{
  g_autoptr (GArray) excursions = NULL;
  g_autofree char       *after = NULL;
  const RankleExcursion *first;
  const RankleQuantity  *quantity;

  g_return_val_if_fail (run != NULL, NULL);

  excursions = rankle_excursions_find (run, &column, 1);
  if (excursions->len == 0)
    return NULL;
  first = &g_array_index (excursions, RankleExcursion, 0);
  quantity = rankle_model_get_column (rankle_trajectory_get_model (run), column);
  if (is_at_start (run, first))
    /* Translators: a quantity */
    return g_strdup_printf (_ ("%s is out of its range from the start"), quantity->label);
  after = tell_time (run, first->from);
  /* Translators: a quantity, and a time, such as “6 days” */
  return g_strdup_printf (_ ("%1$s leaves its range after %2$s"), quantity->label, after);
}
