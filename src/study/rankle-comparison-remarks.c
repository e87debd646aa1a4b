/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-comparison.h"
#include "rankle-control-value.h"
#include "rankle-failure-words.h"
#include "rankle-idle.h"

/* What has to be said beside two models' curves. */

/* (nullable): a model's note on a control begins with its name. */
static const char *
find_note (RankleModel *model, const RankleControl *control)
{
  const char *const *notes = rankle_model_get_notes (model);
  gsize              length = strlen (control->label);

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    if (g_str_has_prefix (notes[i], control->label) && notes[i][length] == ' ')
      return notes[i];
  return NULL;
}

/* (transfer full) (nullable): what becomes of @control in @model. */
static char *
dup_remark (RankleModel *model, const RankleControl *control)
{
  const RankleControl *there = rankle_model_find_control (model, control->id);
  g_autofree char     *name = rankle_comparison_dup_name (model);
  const char          *note;

  if (there == NULL)
    /* Translators: a control such as OPG, and a model such as Lemaire 2004 */
    return g_strdup_printf (_ ("%s is no control of %s."), control->label, name);
  if (there->absent != NULL)
    return g_strdup_printf ("%s: %s", control->label, there->absent);
  note = find_note (model, there);
  return note == NULL ? NULL : g_strdup_printf ("%s: %s", name, note);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
add_failure (GString *text, RankleComparison *comparison)
{
  const char      *failure = rankle_comparison_get_failure (comparison);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (failure == NULL)
    return;
  name = rankle_comparison_dup_name (rankle_comparison_get_model (comparison, 1));
  sentence = rankle_failure_in_words (failure,
                                      rankle_comparison_get_run (comparison, 1) != NULL);
  g_string_append_printf (text, "%s: %s", name, sentence);
}

/* It stands elsewhere than @model has it by itself, and that makes a difference. */
static gboolean
asks (RankleModel *model, const RankleScenario *scenario, const RankleControl *control)
{
  double value, neutral = control->neutral;

  if (control->absent != NULL ||
      rankle_control_find_idle (scenario, model, control) != NULL)
    return FALSE;
  value = rankle_control_get_value (control, scenario, model);
  /* Doses come back from the model's units. */
  return fabs (value - neutral) > 1e-9 * fmax (fabs (value), fabs (neutral));
}

static void
add_remarks (GString              *text,
             RankleModel          *model,
             const RankleScenario *scenario,
             RankleModel          *rival)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      g_autofree char     *remark = NULL;

      if (asks (model, scenario, control))
        remark = dup_remark (rival, control);
      if (remark != NULL)
        add_sentence (text, remark);
    }
}

char *
rankle_comparison_dup_remarks (RankleComparison *comparison)
{
  RankleStudy   *study = rankle_comparison_get_study (comparison);
  RankleSession *shown = rankle_study_get_shown (study);
  RankleModel   *a = rankle_comparison_get_model (comparison, 0);
  RankleModel   *b = rankle_comparison_get_model (comparison, 1);
  GString       *text = g_string_new (NULL);

  if (b != NULL)
    add_failure (text, comparison);
  if (a != NULL && b != NULL)
    add_remarks (text, a, rankle_session_get_scenario (shown), b);
  return g_string_free (text, FALSE);
}

char *
rankle_rival_remarks_in_words (RankleModel          *model,
                               const RankleScenario *scenario,
                               RankleModel          *rival)
{
  GString *text;

  g_return_val_if_fail (model != NULL && scenario != NULL && rival != NULL, NULL);

  text = g_string_new (NULL);
  add_remarks (text, model, scenario, rival);
  return g_string_free (text, FALSE);
}
