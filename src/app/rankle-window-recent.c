/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-recent.h"
#include "rankle-window-private.h"

/* ---- the menu ---- */

/* Two files may be called alike: then their folders tell them apart. (transfer full) */
static char *
name_file (char **paths, guint which)
{
  g_autofree char *name = g_filename_display_basename (paths[which]);
  g_autofree char *folder = g_path_get_dirname (paths[which]);
  g_autofree char *folder_name = g_filename_display_name (folder);
  gboolean         is_alone = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *other = g_filename_display_basename (paths[i]);

      is_alone = is_alone && (i == which || !g_str_equal (other, name));
    }
  if (is_alone)
    return g_steal_pointer (&name);
  /* Translators: a file and the folder that it lies in */
  return g_strdup_printf (_ ("%1$s (%2$s)"), name, folder_name);
}

/* An underline in a file's name marks no key. (transfer full) */
static char *
escape_label (const char *name)
{
  GString *label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}

static void
fill (GMenu *menu, char **paths)
{
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = name_file (paths, i);
      g_autofree char *label = escape_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "^ay", paths[i]);
      g_menu_append_item (files, item);
    }
  g_menu_append (end, _ ("_Clear List"), "win.clear-recent");
  g_menu_remove_all (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
}

static void
update (RankleWindow *self)
{
  g_autofree char *list = rankle_recent_dup_path ();
  g_auto (GStrv) paths = rankle_recent_list (list);
  GAction *clear = g_action_map_lookup_action (G_ACTION_MAP (self), "clear-recent");

  fill (self->recent_menu, paths);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (clear), paths[0] != NULL);
}

/* The list is one for all windows. */
static void
update_all (RankleWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (RANKLE_IS_WINDOW (at->data))
      update (at->data);
}

void
_rankle_window_remember (RankleWindow *self, const char *path)
{
  g_autofree char *list = rankle_recent_dup_path ();

  g_assert (RANKLE_IS_WINDOW (self) && path != NULL);

  rankle_recent_add (list, path);
  update_all (self);
}

/* ---- actions ---- */

static void
clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *list = rankle_recent_dup_path ();

  rankle_recent_clear (list);
  update_all (RANKLE_WINDOW (data));
}

void
_rankle_window_add_recent (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "clear-recent", .activate = clear_recent_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  update (self);
}
