/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-question.h"

#include <math.h>

#include "rankle-run-times.h"

typedef enum
{
  ROWS_OF_PLOT,
  ROWS_EVERY,
  ROWS_AT_TIMES,
} Rows;

struct _RankleQuestion
{
  gatomicrefcount ref_count;
  RankleModel    *model;    /* (owned) */
  RankleScenario *scenario; /* (owned) */

  Rows    rows;
  double  end, interval; /* of ROWS_EVERY */
  GArray *times;         /* (owned): double; of a plot those added */

  double   relative, absolute; /* relative 0: the protocol's own */
  double  *parameters;         /* (owned) (nullable) */
  gboolean hidden, lenient;
};

G_DEFINE_BOXED_TYPE (RankleQuestion,
                     rankle_question,
                     rankle_question_ref,
                     rankle_question_unref)

RankleQuestion *
rankle_question_new (RankleModel *model, RankleScenario *scenario)
{
  RankleQuestion *self;

  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  self = g_new0 (RankleQuestion, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->model = rankle_model_ref (model);
  self->scenario = rankle_scenario_ref (scenario);
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

RankleQuestion *
rankle_question_with_scenario (const RankleQuestion *self, RankleScenario *scenario)
{
  RankleQuestion *other;

  g_return_val_if_fail (self != NULL && scenario != NULL, NULL);

  other = rankle_question_new (self->model, scenario);
  other->rows = self->rows;
  other->end = self->end;
  other->interval = self->interval;
  g_array_append_vals (other->times, self->times->data, self->times->len);
  other->relative = self->relative;
  other->absolute = self->absolute;
  other->hidden = self->hidden;
  other->lenient = self->lenient;
  if (self->parameters != NULL)
    rankle_question_set_parameters (other, self->parameters);
  return other;
}

RankleQuestion *
rankle_question_ref (RankleQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_question_unref (RankleQuestion *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  rankle_model_unref (self->model);
  rankle_scenario_unref (self->scenario);
  g_array_unref (self->times);
  g_free (self->parameters);
  g_free (self);
}

RankleModel *
rankle_question_get_model (const RankleQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

RankleScenario *
rankle_question_get_scenario (const RankleQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scenario;
}

double
rankle_question_get_horizon (const RankleQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return rankle_scenario_get_horizon_for (self->scenario, self->model);
}

/* ---- what is wanted ---- */

void
rankle_question_set_every (RankleQuestion *self, double end, double interval)
{
  g_return_if_fail (self != NULL && end > 0 && interval > 0);

  self->rows = ROWS_EVERY;
  self->end = end;
  self->interval = interval;
}

static gboolean
are_ascending (const double *times, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isfinite (times[i]) || (i > 0 && !(times[i] > times[i - 1])))
      return FALSE;
  return TRUE;
}

void
rankle_question_set_times (RankleQuestion *self, const double *times, guint n)
{
  g_return_if_fail (self != NULL && n > 0 && are_ascending (times, n));

  self->rows = ROWS_AT_TIMES;
  g_array_set_size (self->times, 0);
  g_array_append_vals (self->times, times, n);
}

void
rankle_question_add_times (RankleQuestion *self, const double *times, guint n)
{
  g_return_if_fail (self != NULL && self->rows == ROWS_OF_PLOT);

  g_array_append_vals (self->times, times, n);
}

void
rankle_question_set_tolerances (RankleQuestion *self, double relative, double absolute)
{
  g_return_if_fail (self != NULL && relative > 0 && absolute >= 0);

  self->relative = relative;
  self->absolute = absolute;
}

void
rankle_question_set_hidden (RankleQuestion *self, gboolean hidden)
{
  g_return_if_fail (self != NULL);

  self->hidden = hidden;
}

void
rankle_question_set_lenient (RankleQuestion *self, gboolean lenient)
{
  g_return_if_fail (self != NULL);

  self->lenient = lenient;
}

void
rankle_question_set_parameters (RankleQuestion *self, const double *parameters)
{
  g_return_if_fail (self != NULL && parameters != NULL && self->parameters == NULL);

  self->parameters = g_memdup2 (parameters, rankle_model_get_n_parameters (self->model) *
                                                sizeof *parameters);
}

/* ---- what is run ---- */

static void
put_parameters (const RankleQuestion *self, RankleProtocol *protocol)
{
  guint n = rankle_model_get_n_parameters (self->model);

  for (guint i = 0; self->parameters != NULL && i < n; i++)
    if (!isnan (self->parameters[i]))
      rankle_protocol_set_parameter (protocol, i, self->parameters[i]);
}

static void
put_rows_of_plot (const RankleQuestion *self, RankleProtocol *protocol)
{
  g_autoptr (GArray) times = NULL;
  const RankleEvent *events;
  guint              n;

  g_assert (self->rows == ROWS_OF_PLOT);

  events = rankle_protocol_get_events (protocol, &n);
  times = rankle_run_times_choose (rankle_question_get_horizon (self), events, n);
  if (self->times->len > 0)
    rankle_run_times_add (times, (const double *)(void *)self->times->data,
                          self->times->len);
  rankle_protocol_set_times (protocol, (const double *)(void *)times->data, times->len);
}

static void
put_rows (const RankleQuestion *self, RankleProtocol *protocol)
{
  if (self->rows == ROWS_OF_PLOT)
    put_rows_of_plot (self, protocol);
  else if (self->rows == ROWS_EVERY)
    rankle_protocol_set_every (protocol, self->end, self->interval);
  else
    rankle_protocol_set_times (protocol, (const double *)(void *)self->times->data,
                               self->times->len);
}

RankleProtocol *
rankle_question_make_protocol (const RankleQuestion *self, GError **error)
{
  g_autoptr (RankleProtocol) protocol = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  protocol = rankle_protocol_new (self->model);
  put_parameters (self, protocol);
  if (!rankle_scenario_apply (self->scenario, protocol, !self->lenient, error))
    return NULL;
  put_rows (self, protocol);
  if (self->relative > 0)
    rankle_protocol_set_tolerances (protocol, self->relative, self->absolute);
  rankle_protocol_set_hidden (protocol, self->hidden);
  rankle_protocol_seal (protocol);
  return g_steal_pointer (&protocol);
}
