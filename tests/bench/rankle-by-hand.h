/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The equations of by-hand.ant written out in C: what an expert would write by hand for
 * this one model. It is the oracle that the compiled model must agree with, and the pace
 * that it is measured against. Units as in the model. */

G_BEGIN_DECLS

enum
{
  BY_HAND_N_STATES = 19,
  BY_HAND_N_OBSERVABLES = 18,
};

extern const char *const by_hand_states[BY_HAND_N_STATES];
extern const char *const by_hand_observables[BY_HAND_N_OBSERVABLES];

/* What depends on parameters only; made once. */
typedef struct
{
  double rankl_factor, opg_factor, estrogen_factor, menopause_time;
  double preosteoblast_0, osteoblast_0, osteocyte_0, sclerostin_0, preosteoclast_0,
      osteoclast_0;
  double rankl_rank_0, rankl_opg_0, occupancy_0;
  double rankl_production_0, rank_production, opg_production_0;
  double resorption_0, lambda_b, mineral_0;
} ByHand;

void by_hand_init (ByHand *model);
void by_hand_get_initial (const ByHand *model, double *state);
void by_hand_rates (const ByHand *model, double time, const double *state, double *rates);
/* @jacobian: column-major, BY_HAND_N_STATES squared, zero on entry. */
void by_hand_jacobian (const ByHand *model,
                       double        time,
                       const double *state,
                       double       *jacobian);
void
by_hand_observe (const ByHand *model, double time, const double *state, double *values);

G_END_DECLS
