/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdio.h>

#include "rankle-cli-model.h"
#include "rankle-cli-range.h"
#include "rankle-cli-run.h"
#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-integrator.h"

static const char summary[] =
    "Integrates MODEL and writes comma-separated values: one header row of ids that\n"
    "starts with time, then a row a time. Lines that begin with # say how it was made, "
    "and\n"
    "what the units are; --no-comments leaves them out.";

static const char description[] =
    "Times and amounts are in the model's own units, which \"rankle-cli show\" prints. "
    "A\n"
    "row at the time of a dose is the state before the dose. Where options touch one\n"
    "number the order is scenario, --control, --set, --scale. Behind the doses of a\n"
    "series may stand what one of them, number K from 1, has of its own: \",K:missed\",\n"
    "\",K:late=TIME\" (below 0: early), \",K:amount=AMOUNT\". Without --end the\n"
    "horizon of the scenario holds, or the model's. FILE is replaced as a whole, or on "
    "failure left as it "
    "was.\n"
    "A column that leaves the range in which its quantity makes sense is written as\n"
    "computed, and a line on stderr says so.\n"
    "\n"
    "MODEL may be a session, NAME.rankle, which says itself what is run: the table is\n"
    "what the window exports of it. With --runs a column \"run\" stands ahead of time, "
    "and\n"
    "the runs that the session keeps of the same model follow, each by its name, after\n"
    "that of the session, \"now\".\n"
    "\n"
    "With --percent each value is 100 times that of the baseline run, in which every\n"
    "control is neutral, at the same time. A column that is in percent already, may be\n"
    "below 0 or is nothing in the baseline run has none: it is left out, as a # line "
    "says,\n"
    "or refused where --quantity names it.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli simulate lemaire-2004 --end 60 --set I_P=1000\n"
    "  rankle-cli simulate rankle --scenario denosumab-3-years --every 1 --out run.csv\n"
    "  rankle-cli simulate lesson.rankle --out lesson.csv\n"
    "  rankle-cli simulate rankle --control opg=2 --percent --quantity osteoclast\n"
    "  rankle-cli simulate rankle --end 730 --dose denosumab_depot:60@0x4/182.5\n"
    "  rankle-cli simulate rankle --dose "
    "denosumab_depot:60@0x6/182.5,4:late=91.25,5:missed\n";

static void
print_statistics (const RankleTrajectory *trajectory)
{
  const RankleRunStatistics *s = rankle_trajectory_get_statistics (trajectory);

  fprintf (stderr,
           "steps %" G_GUINT64_FORMAT ", rate calls %" G_GUINT64_FORMAT
           ", Jacobian calls %" G_GUINT64_FORMAT ", restarts %" G_GUINT64_FORMAT
           ", wall %.3f ms, cpu %.3f ms\n",
           s->steps, s->rate_calls, s->jacobian_calls, s->restarts, s->wall_seconds * 1e3,
           s->cpu_seconds * 1e3);
}

/* The column that differs most from @exact, in parts of its largest value there. */
static guint
find_worst (const RankleTrajectory *run, const RankleTrajectory *exact, double *worst)
{
  guint which = 0;

  *worst = 0;
  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    {
      const double *got = rankle_trajectory_get_column (run, i);
      const double *right = rankle_trajectory_get_column (exact, i);
      double        most = 0, largest = 0;

      for (guint k = 0; k < rankle_trajectory_get_n_times (run); k++)
        {
          most = fmax (most, fabs (got[k] - right[k]));
          largest = fmax (largest, fabs (right[k]));
        }
      if (most > *worst * largest)
        {
          *worst = most / largest;
          which = i;
        }
    }
  return which;
}

/* Measured by a second run, at a hundredth of the tolerance. */
static void
print_error (RankleIntegrator *integrator, const RankleTrajectory *trajectory)
{
  RankleProtocol *asked = rankle_trajectory_get_protocol (trajectory);
  g_autoptr (RankleProtocol) finer = rankle_protocol_copy (asked);
  g_autoptr (RankleTrajectory) exact = NULL;
  double worst;
  guint  column;

  rankle_protocol_set_tolerances (
      finer, fmax (1e-13, 0.01 * rankle_protocol_get_relative_tolerance (asked)),
      0.01 * rankle_protocol_get_absolute_tolerance (asked));
  exact = rankle_integrator_run (integrator, finer, NULL, NULL);
  if (exact == NULL)
    {
      fprintf (stderr, "error not known: a run at a hundredth of the tolerance fails\n");
      return;
    }
  column = find_worst (trajectory, exact, &worst);
  fprintf (
      stderr, "error %.2g of the largest value, at most: %s\n", worst,
      rankle_model_get_column (rankle_trajectory_get_model (trajectory), column)->id);
}

/* @stats: also on stderr. */
static int
simulate (const char               *command,
          const RankleRunOptions   *options,
          gboolean                  stats,
          const RankleWriteOptions *look)
{
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = NULL;
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_auto (GStrv) notes = NULL;
  GError *error = NULL;

  if (look->runs)
    rankle_cli_refuse (&error, "--runs: %s is no session, which alone keeps runs",
                       options->model);
  else
    model = rankle_cli_open_model (command, options->model, &error);
  if (model != NULL && rankle_write_options_check (look, model, options->hidden, &error))
    protocol = rankle_run_options_make_protocol (options, model, TRUE, &error);
  if (protocol == NULL)
    return rankle_cli_fail_input (command, error);
  integrator = rankle_integrator_new ();
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (trajectory == NULL)
    return rankle_cli_fail (command, error);
  if (stats)
    {
      print_statistics (trajectory);
      print_error (integrator, trajectory);
    }
  rankle_cli_note_ranges (command, trajectory);
  rankle_cli_note_concentrations (command, protocol);
  notes = rankle_run_options_describe (options, protocol, command);
  return rankle_cli_write_run (command, trajectory, NULL, (const char *const *)notes,
                               look);
}

int
rankle_cli_simulate (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (RankleRunOptions) options = { 0 };
  g_auto (RankleWriteOptions) look = { 0 };
  gboolean stats = FALSE;

  const GOptionEntry entries[] = {
    { "stats", 0, 0, G_OPTION_ARG_NONE, &stats,
      "Print steps, calls, time and, by a second run, the error on stderr", NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new ("MODEL - run a model");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  rankle_run_options_add_schedule (&options, context);
  rankle_run_options_add_inputs (&options, context);
  rankle_write_options_add (&look, context);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  options.model = g_strdup (left[0]);
  if (rankle_cli_is_session (options.model))
    return rankle_cli_simulate_session (argv[0], &options, &look);
  return simulate (argv[0], &options, stats, &look);
}
