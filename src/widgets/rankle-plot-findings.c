/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-findings.h"

#include <glib/gi18n-lib.h>

#include "rankle-finding-words.h"
#include "rankle-observation-words.h"
#include "rankle-plot-points.h"

/* A hand need not be steadier than that [radii of a mark]. */
#define REACH 2.2

/* (transfer full) (nullable) */
static char *
dup_own_lines (RankleStudy *study, guint index)
{
  guint                 n;
  const RankleOwnPoint *points = rankle_study_get_own_points (study, &n);

  if (index >= n)
    return NULL;
  return rankle_own_point_dup_lines (points[index].observations, &points[index],
                                     rankle_study_get_model (study));
}

/* FALSE: the run that it was told of is on its way. */
static gboolean
find_source (const RankleRunPlot *shown,
             RankleStudy         *study,
             guint                point,
             RankleKeptPoint     *source)
{
  guint                n, index;
  const RankleFinding *findings = rankle_study_get_findings (study, &n);

  if (point >= shown->indices->len)
    {
      *source =
          g_array_index (shown->sources, RankleKeptPoint, point - shown->indices->len);
      return TRUE;
    }
  index = g_array_index (shown->indices, guint, point);
  if (index >= n)
    return FALSE;
  *source = (RankleKeptPoint){ &findings[index], rankle_study_get_model (study) };
  return TRUE;
}

/* (transfer full) (nullable): in a plot stand those of the run, of kept ones, and one's
 * own. */
static char *
dup_lines (const RankleRunPlot *shown, RankleStudy *study, guint point)
{
  guint           n_published = shown->indices->len + shown->sources->len;
  RankleKeptPoint source;

  if (point >= n_published)
    return dup_own_lines (study,
                          g_array_index (shown->observed, guint, point - n_published));
  return find_source (shown, study, point, &source)
             ? rankle_finding_dup_lines (source.finding, source.model)
             : NULL;
}

char *
rankle_plot_findings_dup_tip (const RankleRunPlot    *shown,
                              RankleStudy            *study,
                              const RanklePlotLayout *layout,
                              double                  x,
                              double                  y,
                              GdkRectangle           *place)
{
  double reach = REACH * rankle_plot_points_get_radius (layout->label_size);
  int    point = rankle_plot_points_find (&shown->plot, layout, x, y, reach);
  char  *tip = point < 0 ? NULL : dup_lines (shown, study, (guint)point);

  if (tip != NULL && place != NULL)
    *place = (GdkRectangle){ (int)(x - reach), (int)(y - reach), (int)(2 * reach),
                             (int)(2 * reach) };
  return tip;
}

char *
rankle_plot_findings_describe (const RankleRunPlot *shown)
{
  guint            n = shown->indices->len + shown->sources->len;
  guint            n_own = shown->observed->len;
  g_autofree char *published =
      g_strdup_printf (ngettext (", %u published point", ", %u published points", n), n);
  g_autofree char *own = g_strdup_printf (
      ngettext (", %u point of yours", ", %u points of yours", n_own), n_own);

  return g_strconcat (n > 0 ? published : "", n_own > 0 ? own : "", NULL);
}

char *
rankle_plot_kept_describe (const RankleRunPlot *shown)
{
  g_autoptr (GString) letters = g_string_new ("");

  for (guint i = 0; i < shown->plot.n_traces; i++)
    if (i == 0 || shown->plot.traces[i].ink != shown->plot.traces[i - 1].ink)
      g_string_append_printf (letters, "%s%s", letters->len > 0 ? " " : "",
                              shown->plot.traces[i].mark);
  if (letters->len == 0)
    return g_strdup ("");
  /* Translators: heard behind what a plot shows; %s are the letters of runs: “A C” */
  return g_strdup_printf (_ (", beside kept runs %s"), letters->str);
}
