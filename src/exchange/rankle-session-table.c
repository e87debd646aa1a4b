/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-session-table.h"

#include "rankle-catalog.h"
#include "rankle-command.h"
#include "rankle-csv.h"
#include "rankle-run-notes.h"

static char **
list_notes (const RankleSession *session, const RankleProtocol *protocol)
{
  RankleModel     *model = rankle_session_get_model (session);
  RankleScenario  *scenario = rankle_session_get_scenario (session);
  g_autofree char *name = rankle_catalog_dup_name (model);
  g_autoptr (GPtrArray) inputs = rankle_command_list_inputs (model, scenario);
  GPtrArray *notes = rankle_run_notes_new ("rankle", name, model);

  rankle_run_notes_add (notes, "scenario %s", rankle_scenario_get_title (scenario));
  for (guint i = 0; i + 1 < inputs->len; i += 2)
    rankle_run_notes_add (notes, "%s %s", (char *)g_ptr_array_index (inputs, i),
                          (char *)g_ptr_array_index (inputs, i + 1));
  return rankle_run_notes_finish (notes, protocol);
}

char *
rankle_session_table_format (const RankleSession    *session,
                             const RankleTrajectory *trajectory,
                             gsize                  *length)
{
  g_auto (GStrv) notes = NULL;

  g_return_val_if_fail (session != NULL && trajectory != NULL, NULL);
  g_return_val_if_fail (rankle_trajectory_get_model (trajectory) ==
                            rankle_session_get_model (session),
                        NULL);

  notes = list_notes (session, rankle_trajectory_get_protocol (trajectory));
  return rankle_csv_format (trajectory, (const char *const *)notes, length);
}
