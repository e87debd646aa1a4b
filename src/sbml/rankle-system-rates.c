/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* d(amount)/dt = Σ stoichiometry × rate law; a concentration's is that over its
 * compartment's size, which is constant here. A rate rule gives the rate of what its
 * symbol stands for, as it is. */

#define NONE RANKLE_EXPRESSION_NONE

static RankleExpression
stoichiometry (RankleSystem *self, SpeciesReference_t *reference)
{
  StoichiometryMath_t *math = SpeciesReference_getStoichiometryMath (reference);
  RankleExpression     value;

  if (math != NULL && StoichiometryMath_isSetMath (math))
    value =
        _rankle_system_import (self, StoichiometryMath_getMath (math), RANKLE_MOMENT_RUN);
  else
    value = rankle_graph_constant (self->graph,
                                   SpeciesReference_getStoichiometry (reference));

  if (value != NONE && isnan (rankle_graph_get (self->graph, value)->value))
    {
      _rankle_system_fail (self, (SBase_t *)reference, RANKLE_MODEL_ERROR_SEMANTIC,
                           _ ("a stoichiometry of ‘%s’ is not given"),
                           SpeciesReference_getSpecies (reference));
      return NONE;
    }

  return value;
}

static gboolean
check_may_react (RankleSystem       *self,
                 SpeciesReference_t *reference,
                 const RankleSymbol *symbol)
{
  if (symbol == NULL || symbol->species == NULL)
    return _rankle_system_fail (self, (SBase_t *)reference, RANKLE_MODEL_ERROR_SEMANTIC,
                                _ ("‘%s’ takes part in a reaction but is no species"),
                                SpeciesReference_getSpecies (reference));
  if ((symbol->math != NULL || symbol->rate != NULL) &&
      !Species_getBoundaryCondition (symbol->species))
    return _rankle_system_fail (self, (SBase_t *)reference, RANKLE_MODEL_ERROR_SEMANTIC,
                                _ ("‘%s’ has a rule and takes part in a reaction"),
                                symbol->id);

  return TRUE;
}

/* Adds or subtracts what one reactant or product gains from the flux. */
static gboolean
add_term (RankleSystem       *self,
          SpeciesReference_t *reference,
          RankleExpression    flux,
          RankleOp            op,
          RankleExpression   *rates)
{
  RankleSymbol *symbol =
      g_hash_table_lookup (self->symbols, SpeciesReference_getSpecies (reference));
  RankleExpression factor;

  if (!check_may_react (self, reference, symbol))
    return FALSE;
  if (symbol->kind != RANKLE_SYMBOL_STATE || symbol->rate != NULL)
    return TRUE; /* on the boundary */

  g_assert (symbol->index < self->states->len);
  factor = stoichiometry (self, reference);
  if (factor == NONE)
    return FALSE;
  rates[symbol->index] = rankle_graph_binary (
      self->graph, op, rates[symbol->index],
      rankle_graph_binary (self->graph, RANKLE_OP_MULTIPLY, factor, flux));

  return TRUE;
}

static gboolean
add_reaction (RankleSystem *self, Reaction_t *reaction, RankleExpression *rates)
{
  RankleSymbol *symbol = g_hash_table_lookup (self->symbols, Reaction_getId (reaction));
  RankleExpression flux = _rankle_system_resolve (self, symbol, RANKLE_MOMENT_RUN);

  g_assert (symbol->kind == RANKLE_SYMBOL_REACTION);

  if (flux == NONE)
    return FALSE;
  for (guint i = 0; i < Reaction_getNumReactants (reaction); i++)
    if (!add_term (self, Reaction_getReactant (reaction, i), flux, RANKLE_OP_SUBTRACT,
                   rates))
      return FALSE;
  for (guint i = 0; i < Reaction_getNumProducts (reaction); i++)
    if (!add_term (self, Reaction_getProduct (reaction, i), flux, RANKLE_OP_ADD, rates))
      return FALSE;

  return TRUE;
}

static RankleExpression
conversion_factor (RankleSystem *self, Species_t *species)
{
  const char   *id = NULL;
  RankleSymbol *symbol;

  if (Species_isSetConversionFactor (species))
    id = Species_getConversionFactor (species);
  else if (Model_isSetConversionFactor (self->sbml))
    id = Model_getConversionFactor (self->sbml);
  if (id == NULL)
    return rankle_graph_constant (self->graph, 1.0);

  symbol = g_hash_table_lookup (self->symbols, id);
  if (symbol == NULL || symbol->kind != RANKLE_SYMBOL_PARAMETER)
    {
      _rankle_system_fail (self, (SBase_t *)species, RANKLE_MODEL_ERROR_SEMANTIC,
                           _ ("the conversion factor ‘%s’ is no constant parameter"), id);
      return NONE;
    }

  return _rankle_system_resolve (self, symbol, RANKLE_MOMENT_RUN);
}

/* From the sum of fluxes, which is in extent, to the unit of the species' symbol. */
static RankleExpression
convert (RankleSystem *self, Species_t *species, RankleExpression sum)
{
  RankleExpression factor = conversion_factor (self, species);
  RankleExpression size = rankle_graph_constant (self->graph, 1.0);

  if (!Species_getHasOnlySubstanceUnits (species))
    size = _rankle_system_resolve_size (self, species, RANKLE_MOMENT_RUN);
  if (factor == NONE || size == NONE)
    return NONE;

  return rankle_graph_binary (
      self->graph, RANKLE_OP_DIVIDE,
      rankle_graph_binary (self->graph, RANKLE_OP_MULTIPLY, factor, sum), size);
}

static RankleExpression
rate_rule (RankleSystem *self, RankleSymbol *symbol)
{
  RankleExpression rate;

  g_ptr_array_add (self->trail, symbol); /* so that messages name it */
  rate = _rankle_system_import (self, symbol->rate, RANKLE_MOMENT_RUN);
  g_ptr_array_set_size (self->trail, self->trail->len - 1);

  return rate;
}

gboolean
_rankle_system_build_rates (RankleSystem *self, RankleExpression *rates)
{
  for (guint i = 0; i < self->states->len; i++)
    rates[i] = rankle_graph_constant (self->graph, 0.0);
  for (guint i = 0; i < Model_getNumReactions (self->sbml); i++)
    if (!add_reaction (self, Model_getReaction (self->sbml, i), rates))
      return FALSE;

  for (guint i = 0; i < self->states->len; i++)
    {
      RankleSymbol *symbol = g_ptr_array_index (self->states, i);

      g_assert (symbol->rate != NULL || symbol->species != NULL);
      rates[i] = symbol->rate != NULL ? rate_rule (self, symbol)
                                      : convert (self, symbol->species, rates[i]);
      if (rates[i] == NONE)
        return FALSE;
    }

  return TRUE;
}
