/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a name means as an expression. Rules are resolved on demand, each once; the trail
 * of what is under way shows a circle for what it is. */

#define NONE      RANKLE_EXPRESSION_NONE
#define MAX_DEPTH 1000

static RankleExpression
fail_circle (RankleSystem *self, const RankleSymbol *symbol)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  guint first = 0;

  while (g_ptr_array_index (self->trail, first) != symbol)
    {
      first++;
      g_assert (first < self->trail->len); /* what is under way is on the trail */
    }
  for (guint i = first; i < self->trail->len; i++)
    g_string_append_printf (circle, "%s → ",
                            ((RankleSymbol *)g_ptr_array_index (self->trail, i))->id);
  g_string_append (circle, symbol->id);

  _rankle_system_fail (self, symbol->element, RANKLE_MODEL_ERROR_SEMANTIC,
                       _ ("defined in a circle: %s"), circle->str);
  return NONE;
}

static RankleExpression
fail_undefined (RankleSystem *self, const RankleSymbol *symbol)
{
  _rankle_system_fail (self, symbol->element, RANKLE_MODEL_ERROR_SEMANTIC,
                       _ ("‘%s’ is used but has no value"), symbol->id);
  return NONE;
}

RankleExpression
_rankle_system_resolve_size (RankleSystem *self, Species_t *species, RankleMoment moment)
{
  RankleSymbol *size =
      g_hash_table_lookup (self->symbols, Species_getCompartment (species));

  if (size == NULL || (size->compartment == NULL))
    {
      _rankle_system_fail (self, (SBase_t *)species, RANKLE_MODEL_ERROR_SEMANTIC,
                           _ ("the compartment of ‘%s’ is not defined"),
                           Species_getId (species));
      return NONE;
    }
  /* A point has no size, unless it is given one: its species are amounts. */
  if (Compartment_getSpatialDimensionsAsDouble (size->compartment) <= 0.0 &&
      isnan (size->value) && size->start == NULL && size->math == NULL &&
      size->rate == NULL && size->assigned_by == 0)
    return rankle_graph_constant (self->graph, 1.0);

  return _rankle_system_resolve (self, size, moment);
}

/* Initial value in the unit of the species' symbol. */
static RankleExpression
start_of_species (RankleSystem *self, const RankleSymbol *symbol)
{
  gboolean         as_amount = Species_getHasOnlySubstanceUnits (symbol->species);
  gboolean         given_amount = Species_isSetInitialAmount (symbol->species);
  RankleExpression value, size;

  g_assert (symbol->species != NULL);

  if (isnan (symbol->value))
    return fail_undefined (self, symbol);
  value = rankle_graph_constant (self->graph, symbol->value);
  if (as_amount == given_amount)
    return value;

  size = _rankle_system_resolve_size (self, symbol->species, RANKLE_MOMENT_START);
  if (size == NONE)
    return NONE;

  return rankle_graph_binary (
      self->graph, given_amount ? RANKLE_OP_DIVIDE : RANKLE_OP_MULTIPLY, value, size);
}

/* The value at the start, from its initial assignment or as given. */
static RankleExpression
start_value (RankleSystem *self, const RankleSymbol *symbol)
{
  if (symbol->start != NULL)
    return _rankle_system_import (self, symbol->start, RANKLE_MOMENT_START);
  if (symbol->species != NULL)
    return start_of_species (self, symbol);
  if (isnan (symbol->value))
    return fail_undefined (self, symbol);

  return rankle_graph_constant (self->graph, symbol->value);
}

/* A parameter stands for itself at all times; where its value is a formula the machine
 * derives it into the same register. */
static RankleExpression
resolve_parameter (RankleSystem *self, RankleSymbol *symbol)
{
  RankleExpression value = start_value (self, symbol);
  guint            index = symbol->index;

  g_assert (index < self->parameters->len);

  if (value == NONE)
    return NONE;
  if (rankle_graph_get (self->graph, value)->op != RANKLE_OP_CONSTANT)
    {
      symbol->derived = TRUE;
      symbol->meaning[RANKLE_MOMENT_START] = value;
      g_array_append_val (self->order, index);
    }
  else
    symbol->value = rankle_graph_get (self->graph, value)->value;

  return rankle_graph_parameter (self->graph, index);
}

static RankleExpression
resolve_anew (RankleSystem *self, RankleSymbol *symbol, RankleMoment moment)
{
  switch (symbol->kind)
    {
    case RANKLE_SYMBOL_STATE:
      if (moment == RANKLE_MOMENT_RUN)
        return rankle_graph_state (self->graph, symbol->index);
      return start_value (self, symbol);
    case RANKLE_SYMBOL_OBSERVABLE:
      if (symbol->shows != NULL)
        return _rankle_system_resolve (self, symbol->shows, moment);
      return _rankle_system_import (self, symbol->math, moment);
    case RANKLE_SYMBOL_REACTION:
      return _rankle_system_import (self, symbol->math, moment);
    case RANKLE_SYMBOL_NUMBER:
      if (isnan (symbol->value))
        return fail_undefined (self, symbol);
      return rankle_graph_constant (self->graph, symbol->value);
    case RANKLE_SYMBOL_PARAMETER:
      return resolve_parameter (self, symbol);
    default:
      g_assert_not_reached ();
    }
}

RankleExpression
_rankle_system_resolve (RankleSystem *self, RankleSymbol *symbol, RankleMoment moment)
{
  gboolean         is_parameter = symbol->kind == RANKLE_SYMBOL_PARAMETER;
  RankleExpression meaning;

  /* A parameter means the same at both moments: resolved once, under START. */
  if (is_parameter)
    moment = RANKLE_MOMENT_START;
  if (symbol->progress[moment] == RANKLE_PROGRESS_DONE)
    return is_parameter ? rankle_graph_parameter (self->graph, symbol->index)
                        : symbol->meaning[moment];
  if (symbol->progress[moment] == RANKLE_PROGRESS_UNDER_WAY)
    return fail_circle (self, symbol);
  if (self->trail->len >= MAX_DEPTH)
    {
      _rankle_system_fail (self, symbol->element, RANKLE_MODEL_ERROR_LIMIT,
                           _ ("‘%s’ is defined through too many others"), symbol->id);
      return NONE;
    }

  symbol->progress[moment] = RANKLE_PROGRESS_UNDER_WAY;
  g_ptr_array_add (self->trail, symbol);
  meaning = resolve_anew (self, symbol, moment);
  g_assert (meaning != NONE || self->error != NULL);
  g_assert (g_ptr_array_index (self->trail, self->trail->len - 1) == symbol);
  g_ptr_array_set_size (self->trail, self->trail->len - 1);
  symbol->progress[moment] = RANKLE_PROGRESS_DONE;
  if (!is_parameter)
    symbol->meaning[moment] = meaning;

  return meaning;
}
