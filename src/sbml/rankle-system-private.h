/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sbml/SBMLTypes.h>

#include "rankle-expression.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"

/* From libSBML's document to equations: shared by the rankle-system*.c files only. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_SYMBOL_PARAMETER,
  RANKLE_SYMBOL_STATE,
  RANKLE_SYMBOL_OBSERVABLE,
  RANKLE_SYMBOL_REACTION, /* its id in a formula stands for its rate */
  RANKLE_SYMBOL_NUMBER,   /* a stoichiometry, or a compartment of size 1 that nobody
                             declared */
} RankleSymbolKind;

/* A name means one thing while the system runs and another in initial assignments, where
 * a state is its initial value and time is 0. */
typedef enum
{
  RANKLE_MOMENT_RUN,
  RANKLE_MOMENT_START,
  RANKLE_N_MOMENTS
} RankleMoment;

typedef enum
{
  RANKLE_PROGRESS_UNTOUCHED,
  RANKLE_PROGRESS_UNDER_WAY, /* met again: a circle */
  RANKLE_PROGRESS_DONE,
} RankleProgress;

typedef struct _RankleSymbol RankleSymbol;

/**
 * RankleSymbol:
 * @species: @parameter: @compartment: at most one is set (Borrowed from the document, as
 * all here)
 * @math: assignment rule, or rate law of a reaction
 * @rate: rate rule
 * @start: initial assignment
 * @value: NaN where the document gives none
 */
struct _RankleSymbol
{
  const char      *id;
  RankleSymbolKind kind;
  guint            index; /* among the model's states, observables or parameters */
  SBase_t         *element;
  Species_t       *species;
  Parameter_t     *parameter;
  Compartment_t   *compartment;
  Reaction_t      *reaction;
  const ASTNode_t *math;
  const ASTNode_t *rate;
  const ASTNode_t *start;
  double           value;

  RankleProgress   progress[RANKLE_N_MOMENTS];
  RankleExpression meaning[RANKLE_N_MOMENTS];
  guint            assigned_by; /* 1 + the last event to do so; 0: none does */
  RankleSymbol    *shows;       /* (nullable): of an observable that is a parameter */
  gboolean         derived;     /* a parameter whose value is meaning[START] */
};

typedef struct
{
  const char  *name; /* stands before messages */
  Model_t     *sbml;
  RankleGraph *graph;
  GHashTable  *symbols; /* id -> RankleSymbol * (owned) */
  /* id -> element, both borrowed from the document: rankle-system-index.c */
  GHashTable *elements; /* compartments, species and parameters */
  GHashTable *rules, *starts, *units, *functions;
  GPtrArray  *shown;  /* RankleSymbol * (owned): observables that events change */
  GPtrArray  *states; /* RankleSymbol *, borrowed, as the next two */
  GPtrArray  *observables;
  GPtrArray  *parameters;
  GArray     *order;    /* guint: derived parameters, each after those it needs */
  GArray     *triggers; /* RankleExpression: one for each event, as the next two */
  GArray     *crossings, *event_values;
  GPtrArray  *event_targets; /* RankleSymbol *, borrowed: one for each event value */
  GArray     *event_ends;    /* guint: for each event, its values' end among all */
  GPtrArray  *notes;         /* char * (owned): what was assumed */
  GPtrArray  *trail;         /* RankleSymbol *: being resolved, outermost first */
  guint   depth, work; /* against hostile nesting, against hostile function definitions */
  GError *error;       /* (nullable): set where a function here has failed */
} RankleSystem;

/* rankle-system.c. What stands in it is borrowed of the document @sbml is in. */
void _rankle_system_init (RankleSystem *self, const char *name, Model_t *sbml);
void _rankle_system_clear (RankleSystem *self);

/* rankle-system-fail.c. Sets the error unless there is one. Returns FALSE for brevity's
 * sake. */
gboolean _rankle_system_fail (RankleSystem    *self,
                              SBase_t         *place,
                              RankleModelError code,
                              const char      *format,
                              ...) G_GNUC_PRINTF (4, 5);

/* The construct @what of SBML, @id (nullable) its id, is not read. FALSE. */
gboolean _rankle_system_refuse (RankleSystem *self,
                                SBase_t      *place,
                                const char   *what,
                                const char   *id);

/* rankle-system-promote.c: before all else. */
void _rankle_system_promote_local_parameters (Model_t *sbml);

/* rankle-system-index.c: once, when the document is as it stays. What is found is NULL
 * where there is none of that name. */
void           _rankle_system_index (RankleSystem *self);
SBase_t       *_rankle_system_find_element (const RankleSystem *self, const char *id);
Compartment_t *_rankle_system_find_compartment (const RankleSystem *self, const char *id);

/* rankle-system-check.c: everything of SBML that is not read is refused here, by name. */
gboolean _rankle_system_check (RankleSystem *self, SBMLDocument_t *document);

/* rankle-system-symbols.c: who is a state, who a parameter, who an observable. */
gboolean _rankle_system_collect (RankleSystem *self);

/* rankle-system-resolve.c. NONE on failure. */
RankleExpression
_rankle_system_resolve (RankleSystem *self, RankleSymbol *symbol, RankleMoment moment);
RankleExpression
_rankle_system_resolve_size (RankleSystem *self, Species_t *species, RankleMoment moment);

/* rankle-system-math.c: a formula of libSBML's. NONE on failure. */
RankleExpression
_rankle_system_import (RankleSystem *self, const ASTNode_t *math, RankleMoment moment);

/* rankle-system-rates.c: n_states formulas. */
gboolean _rankle_system_build_rates (RankleSystem *self, RankleExpression *rates);

/* rankle-system-events.c */
gboolean _rankle_system_build_events (RankleSystem *self);
void     _rankle_system_describe_events (const RankleSystem *self, RankleModel *model);

/* rankle-system-units.c: (transfer full) (nullable) what stands behind a value. */
char *_rankle_system_unit (const RankleSystem *self, const RankleSymbol *symbol);
/* A species of which the file says in what unit it is counted or weighed. */
gboolean _rankle_system_is_counted (const RankleSystem *self, const RankleSymbol *symbol);
const char *_rankle_system_time_unit (const RankleSystem *self);

G_END_DECLS
