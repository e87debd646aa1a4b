/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RANKLE_QUANTITY_STATE,      /* integrated: has a rate */
  RANKLE_QUANTITY_OBSERVABLE, /* follows from states, parameters and time by an assignment
                                 rule */
  RANKLE_QUANTITY_PARAMETER,  /* constant through a run unless the schedule changes it */
} RankleQuantityKind;

/* How far a number may be trusted. Only PUBLISHED is ever shown with a citation as a
 * fact. */
typedef enum
{
  RANKLE_GRADE_UNSTATED,
  RANKLE_GRADE_PUBLISHED, /* read in the stated source */
  RANKLE_GRADE_ADAPTED,   /* published, then changed in the way the source text says */
  RANKLE_GRADE_FITTED,    /* fitted by us to published data */
  RANKLE_GRADE_OURS,      /* our own construction or choice */
} RankleGrade;

/**
 * RankleQuantity:
 * @id: the id that scripts use
 * @label: what a person reads; never NULL (the id where the model gives no label)
 * @unit: display unit, e.g. "pM" or "1/d"; "" where dimensionless, NULL where unstated
 * @description: (nullable): one sentence on what it is
 * @source: (nullable): citation, or where the value comes from
 * @value: default value; for a state its initial value; NaN for an observable
 * @is_place: a compartment; its value is a size
 * @place: (nullable): of a concentration the id of the compartment that it is in: what is
 * added to it is a concentration, too
 * @derived: the default comes from an initial assignment (a formula of parameters)
 * @min: @max: range within which the number makes sense; NaN where unstated, and each end
 * by itself
 * @range_reason: (nullable): who says so: "A volume cannot be below nothing."
 * @parts: (array length=n_parts): of an observable that is a share, such as a/(a + b):
 * the states that it is a share of. Where all of them are nothing it says nothing
 * @uncertainty: of what was fitted: a standard deviation is a factor of this, up or down;
 * 0 where unstated
 * @shade: of what is no multiple of anything, since its zero is one among others, as that
 * of °C, or since it may be below nothing: the difference that a map shades as it does a
 * doubling; 0 of all else
 * @index: position among the quantities of its own @kind
 *
 * Owned by its model and constant for ever.
 */
typedef struct
{
  const char        *id;
  const char        *label;
  const char        *unit;
  const char        *description;
  const char        *source;
  RankleGrade        grade;
  RankleQuantityKind kind;
  guint              index;
  double             value;
  gboolean           is_place, derived;
  const char        *place;
  double             min, max;
  const char        *range_reason;
  double             uncertainty;
  double             shade;
  const guint       *parts;
  guint              n_parts;
} RankleQuantity;

const char *
rankle_grade_to_string (RankleGrade grade); /* "published", … : not translated */

G_END_DECLS
