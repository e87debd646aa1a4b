/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk/x11/gdkx.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-stage.h"
#include "rankle-integrator.h"
#include "rankle-plot-panel.h"

/* A hand that drags a slider for half a minute: real motion of the X pointer, 120 times a
 * second, from a thread of its own, so that no frame of ours slows it. Told are the
 * longest time that the main loop answered nobody, what is shown in the end, and what has
 * become of memory.
 *
 * bench-soak [SECONDS] */

#define EVENTS_A_SECOND 120
#define SECONDS         30
#define SWEEP_SECONDS   1.7
#define PROBE_MS        4
/* At the ends of a slider the hand would stand still in effect [px]. */
#define KNOB 14
/* A slider waits for some pixels before it takes motion for a drag [events]. */
#define THRESHOLD 30
/* What a hand would feel as a freeze. Some 90 ms from frame to frame are the rest that a
 * slider takes at its mark: GTK holds it there for 12 pixels. */
#define GAP_BAR_MS    100.0
#define GROWTH_BAR_MB 2.0
#define MAX_FRAMES    200000

/* ---- the hand ---- */

typedef struct
{
  FILE      *tool; /* xdotool's input */
  gulong     window;
  double     left, right, y; /* [px] */
  double     seconds;
  guint      sent;
  int        moving; /* atomic: the slider follows it */
  GMainLoop *loop;   /* Borrowed: left when the hand is done */
} Hand;

static gboolean
leave_loop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
move_to (Hand *hand, double x)
{
  fprintf (hand->tool, "mousemove --window %lu %d %d\n", hand->window, (int)x,
           (int)hand->y);
  fflush (hand->tool);
}

static void
press (Hand *hand, gboolean down)
{
  fprintf (hand->tool, "%s 1\n", down ? "mousedown" : "mouseup");
  fflush (hand->tool);
}

static void
sleep_until (gint64 microseconds)
{
  gint64 left = microseconds - g_get_monotonic_time ();

  if (left > 0)
    g_usleep ((gulong)left);
}

/* There and back at one speed, some pixel further each time. */
static double
find_place (const Hand *hand, guint event)
{
  double along = fmod (event / (SWEEP_SECONDS * EVENTS_A_SECOND) + 0.5, 2);

  return hand->left + (along < 1 ? along : 2 - along) * (hand->right - hand->left);
}

/* From the middle, and to the far right in the end. */
static gpointer
drag_thread (gpointer data)
{
  Hand  *hand = data;
  guint  n = (guint)(hand->seconds * EVENTS_A_SECOND);
  gint64 start = g_get_monotonic_time ();

  press (hand, TRUE);
  for (guint i = 0; i < n; i++)
    {
      move_to (hand, find_place (hand, i));
      hand->sent++;
      if (i == THRESHOLD)
        g_atomic_int_set (&hand->moving, TRUE);
      sleep_until (start + (gint64)(i + 1) * G_USEC_PER_SEC / EVENTS_A_SECOND);
    }
  g_atomic_int_set (&hand->moving, FALSE);
  move_to (hand, hand->right + 40);
  press (hand, FALSE);
  g_usleep (G_USEC_PER_SEC / 2);
  g_idle_add (leave_loop, hand->loop);
  return NULL;
}

/* ---- what is watched ---- */

typedef struct
{
  BenchStage stage;
  Hand      *hand;            /* Borrowed */
  gint64     probed, painted; /* [us]; 0: not yet */
  double     longest_gap;     /* [ms] */
  double    *frames;          /* (owned): from one to the next [ms] */
  guint      n_frames, n_values;
  double     seconds, early, late; /* resident memory [MB] */
} Soak;

static gboolean
probe (gpointer data)
{
  Soak  *soak = data;
  gint64 now = g_get_monotonic_time ();

  if (soak->probed != 0)
    soak->longest_gap = fmax (soak->longest_gap, (double)(now - soak->probed) / 1000);
  soak->probed = now;
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Soak *soak)
{
  gint64 now = g_get_monotonic_time ();

  if (soak->painted != 0 && soak->n_frames < MAX_FRAMES &&
      g_atomic_int_get (&soak->hand->moving))
    soak->frames[soak->n_frames++] = (double)(now - soak->painted) / 1000;
  soak->painted = now;
}

static void
scenario_cb (Soak *soak)
{
  soak->n_values++;
}

static gboolean
remember_memory (gpointer data)
{
  Soak *soak = data;

  soak->early = bench_resident ();
  return G_SOURCE_REMOVE;
}

/* ---- is what is shown what was asked for? ---- */

/* The present scenario, run anew at the times of @shown. */
static RankleTrajectory *
run_again (RankleStudy *study, RankleTrajectory *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol =
      rankle_protocol_new (rankle_study_get_model (study));
  RankleTrajectory *again = NULL;

  rankle_protocol_set_times (protocol, rankle_trajectory_get_times (shown),
                             rankle_trajectory_get_n_times (shown));
  if (rankle_scenario_apply (rankle_study_get_scenario (study), protocol, FALSE, &error))
    again = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (again == NULL)
    g_error ("%s", error->message);
  return again;
}

static gboolean
is_same_run (RankleTrajectory *a, RankleTrajectory *b)
{
  guint n = rankle_trajectory_get_n_times (a);
  guint n_columns = rankle_model_get_n_columns (rankle_trajectory_get_model (a));

  for (guint k = 0; k < n_columns; k++)
    {
      const double *x = rankle_trajectory_get_column (a, k);
      const double *y = rankle_trajectory_get_column (b, k);

      for (guint i = 0; i < n; i++)
        if (fabs (x[i] - y[i]) > 1e-9 * fabs (x[i]))
          return FALSE;
    }
  return TRUE;
}

/* A panel says the same when it is told to look again. */
static gboolean
panels_are_current (RanklePlotView *plots)
{
  gboolean current = TRUE;

  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (plots)); panel != NULL;
       panel = gtk_widget_get_next_sibling (panel))
    {
      g_autofree char *before =
          rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));
      g_autofree char *after = NULL;

      rankle_plot_panel_update (RANKLE_PLOT_PANEL (panel), TRUE, FALSE);
      after = rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));
      current &= g_str_equal (before, after);
    }
  return current;
}

static const char *
judge_end (Soak *soak, const char *control)
{
  RankleStudy         *study = soak->stage.window->study;
  RankleTrajectory    *shown = rankle_study_get_trajectory (study);
  const RankleControl *c =
      rankle_model_find_control (rankle_study_get_model (study), control);
  g_autoptr (RankleTrajectory) again = run_again (study, shown);

  if (fabs (rankle_study_get_control (study, control) - c->max) > 1e-9 * c->max)
    return "NOT the hand's last place";
  if (!is_same_run (shown, again))
    return "STALE curves";
  return panels_are_current (soak->stage.window->plots) ? "the last value"
                                                        : "STALE plots";
}

/* ---- one slider ---- */

static void
find_slider (Soak *soak, const char *control, Hand *hand)
{
  GtkRange        *slider = bench_stage_get_slider (&soak->stage, control);
  GtkNative       *native = gtk_widget_get_native (GTK_WIDGET (slider));
  GdkRectangle     trough;
  graphene_point_t left, right;
  double           dx, dy;

  gtk_range_get_range_rect (slider, &trough);
  gtk_native_get_surface_transform (native, &dx, &dy);
  if (!gtk_widget_compute_point (GTK_WIDGET (slider), GTK_WIDGET (native),
                                 &GRAPHENE_POINT_INIT ((float)trough.x, (float)trough.y),
                                 &left) ||
      !gtk_widget_compute_point (
          GTK_WIDGET (slider), GTK_WIDGET (native),
          &GRAPHENE_POINT_INIT ((float)(trough.x + trough.width), (float)trough.y),
          &right))
    g_error ("the slider is not in the window");
  hand->window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  hand->left = left.x + dx + KNOB;
  hand->right = right.x + dx - KNOB;
  hand->y = left.y + dy + 0.5 * trough.height;
}

static void
tell_figures (const char *control, double silence, double growth)
{
  g_autofree char *silent = g_strdup_printf ("soak %s, longest silence", control);
  g_autofree char *grown = g_strdup_printf ("soak %s, memory grown", control);

  bench_tell (&(BenchFigure){
      .what = silent, .unit = "ms", .value = silence, .bar = GAP_BAR_MS });
  bench_tell (&(BenchFigure){
      .what = grown, .unit = "MB", .value = growth, .bar = GROWTH_BAR_MB });
}

static void
print_figures (Soak *soak, const char *control, const Hand *hand)
{
  double growth = soak->late - soak->early;
  double longest = bench_quantile (soak->frames, soak->n_frames, 1);
  printf ("%-15s %4.0f s  %5.1f events/s, %5.1f values/s, %5.1f frames/s\n", control,
          soak->seconds, hand->sent / soak->seconds, soak->n_values / soak->seconds,
          soak->n_frames / soak->seconds);
  printf (
      "  main loop silent %.0f ms at most; frame to frame p50 %.1f, p95 %.1f, at most "
      "%.0f ms   bar %.0f ms: %s\n",
      soak->longest_gap, bench_quantile (soak->frames, soak->n_frames, 0.5),
      bench_quantile (soak->frames, soak->n_frames, 0.95), longest, GAP_BAR_MS,
      fmax (soak->longest_gap, longest) <= GAP_BAR_MS ? "met" : "NOT MET");
  printf ("  memory %.1f MB, %+.1f MB since the first third   bar %.0f MB: %s\n",
          soak->late, growth, GROWTH_BAR_MB, growth <= GROWTH_BAR_MB ? "met" : "NOT MET");
  tell_figures (control, fmax (soak->longest_gap, longest), growth);
}

static void
drag_for (Soak *soak, Hand *hand)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (soak->stage.window));
  RankleStudy   *study = soak->stage.window->study;
  GThread       *thread;
  guint          probes;

  soak->hand = hand;
  soak->longest_gap = 0;
  soak->probed = soak->painted = 0;
  soak->n_frames = soak->n_values = 0;
  hand->sent = 0;
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), soak);
  g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (scenario_cb), soak);
  g_timeout_add ((guint)(1000 * soak->seconds / 3), remember_memory, soak);
  probes = g_timeout_add_full (G_PRIORITY_HIGH, PROBE_MS, probe, soak, NULL);
  thread = g_thread_new ("hand", drag_thread, hand);
  g_main_loop_run (soak->stage.loop);
  g_thread_join (thread);
  g_source_remove (probes);
  g_signal_handlers_disconnect_by_data (clock, soak);
  g_signal_handlers_disconnect_by_data (study, soak);
  soak->late = bench_resident ();
}

static void
soak_slider (Soak *soak, const char *control, FILE *tool)
{
  Hand hand = { .tool = tool, .seconds = soak->seconds, .loop = soak->stage.loop };

  find_slider (soak, control, &hand);
  move_to (&hand, 0.5 * (hand.left + hand.right));
  bench_stage_settle (&soak->stage);
  drag_for (soak, &hand);
  bench_stage_settle (&soak->stage);
  print_figures (soak, control, &hand);
  printf ("  shown in the end: %s\n", judge_end (soak, control));
  fflush (stdout);
  rankle_study_reset_control (soak->stage.window->study, control);
  bench_stage_settle (&soak->stage);
}

int
main (int argc, char *argv[])
{
  static const char *const controls[] = { "rankl", "opg", "estrogen", "denosumab_dose" };
  Soak                     soak = { 0 };
  FILE                    *tool = popen ("xdotool -", "w");

  if (tool == NULL)
    g_error ("xdotool does not start");
  soak.seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : SECONDS;
  soak.frames = g_new (double, MAX_FRAMES);
  bench_stage_init (&soak.stage, 1200, 800);
  bench_stage_set_control (&soak.stage, "denosumab_count", 6);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    soak_slider (&soak, controls[i], tool);
  bench_stage_clear (&soak.stage);
  pclose (tool);
  g_free (soak.frames);
  return EXIT_SUCCESS;
}
