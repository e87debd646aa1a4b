/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-scenario-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-exchange-error.h"
#include "rankle-json-reader.h"
#include "rankle-json-writer.h"

/* The schema needs three levels. */
static const RankleJsonLimits limits = { .bytes = RANKLE_SCENARIO_BYTES_MAX,
                                         .depth = 8,
                                         .values = 20000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_EXCHANGE_ERROR_SYNTAX,
                                       .limit = RANKLE_EXCHANGE_ERROR_LIMIT,
                                       .content = RANKLE_EXCHANGE_ERROR_SCHEMA };

/* ---- reading ---- */

typedef void (*SetFunc) (RankleScenario *scenario, const char *id, double value);

static void
read_values (RankleJsonReader *json,
             const char       *member,
             RankleScenario   *scenario,
             SetFunc           set)
{
  if (!rankle_json_open_object (json, member))
    return;
  while (rankle_json_next (json))
    {
      double value = rankle_json_get_number (json, NULL, -INFINITY, INFINITY);

      if (*rankle_json_get_name (json) == '\0')
        rankle_json_fail (json, NULL, _ ("a name is empty"));
      else
        set (scenario, rankle_json_get_name (json), value);
    }
  rankle_json_close (json);
}

/* "control" or "parameter" names what changes. */
static void
read_change (RankleJsonReader *json, RankleScenario *scenario)
{
  gboolean    is_control;
  double      time, value;
  const char *target;

  if (!rankle_json_open_object (json, NULL))
    return;
  is_control = rankle_json_has (json, "control");
  if (is_control == rankle_json_has (json, "parameter"))
    rankle_json_fail (json, NULL,
                      _ ("one of “control” and “parameter” must name what changes"));
  target = rankle_json_get_text (json, is_control ? "control" : "parameter");
  time = rankle_json_get_number (json, "time", 0, INFINITY);
  value = rankle_json_get_number (json, "value", -INFINITY, INFINITY);
  rankle_json_close (json);
  if (!rankle_json_is_sound (json))
    return;
  if (is_control)
    rankle_scenario_change_control (scenario, target, value, time);
  else
    rankle_scenario_change_parameter (scenario, target, value, time);
}

static void
read_changes (RankleJsonReader *json, RankleScenario *scenario)
{
  if (!rankle_json_open_list (json, "changes"))
    return;
  while (rankle_json_next (json))
    read_change (json, scenario);
  rankle_json_close (json);
}

static const char *
read_time_unit (RankleJsonReader *json)
{
  static const char *const units[] = { "second", "minute", "hour", "day", NULL };

  return rankle_json_has (json, "time_unit")
             ? units[rankle_json_get_choice (json, "time_unit", units)]
             : "";
}

/* (transfer full): of the head alone, be it sound or not. */
static RankleScenario *
read_head (RankleJsonReader *json)
{
  const char     *id = rankle_json_get_text (json, "id");
  const char     *title = rankle_json_get_text (json, "title");
  const char     *description = rankle_json_get_text_or (json, "description", "");
  RankleScenario *scenario = rankle_scenario_new (id, title, description);

  rankle_scenario_set_time_unit (scenario, read_time_unit (json));
  if (rankle_json_has (json, "horizon"))
    rankle_scenario_set_horizon (scenario,
                                 rankle_json_get_number (json, "horizon", 0, INFINITY));
  return scenario;
}

RankleScenario *
_rankle_scenario_read_json (
    const char *text, gssize length, const char *name, char **model, GError **error)
{
  g_autoptr (RankleJsonReader) json =
      rankle_json_reader_new (text, length, name, &limits);
  g_autoptr (RankleScenario) scenario = NULL;
  const char *made_for;

  rankle_json_get_schema (json, 1);
  scenario = read_head (json);
  made_for = rankle_json_get_text_or (json, "model", "");
  read_values (json, "controls", scenario, rankle_scenario_set_control);
  read_values (json, "parameters", scenario, rankle_scenario_set_parameter);
  read_changes (json, scenario);
  if (!rankle_json_reader_finish (json, RANKLE_EXCHANGE_ERROR, &codes, error))
    return NULL;
  if (model != NULL)
    *model = *made_for != '\0' ? g_strdup (made_for) : NULL;
  return g_steal_pointer (&scenario);
}

/* ---- writing ---- */

static void
write_text (RankleJsonWriter *json, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    rankle_json_write_text (json, member, text);
}

static void
write_values (RankleJsonWriter     *json,
              const char           *member,
              const RankleScenario *scenario,
              RankleSettingKind     kind)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  rankle_json_write_object (json, member);
  for (guint i = 0; i < n; i++)
    if (settings[i].kind == kind && !isfinite (settings[i].time))
      rankle_json_write_number (json, settings[i].id, settings[i].value);
  rankle_json_write_end (json);
}

static void
write_change (RankleJsonWriter *json, const RankleSetting *setting)
{
  rankle_json_write_object (json, NULL);
  rankle_json_write_number (json, "time", setting->time);
  rankle_json_write_text (
      json, setting->kind == RANKLE_SETTING_CONTROL ? "control" : "parameter",
      setting->id);
  rankle_json_write_number (json, "value", setting->value);
  rankle_json_write_end (json);
}

static void
write_changes (RankleJsonWriter *json, const RankleScenario *scenario)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  rankle_json_write_list (json, "changes");
  for (guint i = 0; i < n; i++)
    if (isfinite (settings[i].time))
      write_change (json, &settings[i]);
  rankle_json_write_end (json);
}

char *
_rankle_scenario_write_json (const RankleScenario *scenario, const char *model)
{
  RankleJsonWriter *json = rankle_json_writer_new ();

  rankle_json_write_object (json, NULL);
  rankle_json_write_integer (json, "schema", 1);
  write_text (json, "id", rankle_scenario_get_id (scenario));
  write_text (json, "title", rankle_scenario_get_title (scenario));
  write_text (json, "description", rankle_scenario_get_description (scenario));
  write_text (json, "model", model);
  write_text (json, "time_unit", rankle_scenario_get_time_unit (scenario));
  rankle_json_write_number (json, "horizon", rankle_scenario_get_horizon (scenario));
  write_values (json, "controls", scenario, RANKLE_SETTING_CONTROL);
  write_values (json, "parameters", scenario, RANKLE_SETTING_PARAMETER);
  write_changes (json, scenario);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
