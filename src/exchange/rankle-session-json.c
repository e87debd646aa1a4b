/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-session-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-scenario-json.h"

#define SCHEMA   1
#define KEPT_MAX 1000

static void
clear_kept (gpointer data)
{
  RankleSessionKept *kept = data;

  g_clear_pointer (&kept->scenario, rankle_scenario_unref);
}

void
_rankle_session_content_clear (RankleSessionContent *content)
{
  g_clear_pointer (&content->scenario, rankle_scenario_unref);
  g_clear_pointer (&content->given, rankle_scenario_unref);
  g_clear_pointer (&content->kept, g_array_unref);
}

/* ---- reading ---- */

/* (transfer full) (nullable) */
static RankleScenario *
read_optional (RankleJsonReader *json, const char *member)
{
  RankleScenario *scenario;

  if (!rankle_json_open_object (json, member))
    return NULL;
  scenario = _rankle_scenario_read_members (json, NULL);
  rankle_json_close (json);
  return scenario;
}

/* (transfer full) */
static RankleScenario *
read_scenario (RankleJsonReader *json)
{
  RankleScenario *scenario;

  rankle_json_require (json, "scenario");
  scenario = read_optional (json, "scenario");
  return scenario != NULL ? scenario : rankle_scenario_new (NULL, NULL, NULL);
}

static void
read_kept (RankleJsonReader *json, RankleSessionContent *content)
{
  if (!rankle_json_open_list (json, "kept"))
    return;
  if (rankle_json_count (json) > KEPT_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"), KEPT_MAX);
  while (rankle_json_next (json))
    {
      RankleSessionKept kept = { 0 };

      if (!rankle_json_open_object (json, NULL))
        continue;
      kept.name = rankle_json_get_text (json, "name");
      _rankle_model_read_json (json, "model", &kept.model);
      kept.scenario = read_scenario (json);
      g_array_append_val (content->kept, kept);
      rankle_json_close (json);
    }
  rankle_json_close (json);
}

static void
read_rivals (RankleJsonReader *json, RankleSessionContent *content)
{
  if (!rankle_json_open_list (json, "rivals"))
    return;
  if (rankle_json_count (json) > 1)
    rankle_json_fail (json, NULL, _ ("there can be one"));
  while (rankle_json_next (json))
    _rankle_model_read_json (json, NULL, &content->rival);
  rankle_json_close (json);
}

static void
read_zoom (RankleJsonReader *json, RankleSessionContent *content)
{
  if (!rankle_json_open_object (json, "zoom"))
    return;
  content->from = rankle_json_get_number (json, "from", -INFINITY, INFINITY);
  content->to = rankle_json_get_number (json, "to", -INFINITY, INFINITY);
  rankle_json_close (json);
}

void
_rankle_session_read_json (RankleJsonReader *json, RankleSessionContent *content)
{
  rankle_json_get_schema (json, SCHEMA);
  rankle_json_require (json, "model");
  _rankle_model_read_json (json, "model", &content->model);
  content->scenario = read_scenario (json);
  content->given = read_optional (json, "given");
  content->kept = g_array_new (FALSE, FALSE, sizeof (RankleSessionKept));
  g_array_set_clear_func (content->kept, clear_kept);
  read_kept (json, content);
  read_rivals (json, content);
  content->has_evidence = rankle_json_get_boolean_or (json, "evidence", FALSE);
  content->cursor = rankle_json_get_number_or (json, "cursor", 0, 0, INFINITY);
  content->view =
      rankle_json_get_choice_or (json, "view", rankle_view_names, RANKLE_VIEW_BOTH);
  content->notes = rankle_json_get_text_or (json, "notes", "");
  if (rankle_json_has (json, "saved_as"))
    content->saved_as = rankle_json_get_text (json, "saved_as");
  read_zoom (json, content);
}

/* ---- writing ---- */

static void
write_scenario (RankleJsonWriter     *json,
                const char           *member,
                const RankleScenario *scenario)
{
  rankle_json_write_object (json, member);
  _rankle_scenario_write_members (json, scenario, NULL);
  rankle_json_write_end (json);
}

static void
write_kept (RankleJsonWriter *json, const RankleSession *session)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  rankle_json_write_list (json, "kept");
  for (guint i = 0; i < n; i++)
    {
      RankleModel *model = rankle_kept_run_get_model (kept[i]);

      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "name", rankle_kept_run_get_name (kept[i]));
      if (model != rankle_session_get_model (session))
        _rankle_model_write_json (json, "model", model);
      write_scenario (json, "scenario", rankle_kept_run_get_scenario (kept[i]));
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_looks (RankleJsonWriter *json, const RankleSession *session)
{
  RankleModel *rival = rankle_session_get_rival (session);
  double       from, to;

  rankle_json_write_list (json, "rivals");
  if (rival != NULL)
    _rankle_model_write_json (json, NULL, rival);
  rankle_json_write_end (json);
  rankle_json_write_boolean (json, "evidence",
                             rankle_session_get_evidence (session) != NULL);
  rankle_json_write_number (json, "cursor", rankle_session_get_cursor (session));
  rankle_json_write_text (json, "view",
                          rankle_view_names[rankle_session_get_view (session)]);
  if (!rankle_session_get_zoom (session, &from, &to))
    return;
  rankle_json_write_object (json, "zoom");
  rankle_json_write_number (json, "from", from);
  rankle_json_write_number (json, "to", to);
  rankle_json_write_end (json);
}

char *
_rankle_session_write_json (const RankleSession *session, const char *saved_as)
{
  RankleJsonWriter *json = rankle_json_writer_new ();

  rankle_json_write_object (json, NULL);
  rankle_json_write_integer (json, "schema", SCHEMA);
  _rankle_model_write_json (json, "model", rankle_session_get_model (session));
  write_scenario (json, "scenario", rankle_session_get_scenario (session));
  if (!rankle_scenario_equal (rankle_session_get_given (session),
                              rankle_session_get_scenario (session)))
    write_scenario (json, "given", rankle_session_get_given (session));
  write_kept (json, session);
  write_looks (json, session);
  rankle_json_write_text (json, "notes", rankle_session_get_notes (session));
  if (saved_as != NULL && g_utf8_validate (saved_as, -1, NULL))
    rankle_json_write_text (json, "saved_as", saved_as);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
