/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bench-clock.h"
#include "bench-stage.h"

/* From a slider's event to the frame that shows the curves it asked for. A step is made
 * when the frame before has been painted, as by a hand that never rests, from an idle
 * handler: a fast timeout would starve the very painting that is to be measured. The
 * frame clock's phases tell where the time goes. */

#define STEPS      500
#define WARMUP     20
#define BAR_MS     (2000.0 / 60)
#define MEMORY_BAR 150

typedef enum
{
  HANDLED,  /* the slider's handler has returned */
  STARTED,  /* the frame begins */
  LAID_OUT, /* and its phases end */
  PAINTED,
  SHOWN,
  N_MOMENTS
} Moment;

typedef struct
{
  BenchStage     stage;
  GdkFrameClock *clock;
  GtkRange      *slider;
  gint64         asked; /* [us]; 0: nothing is being waited for */
  gint64         moment[N_MOMENTS];
  guint          step, late; /* frames in which the run had not come yet */
  double         latency[STEPS], phase[N_MOMENTS][STEPS];
} Drag;

/* There and back along the slider, always a little further. */
static double
find_place (guint step)
{
  guint phase = step % 100;

  return 0.1 + 0.8 * (phase < 50 ? phase : 100 - phase) / 50;
}

static gboolean
next_step (gpointer data)
{
  Drag *drag = data;

  drag->asked = g_get_monotonic_time ();
  gtk_range_set_value (drag->slider, find_place (drag->step));
  drag->moment[HANDLED] = g_get_monotonic_time ();
  return G_SOURCE_REMOVE;
}

static void
note (Drag *drag, Moment moment)
{
  drag->moment[moment] = g_get_monotonic_time ();
}

static void
before_paint_cb (GdkFrameClock *clock, Drag *drag)
{
  note (drag, STARTED);
}

static void
layout_cb (GdkFrameClock *clock, Drag *drag)
{
  note (drag, LAID_OUT);
}

static void
paint_cb (GdkFrameClock *clock, Drag *drag)
{
  note (drag, PAINTED);
}

static void
keep_figures (Drag *drag, guint i)
{
  gint64 before = drag->asked;

  drag->latency[i] = (double)(drag->moment[SHOWN] - drag->asked) / 1000;
  for (guint k = 0; k < N_MOMENTS; k++)
    {
      drag->phase[k][i] = (double)(drag->moment[k] - before) / 1000;
      before = drag->moment[k];
    }
}

static void
after_paint_cb (GdkFrameClock *clock, Drag *drag)
{
  note (drag, SHOWN);
  if (drag->asked == 0)
    return;
  if (bench_stage_is_busy (&drag->stage))
    {
      drag->late++;
      return;
    }
  if (drag->step >= WARMUP)
    keep_figures (drag, drag->step - WARMUP);
  drag->asked = 0;
  drag->step++;
  if (drag->step < STEPS + WARMUP)
    g_idle_add (next_step, drag);
  else
    g_main_loop_quit (drag->stage.loop);
}

static void
print_figures (Drag *drag, const char *what)
{
  double p50 = bench_quantile (drag->latency, STEPS, 0.5);
  double p95 = bench_quantile (drag->latency, STEPS, 0.95);

  printf ("drag %-24s p50 %5.1f ms  p95 %5.1f ms   bar %.1f ms: %s\n", what, p50, p95,
          BAR_MS, p95 <= BAR_MS ? "met" : "NOT MET");
  printf ("  medians: handler and run %.1f, next frame %.1f, layout %.1f, paint %.1f ms; "
          "runs that came a frame late: %u of %d\n",
          bench_quantile (drag->phase[HANDLED], STEPS, 0.5),
          bench_quantile (drag->phase[STARTED], STEPS, 0.5),
          bench_quantile (drag->phase[LAID_OUT], STEPS, 0.5),
          bench_quantile (drag->phase[PAINTED], STEPS, 0.5), drag->late, STEPS + WARMUP);
}

static void
run_drag (Drag *drag, const char *control, const char *what)
{
  RankleStudy  *study = drag->stage.window->study;
  RankleChange *change;

  drag->slider = bench_stage_get_slider (&drag->stage, control);
  drag->step = drag->late = 0;
  change = rankle_study_begin_change (study, "drag");
  rankle_plot_view_set_hold (drag->stage.window->plots, TRUE);
  g_idle_add (next_step, drag);
  g_main_loop_run (drag->stage.loop);
  rankle_plot_view_set_hold (drag->stage.window->plots, FALSE);
  rankle_change_unref (change);
  print_figures (drag, what);
  rankle_study_reset_control (study, control);
  bench_stage_settle (&drag->stage);
}

static void
connect_clock (Drag *drag)
{
  drag->clock = gtk_widget_get_frame_clock (GTK_WIDGET (drag->stage.window));
  g_signal_connect (drag->clock, "before-paint", G_CALLBACK (before_paint_cb), drag);
  g_signal_connect (drag->clock, "layout", G_CALLBACK (layout_cb), drag);
  g_signal_connect (drag->clock, "paint", G_CALLBACK (paint_cb), drag);
  g_signal_connect (drag->clock, "after-paint", G_CALLBACK (after_paint_cb), drag);
}

int
main (void)
{
  static Drag drag;
  double      megabytes;

  bench_stage_init (&drag.stage, 1200, 800);
  connect_clock (&drag);
  run_drag (&drag, "rankl", "RANKL");
  run_drag (&drag, "opg", "OPG");
  run_drag (&drag, "estrogen", "estrogen");
  bench_stage_set_control (&drag.stage, "denosumab_count", 6);
  run_drag (&drag, "denosumab_dose", "denosumab, 6 doses");
  bench_stage_set_control (&drag.stage, "denosumab_dose", 60);
  bench_stage_settle (&drag.stage);
  run_drag (&drag, "opg", "OPG under 6 doses");
  megabytes = bench_resident ();
  printf ("resident memory after it all %.0f MB   bar %d MB: %s\n", megabytes, MEMORY_BAR,
          megabytes <= MEMORY_BAR ? "met" : "NOT MET");
  g_signal_handlers_disconnect_by_data (drag.clock, &drag);
  bench_stage_clear (&drag.stage);
  return 0;
}
