/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-curve-words.h"

#include <glib/gi18n-lib.h>

#include "rankle-plot-scale.h"

/* (transfer full): "14.6 y". */
static char *
moment_in_words (const RanklePlot *plot, double x)
{
  RanklePlotClock clock = rankle_plot_clock_choose (plot->time_unit, plot->x_max);

  /* Translators: a time and its unit, "14.6 y" */
  return g_strdup_printf (_ ("%.1f %s"), x * clock.factor, clock.unit);
}

static const char *
get_pattern (RanklePlotFeatureKind kind, gboolean is_last)
{
  switch (kind)
    {
    case RANKLE_PLOT_PEAK:
      /* Translators: a curve's name, a value, its unit, and when: "Peak of CTX: 357 % of
       * baseline, at 14.6 y" */
      return _ ("Peak of %s: %s %s, at %s");
    case RANKLE_PLOT_NADIR:
      return _ ("Lowest point of %s: %s %s, at %s");
    case RANKLE_PLOT_CROSSING:
      return _ ("%s crosses %s %s, at %s");
    case RANKLE_PLOT_END:
      return is_last ? _ ("End of %s: %s %s, at %s") : _ ("Start of %s: %s %s, at %s");
    default:
      g_assert_not_reached ();
    }
}

char *
rankle_curve_feature_in_words (const RanklePlot        *plot,
                               guint                    series,
                               const RanklePlotFeature *feature)
{
  const RanklePlotSeries *curve;
  g_autofree char        *value = NULL, *when = NULL;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NULL);

  curve = &plot->series[series];
  value = rankle_plot_dup_value (plot, series, feature->x);
  when = moment_in_words (plot, feature->x);
  return g_strdup_printf (get_pattern (feature->kind, feature->x > curve->x[0]),
                          curve->label, value, plot->unit, when);
}

typedef struct
{
  const RanklePlotFeature *first, *last, *highest, *lowest;
} Shape;

static Shape
find_shape (const GArray *features)
{
  Shape shape = { 0 };

  for (guint i = 0; i < features->len; i++)
    {
      const RanklePlotFeature *at = &g_array_index (features, RanklePlotFeature, i);

      if (i == 0)
        shape = (Shape){ at, at, at, at };
      shape.last = at;
      if (at->value > shape.highest->value)
        shape.highest = at;
      if (at->value < shape.lowest->value)
        shape.lowest = at;
    }
  return shape;
}

/* It has no turn: it rises, falls, or neither. */
static char *
describe_course (const RanklePlot *plot, guint series, Shape shape)
{
  const char      *label = plot->series[series].label;
  g_autofree char *from = rankle_plot_dup_value (plot, series, shape.first->x);
  g_autofree char *to = rankle_plot_dup_value (plot, series, shape.last->x);

  if (g_str_equal (from, to))
    /* Translators: a curve's name, a value and its unit */
    return g_strdup_printf (_ ("%s stays at %s %s."), label, from, plot->unit);
  if (shape.last->value > shape.first->value)
    /* Translators: a curve's name, two values and their unit */
    return g_strdup_printf (_ ("%s rises from %s to %s %s."), label, from, to,
                            plot->unit);
  return g_strdup_printf (_ ("%s falls from %s to %s %s."), label, from, to, plot->unit);
}

static char *
describe_turns (const RanklePlot *plot, guint series, Shape shape)
{
  g_autofree char *from = rankle_plot_dup_value (plot, series, shape.first->x);
  g_autofree char *to = rankle_plot_dup_value (plot, series, shape.last->x);
  g_autofree char *high = rankle_plot_dup_value (plot, series, shape.highest->x);
  g_autofree char *low = rankle_plot_dup_value (plot, series, shape.lowest->x);
  g_autofree char *high_at = moment_in_words (plot, shape.highest->x);
  g_autofree char *low_at = moment_in_words (plot, shape.lowest->x);

  /* Translators: "CTX begins at 100 % of baseline, is highest at 357 (14.6 y), lowest at
   * 9.2 (11.2 y), and ends at 178." */
  return g_strdup_printf (
      _ ("%s begins at %s %s, is highest at %s (%s), lowest at %s (%s), and ends at %s."),
      plot->series[series].label, from, plot->unit, high, high_at, low, low_at, to);
}

char *
rankle_curve_shape_in_words (const RanklePlot *plot, guint series)
{
  g_autoptr (GArray) features = NULL;
  Shape shape;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NULL);

  features = rankle_plot_find_features (plot, series);
  if (features->len == 0)
    return g_strdup ("");
  shape = find_shape (features);
  if ((shape.highest == shape.first || shape.highest == shape.last) &&
      (shape.lowest == shape.first || shape.lowest == shape.last))
    return describe_course (plot, series, shape);
  return describe_turns (plot, series, shape);
}
