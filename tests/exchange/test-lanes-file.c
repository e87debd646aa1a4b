/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done to doses, in whatever order: the model takes what comes of it, and a
 * file keeps it, to the last bit of its protocol. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-lanes-edit.h"
#include "rankle-lanes-snap.h"
#include "rankle-scenario-file.h"

#define EDITS 3000

static RankleProtocol *
make_protocol (const RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (GError) error = NULL;
  RankleProtocol *protocol = rankle_protocol_new (model);

  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  g_assert_no_error (error);
  rankle_protocol_seal (protocol);
  return protocol;
}

static void
check_file (const RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = rankle_scenario_file_format (scenario, NULL);
  g_autoptr (RankleScenario) back =
      rankle_scenario_file_parse (text, -1, "x.json", NULL, &error);
  g_autoptr (RankleProtocol) expected = make_protocol (scenario, model);
  g_autoptr (RankleProtocol) protocol = NULL;

  g_assert_no_error (error);
  g_assert_true (rankle_scenario_equal (scenario, back));
  protocol = make_protocol (back, model);
  g_assert_true (rankle_protocol_equal (expected, protocol));
}

static const RankleControl *
pick (RankleModel *model, const char *const *ids, guint n)
{
  return rankle_model_find_control (model, ids[g_test_rand_int_range (0, (gint32)n)]);
}

/* (transfer full) */
static RankleScenario *
add (const RankleLanes *lanes)
{
  static const char *const drugs[] = { "denosumab_dose", "opg_fc_dose", "peptide_dose" };
  static const char *const controls[] = { "estrogen", "opg", "rankl_gene" };
  double                   time = g_test_rand_double_range (-100, 5000);

  if (g_test_rand_int_range (0, 4) == 0)
    return rankle_lanes_add_change (lanes, pick (lanes->model, controls, 3), time,
                                    g_test_rand_double_range (-1, 10));
  /* Half of them where the series would have one. */
  if (g_test_rand_bit ())
    time = 182.5 * g_test_rand_int_range (0, 20);
  return rankle_lanes_add_dose (lanes, pick (lanes->model, drugs, 3), time,
                                g_test_rand_bit () ? 60
                                                   : g_test_rand_double_range (-5, 500));
}

static RankleScenario *
edit (const RankleLanes *lanes)
{
  guint               n = lanes->handles->len;
  guint               index = n > 0 ? (guint)g_test_rand_int_range (0, (gint32)n) : 0;
  const RankleHandle *handle = n > 0 ? rankle_lanes_get_handle (lanes, index) : NULL;
  double              time = g_test_rand_double_range (-300, 5000);
  RankleMagnets       magnets;

  if (n == 0)
    return add (lanes);
  magnets = (RankleMagnets){ .lane = handle->lane, .handle = (int)index };
  switch (g_test_rand_int_range (0, n > 40 ? 5 : 8))
    {
    case 0:
      return rankle_lanes_put (lanes, index,
                               rankle_lanes_snap_time (lanes, &magnets, time, 20),
                               handle->amount, handle->missed);
    case 1:
      return rankle_lanes_put (lanes, index, handle->time,
                               g_test_rand_double_range (-10, 300), FALSE);
    case 2:
      return rankle_lanes_put (lanes, index, handle->time, handle->amount,
                               !handle->missed);
    case 3:
      return rankle_lanes_delete (lanes, index);
    case 4:
      return rankle_lanes_move_series (lanes, index,
                                       g_test_rand_double_range (-900, 900));
    default:
      return add (lanes);
    }
}

static void
test_edits (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

  rankle_scenario_set_control (scenario, "menopause", 2);
  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_set_horizon (scenario, 4000);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (RankleLanes) lanes = rankle_lanes_new (scenario, model);

      rankle_scenario_unref (scenario);
      scenario = edit (lanes);
      if (i % 10 == 0)
        check_file (scenario, model);
      else
        rankle_protocol_unref (make_protocol (scenario, model));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes-file/edits", test_edits);
  return g_test_run ();
}
