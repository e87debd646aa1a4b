/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window-private.h"

/* Half a window for a map that is not there would be a waste. */
static gboolean
shows_place (RankleWindow *self, const char *view)
{
  RankleModel *model = rankle_study_get_model (self->study);

  return g_str_equal (view, "pathway") ||
         (g_str_equal (view, "both") &&
          (model == NULL || rankle_model_get_diagram (model) != NULL ||
           rankle_picture_place_get_shown (self->place) != RANKLE_SHOWN_PATHWAY));
}

void
_rankle_window_show_view (RankleWindow *self, const char *view)
{
  gtk_widget_set_visible (GTK_WIDGET (self->place), shows_place (self, view));
  gtk_widget_set_visible (self->plots_pane, !g_str_equal (view, "pathway"));
  gtk_widget_set_visible (GTK_WIDGET (self->paned), !g_str_equal (view, "compare"));
  gtk_widget_set_visible (GTK_WIDGET (self->compare), g_str_equal (view, "compare"));
  _rankle_window_place_answer (self);
}

/* ---- what stands in the map's place ---- */

void
_rankle_window_show_picture (RankleWindow *self, RankleShown shown)
{
  rankle_picture_place_set_shown (self->place, shown);
  /* The button shows the picture alone, whichever it is. */
  gtk_button_set_label (self->pathway_button, rankle_shown_get_title (shown));
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export-scene")),
      shown != RANKLE_SHOWN_PATHWAY);
  _rankle_window_update_view (self);
}

/* Where plots are not shown they come beside the map. */
void
_rankle_window_show_curve (RankleWindow *self, const char *column)
{
  g_assert (RANKLE_IS_WINDOW (self) && column != NULL);

  if (!gtk_widget_get_visible (self->plots_pane))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "view",
                                        g_variant_new_string ("both"));
  rankle_plot_view_show_column (self->plots, column);
}

/* On a stage there is a picture over plots, whatever is seen otherwise. */
void
_rankle_window_update_view (RankleWindow *self)
{
  g_autoptr (GVariant) view =
      g_action_group_get_action_state (G_ACTION_GROUP (self), "view");

  _rankle_window_show_view (self,
                            self->on_stage ? "both" : g_variant_get_string (view, NULL));
}
