/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"

G_BEGIN_DECLS

/* What the marks of published points mean. */
typedef enum
{
  RANKLE_POINT_OBSERVED, /* by a model that was fitted to nothing */
  RANKLE_POINT_FITTED,
  RANKLE_POINT_PREDICTED,
  RANKLE_POINT_RECALLED,
  RANKLE_N_POINT_KINDS
} RanklePointKind;

/* Those that are among @findings and have a place: a bit each. */
guint rankle_point_kinds_find (const RankleFinding *findings, guint n);
/* Translated: what a legend says of the mark, and (nullable) of the word. */
const char *rankle_point_kind_get_words (RanklePointKind kind);
const char *rankle_point_kind_get_tip (RanklePointKind kind);

G_END_DECLS
