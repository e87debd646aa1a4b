/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rankle-lanes.h"
#include "rankle-regimen.h"

G_BEGIN_DECLS

/* Regimens of other drugs to which that of a dose can give way, for the menus of the dose
 * track and of its table. */

/* (transfer full) (nullable): items of @action, which takes the regimen's id and the
 * number of @handle: (su). NULL: there is none. */
GMenu *
rankle_switch_menu_new (const RankleLanes *lanes, guint handle, const char *action);
/* (nullable): that @parameter of the action names, and which can follow still. */
const RankleRegimen *
rankle_switch_menu_find (const RankleLanes *lanes, GVariant *parameter, guint *handle);

G_END_DECLS
