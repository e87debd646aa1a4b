/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of the map is told: a button in its corner, and keys. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-diagram-view-private.h"

#define APART 6 /* from the corner [px] */

guint
_rankle_diagram_view_get_levels (RankleDiagramView *self)
{
  guint n = self->diagram == NULL ? 0 : rankle_diagram_get_n_levels (self->diagram);
  guint shown =
      n == 0 ? 0 : rankle_session_get_map_levels (rankle_study_get_session (self->study));

  return shown == 0 ? n : MIN (shown, n);
}

void
_rankle_diagram_view_set_levels (RankleDiagramView *self, guint levels)
{
  guint n = self->diagram == NULL ? 0 : rankle_diagram_get_n_levels (self->diagram);

  if (n > 0 && levels > 0)
    rankle_study_set_map_levels (self->study, levels >= n ? 0 : levels);
}

gboolean
_rankle_diagram_view_step_levels (RankleDiagramView *self, int by)
{
  guint levels = _rankle_diagram_view_get_levels (self);

  if (levels == 0)
    return FALSE;
  _rankle_diagram_view_set_levels (self, (guint)MAX ((int)levels + by, 1));
  return TRUE;
}

/* (transfer full) */
static char *
name_shown (RankleDiagramView *self)
{
  guint       levels = _rankle_diagram_view_get_levels (self);
  const char *name = rankle_diagram_get_level_name (self->diagram, levels - 1);

  if (levels == rankle_diagram_get_n_levels (self->diagram))
    return g_strdup (_ ("Whole map"));
  if (levels == 1)
    return g_strdup (name);
  /* Translators: of the map is shown what there is up to a level, such as “Signalling” */
  return g_strdup_printf (_ ("Up to: %s"), name);
}

/* (transfer full) */
static GMenuModel *
build_menu (RankleDiagramView *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < rankle_diagram_get_n_levels (self->diagram); i++)
    {
      const char *name = rankle_diagram_get_level_name (self->diagram, i);
      /* Translators: what a level of the map adds to those above it in the menu */
      g_autofree char *added = g_strdup_printf (_ ("+ %s"), name);
      g_autoptr (GMenuItem) item = g_menu_item_new (i == 0 ? name : added, NULL);

      g_menu_item_set_action_and_target (item, "diagram.levels", "i", (int)i + 1);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* No button for a map that is told all at once. */
void
_rankle_diagram_view_update_levels (RankleDiagramView *self)
{
  gboolean         has_levels = _rankle_diagram_view_get_levels (self) > 0;
  g_autofree char *shown = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->levels), has_levels);
  if (!has_levels)
    return;
  shown = name_shown (self);
  menu = build_menu (self);
  gtk_menu_button_set_menu_model (self->levels, menu);
  gtk_menu_button_set_label (self->levels, shown);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_PROPERTY_LABEL, shown,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("How much of the map is shown"), -1);
}

void
_rankle_diagram_view_add_levels (RankleDiagramView *self)
{
  self->levels = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_direction (self->levels, GTK_ARROW_UP);
  gtk_menu_button_set_has_frame (self->levels, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->levels), "levels");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->levels),
                               _ ("How much of the map is shown"));
  gtk_widget_set_visible (GTK_WIDGET (self->levels), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->levels), GTK_WIDGET (self));
}

/* In the lower left. */
void
_rankle_diagram_view_allocate_levels (RankleDiagramView *self, int width, int height)
{
  GtkRequisition least;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->levels)))
    return;
  gtk_widget_get_preferred_size (GTK_WIDGET (self->levels), &least, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->levels),
                            &(GtkAllocation){ APART,
                                              MAX (height - least.height - APART, 0),
                                              MIN (least.width, width), least.height },
                            -1);
}
