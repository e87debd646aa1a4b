/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-answer.h"

#include <math.h>

/* What is led away by less is not told: [%], and of a level 1 % of what it would be. */
#define LEAST 1.0
/* What is still so much of the way there lasts: what is answered at once is often
 * answered back. */
#define STAYS 0.5
/* Below this part of the largest sum a share is one of rounding. */
#define LEAST_WHOLE 1e-4
/* Below this [%] a level is nothing, whatever it would be. */
#define LEAST_LEVEL 1e-3

typedef struct
{
  const RankleComparedRuns *runs;
  const RankleAnswer       *answer;
  RankleComparedColumn      own;
  RankleComparedColumn     *whole; /* (owned): what it is a share of */
  double                    unit;  /* of a level: 1 % of the baseline's start */
  double                    least; /* of a share: the smallest sum that is one */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->whole, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Of the run, of what would be, or of the start. */
typedef enum
{
  HERE,
  OTHERWISE,
  BEFORE,
} Place;

static inline double
get (const RankleComparedColumn *column, Place place, guint row)
{
  switch (place)
    {
    case HERE:
      return column->values[row];
    case OTHERWISE:
      return rankle_compared_column_get_otherwise (column, row);
    case BEFORE:
    default:
      return column->before;
    }
}

static double
sum_whole (const Reading *self, Place from, guint row)
{
  double sum = 0;

  for (guint i = 0; i < self->answer->n_whole; i++)
    sum += get (&self->whole[i], from, row);
  return sum;
}

static double
read_from (const Reading *self, Place from, guint row)
{
  double value = get (&self->own, from, row);
  double whole;

  switch (self->answer->kind)
    {
    case RANKLE_ANSWER_SHARE:
      whole = sum_whole (self, from, row);
      return whole > self->least ? 100 * value / whole : NAN;
    case RANKLE_ANSWER_LEVEL:
      return value / self->unit;
    case RANKLE_ANSWER_AMOUNT:
      return value;
    case RANKLE_ANSWER_CHANGE:
    default:
      return value / self->unit - 100;
    }
}

/* Of what is told in percent 1 %. */
static double
get_least (const RankleAnswer *answer)
{
  g_assert (answer->kind != RANKLE_ANSWER_AMOUNT || answer->least > 0);
  return answer->kind == RANKLE_ANSWER_AMOUNT ? answer->least : LEAST;
}

/* How far the column is led away; below 1 it is not told. NaN where it cannot be said. */
static double
measure (const Reading *self, guint row)
{
  double value = read_from (self, HERE, row);
  double otherwise = read_from (self, OTHERWISE, row);

  if (self->answer->kind != RANKLE_ANSWER_LEVEL)
    return fabs (value - otherwise) / get_least (self->answer);
  if (!(fmax (value, otherwise) > LEAST_LEVEL))
    return NAN;
  return fabs (log (fmax (value, LEAST_LEVEL) / fmax (otherwise, LEAST_LEVEL))) /
         log1p (LEAST / 100);
}

/* FALSE: there is nothing to take a percentage of. */
static gboolean
begin (Reading *self, const RankleComparedRuns *runs, const RankleAnswer *answer)
{
  double whole;

  *self = (Reading){ .runs = runs,
                     .answer = answer,
                     .own = rankle_compared_runs_open (runs, answer->column),
                     .whole = g_new (RankleComparedColumn, answer->n_whole) };
  for (guint i = 0; i < answer->n_whole; i++)
    self->whole[i] = rankle_compared_runs_open (runs, answer->whole[i]);
  if (answer->kind == RANKLE_ANSWER_AMOUNT)
    return TRUE;
  if (answer->kind != RANKLE_ANSWER_SHARE)
    {
      self->unit = self->own.before / 100;
      return isfinite (self->unit) && self->unit > 0;
    }
  whole = sum_whole (self, BEFORE, 0);
  self->least = LEAST_WHOLE * whole;
  return isfinite (whole) && whole > 0;
}

/* The row where the column is led away most, and *@far by how much. */
static guint
find_row (const Reading *self, double *far)
{
  guint most = 0;

  g_assert (self->runs->n > 0);
  *far = 0;
  for (guint i = 0; i < self->runs->n; i++)
    {
      double there = measure (self, i);

      if (!(there > *far))
        continue;
      *far = there;
      most = i;
    }
  return most;
}

static void
fill (const Reading *self, guint row, RankleTold *told)
{
  told->time = rankle_compared_runs_get_time (self->runs, row);
  told->value = read_from (self, HERE, row);
  told->otherwise = read_from (self, OTHERWISE, row);
  told->before = read_from (self, BEFORE, 0);
  told->moves_anyway = fabs (told->otherwise - told->before) > get_least (self->answer);
}

/* At the end it is on the same side as in @row, and about as @far. */
static gboolean
lasts (const Reading *self, guint row, double far)
{
  guint    last = self->runs->n - 1;
  gboolean rises = read_from (self, HERE, row) > read_from (self, OTHERWISE, row);
  gboolean ends_above = read_from (self, HERE, last) > read_from (self, OTHERWISE, last);

  return rises == ends_above && measure (self, last) >= STAYS * far;
}

static gboolean
leaves_range (const Reading *self, guint *beyond)
{
  *beyond = self->answer->column;
  for (guint i = 0; i < self->answer->n_whole; i++)
    {
      if (rankle_compared_runs_leaves_range (self->runs, *beyond))
        return TRUE;
      *beyond = self->answer->whole[i];
    }
  return rankle_compared_runs_leaves_range (self->runs, *beyond);
}

gboolean
rankle_answer_find (const RankleComparedRuns *runs,
                    const RankleAnswer       *answer,
                    RankleTold               *told)
{
  g_auto (Reading) self = { 0 };
  guint row, last = runs->n - 1;

  g_assert (answer != NULL && told != NULL);

  if (!begin (&self, runs, answer))
    return FALSE;
  row = find_row (&self, &told->far);
  told->lasts = lasts (&self, row, told->far);
  told->end = read_from (&self, HERE, last);
  told->leaves_range = leaves_range (&self, &told->beyond);
  fill (&self, told->lasts ? last : row, told);
  return told->far >= 1 && isfinite (told->before) && isfinite (told->end) &&
         isfinite (told->value) && isfinite (told->otherwise);
}

/* ---- of all that is plotted ---- */

/* The part of all that @column reaches by which it is led away; *@row: where. */
static double
find_departure (const RankleComparedRuns *runs, guint column, guint *row)
{
  RankleComparedColumn opened = rankle_compared_runs_open (runs, column);
  double largest = rankle_compared_runs_get_largest (runs, column), most = 0;

  for (guint i = 0; i < runs->n; i++)
    {
      double far = fabs (get (&opened, HERE, i) - get (&opened, OTHERWISE, i)) / largest;

      if (!(far > most))
        continue;
      most = far;
      *row = i;
    }
  return most;
}

static void
fill_plain (const RankleComparedRuns *runs, guint column, guint row, RankleTold *told)
{
  RankleComparedColumn opened = rankle_compared_runs_open (runs, column);

  *told = (RankleTold){
    .time = rankle_compared_runs_get_time (runs, row),
    .value = get (&opened, HERE, row),
    .otherwise = get (&opened, OTHERWISE, row),
    .before = opened.before,
    .end = get (&opened, HERE, runs->n - 1),
  };
}

gboolean
rankle_answer_find_most (const RankleComparedRuns *runs, guint *column, RankleTold *told)
{
  RankleModel *model = rankle_trajectory_get_model (runs->run);
  double       most = LEAST / 100;
  gboolean     found = FALSE;

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i);

      for (guint k = 0; k < panel->n_columns; k++)
        {
          guint  row = 0;
          double far = find_departure (runs, panel->columns[k], &row);

          if (!(far > most) ||
              rankle_compared_runs_leaves_range (runs, panel->columns[k]))
            continue;
          most = far;
          found = TRUE;
          *column = panel->columns[k];
          fill_plain (runs, *column, row, told);
        }
    }
  return found;
}

gboolean
rankle_answer_find_beyond (const RankleComparedRuns *runs, guint *column)
{
  RankleModel *model = rankle_trajectory_get_model (runs->run);

  g_assert (column != NULL);

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i);

      for (guint k = 0; k < panel->n_columns; k++)
        {
          *column = panel->columns[k];
          if (rankle_compared_runs_leaves_range (runs, *column))
            return TRUE;
        }
    }
  return FALSE;
}
