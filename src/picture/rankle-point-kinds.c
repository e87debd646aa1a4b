/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-point-kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *words, *tip;
} kinds[] = {
  [RANKLE_POINT_OBSERVED] = { N_ ("Published"), NULL },
  [RANKLE_POINT_FITTED] = { N_ ("Used in the fit"),
                            N_ ("A published value that the model's numbers were fitted "
                                "to") },
  [RANKLE_POINT_PREDICTED] = { N_ ("Predicted"),
                               N_ ("A published value that the model was not fitted "
                                   "to") },
  [RANKLE_POINT_RECALLED] = { N_ ("Broken line: recalled"),
                              N_ ("A value that is remembered of a study, and was not "
                                  "seen in it") },
};

guint
rankle_point_kinds_find (const RankleFinding *findings, guint n)
{
  guint found = 0;

  g_return_val_if_fail (findings != NULL || n == 0, 0);

  for (guint i = 0; i < n; i++)
    {
      const RankleFinding *finding = &findings[i];

      g_assert (!finding->fitted || !finding->predicted);
      if (!isfinite (finding->value))
        continue;
      found |= 1u << (finding->fitted      ? RANKLE_POINT_FITTED
                      : finding->predicted ? RANKLE_POINT_PREDICTED
                                           : RANKLE_POINT_OBSERVED);
      if (finding->row->recalled)
        found |= 1u << RANKLE_POINT_RECALLED;
    }
  return found;
}

const char *
rankle_point_kind_get_words (RanklePointKind kind)
{
  g_return_val_if_fail (kind < RANKLE_N_POINT_KINDS, NULL);

  return _ (kinds[kind].words);
}

const char *
rankle_point_kind_get_tip (RanklePointKind kind)
{
  g_return_val_if_fail (kind < RANKLE_N_POINT_KINDS, NULL);

  return kinds[kind].tip == NULL ? NULL : _ (kinds[kind].tip);
}
