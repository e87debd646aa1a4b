/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* Which parameters an ensemble varies, and to what. */

/* PARAM=FROM..TO[:log] */
typedef struct
{
  guint    parameter;
  double   from, to; /* from < to; from > 0 if log */
  gboolean log;
} RankleVariation;

gboolean rankle_cli_parse_variation (const char        *text,
                                     const RankleModel *model,
                                     RankleVariation   *variation,
                                     GError           **error);

/* (transfer full): n_runs × n_variations values, run after run. One parameter goes from
 * end to end in even steps; several are spread together so that each, cut into @n_runs
 * parts, has one value in every part (a Latin hypercube), the same for the same @seed. */
double *rankle_cli_spread (const RankleVariation *variations,
                           guint                  n_variations,
                           guint                  n_runs,
                           guint32                seed);

G_END_DECLS
