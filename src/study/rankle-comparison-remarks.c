/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-comparison.h"
#include "rankle-failure-words.h"

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

char *
rankle_comparison_dup_remarks (RankleComparison *comparison)
{
  RankleStudy *study = rankle_comparison_get_study (comparison);
  RankleModel *a = rankle_comparison_get_model (comparison, 0);
  RankleModel *b = rankle_comparison_get_model (comparison, 1);
  GString     *text = g_string_new (NULL);

  if (b != NULL)
    add_failure (text, comparison);
  for (guint i = 0; a != NULL && b != NULL && i < rankle_model_get_n_controls (a); i++)
    {
      const RankleControl *control = rankle_model_get_control (a, i);
      g_autofree char     *remark = NULL;

      if (rankle_study_control_asks (study, control->id))
        remark = dup_remark (b, control);
      if (remark != NULL)
        add_sentence (text, remark);
    }
  return g_string_free (text, FALSE);
}
