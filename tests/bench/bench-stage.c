/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-stage.h"

#include <stdio.h>
#include <unistd.h>

#include "rankle-control-row.h"

#define FIRST_SECONDS_MS 4500

static gboolean
stop_loop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
bench_stage_run (BenchStage *stage, guint milliseconds)
{
  g_timeout_add (milliseconds, stop_loop, stage->loop);
  g_main_loop_run (stage->loop);
}

gboolean
bench_stage_is_busy (BenchStage *stage)
{
  gboolean busy;

  g_object_get (stage->window->study, "busy", &busy, NULL);
  return busy;
}

void
bench_stage_settle (BenchStage *stage)
{
  do
    bench_stage_run (stage, 200);
  while (bench_stage_is_busy (stage));
}

void
bench_stage_init (BenchStage *stage, int width, int height)
{
  /* As the program itself has it. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  stage->application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (stage->application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (stage->application), NULL, NULL));
  stage->loop = g_main_loop_new (NULL, FALSE);
  stage->window =
      rankle_window_new (GTK_APPLICATION (stage->application),
                         rankle_application_get_settings (stage->application));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, height);
  gtk_window_present (GTK_WINDOW (stage->window));
  bench_stage_run (stage, FIRST_SECONDS_MS);
  rankle_time_bar_set_playing (stage->window->time_bar, FALSE);
  bench_stage_settle (stage);
}

void
bench_stage_clear (BenchStage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_clear_pointer (&stage->loop, g_main_loop_unref);
  g_clear_object (&stage->application);
}

GtkRange *
bench_stage_get_slider (BenchStage *stage, const char *control)
{
  GtkWidget *row = rankle_controls_find_row (stage->window->controls, control);

  if (row == NULL)
    g_error ("the model has no control %s", control);
  return GTK_RANGE (rankle_control_row_get_scale (RANKLE_CONTROL_ROW (row)));
}

void
bench_stage_set_control (BenchStage *stage, const char *control, double value)
{
  rankle_study_set_control (stage->window->study, control, value);
}

double
bench_resident (void)
{
  g_autofree char *text = NULL;
  long             pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return (double)pages * (double)sysconf (_SC_PAGESIZE) / 1e6;
}
