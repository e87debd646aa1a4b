/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sbml/SBMLTypes.h>

#include "rankle-antimony-private.h"
#include "rankle-model-error.h"

/* unit mM = 1e-3 mole / litre: a product of factors, each a number, a unit or both. SBML
 * has a unit as (multiplier kind)^exponent, so a number goes with the unit behind it; a
 * unit defined earlier is written out. */

#define MAX_DEPTH 32

typedef struct
{
  const RankleAntimony *model;
  const RankleToken    *at, *end;
  UnitDefinition_t     *definition;
  Model_t              *sbml;
  double                number; /* waits for the unit behind it */
  guint                 depth;
} Units;

static gboolean parse_product (Units *u, int sign, GError **error);

static gboolean
fail (const Units *u, const RankleToken *token, const char *what, GError **error)
{
  return rankle_token_error (token, u->model->name, RANKLE_MODEL_ERROR_SYNTAX, error,
                             "%s", what);
}

static gboolean
accept (Units *u, const char *symbol)
{
  if (u->at >= u->end || !rankle_token_is (u->at, symbol))
    return FALSE;
  u->at++;
  return TRUE;
}

static void
add_unit (Units *u, UnitKind_t kind, int exponent, double multiplier, int scale)
{
  Unit_t *unit = UnitDefinition_createUnit (u->definition);

  g_assert (kind != UNIT_KIND_INVALID && exponent != 0);

  Unit_setKind (unit, kind);
  Unit_setExponent (unit, exponent);
  Unit_setScale (unit, scale);
  Unit_setMultiplier (unit, multiplier);
}

/* The number multiplies the unit's power as a whole: m u^e = (m^(1/e) u)^e. */
static double
take_multiplier (Units *u, int exponent, int sign)
{
  double multiplier = pow (u->number, 1.0 / (exponent * sign));

  g_assert (exponent != 0 && (sign == 1 || sign == -1));

  u->number = 1;
  return multiplier;
}

static void
copy_units (Units *u, UnitDefinition_t *other, int exponent, double multiplier)
{
  for (guint i = 0; i < UnitDefinition_getNumUnits (other); i++)
    {
      Unit_t *unit = UnitDefinition_getUnit (other, i);

      add_unit (u, Unit_getKind (unit), Unit_getExponent (unit) * exponent,
                Unit_getMultiplier (unit), Unit_getScale (unit));
    }
  if (fabs (multiplier - 1) > 0)
    add_unit (u, UNIT_KIND_DIMENSIONLESS, 1, multiplier, 0);
}

static gboolean
take_exponent (Units *u, int *exponent, GError **error)
{
  gboolean negative;
  double   value;

  *exponent = 1;
  if (!accept (u, "^"))
    return TRUE;
  negative = accept (u, "-");
  if (u->at >= u->end || u->at->kind != RANKLE_TOKEN_NUMBER)
    return fail (u, u->at, _ ("a unit's power is a whole number"), error);
  value = g_ascii_strtod (u->at->text, NULL);
  if (!(value >= 1 && value <= 20) || fabs (value - floor (value)) > 0)
    return fail (u, u->at, _ ("a unit's power is a whole number"), error);
  u->at++;
  *exponent = negative ? -(int)value : (int)value;
  return TRUE;
}

static gboolean
parse_named (Units *u, int sign, GError **error)
{
  const RankleToken *token = u->at++;
  g_autofree char   *id = rankle_token_dup (token);
  UnitDefinition_t  *other = Model_getUnitDefinitionById (u->sbml, id);
  UnitKind_t         kind = UnitKind_forName (id);
  int                exponent;

  if (!take_exponent (u, &exponent, error))
    return FALSE;
  if (other != NULL && other != u->definition)
    copy_units (u, other, exponent * sign, pow (u->number, sign));
  else if (kind != UNIT_KIND_INVALID && kind != UNIT_KIND_CELSIUS)
    {
      double multiplier = take_multiplier (u, exponent, sign);

      /* The number's own sign: it stands on the same side of the stroke as the unit. */
      add_unit (u, kind, exponent * sign, sign > 0 ? multiplier : 1 / multiplier, 0);
    }
  else
    return rankle_token_error (token, u->model->name, RANKLE_MODEL_ERROR_SEMANTIC, error,
                               _ ("the unit %s is not known"), id);
  u->number = 1;
  return TRUE;
}

static gboolean
parse_factor (Units *u, int sign, GError **error)
{
  if (u->at < u->end && u->at->kind == RANKLE_TOKEN_NUMBER)
    {
      u->number = g_ascii_strtod (u->at->text, NULL);
      if (!(u->number > 0) || !isfinite (u->number))
        return fail (u, u->at, _ ("a unit's factor is a positive number"), error);
      u->at++;
      if (u->at >= u->end ||
          (u->at->kind != RANKLE_TOKEN_NAME && !rankle_token_is (u->at, "(")))
        {
          if (fabs (u->number - 1) > 0)
            add_unit (u, UNIT_KIND_DIMENSIONLESS, sign, u->number, 0);
          u->number = 1;
          return TRUE;
        }
    }
  if (accept (u, "("))
    {
      if (++u->depth > MAX_DEPTH)
        return rankle_token_error (u->at - 1, u->model->name, RANKLE_MODEL_ERROR_LIMIT,
                                   error, _ ("brackets more than %d deep"), MAX_DEPTH);
      if (!parse_product (u, sign, error))
        return FALSE;
      u->depth--;
      return accept (u, ")") || fail (u, u->at, _ ("a bracket is not closed"), error);
    }
  if (u->at < u->end && u->at->kind == RANKLE_TOKEN_NAME)
    return parse_named (u, sign, error);
  return fail (u, u->at, _ ("a unit should stand here"), error);
}

static gboolean
parse_product (Units *u, int sign, GError **error)
{
  int side = sign;

  for (;;)
    {
      if (!parse_factor (u, side, error))
        return FALSE;
      if (accept (u, "*"))
        side = sign;
      else if (accept (u, "/"))
        side = -sign;
      else
        return TRUE;
    }
}

static gboolean
add_definition (const RankleAntimony *antimony,
                Model_t              *sbml,
                const RankleUnitText *text,
                GError              **error)
{
  Units units = { .model = antimony,
                  .at = text->definition.first,
                  .end = text->definition.first + text->definition.n,
                  .sbml = sbml,
                  .number = 1 };

  if (UnitKind_forName (text->id) != UNIT_KIND_INVALID)
    return rankle_token_error (text->where, antimony->name, RANKLE_MODEL_ERROR_SEMANTIC,
                               error, _ ("%s is a unit of SBML already"), text->id);
  units.definition = Model_createUnitDefinition (sbml);
  UnitDefinition_setId (units.definition, text->id);
  if (!parse_product (&units, 1, error))
    return FALSE;
  g_assert (units.depth == 0 && !(fabs (units.number - 1) > 0)); /* nothing waits */
  if (units.at < units.end)
    return fail (&units, units.at, _ ("units are joined by “*” and “/”"), error);
  if (UnitDefinition_getNumUnits (units.definition) == 0)
    add_unit (&units, UNIT_KIND_DIMENSIONLESS, 1, 1, 0);
  return TRUE;
}

gboolean
rankle_antimony_add_units (const RankleAntimony *antimony, void *sbml, GError **error)
{
  for (guint i = 0; i < antimony->units->len; i++)
    if (!add_definition (antimony, sbml, antimony->units->pdata[i], error))
      return FALSE;
  return TRUE;
}
