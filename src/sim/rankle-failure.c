/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a user reads when a run ends early: when, which state, and what to try. The last
 * sentence has no full stop: more may follow it. */

#include "config.h"

#include "rankle-failure-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  RankleTrajectory *partial; /* (owned) (nullable) */
} RankleSimErrorPrivate;

static void
rankle_sim_error_private_init (RankleSimErrorPrivate *self)
{
  self->partial = NULL;
}

static void
rankle_sim_error_private_copy (const RankleSimErrorPrivate *self,
                               RankleSimErrorPrivate       *copy)
{
  copy->partial = self->partial != NULL ? rankle_trajectory_ref (self->partial) : NULL;
}

static void
rankle_sim_error_private_clear (RankleSimErrorPrivate *self)
{
  g_clear_pointer (&self->partial, rankle_trajectory_unref);
}

G_DEFINE_EXTENDED_ERROR (RankleSimError, rankle_sim_error)

void
_rankle_failure_register (void)
{
  static gsize registered;

  if (!g_once_init_enter (&registered))
    return;
  rankle_sim_error_quark ();
  g_once_init_leave (&registered, 1);
}

void
_rankle_failure_take_partial (GError *error, RankleTrajectory *partial)
{
  RankleSimErrorPrivate *private = rankle_sim_error_get_private (error);

  g_assert (private != NULL && private->partial == NULL);
  private->partial = partial;
}

RankleTrajectory *
rankle_sim_error_get_partial (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == RANKLE_SIM_ERROR ? rankle_sim_error_get_private (error)->partial
                                           : NULL;
}

/* (transfer full): "12.5 days"; the bare number where the model names no unit. */
static char *
describe_time (RankleModel *model, double time)
{
  static const struct
  {
    const char *unit;
    const char *format;
  } formats[] = {
    /* Translators: all four: %s is a number such as 12.5 */
    { "day", N_ ("%s days") },
    { "hour", N_ ("%s hours") },
    { "minute", N_ ("%s minutes") },
    { "second", N_ ("%s seconds") },
  };
  const char      *unit = rankle_model_get_time_unit (model);
  g_autofree char *number = g_strdup_printf ("%.6g", time);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (unit, formats[i].unit) == 0)
      {
        GString *text = g_string_new (_ (formats[i].format));

        g_string_replace (text, "%s", number, 1);
        return g_string_free (text, FALSE);
      }
  return g_steal_pointer (&number);
}

static const char *
name_state (RankleModel *model, guint state)
{
  if (state < rankle_model_get_n_states (model))
    return rankle_model_get_state (model, state)->id;
  return rankle_model_get_id (model);
}

static gboolean
set_stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("The run was stopped"));
  return FALSE;
}

/* (transfer full): what happened, and when. */
static char *
describe_breakdown (RankleFailure failure, const char *when, const char *who)
{
  switch (failure)
    {
    case RANKLE_FAILURE_NOT_FINITE:
      /* Translators: a time such as "12.5 days", then a name; so in the next three. */
      return g_strdup_printf (_ ("The run stopped at %s: %s changes at a rate that is "
                                 "infinite or undefined"),
                              when, who);
    case RANKLE_FAILURE_TOO_MANY_STEPS:
      return g_strdup_printf (_ ("The run stopped at %s: %s needs too many steps"), when,
                              who);
    case RANKLE_FAILURE_TOO_FAST:
      return g_strdup_printf (_ ("The run stopped at %s: %s changes too fast for the "
                                 "solver to follow"),
                              when, who);
    case RANKLE_FAILURE_UNBOUNDED:
      return g_strdup_printf (_ ("The run stopped at %s: %s grows without bound"), when,
                              who);
    case RANKLE_FAILURE_STOPPED:
    default:
      g_assert_not_reached ();
    }
}

/* (transfer full): what to try. @parameter: (nullable): an id */
static char *
advise (const RankleBreakdown *breakdown, const char *parameter)
{
  if (breakdown->failure == RANKLE_FAILURE_NOT_FINITE)
    return g_strdup (_ ("Look at what its rate divides by, or takes a root, a power or a "
                        "logarithm of"));
  if (breakdown->failure == RANKLE_FAILURE_UNBOUNDED)
    return parameter == NULL
               ? g_strdup (_ ("Try an end before that"))
               /* Translators: the name of a parameter. */
               : g_strdup_printf (_ ("Try an end before that, or look at %s, on which "
                                     "its rate depends most"),
                                  parameter);
  return parameter == NULL
             /* Translators: a number, such as 1e-06 */
             ? g_strdup_printf (
                   _ ("Try a looser tolerance than %g, or an end before that"),
                   breakdown->relative)
             /* Translators: a number, such as 1e-06, and the name of a parameter. */
             : g_strdup_printf (
                   _ ("Try a looser tolerance than %g or an end before that, "
                      "or look at %s, on which its rate depends most"),
                   breakdown->relative, parameter);
}

gboolean
_rankle_failure_set (const RankleBreakdown *breakdown, RankleModel *model, GError **error)
{
  g_autofree char *when = describe_time (model, breakdown->time);
  g_autofree char *what = NULL, *advice = NULL;
  const char      *parameter = NULL;
  int              code = RANKLE_SIM_ERROR_FAILED;

  if (breakdown->failure == RANKLE_FAILURE_STOPPED)
    return set_stopped (error);
  if (breakdown->failure == RANKLE_FAILURE_NOT_FINITE)
    code = RANKLE_SIM_ERROR_NOT_FINITE;
  if (breakdown->parameter >= 0)
    parameter = rankle_model_get_parameter (model, (guint)breakdown->parameter)->id;
  what =
      describe_breakdown (breakdown->failure, when, name_state (model, breakdown->state));
  advice = advise (breakdown, parameter);
  /* Translators: two sentences, the second without its full stop. */
  g_set_error (error, RANKLE_SIM_ERROR, code, _ ("%s. %s"), what, advice);
  return FALSE;
}

gboolean
_rankle_failure_set_initial (RankleModel *model, guint state, GError **error)
{
  g_set_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE,
               _ ("The run cannot start: the initial value of %s is not a finite number"),
               name_state (model, state));
  return FALSE;
}

gboolean
_rankle_failure_set_drift (
    RankleModel *model, guint state, double change, double horizon, GError **error)
{
  g_autofree char *span = describe_time (model, horizon);

  g_set_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NO_STEADY_STATE,
               /* Translators: a name, a number, a span of time such as "140 days" */
               _ ("No steady state was found: %s still changes, by %.3g of its size in "
                  "%s"),
               name_state (model, state), change, span);
  return FALSE;
}

gboolean
_rankle_failure_set_forced (RankleModel *model, guint state, double time, GError **error)
{
  g_autofree char *when = describe_time (model, time);

  g_set_error (
      error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NO_STEADY_STATE,
      /* Translators: a name, a time such as "140 days" */
      _ ("There is no steady state: the model depends on time, and %s that rests at "
         "the start moves again at %s"),
      name_state (model, state), when);
  return FALSE;
}
