/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A range of states and observables is { quantities: [ ids ], min, max, because }, of
 * which one end may be missing: what they cannot be, and who says so. What a run gives
 * beyond it is not to be read. */

typedef struct
{
  double      min, max; /* NaN: unstated */
  const char *reason;
} Range;

/* Fails where the quantity is a parameter that no run changes, or has a range already. */
static void
read_quantity (const RankleSidecar *s, const Range *range)
{
  const char     *id = rankle_json_get_text (s->json, NULL);
  RankleQuantity *quantity = g_hash_table_lookup (s->model->columns, id);

  if (quantity == NULL)
    {
      rankle_json_fail (s->json, NULL, _ ("“%s” is no state and no observable"), id);
      return;
    }
  if (quantity->range_reason != NULL)
    rankle_json_fail (s->json, NULL, _ ("“%s” has a range already"), id);
  quantity->min = range->min;
  quantity->max = range->max;
  quantity->range_reason = range->reason;
}

static Range
read_ends (const RankleSidecar *s)
{
  Range range = {
    .min = rankle_json_get_number_or (s->json, "min", (double)NAN, -INFINITY, INFINITY),
    .max = rankle_json_get_number_or (s->json, "max", (double)NAN, -INFINITY, INFINITY),
    .reason = rankle_sidecar_keep (s, rankle_json_get_text (s->json, "because")),
  };

  if (isnan (range.min) && isnan (range.max))
    rankle_json_fail (s->json, NULL, _ ("must have “min”, “max” or both"));
  if (range.min >= range.max)
    rankle_json_fail (s->json, "max", _ ("must be above “min”"));
  return range;
}

static void
read_range (const RankleSidecar *s)
{
  Range range;

  if (!rankle_json_open_object (s->json, NULL))
    return;
  range = read_ends (s);
  rankle_json_require (s->json, "quantities");
  if (rankle_json_open_list (s->json, "quantities"))
    {
      while (rankle_json_next (s->json))
        read_quantity (s, &range);
      rankle_json_close (s->json);
    }
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_ranges (const RankleSidecar *s)
{
  g_assert (s->model->states != NULL && s->model->observables != NULL);

  if (!rankle_json_open_list (s->json, "ranges"))
    return;
  while (rankle_json_next (s->json))
    read_range (s);
  rankle_json_close (s->json);
}
