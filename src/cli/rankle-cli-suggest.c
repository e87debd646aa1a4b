/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-suggest.h"

#include <string.h>

#include "rankle-cli-syntax.h"

/* Words that are longer are not compared: no id is. */
#define LETTERS_MAX 80

guint
rankle_cli_count_slips (const char *a, const char *b)
{
  guint n_a = (guint)strlen (a), n_b = (guint)strlen (b);
  guint rows[3][LETTERS_MAX + 1]; /* of i - 2, i - 1 and i letters of @a, in turn */

  if (n_a > LETTERS_MAX || n_b > LETTERS_MAX)
    return MAX (n_a, n_b);
  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3], *last = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          char     x = g_ascii_tolower (a[i - 1]), y = g_ascii_tolower (b[j - 1]);
          gboolean swapped = i > 1 && j > 1 && x == g_ascii_tolower (b[j - 2]) &&
                             y == g_ascii_tolower (a[i - 2]);

          row[j] = MIN (last[j - 1] + (x != y), MIN (last[j], row[j - 1]) + 1);
          if (swapped)
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }
  return rows[n_a % 3][n_b];
}

const char *
rankle_cli_find_meant (const char *typed, const char *const *words)
{
  const char *nearest = NULL;
  guint       least = MAX ((guint)strlen (typed) / 3, 1) + 1;

  for (; *words != NULL; words++)
    {
      guint slips = rankle_cli_count_slips (typed, *words);

      /* Not a word of which nothing is left. */
      if (slips < least && slips < strlen (*words))
        {
          nearest = *words;
          least = slips;
        }
    }
  return nearest;
}

char *
rankle_cli_suggest (const char *typed, const char *const *words)
{
  const char *meant = rankle_cli_find_meant (typed, words);

  return meant == NULL ? g_strdup ("") : g_strdup_printf ("; did you mean “%s”?", meant);
}

gboolean
rankle_cli_check_column (const RankleModel *model,
                         const char        *option,
                         const char        *id,
                         gboolean           hidden,
                         GError           **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *meant = NULL;

  if (rankle_model_find_column (model, id) >= 0 ||
      (hidden && rankle_model_find_full_column (model, id) >= 0))
    return TRUE;
  if (rankle_model_find_full_column (model, id) >= 0)
    return rankle_cli_refuse (error, "%s “%s”: hidden; --hidden shows it", option, id);
  ids = rankle_cli_list_columns (model);
  meant = rankle_cli_suggest (id, (const char *const *)ids->pdata);
  return rankle_cli_refuse (error, "%s “%s”: model “%s” has no such column%s", option, id,
                            rankle_model_get_id (model), meant);
}

/* ---- what there is ---- */

GPtrArray *
rankle_cli_list_controls (const RankleModel *model)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL)
        g_ptr_array_add (ids, (gpointer)control->id);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

GPtrArray *
rankle_cli_list_quantities (const RankleModel *model, RankleQuantityKind kind)
{
  GPtrArray *ids = g_ptr_array_new ();

  if (kind == RANKLE_QUANTITY_STATE)
    for (guint i = 0; i < rankle_model_get_n_states (model); i++)
      g_ptr_array_add (ids, (gpointer)rankle_model_get_state (model, i)->id);
  if (kind == RANKLE_QUANTITY_PARAMETER)
    for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
      g_ptr_array_add (ids, (gpointer)rankle_model_get_parameter (model, i)->id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

GPtrArray *
rankle_cli_list_columns (const RankleModel *model)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    g_ptr_array_add (ids, (gpointer)rankle_model_get_column (model, i)->id);
  g_ptr_array_add (ids, NULL);
  return ids;
}
