/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-catalog.h"
#include "rankle-evidence-file.h"
#include "rankle-model-file.h"
#include "rankle-provenance.h"
#include "rankle-scenario-file.h"
#include "rankle-window-private.h"

/* Models and scenarios: each may ask for another of the other kind. */

static void
set_action_state (RankleWindow *self, const char *name, const char *id)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_assert (G_IS_SIMPLE_ACTION (action) && id != NULL);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
}

/* What a scenario says of itself need not hold of a file that it never saw. */
void
_rankle_window_show_scenario (RankleWindow *self)
{
  RankleScenario *scenario = rankle_study_get_scenario (self->study);
  const char     *title = scenario == NULL ? NULL : rankle_scenario_get_title (scenario);
  gboolean        asks_nothing;

  if (title == NULL || *title == '\0')
    return;
  asks_nothing = self->shows_file && g_strcmp0 (rankle_scenario_get_id (scenario),
                                                RANKLE_FIRST_SCENARIO) == 0;
  _rankle_window_set_title (self->scenario_button,
                            asks_nothing ? _ ("As in the file")
                                         : _rankle_window_translate (title));
  gtk_label_set_text (
      self->scenario_label,
      _rankle_window_translate (rankle_scenario_get_description (scenario)));
  gtk_widget_set_visible (GTK_WIDGET (self->scenario_label), !asks_nothing);
}

static void
show_model (RankleWindow *self, RankleModel *model, gboolean is_file)
{
  const char *source = rankle_model_get_source (model);

  self->shows_file = is_file;
  rankle_study_set_model (self->study, model);
  g_assert (rankle_study_get_model (self->study) == model);
  _rankle_window_set_title (self->model_button, rankle_model_get_title (model));
  gtk_label_set_text (self->source_label, source == NULL ? "" : source);
  if (!rankle_scenario_suits (rankle_study_get_scenario (self->study), model))
    rankle_window_load_scenario (self, RANKLE_FIRST_SCENARIO);
  _rankle_window_show_scenario (self);
  _rankle_window_build_scenario_menu (self);
  _rankle_window_update_view (self);
  if (self->provenance != NULL)
    rankle_provenance_set_model (RANKLE_PROVENANCE (self->provenance), model);
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
  show_model (window, model, FALSE);
  set_action_state (window, "model", id);
  if (window->settings != NULL)
    g_settings_set_string (window->settings, "model", id);
  return TRUE;
}

void
_rankle_window_show_file (RankleWindow *self, RankleModel *model)
{
  g_assert (RANKLE_IS_WINDOW (self) && model != NULL);

  show_model (self, model, TRUE);
  set_action_state (self, "model", ""); /* none of the menu's */
}

void
rankle_window_load_scenario (RankleWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) scenario = NULL;
  RankleModel *model;

  g_return_if_fail (RANKLE_IS_WINDOW (window) && id != NULL);

  scenario = rankle_scenario_file_load (id, &made_for, &error);
  if (scenario == NULL)
    {
      _rankle_window_tell (window, error->message);
      return;
    }
  /* A question that this model has no words for is put to the one it was made for. */
  model = rankle_study_get_model (window->study);
  if (model != NULL && made_for != NULL && !rankle_scenario_suits (scenario, model))
    rankle_window_load_model (window, made_for);
  rankle_study_set_scenario (window->study, scenario);
  set_action_state (window, "scenario", id);
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
