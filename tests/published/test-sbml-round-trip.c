/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bundled model goes out as SBML, with the values that its controls have set, and comes
 * back as the same model. libSBML has nothing to say against it, units included. */

#include <math.h>

#include "published-run.h"
#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-sbml.h"
#include "rankle-scenario.h"

#define ROWS      50
#define TOLERANCE 1e-9 /* of a column's largest value */

/* Somewhere between neutral and the farther end of the range. */
static double
move (const RankleControl *control)
{
  double up = control->max - control->neutral, down = control->neutral - control->min;
  double moved;

  if (control->is_switch)
    return 1 - control->neutral;
  if (control->scale == RANKLE_SCALE_LOG)
    return control->neutral > 0 ? control->neutral * control->step : control->min;
  moved = control->neutral + (up >= down ? 0.3 * up : -0.3 * down);
  return control->is_count ? round (moved) : moved;
}

static RankleProtocol *
make_protocol (RankleModel *model, gboolean moved)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("test", "Test", "");
  RankleProtocol *protocol = rankle_protocol_new (model);
  double          horizon = rankle_model_get_horizon (model);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; moved && i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL)
        rankle_scenario_set_control (scenario, control->id, move (control));
    }
  rankle_scenario_apply (scenario, protocol, TRUE, &error);
  g_assert_no_error (error);
  rankle_protocol_set_every (protocol, horizon, horizon / ROWS);
  rankle_protocol_set_hidden (protocol, TRUE);
  rankle_protocol_seal (protocol);
  return protocol;
}

static char *export(const RankleProtocol *protocol)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char            *sbml = rankle_model_to_sbml (rankle_protocol_get_model (protocol),
                                                rankle_protocol_get_parameters (protocol), &error);

  g_assert_no_error (error);
  complaints = rankle_sbml_check (sbml);
  g_assert_cmpstr (complaints, ==, NULL);
  return sbml;
}

/* Rows, doses and tolerances of @protocol for @model, found by id: none is in the model.
 */
static RankleProtocol *
transfer (const RankleProtocol *protocol, RankleModel *model)
{
  RankleModel       *original = rankle_protocol_get_model (protocol);
  RankleProtocol    *same = rankle_protocol_new (model);
  guint              n_times, n_events;
  const double      *times = rankle_protocol_get_times (protocol, &n_times);
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n_events);

  rankle_protocol_set_times (same, times, n_times);
  rankle_protocol_set_tolerances (same, rankle_protocol_get_relative_tolerance (protocol),
                                  rankle_protocol_get_absolute_tolerance (protocol));
  for (guint i = 0; i < n_events; i++)
    {
      const char *id = rankle_model_get_state (original, events[i].target)->id;

      g_assert_true (events[i].kind == RANKLE_EVENT_DOSE);
      rankle_protocol_add_dose (same, published_find_column (model, id), events[i].value,
                                events[i].time);
    }
  return same;
}

static void
check_column (RankleTrajectory *trajectory, RankleTrajectory *again, guint column)
{
  RankleModel  *model = rankle_trajectory_get_model (trajectory);
  const char   *id = rankle_model_get_column (model, column)->id;
  const double *wanted = rankle_trajectory_get_column (trajectory, column);
  const double *values = rankle_trajectory_get_column (
      again, published_find_column (rankle_trajectory_get_model (again), id));
  double top = 0, gap = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    {
      g_assert_true (isfinite (wanted[i]) && isfinite (values[i]));
      top = fmax (top, fabs (wanted[i]));
      gap = fmax (gap, fabs (values[i] - wanted[i]));
    }
  if (gap <= TOLERANCE * top)
    return;
  g_test_message ("%s is off by %.2g of its maximum", id, gap / top);
  g_test_fail ();
}

static void
check_round_trip (RankleModel *model, gboolean moved)
{
  g_autoptr (RankleProtocol) protocol = make_protocol (model, moved);
  g_autofree char *sbml = export(protocol);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) back =
      rankle_model_new_from_sbml (sbml, -1, "back.xml", &error);
  g_autoptr (RankleProtocol) same = NULL;
  g_autoptr (RankleTrajectory) trajectory = published_run (protocol);
  g_autoptr (RankleTrajectory) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (rankle_model_get_time_unit (back), ==,
                   rankle_model_get_time_unit (model));
  same = transfer (protocol, back);
  again = published_run (same);
  for (guint i = 0; i < rankle_trajectory_get_n_columns (trajectory); i++)
    check_column (trajectory, again, i);
}

static void
test_model (gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  check_round_trip (model, FALSE);
  check_round_trip (model, TRUE);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();

  g_test_init (&argc, &argv, NULL);
  for (char **id = models; *id != NULL; id++)
    {
      g_autofree char *path = g_strconcat ("/sbml-round-trip/", *id, NULL);

      g_test_add_data_func (path, *id, test_model);
    }
  return g_test_run ();
}
