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

typedef struct
{
  guint  column, row;
  double most;  /* in the column's unit */
  double parts; /* of its largest value */
} Worst;

static Worst
measure_column (const RankleTrajectory *run, const RankleTrajectory *exact, guint column)
{
  const double *got = rankle_trajectory_get_column (run, column);
  const double *right = rankle_trajectory_get_column (exact, column);
  Worst         worst = { .column = column };
  double        largest = 0;

  for (guint k = 0; k < rankle_trajectory_get_n_times (run); k++)
    {
      double difference = fabs (got[k] - right[k]);

      largest = fmax (largest, fabs (right[k]));
      if (difference > worst.most)
        {
          worst.most = difference;
          worst.row = k;
        }
    }
  worst.parts = worst.most > 0 ? worst.most / largest : 0;
  return worst;
}

/* The column that differs most from @exact, in parts of its largest value there. */
static Worst
find_worst (const RankleTrajectory *run, const RankleTrajectory *exact)
{
  Worst worst = { 0 };

  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    {
      Worst found = measure_column (run, exact, i);

      if (found.parts > worst.parts)
        worst = found;
    }
  return worst;
}

/* "error up to 0.0012 pM of OPG at 14 day: 2.1e-06 of its largest value" */
static void
print_worst (const RankleTrajectory *run, const Worst *worst)
{
  RankleModel          *model = rankle_trajectory_get_model (run);
  const RankleQuantity *quantity = rankle_model_get_column (model, worst->column);
  const char           *unit = quantity->unit != NULL ? quantity->unit : "";
  const char           *time_unit = rankle_model_get_time_unit (model);

  fprintf (stderr, "error up to %.2g%s%s of %s at %g%s%s: %.2g of its largest value\n",
           worst->most, unit[0] != '\0' ? " " : "", unit, quantity->id,
           rankle_trajectory_get_times (run)[worst->row], time_unit[0] != '\0' ? " " : "",
           time_unit, worst->parts);
}

/* Measured by a second run, at a hundredth of the tolerance. */
static void
print_error (RankleIntegrator *integrator, const RankleTrajectory *trajectory)
{
  RankleProtocol *asked = rankle_trajectory_get_protocol (trajectory);
  g_autoptr (RankleProtocol) finer = rankle_protocol_copy (asked);
  g_autoptr (RankleTrajectory) exact = NULL;
  Worst worst;

  rankle_protocol_set_tolerances (
      finer, fmax (1e-13, 0.01 * rankle_protocol_get_relative_tolerance (asked)),
      0.01 * rankle_protocol_get_absolute_tolerance (asked));
  exact = rankle_integrator_run (integrator, finer, NULL, NULL);
  if (exact == NULL)
    {
      fprintf (stderr, "error not known: a run at a hundredth of the tolerance fails\n");
      return;
    }
  worst = find_worst (trajectory, exact);
  if (worst.parts > 0)
    print_worst (trajectory, &worst);
  else
    fprintf (stderr, "error none: a run at a hundredth of the tolerance is the same\n");
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
