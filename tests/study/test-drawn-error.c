/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn is right. Scenarios are thrown: a bundled model, one of its scenarios,
 * and some of its controls anywhere within their ranges, doses among them. Each is run at
 * the default tolerance and at 1e-10, and no curve of its panels may lie further from the
 * exact one than MOST of its panel. A panel is as high as the largest value that is drawn
 * there, of the run or of the baseline beside it, and as wide as the run is long: a curve
 * that is next to nothing beside its neighbours is next to nothing on the screen, and an
 * edge that comes a little late is as far off as it is late, however steep it is. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-scenario-file.h"
#include "state-fixture.h"

#define SEED      20130
#define SCENARIOS 200
#define MOST      1e-4
#define EXACT     1e-10
/* Exact runs take ten times as long: more doses than these tell nothing new. */
#define MOST_DOSES 6
#define ROWS       1000

/* The longest run in the model's unit: what is chaotic beyond it, or takes seconds. */
static const struct
{
  const char *model;
  double      longest;
} horizons[] = { { "krishna-2006", 40 } };

typedef struct
{
  RankleModel      *model;
  RankleScenario   *scenario;
  RankleTrajectory *run, *exact, *baseline; /* (owned) (nullable) */
} Throw;

/* Of all that was thrown of one model. */
typedef struct
{
  double tolerance, error;
  guint  runs, steps;
} Tally;

typedef struct
{
  double      error; /* in parts of what the panel has room for */
  const char *panel, *column;
  double      time;
} Worst;

static void
throw_clear (Throw *self)
{
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->scenario, rankle_scenario_unref);
  g_clear_pointer (&self->run, rankle_trajectory_unref);
  g_clear_pointer (&self->exact, rankle_trajectory_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Throw, throw_clear)

/* ---- scenarios ---- */

/* Off now and then where that can be; else anywhere, low factors as often as high. */
static double
throw_value (GRand *dice, const RankleControl *control)
{
  double value;

  if (control->can_be_off && g_rand_double (dice) < 0.2)
    return 0;
  if (control->min > 0)
    value = control->min * pow (control->max / control->min, g_rand_double (dice));
  else
    value = control->min + (control->max - control->min) * g_rand_double (dice);
  if (control->role == RANKLE_CONTROL_DOSE_COUNT)
    value = round (fmin (value, MOST_DOSES));
  else if (control->reversed != NULL)
    value = g_rand_boolean (dice) ? control->min : control->max;
  return CLAMP (value, control->min, control->max);
}

static void
throw_controls (GRand *dice, Throw *self)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);
      double               value;

      if (control->absent != NULL || g_rand_double (dice) < 0.6)
        continue;
      value = throw_value (dice, control);
      rankle_scenario_set_control (self->scenario, control->id, value);
    }
}

static void
limit_horizon (Throw *self, const char *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (horizons); i++)
    if (g_str_equal (model, horizons[i].model))
      rankle_scenario_set_horizon (self->scenario, horizons[i].longest);
}

/* @relative 0: the tolerance of the model. */
static RankleTrajectory *
ask (const Throw *self, RankleScenario *scenario, double relative)
{
  double horizon = rankle_scenario_get_horizon_for (self->scenario, self->model);
  g_autoptr (RankleQuestion) question = rankle_question_new (self->model, scenario);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  rankle_question_set_lenient (question, TRUE);
  rankle_question_set_every (question, horizon, horizon / ROWS);
  if (relative > 0)
    rankle_question_set_tolerances (question, relative, 0);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  return rankle_integrator_run (integrator, protocol, NULL, NULL);
}

static Throw
throw_new (GRand *dice, char **models, guint i)
{
  const char *id = models[i % g_strv_length (models)];
  Throw       self = { .model = state_load_model (id) };
  g_auto (GStrv) scenarios = rankle_scenario_file_list_for (self.model);
  guint n = g_strv_length (scenarios);
  g_autoptr (RankleSession) session = state_choose (
      self.model, n > 0 ? scenarios[g_rand_int_range (dice, 0, (gint32)n)] : NULL);
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("nothing", "", "");

  self.scenario = rankle_scenario_copy (rankle_session_get_scenario (session));
  throw_controls (dice, &self);
  limit_horizon (&self, id);
  self.run = ask (&self, self.scenario, 0);
  self.exact = ask (&self, self.scenario, EXACT);
  self.baseline = ask (&self, nothing, 0);
  return self;
}

/* ---- errors ---- */

/* From the column's unit to that of its panel. */
static double
find_factor (const Throw *self, const RanklePanel *panel, guint column)
{
  double start = rankle_trajectory_get_shown (self->baseline, column)[0];

  if (!panel->relative)
    return 1;
  return fabs (start) > 0 ? 100 / start : NAN;
}

static double
find_room (const Throw *self, const RanklePanel *panel)
{
  double room = 0;

  for (guint i = 0; i < panel->n_columns; i++)
    {
      double        factor = find_factor (self, panel, panel->columns[i]);
      const double *run = rankle_trajectory_get_shown (self->exact, panel->columns[i]);
      const double *ghost =
          rankle_trajectory_get_shown (self->baseline, panel->columns[i]);

      for (guint k = 0; k < rankle_trajectory_get_n_times (self->exact); k++)
        room = fmax (room, fabs (factor) * fmax (fabs (run[k]), fabs (ghost[k])));
    }
  return room;
}

/* In the run's length: of a curve between its neighbouring rows. What is steeper than
 * rows can tell is taken to be less steep, and its error to be larger. */
static double
measure_slope (const RankleTrajectory *trajectory, const double *values, guint k)
{
  guint         n = rankle_trajectory_get_n_times (trajectory);
  const double *times = rankle_trajectory_get_times (trajectory);
  guint         before = k > 0 ? k - 1 : 0, after = MIN (k + 1, n - 1);

  return (values[after] - values[before]) / (times[after] - times[before]) *
         (times[n - 1] - times[0]);
}

static void
measure_column (
    const Throw *self, const RanklePanel *panel, guint column, double room, Worst *worst)
{
  double        factor = find_factor (self, panel, column);
  const double *run = rankle_trajectory_get_shown (self->run, column);
  const double *exact = rankle_trajectory_get_shown (self->exact, column);

  for (guint k = 0; k < rankle_trajectory_get_n_times (self->exact); k++)
    {
      double error = fabs (factor * (run[k] - exact[k])) / room /
                     hypot (1, factor * measure_slope (self->exact, exact, k) / room);

      if (error > worst->error)
        *worst =
            (Worst){ error, panel->id, rankle_model_get_column (self->model, column)->id,
                     rankle_trajectory_get_times (self->exact)[k] };
    }
}

static Worst
measure (const Throw *self)
{
  Worst worst = { 0 };

  for (guint i = 0; i < rankle_model_get_n_panels (self->model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (self->model, i);
      double             room = find_room (self, panel);

      for (guint k = 0; room > 0 && k < panel->n_columns; k++)
        measure_column (self, panel, panel->columns[k], room, &worst);
    }
  return worst;
}

static char *
describe (const Throw *self)
{
  GString             *text = g_string_new (rankle_model_get_id (self->model));
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (self->scenario, &n);

  g_string_append_printf (text, " %s", rankle_scenario_get_id (self->scenario));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s=%.17g", settings[i].id, settings[i].value);
  return g_string_free (text, FALSE);
}

/* What has no answer at either tolerance has no error. */
static gboolean
check (const Throw *self, Tally *tally)
{
  g_autofree char *what = describe (self);
  Worst            worst;

  if ((self->run == NULL) != (self->exact == NULL))
    {
      g_test_message ("%s: a run at one tolerance only", what);
      g_test_fail ();
    }
  if (self->run == NULL || self->exact == NULL || self->baseline == NULL)
    return FALSE;
  worst = measure (self);
  tally->tolerance = rankle_model_get_tolerance (self->model);
  tally->error = fmax (tally->error, worst.error);
  tally->steps += (guint)rankle_trajectory_get_statistics (self->run)->steps;
  tally->runs++;
  if (worst.error > MOST)
    {
      g_test_message ("%s: %s of panel %s wrong by %.2g at %g", what, worst.column,
                      worst.panel, worst.error, worst.time);
      g_test_fail ();
    }
  return TRUE;
}

/* The table that src/DESIGN.md has. */
static void
tell (char **models, const Tally *tallies)
{
  for (guint i = 0; models[i] != NULL; i++)
    if (tallies[i].runs > 0)
      g_test_message ("| %s | %.0e | %.1e | %u |", models[i], tallies[i].tolerance,
                      tallies[i].error, tallies[i].steps / tallies[i].runs);
}

static void
test_drawn_error (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);
  guint             n_models = g_strv_length (models), n_measured = 0;
  g_autofree Tally *tallies = g_new0 (Tally, n_models);

  for (guint i = 0; i < SCENARIOS; i++)
    {
      g_auto (Throw) self = throw_new (dice, models, i);

      n_measured += check (&self, &tallies[i % n_models]);
    }
  tell (models, tallies);
  g_test_message ("%u of %u scenarios measured", n_measured, SCENARIOS);
  g_assert_cmpuint (n_measured, >, SCENARIOS * 9 / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawn-error", test_drawn_error);
  return g_test_run ();
}
