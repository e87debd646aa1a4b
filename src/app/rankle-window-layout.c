/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is decided on in one place (rankle-layout.h) is done here: by the layout, or else
 * for the stage, each part is told what it is to be. */

#include "config.h"

#include "rankle-window-private.h"

/* The height of the map, or more [px]. */
#define LEAST_MAP 120
#define USUAL_MAP 160

/* ---- the header ---- */

/* A narrow window is closed by its header, and no more. (nullable) */
static const char *
choose_buttons (RankleWindow *self, const RankleLayout *layout)
{
  g_autofree char *usual = NULL;
  g_auto (GStrv) sides = NULL;

  if (!layout->narrow)
    return NULL;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout",
                &usual, NULL);
  sides = g_strsplit (usual != NULL ? usual : "", ":", 2);
  return sides[0] != NULL && strstr (sides[0], "close") != NULL ? "close:" : ":close";
}

/* Which model it is, is seldom asked: in one column it stands over the controls. */
static void
place_model (RankleWindow *self, gboolean aside)
{
  GtkWidget *button = GTK_WIDGET (self->model_button);
  GtkWidget *head = GTK_WIDGET (self->side_head);

  gtk_widget_set_visible (head, aside);
  if ((gtk_widget_get_parent (button) == head) == aside)
    return;
  g_object_ref (button);
  if (aside)
    adw_header_bar_remove (self->header, button);
  else
    gtk_box_remove (self->side_head, button);
  gtk_widget_set_hexpand (button, aside);
  if (aside)
    gtk_box_append (self->side_head, button);
  else
    adw_header_bar_pack_start (self->header, button);
  g_object_unref (button);
}

static void
lay_out_header (RankleWindow *self, const RankleLayout *layout)
{
  gboolean column = layout->panes == RANKLE_PANES_ONE;

  adw_header_bar_set_decoration_layout (self->header, choose_buttons (self, layout));
  gtk_widget_set_visible (self->views, !layout->folded);
  gtk_widget_set_visible (GTK_WIDGET (self->views_button), layout->folded);
  gtk_widget_set_visible (self->topics_button, !column);
  gtk_widget_set_visible (self->stage_button, !column);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), !column);
  place_model (self, column);
}

/* ---- the controls ---- */

/* At the side, or, a @sheet, from below and over the rest. */
static void
turn_side (RankleWindow *self, gboolean sheet)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flap),
                                  sheet ? GTK_ORIENTATION_VERTICAL
                                        : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->side_edge),
                                  sheet ? GTK_ORIENTATION_HORIZONTAL
                                        : GTK_ORIENTATION_VERTICAL);
  adw_flap_set_flap_position (self->flap, sheet ? GTK_PACK_END : GTK_PACK_START);
  adw_flap_set_swipe_to_open (self->flap, !sheet);
  adw_flap_set_fold_policy (self->flap, sheet ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                              : ADW_FLAP_FOLD_POLICY_NEVER);
}

static gboolean
wants_side (RankleWindow *self)
{
  return self->settings == NULL ||
         g_settings_get_boolean (self->settings, "side-panel-visible");
}

static void
lay_out_side (RankleWindow *self, const RankleLayout *layout)
{
  gboolean sheet = layout->panes == RANKLE_PANES_ONE || self->on_stage;

  gtk_widget_set_size_request (self->side, sheet ? -1 : layout->side,
                               sheet ? layout->side : -1);
  if (adw_flap_get_folded (self->flap) == sheet)
    return;
  turn_side (self, sheet);
  adw_flap_set_reveal_flap (self->flap, !sheet && wants_side (self));
}

static void
side_moved_cb (RankleWindow *self)
{
  if (!self->reshapes && !adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "side-panel-visible",
                            adw_flap_get_reveal_flap (self->flap));
}

/* ---- what is between ---- */

/* Where the user has put the divider is no place in one column, nor on a stage. */
static void
place_divider (RankleWindow *self, gboolean own)
{
  gboolean chosen;

  if (own != self->aside)
    return;
  g_object_get (self->paned, "position-set", &chosen, NULL);
  self->aside = !own;
  if (!own)
    self->split = chosen ? gtk_paned_get_position (self->paned) : 0;
  if (own && self->split > 0)
    gtk_paned_set_position (self->paned, self->split);
  else
    g_object_set (self->paned, "position-set", FALSE, NULL);
}

/* Doses are no part of a stage. */
static void
show_track (RankleWindow *self)
{
  gtk_widget_set_visible (self->track_pane,
                          !self->on_stage &&
                              gtk_widget_get_visible (GTK_WIDGET (self->track)));
}

static void
lay_out_content (RankleWindow *self, const RankleLayout *layout)
{
  gboolean column = layout->panes == RANKLE_PANES_ONE;

  place_divider (self, !column && !self->on_stage);
  gtk_widget_set_size_request (self->plots_scroller, -1, layout->plots);
  gtk_widget_set_size_request (GTK_WIDGET (self->diagram), -1,
                               layout->low ? LEAST_MAP : USUAL_MAP);
  gtk_widget_set_visible (self->points_button, !column);
  rankle_plot_view_set_first (self->plots, layout->low ? RANKLE_FIRST_PANEL : NULL);
  _rankle_window_shape_answer (self, column && !self->on_stage, layout->em);
  rankle_time_bar_set_compact (self->time_bar, layout->folded);
  show_track (self);
}

void
_rankle_window_connect_layout (RankleWindow *self)
{
  g_signal_connect_object (self->bin, "reshaped", G_CALLBACK (_rankle_window_lay_out),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->track, "notify::visible", G_CALLBACK (show_track), self,
                           G_CONNECT_SWAPPED);
  if (self->settings == NULL)
    return;
  adw_flap_set_reveal_flap (self->flap, wants_side (self));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (side_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

void
_rankle_window_lay_out (RankleWindow *self)
{
  RankleLayout layout = rankle_layout_bin_get_layout (self->bin);

  self->reshapes = TRUE;
  lay_out_header (self, &layout);
  lay_out_side (self, &layout);
  lay_out_content (self, &layout);
  _rankle_window_lay_out_stage (self);
  self->reshapes = FALSE;
}
