/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"
#include "rankle-model.h"

G_BEGIN_DECLS

/* What is said of one bundled map, and of each. */
typedef void (*MapFunc) (const char *name, const RankleDiagram *diagram);

/* As a test "/@path/NAME" for each. */
void maps_add_test (const char *path, MapFunc func);
/* Calls @func with each bundled model that has the map. */
void         maps_for_each_model (const char *name,
                                  void (*func) (RankleModel *, gpointer),
                                  gpointer data);
RankleModel *maps_load_model (const char *id);

G_END_DECLS
