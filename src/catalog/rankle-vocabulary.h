/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleWord:
 * @id: a glyph of the pathway, which each model binds to what it calls it
 * @nothing_at_baseline: such as a drug: it cannot be told in percent of its baseline
 *
 * A quantity that models have in common, and by which they are compared.
 */
typedef struct
{
  const char *id;
  gboolean    nothing_at_baseline;
} RankleWord;

/* All of them, from data/vocabulary/columns.json, in the order in which they are shown;
 * constant for the life of the process. */
const RankleWord *rankle_vocabulary_get (guint *n);

G_END_DECLS
