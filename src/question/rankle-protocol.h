/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/**
 * RankleProtocol:
 *
 * One run to be made: a model, its parameters and initial values, what happens when, and
 * the times to be reported. Filled by its maker, then sealed: from then on constant, and
 * any thread may hold a reference. Setters on a sealed protocol are programming errors.
 */
#define RANKLE_TYPE_PROTOCOL (rankle_protocol_get_type ())
typedef struct _RankleProtocol RankleProtocol;

typedef enum
{
  RANKLE_EVENT_DOSE,      /* state[target] += value */
  RANKLE_EVENT_INFUSION,  /* an inflow of value [state unit / time unit] is added to
                             state[target]'s rate */
  RANKLE_EVENT_PARAMETER, /* parameter[target] = value */
} RankleEventKind;

typedef struct
{
  double          time;
  RankleEventKind kind;
  guint           target;
  double          value;
} RankleEvent;

/* What a run of most models is held to unless it is told otherwise (a sidecar may say
 * less, rankle_model_get_tolerance()): relative, each state's own scale. */
#define RANKLE_PROTOCOL_TOLERANCE RANKLE_MODEL_TOLERANCE

GType           rankle_protocol_get_type (void);
RankleProtocol *rankle_protocol_new (RankleModel *model);
/* (transfer full): the same, for changing. */
RankleProtocol *rankle_protocol_copy (const RankleProtocol *protocol);
RankleProtocol *rankle_protocol_ref (RankleProtocol *protocol);
void            rankle_protocol_unref (RankleProtocol *protocol);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleProtocol, rankle_protocol_unref)

void
rankle_protocol_set_parameter (RankleProtocol *protocol, guint parameter, double value);
void rankle_protocol_set_initial (RankleProtocol *protocol, guint state, double value);
/* @state begins at @value and stays there: it has no rate, and no dose or event moves it.
 */
void rankle_protocol_hold (RankleProtocol *protocol, guint state, double value);
void rankle_protocol_add_dose (RankleProtocol *protocol,
                               guint           state,
                               double          amount,
                               double          time);
/* @rate flows into @state from @from until @to; infusions add up. */
void rankle_protocol_add_infusion (
    RankleProtocol *protocol, guint state, double rate, double from, double to);
void rankle_protocol_change_parameter (RankleProtocol *protocol,
                                       guint           parameter,
                                       double          value,
                                       double          time);
/* Ascending, distinct, finite; copied. The run starts at 0 or at a negative first time,
 * and ends at the last. */
void rankle_protocol_set_times (RankleProtocol *protocol, const double *times, guint n);
void rankle_protocol_set_every (RankleProtocol *protocol,
                                double          end,
                                double          interval); /* 0, dt, … end */
void rankle_protocol_set_tolerances (RankleProtocol *protocol,
                                     double          relative,
                                     double absolute); /* absolute 0: chosen per state */
/* The trajectory has columns for what the model hides, too. */
void rankle_protocol_set_hidden (RankleProtocol *protocol, gboolean hidden);
void
rankle_protocol_seal (RankleProtocol *protocol); /* sorts the events by time, stable */

RankleModel *rankle_protocol_get_model (const RankleProtocol *protocol);
const double *
rankle_protocol_get_parameters (const RankleProtocol *protocol); /* NaN: default */
const double *
rankle_protocol_get_initial (const RankleProtocol *protocol); /* NaN: default */
/* Of each state: it is held at its initial value. */
const gboolean    *rankle_protocol_get_held (const RankleProtocol *protocol);
const double      *rankle_protocol_get_times (const RankleProtocol *protocol, guint *n);
const RankleEvent *rankle_protocol_get_events (const RankleProtocol *protocol, guint *n);
/* (transfer full): double, ascending: when doses are given, as far as @until. */
GArray  *rankle_protocol_list_doses (const RankleProtocol *protocol, double until);
gboolean rankle_protocol_get_hidden (const RankleProtocol *protocol);
double   rankle_protocol_get_relative_tolerance (const RankleProtocol *protocol);
double   rankle_protocol_get_absolute_tolerance (const RankleProtocol *protocol);

/* Whether two sealed protocols ask for the same run, of the very same model: then what
 * the one gave answers the other. To the bit, and an undefined number is like another. */
gboolean rankle_protocol_equal (const RankleProtocol *a, const RankleProtocol *b);
/* Of a sealed protocol; the same for equal ones. */
guint rankle_protocol_hash (const RankleProtocol *protocol);

G_END_DECLS
