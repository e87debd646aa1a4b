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
  [RANKLE_POINT_OWN] = { N_ ("Yours"), N_ ("A value that you added, of your own table") },
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

guint
rankle_point_kinds_find_of_kept (const RankleKeptResult *results, guint n)
{
  guint found = 0;

  g_return_val_if_fail (results != NULL || n == 0, 0);

  for (guint i = 0; i < n; i++)
    if (results[i].findings != NULL && !rankle_kept_run_is_hidden (results[i].kept))
      found |= rankle_point_kinds_find (
          (const RankleFinding *)(void *)results[i].findings->data,
          results[i].findings->len);
  return found;
}

static gboolean
is_plotted (const RankleModel *model, guint column)
{
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i);

      for (guint k = 0; panel->kind == RANKLE_PANEL_LINES && k < panel->n_columns; k++)
        if (panel->columns[k] == column)
          return TRUE;
    }
  return FALSE;
}

guint
rankle_point_kinds_find_own (const RankleModel    *model,
                             const RankleOwnPoint *points,
                             guint                 n)
{
  g_return_val_if_fail (model != NULL && (points != NULL || n == 0), 0);

  for (guint i = 0; i < n && points[i].is_known; i++)
    if (isfinite (points[i].value) && is_plotted (model, points[i].column))
      return 1u << RANKLE_POINT_OWN;
  return 0;
}

RanklePlotMark
rankle_point_kind_get_mark (RanklePointKind kind)
{
  return kind == RANKLE_POINT_OWN         ? RANKLE_PLOT_MARK_SQUARE
         : kind == RANKLE_POINT_PREDICTED ? RANKLE_PLOT_MARK_DIAMOND
                                          : RANKLE_PLOT_MARK_ROUND;
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
