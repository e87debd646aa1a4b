/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that are added to a document say their unit, or libSBML could not check the
 * formulas that they stand in. */

#include <string.h>

#include "rankle-sbml-private.h"

char *
_rankle_sbml_new_id (Model_t *sbml, const char *stem)
{
  char *id = g_strdup (stem);

  for (guint i = 2; SBase_getElementBySId ((SBase_t *)sbml, id) != NULL ||
                    Model_getUnitDefinitionById (sbml, id) != NULL;
       i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s_%u", stem, i);
    }
  return id;
}

/* (transfer full) (nullable): what libSBML derives, as a definition of its own. */
static UnitDefinition_t *
derive (Model_t *sbml, const char *id)
{
  Parameter_t      *parameter = Model_getParameterById (sbml, id);
  Compartment_t    *compartment = Model_getCompartmentById (sbml, id);
  Species_t        *species = Model_getSpeciesById (sbml, id);
  UnitDefinition_t *unit = NULL;

  if (parameter != NULL && Parameter_isSetUnits (parameter))
    unit = Parameter_getDerivedUnitDefinition (parameter);
  else if (compartment != NULL)
    unit = Compartment_getDerivedUnitDefinition (compartment);
  else if (species != NULL)
    unit = Species_getDerivedUnitDefinition (species);
  if (unit == NULL || UnitDefinition_getNumUnits (unit) == 0)
    return NULL;
  return UnitDefinition_clone (unit);
}

/* (transfer full) (nullable) */
static UnitDefinition_t *
derive_time (Model_t *sbml)
{
  const char       *id = Model_isSetTimeUnits (sbml) ? Model_getTimeUnits (sbml) : "";
  UnitDefinition_t *named = Model_getUnitDefinitionById (sbml, id);
  UnitDefinition_t *unit;
  Unit_t           *second;

  if (named != NULL)
    return UnitDefinition_clone (named);
  if (strcmp (id, "second") != 0)
    return NULL;
  unit = UnitDefinition_create (SBase_getLevel ((SBase_t *)sbml),
                                SBase_getVersion ((SBase_t *)sbml));
  second = UnitDefinition_createUnit (unit);
  Unit_setKind (second, UNIT_KIND_SECOND);
  Unit_setExponent (second, 1);
  Unit_setScale (second, 0);
  Unit_setMultiplier (second, 1);
  return unit;
}

static gboolean
has_unit (UnitDefinition_t *definition, Unit_t *unit)
{
  for (guint i = 0; i < UnitDefinition_getNumUnits (definition); i++)
    if (Unit_areIdentical (UnitDefinition_getUnit (definition, i), unit))
      return TRUE;
  return FALSE;
}

/* UnitDefinition_areIdentical() loses memory. */
static gboolean
are_identical (UnitDefinition_t *a, UnitDefinition_t *b)
{
  if (UnitDefinition_getNumUnits (a) != UnitDefinition_getNumUnits (b))
    return FALSE;
  for (guint i = 0; i < UnitDefinition_getNumUnits (a); i++)
    if (!has_unit (b, UnitDefinition_getUnit (a, i)) ||
        !has_unit (a, UnitDefinition_getUnit (b, i)))
      return FALSE;
  return TRUE;
}

/* (transfer full): the id of what is like @unit. */
static char *
name_unit (Model_t *sbml, UnitDefinition_t *unit)
{
  g_autofree char *id = NULL;

  for (guint i = 0; i < Model_getNumUnitDefinitions (sbml); i++)
    {
      UnitDefinition_t *known = Model_getUnitDefinition (sbml, i);

      if (are_identical (known, unit))
        return g_strdup (UnitDefinition_getId (known));
    }
  id = _rankle_sbml_new_id (sbml, "treatment_unit");
  UnitDefinition_setId (unit, id);
  Model_addUnitDefinition (sbml, unit);
  return g_steal_pointer (&id);
}

char *
_rankle_sbml_unit_of (Model_t *sbml, const char *id)
{
  Parameter_t      *parameter = Model_getParameterById (sbml, id);
  UnitDefinition_t *unit;
  char             *name;

  if (parameter != NULL && Parameter_isSetUnits (parameter))
    return g_strdup (Parameter_getUnits (parameter));
  unit = derive (sbml, id);
  if (unit == NULL)
    return g_strdup ("");
  name = name_unit (sbml, unit);
  UnitDefinition_free (unit);
  return name;
}

char *
_rankle_sbml_unit_per_time (Model_t *sbml, const char *id)
{
  UnitDefinition_t *unit = derive (sbml, id);
  UnitDefinition_t *time = derive_time (sbml);
  UnitDefinition_t *rate = NULL;
  char             *name = NULL;

  if (unit != NULL && time != NULL)
    rate = UnitDefinition_divide (unit, time);
  if (rate != NULL)
    name = name_unit (sbml, rate);
  g_clear_pointer (&unit, UnitDefinition_free);
  g_clear_pointer (&time, UnitDefinition_free);
  g_clear_pointer (&rate, UnitDefinition_free);
  return name != NULL ? name : g_strdup ("");
}
