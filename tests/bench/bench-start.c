/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-stage.h"

/* From the moment that a process is asked for to its first painted frame, and to the
 * first one with curves. The program starts itself, so that loading counts too. */

#define STARTS     9
#define BAR_MS     500.0
#define MEMORY_BAR 150.0

/* ---- the process that is started ---- */

typedef struct
{
  RankleWindow *window;
  gint64        asked; /* [us] */
  double        first; /* [ms]; 0: not yet */
} Start;

static void
after_paint_cb (GdkFrameClock *clock, Start *start)
{
  double now = (double)(g_get_monotonic_time () - start->asked) / 1000;

  if (start->first <= 0)
    start->first = now;
  if (rankle_study_get_trajectory (start->window->study) == NULL)
    return;
  printf ("%.17g %.17g %.17g\n", start->first, now, bench_resident ());
  g_signal_handlers_disconnect_by_data (clock, start);
  g_application_quit (g_application_get_default ());
}

static void
realize_cb (GtkWidget *window, Start *start)
{
  start->window = RANKLE_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (after_paint_cb), start);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Start *start)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), start);
}

static int
be_started (const char *asked)
{
  Start start = { .asked = g_ascii_strtoll (asked, NULL, 10) };
  g_autoptr (RankleApplication) application = NULL;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &start);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* ---- the one that asks ---- */

static void
start_once (const char *program, double *first, double *curves, double *megabytes)
{
  g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const arguments[] = { program, asked, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autofree char *told = NULL;

  if (process == NULL ||
      !g_subprocess_communicate_utf8 (process, NULL, NULL, &told, NULL, &error))
    g_error ("%s", error->message);
  if (told == NULL || sscanf (told, "%lf %lf %lf", first, curves, megabytes) != 3)
    g_error ("the started program said: %s", told);
}

static void
print_figure (const char *what, double *values, double bar, const char *unit)
{
  double median = bench_quantile (values, STARTS, 0.5);

  printf ("%-28s %6.0f %s   bar %.0f %s: %s\n", what, median, unit, bar, unit,
          median <= bar ? "met" : "NOT MET");
  bench_tell (&(BenchFigure){ .what = what, .unit = unit, .value = median, .bar = bar });
}

int
main (int argc, char *argv[])
{
  double first[STARTS], curves[STARTS], megabytes[STARTS];

  if (argc == 2)
    return be_started (argv[1]);
  for (guint i = 0; i < STARTS; i++)
    start_once (argv[0], &first[i], &curves[i], &megabytes[i]);
  print_figure ("start to first frame", first, BAR_MS, "ms");
  print_figure ("start to first curves", curves, BAR_MS, "ms");
  print_figure ("resident memory then", megabytes, MEMORY_BAR, "MB");
  return 0;
}
