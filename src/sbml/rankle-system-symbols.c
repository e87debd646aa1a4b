/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Which name is what:
 *
 * - a variable with an assignment rule is an observable;
 * - one with a rate rule is a state, and so is a species that reactions may change;
 * - everything else is a parameter: parameters without a rule, compartments, and species
 * that are constant or on the boundary.
 *
 * A parameter that an event changes is an observable besides, so that a run has it as a
 * column. */

static RankleSymbol *
add_symbol (RankleSystem *self, const char *id, SBase_t *element)
{
  RankleSymbol *symbol;

  if (id == NULL || id[0] == '\0')
    {
      _rankle_system_fail (self, element, RANKLE_MODEL_ERROR_SYNTAX,
                           _ ("an element has no id"));
      return NULL;
    }
  if (g_hash_table_contains (self->symbols, id))
    {
      _rankle_system_fail (self, element, RANKLE_MODEL_ERROR_SEMANTIC,
                           _ ("‘%s’ is defined twice"), id);
      return NULL;
    }

  symbol = g_new0 (RankleSymbol, 1);
  symbol->id = id;
  symbol->element = element;
  symbol->value = (double)NAN;
  for (guint i = 0; i < RANKLE_N_MOMENTS; i++)
    symbol->meaning[i] = RANKLE_EXPRESSION_NONE;
  g_hash_table_insert (self->symbols, (gpointer)id, symbol);

  return symbol;
}

static void
add_to_kind (RankleSystem *self, RankleSymbol *symbol, RankleSymbolKind kind)
{
  GPtrArray *list = kind == RANKLE_SYMBOL_STATE        ? self->states
                    : kind == RANKLE_SYMBOL_OBSERVABLE ? self->observables
                                                       : self->parameters;

  symbol->kind = kind;
  symbol->index = list->len;
  g_ptr_array_add (list, symbol);
}

static gboolean
take_rule_math (RankleSystem *self, RankleSymbol *symbol)
{
  Rule_t *rule = g_hash_table_lookup (self->rules, symbol->id);

  if (rule == NULL)
    return TRUE;
  if (!Rule_isSetMath (rule))
    return _rankle_system_fail (self, (SBase_t *)rule, RANKLE_MODEL_ERROR_SYNTAX,
                                _ ("the rule for ‘%s’ has no formula"), symbol->id);
  if (Rule_isRate (rule))
    symbol->rate = Rule_getMath (rule);
  else
    symbol->math = Rule_getMath (rule);

  return TRUE;
}

static gboolean
take_start (RankleSystem *self, RankleSymbol *symbol)
{
  InitialAssignment_t *start = g_hash_table_lookup (self->starts, symbol->id);

  if (start == NULL)
    return TRUE;
  if (!InitialAssignment_isSetMath (start))
    return _rankle_system_fail (self, (SBase_t *)start, RANKLE_MODEL_ERROR_SYNTAX,
                                _ ("the initial assignment of ‘%s’ has no formula"),
                                symbol->id);
  symbol->start = InitialAssignment_getMath (start);

  return TRUE;
}

/* Level 2 has no default. Whoever writes files without sizes means amounts and
 * concentrations to be the same. */
static void
assume_size (RankleSystem *self, RankleSymbol *symbol)
{
  symbol->value = 1.0;
  g_ptr_array_add (self->notes,
                   g_strdup_printf (_ ("The file gives no size for the compartment “%s”; "
                                       "1 is assumed."),
                                    symbol->id));
}

static gboolean
collect_compartment (RankleSystem *self, Compartment_t *compartment)
{
  RankleSymbol *symbol =
      add_symbol (self, Compartment_getId (compartment), (SBase_t *)compartment);

  if (symbol == NULL || !take_start (self, symbol))
    return FALSE;

  symbol->compartment = compartment;
  if (Compartment_isSetSize (compartment))
    symbol->value = Compartment_getSize (compartment);
  else if (symbol->start == NULL &&
           Compartment_getSpatialDimensionsAsDouble (compartment) > 0.0)
    assume_size (self, symbol);

  /* Antimony's own compartment for species that were given none. */
  if (strcmp (symbol->id, "default_compartment") == 0 && symbol->start == NULL &&
      fabs (symbol->value - 1.0) <= 0.0)
    symbol->kind = RANKLE_SYMBOL_NUMBER;
  else
    add_to_kind (self, symbol, RANKLE_SYMBOL_PARAMETER);

  return TRUE;
}

static RankleSymbolKind
species_kind (const RankleSymbol *symbol)
{
  if (symbol->math != NULL)
    return RANKLE_SYMBOL_OBSERVABLE;
  if (symbol->rate != NULL)
    return RANKLE_SYMBOL_STATE;
  if (Species_getConstant (symbol->species) ||
      Species_getBoundaryCondition (symbol->species))
    return RANKLE_SYMBOL_PARAMETER;

  return RANKLE_SYMBOL_STATE;
}

static gboolean
collect_species (RankleSystem *self, Species_t *species)
{
  RankleSymbol *symbol = add_symbol (self, Species_getId (species), (SBase_t *)species);

  if (symbol == NULL || !take_rule_math (self, symbol) || !take_start (self, symbol))
    return FALSE;

  symbol->species = species;
  if (Species_isSetInitialAmount (species))
    symbol->value = Species_getInitialAmount (species);
  else if (Species_isSetInitialConcentration (species))
    symbol->value = Species_getInitialConcentration (species);
  add_to_kind (self, symbol, species_kind (symbol));

  return TRUE;
}

static gboolean
collect_parameter (RankleSystem *self, Parameter_t *parameter)
{
  RankleSymbol *symbol =
      add_symbol (self, Parameter_getId (parameter), (SBase_t *)parameter);

  if (symbol == NULL || !take_rule_math (self, symbol) || !take_start (self, symbol))
    return FALSE;

  symbol->parameter = parameter;
  if (Parameter_isSetValue (parameter))
    symbol->value = Parameter_getValue (parameter);
  add_to_kind (self, symbol,
               symbol->math != NULL   ? RANKLE_SYMBOL_OBSERVABLE
               : symbol->rate != NULL ? RANKLE_SYMBOL_STATE
                                      : RANKLE_SYMBOL_PARAMETER);

  return TRUE;
}

/* A stoichiometry that a formula may name. */
static gboolean
collect_reference (RankleSystem *self, SpeciesReference_t *reference)
{
  RankleSymbol *symbol;

  if (!SpeciesReference_isSetId (reference))
    return TRUE;

  symbol = add_symbol (self, SpeciesReference_getId (reference), (SBase_t *)reference);
  if (symbol == NULL)
    return FALSE;
  symbol->kind = RANKLE_SYMBOL_NUMBER;
  symbol->value = SpeciesReference_getStoichiometry (reference);

  return TRUE;
}

static gboolean
collect_reaction (RankleSystem *self, Reaction_t *reaction)
{
  RankleSymbol *symbol =
      add_symbol (self, Reaction_getId (reaction), (SBase_t *)reaction);

  if (symbol == NULL)
    return FALSE;
  symbol->kind = RANKLE_SYMBOL_REACTION;
  symbol->reaction = reaction;
  symbol->math = KineticLaw_getMath (Reaction_getKineticLaw (reaction));
  g_assert (symbol->math != NULL); /* else it has been refused */

  for (guint i = 0; i < Reaction_getNumReactants (reaction); i++)
    if (!collect_reference (self, Reaction_getReactant (reaction, i)))
      return FALSE;
  for (guint i = 0; i < Reaction_getNumProducts (reaction); i++)
    if (!collect_reference (self, Reaction_getProduct (reaction, i)))
      return FALSE;

  return TRUE;
}

/* Observables in the order of their rules, which is the author's. */
static void
order_observables (RankleSystem *self)
{
  guint n = self->observables->len;

  g_ptr_array_set_size (self->observables, 0);
  for (guint i = 0; i < Model_getNumRules (self->sbml); i++)
    {
      Rule_t       *rule = Model_getRule (self->sbml, i);
      RankleSymbol *symbol = g_hash_table_lookup (self->symbols, Rule_getVariable (rule));

      if (symbol != NULL && symbol->kind == RANKLE_SYMBOL_OBSERVABLE)
        add_to_kind (self, symbol, RANKLE_SYMBOL_OBSERVABLE);
    }
  g_assert (self->observables->len == n); /* each has one rule */
}

/* The index of rules has the first of each variable. */
static gboolean
check_rules_are_distinct (RankleSystem *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < Model_getNumRules (self->sbml); i++)
    {
      Rule_t *rule = Model_getRule (self->sbml, i);

      if (!g_hash_table_add (seen, (gpointer)Rule_getVariable (rule)))
        return _rankle_system_fail (self, (SBase_t *)rule, RANKLE_MODEL_ERROR_SEMANTIC,
                                    _ ("‘%s’ has two rules"), Rule_getVariable (rule));
    }

  return TRUE;
}

static void
add_shown (RankleSystem *self, RankleSymbol *parameter)
{
  RankleSymbol *symbol = g_new0 (RankleSymbol, 1);

  symbol->id = parameter->id;
  symbol->element = parameter->element;
  symbol->species = parameter->species;
  symbol->parameter = parameter->parameter;
  symbol->compartment = parameter->compartment;
  symbol->shows = parameter;
  symbol->value = (double)NAN;
  g_ptr_array_add (self->shown, symbol);
  add_to_kind (self, symbol, RANKLE_SYMBOL_OBSERVABLE);
}

/* @seen: those that are shown. One without a value is used by nobody. Returns FALSE where
 * there was nothing to do. */
static gboolean
show_parameter (RankleSystem *self, const char *id, GHashTable *seen)
{
  RankleSymbol *symbol = id == NULL ? NULL : g_hash_table_lookup (self->symbols, id);

  if (symbol == NULL || symbol->kind != RANKLE_SYMBOL_PARAMETER ||
      (symbol->start == NULL && isnan (symbol->value)) ||
      !g_hash_table_add (seen, (gpointer)symbol->id))
    return FALSE;
  add_shown (self, symbol);
  return TRUE;
}

/* What changes with a compartment's size are concentrations in it. */
static void
show_diluted (RankleSystem *self, const char *id, GHashTable *seen)
{
  const RankleSymbol *symbol =
      id == NULL ? NULL : g_hash_table_lookup (self->symbols, id);

  if (symbol == NULL || symbol->compartment == NULL)
    return;
  for (guint i = 0; i < Model_getNumSpecies (self->sbml); i++)
    {
      Species_t *species = Model_getSpecies (self->sbml, i);

      if (g_strcmp0 (Species_getCompartment (species), id) == 0 &&
          !Species_getHasOnlySubstanceUnits (species))
        show_parameter (self, Species_getId (species), seen);
    }
}

/* In the order in which events first change them. */
static void
show_changed (RankleSystem *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < Model_getNumEvents (self->sbml); i++)
    {
      Event_t *event = Model_getEvent (self->sbml, i);

      for (guint k = 0; k < Event_getNumEventAssignments (event); k++)
        {
          EventAssignment_t *assignment = Event_getEventAssignment (event, k);
          const char        *id = EventAssignment_getVariable (assignment);

          if (show_parameter (self, id, seen))
            show_diluted (self, id, seen);
        }
    }
}

gboolean
_rankle_system_collect (RankleSystem *self)
{
  Model_t *sbml = self->sbml;

  if (!check_rules_are_distinct (self))
    return FALSE;
  for (guint i = 0; i < Model_getNumCompartments (sbml); i++)
    if (!collect_compartment (self, Model_getCompartment (sbml, i)))
      return FALSE;
  for (guint i = 0; i < Model_getNumSpecies (sbml); i++)
    if (!collect_species (self, Model_getSpecies (sbml, i)))
      return FALSE;
  for (guint i = 0; i < Model_getNumParameters (sbml); i++)
    if (!collect_parameter (self, Model_getParameter (sbml, i)))
      return FALSE;
  for (guint i = 0; i < Model_getNumReactions (sbml); i++)
    if (!collect_reaction (self, Model_getReaction (sbml, i)))
      return FALSE;
  order_observables (self);
  show_changed (self);

  return TRUE;
}
