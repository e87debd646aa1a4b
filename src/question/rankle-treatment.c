/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-treatment.h"

#include <math.h>
#include <string.h>

static void
clear_step (gpointer data)
{
  RankleTreatmentStep *step = data;

  g_clear_pointer (&step->id, g_free);
}

GArray *
rankle_treatment_new (void)
{
  GArray *treatment = g_array_new (FALSE, TRUE, sizeof (RankleTreatmentStep));

  g_array_set_clear_func (treatment, clear_step);
  return treatment;
}

static int
compare (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  if (a->time < b->time || a->time > b->time)
    return a->time < b->time ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  if (a->target != b->target)
    return a->target < b->target ? -1 : 1;
  return strcmp (a->id, b->id);
}

/* Behind all that do not come after it. */
static guint
find_place (const GArray *treatment, const RankleTreatmentStep *step)
{
  guint low = 0, high = treatment->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (rankle_treatment_at (treatment, middle), step) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What each kind may be aimed at, as bits of RankleTarget. */
static const guint targets_of[] = {
  [RANKLE_TREATMENT_CHANGE] = 1 << RANKLE_TARGET_CONTROL | 1 << RANKLE_TARGET_PARAMETER,
  [RANKLE_TREATMENT_DOSE] = 1 << RANKLE_TARGET_CONTROL | 1 << RANKLE_TARGET_STATE,
  [RANKLE_TREATMENT_INFUSION] = 1 << RANKLE_TARGET_STATE,
};

static void
check_step (const RankleTreatmentStep *step)
{
  g_assert (step->id != NULL);
  g_assert (step->kind < G_N_ELEMENTS (targets_of));
  g_assert ((targets_of[step->kind] & 1u << step->target) != 0);
  g_assert (isfinite (step->value) && isfinite (step->time));
  g_assert (isfinite (step->count) && isfinite (step->interval));
  g_assert (step->kind != RANKLE_TREATMENT_INFUSION || step->until >= step->time);
}

void
rankle_treatment_add (GArray *treatment, const RankleTreatmentStep *step)
{
  RankleTreatmentStep copy;
  guint               place;

  g_return_if_fail (treatment != NULL && step != NULL);

  check_step (step);
  place = find_place (treatment, step);
  if (step->kind == RANKLE_TREATMENT_CHANGE && place > 0 &&
      compare (rankle_treatment_at (treatment, place - 1), step) == 0)
    {
      rankle_treatment_at (treatment, place - 1)->value = step->value;
      return;
    }
  copy = *step;
  copy.id = g_strdup (step->id);
  g_array_insert_val (treatment, place, copy);
}

GArray *
rankle_treatment_copy (const GArray *treatment)
{
  GArray *copy = rankle_treatment_new ();

  g_return_val_if_fail (treatment != NULL, copy);

  for (guint i = 0; i < treatment->len; i++)
    {
      RankleTreatmentStep step = *rankle_treatment_at (treatment, i);

      step.id = g_strdup (step.id);
      g_array_append_val (copy, step);
    }
  return copy;
}

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

gboolean
rankle_treatment_equal (const GArray *a, const GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const RankleTreatmentStep *x = rankle_treatment_at (a, i);
      const RankleTreatmentStep *y = rankle_treatment_at (b, i);

      if (compare (x, y) != 0 || differ (x->value, y->value) ||
          differ (x->interval, y->interval) || differ (x->count, y->count) ||
          differ (x->until, y->until))
        return FALSE;
    }
  return TRUE;
}

int
rankle_treatment_find (const GArray       *treatment,
                       RankleTreatmentKind kind,
                       RankleTarget        target,
                       const char         *id)
{
  g_return_val_if_fail (treatment != NULL && id != NULL, -1);

  for (guint i = 0; i < treatment->len; i++)
    {
      const RankleTreatmentStep *step = rankle_treatment_at (treatment, i);

      if (step->kind == kind && step->target == target && strcmp (step->id, id) == 0)
        return (int)i;
    }
  return -1;
}
