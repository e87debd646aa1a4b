/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-findings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-finding-words.h"
#include "rankle-plot-points.h"

/* A hand need not be steadier than that [radii of a mark]. */
#define REACH 2.2

void
rankle_plot_findings_init (RanklePlotFindings *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (RanklePlotPoint));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
rankle_plot_findings_clear (RanklePlotFindings *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->indices, g_array_unref);
}

/* -1: none of the panel's. */
static int
find_series (const RanklePanel *panel, guint n_series, guint column)
{
  for (guint i = 0; i < n_series; i++)
    if (panel->columns[i] == column)
      return (int)i;
  return -1;
}

static void
add (RanklePlotFindings *self, const RankleFinding *finding, guint index, guint series)
{
  RanklePlotPoint point = { .series = series,
                            .x_from = finding->from,
                            .x = finding->to,
                            .y = finding->value,
                            .low = finding->low,
                            .high = finding->high,
                            .predicted = finding->predicted,
                            .recalled = finding->row->recalled };

  g_array_append_val (self->points, point);
  g_array_append_val (self->indices, index);
}

void
rankle_plot_findings_fill (RanklePlotFindings *self,
                           RankleStudy        *study,
                           const RanklePanel  *panel,
                           RanklePlot         *plot)
{
  guint                n;
  const RankleFinding *findings = rankle_study_get_findings (study, &n);

  g_assert (plot->n_series <= panel->n_columns);

  g_array_set_size (self->points, 0);
  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n; i++)
    {
      int series = find_series (panel, plot->n_series, findings[i].column);

      if (series >= 0 && isfinite (findings[i].value))
        add (self, &findings[i], i, (guint)series);
    }
  g_assert (self->points->len == self->indices->len);
  plot->points = (const RanklePlotPoint *)(void *)self->points->data;
  plot->n_points = plot->kind == RANKLE_PLOT_STACKED ? 0 : self->points->len;
}

char *
rankle_plot_findings_dup_tip (const RanklePlotFindings *self,
                              RankleStudy              *study,
                              const RanklePlot         *plot,
                              const RanklePlotLayout   *layout,
                              double                    x,
                              double                    y,
                              GdkRectangle             *place)
{
  double               reach = REACH * rankle_plot_points_get_radius (layout->label_size);
  int                  point = rankle_plot_points_find (plot, layout, x, y, reach);
  guint                n;
  const RankleFinding *findings = rankle_study_get_findings (study, &n);

  if (point < 0 || g_array_index (self->indices, guint, point) >= n)
    return NULL;
  if (place != NULL)
    *place = (GdkRectangle){ (int)(x - reach), (int)(y - reach), (int)(2 * reach),
                             (int)(2 * reach) };
  return rankle_finding_dup_lines (&findings[g_array_index (self->indices, guint, point)],
                                   rankle_study_get_model (study));
}

char *
rankle_plot_findings_describe (const RanklePlotFindings *self)
{
  guint n = self->points->len;

  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext (", %u published point", ", %u published points", n),
                          n);
}
