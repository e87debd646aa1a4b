/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleTreatmentKind:
 * @RANKLE_TREATMENT_CHANGE: a control or parameter takes a value
 * @RANKLE_TREATMENT_DOSE: an amount is added to a state, once or in an even series
 * @RANKLE_TREATMENT_INFUSION: an inflow is added to a state's rate for a while
 */
typedef enum
{
  RANKLE_TREATMENT_CHANGE,
  RANKLE_TREATMENT_DOSE,
  RANKLE_TREATMENT_INFUSION,
} RankleTreatmentKind;

typedef enum
{
  RANKLE_TARGET_CONTROL,
  RANKLE_TARGET_PARAMETER,
  RANKLE_TARGET_STATE,
} RankleTarget;

/**
 * RankleDoseException:
 * @dose: which of its series, from 1
 * @missed: it is not given, and nothing else is said of it
 * @late: after its place in the series, in the scenario's time unit; below 0: early. It
 * is told from the place, so that it stays as late when the interval or the start changes
 * @has_amount: it is of @amount, whatever the others are
 * @amount: in the unit of the series' own
 *
 * What one dose of a series has of its own.
 */
typedef struct
{
  guint    dose;
  gboolean missed;
  double   late;
  gboolean has_amount;
  double   amount;
} RankleDoseException;

/**
 * RankleTreatmentStep:
 * @target: of a change a control or parameter; of a dose a control that doses, so that
 * models which call its state by another name are dosed alike, or a state; of an infusion
 * a state
 * @id: of the target
 * @value: by a control in the control's unit; else the model's: the parameter's new
 * value, the amount, the rate of inflow
 * @time: when, in the scenario's time unit: of a series the first dose, of an infusion
 * its start
 * @interval: of a series: between doses, in the scenario's time unit
 * @count: of a dose: how many; a whole number once it is given
 * @until: of an infusion: its end, in the scenario's time unit
 * @exceptions: (nullable): of a series: doses that are not as the others, ascending, each
 * once, and none that says nothing
 * @n_exceptions: how many
 *
 * Something that is done to the patient, in the ids that the user knows.
 */
typedef struct
{
  RankleTreatmentKind kind;
  RankleTarget        target;
  char               *id;
  double              value;
  double              time;
  double              interval;
  double              count;
  double              until;

  const RankleDoseException *exceptions;
  guint                      n_exceptions;
} RankleTreatmentStep;

/* (transfer full): an empty list, which frees what its steps hold. */
GArray *rankle_treatment_new (void);
/* Inserts a copy of @step where it belongs: a treatment is ordered by time, then kind,
 * target and id, then as it was given. A change of one thing at one time is one step: the
 * later value counts. Exceptions of doses beyond the count are left out. */
void rankle_treatment_add (GArray *treatment, const RankleTreatmentStep *step);
/* (transfer full) */
GArray  *rankle_treatment_copy (const GArray *treatment);
gboolean rankle_treatment_equal (const GArray *a, const GArray *b);
gboolean rankle_treatment_step_equal (const RankleTreatmentStep *a,
                                      const RankleTreatmentStep *b);
/* The first step of that kind and target, or -1. */
int rankle_treatment_find (const GArray       *treatment,
                           RankleTreatmentKind kind,
                           RankleTarget        target,
                           const char         *id);

static inline RankleTreatmentStep *
rankle_treatment_at (const GArray *treatment, guint index)
{
  g_assert (index < treatment->len);
  return &g_array_index (treatment, RankleTreatmentStep, index);
}

G_END_DECLS
