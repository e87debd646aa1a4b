/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step is asked of, and what of it can be moved and is seen. Each is held against
 * the model at once, so that a fault is told with its line. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-control-range.h"
#include "rankle-lesson-reader-private.h"
#include "rankle-lesson-start.h"
#include "rankle-scenario-file.h"
#include "rankle-scenario-members.h"

/* Longer than any model can be asked for. */
#define MOST_TIME 1e9

/* ---- models and scenarios ---- */

/* (transfer full) (nullable): a bundled one, and no file whatever @id says. */
static RankleModel *
load_model (RankleLessonReading *self, const char *member, const char *id)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  if (id != NULL && g_strv_contains ((const char *const *)ids, id))
    return rankle_catalog_load (id, NULL);
  if (id == NULL)
    rankle_json_fail (self->json, member, _ ("must name the model that is asked"));
  else
    rankle_json_fail (self->json, member, _ ("there is no bundled model “%s”"), id);
  return NULL;
}

/* (transfer full) (nullable): likewise. */
static RankleScenario *
load_scenario (RankleLessonReading *self, RankleLessonAsked *asked, char **model)
{
  g_auto (GStrv) ids = rankle_scenario_file_list ();

  asked->scenario_id = _rankle_lesson_read_text (self, "scenario");
  if (g_strv_contains ((const char *const *)ids, asked->scenario_id))
    return rankle_scenario_file_load (asked->scenario_id, model, NULL);
  rankle_json_fail (self->json, "scenario", _ ("there is no bundled scenario “%s”"),
                    asked->scenario_id);
  return NULL;
}

/* (transfer full) (nullable): the lesson's own. */
static RankleScenario *
read_own (RankleLessonReading *self, char **model)
{
  const char     *made_for = NULL;
  RankleScenario *scenario;

  if (!rankle_json_open_object (self->json, "own"))
    return NULL;
  scenario = rankle_scenario_read_members (self->json, &made_for);
  *model = g_strdup (made_for);
  rankle_json_close (self->json);
  return scenario;
}

/* What is asked, and of which model; a start of its own, anything else of the start's. */
static void
read_scenario (RankleLessonReading *self, RankleLessonAsked *asked, gboolean is_start)
{
  g_autofree char *model = NULL;
  gboolean         is_own = rankle_json_has (self->json, "own");
  gboolean         is_bundled = rankle_json_has (self->json, "scenario");

  if (is_own && is_bundled)
    rankle_json_fail (self->json, "own", _ ("it is either own or scenario"));
  else if (is_own)
    asked->scenario = read_own (self, &model);
  else if (is_bundled)
    asked->scenario = load_scenario (self, asked, &model);
  else if (is_start)
    rankle_json_fail (self->json, NULL, _ ("must have own or scenario"));
  if (is_start && rankle_json_is_sound (self->json))
    asked->model = load_model (self, is_own ? "own" : "scenario", model);
  _rankle_lesson_keep_asked (self->body, asked->model, asked->scenario);
}

/* ---- controls that are put ---- */

/* (nullable) */
static const RankleControl *
find_control (RankleLessonReading *self, const RankleModel *model, const char *id)
{
  const RankleControl *control =
      id == NULL ? NULL : rankle_model_find_control (model, id);

  return control == NULL || control->absent != NULL ? NULL : control;
}

static void
read_setting (RankleLessonReading *self, const RankleModel *model, GArray *settings)
{
  const char *id = _rankle_lesson_keep (self->body, rankle_json_get_name (self->json));
  const RankleControl *control = find_control (self, model, id);
  RankleLessonSetting  setting = { .control = id };

  setting.value = rankle_json_get_number (self->json, NULL, -MOST_TIME, MOST_TIME);
  if (control == NULL)
    rankle_json_fail (self->json, NULL, _ ("the model has no control “%s”"), id);
  else if (!rankle_control_takes (control, setting.value))
    rankle_json_fail (self->json, NULL, _ ("is out of the range of “%s”"), id);
  else
    g_array_append_val (settings, setting);
}

static void
read_settings (RankleLessonReading *self,
               const RankleModel   *model,
               RankleLessonAsked   *asked)
{
  GArray *settings = g_array_new (FALSE, FALSE, sizeof (RankleLessonSetting));

  if (model != NULL && rankle_json_open_object (self->json, "controls"))
    {
      while (rankle_json_next (self->json))
        read_setting (self, model, settings);
      rankle_json_close (self->json);
    }
  asked->n_controls = settings->len;
  asked->controls = _rankle_lesson_keep_array (self->body, settings);
}

/* ---- what is asked ---- */

static void
read_times (RankleLessonReading *self, RankleLessonAsked *asked, gboolean is_start)
{
  if (rankle_json_has (self->json, "horizon"))
    asked->horizon =
        rankle_json_get_number (self->json, "horizon", RANKLE_JSON_ABOVE_0, MOST_TIME);
  asked->cursor = (double)NAN;
  if (is_start && rankle_json_has (self->json, "cursor"))
    asked->cursor = rankle_json_get_number (self->json, "cursor", 0, MOST_TIME);
}

/* What was read can be run: else the sentence says why not. */
static void
check (RankleLessonReading *self, const RankleLessonAsked *asked)
{
  gboolean is_start = asked->model != NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *beyond = NULL;
  g_autoptr (RankleSession) session =
      is_start ? rankle_lesson_asked_make_session (asked, NULL)
               : rankle_lesson_asked_make_session (self->start, asked);
  RankleScenario *scenario = rankle_session_get_scenario (session);
  RankleModel    *model = rankle_session_get_model (session);
  g_autoptr (RankleProtocol) protocol = NULL;

  beyond = rankle_scenario_find_beyond (scenario, model);
  if (!rankle_scenario_suits (scenario, model))
    rankle_json_fail (self->json, NULL, _ ("the model has not all that is asked of it"));
  else if (beyond != NULL)
    rankle_json_fail (self->json, NULL, "%s", beyond);
  else
    {
      protocol = rankle_session_make_protocol (session, &error);
      if (protocol == NULL)
        rankle_json_fail (self->json, NULL, "%s", error->message);
    }
  if (is_start)
    self->horizon = rankle_session_get_horizon (session);
}

static const RankleLessonAsked *
read_asked (RankleLessonReading *self, const char *member, gboolean is_start)
{
  RankleLessonAsked        asked = { 0 };
  const RankleLessonAsked *kept;

  if (!rankle_json_open_object (self->json, member))
    return NULL;
  read_scenario (self, &asked, is_start);
  read_settings (self,
                 is_start              ? asked.model
                 : self->start != NULL ? self->start->model
                                       : NULL,
                 &asked);
  read_times (self, &asked, is_start);
  kept = _rankle_lesson_keep_copy (self->body, &asked, sizeof asked);
  if (rankle_json_is_sound (self->json) && (is_start || self->start != NULL))
    check (self, kept);
  rankle_json_close (self->json);
  return kept;
}

const RankleLessonAsked *
_rankle_lesson_read_start (RankleLessonReading *self, const char *member)
{
  const RankleLessonAsked *start = read_asked (self, member, TRUE);

  if (!rankle_json_is_sound (self->json))
    self->start = NULL;
  else if (start != NULL)
    self->start = start;
  return start;
}

const RankleLessonAsked *
_rankle_lesson_read_change (RankleLessonReading *self, const char *member)
{
  return read_asked (self, member, FALSE);
}

/* ---- what is seen ---- */

const RankleControl *
_rankle_lesson_read_control (RankleLessonReading *self, const char *member)
{
  const char          *id = rankle_json_get_text (self->json, member);
  const RankleControl *control =
      self->start == NULL ? NULL : find_control (self, self->start->model, id);

  if (control == NULL)
    rankle_json_fail (self->json, member, _ ("the model has no control “%s”"), id);
  return control;
}

/* (nullable): NULL: @member is not there. */
static const char *const *
read_controls (RankleLessonReading *self, const char *member)
{
  GPtrArray *ids;

  if (!rankle_json_open_list (self->json, member))
    return NULL;
  ids = g_ptr_array_new ();
  while (rankle_json_next (self->json))
    {
      const RankleControl *control = _rankle_lesson_read_control (self, NULL);

      if (control != NULL)
        g_ptr_array_add (ids, (gpointer)_rankle_lesson_keep (self->body, control->id));
    }
  rankle_json_close (self->json);
  return _rankle_lesson_keep_texts (self->body, ids);
}

/* The reader stands at the control's member. */
static void
read_limit (RankleLessonReading *self, GArray *limits)
{
  const char *id = _rankle_lesson_keep (self->body, rankle_json_get_name (self->json));
  const RankleControl *control =
      self->start == NULL ? NULL : find_control (self, self->start->model, id);
  RankleLessonLimit limit = { .control = id };

  if (control == NULL)
    rankle_json_fail (self->json, NULL, _ ("the model has no control “%s”"), id);
  if (control == NULL || !rankle_json_open_object (self->json, NULL))
    return;
  limit.least = rankle_json_get_number (self->json, "min", control->min, control->max);
  limit.most = rankle_json_get_number (self->json, "max", limit.least, control->max);
  rankle_json_close (self->json);
  g_array_append_val (limits, limit);
}

static void
read_limits (RankleLessonReading *self, RankleLessonControls *controls)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (RankleLessonLimit));

  if (rankle_json_open_object (self->json, "limits"))
    {
      while (rankle_json_next (self->json))
        read_limit (self, limits);
      rankle_json_close (self->json);
    }
  controls->n_limits = limits->len;
  controls->limits = _rankle_lesson_keep_array (self->body, limits);
}

/* A control that is to be tried can be. */
static void
check_spotlight (RankleLessonReading *self, const RankleLessonControls *controls)
{
  const char *id = controls->spotlight;

  if (controls->shown != NULL && controls->hidden != NULL)
    rankle_json_fail (self->json, "hidden", _ ("it is either shown or hidden"));
  if (id != NULL && !rankle_lesson_controls_are_free (controls, id))
    rankle_json_fail (self->json, "spotlight", _ ("“%s” cannot be moved"), id);
}

void
_rankle_lesson_read_controls (RankleLessonReading *self, RankleLessonControls *controls)
{
  const RankleControl *spotlight = NULL;

  if (!rankle_json_open_object (self->json, "controls"))
    return;
  controls->shown = read_controls (self, "shown");
  controls->hidden = read_controls (self, "hidden");
  controls->locked = read_controls (self, "locked");
  read_limits (self, controls);
  if (rankle_json_has (self->json, "spotlight"))
    spotlight = _rankle_lesson_read_control (self, "spotlight");
  if (spotlight != NULL)
    controls->spotlight = _rankle_lesson_keep (self->body, spotlight->id);
  if (rankle_json_is_sound (self->json))
    check_spotlight (self, controls);
  rankle_json_close (self->json);
}

static gboolean
has_panel (const RankleModel *model, const char *id)
{
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    if (g_str_equal (rankle_model_get_panel (model, i)->id, id))
      return TRUE;
  return FALSE;
}

const char *const *
_rankle_lesson_read_panels (RankleLessonReading *self)
{
  GPtrArray *ids;

  if (!rankle_json_open_list (self->json, "panels"))
    return NULL;
  ids = g_ptr_array_new ();
  while (rankle_json_next (self->json))
    {
      const char *id = _rankle_lesson_read_text (self, NULL);

      if (self->start != NULL && !has_panel (self->start->model, id))
        rankle_json_fail (self->json, NULL, _ ("the model has no panel “%s”"), id);
      g_ptr_array_add (ids, (gpointer)id);
    }
  rankle_json_close (self->json);
  return _rankle_lesson_keep_texts (self->body, ids);
}
