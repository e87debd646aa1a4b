/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-observations-head.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS_MAX 500

void
_rankle_observations_head_clear (RankleObservationsHead *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
}

/* ---- words ---- */

static const struct
{
  const char    *word;
  RankleCellKind kind;
} words[] = {
  { "quantity", RANKLE_CELL_QUANTITY }, { "observable", RANKLE_CELL_QUANTITY },
  { "variable", RANKLE_CELL_QUANTITY }, { "marker", RANKLE_CELL_QUANTITY },
  { "analyte", RANKLE_CELL_QUANTITY },  { "column", RANKLE_CELL_QUANTITY },
  { "value", RANKLE_CELL_VALUE },       { "mean", RANKLE_CELL_VALUE },
  { "low", RANKLE_CELL_LOW },           { "lower", RANKLE_CELL_LOW },
  { "high", RANKLE_CELL_HIGH },         { "upper", RANKLE_CELL_HIGH },
  { "sd", RANKLE_CELL_SPREAD },         { "se", RANKLE_CELL_SPREAD },
  { "sem", RANKLE_CELL_SPREAD },        { "spread", RANKLE_CELL_SPREAD },
  { "arm", RANKLE_CELL_ARM },           { "group", RANKLE_CELL_ARM },
  { "treatment", RANKLE_CELL_ARM },
};

static RankleCellKind
find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, word) == 0)
      return words[i].kind;
  return RANKLE_CELL_NOTHING;
}

static const struct
{
  const char *word;
  RankleClock clock;
} clocks[] = {
  { "s", RANKLE_CLOCK_SECOND },       { "sec", RANKLE_CLOCK_SECOND },
  { "second", RANKLE_CLOCK_SECOND },  { "seconds", RANKLE_CLOCK_SECOND },
  { "min", RANKLE_CLOCK_MINUTE },     { "minute", RANKLE_CLOCK_MINUTE },
  { "minutes", RANKLE_CLOCK_MINUTE }, { "h", RANKLE_CLOCK_HOUR },
  { "hr", RANKLE_CLOCK_HOUR },        { "hour", RANKLE_CLOCK_HOUR },
  { "hours", RANKLE_CLOCK_HOUR },     { "d", RANKLE_CLOCK_DAY },
  { "day", RANKLE_CLOCK_DAY },        { "days", RANKLE_CLOCK_DAY },
  { "w", RANKLE_CLOCK_WEEK },         { "wk", RANKLE_CLOCK_WEEK },
  { "week", RANKLE_CLOCK_WEEK },      { "weeks", RANKLE_CLOCK_WEEK },
  { "mo", RANKLE_CLOCK_MONTH },       { "month", RANKLE_CLOCK_MONTH },
  { "months", RANKLE_CLOCK_MONTH },   { "y", RANKLE_CLOCK_YEAR },
  { "yr", RANKLE_CLOCK_YEAR },        { "year", RANKLE_CLOCK_YEAR },
  { "years", RANKLE_CLOCK_YEAR },
};

static RankleClock
find_clock (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (g_ascii_strcasecmp (clocks[i].word, word) == 0)
      return clocks[i].clock;
  return RANKLE_CLOCK_UNSTATED;
}

/* "Time (weeks)", "time_d", "t" and "Day" are times; "d" or "s" alone are not. */
static gboolean
read_time (const char *name, RankleClock *clock)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " _-()[]/", -1);
  gboolean is_time = g_ascii_strcasecmp (parts[0], "time") == 0 ||
                     g_ascii_strcasecmp (parts[0], "t") == 0;

  *clock = RANKLE_CLOCK_UNSTATED;
  if (!is_time)
    {
      *clock = parts[1] == NULL && strlen (name) > 2 ? find_clock (name)
                                                     : RANKLE_CLOCK_UNSTATED;
      return *clock != RANKLE_CLOCK_UNSTATED;
    }
  for (char **part = parts + 1; *part != NULL && *clock == RANKLE_CLOCK_UNSTATED; part++)
    *clock = find_clock (*part);
  return TRUE;
}

/* ---- names ---- */

static gboolean
has_name (const RankleObservationsHead *self, const char *name, gsize length, guint *at)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strlen (self->names->pdata[i]) == length &&
        g_ascii_strncasecmp (self->names->pdata[i], name, length) == 0)
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/* A spreadsheet may leave columns behind the last, in which nothing is. */
static guint
count_named (const GPtrArray *fields)
{
  guint n = fields->len;

  while (n > 0 && *g_strstrip (fields->pdata[n - 1]) == '\0')
    n--;
  return n;
}

static gboolean
read_names (RankleObservationsHead *self,
            const RanklePlace      *place,
            const GPtrArray        *fields,
            GError                **error)
{
  guint n = count_named (fields), at;

  if (n > COLUMNS_MAX)
    return _rankle_place_fail (place, error,
                               ngettext ("there can be no more than %d column",
                                         "there can be no more than %d columns",
                                         COLUMNS_MAX),
                               COLUMNS_MAX);
  for (guint i = 0; i < n; i++)
    {
      char *name = g_strstrip (fields->pdata[i]);

      if (*name == '\0')
        return _rankle_place_fail (place, error, _ ("the head has no name for column %u"),
                                   i + 1);
      if (has_name (self, name, strlen (name), &at))
        return _rankle_place_fail (place, error, _ ("the head has “%s” twice"), name);
      g_ptr_array_add (self->names, g_strdup (name));
    }
  return TRUE;
}

/* ---- kinds ---- */

static RankleCell *
get_cell (RankleObservationsHead *self, guint i)
{
  return &g_array_index (self->cells, RankleCell, i);
}

static gboolean
has_kind (const RankleObservationsHead *self, RankleCellKind kind)
{
  for (guint i = 0; i < self->names->len; i++)
    if (find_kind (self->names->pdata[i]) == kind)
      return TRUE;
  return FALSE;
}

/* The first; what else is called by a time is a quantity. FALSE: there is none. */
static gboolean
put_time (RankleObservationsHead *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (read_time (self->names->pdata[i], &self->clock))
      {
        get_cell (self, i)->kind = RANKLE_CELL_TIME;
        return TRUE;
      }
  return FALSE;
}

/* "CTX_sd" is of "CTX", if there is such a column. */
static RankleCell
find_wide_cell (const RankleObservationsHead *self, guint i)
{
  const char    *name = self->names->pdata[i];
  const char    *bar = strrchr (name, '_');
  RankleCellKind kind = bar != NULL ? find_kind (bar + 1) : RANKLE_CELL_NOTHING;
  guint          of;

  if (find_kind (name) == RANKLE_CELL_ARM)
    return (RankleCell){ RANKLE_CELL_ARM, 0 };
  if ((kind == RANKLE_CELL_LOW || kind == RANKLE_CELL_HIGH ||
       kind == RANKLE_CELL_SPREAD) &&
      has_name (self, name, (gsize)(bar - name), &of))
    return (RankleCell){ kind, of };
  return (RankleCell){ RANKLE_CELL_VALUE, i };
}

static void
put_kinds (RankleObservationsHead *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (get_cell (self, i)->kind == RANKLE_CELL_TIME)
      continue;
    else if (self->is_long)
      *get_cell (self, i) = (RankleCell){ find_kind (self->names->pdata[i]), 0 };
    else
      *get_cell (self, i) = find_wide_cell (self, i);
}

/* "sd" and "se" both, say: which of them is the spread? */
static gboolean
check_once (RankleObservationsHead *self, const RanklePlace *place, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    for (guint j = 0; j < i; j++)
      if (get_cell (self, i)->kind == get_cell (self, j)->kind &&
          get_cell (self, i)->of == get_cell (self, j)->of &&
          get_cell (self, i)->kind != RANKLE_CELL_NOTHING)
        return _rankle_place_fail (
            place, error, _ ("the head has “%s” and “%s”, of which there can be one"),
            (char *)self->names->pdata[j], (char *)self->names->pdata[i]);
  return TRUE;
}

static gboolean
check_any (RankleObservationsHead *self, const RanklePlace *place, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    if (get_cell (self, i)->kind == RANKLE_CELL_VALUE)
      return TRUE;
  return _rankle_place_fail (place, error, _ ("the head has no column of values"));
}

gboolean
_rankle_observations_head_read (RankleObservationsHead *self,
                                const RanklePlace      *place,
                                const GPtrArray        *fields,
                                GError                **error)
{
  g_assert (self->names == NULL && self->cells == NULL);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, TRUE, sizeof (RankleCell));
  if (!read_names (self, place, fields, error))
    return FALSE;
  g_array_set_size (self->cells, self->names->len);
  self->is_long =
      has_kind (self, RANKLE_CELL_QUANTITY) && has_kind (self, RANKLE_CELL_VALUE);
  if (!put_time (self))
    return _rankle_place_fail (
        place, error,
        _ ("the head has no column of time, such as “day” or “time (weeks)”"));
  put_kinds (self);
  return check_any (self, place, error) && check_once (self, place, error);
}
