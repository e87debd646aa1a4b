/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"

G_BEGIN_DECLS

/* A map whose values are the test's own; axes from 0 to n - 1. */
typedef struct
{
  RankleMap map;
  double   *x, *y, *values; /* (owned) */
  guint8   *states;         /* (owned): all ran */
} Made;

void made_init (Made *made, guint n_x, guint n_y);
void made_clear (Made *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

/* Rolling hills. */
void made_fill (Made *made);
/* Whatever there may be: NaN, infinite and enormous values, none at all, cells that
 * failed and that are to come. */
void made_fill_with_nonsense (Made *made);

G_END_DECLS
