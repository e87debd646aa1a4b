/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-scenario-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-exchange-error.h"
#include "rankle-json-reader.h"
#include "rankle-json-writer.h"
#include "rankle-treatment-json.h"

/* 2: a treatment in the place of changes, initial values and scales. */
#define SCHEMA 2

/* The schema needs three levels. */
static const RankleJsonLimits limits = { .bytes = RANKLE_SCENARIO_BYTES_MAX,
                                         .depth = 8,
                                         .values = 20000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_EXCHANGE_ERROR_SYNTAX,
                                       .limit = RANKLE_EXCHANGE_ERROR_LIMIT,
                                       .content = RANKLE_EXCHANGE_ERROR_SCHEMA };

/* No older [years] and no heavier [kg] was anybody. */
#define AGE_MAX    150
#define WEIGHT_MAX 1000

static const char *const sexes[] = { "woman", "man", NULL };

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

static const char *
read_time_unit (RankleJsonReader *json)
{
  static const char *const units[] = { "second", "minute", "hour", "day", NULL };

  return rankle_json_has (json, "time_unit")
             ? units[rankle_json_get_choice (json, "time_unit", units)]
             : "";
}

static void
read_person (RankleJsonReader *json, RankleScenario *scenario)
{
  RanklePerson person = { 0 };

  if (!rankle_json_open_object (json, "person"))
    return;
  person.age = rankle_json_get_number_or (json, "age", 0, 0, AGE_MAX);
  person.weight = rankle_json_get_number_or (json, "weight", 0, 0, WEIGHT_MAX);
  if (rankle_json_has (json, "sex"))
    person.sex = RANKLE_SEX_WOMAN + rankle_json_get_choice (json, "sex", sexes);
  person.words = rankle_json_get_text_or (json, "words", "");
  rankle_scenario_set_person (scenario, &person);
  rankle_json_close (json);
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
  read_person (json, scenario);
  return scenario;
}

RankleScenario *
rankle_scenario_read_members (RankleJsonReader *json, const char **model)
{
  guint           schema = rankle_json_get_schema (json, SCHEMA);
  RankleScenario *scenario = read_head (json);
  const char     *made_for = rankle_json_get_text_or (json, "model", "");

  read_values (json, "controls", scenario, rankle_scenario_set_control);
  read_values (json, "parameters", scenario, rankle_scenario_set_parameter);
  if (schema == 1)
    _rankle_treatment_read_changes (json, scenario);
  else
    {
      read_values (json, "initial", scenario, rankle_scenario_set_initial);
      read_values (json, "hold", scenario, rankle_scenario_hold_state);
      read_values (json, "scale", scenario, rankle_scenario_scale_parameter);
      _rankle_treatment_read_json (json, scenario);
    }
  if (model != NULL)
    *model = *made_for != '\0' ? made_for : NULL;
  return scenario;
}

RankleScenario *
_rankle_scenario_read_json (
    const char *text, gssize length, const char *name, char **model, GError **error)
{
  g_autoptr (RankleJsonReader) json =
      rankle_json_reader_new (text, length, name, &limits);
  const char *made_for;
  g_autoptr (RankleScenario) scenario = rankle_scenario_read_members (json, &made_for);

  if (!rankle_json_reader_finish (json, RANKLE_EXCHANGE_ERROR, &codes, error))
    return NULL;
  if (model != NULL)
    *model = g_strdup (made_for);
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
write_size (RankleJsonWriter *json, const char *member, double size)
{
  if (size > 0)
    rankle_json_write_number (json, member, size);
}

static void
write_person (RankleJsonWriter *json, const RanklePerson *person)
{
  if (!rankle_person_is_told (person))
    return;
  rankle_json_write_object (json, "person");
  write_size (json, "age", person->age);
  write_size (json, "weight", person->weight);
  if (person->sex != RANKLE_SEX_UNTOLD)
    rankle_json_write_text (json, "sex", sexes[person->sex - RANKLE_SEX_WOMAN]);
  write_text (json, "words", person->words);
  rankle_json_write_end (json);
}

/* The reader wants one. */
static void
write_name (RankleJsonWriter *json,
            const char       *member,
            const char       *name,
            const char       *otherwise)
{
  rankle_json_write_text (json, member, *name != '\0' ? name : otherwise);
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
    if (settings[i].kind == kind)
      rankle_json_write_number (json, settings[i].id, settings[i].value);
  rankle_json_write_end (json);
}

/* Few scenarios do, and files without it are read by who does not know it. */
static gboolean
holds_any (const RankleScenario *scenario)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  for (guint i = 0; i < n; i++)
    if (settings[i].kind == RANKLE_SETTING_HOLD)
      return TRUE;
  return FALSE;
}

void
rankle_scenario_write_members (RankleJsonWriter     *json,
                               const RankleScenario *scenario,
                               const char           *model)
{
  rankle_json_write_integer (json, "schema", SCHEMA);
  write_name (json, "id", rankle_scenario_get_id (scenario), "unnamed");
  write_name (json, "title", rankle_scenario_get_title (scenario), "Unnamed");
  write_text (json, "description", rankle_scenario_get_description (scenario));
  write_person (json, rankle_scenario_get_person (scenario));
  write_text (json, "model", model);
  write_text (json, "time_unit", rankle_scenario_get_time_unit (scenario));
  rankle_json_write_number (json, "horizon", rankle_scenario_get_horizon (scenario));
  write_values (json, "controls", scenario, RANKLE_SETTING_CONTROL);
  write_values (json, "parameters", scenario, RANKLE_SETTING_PARAMETER);
  write_values (json, "initial", scenario, RANKLE_SETTING_INITIAL);
  if (holds_any (scenario))
    write_values (json, "hold", scenario, RANKLE_SETTING_HOLD);
  write_values (json, "scale", scenario, RANKLE_SETTING_SCALE);
  _rankle_treatment_write_json (json, scenario);
}

char *
_rankle_scenario_write_json (const RankleScenario *scenario, const char *model)
{
  RankleJsonWriter *json = rankle_json_writer_new ();

  rankle_json_write_object (json, NULL);
  rankle_scenario_write_members (json, scenario, model);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
