/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs abreast are the runs that they are alone: within what is drawn (test drawn-error),
 * in parts of a column's largest value, and to the letter where they break down. */

#include <gio/gio.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-question.h"
#include "rankle-workspace-wide.h"
#include "sim-fixture.h"

#define SEED  7
#define MOST  1e-4
#define SETS  40 /* of parameters, of each model */
#define ROWS  100
#define DOSES 3

typedef struct
{
  RankleIntegrator *integrator;
  guint             n;
  RankleProtocol   *protocols[RANKLE_LANES];
  RankleTrajectory *trajectories[RANKLE_LANES];
  GError           *errors[RANKLE_LANES];
} Group;

static void
group_clear (Group *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->protocols[i], rankle_protocol_unref);
      g_clear_pointer (&self->trajectories[i], rankle_trajectory_unref);
      g_clear_error (&self->errors[i]);
    }
  g_clear_pointer (&self->integrator, rankle_integrator_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static Group
group_new (RankleModel *model, guint n)
{
  Group self = { .integrator = rankle_integrator_new (), .n = n };

  for (guint i = 0; i < n; i++)
    {
      self.protocols[i] = rankle_protocol_new (model);
      rankle_protocol_set_every (self.protocols[i], 10, 1);
    }
  return self;
}

static void
group_run (Group *self, const atomic_bool *stop)
{
  rankle_integrator_run_abreast (self->integrator, self->n, self->protocols, stop,
                                 self->trajectories, self->errors);
}

/* ---- as alone ---- */

static void
check_column (const RankleTrajectory *alone, const RankleTrajectory *abreast, guint i)
{
  RankleModel  *model = rankle_trajectory_get_model (alone);
  const double *a = rankle_trajectory_get_shown (alone, i);
  const double *b = rankle_trajectory_get_shown (abreast, i);
  double        largest = 0;

  for (guint k = 0; k < rankle_trajectory_get_n_times (alone); k++)
    largest = fmax (largest, fabs (a[k]));
  for (guint k = 0; k < rankle_trajectory_get_n_times (alone); k++)
    if (!(fabs (a[k] - b[k]) <= MOST * largest) && !(isnan (a[k]) && isnan (b[k])))
      g_error ("%s: %s at %g is %.17g, alone %.17g", rankle_model_get_id (model),
               rankle_model_get_column (model, i)->id,
               rankle_trajectory_get_times (alone)[k], b[k], a[k]);
}

static void
check_same (const RankleTrajectory *alone, const RankleTrajectory *abreast)
{
  g_assert_cmpuint (rankle_trajectory_get_n_times (alone), ==,
                    rankle_trajectory_get_n_times (abreast));
  g_assert_cmpuint (rankle_trajectory_get_n_columns (alone), ==,
                    rankle_trajectory_get_n_columns (abreast));
  for (guint i = 0; i < rankle_trajectory_get_n_columns (alone); i++)
    check_column (alone, abreast, i);
}

static RankleTrajectory *
run_alone (RankleProtocol *protocol, GError **error)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return rankle_integrator_run (integrator, protocol, NULL, error);
}

static const RankleRunStatistics *
get_statistics (const Group *self, guint i)
{
  return rankle_trajectory_get_statistics (self->trajectories[i]);
}

/* Who ran abreast is told the same share of what that took. */
static gboolean
had_company (const Group *self, guint i)
{
  for (guint k = 0; k < self->n; k++)
    if (k != i && self->trajectories[k] != NULL &&
        memcmp (get_statistics (self, i), get_statistics (self, k),
                sizeof (RankleRunStatistics)) == 0)
      return TRUE;
  return FALSE;
}

/* Runs all, and all again alone. Returns how many had a lane. */
static guint
check_group (Group *self)
{
  guint n_abreast = 0;

  group_run (self, NULL);
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleTrajectory) alone = run_alone (self->protocols[i], &error);

      g_assert_true ((self->trajectories[i] == NULL) == (self->errors[i] != NULL));
      g_assert_true ((alone == NULL) == (self->trajectories[i] == NULL));
      if (alone == NULL)
        {
          g_assert_error (self->errors[i], error->domain, error->code);
          g_assert_cmpstr (self->errors[i]->message, ==, error->message);
          continue;
        }
      check_same (alone, self->trajectories[i]);
      n_abreast += had_company (self, i);
    }
  return n_abreast;
}

/* ---- bundled models ---- */

/* @moved: the state that doses are given into, and how much, or a parameter and its
 * value: what rests has nothing but errors to show. NULL: it moves by itself. */
static const struct
{
  const char *model, *moved;
  double      value;
} cases[] = {
  { "rankle", "denosumab_depot", 60 }, { "peterson-riggs-2012", "GFRdelta", 65 },
  { "lemaire-2004", NULL, 0 },         { "komarova-2003", NULL, 0 },
  { "lipniacki-2004", NULL, 0 },       { "metastasis", NULL, 0 },
  { "martinez-reina-2019", NULL, 0 },
};

static RankleProtocol *
ask (RankleModel *model)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("nothing", "", "");
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  double horizon = rankle_question_get_horizon (question);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;

  rankle_question_set_every (question, horizon, horizon / ROWS);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  return rankle_protocol_copy (protocol);
}

/* Two of its parameters, up to a fifth more or less. */
static void
vary (RankleProtocol *protocol, RankleModel *model, GRand *dice)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);

  for (guint k = 0; k < 2; k++)
    {
      guint i = (guint)g_rand_int_range (dice, 0,
                                         (gint32)rankle_model_get_n_parameters (model));

      rankle_protocol_set_parameter (protocol, i,
                                     rankle_workspace_get_parameter (workspace, i) *
                                         g_rand_double_range (dice, 0.8, 1.2));
    }
}

/* Each by another amount; doses at the same times. */
static void
move (RankleProtocol *protocol, const RankleQuantity *what, double value, GRand *dice)
{
  if (what->kind == RANKLE_QUANTITY_PARAMETER)
    rankle_protocol_set_parameter (protocol, what->index,
                                   value * g_rand_double_range (dice, 0.8, 1.2));
  for (guint i = 0; what->kind == RANKLE_QUANTITY_STATE && i < DOSES; i++)
    rankle_protocol_add_dose (protocol, what->index,
                              value * g_rand_double_range (dice, 0.2, 2), 180.0 * i);
}

static void
test_bundled_model (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data), n_abreast = 0;
  g_autoptr (RankleModel) model = rankle_catalog_load (cases[which].model, NULL);
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);

  for (guint set = 0; set < SETS; set += RANKLE_LANES)
    {
      g_auto (Group)
          group = { .integrator = rankle_integrator_new (), .n = RANKLE_LANES };

      for (guint i = 0; i < group.n; i++)
        {
          group.protocols[i] = ask (model);
          vary (group.protocols[i], model, dice);
          if (cases[which].moved != NULL)
            move (group.protocols[i], rankle_model_find (model, cases[which].moved),
                  cases[which].value, dice);
        }
      n_abreast += check_group (&group);
    }
  g_test_message ("%u of %u sets ran abreast", n_abreast, SETS);
  g_assert_cmpuint (n_abreast, >=, SETS / 2);
}

/* ---- what is done in a run ---- */

/* What all lanes do is done at one time; what it is may differ. */
static void
test_events (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 0.3; x = 1; y = 0; x' = 0.1 - k * x; y' = x - 0.2 * y * y");
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    {
      RankleProtocol *protocol = group.protocols[i];

      rankle_protocol_set_parameter (protocol, 0, 0.1 * (i + 1));
      rankle_protocol_add_dose (protocol, i % 2, i, 2);
      rankle_protocol_add_infusion (protocol, 0, 0.1 * i, 3, 5.5);
      if (i < 4)
        rankle_protocol_change_parameter (protocol, 0, 0.5 * i, 7);
      else
        rankle_protocol_add_dose (protocol, 0, i, 7);
    }
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES);
}

/* What was done before the first row is done, but doses are not given. */
static void
test_early_events (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 0.3; x = 1; x' = 0.1 - k * x");
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    {
      rankle_protocol_add_dose (group.protocols[i], 0, 5, -3);
      rankle_protocol_change_parameter (group.protocols[i], 0, 0.1 * (i + 1), -2);
      rankle_protocol_add_infusion (group.protocols[i], 0, 0.1 * i, -1, 4);
    }
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES);
}

/* A moment of the model that is another in each lane: that of menopause. */
static void
test_moments (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_auto (Group) group = { .integrator = rankle_integrator_new (), .n = RANKLE_LANES };

  for (guint i = 0; i < group.n; i++)
    {
      group.protocols[i] = ask (model);
      rankle_protocol_set_parameter (
          group.protocols[i], sim_parameter (model, "menopause_time"), 50.0 * (i + 1));
    }
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES);
}

/* Each lane pulses many times, at times of its own: all go alone, and no pulse is
 * lost. */
static void
test_many_moments (void)
{
  g_autoptr (RankleModel) model = sim_model_new (
      "p = 1; x = 0; x' = piecewise(1, time - p * floor(time / p) < 0.01, 0) - 0.1 * x");
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    rankle_protocol_set_parameter (group.protocols[i], 0, 0.3 + 0.07 * i);
  g_assert_cmpuint (check_group (&group), ==, 0);
}

/* The same pulses in all lanes. */
static void
test_shared_pulses (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("p = 1; k = 0.1; x = 0; "
                     "x' = piecewise(1, time - p * floor(time / p) < 0.01, 0) - k * x");
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    rankle_protocol_set_parameter (group.protocols[i], 1, 0.1 * (i + 1));
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES);
}

/* A gene that is off in one lane: what it makes is nothing from the start, and stays
 * so. */
static void
test_knock_out (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_auto (Group) group = { .integrator = rankle_integrator_new (), .n = RANKLE_LANES };

  for (guint i = 0; i < group.n; i++)
    {
      g_autoptr (RankleScenario) scenario = rankle_scenario_new ("off", "", "");
      g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
      g_autoptr (GError) error = NULL;

      rankle_scenario_set_control (scenario, "rankl", i == 5 ? 0 : 1 + 0.1 * i);
      rankle_question_set_every (question, 3000, 30);
      group.protocols[i] = rankle_question_make_protocol (question, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES);
}

/* A state without a rate is no lane's: who holds one runs alone. */
static void
test_held (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 1; x = 1; y = 5; x' = k * (y - x); y' = -y");
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    rankle_protocol_set_parameter (group.protocols[i], 0, 0.5 + 0.1 * i);
  for (guint i = 0; i < 3; i++)
    rankle_protocol_hold (group.protocols[i], sim_state (model, "y"), 2);
  g_assert_cmpuint (check_group (&group), ==, group.n - 3);
}

/* ---- who breaks down ---- */

#define SOUND "k = 1; boom = 0; x = 1; "

static void
check_failing (const char *body, guint first, guint last)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_auto (Group) group = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < group.n; i++)
    {
      rankle_protocol_set_parameter (group.protocols[i], 0, 0.1 * (i + 1));
      rankle_protocol_set_parameter (group.protocols[i], 1, i >= first && i <= last);
    }
  g_assert_cmpuint (check_group (&group), ==, RANKLE_LANES - (last - first + 1));
  for (guint i = 0; i < group.n; i++)
    g_assert_true ((group.errors[i] != NULL) == (i >= first && i <= last));
}

/* A rate that is undefined from the start, or later on; a state that grows beyond all
 * bounds; an initial value that is no number. The others have lanes. */
static void
test_failures (void)
{
  check_failing (SOUND "x' = k - x + sqrt (-boom)", 3, 3);
  check_failing (SOUND "x' = k - x + sqrt (1 + boom * (2 - time))", 0, 0);
  check_failing (SOUND "x' = -k * x + boom * (1 + k) * x^2", 7, 7);
  check_failing ("k = 1; boom = 0; x = 1 / (1 - boom); x' = k - x", 2, 4);
}

static void
test_all_fail (void)
{
  check_failing (SOUND "x' = k - x + sqrt (-boom)", 0, RANKLE_LANES - 1);
}

/* One lane is a thousand times as fast, and comes to no rest: the others leave it. */
static void
test_fast_lane (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("w = 1; x = 1; y = 0; x' = w * y; y' = -w * x");
  g_auto (Group) group = group_new (model, RANKLE_LANES);
  guint64 most = 0;

  for (guint i = 0; i < group.n; i++)
    rankle_protocol_set_parameter (group.protocols[i], 0, i == 4 ? 100 : 0.1 * (i + 1));
  group_run (&group, NULL);
  for (guint i = 0; i < group.n; i++)
    if (i != 4)
      most = MAX (most, get_statistics (&group, i)->steps);
  g_assert_cmpuint (2 * most, <, get_statistics (&group, 4)->steps);
}

static void
test_stopped (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", NULL);
  g_auto (Group) group = group_new (model, RANKLE_LANES);
  atomic_bool stop = true;

  group_run (&group, &stop);
  for (guint i = 0; i < group.n; i++)
    g_assert_error (group.errors[i], G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- who runs with whom ---- */

static void
test_sizes (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 1; x' = 0.2 - k * x * x");

  for (guint n = 1; n <= RANKLE_LANES; n++)
    {
      g_auto (Group) group = group_new (model, n);

      for (guint i = 0; i < n; i++)
        rankle_protocol_set_parameter (group.protocols[i], 0, 0.1 * (i + 1));
      g_assert_cmpuint (check_group (&group), ==, n >= 4 ? n : 0);
    }
}

/* Two schedules, turn and turn about; and some of another model, or of other rows. */
static void
test_mixed (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 1; x' = 0.2 - k * x * x");
  g_autoptr (RankleModel) other = sim_model_new ("k = 1; x = 2; x' = 0.2 - k * x");
  g_auto (Group) doses = group_new (model, RANKLE_LANES);
  g_auto (Group) rest = group_new (model, RANKLE_LANES);

  for (guint i = 0; i < RANKLE_LANES; i++)
    {
      rankle_protocol_set_parameter (doses.protocols[i], 0, 0.1 * (i + 1));
      rankle_protocol_add_dose (doses.protocols[i], 0, 1, i % 2 == 0 ? 3 : 4);
      rankle_protocol_set_parameter (rest.protocols[i], 0, 0.1 * (i + 1));
    }
  g_assert_cmpuint (check_group (&doses), ==, RANKLE_LANES);

  g_clear_pointer (&rest.protocols[1], rankle_protocol_unref);
  rest.protocols[1] = rankle_protocol_new (other);
  rankle_protocol_set_every (rest.protocols[1], 10, 1);
  rankle_protocol_set_every (rest.protocols[3], 10, 2);
  rankle_protocol_set_tolerances (rest.protocols[5], 1e-8, 0);
  rankle_protocol_set_hidden (rest.protocols[6], TRUE);
  g_assert_cmpuint (check_group (&rest), ==, 4);
}

/* A run is the same whoever else there is to be run, as long as its company is. */
static void
test_repeatable (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", NULL);
  g_auto (Group) first = group_new (model, RANKLE_LANES);
  g_auto (Group) second = group_new (model, RANKLE_LANES);

  group_run (&first, NULL);
  group_run (&second, NULL);
  group_clear (&second);
  second = group_new (model, RANKLE_LANES);
  group_run (&second, NULL);
  for (guint i = 0; i < RANKLE_LANES; i++)
    g_assert_cmpmem (
        rankle_trajectory_get_column (first.trajectories[i], 0), 11 * sizeof (double),
        rankle_trajectory_get_column (second.trajectories[i], 0), 11 * sizeof (double));
}

/* ---- formulas ---- */

/* Powers may differ by 4 units in the last place, and so may what is made of them. */
static void
check_numbers (const double *alone, const double *rows, guint lane, guint n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (alone[i]))
      largest = fmax (largest, fabs (alone[i]));
  for (guint i = 0; i < n; i++)
    if (isfinite (alone[i]))
      g_assert_cmpfloat_with_epsilon (rows[i * RANKLE_LANES + lane], alone[i],
                                      1e-12 * largest);
    else
      g_assert_false (isfinite (rows[i * RANKLE_LANES + lane]));
}

static void
check_formulas (RankleModel *model, GRand *dice)
{
  g_autoptr (RankleWideWorkspace) wide = rankle_wide_workspace_new (model);
  guint              n = rankle_model_get_n_states (model);
  guint              n_entries = rankle_model_get_sparsity (model)->n_entries;
  g_autofree double *states = g_new (double, RANKLE_LANES *(n + 1));
  g_autofree double *rows = g_new (double, RANKLE_LANES *(n_entries + 1));
  g_autofree double *state = g_new (double, n + 1);
  g_autofree double *numbers = g_new (double, n_entries + 1);
  RankleWorkspace   *lanes[RANKLE_LANES];
  double             times[RANKLE_LANES];

  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

      vary (protocol, model, dice);
      lanes[l] = rankle_workspace_new (model);
      rankle_workspace_set_parameters (lanes[l],
                                       rankle_protocol_get_parameters (protocol));
      rankle_wide_workspace_set_lane (wide, l, lanes[l]);
      rankle_workspace_get_initial (lanes[l], state);
      times[l] = 10.0 * l;
      for (guint i = 0; i < n; i++)
        states[i * RANKLE_LANES + l] = state[i] * g_rand_double_range (dice, 0.5, 2);
    }
  for (guint pass = 0; pass < 2; pass++)
    {
      if (pass == 0)
        rankle_wide_workspace_rates (wide, times, states, rows);
      else
        rankle_wide_workspace_jacobian (wide, times, states, rows);
      for (guint l = 0; l < RANKLE_LANES; l++)
        {
          for (guint i = 0; i < n; i++)
            state[i] = states[i * RANKLE_LANES + l];
          if (pass == 0)
            rankle_workspace_rates (lanes[l], times[l], state, numbers);
          else
            rankle_workspace_jacobian (lanes[l], times[l], state, numbers);
          check_numbers (numbers, rows, l, pass == 0 ? n : n_entries);
        }
    }
  for (guint l = 0; l < RANKLE_LANES; l++)
    rankle_workspace_free (lanes[l]);
}

static void
test_formulas (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);

  for (char **id = models; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

      g_test_message ("%s", *id);
      check_formulas (model, dice);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/abreast/bundled/%s", cases[i].model);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bundled_model);
    }
  g_test_add_func ("/abreast/events", test_events);
  g_test_add_func ("/abreast/early-events", test_early_events);
  g_test_add_func ("/abreast/moments", test_moments);
  g_test_add_func ("/abreast/many-moments", test_many_moments);
  g_test_add_func ("/abreast/shared-pulses", test_shared_pulses);
  g_test_add_func ("/abreast/knock-out", test_knock_out);
  g_test_add_func ("/abreast/held", test_held);
  g_test_add_func ("/abreast/failures", test_failures);
  g_test_add_func ("/abreast/all-fail", test_all_fail);
  g_test_add_func ("/abreast/fast-lane", test_fast_lane);
  g_test_add_func ("/abreast/stopped", test_stopped);
  g_test_add_func ("/abreast/sizes", test_sizes);
  g_test_add_func ("/abreast/mixed", test_mixed);
  g_test_add_func ("/abreast/repeatable", test_repeatable);
  g_test_add_func ("/abreast/formulas", test_formulas);
  return g_test_run ();
}
