/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-beyond.h"
#include "rankle-plot-feature.h"
#include "rankle-plot-scale.h"

#define STEPS       100 /* along the time that is shown */
#define SMALL_STEPS 1000

char *
rankle_plot_cursor_describe (RankleStudy *study, const RanklePlot *plot)
{
  GString        *text = g_string_new (NULL);
  double          cursor = rankle_study_get_cursor (study);
  RanklePlotClock clock =
      rankle_plot_clock_choose (plot->time_unit, rankle_study_get_horizon (study));

  gboolean is_gap = FALSE;

  for (guint i = 0; i < plot->n_series; i++)
    {
      const RanklePlotSeries *series = &plot->series[i];
      /* Of an axis that others share too little is nothing; each of its own has all. */
      g_autofree char *value =
          series->unit != NULL
              ? rankle_plot_format_value (rankle_plot_get_value (plot, i, cursor))
              : rankle_plot_dup_value (plot, i, cursor);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", series->label, value,
                              series->unit != NULL ? series->unit : plot->unit);
      if (rankle_plot_is_beyond (plot, i, cursor))
        /* Translators: stands behind a value */
        g_string_append (text, _ (" (out of range)"));
      is_gap |= isnan (rankle_plot_get_value (plot, i, cursor));
    }
  /* Translators: what a plot shows at the time cursor, e.g. "CTX 34 % of baseline, at 2.0
   * y" */
  g_string_append_printf (text, _ (", at %.1f %s"), cursor * clock.factor, clock.unit);
  if (is_gap && plot->remark != NULL)
    g_string_append_printf (text, ". %s", plot->remark);
  return g_string_free (text, FALSE);
}

gboolean
rankle_plot_cursor_move (RankleStudy      *study,
                         const RanklePlot *plot,
                         guint             key,
                         GdkModifierType   state)
{
  double step =
      (plot->x_max - plot->x_min) / ((state & GDK_SHIFT_MASK) != 0 ? SMALL_STEPS : STEPS);
  double cursor = rankle_study_get_cursor (study);

  g_assert (step >= 0);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      rankle_study_set_cursor (study, cursor - step);
      return TRUE;
    case GDK_KEY_Right:
      rankle_study_set_cursor (study, cursor + step);
      return TRUE;
    case GDK_KEY_Home:
      rankle_study_set_cursor (study, 0);
      return TRUE;
    case GDK_KEY_End:
      rankle_study_set_cursor (study, rankle_study_get_horizon (study));
      return TRUE;
    default:
      return FALSE;
    }
}

void
rankle_plot_cursor_jump (RankleStudy      *study,
                         const RanklePlot *plot,
                         guint             series,
                         gboolean          back)
{
  RanklePlotFeature feature;

  g_assert (series < plot->n_series);

  if (rankle_plot_find_next_feature (plot, series, rankle_study_get_cursor (study), back,
                                     &feature))
    rankle_study_set_cursor (study, feature.x);
}

/* ---- pointer ---- */

typedef struct
{
  RankleStudy            *study;  /* Borrowed */
  const RanklePlotLayout *layout; /* Borrowed */
} Drag;

static void
free_drag (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *drag)
{
  gtk_widget_grab_focus (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  if (rankle_plot_layout_is_title (drag->layout, y))
    return;
  rankle_study_set_cursor (drag->study, rankle_plot_layout_x_to_time (drag->layout, x));
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y) &&
      !rankle_plot_layout_is_title (drag->layout, y))
    rankle_study_set_cursor (drag->study,
                             rankle_plot_layout_x_to_time (drag->layout, x + dx));
}

void
rankle_plot_cursor_add_drag (GtkWidget              *widget,
                             RankleStudy            *study,
                             const RanklePlotLayout *layout)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Drag       *drag = g_new (Drag, 1);

  g_assert (RANKLE_IS_STUDY (study) && layout != NULL);

  *drag = (Drag){ study, layout };
  g_signal_connect_data (gesture, "drag-begin", G_CALLBACK (begin_cb), drag, free_drag,
                         0);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (update_cb), drag);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}
