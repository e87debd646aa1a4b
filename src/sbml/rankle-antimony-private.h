/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-antimony-lexer.h"

/* An Antimony model between its text and its SBML document: what was said of each name,
 * and where. */

G_BEGIN_DECLS

/* Tokens first … first + n - 1; n = 0: nothing was said. */
typedef struct
{
  const RankleToken *first;
  guint              n;
} RankleSpan;

typedef enum
{
  RANKLE_SYMBOL_UNDECLARED, /* becomes a parameter */
  RANKLE_SYMBOL_PARAMETER,
  RANKLE_SYMBOL_SPECIES,
  RANKLE_SYMBOL_COMPARTMENT,
  RANKLE_SYMBOL_REACTION,
} RankleSymbolKind;

typedef struct
{
  char              *id;
  const RankleToken *where; /* first seen */
  RankleSymbolKind   kind;
  gboolean           constant, variable; /* as declared */
  gboolean           boundary, substance_only;
  gboolean           changed;                   /* by an event */
  RankleSpan         initial, assignment, rate; /* =, :=, '= */
  char              *unit;                      /* (nullable) */
  char              *label;                     /* (nullable) */
  char              *compartment;               /* (nullable) */
  const RankleToken *compartment_where;
  GPtrArray         *annotations; /* (nullable): qualifier, resource, qualifier, … */
} RankleSymbolText;

typedef struct
{
  double             stoichiometry;
  char              *species;
  const RankleToken *where;
} RankleParticipant;

typedef struct
{
  char              *id; /* NULL: was given none */
  const RankleToken *where;
  GArray            *reactants, *products; /* RankleParticipant */
  gboolean           reversible;
  RankleSpan         law;
} RankleReactionText;

typedef struct
{
  char              *id;
  const RankleToken *where;
  GPtrArray         *arguments; /* char * */
  RankleSpan         body;
} RankleFunctionText;

typedef struct
{
  char              *id;
  const RankleToken *where;
  RankleSpan         definition;
} RankleUnitText;

typedef struct
{
  char              *id; /* what changes */
  const RankleToken *where;
  RankleSpan         value;
} RankleEventChange;

typedef struct
{
  char              *id; /* NULL: was given none */
  const RankleToken *where;
  RankleSpan         trigger;
  gboolean           starts_true, persistent, early; /* t0, persistent, fromTrigger */
  GArray            *changes;                        /* RankleEventChange */
} RankleEventText;

typedef struct
{
  const char  *name; /* for messages; borrowed */
  RankleTokens tokens;
  char        *id, *label; /* (nullable): of the model */
  GPtrArray   *symbols;    /* RankleSymbolText *, in order of appearance */
  GHashTable  *by_id;
  GPtrArray   *reactions; /* RankleReactionText * */
  GPtrArray   *events;    /* RankleEventText * */
  GPtrArray   *functions; /* RankleFunctionText * */
  GPtrArray   *units;     /* RankleUnitText * */
} RankleAntimony;

/* SBMLDocument_t * (transfer full). */
void *rankle_antimony_to_document (const RankleAntimony *antimony, GError **error);

/* Adds the unit definitions to an SBML Model_t. */
gboolean
rankle_antimony_add_units (const RankleAntimony *antimony, void *sbml, GError **error);

G_END_DECLS
