/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"
#include "rankle-kept-result.h"
#include "rankle-observations-match.h"
#include "rankle-plot.h"

G_BEGIN_DECLS

/* What the marks of points mean. */
typedef enum
{
  RANKLE_POINT_OBSERVED, /* by a model that was fitted to nothing */
  RANKLE_POINT_FITTED,
  RANKLE_POINT_PREDICTED,
  RANKLE_POINT_RECALLED,
  RANKLE_POINT_OWN,
  RANKLE_N_POINT_KINDS
} RanklePointKind;

/* Those that are among @findings and have a place: a bit each. */
guint rankle_point_kinds_find (const RankleFinding *findings, guint n);
/* Likewise, of the kept runs that are seen. */
guint rankle_point_kinds_find_of_kept (const RankleKeptResult *results, guint n);
/* Of those of one's own likewise: whether any has a place in a plot of @model. */
guint rankle_point_kinds_find_own (const RankleModel    *model,
                                   const RankleOwnPoint *points,
                                   guint                 n);
/* The mark of that kind. */
RanklePlotMark rankle_point_kind_get_mark (RanklePointKind kind);
/* Translated: what a legend says of the mark, and (nullable) of the word. */
const char *rankle_point_kind_get_words (RanklePointKind kind);
const char *rankle_point_kind_get_tip (RanklePointKind kind);

G_END_DECLS
