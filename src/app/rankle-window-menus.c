/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-scenario-file.h"
#include "rankle-window-private.h"

/* A file, a line, a column and what is wrong there take time to read, and to hear. */
#define READING_SECONDS 20

void
_rankle_window_tell_no_more (RankleWindow *self)
{
  if (self->told != NULL)
    adw_toast_dismiss (self->told);
}

void
_rankle_window_tell (RankleWindow *self, const char *message)
{
  g_autofree char *escaped = NULL;
  AdwToast        *toast;

  g_assert (RANKLE_IS_WINDOW (self) && message != NULL);

  escaped = g_markup_escape_text (message, -1);
  _rankle_window_tell_no_more (self);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, READING_SECONDS);
  g_set_weak_pointer (&self->told, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Titles and descriptions of bundled scenarios are for translators too. */
const char *
_rankle_window_translate (const char *words)
{
  return *words == '\0' ? words : _ (words);
}

static void
ellipsize (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (widget), 5);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      ellipsize (child);
}

/* A long title gives way before the window does, and is heard whole: GTK 4.18 calls a
 * button by what it is told, not by its label. @full (may be @title) is heard, and seen
 * when pointed at. The same again lays out nothing: a slider's every step comes by here.
 */
void
_rankle_window_set_title (GtkMenuButton *button, const char *title, const char *full)
{
  GtkWidget *widget = GTK_WIDGET (button);

  g_assert (GTK_IS_MENU_BUTTON (button) && title != NULL && full != NULL);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), full) != 0)
    {
      gtk_widget_set_tooltip_text (widget, full);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
    }
  if (g_strcmp0 (gtk_menu_button_get_label (button), title) == 0)
    return;
  gtk_menu_button_set_label (button, title);
  ellipsize (widget);
}

static void
name_item (GtkWidget *item)
{
  GtkWidget *label = gtk_widget_get_first_child (item);

  while (label != NULL && !GTK_IS_LABEL (label))
    label = gtk_widget_get_next_sibling (label);
  if (label == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}

static void
name_items (GtkWidget *menu)
{
  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkModelButton"))
      name_item (child);
    else
      name_items (child);
}

/* GTK 4.18 has the items of its menus labelled by labels which it then takes for mere
 * decoration, so that none has a name to be heard. It forgets what it is told whenever an
 * item changes: they are named each time the menu opens. */
void
_rankle_window_menu_active_cb (GtkMenuButton *button, GParamSpec *pspec, gpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (GTK_IS_POPOVER_MENU (popover))
    name_items (GTK_WIDGET (popover));
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_assert (id != NULL && *id != '\0'); /* "" is no choice of the menu's */

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

/* What the present model can answer; all else is found by its topic. */
static GMenuModel *
build_scenario_menu (RankleModel *model)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) topics = g_menu_new ();
  g_autoptr (GMenu) offered = g_menu_new ();
  g_auto (GStrv) ids = rankle_scenario_file_list_for (model);

  g_menu_append (topics, _ ("_Topics…"), "win.topics");
  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleScenario) scenario = rankle_scenario_file_load (*id, NULL, NULL);

      if (scenario != NULL)
        append (offered, _rankle_window_translate (rankle_scenario_get_title (scenario)),
                "win.scenario", *id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (topics));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (offered));
  return G_MENU_MODEL (menu);
}

void
_rankle_window_build_scenario_menu (RankleWindow *self)
{
  g_autoptr (GMenuModel) scenarios =
      build_scenario_menu (rankle_study_get_model (self->study));

  gtk_menu_button_set_menu_model (self->scenario_button, scenarios);
}
