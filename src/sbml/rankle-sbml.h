/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* The model as SBML Level 3 Version 1 text. @parameters (nullable) as for
 * rankle_workspace_set_parameters(): those that are not NaN are written as values. */
char *rankle_model_to_sbml (RankleModel *model, const double *parameters, GError **error);

typedef enum
{
  RANKLE_DEED_DOSE,      /* added to state @target */
  RANKLE_DEED_INFLOW,    /* added to the rate of state @target [its unit per time] */
  RANKLE_DEED_PARAMETER, /* what parameter @target is from then on */
} RankleDeedKind;

/* What is done to a model during a run. */
typedef struct
{
  double         time;
  RankleDeedKind kind;
  guint          target;
  double         value;
} RankleDeed;

/**
 * RankleDeeds:
 * @parameters: @initial: as of a protocol: NaN where the model's own are meant
 * @held: (nullable): of each state: it stays at its initial value
 * @start: the time at which the run begins
 * @list: (array length=n): by time; of one time, in the order in which they are done
 *
 * One run of a model: how it begins, and what is done when.
 */
typedef struct
{
  const double     *parameters, *initial;
  const gboolean   *held;
  double            start;
  const RankleDeed *list;
  guint             n;
} RankleDeeds;

/* The model with all that, as SBML Level 3 Version 1 text: deeds are events, one for each
 * time, ahead of the model's own. A dose before the start was never given. Fails where
 * SBML cannot say which comes first, a deed or an event of the model's own. */
char *rankle_model_to_treated_sbml (RankleModel       *model,
                                    const RankleDeeds *deeds,
                                    GError           **error);

/* (transfer full) (nullable): where the model's SBML text has @id, as an XPath in which
 * sbml: is its namespace. NULL: nowhere by itself. */
char *rankle_model_find_in_sbml (RankleModel *model, const char *id);

/* (transfer full) (nullable): the namespace of an SBML text as it is written here. */
char *rankle_sbml_find_namespace (const char *sbml);

/* (transfer full): what libSBML warned of when it read the file, without the consistency
 * check, a line for each kind; NULL at the end. */
char **rankle_model_list_warnings (RankleModel *model);

/* libSBML's own consistency check, units included, of an SBML text: NULL if it has
 * nothing to say, else its messages (errors and warnings), one a line. */
char *rankle_sbml_check (const char *sbml);

G_END_DECLS
