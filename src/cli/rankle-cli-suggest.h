/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* What somebody may have meant. */

/* How many letters of @a have to be put in, left out, put in another's place or swapped
 * with the next to make @b of it, be they large or small. Bytes, not characters: ids are
 * ASCII. */
guint rankle_cli_count_slips (const char *a, const char *b);

/* (nullable): the one of @words (NULL at the end) that is nearest to @typed; NULL: none
 * is near, as when more than a third of it is wrong. Of several, the first. */
const char *rankle_cli_find_meant (const char *typed, const char *const *words);

/* (transfer full): "; did you mean “x”?", or "". */
char *rankle_cli_suggest (const char *typed, const char *const *words);

/* FALSE, and which it may have been, where trajectories of @model, with what it hides if
 * @hidden, have no column @id. */
gboolean rankle_cli_check_column (const RankleModel *model,
                                  const char        *option,
                                  const char        *id,
                                  gboolean           hidden,
                                  GError           **error);

/* (transfer full): of ids that a model has; free the array, not the ids. */
GPtrArray *rankle_cli_list_controls (const RankleModel *model);
GPtrArray *rankle_cli_list_quantities (const RankleModel *model, RankleQuantityKind kind);
GPtrArray *rankle_cli_list_columns (const RankleModel *model);

G_END_DECLS
