/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-whats-this-words.h"

#include <glib/gi18n.h>

#include "rankle-provenance-row.h"
#include "rankle-shown-value.h"

/* (transfer full): "From 0.125 × baseline to 8 × baseline, or off. Untouched: 1 ×
 * baseline." */
static char *
describe_range (const RankleControl *control)
{
  g_autofree char *min = rankle_control_shown_in_words (control, control->min);
  g_autofree char *max = rankle_control_shown_in_words (control, control->max);
  g_autofree char *start = rankle_control_shown_in_words (control, control->start);

  if (control->can_be_off)
    return g_strdup_printf (
        /* Translators: values of a control, with their units */
        _ ("From %1$s to %2$s, or off. The model opens with %3$s."), min, max, start);
  return g_strdup_printf (
      /* Translators: values of a control, with their units */
      _ ("From %1$s to %2$s. The model opens with %3$s."), min, max, start);
}

/* What a control of the scenario sets in the model: a parameter, or what its doses go
 * into. */
static const RankleQuantity *
get_quantity (RankleModel *model, const RankleControl *control)
{
  return control->role == RANKLE_CONTROL_PARAMETER
             ? rankle_model_get_parameter (model, control->parameter)
             : rankle_model_get_state (model, control->state);
}

/* (transfer full): as About This Model has it. */
static char *
describe_quantity (RankleModel *model, const RankleQuantity *quantity)
{
  g_autoptr (GListModel) rows = rankle_provenance_rows_new (model);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RankleProvenanceRow) row = g_list_model_get_item (rows, i);
      g_autofree char *id = rankle_provenance_row_dup_cell (row, RANKLE_CELL_ID, FALSE);

      if (g_str_equal (id, quantity->id))
        return rankle_provenance_row_dup_words (row);
    }
  g_assert_not_reached ();
}

char **
rankle_whats_this_of_control (RankleModel *model, const RankleControl *control)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *range = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *moved = NULL;

  g_return_val_if_fail (model != NULL && control != NULL, NULL);
  g_return_val_if_fail (control->absent == NULL, NULL);

  if (control->description != NULL)
    g_strv_builder_add (words, control->description);
  range = control->is_switch ? NULL : describe_range (control);
  if (range != NULL)
    g_strv_builder_add (words, range);
  quantity = describe_quantity (model, get_quantity (model, control));
  moved =
      g_strdup_printf (control->role == RANKLE_CONTROL_PARAMETER
                           /* Translators: %s is a number of the model: “RANKL production,
                              2 1/d, Parameter, published, Lemaire 2004” */
                           ? _ ("It sets: %s")
                           /* Translators: %s is what a dose is added to: “Denosumab, 0
                              nmol, State, published, Sutjandra 2011” */
                           : _ ("Doses go into: %s"),
                       quantity);
  g_strv_builder_add (words, moved);
  return g_strv_builder_end (words);
}
