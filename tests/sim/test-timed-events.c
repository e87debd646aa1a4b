/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events that SBML files bring, triggered by time, parameters and states. Everything here
 * has a closed form: x grows by k in a day, from 0. */

#include <math.h>

#include "rankle-model-file.h"
#include "rankle-sbml.h"
#include "sbml-text.h"
#include "sim-fixture.h"

#define EARLY      " useValuesFromTriggerTime=\"true\""
#define LATE       " useValuesFromTriggerTime=\"false\""
#define WAS_TRUE   " initialValue=\"true\" persistent=\"true\""
#define WAS_FALSE  " initialValue=\"false\" persistent=\"true\""
#define FLEETING   " initialValue=\"true\" persistent=\"false\""
#define MOST_PAIRS 5

typedef struct
{
  const char *event;
  const char *trigger;
  const char *when;
  const char *infix[2 * MOST_PAIRS];
} Happening;

typedef struct
{
  const char *name;
  Happening   events[3];
  const char *id;          /* of what is looked at */
  double      expected[7]; /* at 0, 1, … 6 days, and just before what happens there */
} Case;

#define SAME(VALUE)                                                                      \
  {                                                                                      \
    VALUE, VALUE, VALUE, VALUE, VALUE, VALUE, VALUE                                      \
  }

/* Parameters: k = 1, p = 2, flag = 0, y = 0, half = p / 2 by an initial assignment. */
static const Case cases[] = {
  { "state",
    { { EARLY, WAS_TRUE, "time >= 2", { "x", "10 * x" } } },
    "x",
    { 0, 1, 2, 21, 22, 23, 24 } },
  { "after",
    { { EARLY, WAS_TRUE, "time > 2", { "x", "10 * x" } } },
    "x",
    { 0, 1, 2, 21, 22, 23, 24 } },
  { "at",
    { { EARLY, WAS_TRUE, "time == 2", { "x", "10 * x" } } },
    "x",
    { 0, 1, 2, 21, 22, 23, 24 } },
  { "falling",
    { { EARLY, WAS_TRUE, "5 - 2 * time <= 1", { "x", "10 * x" } } },
    "x",
    { 0, 1, 2, 21, 22, 23, 24 } },
  { "parameter",
    { { EARLY, WAS_TRUE, "time >= p + 1", { "k", "0" } } },
    "x",
    { 0, 1, 2, 3, 3, 3, 3 } },
  { "time-assigned",
    { { EARLY, WAS_TRUE, "time > 2", { "y", "time" } } },
    "seen",
    { 0, 0, 0, 2, 2, 2, 2 } },
  { "all-at-once",
    { { EARLY, WAS_TRUE, "time >= 2", { "x", "y + 3", "y", "x" } } },
    "seen",
    { 0, 0, 0, 2, 2, 2, 2 } },
  /* what was true before cannot become so */
  { "true-from-the-start",
    { { EARLY, WAS_TRUE, "time >= 0", { "x", "10" } } },
    "x",
    { 0, 1, 2, 3, 4, 5, 6 } },
  { "at-the-start",
    { { EARLY, WAS_FALSE, "time >= 0", { "x", "10" } } },
    "x",
    { 0, 11, 12, 13, 14, 15, 16 } },
  { "true-again",
    { { EARLY, WAS_TRUE, "time > 1 && time < 2 || time >= 4", { "x", "x + 10" } } },
    "x",
    { 0, 1, 12, 13, 14, 25, 26 } },
  /* the condition on a parameter, which the event itself takes away */
  { "once",
    { { EARLY, WAS_TRUE, "time >= 2 && flag == 0", { "x", "10 * x", "flag", "1" } } },
    "x",
    { 0, 1, 2, 21, 22, 23, 24 } },
  { "switched-on",
    { { EARLY, WAS_TRUE, "time >= 3", { "flag", "1" } },
      { EARLY, WAS_TRUE, "flag > 0", { "x", "100" } } },
    "x",
    { 0, 1, 2, 3, 101, 102, 103 } },
  /* each moves its own next moment, as doses do */
  { "every-other-day",
    { { EARLY, WAS_TRUE, "time == flag + p", { "x", "x + 10", "flag", "flag + p" } } },
    "x",
    { 0, 1, 2, 13, 14, 25, 26 } },
  /* by the state: x rises to 2.5, and falls to 0.5, again and again */
  { "threshold",
    { { EARLY, WAS_TRUE, "x >= 2.5", { "x", "0.5" } } },
    "x",
    { 0, 1, 2, 1, 2, 1, 2 } },
  { "threshold-of-what-follows",
    { { EARLY, WAS_TRUE, "2 * x - p > 3", { "x", "0.5" } } },
    "x",
    { 0, 1, 2, 1, 2, 1, 2 } },
  { "state-and-time",
    { { EARLY, WAS_TRUE, "x > 1.5 && time > 3", { "x", "0" } } },
    "x",
    { 0, 1, 2, 3, 1, 0.5, 1.5 } },
  { "state-sets-another-off",
    { { EARLY, WAS_TRUE, "x > 2.25", { "flag", "1" } },
      { EARLY, WAS_TRUE, "flag == 1", { "k", "0" } } },
    "x",
    { 0, 1, 2, 2.25, 2.25, 2.25, 2.25 } },
  { "true-at-the-start-by-state",
    { { EARLY, WAS_FALSE, "x < 0.5", { "x", "x + 2" } } },
    "x",
    { 0, 3, 4, 5, 6, 7, 8 } },
  /* by a function of time that is no comparison with a moment */
  { "remainder",
    { { EARLY, WAS_TRUE, "time - 2 * floor (time / 2) > 0.5", { "x", "0" } } },
    "x",
    { 0, 0.5, 1.5, 0.5, 1.5, 0.5, 1.5 } },
  /* two at one time: the first in the file goes first */
  { "early-values",
    { { EARLY, WAS_TRUE, "time >= 2", { "x", "10" } },
      { EARLY, WAS_TRUE, "time >= 2", { "y", "x" } } },
    "seen",
    { 0, 0, 0, 2, 2, 2, 2 } },
  { "late-values",
    { { EARLY, WAS_TRUE, "time >= 2", { "x", "10" } },
      { LATE, WAS_TRUE, "time >= 2", { "y", "x" } } },
    "seen",
    { 0, 0, 0, 10, 10, 10, 10 } },
  { "persistent",
    { { EARLY, WAS_TRUE, "time >= 2", { "flag", "1" } },
      { EARLY, WAS_TRUE, "time >= 2 && flag == 0", { "x", "100" } } },
    "x",
    { 0, 1, 2, 101, 102, 103, 104 } },
  { "not-persistent",
    { { EARLY, WAS_TRUE, "time >= 2", { "flag", "1" } },
      { EARLY, FLEETING, "time >= 2 && flag == 0", { "x", "100" } } },
    "x",
    { 0, 1, 2, 3, 4, 5, 6 } },
  /* what is derived at the start is derived at the start */
  { "derived",
    { { EARLY, WAS_TRUE, "time >= 2", { "p", "50" } } },
    "seen_half",
    SAME (1) },
  { "derived-itself",
    { { EARLY, WAS_TRUE, "time >= 2", { "half", "5", "p", "50" } } },
    "seen_half",
    { 1, 1, 1, 5, 5, 5, 5 } },
  /* the amount stays, and is in twice the volume */
  { "size",
    { { EARLY, WAS_TRUE, "time > 2", { "c", "4" } } },
    "S",
    { 6, 6, 6, 3, 3, 3, 3 } },
  { "size-and-concentration",
    { { EARLY, WAS_TRUE, "time > 2", { "c", "4", "S", "7" } } },
    "S",
    { 6, 6, 6, 7, 7, 7, 7 } },
  { "size-and-amount", { { EARLY, WAS_TRUE, "time > 2", { "c", "4" } } }, "A", SAME (5) },
};

static SbmlText *
make_text (const Happening *events, guint n)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_add (text, COMPARTMENTS,
                 "<compartment id=\"c\" size=\"2\" spatialDimensions=\"3\" "
                 "constant=\"false\"/>");
  sbml_text_species (text, "S", FALSE, FALSE, " initialConcentration=\"6\"");
  sbml_text_species (text, "A", TRUE, FALSE, " initialAmount=\"5\"");
  sbml_text_parameter (text, "x", "0");
  sbml_text_parameter (text, "y", "0");
  sbml_text_parameter (text, "k", "1");
  sbml_text_parameter (text, "p", "2");
  sbml_text_parameter (text, "flag", "0");
  sbml_text_parameter (text, "half", NULL);
  sbml_text_parameter (text, "seen", NULL);
  sbml_text_parameter (text, "seen_half", NULL);
  sbml_text_initial (text, "half", "p / 2");
  sbml_text_rule (text, "rateRule", "x", "k");
  sbml_text_rule (text, "assignmentRule", "seen", "y");
  sbml_text_rule (text, "assignmentRule", "seen_half", "half");
  for (guint i = 0; i < n && events[i].when != NULL; i++)
    sbml_text_event (text, events[i].event, events[i].trigger, events[i].when,
                     events[i].infix);
  return text;
}

static RankleModel *
read_model (const Happening *events, guint n)
{
  g_autofree char *text = sbml_text_finish (make_text (events, n));
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_sbml (text, -1, "events.xml", &error);

  g_assert_no_error (error);
  return model;
}

static void
check_case (RankleModel *model, const Case *it)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_set_every (protocol, 6, 1);
  rankle_protocol_set_tolerances (protocol, 1e-10, 0);
  run = sim_run (protocol);
  for (guint i = 0; i < G_N_ELEMENTS (it->expected); i++)
    g_assert_cmpfloat_with_epsilon (sim_at (run, it->id, i), it->expected[i], 1e-9);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (RankleModel) model = read_model (it->events, G_N_ELEMENTS (it->events));

  check_case (model, it);
}

/* An exported model keeps its events. */
static void
test_export (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (RankleModel) model = read_model (it->events, G_N_ELEMENTS (it->events));
  g_autofree char *sbml = rankle_model_to_sbml (model, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) again = rankle_model_new_from_sbml (sbml, -1, "b.xml", &error);

  g_assert_no_error (error);
  check_case (again, it);
}

/* The moment is a formula of parameters, and moves with them: those of the run, and those
 * that its protocol changes. */
static void
test_moment_moves (void)
{
  static const Happening event = { EARLY, WAS_TRUE, "time >= p", { "x", "100" } };
  g_autoptr (RankleModel) model = read_model (&event, 1);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_set_every (protocol, 6, 1);
  rankle_protocol_set_parameter (protocol, sim_parameter (model, "p"), 1.5);
  rankle_protocol_change_parameter (protocol, sim_parameter (model, "p"), 4.5, 1);
  run = sim_run (protocol);
  sim_assert_near (sim_at (run, "x", 4), 4, 1e-9);
  sim_assert_near (sim_at (run, "x", 5), 100.5, 1e-9);
}

/* Sixty moments none of which is a binary fraction: each is met, and once. */
static void
test_no_rounding (void)
{
  static const Happening event = {
    EARLY, WAS_TRUE, "3 * time == 0.3 * (flag + 1)", { "x", "x + 1", "flag", "flag + 1" }
  };
  g_autoptr (RankleModel) model = read_model (&event, 1);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_set_every (protocol, 6.05, 6.05);
  run = sim_run (protocol);
  sim_assert_near (sim_at (run, "x", 6.05), 66.05, 1e-9);
}

static void
assert_fails (const Happening *events, guint n, const char *message)
{
  g_autoptr (RankleModel) model = read_model (events, n);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;

  rankle_protocol_set_every (protocol, 6, 1);
  g_assert_null (rankle_integrator_run (integrator, protocol, NULL, &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_no_end (void)
{
  static const Happening events[] = {
    { EARLY, WAS_TRUE, "time >= 2 && flag == 0", { "flag", "1" } },
    { EARLY, WAS_TRUE, "time >= 2 && flag == 1", { "flag", "0" } },
  };

  assert_fails (events, 2, "there is no end to the events at time 2");
}

/* As Antimony says it, with a name and without. */
static void
test_antimony (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 0; k = 1; x' = k\n"
                     "E1: at (x > 2.5), fromTrigger = false: x = 0.5\n"
                     "at time >= 0, t0 = false: x = max (x, 1), k = k / 2");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_set_every (protocol, 6, 2);
  run = sim_run (protocol);
  sim_assert_near (sim_at (run, "x", 2), 2, 1e-6);
  sim_assert_near (sim_at (run, "x", 4), 1, 1e-6);
  sim_assert_near (sim_at (run, "x", 6), 2, 1e-6);
}

static void
test_no_number (void)
{
  static const Happening event = {
    " id=\"e\"" EARLY, WAS_TRUE, "time >= 2", { "y", "1 / flag" }
  };

  assert_fails (&event, 1, "the event “e” at time 2 makes of “y” what is not a number");
}

static void
assert_column (const RankleTrajectory *trajectory, const char *id, const double *expected)
{
  RankleModel *model = rankle_trajectory_get_model (trajectory);
  int          column = rankle_model_find_column (model, id);

  g_assert_cmpint (column, >=, 0);
  g_assert_cmpstr (rankle_model_get_column (model, (guint)column)->id, ==, id);
  for (guint row = 0; row < rankle_trajectory_get_n_times (trajectory); row++)
    g_assert_cmpfloat_with_epsilon (
        rankle_trajectory_get_column (trajectory, (guint)column)[row], expected[row],
        1e-4 * (1 + fabs (expected[row])));
}

/* What an event changes is a column, be it what else it may: parameter, compartment, or
 * species on the boundary. It is a parameter still, by which the start is set. */
static void
test_changed_is_column (void)
{
  static const double inflow[] = { 0, 0, 3 }, x[] = { 10, 6.703194, 12.26874 };
  static const double V[] = { 2, 2, 4 }, food[] = { 1, 1, 0.5 }, half[] = { 7, 7, 7 };
  static const double early[] = { 1, 1, 3 };
  g_autoptr (RankleModel) model = sim_model_new (
      "compartment V; V = 2; species $food in V; food = 1\n"
      "inflow = 0; half = 7; unused = half / 2; x = 10; x' = inflow - 0.1 * x\n"
      "at (time >= 5): inflow = 3, V = 4; at (x > 5 && time > 4.5): half = half");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL, other = NULL;

  rankle_protocol_set_every (protocol, 8, 4);
  trajectory = sim_run (protocol);
  assert_column (trajectory, "x", x);
  assert_column (trajectory, "inflow", inflow);
  assert_column (trajectory, "V", V);
  assert_column (trajectory, "half", half);
  assert_column (trajectory, "food", food);
  g_assert_cmpint (rankle_model_find_column (model, "unused"), ==, -1);
  g_assert_true (rankle_model_find (model, "inflow")->kind == RANKLE_QUANTITY_PARAMETER);

  g_clear_pointer (&protocol, rankle_protocol_unref);
  protocol = rankle_protocol_new (model);
  rankle_protocol_set_parameter (protocol, sim_parameter (model, "inflow"), 1);
  rankle_protocol_set_every (protocol, 8, 4);
  other = sim_run (protocol);
  assert_column (other, "inflow", early);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = g_strconcat ("/timed-events/", cases[i].name, NULL);
      g_autofree char *exported =
          g_strconcat ("/timed-events/exported/", cases[i].name, NULL);

      g_test_add_data_func (plain, &cases[i], test_case);
      g_test_add_data_func (exported, &cases[i], test_export);
    }
  g_test_add_func ("/timed-events/moment-moves", test_moment_moves);
  g_test_add_func ("/timed-events/no-rounding", test_no_rounding);
  g_test_add_func ("/timed-events/no-end", test_no_end);
  g_test_add_func ("/timed-events/no-number", test_no_number);
  g_test_add_func ("/timed-events/antimony", test_antimony);
  g_test_add_func ("/timed-events/changed-is-column", test_changed_is_column);
  return g_test_run ();
}
