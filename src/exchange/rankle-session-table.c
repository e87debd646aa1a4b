/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-session-table.h"

#include "rankle-catalog.h"
#include "rankle-command.h"
#include "rankle-csv.h"
#include "rankle-run-notes.h"

char **
rankle_session_table_list_notes (const RankleSession  *session,
                                 const RankleProtocol *protocol)
{
  RankleModel     *model;
  RankleScenario  *scenario;
  const char      *title;
  GPtrArray       *notes;
  g_autofree char *name = NULL;
  g_autofree char *who = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  RankleObservations *const *tables;
  guint                      n_tables;

  g_return_val_if_fail (session != NULL && protocol != NULL, NULL);

  model = rankle_session_get_model (session);
  scenario = rankle_session_get_scenario (session);
  name = rankle_catalog_dup_name (model);
  who = rankle_person_dup_words (rankle_scenario_get_person (scenario));
  inputs = rankle_command_list_inputs (model, scenario);
  notes = rankle_run_notes_new ("rankle", name, model);
  title = rankle_scenario_get_title (scenario);
  /* As the session's file calls it, which must have a name. */
  rankle_run_notes_add (notes, "scenario %s", *title != '\0' ? title : "Unnamed");
  if (*who != '\0')
    rankle_run_notes_add (notes, "person %s", who);
  for (guint i = 0; i + 1 < inputs->len; i += 2)
    rankle_run_notes_add (notes, "%s %s", (char *)g_ptr_array_index (inputs, i),
                          (char *)g_ptr_array_index (inputs, i + 1));
  /* There are rows at their times. */
  tables = rankle_session_get_observations (session, &n_tables);
  for (guint i = 0; i < n_tables; i++)
    rankle_run_notes_add (notes, "observations %s",
                          rankle_observations_get_name (tables[i]));
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

  notes = rankle_session_table_list_notes (session,
                                           rankle_trajectory_get_protocol (trajectory));
  return rankle_csv_format (trajectory, (const char *const *)notes, length);
}
