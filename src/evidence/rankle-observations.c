/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-observations.h"

#include <math.h>

const char *const rankle_clock_names[] = { "unstated", "second", "minute", "hour", "day",
                                           "week",     "month",  "year",   NULL };
const char *const rankle_measured_as_names[] = { "value", "percent", "change", "fold",
                                                 NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (rankle_clock_names) == RANKLE_N_CLOCKS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (rankle_measured_as_names) == RANKLE_N_MEASURED_AS + 1);

/* Its words are those of the table that it was read of, shared between copies. */
typedef struct
{
  char            *name;   /* GRefString */
  char            *target; /* GRefString */
  RankleMeasuredAs measured_as;
} Series;

struct _RankleObservations
{
  gatomicrefcount ref_count;
  char           *name;      /* (owned): GRefString */
  GArray         *points;    /* (owned): RankleObservation; shared with copies */
  GPtrArray      *arms;      /* (owned): char *; likewise */
  GArray         *series;    /* (owned): Series */
  gboolean        is_shared; /* no point is added any more */
  RankleClock     clock;
  double          zero; /* [days] */
  int             shown_arm;
  gboolean        hidden;
};

double
rankle_clock_get_days (RankleClock clock)
{
  switch (clock)
    {
    case RANKLE_CLOCK_SECOND:
      return 1 / 86400.0;
    case RANKLE_CLOCK_MINUTE:
      return 1 / 1440.0;
    case RANKLE_CLOCK_HOUR:
      return 1 / 24.0;
    case RANKLE_CLOCK_WEEK:
      return 7;
    case RANKLE_CLOCK_MONTH:
      return 365 / 12.0;
    case RANKLE_CLOCK_YEAR:
      return 365;
    case RANKLE_CLOCK_UNSTATED:
    case RANKLE_CLOCK_DAY:
    case RANKLE_N_CLOCKS:
    default:
      return 1;
    }
}

/* ---- life ---- */

static void
clear_series (gpointer data)
{
  Series *series = data;

  g_ref_string_release (series->name);
  g_ref_string_release (series->target);
}

static GArray *
new_series (void)
{
  GArray *series = g_array_new (FALSE, FALSE, sizeof (Series));

  g_array_set_clear_func (series, clear_series);
  return series;
}

RankleObservations *
rankle_observations_new (const char *name)
{
  RankleObservations *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (RankleObservations, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_ref_string_new (name);
  self->points = g_array_new (FALSE, FALSE, sizeof (RankleObservation));
  self->arms = g_ptr_array_new_with_free_func (g_free);
  self->series = new_series ();
  self->shown_arm = -1;
  return self;
}

RankleObservations *
rankle_observations_ref (RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_observations_unref (RankleObservations *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ref_string_release (self->name);
  g_array_unref (self->points);
  g_ptr_array_unref (self->arms);
  g_array_unref (self->series);
  g_free (self);
}

static GArray *
copy_series (const GArray *series)
{
  GArray *copy = new_series ();

  for (guint i = 0; i < series->len; i++)
    {
      Series one = g_array_index (series, Series, i);

      g_ref_string_acquire (one.name);
      g_ref_string_acquire (one.target);
      g_array_append_val (copy, one);
    }
  return copy;
}

RankleObservations *
rankle_observations_copy (const RankleObservations *self)
{
  RankleObservations *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&other->ref_count);
  g_ref_string_acquire (other->name);
  g_array_ref (other->points);
  g_ptr_array_ref (other->arms);
  other->series = copy_series (self->series);
  other->is_shared = TRUE;
  return other;
}

/* ---- equality ---- */

static gboolean
are_alike (double a, double b)
{
  return isnan (a) || isnan (b) ? isnan (a) && isnan (b) : !(a < b || a > b);
}

static gboolean
have_same_points (const RankleObservations *a, const RankleObservations *b)
{
  if (a->points == b->points)
    return TRUE;
  if (a->points->len != b->points->len)
    return FALSE;
  for (guint i = 0; i < a->points->len; i++)
    {
      const RankleObservation *one = &g_array_index (a->points, RankleObservation, i);
      const RankleObservation *other = &g_array_index (b->points, RankleObservation, i);

      if (one->series != other->series || one->arm != other->arm ||
          !are_alike (one->time, other->time) || !are_alike (one->value, other->value) ||
          !are_alike (one->low, other->low) || !are_alike (one->high, other->high))
        return FALSE;
    }
  return TRUE;
}

static gboolean
have_same_series (const RankleObservations *a, const RankleObservations *b)
{
  if (a->series->len != b->series->len)
    return FALSE;
  for (guint i = 0; i < a->series->len; i++)
    {
      const Series *one = &g_array_index (a->series, Series, i);
      const Series *other = &g_array_index (b->series, Series, i);

      if (!g_str_equal (one->name, other->name) ||
          !g_str_equal (one->target, other->target) ||
          one->measured_as != other->measured_as)
        return FALSE;
    }
  return TRUE;
}

static gboolean
have_same_arms (const RankleObservations *a, const RankleObservations *b)
{
  if (a->arms->len != b->arms->len)
    return FALSE;
  for (guint i = 0; i < a->arms->len; i++)
    if (!g_str_equal (a->arms->pdata[i], b->arms->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
rankle_observations_equal (const RankleObservations *a, const RankleObservations *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && g_str_equal (a->name, b->name) &&
         a->clock == b->clock && are_alike (a->zero, b->zero) &&
         a->shown_arm == b->shown_arm && a->hidden == b->hidden &&
         have_same_series (a, b) && have_same_arms (a, b) && have_same_points (a, b);
}

/* ---- what was measured ---- */

guint
rankle_observations_add_series (RankleObservations *self, const char *name)
{
  Series series;

  g_return_val_if_fail (self != NULL && !self->is_shared && name != NULL, 0);

  for (guint i = 0; i < self->series->len; i++)
    if (g_str_equal (g_array_index (self->series, Series, i).name, name))
      return i;
  series = (Series){ .name = g_ref_string_new (name), .target = g_ref_string_new (name) };
  g_array_append_val (self->series, series);
  return self->series->len - 1;
}

guint
rankle_observations_add_arm (RankleObservations *self, const char *name)
{
  g_return_val_if_fail (self != NULL && !self->is_shared && name != NULL, 0);

  for (guint i = 0; i < self->arms->len; i++)
    if (g_str_equal (self->arms->pdata[i], name))
      return i;
  g_ptr_array_add (self->arms, g_strdup (name));
  return self->arms->len - 1;
}

void
rankle_observations_add (RankleObservations *self, const RankleObservation *point)
{
  g_return_if_fail (self != NULL && !self->is_shared && point != NULL);
  g_return_if_fail (isfinite (point->time) && isfinite (point->value));
  g_return_if_fail (point->series < self->series->len);
  g_return_if_fail (point->arm >= -1 && point->arm < (int)self->arms->len);
  g_return_if_fail (!(point->low > point->value) && !(point->high < point->value));

  g_array_append_vals (self->points, point, 1);
}

const char *
rankle_observations_get_name (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
rankle_observations_get_n_series (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

const RankleObservedSeries *
rankle_observations_get_series (const RankleObservations *self, guint index)
{
  G_STATIC_ASSERT (sizeof (Series) == sizeof (RankleObservedSeries));

  g_return_val_if_fail (self != NULL && index < self->series->len, NULL);

  return (const RankleObservedSeries *)(void *)&g_array_index (self->series, Series,
                                                               index);
}

guint
rankle_observations_get_n_arms (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->arms->len;
}

const char *
rankle_observations_get_arm (const RankleObservations *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->arms->len, NULL);

  return self->arms->pdata[index];
}

const RankleObservation *
rankle_observations_get_points (const RankleObservations *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->points->len;
  return (const RankleObservation *)(void *)self->points->data;
}

/* ---- how it is read ---- */

void
rankle_observations_set_clock (RankleObservations *self, RankleClock clock)
{
  g_return_if_fail (self != NULL && clock < RANKLE_N_CLOCKS);

  self->clock = clock;
}

RankleClock
rankle_observations_get_clock (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, RANKLE_CLOCK_UNSTATED);

  return self->clock;
}

void
rankle_observations_set_zero (RankleObservations *self, double days)
{
  g_return_if_fail (self != NULL && isfinite (days));

  self->zero = days;
}

double
rankle_observations_get_zero (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->zero;
}

void
rankle_observations_set_shown_arm (RankleObservations *self, int arm)
{
  g_return_if_fail (self != NULL && arm >= -1 && arm < (int)self->arms->len);

  self->shown_arm = arm;
}

int
rankle_observations_get_shown_arm (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->shown_arm;
}

void
rankle_observations_set_series (RankleObservations *self,
                                guint               index,
                                const char         *target,
                                RankleMeasuredAs    measured_as)
{
  Series *series;
  char   *old;

  g_return_if_fail (self != NULL && index < self->series->len);
  g_return_if_fail (target != NULL && measured_as < RANKLE_N_MEASURED_AS);

  series = &g_array_index (self->series, Series, index);
  old = series->target;
  series->target = g_ref_string_new (target);
  series->measured_as = measured_as;
  g_ref_string_release (old);
}

void
rankle_observations_set_hidden (RankleObservations *self, gboolean hidden)
{
  g_return_if_fail (self != NULL);

  self->hidden = hidden;
}

gboolean
rankle_observations_get_hidden (const RankleObservations *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->hidden;
}

static void
adopt_series (RankleObservations *self, const Series *other)
{
  for (guint i = 0; i < self->series->len; i++)
    if (g_str_equal (g_array_index (self->series, Series, i).name, other->name))
      rankle_observations_set_series (self, i, other->target, other->measured_as);
}

void
rankle_observations_adopt (RankleObservations *self, const RankleObservations *others)
{
  g_return_if_fail (self != NULL && others != NULL);

  if (self->clock == RANKLE_CLOCK_UNSTATED)
    self->clock = others->clock;
  self->zero = others->zero;
  for (guint i = 0; i < others->series->len; i++)
    adopt_series (self, &g_array_index (others->series, Series, i));
  for (guint i = 0; others->shown_arm >= 0 && i < self->arms->len; i++)
    if (g_str_equal (self->arms->pdata[i], others->arms->pdata[others->shown_arm]))
      self->shown_arm = (int)i;
}

gboolean
rankle_observations_shows (const RankleObservations *self, const RankleObservation *point)
{
  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  return !self->hidden && (self->shown_arm < 0 || point->arm == self->shown_arm) &&
         *g_array_index (self->series, Series, point->series).target != '\0';
}

double
rankle_observations_get_day (const RankleObservations *self,
                             const RankleObservation  *point)
{
  g_return_val_if_fail (self != NULL && point != NULL, 0);

  return self->zero + point->time * rankle_clock_get_days (self->clock);
}
