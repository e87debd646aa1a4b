/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-measures-copy.h"

#include <math.h>

#include "rankle-measures-ask.h"
#include "rankle-session-table.h"

struct _RankleMeasuresCopy
{
  RankleSession         *session;    /* (owned) */
  GHashTable            *thresholds; /* (owned) */
  GPtrArray             *asks;       /* (owned): RankleMeasuresAsk: now, and kept ones */
  guint                  n_pending;
  RankleMeasuresCopyFunc func;
  gpointer               data;
};

static char *
format (RankleMeasuresCopy *self)
{
  RankleMeasuresAsked asked = { .at = rankle_session_get_cursor (self->session),
                                .since = NAN,
                                .thresholds = self->thresholds };
  RankleTrajectory   *now = rankle_measures_ask_get_run (self->asks->pdata[0]);
  g_autoptr (GArray) rows = rankle_measures_rows_new ();
  g_auto (GStrv) notes = rankle_session_table_list_notes (
      self->session, rankle_trajectory_get_protocol (now));

  for (guint i = 0; i < self->asks->len; i++)
    {
      const RankleMeasuresAsk *ask = self->asks->pdata[i];

      rankle_measures_rows_add (rows, rankle_measures_ask_get_name (ask),
                                rankle_measures_ask_get_run (ask),
                                rankle_measures_ask_get_baseline (ask), &asked);
    }
  return rankle_measures_to_csv (rows, (const char *const *)notes, NULL);
}

/* (nullable): of the first that failed. */
static const GError *
find_error (RankleMeasuresCopy *self)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      const GError *error = rankle_measures_ask_get_error (self->asks->pdata[i]);

      if (error != NULL)
        return error;
    }
  return NULL;
}

static void
ask_cb (RankleMeasuresAsk *ask, gpointer data)
{
  RankleMeasuresCopy *self = data;
  const GError       *error;
  g_autofree char    *csv = NULL;

  g_assert (self->n_pending > 0);
  self->n_pending--;
  if (self->n_pending > 0)
    return;
  error = find_error (self);
  csv = error == NULL ? format (self) : NULL;
  self->func (self, csv, error, self->data);
}

static void
add_kept (RankleMeasuresCopy *self, RankleRunner *runner)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (self->session, &n);

  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_is_hidden (kept[i]))
      g_ptr_array_add (self->asks, rankle_measures_ask_new_kept (runner, self->session,
                                                                 kept[i], ask_cb, self));
}

RankleMeasuresCopy *
rankle_measures_copy_new (RankleRunner          *runner,
                          RankleSession         *session,
                          GHashTable            *thresholds,
                          RankleMeasuresCopyFunc func,
                          gpointer               data)
{
  RankleMeasuresCopy *self = g_new0 (RankleMeasuresCopy, 1);

  self->session = rankle_session_ref (session);
  self->thresholds = g_hash_table_ref (thresholds);
  self->asks = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_measures_ask_free);
  self->func = func;
  self->data = data;
  g_ptr_array_add (self->asks, rankle_measures_ask_new (runner, RANKLE_MEASURES_NOW,
                                                        session, ask_cb, self));
  add_kept (self, runner);
  return self;
}

void
rankle_measures_copy_free (RankleMeasuresCopy *self)
{
  g_ptr_array_unref (self->asks);
  g_hash_table_unref (self->thresholds);
  rankle_session_unref (self->session);
  g_free (self);
}

/* The last may be answered at once, and all of it be gone. */
void
rankle_measures_copy_begin (RankleMeasuresCopy *self)
{
  g_autoptr (GPtrArray) asks = g_ptr_array_ref (self->asks);

  self->n_pending = asks->len;
  for (guint i = 0; i < asks->len; i++)
    rankle_measures_ask_begin (asks->pdata[i]);
}
