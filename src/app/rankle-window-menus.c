/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-catalog.h"
#include "rankle-scenario-file.h"
#include "rankle-window-private.h"

void
_rankle_window_tell (RankleWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 8);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Titles and descriptions of bundled scenarios are for translators too. */
const char *
_rankle_window_translate (const char *words)
{
  return *words == '\0' ? words : _ (words);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static GMenuModel *
build_scenario_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_auto (GStrv) ids = rankle_scenario_file_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleScenario) scenario =
          rankle_scenario_file_load (ids[i], NULL, NULL);

      if (scenario != NULL)
        append (menu, _rankle_window_translate (rankle_scenario_get_title (scenario)),
                "win.scenario", ids[i]);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_model_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);

      if (model != NULL)
        append (menu, rankle_model_get_title (model), "win.model", ids[i]);
    }
  return G_MENU_MODEL (menu);
}

void
_rankle_window_build_menus (RankleWindow *self)
{
  g_autoptr (GMenuModel) scenarios = build_scenario_menu ();
  g_autoptr (GMenuModel) models = build_model_menu ();

  gtk_menu_button_set_menu_model (self->scenario_button, scenarios);
  gtk_menu_button_set_menu_model (self->model_button, models);
}
