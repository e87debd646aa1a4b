/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"

/* What the tests of a run share. Times are days. */

G_BEGIN_DECLS

/* @body: statements of Antimony. */
RankleModel *sim_model_new (const char *body);
/* Ids that do not exist end the test. */
guint sim_state (RankleModel *model, const char *id);
guint sim_parameter (RankleModel *model, const char *id);

/* Runs with an integrator of its own; a failure ends the test. */
RankleTrajectory *sim_run (RankleProtocol *protocol);
/* The value in the row at exactly this time. */
double sim_at (const RankleTrajectory *trajectory, const char *id, double time);

#define sim_assert_near(value, expected, relative)                                       \
  g_assert_cmpfloat_with_epsilon (value, expected, (relative)*ABS ((double)(expected)))

G_END_DECLS
