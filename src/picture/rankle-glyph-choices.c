/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-glyph-choices.h"

#include <math.h>
#include <string.h>

#include "rankle-control-value.h"
#include "rankle-diagram-input.h"

/* Of a model's controls the dose of a drug is called by the drug. */
#define DOSE_SUFFIX "_dose"

/* Nothing of it at baseline either is no knock-out. */
static gboolean
has_more_at_baseline (const RankleControl *control)
{
  return !control->ends_never && fabs (control->neutral) > 0;
}

gboolean
rankle_control_is_at_nothing (const RankleControl  *control,
                              const RankleScenario *scenario,
                              const RankleModel    *model)
{
  g_return_val_if_fail (control != NULL && control->absent == NULL, FALSE);
  g_return_val_if_fail (scenario != NULL && model != NULL, FALSE);

  return has_more_at_baseline (control) &&
         !(fabs (rankle_control_get_value (control, scenario, model)) > 0);
}

static gboolean
can_knock_out (const RankleModel   *model,
               const RankleControl *control,
               const RankleGlyph   *glyph)
{
  return rankle_model_control_makes_glyph (model, control, glyph->id) &&
         has_more_at_baseline (control) &&
         (control->is_switch || control->can_be_off || control->min <= 0);
}

const RankleControl *
rankle_glyph_find_knock_out (const RankleModel *model, const RankleGlyph *glyph)
{
  const RankleControl *found = NULL;

  g_return_val_if_fail (model != NULL && glyph != NULL, NULL);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (!can_knock_out (model, control, glyph))
        continue;
      if (control->is_switch)
        return control;
      if (found == NULL)
        found = control;
    }
  return found;
}

GPtrArray *
rankle_glyph_list_knocked_out (const RankleModel    *model,
                               const RankleGlyph    *glyph,
                               const RankleScenario *scenario)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (model != NULL && glyph != NULL && scenario != NULL, found);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (rankle_model_control_makes_glyph (model, control, glyph->id) &&
          rankle_control_is_at_nothing (control, scenario, model))
        g_ptr_array_add (found, (gpointer)control);
    }
  return found;
}

static gboolean
is_dose_of (const RankleControl *control, const RankleGlyph *glyph)
{
  gsize length = strlen (glyph->id);

  return control->absent == NULL && control->role == RANKLE_CONTROL_DOSE_AMOUNT &&
         g_ascii_strncasecmp (control->id, glyph->id, length) == 0 &&
         g_str_equal (control->id + length, DOSE_SUFFIX);
}

const RankleControl *
rankle_glyph_find_driver (const RankleModel *model, const RankleGlyph *glyph)
{
  RankleDiagramInput input;

  g_return_val_if_fail (model != NULL && glyph != NULL, NULL);

  input = _rankle_diagram_input_find (model, glyph);
  if (input.control != NULL && !input.control->is_switch)
    return input.control;
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (is_dose_of (control, glyph) ||
          (rankle_model_control_makes_glyph (model, control, glyph->id) &&
           !control->is_switch))
        return control;
    }
  return NULL;
}

static gboolean
panel_draws (const RanklePanel *panel, guint column)
{
  for (guint i = 0; i < panel->n_columns; i++)
    if (panel->columns[i] == column)
      return TRUE;
  return FALSE;
}

int
rankle_model_find_panel_of (const RankleModel *model, const char *column)
{
  int index;

  g_return_val_if_fail (model != NULL, -1);

  index = column == NULL ? -1 : rankle_model_find_column (model, column);
  for (guint i = 0; index >= 0 && i < rankle_model_get_n_panels (model); i++)
    if (panel_draws (rankle_model_get_panel (model, i), (guint)index))
      return (int)i;
  return -1;
}
