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
  g_free ((gpointer)step->exceptions);
  step->exceptions = NULL;
  step->n_exceptions = 0;
}

/* How many of the exceptions are of doses that there are. */
static guint
count_exceptions (const RankleTreatmentStep *step)
{
  guint n = step->n_exceptions;

  while (n > 0 && step->exceptions[n - 1].dose > round (step->count))
    n--;
  return n;
}

/* (transfer full): into what its pointers point is copied, too. */
static RankleTreatmentStep
copy_step (const RankleTreatmentStep *step)
{
  RankleTreatmentStep copy = *step;

  copy.id = g_strdup (step->id);
  copy.n_exceptions = count_exceptions (step);
  copy.exceptions = copy.n_exceptions == 0
                        ? NULL
                        : g_memdup2 (step->exceptions,
                                     copy.n_exceptions * sizeof (RankleDoseException));
  return copy;
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
check_exceptions (const RankleTreatmentStep *step)
{
  g_assert (step->n_exceptions == 0 || step->kind == RANKLE_TREATMENT_DOSE);
  for (guint i = 0; i < step->n_exceptions; i++)
    {
      g_assert (step->exceptions[i].dose > (i == 0 ? 0 : step->exceptions[i - 1].dose));
      g_assert (isfinite (step->exceptions[i].late));
      g_assert (isfinite (step->exceptions[i].amount));
    }
}

static void
check_step (const RankleTreatmentStep *step)
{
  check_exceptions (step);
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
  copy = copy_step (step);
  g_array_insert_val (treatment, place, copy);
}

GArray *
rankle_treatment_copy (const GArray *treatment)
{
  GArray *copy = rankle_treatment_new ();

  g_return_val_if_fail (treatment != NULL, copy);

  for (guint i = 0; i < treatment->len; i++)
    {
      RankleTreatmentStep step = copy_step (rankle_treatment_at (treatment, i));

      g_array_append_val (copy, step);
    }
  return copy;
}

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

static gboolean
exceptions_equal (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  if (a->n_exceptions != b->n_exceptions)
    return FALSE;
  for (guint i = 0; i < a->n_exceptions; i++)
    {
      const RankleDoseException *x = &a->exceptions[i], *y = &b->exceptions[i];

      if (x->dose != y->dose || x->missed != y->missed ||
          x->has_amount != y->has_amount || differ (x->late, y->late) ||
          differ (x->amount, y->amount))
        return FALSE;
    }
  return TRUE;
}

gboolean
rankle_treatment_step_equal (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return compare (a, b) == 0 && !differ (a->value, b->value) &&
         !differ (a->interval, b->interval) && !differ (a->count, b->count) &&
         !differ (a->until, b->until) && exceptions_equal (a, b);
}

gboolean
rankle_treatment_equal (const GArray *a, const GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!rankle_treatment_step_equal (rankle_treatment_at (a, i),
                                      rankle_treatment_at (b, i)))
      return FALSE;
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
