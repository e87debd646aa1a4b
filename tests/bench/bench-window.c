/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdio.h>

#include "rankle-application.h"
#include "rankle-control-row.h"
#include "rankle-window-private.h"

/* From a slider's event to the frame that shows it: 500 steps, each made when the frame
 * before has been painted, as a hand that never rests would. Steps come from an idle
 * after the frame, since a fast timeout would starve the painting that is to be measured.
 */

#define STEPS  500
#define WARMUP 20
#define BAR_MS 33.3

typedef struct
{
  RankleWindow *window;
  GMainLoop    *loop;
  const char   *control;
  gint64        asked; /* [us]; 0: nothing is being waited for */
  guint         step;
  double        latency[STEPS];
} Drag;

static gint64   started;
static gboolean first_frame_seen;

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* There and back along the slider. */
static gboolean
next_step (gpointer data)
{
  Drag      *drag = data;
  GtkWidget *row = rankle_controls_find_row (drag->window->controls, drag->control);
  double     place = 0.5 + 0.4 * sin (drag->step * 2 * G_PI / 100);

  drag->asked = g_get_monotonic_time ();
  gtk_range_set_value (
      GTK_RANGE (rankle_control_row_get_scale (RANKLE_CONTROL_ROW (row))), place);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Drag *drag)
{
  if (!first_frame_seen)
    {
      first_frame_seen = TRUE;
      printf ("start to first frame   %7.0f ms   bar 500 ms\n",
              (double)(g_get_monotonic_time () - started) / 1000);
    }
  if (drag->asked == 0)
    return;
  if (drag->step >= WARMUP)
    drag->latency[drag->step - WARMUP] =
        (double)(g_get_monotonic_time () - drag->asked) / 1000;
  drag->asked = 0;
  drag->step++;
  if (drag->step < STEPS + WARMUP)
    g_idle_add (next_step, drag);
  else
    g_main_loop_quit (drag->loop);
}

static void
run_drag (Drag *drag, const char *control)
{
  drag->control = control;
  drag->step = 0;
  rankle_study_begin_change (rankle_window_get_study (drag->window));
  rankle_plot_view_set_hold (drag->window->plots, TRUE);
  g_idle_add (next_step, drag);
  g_main_loop_run (drag->loop);
  rankle_plot_view_set_hold (drag->window->plots, FALSE);
  rankle_study_commit_change (rankle_window_get_study (drag->window));
  qsort (drag->latency, STEPS, sizeof (double), compare);
  printf ("drag %-17s %7.1f ms p50  %5.1f ms p95   bar %.1f ms: x%.2f of it\n", control,
          drag->latency[STEPS / 2], drag->latency[STEPS * 95 / 100], BAR_MS,
          drag->latency[STEPS * 95 / 100] / BAR_MS);
}

static double
resident_megabytes (void)
{
  g_autofree char *text = NULL;
  long             pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return (double)pages * 4096 / 1e6;
}

static gboolean
settled (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (RankleApplication) application = NULL;
  Drag           drag = { 0 };
  GdkFrameClock *clock;

  started = g_get_monotonic_time ();
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  drag.window = rankle_window_new (application);
  drag.loop = g_main_loop_new (NULL, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (drag.window), 1200, 800);
  gtk_widget_realize (GTK_WIDGET (drag.window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (drag.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &drag);
  gtk_window_present (GTK_WINDOW (drag.window));
  /* The opening seconds of playing are over. */
  g_timeout_add (4000, settled, drag.loop);
  g_main_loop_run (drag.loop);
  rankle_time_bar_set_playing (drag.window->time_bar, FALSE);
  run_drag (&drag, "opg");
  run_drag (&drag, "estrogen");
  run_drag (&drag, "denosumab_dose");
  printf ("resident memory        %7.0f MB   bar 150 MB\n", resident_megabytes ());
  g_signal_handlers_disconnect_by_data (clock, &drag);
  gtk_window_destroy (GTK_WINDOW (drag.window));
  g_main_loop_unref (drag.loop);
  return 0;
}
