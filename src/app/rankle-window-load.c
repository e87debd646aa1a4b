/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-catalog.h"
#include "rankle-control-range.h"
#include "rankle-evidence-file.h"
#include "rankle-model-chooser.h"
#include "rankle-model-file.h"
#include "rankle-provenance.h"
#include "rankle-scenario-file.h"
#include "rankle-title-words.h"
#include "rankle-window-private.h"

/* Models and scenarios: each may ask for another of the other kind. */

static void
set_action_state (RankleWindow *self, const char *name, const char *id)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_assert (G_IS_SIMPLE_ACTION (action) && id != NULL);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
}

/* In a drag, what is only heard, or seen when pointed at, waits for its end. */
static gboolean
can_wait (RankleWindow *self, const char *title)
{
  return rankle_study_is_changing (self->study) &&
         g_strcmp0 (gtk_menu_button_get_label (self->scenario_button), title) == 0;
}

/* What was chosen is ticked while it stands as it was given. */
void
_rankle_window_show_scenario (RankleWindow *self)
{
  RankleSession   *session = rankle_study_get_session (self->study);
  RankleScenario  *given = rankle_session_get_given (session);
  g_autofree char *title = NULL;
  g_autofree char *full = rankle_session_title_in_words (session, &title);
  gboolean         holds;

  if (title == NULL || can_wait (self, title))
    return;
  holds = g_str_equal (title, full) &&
          !(self->shows_file && rankle_session_asks_nothing (session));
  set_action_state (self, "scenario", holds ? rankle_scenario_get_id (given) : "");
  _rankle_window_set_title (self->scenario_button, title, full);
}

/* (nullable) */
static const char *
get_path (RankleModel *model)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);

  return origin == NULL ? NULL : rankle_model_origin_get_path (origin);
}

/* One click must not lose it: it stays at hand. Of one file the latest is enough. */
static void
keep_opened (RankleWindow *self, RankleModel *model)
{
  if (g_ptr_array_find (self->opened, model, NULL))
    return;
  for (guint i = self->opened->len; i > 0; i--)
    if (get_path (model) != NULL &&
        g_strcmp0 (get_path (self->opened->pdata[i - 1]), get_path (model)) == 0)
      g_ptr_array_remove_index (self->opened, i - 1);
  g_ptr_array_add (self->opened, rankle_model_ref (model));
}

void
_rankle_window_show_model (RankleWindow *self)
{
  RankleModel     *model = rankle_study_get_model (self->study);
  const char      *source = rankle_model_get_source (model);
  g_autofree char *id = rankle_catalog_dup_id (model);

  g_assert (RANKLE_IS_WINDOW (self) && model != NULL);

  self->shows_file = id == NULL;
  set_action_state (self, "model", id != NULL ? id : ""); /* none of the menu's */
  if (id != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "model", id);
  _rankle_window_set_title (self->model_button, rankle_model_get_title (model),
                            rankle_model_get_title (model));
  gtk_label_set_text (self->source_label, source == NULL ? "" : source);
  if (id == NULL)
    keep_opened (self, model);
  rankle_model_chooser_set_models (
      GTK_WIDGET (gtk_menu_button_get_popover (self->model_button)), self->opened, model);
  rankle_model_chooser_set_models (rankle_runs_panel_get_rivals (self->runs),
                                   self->opened, model);
  _rankle_window_show_scenario (self);
  _rankle_window_build_scenario_menu (self);
  _rankle_window_update_view (self);
  if (self->provenance != NULL)
    rankle_provenance_set_model (RANKLE_PROVENANCE (self->provenance), model);
}

/* FALSE: it was made for a model that opens with its own, or asks for what @model does
 * not have. */
static gboolean
keeps_scenario (RankleWindow *self, RankleModel *model)
{
  RankleModel *present = rankle_study_get_model (self->study);

  return rankle_model_get_scenario (model) == NULL &&
         (present == NULL || rankle_model_get_scenario (present) == NULL) &&
         rankle_scenario_suits (rankle_study_get_scenario (self->study), model);
}

/* What stands is put to the other model, too, if that has words for it; else what was
 * done is, to what that one opens with. */
static void
ask_model (RankleWindow *self, RankleModel *model)
{
  g_autoptr (RankleScenario) first = NULL;
  g_autoptr (RankleSession) session = NULL;

  if (keeps_scenario (self, model))
    {
      rankle_study_set_model (self->study, model);
      return;
    }
  if (rankle_study_get_model (self->study) == model)
    return;
  first = rankle_scenario_file_load_first (model);
  session =
      rankle_session_with_system (rankle_study_get_session (self->study), model, first);
  rankle_study_replace_session (self->study, session, rankle_model_get_title (model));
}

gboolean
rankle_window_load_model (RankleWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = NULL;

  g_return_val_if_fail (RANKLE_IS_WINDOW (window) && id != NULL, FALSE);

  model = rankle_catalog_load (id, &error);
  if (model == NULL)
    {
      _rankle_window_tell (window, error->message);
      return FALSE;
    }
  rankle_reading_bar_cancel (window->reading);
  ask_model (window, model);
  return TRUE;
}

void
_rankle_window_load_opened (RankleWindow *self, guint which)
{
  g_assert (RANKLE_IS_WINDOW (self));

  if (which >= self->opened->len)
    return;
  rankle_reading_bar_cancel (self->reading);
  ask_model (self, self->opened->pdata[which]);
}

void
_rankle_window_show_file (RankleWindow *self, RankleModel *model)
{
  g_assert (RANKLE_IS_WINDOW (self) && model != NULL);

  ask_model (self, model);
}

/* What is said of a lymph node is not said of a skeleton that has words for it. A model
 * out of a file may be anything. */
static gboolean
is_of_another_system (const char *made_for, RankleModel *model)
{
  g_autofree char *id = rankle_catalog_dup_id (model);

  return id != NULL && !g_str_equal (made_for, id) &&
         (rankle_catalog_is_system (made_for) || rankle_catalog_is_system (id));
}

/* What is bundled is put to those beside which it is offered, a file to all that have
 * words for it, but to no system that it was not made for. */
static gboolean
is_for (const char     *id,
        RankleScenario *scenario,
        const char     *made_for,
        RankleModel    *model)
{
  return g_str_has_suffix (id, ".json") ? rankle_scenario_suits (scenario, model) &&
                                              !is_of_another_system (made_for, model)
                                        : rankle_scenario_file_is_offered (id, model);
}

/* (transfer full): which model @scenario, made for @made_for (nullable), is put to: a
 * question that is none for the present one, to the one it was made for. NULL: the
 * present one. */
static RankleModel *
choose_model (RankleWindow   *self,
              const char     *id,
              RankleScenario *scenario,
              const char     *made_for)
{
  RankleModel *model = rankle_study_get_model (self->study);

  if (model == NULL || made_for == NULL || is_for (id, scenario, made_for, model))
    return NULL;
  return rankle_catalog_load (made_for, NULL); /* or it may be one of a file's */
}

/* (transfer full) (nullable): what @scenario asks of @model that it cannot do, a sentence
 * without its full stop. */
static char *
find_fault (RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  if (rankle_scenario_suits (scenario, model))
    return rankle_scenario_find_beyond (scenario, model);
  question = rankle_question_new (model, scenario);
  protocol = rankle_question_make_protocol (question, &error);
  return error == NULL ? NULL : g_strdup (error->message);
}

/* What the command line refuses is not taken here. */
static gboolean
can_be_asked (RankleWindow   *self,
              RankleScenario *scenario,
              RankleModel    *model,
              const char     *path)
{
  g_autofree char *fault = find_fault (scenario, model);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (fault == NULL)
    return TRUE;
  name = g_filename_display_basename (path);
  /* Translators: a file, and why it is not opened, a sentence without its full stop */
  message = g_strdup_printf (_ ("%1$s: %2$s."), name, fault);
  _rankle_window_tell (self, message);
  return FALSE;
}

gboolean
rankle_window_load_scenario (RankleWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleModel) other = NULL;
  RankleModel *asked;

  g_return_val_if_fail (RANKLE_IS_WINDOW (window) && id != NULL, FALSE);

  scenario = rankle_scenario_file_load (id, &made_for, &error);
  if (scenario == NULL)
    {
      _rankle_window_tell (window, error->message);
      return FALSE;
    }
  other = choose_model (window, id, scenario, made_for);
  asked = other != NULL ? other : rankle_study_get_model (window->study);
  /* What is bundled is chosen for any model. */
  if (g_str_has_suffix (id, ".json") && asked != NULL &&
      !can_be_asked (window, scenario, asked, id))
    return FALSE;
  if (other != NULL)
    rankle_study_set_question (window->study, other, scenario);
  else
    rankle_study_set_scenario (window->study, scenario);
  return TRUE;
}

gboolean
_rankle_window_step_scenario (RankleWindow *self, int by)
{
  RankleModel    *model = rankle_study_get_model (self->study);
  RankleScenario *given =
      rankle_session_get_given (rankle_study_get_session (self->study));
  g_auto (GStrv) ids = rankle_scenario_file_list_for (model);
  int n = (int)g_strv_length (ids), at = n;

  for (int i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], rankle_scenario_get_id (given)) == 0)
      at = i;
  /* What is not among them lies before the first. */
  at = at == n ? (by > 0 ? 0 : -1) : at + by;
  return at >= 0 && at < n && rankle_window_load_scenario (self, ids[at]);
}

void
_rankle_window_load_topic (RankleWindow *self, const char *id)
{
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleModel) model = NULL;

  g_assert (RANKLE_IS_WINDOW (self) && id != NULL);

  scenario = rankle_scenario_file_load (id, &made_for, NULL);
  if (made_for != NULL)
    model = rankle_catalog_load (made_for, NULL);
  g_return_if_fail (scenario != NULL && model != NULL); /* a test sees to it */
  rankle_reading_bar_cancel (self->reading);
  rankle_study_set_question (self->study, model, scenario);
}

/* What is bundled; without it there are no points, and all else works. */
void
_rankle_window_load_evidence (RankleWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, &error);

  if (evidence == NULL)
    _rankle_window_tell (self, error->message);
  else
    rankle_study_set_evidence (self->study, evidence);
}
