/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/**
 * RankleAxisTarget:
 * @RANKLE_AXIS_CONTROL: a control, in its own units, as --control puts it
 * @RANKLE_AXIS_PARAMETER: a parameter, as --set puts it
 * @RANKLE_AXIS_DOSE: a state: the amount of each dose that is given into it
 */
typedef enum
{
  RANKLE_AXIS_CONTROL,
  RANKLE_AXIS_PARAMETER,
  RANKLE_AXIS_DOSE,
} RankleAxisTarget;

/**
 * RankleAxis:
 * @logarithmic: in even ratios
 * @values: (owned): @n_values ≥ 2 of them, from FROM to TO, both exactly; those between
 * are rounded to twelve digits, so that they can be typed
 *
 * One axis of a grid of runs, NAME=FROM..TOxN[:log].
 */
typedef struct
{
  RankleAxisTarget target;
  char            *id; /* (owned) */
  gboolean         logarithmic;
  guint            n_values;
  double          *values;
} RankleAxis;

void rankle_axis_clear (RankleAxis *axis);

/* Fills @axis, which is all zeros; FALSE, with "--grid", @text and the reason, if it
 * does not read so, or @model has no such thing or does not let it stand there. */
gboolean rankle_cli_parse_axis (const char  *text,
                                RankleModel *model,
                                RankleAxis  *axis,
                                GError     **error);

/* Puts the axis' thing to its value @index in @scenario, which is in the model's own
 * units. FALSE: it is the amount of doses, and @scenario has none. */
gboolean rankle_axis_put (const RankleAxis *axis, guint index, RankleScenario *scenario);

G_END_DECLS
