/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-stage.h"
#include "rankle-lanes-edit.h"
#include "rankle-study-runs.h"

/* From a slider's event to the frame that shows the curves it asked for. A step is made
 * when the frame before has been painted, as by a hand that never rests, from an idle
 * handler: a fast timeout would starve the very painting that is to be measured. The
 * frame clock's phases tell where the time goes. */

#define STEPS      500
#define WARMUP     20
#define MEMORY_BAR 135
#define PAINT_BAR  9.0 /* [ms] */
/* By then a window that rests has given back what nothing uses. [ms] */
#define REST 4000

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
  GtkRange      *slider; /* or, where a dose is dragged: */
  RankleLanes   *lanes;  /* (owned) (nullable): as they were when the drag began */
  guint          handle;
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

/* As the track does at each motion of the pointer: up to three months early or late. */
static void
move_dose (Drag *drag)
{
  const RankleHandle *handle = rankle_lanes_get_handle (drag->lanes, drag->handle);
  g_autoptr (RankleScenario) moved = rankle_lanes_put (
      drag->lanes, drag->handle, handle->time + 180 * (find_place (drag->step) - 0.5),
      handle->amount, FALSE);

  rankle_study_change_scenario (drag->stage.window->study, moved, "drag");
}

static gboolean
next_step (gpointer data)
{
  Drag *drag = data;

  drag->asked = g_get_monotonic_time ();
  if (drag->lanes != NULL)
    move_dose (drag);
  else
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

/* Each value is in the very next frame; in the one after it where pixels are many. [ms]
 */
static double
get_bar (Drag *drag)
{
  GtkWidget *window = GTK_WIDGET (drag->stage.window);
  guint      n_kept;

  rankle_study_get_kept (drag->stage.window->study, &n_kept);
  if (gtk_widget_get_scale_factor (window) > 1)
    return 50;
  if (gtk_widget_get_width (window) > 1280)
    return 2000.0 / 60;
  return n_kept > 0 ? 25 : 20;
}

static void
tell_figures (Drag *drag, const char *what, double p95)
{
  g_autofree char *slider = g_strdup_printf ("drag %s, p95", what);
  g_autofree char *paint = g_strdup_printf ("drag %s, paint phase p95", what);

  bench_tell (&(BenchFigure){
      .what = slider, .unit = "ms", .value = p95, .bar = get_bar (drag) });
  bench_tell (&(BenchFigure){ .what = paint,
                              .unit = "ms",
                              .value = bench_quantile (drag->phase[PAINTED], STEPS, 0.95),
                              .bar = PAINT_BAR });
}

static void
print_figures (Drag *drag, const char *what)
{
  double p50 = bench_quantile (drag->latency, STEPS, 0.5);
  double p95 = bench_quantile (drag->latency, STEPS, 0.95);

  printf ("drag %-24s p50 %5.1f ms  p95 %5.1f ms   bar %.1f ms: %s\n", what, p50, p95,
          get_bar (drag), p95 <= get_bar (drag) ? "met" : "NOT MET");
  printf ("  medians: handler and run %.1f, next frame %.1f, layout %.1f, paint %.1f "
          "(p95 %.1f) ms; runs that came a frame late: %u of %d\n",
          bench_quantile (drag->phase[HANDLED], STEPS, 0.5),
          bench_quantile (drag->phase[STARTED], STEPS, 0.5),
          bench_quantile (drag->phase[LAID_OUT], STEPS, 0.5),
          bench_quantile (drag->phase[PAINTED], STEPS, 0.5),
          bench_quantile (drag->phase[PAINTED], STEPS, 0.95), drag->late, STEPS + WARMUP);
  tell_figures (drag, what, p95);
}

static void
run_steps (Drag *drag, const char *what)
{
  RankleStudy  *study = drag->stage.window->study;
  RankleChange *change;

  drag->step = drag->late = 0;
  change = rankle_study_begin_change (study, "drag");
  rankle_plot_view_set_hold (drag->stage.window->plots, TRUE);
  g_idle_add (next_step, drag);
  g_main_loop_run (drag->stage.loop);
  rankle_plot_view_set_hold (drag->stage.window->plots, FALSE);
  rankle_change_unref (change);
  print_figures (drag, what);
}

static void
run_drag (Drag *drag, const char *control, const char *what)
{
  drag->slider = bench_stage_get_slider (&drag->stage, control);
  run_steps (drag, what);
  rankle_study_reset_control (drag->stage.window->study, control);
  bench_stage_settle (&drag->stage);
}

/* The fourth of six, in the dose track. */
static void
run_dose_drag (Drag *drag, const char *what)
{
  RankleStudy *study = drag->stage.window->study;

  drag->lanes = rankle_lanes_new (rankle_study_get_scenario (study),
                                  rankle_study_get_model (study));
  drag->handle = 3;
  g_assert (drag->lanes->handles->len >= 6);
  run_steps (drag, what);
  g_clear_pointer (&drag->lanes, rankle_lanes_free);
  rankle_study_undo (study);
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

/* What a drag moves of a model that is named: a slider that changes the run, the first of
 * the panel. (nullable) */
static const RankleControl *
find_slider (Drag *drag)
{
  RankleModel *model = rankle_study_get_model (drag->stage.window->study);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL && !control->is_switch &&
          control->role == RANKLE_CONTROL_PARAMETER &&
          rankle_study_find_idle (drag->stage.window->study, control->id) == NULL)
        return control;
    }
  return NULL;
}

/* As the model opens. */
static void
run_model (Drag *drag, const char *id)
{
  const RankleControl *control;
  g_autofree char     *what = NULL;

  if (!rankle_window_load_model (drag->stage.window, id))
    g_error ("there is no model %s", id);
  bench_stage_settle (&drag->stage);
  control = find_slider (drag);
  if (control == NULL)
    g_error ("%s has nothing to drag", id);
  what = g_strdup_printf ("%s: %s", id, control->label);
  run_drag (drag, control->id, what);
}

/* The same drag without kept runs and with four of them, in one run of the bench: what
 * counts is how the two compare. */
static void
run_beside_kept (Drag *drag)
{
  static const double places[] = { 0.25, 0.5, 2, 4 };
  RankleStudy        *study = drag->stage.window->study;
  double              alone;

  run_drag (drag, "opg", "OPG, nothing kept");
  alone = bench_quantile (drag->latency, STEPS, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      bench_stage_set_control (&drag->stage, "rankl", places[i]);
      rankle_study_keep (study);
    }
  rankle_study_reset_control (study, "rankl");
  bench_stage_settle (&drag->stage);
  run_drag (drag, "opg", "OPG, four runs kept");
  printf ("  four kept runs: median times %.2f\n",
          bench_quantile (drag->latency, STEPS, 0.5) / alone);
  bench_stage_set_control (&drag->stage, "denosumab_count", 6);
  bench_stage_set_control (&drag->stage, "denosumab_dose", 60);
  bench_stage_settle (&drag->stage);
  run_dose_drag (drag, "dose 4 of 6, four kept");
  rankle_study_reset_control (study, "denosumab_dose");
  rankle_study_reset_control (study, "denosumab_count");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    rankle_study_delete_kept (study, 0);
  bench_stage_settle (&drag->stage);
}

static void
run_default (Drag *drag)
{
  run_beside_kept (drag);
  run_drag (drag, "rankl", "RANKL");
  run_drag (drag, "opg", "OPG");
  run_drag (drag, "estrogen", "estrogen");
  bench_stage_set_control (&drag->stage, "denosumab_count", 6);
  run_drag (drag, "denosumab_dose", "denosumab, 6 doses");
  bench_stage_set_control (&drag->stage, "denosumab_dose", 60);
  bench_stage_settle (&drag->stage);
  run_drag (drag, "opg", "OPG under 6 doses");
}

/* All of the screen that tests/with-display makes. */
static void
open_window (Drag *drag)
{
  const char *screen = g_getenv ("RANKLE_SCREEN"), *scale = g_getenv ("GDK_SCALE");
  int         width, height, factor = scale == NULL ? 1 : MAX (1, atoi (scale));

  if (screen == NULL || sscanf (screen, "%dx%d", &width, &height) != 2)
    g_error ("RANKLE_SCREEN=WIDTHxHEIGHT tells no size");
  bench_stage_init (&drag->stage, width / factor, height / factor);
}

/* The default model, or those that are named. */
int
main (int argc, char **argv)
{
  static Drag drag;
  double      megabytes;

  open_window (&drag);
  connect_clock (&drag);
  if (argc == 1)
    run_default (&drag);
  for (int i = 1; i < argc; i++)
    run_model (&drag, argv[i]);
  bench_stage_run (&drag.stage, REST);
  megabytes = bench_resident ();
  printf ("resident memory after it all %.0f MB   bar %d MB: %s\n", megabytes, MEMORY_BAR,
          megabytes <= MEMORY_BAR ? "met" : "NOT MET");
  bench_tell (&(BenchFigure){ .what = "resident memory after it all",
                              .unit = "MB",
                              .value = megabytes,
                              .bar = MEMORY_BAR });
  g_signal_handlers_disconnect_by_data (drag.clock, &drag);
  bench_stage_clear (&drag.stage);
  return 0;
}
