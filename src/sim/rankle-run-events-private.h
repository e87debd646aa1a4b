/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator-private.h"

/* The model's own events during a run. */

G_BEGIN_DECLS

typedef struct
{
  RankleModel     *model; /* Borrowed, as is the next */
  RankleWorkspace *workspace;
  guint            n;
  gboolean        *was, *is; /* (owned): triggers, before and now */
  gboolean        *pending;  /* (owned): has been triggered and is still to happen */
  double          *values;   /* (owned): as they are now */
  double          *early; /* (owned): as they were when what is pending was triggered */
  guint            happened;
  gboolean         by_state; /* some trigger asks the state */
} RankleRunEvents;

void _rankle_run_events_init (RankleRunEvents *self,
                              RankleModel     *model,
                              RankleWorkspace *workspace);
void _rankle_run_events_clear (RankleRunEvents *self);

/* The first moment of the last step, which went from @from to @until, at which a trigger
 * that asks the state is another than was noted; @until if there is none. */
double _rankle_run_events_find (RankleRunEvents  *self,
                                RankleIntegrator *integrator,
                                double            from,
                                double            until);

/* Lets happen what is due at @time, to @state, to @parameters (NaN: default) and to the
 * workspace. Fails where a value is not finite, or where there is no end to it. */
gboolean _rankle_run_events_happen (RankleRunEvents *self,
                                    double           time,
                                    double          *state,
                                    double          *parameters,
                                    GError         **error);

G_END_DECLS
