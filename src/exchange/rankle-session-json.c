/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-session-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-observations-json.h"
#include "rankle-scenario-members.h"

#define SCHEMA   1
#define KEPT_MAX RANKLE_KEPT_RUN_INKS
/* Whose plots were arranged. */
#define MODELS_MAX 100

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
  g_clear_pointer (&content->observations, g_ptr_array_unref);
  g_clear_pointer (&content->looks, rankle_plot_looks_unref);
  g_clear_pointer (&content->arrangement, rankle_arrangement_unref);
}

/* ---- reading ---- */

/* (transfer full) (nullable) */
static RankleScenario *
read_optional (RankleJsonReader *json, const char *member)
{
  RankleScenario *scenario;

  if (!rankle_json_open_object (json, member))
    return NULL;
  scenario = rankle_scenario_read_members (json, NULL);
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
      /* Files of old have none: what takes the ink of another gets a free one. */
      kept.ink = (guint)rankle_json_get_integer_or (json, "ink", 0, 0, KEPT_MAX - 1);
      kept.hidden = rankle_json_get_boolean_or (json, "hidden", FALSE);
      kept.baseline = rankle_json_get_boolean_or (json, "baseline", FALSE);
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

/* Files of old have none of it. */
static void
read_report (RankleJsonReader *json, RankleSessionContent *content)
{
  gboolean has_any = rankle_json_open_object (json, "report");

  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      const char *name = rankle_report_text_names[i];

      content->report[i] = has_any ? rankle_json_get_text_or (json, name, "") : "";
      if (g_utf8_strlen (content->report[i], -1) > RANKLE_REPORT_TEXT_MAX)
        rankle_json_fail (json, name,
                          ngettext ("must have at most %d character",
                                    "must have at most %d characters",
                                    RANKLE_REPORT_TEXT_MAX),
                          RANKLE_REPORT_TEXT_MAX);
    }
  if (has_any)
    rankle_json_close (json);
}

/* Takes @looks. */
static void
replace_looks (RankleSessionContent *content, RanklePlotLooks *looks)
{
  g_clear_pointer (&content->looks, rankle_plot_looks_unref);
  content->looks = looks;
}

static void
read_axes (RankleJsonReader *json, RankleSessionContent *content)
{
  if (!rankle_json_open_list (json, "axes"))
    return;
  if (rankle_json_count (json) > RANKLE_PLOT_AXES_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"),
                      RANKLE_PLOT_AXES_MAX);
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      {
        const char *panel = rankle_json_get_text (json, "panel");

        rankle_json_require (json, "logarithmic");
        replace_looks (content,
                       rankle_plot_looks_with_logarithmic (
                           content->looks, panel,
                           rankle_json_get_boolean_or (json, "logarithmic", FALSE)));
        rankle_json_close (json);
      }
  rankle_json_close (json);
}

static void
read_plot_looks (RankleJsonReader *json, RankleSessionContent *content)
{
  content->looks = rankle_plot_looks_new ();
  if (!rankle_json_open_object (json, "plots"))
    return;
  if (rankle_json_has (json, "enlarged"))
    replace_looks (content, rankle_plot_looks_with_enlarged (
                                content->looks, rankle_json_get_text (json, "enlarged")));
  read_axes (json, content);
  rankle_json_close (json);
}

/* (transfer full) (nullable): NULL: the model's. */
static char **
read_columns (RankleJsonReader *json)
{
  g_autoptr (GStrvBuilder) ids = NULL;

  if (!rankle_json_open_list (json, "columns"))
    return NULL;
  ids = g_strv_builder_new ();
  if (rankle_json_count (json) == 0)
    rankle_json_fail (json, NULL, _ ("is empty"));
  if (rankle_json_count (json) > RANKLE_OWN_PANEL_COLUMNS_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"),
                      RANKLE_OWN_PANEL_COLUMNS_MAX);
  while (rankle_json_next (json))
    g_strv_builder_add (ids, rankle_json_get_text (json, NULL));
  rankle_json_close (json);
  return g_strv_builder_end (ids);
}

/* What is at fault is not made: nothing of the file is used then. */
static void
read_panel (RankleJsonReader *json, GPtrArray *panels)
{
  const char *id = rankle_json_get_text (json, "id");
  g_auto (GStrv) columns = read_columns (json);
  gboolean relative = rankle_json_get_boolean_or (json, "relative", FALSE);
  gboolean phase = rankle_json_get_boolean_or (json, "phase", FALSE);
  gboolean are_two = columns != NULL && g_strv_length (columns) == 2;
  g_autoptr (RankleOwnPanel) panel = NULL;

  if (phase && !are_two)
    rankle_json_fail (json, "phase", _ ("a phase plane is of two columns"));
  if (*id == '\0' || (columns != NULL && columns[0] == NULL))
    return;
  panel = rankle_own_panel_new (id, (const char *const *)columns, relative);
  g_ptr_array_add (panels, rankle_own_panel_with_phase (panel, phase && are_two));
}

/* (transfer full): RankleOwnPanel */
static GPtrArray *
read_panels (RankleJsonReader *json)
{
  GPtrArray *panels = rankle_own_panels_new ();

  rankle_json_require (json, "panels");
  if (!rankle_json_open_list (json, "panels"))
    return panels;
  if (rankle_json_count (json) == 0)
    rankle_json_fail (json, NULL, _ ("is empty"));
  if (rankle_json_count (json) > RANKLE_OWN_PANELS_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"),
                      RANKLE_OWN_PANELS_MAX);
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      {
        read_panel (json, panels);
        rankle_json_close (json);
      }
  rankle_json_close (json);
  return panels;
}

static void
read_arrangement (RankleJsonReader *json, RankleSessionContent *content)
{
  content->arrangement = rankle_arrangement_new ();
  if (!rankle_json_open_list (json, "arranged"))
    return;
  if (rankle_json_count (json) > MODELS_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"), MODELS_MAX);
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      {
        g_autoptr (RankleArrangement) before = content->arrangement;
        const char *model = rankle_json_get_text (json, "model");
        g_autoptr (GPtrArray) panels = read_panels (json);

        content->arrangement = rankle_arrangement_with (before, model, panels);
        rankle_json_close (json);
      }
  rankle_json_close (json);
}

static void
take_table (RankleSessionContent *content, RankleObservations *table)
{
  if (table != NULL)
    g_ptr_array_add (content->observations, table);
}

/* The first stands by itself, since most sessions have no more. */
static void
read_tables (RankleJsonReader *json, RankleSessionContent *content)
{
  content->observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_observations_unref);
  take_table (content, _rankle_observations_read_json (json, "observations"));
  if (!rankle_json_open_list (json, "more_observations"))
    return;
  if (rankle_json_count (json) >= RANKLE_TABLES_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"),
                      RANKLE_TABLES_MAX - 1);
  while (rankle_json_next (json))
    take_table (content, _rankle_observations_read_json (json, NULL));
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
  read_tables (json, content);
  content->cursor = rankle_json_get_number_or (json, "cursor", 0, 0, INFINITY);
  content->view =
      rankle_json_get_choice_or (json, "view", rankle_view_names, RANKLE_VIEW_BOTH);
  content->shown = rankle_json_get_choice_or (json, "picture", rankle_shown_names,
                                              RANKLE_SHOWN_PATHWAY);
  content->difference = rankle_json_get_boolean_or (json, "difference", FALSE);
  content->map_levels = (guint)rankle_json_get_integer_or (json, "map_levels", 0, 0, 12);
  read_arrangement (json, content);
  read_plot_looks (json, content);
  content->notes = rankle_json_get_text_or (json, "notes", "");
  read_report (json, content);
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
  rankle_scenario_write_members (json, scenario, NULL);
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
      rankle_json_write_integer (json, "ink", rankle_kept_run_get_ink (kept[i]));
      if (rankle_kept_run_is_hidden (kept[i]))
        rankle_json_write_boolean (json, "hidden", TRUE);
      if (rankle_kept_run_is_baseline (kept[i]))
        rankle_json_write_boolean (json, "baseline", TRUE);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_plot_looks (RankleJsonWriter *json, const RanklePlotLooks *looks)
{
  g_autofree const char **axes = rankle_plot_looks_list_axes (looks);
  const char             *enlarged = rankle_plot_looks_get_enlarged (looks);

  if (*axes == NULL && enlarged == NULL)
    return;
  rankle_json_write_object (json, "plots");
  if (enlarged != NULL)
    rankle_json_write_text (json, "enlarged", enlarged);
  rankle_json_write_list (json, "axes");
  for (const char **id = axes; *id != NULL; id++)
    {
      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "panel", *id);
      rankle_json_write_boolean (json, "logarithmic",
                                 rankle_plot_looks_get_logarithmic (looks, *id, FALSE));
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
  rankle_json_write_end (json);
}

static void
write_panel (RankleJsonWriter *json, const RankleOwnPanel *panel)
{
  const char *const *columns = rankle_own_panel_get_columns (panel);

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "id", rankle_own_panel_get_id (panel));
  if (columns != NULL)
    {
      rankle_json_write_list (json, "columns");
      for (; *columns != NULL; columns++)
        rankle_json_write_text (json, NULL, *columns);
      rankle_json_write_end (json);
      rankle_json_write_boolean (json, "relative", rankle_own_panel_is_relative (panel));
      if (rankle_own_panel_is_phase (panel))
        rankle_json_write_boolean (json, "phase", TRUE);
    }
  rankle_json_write_end (json);
}

static void
write_arrangement (RankleJsonWriter *json, const RankleArrangement *arrangement)
{
  g_autofree const char **models = rankle_arrangement_list_models (arrangement);

  if (*models == NULL)
    return;
  rankle_json_write_list (json, "arranged");
  for (const char **model = models; *model != NULL; model++)
    {
      const GPtrArray *panels = rankle_arrangement_get (arrangement, *model);

      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "model", *model);
      rankle_json_write_list (json, "panels");
      for (guint i = 0; i < panels->len; i++)
        write_panel (json, g_ptr_array_index (panels, i));
      rankle_json_write_end (json);
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
  if (rankle_session_get_shown (session) != RANKLE_SHOWN_PATHWAY)
    rankle_json_write_text (json, "picture",
                            rankle_shown_names[rankle_session_get_shown (session)]);
  rankle_json_write_boolean (json, "difference", rankle_session_get_difference (session));
  if (rankle_session_get_map_levels (session) > 0)
    rankle_json_write_integer (json, "map_levels",
                               rankle_session_get_map_levels (session));
  write_plot_looks (json, rankle_session_get_plot_looks (session));
  if (!rankle_session_get_zoom (session, &from, &to))
    return;
  rankle_json_write_object (json, "zoom");
  rankle_json_write_number (json, "from", from);
  rankle_json_write_number (json, "to", to);
  rankle_json_write_end (json);
}

/* What nobody wrote is not there, so that a session without a report is as of old. */
static void
write_report (RankleJsonWriter *json, const RankleSession *session)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      const char *text = rankle_session_get_report_text (session, (RankleReportText)i);

      if (*text == '\0')
        continue;
      if (!is_open)
        rankle_json_write_object (json, "report");
      is_open = TRUE;
      rankle_json_write_text (json, rankle_report_text_names[i], text);
    }
  if (is_open)
    rankle_json_write_end (json);
}

static void
write_tables (RankleJsonWriter *json, const RankleSession *session)
{
  guint                      n;
  RankleObservations *const *tables = rankle_session_get_observations (session, &n);

  if (n > 0)
    _rankle_observations_write_json (json, "observations", tables[0]);
  if (n < 2)
    return;
  rankle_json_write_list (json, "more_observations");
  for (guint i = 1; i < n; i++)
    _rankle_observations_write_json (json, NULL, tables[i]);
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
  write_tables (json, session);
  write_arrangement (json, rankle_session_get_arrangement (session));
  write_looks (json, session);
  rankle_json_write_text (json, "notes", rankle_session_get_notes (session));
  write_report (json, session);
  if (saved_as != NULL && g_utf8_validate (saved_as, -1, NULL))
    rankle_json_write_text (json, "saved_as", saved_as);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
