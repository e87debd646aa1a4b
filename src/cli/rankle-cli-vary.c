/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-vary.h"

#include <math.h>
#include <string.h>

#include "rankle-cli-schedule.h"
#include "rankle-cli-syntax.h"

#define FORM "PARAM=FROM..TO[:log]"

static gboolean
parse_range (const char      *range,
             const char      *whole,
             RankleVariation *variation,
             GError         **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char      *dots = strstr (range, ".."), *colon = strchr (range, ':');

  variation->log = colon != NULL;
  if (dots == NULL || (colon != NULL && (colon < dots || strcmp (colon, ":log") != 0)))
    return rankle_cli_refuse (error, "--vary “%s”: must read " FORM, whole);
  from = g_strndup (range, (gsize)(dots - range));
  to = colon != NULL ? g_strndup (dots + 2, (gsize)(colon - dots - 2))
                     : g_strdup (dots + 2);
  if (!rankle_cli_parse_number (from, "--vary", &variation->from, error) ||
      !rankle_cli_parse_number (to, "--vary", &variation->to, error))
    return FALSE;
  if (!(variation->from < variation->to))
    return rankle_cli_refuse (error, "--vary “%s”: FROM must be below TO", whole);
  if (variation->log && !(variation->from > 0))
    return rankle_cli_refuse (error, "--vary “%s”: FROM must be above 0 for :log", whole);
  return TRUE;
}

gboolean
rankle_cli_parse_variation (const char        *text,
                            const RankleModel *model,
                            RankleVariation   *variation,
                            GError           **error)
{
  const char           *equals = strchr (text, '=');
  g_autofree char      *id = NULL;
  const RankleQuantity *quantity;

  if (equals == NULL)
    return rankle_cli_refuse (error, "--vary “%s”: must read " FORM, text);
  id = g_strndup (text, (gsize)(equals - text));
  quantity = rankle_cli_find_quantity (model, id, RANKLE_QUANTITY_PARAMETER, "--vary",
                                       text, error);
  if (quantity == NULL)
    return FALSE;
  variation->parameter = quantity->index;
  return parse_range (equals + 1, text, variation, error);
}

/* @part: 0 … 1 */
static double
place (const RankleVariation *variation, double part)
{
  g_assert (part >= 0 && part <= 1);
  g_assert (variation->from < variation->to);

  if (variation->log)
    return variation->from * pow (variation->to / variation->from, part);
  return variation->from + part * (variation->to - variation->from);
}

static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i-- > 1;)
    {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
}

double *
rankle_cli_spread (const RankleVariation *variations,
                   guint                  n_variations,
                   guint                  n_runs,
                   guint32                seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  double           *values = g_new (double, (gsize)n_runs *n_variations + 1);
  g_autofree guint *order = g_new (guint, n_runs + 1);

  g_assert (n_variations > 0 && n_runs > 0);

  if (n_variations == 1)
    for (guint run = 0; run < n_runs; run++)
      values[run] = place (variations, n_runs > 1 ? run / (n_runs - 1.0) : 0.5);
  for (guint k = 0; n_variations > 1 && k < n_variations; k++)
    {
      shuffle (order, n_runs, random);
      for (guint run = 0; run < n_runs; run++)
        values[(gsize)run * n_variations + k] =
            place (&variations[k], (order[run] + g_rand_double (random)) / n_runs);
    }
  return values;
}
