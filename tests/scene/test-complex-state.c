/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-words.h"

#include <math.h>
#include <string.h>

#include "rankle-card.h"
#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-question.h"
#include "rankle-scenario-file.h"
#include "sim-fixture.h"

#define CURSORS 200

static RankleModel *
load_model (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

/* (nullable): a scenario that a model fails at. */
static RankleTrajectory *
run (RankleModel *model, RankleScenario *scenario)
{
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;

  rankle_question_set_lenient (question, TRUE);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  return rankle_integrator_run (integrator, protocol, NULL, NULL);
}

static RankleTrajectory *
run_bundled (const char *model_id, const char *scenario_id)
{
  g_autoptr (RankleModel) model = load_model (model_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario =
      scenario_id == NULL ? rankle_scenario_file_load_first (model)
                          : rankle_scenario_file_load (scenario_id, NULL, &error);
  RankleTrajectory *trajectory;

  g_assert_no_error (error);
  trajectory = run (model, scenario);
  g_assert_nonnull (trajectory);
  return trajectory;
}

/* One that is offered, with three controls somewhere. */
static RankleScenario *
throw_scenario (RankleModel *model)
{
  g_auto (GStrv) ids = rankle_scenario_file_list_for (model);
  guint n = g_strv_length (ids), n_controls = rankle_model_get_n_controls (model);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) bundled =
      rankle_scenario_file_load (ids[g_test_rand_int_range (0, (int)n)], NULL, &error);
  RankleScenario *scenario;

  g_assert_no_error (error);
  scenario = rankle_scenario_copy (bundled);
  for (guint i = 0; i < 3; i++)
    {
      const RankleControl *control = rankle_model_get_control (
          model, (guint)g_test_rand_int_range (0, (int)n_controls));

      if (control->absent == NULL && control->role == RANKLE_CONTROL_PARAMETER)
        rankle_scenario_set_control (
            scenario, control->id,
            control->is_switch ? g_test_rand_int_range (0, 2)
                               : g_test_rand_double_range (control->min, control->max));
    }
  return scenario;
}

static double
end_of (const RankleTrajectory *trajectory)
{
  return rankle_trajectory_get_times (
      trajectory)[rankle_trajectory_get_n_times (trajectory) - 1];
}

static double
value_at (const RankleTrajectory *trajectory, const char *id, double time)
{
  int column = rankle_model_find_column (rankle_trajectory_get_model (trajectory), id);

  g_assert_cmpint (column, >=, 0);
  return rankle_trajectory_get_value_at (trajectory, (guint)column, time);
}

/* ---- shares ---- */

static void
assert_told (const RankleTrajectory *trajectory, double time)
{
  static const char *const ids[] = { "bound_0", "bound_1", "bound_2", "bound_3" };
  guint                    picked = (guint)g_test_rand_int_range (0, 4), sum = 0;
  RankleComplexState       state = rankle_complex_state (trajectory, time, picked, NULL);

  g_assert_cmpint (state.known, ==, RANKLE_COMPLEX_SHOWN);
  g_assert_cmpuint (state.picked, ==, picked);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double share = value_at (trajectory, ids[i], time);

      g_assert_cmpfloat (fabs (state.of_1000[i] - 1000 * share), <, 1);
      sum += state.of_1000[i];
    }
  g_assert_cmpuint (sum, ==, 1000);
  g_assert_cmpfloat_with_epsilon (state.signal, value_at (trajectory, "signal", time),
                                  1e-6);
}

static void
test_any_cursor (void)
{
  g_autoptr (RankleModel) model = load_model ("rankle");
  guint n_told = 0, n_nothing = 0;

  while (n_told < CURSORS)
    {
      g_autoptr (RankleScenario) scenario = throw_scenario (model);
      g_autoptr (RankleTrajectory) trajectory = run (model, scenario);

      for (guint i = 0; trajectory != NULL && i < 8; i++)
        {
          double time = g_test_rand_double_range (0, end_of (trajectory));

          if (rankle_complex_state (trajectory, time, 3, NULL).known ==
              RANKLE_COMPLEX_SHOWN)
            {
              assert_told (trajectory, time);
              n_told++;
            }
          else
            n_nothing++;
        }
    }
  g_test_message ("%u cursors, and %u without RANKL", n_told, n_nothing);
  g_assert_cmpuint (n_nothing, <, n_told);
}

static void
test_baseline (void)
{
  g_autoptr (RankleTrajectory) trajectory = run_bundled ("rankle", "healthy-adult");
  RankleComplexState state = rankle_complex_state (trajectory, 0, 3, NULL);
  static const guint expected[] = { 518, 381, 93, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (state.of_1000[i], ==, expected[i]);
  g_assert_cmpfloat_with_epsilon (state.signal, 1, 1e-6);
}

static void
test_apportion (void)
{
  static const struct
  {
    double shares[4];
    guint  seats, expected[4];
  } cases[] = {
    { { .25, .25, .25, .25 }, 3, { 1, 1, 1, 0 } },
    { { 1, 0, 0, 0 }, 3, { 3, 0, 0, 0 } },
    { { 0, 0, 0, 9 }, 1, { 0, 0, 0, 1 } },
    { { 0, 0, 0, 0 }, 2, { 2, 0, 0, 0 } },
    { { .5, .3, .2, 0 }, 0, { 0, 0, 0, 0 } },
    { { .5, .3, .2, 0 }, 3, { 1, 1, 1, 0 } },
    { { .7, .29, .01, 0 }, 3, { 2, 1, 0, 0 } },
    { { 1e-300, 1e300, 0, 0 }, 1000, { 0, 1000, 0, 0 } },
    { { .1, .1, .1, .7 }, 1000, { 100, 100, 100, 700 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint counts[4];

      rankle_apportion (cases[i].shares, 4, cases[i].seats, counts);
      for (guint k = 0; k < 4; k++)
        g_assert_cmpuint (counts[k], ==, cases[i].expected[k]);
    }
}

/* ---- holders ---- */

static void
count (const RankleComplexState *state, guint counts[RANKLE_N_HOLDERS])
{
  memset (counts, 0, RANKLE_N_HOLDERS * sizeof *counts);
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    counts[state->grooves[i]]++;
}

typedef struct
{
  double shares[RANKLE_N_HOLDERS]; /* when the holder last took or left a groove */
  guint  counts[RANKLE_N_HOLDERS], n_changes;
} Watch;

static void
watch (Watch *self, const RankleComplexState *state)
{
  guint counts[RANKLE_N_HOLDERS];

  count (state, counts);
  g_assert_cmpuint (counts[RANKLE_HOLDER_RANK], ==, state->picked);
  for (guint i = 0; i < RANKLE_N_HOLDERS; i++)
    {
      double fair = (RANKLE_GROOVES - state->picked) * state->shares[i];

      if (i != RANKLE_HOLDER_RANK)
        g_assert_cmpfloat (fabs (counts[i] - fair), <, 1.4);
      if (counts[i] == self->counts[i])
        continue;
      g_assert_cmpfloat (fabs (state->shares[i] - self->shares[i]), >=,
                         RANKLE_COMPLEX_STICKS);
      self->shares[i] = state->shares[i];
      self->counts[i] = counts[i];
      self->n_changes++;
    }
}

/* Plays it, and gives how often a holder took or left grooves. */
static guint
play (const RankleTrajectory *trajectory, guint picked)
{
  RankleComplexState state = rankle_complex_state (trajectory, 0, picked, NULL);
  Watch              self = { .n_changes = 0 };

  if (state.known == RANKLE_COMPLEX_SHOWN)
    {
      count (&state, self.counts);
      memcpy (self.shares, state.shares, sizeof self.shares);
    }
  for (guint i = 1; i <= 600; i++)
    {
      RankleComplexState next = rankle_complex_state (
          trajectory, end_of (trajectory) * i / 600, picked, &state);

      if (next.known == RANKLE_COMPLEX_SHOWN && state.known == RANKLE_COMPLEX_SHOWN)
        watch (&self, &next);
      state = next;
      if (state.known == RANKLE_COMPLEX_SHOWN)
        count (&state, self.counts);
    }
  return self.n_changes;
}

/* Nobody takes or leaves a groove but for a share that has moved. */
static void
test_no_flicker (void)
{
  g_autoptr (RankleModel) model = load_model ("rankle");
  g_auto (GStrv) ids = rankle_scenario_file_list_for (model);
  guint most = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint picked = 0; picked <= RANKLE_GROOVES; picked++)
      {
        g_autoptr (RankleTrajectory) trajectory = run_bundled ("rankle", ids[i]);
        guint n_changes = play (trajectory, picked);

        g_test_message ("%s, %u RANK: %u changes", ids[i], picked, n_changes);
        most = MAX (most, n_changes);
      }
  g_assert_cmpuint (most, >, 2);
}

static gboolean
holds (const RankleTrajectory *trajectory, double time, RankleHolder holder)
{
  RankleComplexState state = rankle_complex_state (trajectory, time, 0, NULL);
  guint              counts[RANKLE_N_HOLDERS];

  count (&state, counts);
  return counts[holder] > 0;
}

/* A drug is seen while it is there. */
static void
test_drugs (void)
{
  g_autoptr (RankleTrajectory) once = run_bundled ("rankle", "denosumab-once");
  g_autoptr (RankleTrajectory) fc = run_bundled ("rankle", "opg-fc-once");
  double   end = end_of (once);
  gboolean denosumab = FALSE, opg_fc = FALSE;

  for (guint i = 0; i <= 200; i++)
    {
      denosumab |= holds (once, end * i / 200, RANKLE_HOLDER_DENOSUMAB);
      opg_fc |= holds (fc, end_of (fc) * i / 200, RANKLE_HOLDER_OPG_FC);
      g_assert_false (holds (once, end * i / 200, RANKLE_HOLDER_PEPTIDE));
    }
  g_assert_true (denosumab);
  g_assert_true (opg_fc);
  g_assert_false (holds (once, 0, RANKLE_HOLDER_DENOSUMAB));
}

/* Another state: what stays, stays where it is. */
static void
test_picking (void)
{
  g_autoptr (RankleTrajectory) trajectory = run_bundled ("rankle", "healthy-adult");
  RankleComplexState state = rankle_complex_state (trajectory, 0, 3, NULL);

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    g_assert_cmpint (state.grooves[i], ==, RANKLE_HOLDER_RANK);
  for (guint picked = 3; picked-- > 0;)
    {
      RankleComplexState next = rankle_complex_state (trajectory, 0, picked, &state);
      guint              n_changed = 0;

      for (guint i = 0; i < RANKLE_GROOVES; i++)
        if (next.grooves[i] != state.grooves[i])
          n_changed++;
      g_assert_cmpuint (n_changed, ==, 1);
      state = next;
    }
}

/* ---- what cannot be told ---- */

static void
test_untold (void)
{
  g_autoptr (RankleTrajectory) lemaire = run_bundled ("lemaire-2004", NULL);
  g_autoptr (RankleTrajectory) off = run_bundled ("rankle", "rankl-off");
  g_autofree char   *words = NULL;
  RankleComplexState state = rankle_complex_state (lemaire, 0, 3, NULL);

  g_assert_cmpint (state.known, ==, RANKLE_COMPLEX_NO_STATES);
  words = rankle_complex_sentence (&state);
  g_assert_cmpstr (words, ==, "This model has no receptor states.");
  state = rankle_complex_state (off, end_of (off), 3, NULL);
  g_assert_cmpint (state.known, ==, RANKLE_COMPLEX_NO_TRIMERS);
}

/* Two grooves in three hold RANK, of whoever holds the others it says nothing, and at 1
 * it ends. */
#define BLOWS_UP                                                                         \
  "x = 1; x' = x * x; p := 2 / 3; bound_0 := (1 - p)^3; bound_1 := 3 * p * (1 - p)^2; "  \
  "bound_2 := 3 * p^2 * (1 - p); bound_3 := p^3"

static void
test_partial (void)
{
  static const double times[] = { 0, 0.5, 0.9, 2 };
  g_autoptr (RankleModel) model = sim_model_new (BLOWS_UP);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;
  static const guint expected[] = { 37, 222, 445, 296 };
  RankleTrajectory  *partial;
  RankleComplexState state;

  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  g_assert_null (rankle_integrator_run (integrator, protocol, NULL, &error));
  partial = rankle_sim_error_get_partial (error);
  g_assert_nonnull (partial);
  state = rankle_complex_state (partial, 0.7, 1, NULL);
  g_assert_cmpint (state.known, ==, RANKLE_COMPLEX_SHOWN);
  g_assert_false (state.holders_known);
  g_assert_cmpint (state.grooves[1], ==, RANKLE_HOLDER_FREE);
  g_assert_true (isnan (state.signal));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (state.of_1000[i], ==, expected[i]);
  state = rankle_complex_state (partial, 1.5, 1, &state);
  g_assert_cmpint (state.known, ==, RANKLE_COMPLEX_NOT_RUN);
}

/* Every bundled model is told of or says why not. */
static void
test_all_models (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint n_shown = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleTrajectory) trajectory = run_bundled (ids[i], NULL);
      RankleComplexState state =
          rankle_complex_state (trajectory, end_of (trajectory) / 2, 2, NULL);
      g_autofree char *words = rankle_complex_sentence (&state);

      g_test_message ("%s: %s", ids[i], words);
      if (state.known == RANKLE_COMPLEX_SHOWN)
        {
          g_assert_true (state.holders_known);
          n_shown++;
        }
    }
  g_assert_cmpuint (n_shown, ==, 2);
}

/* ---- words ---- */

static void
test_sentences (void)
{
#define R RANKLE_HOLDER_RANK
#define O RANKLE_HOLDER_OPG
#define F RANKLE_HOLDER_FREE
#define D RANKLE_HOLDER_DENOSUMAB
#define C RANKLE_HOLDER_OPG_FC
#define P RANKLE_HOLDER_PEPTIDE
  static const struct
  {
    RankleComplexState state;
    const char        *sentence;
  } cases[] = {
    { { 0, 3, { 518, 381, 93, 8 }, { R, R, R }, TRUE, .signal = 1 },
      "RANKL trimer with RANK in three of three grooves. This state signals. 8 of 1000 "
      "trimers are in it now; 518 have none. The signal is 1.0 times baseline." },
    { { 0, 2, { 518, 381, 93, 8 }, { R, R, O }, TRUE, .signal = 1.26 },
      "RANKL trimer with RANK in two of three grooves, OPG in 1 groove. This state does "
      "not signal. 93 of 1000 trimers are in it now; 8 signal. The signal is 1.3 times "
      "baseline." },
    { { 0, 1, { 517, 381, 101, 1 }, { R, O, F }, TRUE, .signal = 0.126 },
      "RANKL trimer with RANK in one of three grooves, OPG in 1 groove, 1 groove free. "
      "This state does not signal. 381 of 1000 trimers are in it now; 1 signals. The "
      "signal is 0.13 times baseline." },
    { { 0, 0, { 999, 1, 0, 0 }, { D, D, D }, TRUE, .signal = 0 },
      "RANKL trimer without RANK, denosumab in 3 grooves. This state does not signal. "
      "999 "
      "of 1000 trimers are in it now; 0 signal. The signal is 0.00 times baseline." },
    { { 0, 1, { 999, 1, 0, 0 }, { F, R, F }, TRUE, .signal = NAN },
      "RANKL trimer with RANK in one of three grooves, 2 grooves free. This state does "
      "not "
      "signal. 1 of 1000 trimers is in it now; 0 signal." },
    { { 0, 0, { 400, 300, 200, 100 }, { F, O, C }, TRUE, .signal = 4 },
      "RANKL trimer without RANK, OPG in 1 groove, OPG-Fc in 1 groove, 1 groove free. "
      "This "
      "state does not signal. 400 of 1000 trimers are in it now; 100 signal. The signal "
      "is "
      "4.0 times baseline." },
    { { 0, 0, { 1000, 0, 0, 0 }, { P, P, F }, TRUE, .signal = NAN },
      "RANKL trimer without RANK, peptide in 2 grooves, 1 groove free. This state does "
      "not "
      "signal. 1000 of 1000 trimers are in it now; 0 signal." },
    { { 0, 1, { 300, 300, 300, 100 }, { R, F, F }, FALSE, .signal = NAN },
      "RANKL trimer with RANK in one of three grooves. This state does not signal. 300 "
      "of "
      "1000 trimers are in it now; 100 signal." },
    { { 0, 3, { 1, 0, 0, 999 }, { R, R, R }, TRUE, .signal = 20 },
      "RANKL trimer with RANK in three of three grooves. This state signals. 999 of 1000 "
      "trimers are in it now; 1 has none. The signal is 20.0 times baseline." },
    { { RANKLE_COMPLEX_NO_STATES, 3 }, "This model has no receptor states." },
    { { RANKLE_COMPLEX_NO_TRIMERS, 3 }, "There is no RANKL now, and so no trimer." },
    { { RANKLE_COMPLEX_NOT_RUN, 3 }, "The run did not come so far." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = rankle_complex_sentence (&cases[i].state);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What the picture is labelled with says what is a schematic, and each card is there. */
static void
test_labels (void)
{
  static const RankleComplexState state = { .of_1000 = { 518, 381, 93, 8 } };
  g_autofree char                *words = rankle_complex_share_in_words (&state, 3);
  g_autofree char                *brief = rankle_complex_share_in_short (&state, 0);

  g_assert_cmpstr (words, ==, "8 in 1000 trimers are in this state now");
  g_assert_cmpstr (brief, ==, "518 in 1000");
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    {
      const char *card = rankle_body_get_card (body);

      g_assert_cmpstr (rankle_body_get_name (body, 0), !=, "");
      g_assert_cmpstr (rankle_body_get_note (body, 0), !=, "");
      if (card != NULL)
        g_assert_nonnull (rankle_cards_find (card));
    }
  g_assert_nonnull (strstr (rankle_complex_caption (), "3URF"));
  g_assert_nonnull (strstr (rankle_complex_caption (), "schematics"));
  g_assert_cmpstr (rankle_body_get_note (RANKLE_BODY_RANK, 0), ==, "schematic");
  g_assert_nonnull (
      strstr (rankle_body_get_note (RANKLE_BODY_DENOSUMAB, 0), "schematic"));
  g_assert_cmpstr (rankle_body_get_name (RANKLE_BODY_RANK, 3), ==, "CRD3");
  g_assert_cmpstr (rankle_body_get_note (RANKLE_BODY_OPG, 3), ==, "touches RANKL");
  g_assert_cmpstr (rankle_body_get_note (RANKLE_BODY_RANK, 4), ==,
                   "next to the membrane");
  g_assert_cmpstr (rankle_body_get_note (RANKLE_BODY_OPG, 4), ==, "does not touch RANKL");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complex-state/any-cursor", test_any_cursor);
  g_test_add_func ("/complex-state/baseline", test_baseline);
  g_test_add_func ("/complex-state/apportion", test_apportion);
  g_test_add_func ("/complex-state/no-flicker", test_no_flicker);
  g_test_add_func ("/complex-state/drugs", test_drugs);
  g_test_add_func ("/complex-state/picking", test_picking);
  g_test_add_func ("/complex-state/untold", test_untold);
  g_test_add_func ("/complex-state/partial", test_partial);
  g_test_add_func ("/complex-state/all-models", test_all_models);
  g_test_add_func ("/complex-state/sentences", test_sentences);
  g_test_add_func ("/complex-state/labels", test_labels);
  return g_test_run ();
}
