/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-system-private.h"

#include <math.h>
#include <string.h>

#include "rankle-time-unit.h"

/* Units for display, as the document names them: the name of a unit definition, else its
 * id. A sidecar may say it better. */

static const char *
display_unit (const RankleSystem *self, const char *id)
{
  UnitDefinition_t *definition;

  if (id == NULL || id[0] == '\0')
    return NULL;
  if (strcmp (id, "dimensionless") == 0)
    return "";

  definition = g_hash_table_lookup (self->units, id);
  if (definition != NULL && UnitDefinition_isSetName (definition))
    return UnitDefinition_getName (definition);

  return id;
}

static const char *
size_unit (const RankleSystem *self, Species_t *species)
{
  Compartment_t *compartment =
      _rankle_system_find_compartment (self, Species_getCompartment (species));

  if (compartment != NULL && Compartment_isSetUnits (compartment))
    return display_unit (self, Compartment_getUnits (compartment));

  return display_unit (self, Model_getVolumeUnits (self->sbml));
}

/* (nullable) */
static const char *
get_substance (const RankleSystem *self, Species_t *species)
{
  return Species_isSetSubstanceUnits (species) ? Species_getSubstanceUnits (species)
                                               : Model_getSubstanceUnits (self->sbml);
}

gboolean
_rankle_system_is_counted (const RankleSystem *self, const RankleSymbol *symbol)
{
  const char *id = symbol->species != NULL ? get_substance (self, symbol->species) : NULL;
  UnitDefinition_t *definition;

  if (id == NULL || *id == '\0' || strcmp (id, "dimensionless") == 0)
    return FALSE;
  definition = g_hash_table_lookup (self->units, id);
  return definition == NULL || !UnitDefinition_isVariantOfDimensionless (definition);
}

static char *
species_unit (const RankleSystem *self, Species_t *species)
{
  const char *substance = display_unit (self, get_substance (self, species));
  const char *size = size_unit (self, species);

  if (substance == NULL || Species_getHasOnlySubstanceUnits (species))
    return g_strdup (substance);
  if (size == NULL)
    return NULL;
  if (size[0] == '\0')
    return g_strdup (substance);

  return g_strdup_printf ("%s/%s", substance[0] == '\0' ? "1" : substance, size);
}

char *
_rankle_system_unit (const RankleSystem *self, const RankleSymbol *symbol)
{
  if (symbol->species != NULL)
    return species_unit (self, symbol->species);
  if (symbol->parameter != NULL)
    return g_strdup (display_unit (self, Parameter_getUnits (symbol->parameter)));
  if (symbol->compartment != NULL)
    return g_strdup (display_unit (self, Compartment_getUnits (symbol->compartment)));

  return NULL;
}

static double
seconds_of (UnitDefinition_t *definition)
{
  Unit_t *unit;

  if (UnitDefinition_getNumUnits (definition) != 1)
    return (double)NAN;
  unit = UnitDefinition_getUnit (definition, 0);
  if (Unit_getKind (unit) != UNIT_KIND_SECOND || Unit_getExponent (unit) != 1)
    return (double)NAN;

  return Unit_getMultiplier (unit) * pow (10.0, Unit_getScale (unit));
}

const char *
_rankle_system_time_unit (const RankleSystem *self)
{
  const char *id =
      Model_isSetTimeUnits (self->sbml) ? Model_getTimeUnits (self->sbml) : "time";
  UnitDefinition_t *definition = g_hash_table_lookup (self->units, id);

  if (definition == NULL)
    return strcmp (id, "second") == 0 ? "second" : "";

  return rankle_time_unit_find (seconds_of (definition));
}
