/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-protocol.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

struct _RankleProtocol
{
  atomic_int   ref_count; /* C11, so that ThreadSanitizer sees it */
  RankleModel *model;     /* (owned) */
  gboolean     sealed;
  double      *parameters; /* NaN: default */
  double      *initial;    /* NaN: default */
  gboolean    *held;       /* of each state */
  GArray      *events;     /* RankleEvent, by time once sealed */
  double      *times;      /* (nullable) */
  guint        n_times;
  double       relative, absolute;
  gboolean     hidden;
};

G_DEFINE_BOXED_TYPE (RankleProtocol,
                     rankle_protocol,
                     rankle_protocol_ref,
                     rankle_protocol_unref)

static double *
undefined_values (guint n)
{
  double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = NAN;
  return values;
}

RankleProtocol *
rankle_protocol_new (RankleModel *model)
{
  RankleProtocol *self;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_new0 (RankleProtocol, 1);
  atomic_init (&self->ref_count, 1);
  self->model = rankle_model_ref (model);
  self->parameters = undefined_values (rankle_model_get_n_parameters (model));
  self->initial = undefined_values (rankle_model_get_n_states (model));
  self->held = g_new0 (gboolean, rankle_model_get_n_states (model) + 1);
  self->events = g_array_new (FALSE, FALSE, sizeof (RankleEvent));
  self->relative = rankle_model_get_tolerance (model);
  return self;
}

RankleProtocol *
rankle_protocol_copy (const RankleProtocol *protocol)
{
  RankleProtocol *copy;

  g_return_val_if_fail (protocol != NULL, NULL);

  copy = rankle_protocol_new (protocol->model);
  memcpy (copy->parameters, protocol->parameters,
          rankle_model_get_n_parameters (protocol->model) * sizeof (double));
  memcpy (copy->initial, protocol->initial,
          rankle_model_get_n_states (protocol->model) * sizeof (double));
  memcpy (copy->held, protocol->held,
          rankle_model_get_n_states (protocol->model) * sizeof (gboolean));
  g_array_append_vals (copy->events, protocol->events->data, protocol->events->len);
  copy->times = g_memdup2 (protocol->times, protocol->n_times * sizeof (double));
  copy->n_times = protocol->n_times;
  copy->relative = protocol->relative;
  copy->absolute = protocol->absolute;
  copy->hidden = protocol->hidden;
  return copy;
}

RankleProtocol *
rankle_protocol_ref (RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  atomic_fetch_add_explicit (&protocol->ref_count, 1, memory_order_relaxed);
  return protocol;
}

void
rankle_protocol_unref (RankleProtocol *protocol)
{
  g_return_if_fail (protocol != NULL);

  if (atomic_fetch_sub_explicit (&protocol->ref_count, 1, memory_order_acq_rel) > 1)
    return;

  rankle_model_unref (protocol->model);
  g_free (protocol->parameters);
  g_free (protocol->initial);
  g_free (protocol->held);
  g_array_unref (protocol->events);
  g_free (protocol->times);
  g_free (protocol);
}

void
rankle_protocol_set_parameter (RankleProtocol *protocol, guint parameter, double value)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (parameter < rankle_model_get_n_parameters (protocol->model));

  protocol->parameters[parameter] = value;
}

void
rankle_protocol_set_initial (RankleProtocol *protocol, guint state, double value)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (state < rankle_model_get_n_states (protocol->model));

  protocol->initial[state] = value;
}

void
rankle_protocol_hold (RankleProtocol *protocol, guint state, double value)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (state < rankle_model_get_n_states (protocol->model));

  protocol->initial[state] = value;
  protocol->held[state] = TRUE;
}

static void
add_event (
    RankleProtocol *self, RankleEventKind kind, guint target, double value, double time)
{
  RankleEvent event = { .time = time, .kind = kind, .target = target, .value = value };

  g_return_if_fail (isfinite (time) && isfinite (value));

  g_array_append_val (self->events, event);
}

void
rankle_protocol_add_dose (RankleProtocol *protocol,
                          guint           state,
                          double          amount,
                          double          time)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (state < rankle_model_get_n_states (protocol->model));

  add_event (protocol, RANKLE_EVENT_DOSE, state, amount, time);
}

void
rankle_protocol_add_infusion (
    RankleProtocol *protocol, guint state, double rate, double from, double to)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (state < rankle_model_get_n_states (protocol->model));
  g_return_if_fail (from <= to);

  add_event (protocol, RANKLE_EVENT_INFUSION, state, rate, from);
  add_event (protocol, RANKLE_EVENT_INFUSION, state, -rate, to);
}

void
rankle_protocol_change_parameter (RankleProtocol *protocol,
                                  guint           parameter,
                                  double          value,
                                  double          time)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (parameter < rankle_model_get_n_parameters (protocol->model));

  add_event (protocol, RANKLE_EVENT_PARAMETER, parameter, value, time);
}

void
rankle_protocol_set_times (RankleProtocol *protocol, const double *times, guint n)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (n > 0);
  for (guint i = 0; i < n; i++)
    g_return_if_fail (isfinite (times[i]) && (i == 0 || times[i] > times[i - 1]));

  g_free (protocol->times);
  protocol->times = g_memdup2 (times, n * sizeof (double));
  protocol->n_times = n;
}

void
rankle_protocol_set_every (RankleProtocol *protocol, double end, double interval)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (end > 0 && interval > 0);

  /* Products, not sums: no rounding piles up. The end is always a row. */
  for (guint i = 0; i * interval < end * (1 - 1e-12); i++)
    {
      double time = i * interval;

      g_array_append_val (times, time);
    }
  g_array_append_val (times, end);
  rankle_protocol_set_times (protocol, (double *)(void *)times->data, times->len);
}

void
rankle_protocol_set_tolerances (RankleProtocol *protocol,
                                double          relative,
                                double          absolute)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);
  g_return_if_fail (relative > 0 && absolute >= 0);

  protocol->relative = relative;
  protocol->absolute = absolute;
}

void
rankle_protocol_set_hidden (RankleProtocol *protocol, gboolean hidden)
{
  g_return_if_fail (protocol != NULL && !protocol->sealed);

  protocol->hidden = hidden;
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = ((const RankleEvent *)a)->time, y = ((const RankleEvent *)b)->time;

  return (x > y) - (x < y);
}

void
rankle_protocol_seal (RankleProtocol *protocol)
{
  g_return_if_fail (protocol != NULL);

  if (protocol->sealed)
    return;
  /* g_qsort_with_data is a stable merge sort, documented so. */
  g_qsort_with_data (protocol->events->data, (int)protocol->events->len,
                     sizeof (RankleEvent), compare_events, NULL);
  protocol->sealed = TRUE;
}

RankleModel *
rankle_protocol_get_model (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  return protocol->model;
}

const double *
rankle_protocol_get_parameters (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  return protocol->parameters;
}

const double *
rankle_protocol_get_initial (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  return protocol->initial;
}

const gboolean *
rankle_protocol_get_held (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  return protocol->held;
}

const double *
rankle_protocol_get_times (const RankleProtocol *protocol, guint *n)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  *n = protocol->n_times;
  return protocol->times;
}

const RankleEvent *
rankle_protocol_get_events (const RankleProtocol *protocol, guint *n)
{
  g_return_val_if_fail (protocol != NULL, NULL);

  *n = protocol->events->len;
  return (const RankleEvent *)(void *)protocol->events->data;
}

double
rankle_protocol_get_relative_tolerance (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, 0);

  return protocol->relative;
}

double
rankle_protocol_get_absolute_tolerance (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, 0);

  return protocol->absolute;
}

GArray *
rankle_protocol_list_doses (const RankleProtocol *self, double until)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL && self->sealed, times);

  for (guint i = 0; i < self->events->len; i++)
    {
      const RankleEvent *event = &g_array_index (self->events, RankleEvent, i);

      if (event->kind == RANKLE_EVENT_DOSE && event->time <= until)
        g_array_append_val (times, event->time);
    }
  return times;
}

gboolean
rankle_protocol_get_hidden (const RankleProtocol *protocol)
{
  g_return_val_if_fail (protocol != NULL, FALSE);

  return protocol->hidden;
}

/* ---- which ask for the same ---- */

/* What tells numbers apart, 0 and -0 among them: 1 / x does, too. */
static guint64
get_bits (double value)
{
  guint64 bits;

  if (isnan (value))
    return G_MAXUINT64; /* NaN has many forms, and this is one */
  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static gboolean
equal_numbers (const double *a, const double *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (get_bits (a[i]) != get_bits (b[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equal_events (const GArray *a, const GArray *b)
{
  g_assert (a != NULL && b != NULL);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const RankleEvent *x = &g_array_index (a, RankleEvent, i);
      const RankleEvent *y = &g_array_index (b, RankleEvent, i);

      if (x->kind != y->kind || x->target != y->target ||
          !equal_numbers (&x->time, &y->time, 1) ||
          !equal_numbers (&x->value, &y->value, 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
rankle_protocol_equal (const RankleProtocol *a, const RankleProtocol *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  g_return_val_if_fail (a->sealed && b->sealed, FALSE);

  if (a == b)
    return TRUE;
  return a->model == b->model && a->hidden == b->hidden && a->n_times == b->n_times &&
         equal_numbers (&a->relative, &b->relative, 1) &&
         equal_numbers (&a->absolute, &b->absolute, 1) &&
         equal_numbers (a->parameters, b->parameters,
                        rankle_model_get_n_parameters (a->model)) &&
         equal_numbers (a->initial, b->initial, rankle_model_get_n_states (a->model)) &&
         memcmp (a->held, b->held,
                 rankle_model_get_n_states (a->model) * sizeof (gboolean)) == 0 &&
         equal_events (a->events, b->events) &&
         equal_numbers (a->times, b->times, a->n_times);
}

/* FNV-1a, eight bytes at a time. Small numbers differ in their highest bits alone, which
 * a product only moves up: they are brought down again. */
static guint64
mix (guint64 hash, guint64 bits)
{
  hash = (hash ^ bits) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash ^ (hash >> 32);
}

static guint64
mix_numbers (guint64 hash, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    hash = mix (hash, get_bits (values[i]));
  return hash;
}

guint
rankle_protocol_hash (const RankleProtocol *protocol)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  g_return_val_if_fail (protocol != NULL && protocol->sealed, 0);

  hash = mix (hash, (guint64)(gsize)protocol->model);
  hash = mix_numbers (hash, &protocol->relative, 1);
  hash = mix_numbers (hash, protocol->parameters,
                      rankle_model_get_n_parameters (protocol->model));
  hash =
      mix_numbers (hash, protocol->initial, rankle_model_get_n_states (protocol->model));
  for (guint i = 0; i < rankle_model_get_n_states (protocol->model); i++)
    if (protocol->held[i])
      hash = mix (hash, i);
  for (guint i = 0; i < protocol->events->len; i++)
    {
      const RankleEvent *event = &g_array_index (protocol->events, RankleEvent, i);

      hash = mix (mix_numbers (hash, &event->time, 1), event->target);
      hash = mix_numbers (hash, &event->value, 1);
    }
  hash = mix_numbers (hash, protocol->times, protocol->n_times);
  return (guint)hash;
}
