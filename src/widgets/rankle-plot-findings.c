/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-findings.h"

#include <glib/gi18n-lib.h>

#include "rankle-finding-words.h"
#include "rankle-plot-points.h"

/* A hand need not be steadier than that [radii of a mark]. */
#define REACH 2.2

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
  guint  n;
  const RankleFinding *findings = rankle_study_get_findings (study, &n);

  if (point < 0 || g_array_index (shown->indices, guint, point) >= n)
    return NULL;
  if (place != NULL)
    *place = (GdkRectangle){ (int)(x - reach), (int)(y - reach), (int)(2 * reach),
                             (int)(2 * reach) };
  return rankle_finding_dup_lines (
      &findings[g_array_index (shown->indices, guint, point)],
      rankle_study_get_model (study));
}

char *
rankle_plot_findings_describe (const RankleRunPlot *shown)
{
  guint n = shown->points->len;

  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext (", %u published point", ", %u published points", n),
                          n);
}
