/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-system-private.h"

/* What libSBML finds by walking through its lists, one by one, is here found at once:
 * each of twenty thousand elements asks for several others. Of two with one name it is
 * the first, as in libSBML. */

static void
add (GHashTable *index, const char *id, gpointer element)
{
  g_assert (element != NULL);

  if (id != NULL && !g_hash_table_contains (index, id))
    g_hash_table_insert (index, (gpointer)id, element);
}

static void
add_elements (RankleSystem *self)
{
  Model_t *sbml = self->sbml;

  for (guint i = 0; i < Model_getNumCompartments (sbml); i++)
    {
      Compartment_t *compartment = Model_getCompartment (sbml, i);

      add (self->elements, Compartment_getId (compartment), compartment);
    }
  for (guint i = 0; i < Model_getNumSpecies (sbml); i++)
    {
      Species_t *species = Model_getSpecies (sbml, i);

      add (self->elements, Species_getId (species), species);
    }
  for (guint i = 0; i < Model_getNumParameters (sbml); i++)
    {
      Parameter_t *parameter = Model_getParameter (sbml, i);

      add (self->elements, Parameter_getId (parameter), parameter);
    }
}

static void
add_formulas (RankleSystem *self)
{
  Model_t *sbml = self->sbml;

  for (guint i = 0; i < Model_getNumRules (sbml); i++)
    {
      Rule_t *rule = Model_getRule (sbml, i);

      add (self->rules, Rule_getVariable (rule), rule);
    }
  for (guint i = 0; i < Model_getNumInitialAssignments (sbml); i++)
    {
      InitialAssignment_t *start = Model_getInitialAssignment (sbml, i);

      add (self->starts, InitialAssignment_getSymbol (start), start);
    }
}

static void
add_definitions (RankleSystem *self)
{
  Model_t *sbml = self->sbml;

  for (guint i = 0; i < Model_getNumUnitDefinitions (sbml); i++)
    {
      UnitDefinition_t *unit = Model_getUnitDefinition (sbml, i);

      add (self->units, UnitDefinition_getId (unit), unit);
    }
  for (guint i = 0; i < Model_getNumFunctionDefinitions (sbml); i++)
    {
      FunctionDefinition_t *function = Model_getFunctionDefinition (sbml, i);

      add (self->functions, FunctionDefinition_getId (function), function);
    }
}

void
_rankle_system_index (RankleSystem *self)
{
  g_assert (self->sbml != NULL);
  g_assert (g_hash_table_size (self->elements) == 0);

  add_elements (self);
  add_formulas (self);
  add_definitions (self);
}

SBase_t *
_rankle_system_find_element (const RankleSystem *self, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->elements, id);
}

Compartment_t *
_rankle_system_find_compartment (const RankleSystem *self, const char *id)
{
  SBase_t *element = _rankle_system_find_element (self, id);

  return element != NULL && SBase_getTypeCode (element) == SBML_COMPARTMENT
             ? (Compartment_t *)element
             : NULL;
}
