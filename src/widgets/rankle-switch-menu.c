/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-switch-menu.h"

#include <glib/gi18n-lib.h>

#include "rankle-regimen-use.h"

GMenu *
rankle_switch_menu_new (const RankleLanes *lanes, guint handle, const char *action)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);

  g_return_val_if_fail (lanes != NULL && action != NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (rankle_regimen_can_follow (&regimens[i], lanes, handle))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (regimens[i].title), NULL);

        g_menu_item_set_action_and_target (item, action, "(su)", regimens[i].id, handle);
        g_menu_append_item (menu, item);
      }
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? g_steal_pointer (&menu)
                                                            : NULL;
}

const RankleRegimen *
rankle_switch_menu_find (const RankleLanes *lanes, GVariant *parameter, guint *handle)
{
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);
  const char          *id;

  g_return_val_if_fail (parameter != NULL && handle != NULL, NULL);

  g_variant_get (parameter, "(&su)", &id, handle);
  if (lanes == NULL || *handle >= lanes->handles->len)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (regimens[i].id, id) &&
        rankle_regimen_can_follow (&regimens[i], lanes, *handle))
      return &regimens[i];
  return NULL;
}
