/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scenario as JSON: read, put to a model, written and read again, which must change
 * nothing. */

#include "fuzz-target.h"
#include "rankle-scenario-file.h"

static void
check_round_trip (const RankleScenario *scenario, const char *model)
{
  g_autofree char *text = rankle_scenario_file_format (scenario, model);
  g_autofree char *model_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) again =
      rankle_scenario_file_parse (text, -1, "y", &model_again, &error);

  g_assert_no_error (error);
  g_assert_true (rankle_scenario_equal (scenario, again));
  g_assert_cmpstr (model, ==, model_again);
}

static void
try_scenario (const char *text, gssize length)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (fuzz_toy ());
  g_autofree char *model = NULL;
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_parse (text, length, "x", &model, NULL);

  if (scenario == NULL)
    return;
  rankle_scenario_suits (scenario, fuzz_toy ());
  rankle_scenario_apply (scenario, protocol, FALSE, NULL);
  check_round_trip (scenario, model);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  try_scenario ((const char *)data, (gssize)size);
  return 0;
}
