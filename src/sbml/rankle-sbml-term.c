/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Terms of equations, out of the document that the model was compiled from. What a name
 * in a formula means is resolved as when the model was compiled. */

#include "config.h"

#include "rankle-sbml-term.h"

#include <math.h>
#include <sbml/math/L3FormulaFormatter.h>
#include <stdlib.h>
#include <string.h>

#include "rankle-system-private.h"

/* What is being read: @math (owned), and what it is divided by. */
typedef struct
{
  ASTNode_t    *math;
  RankleSymbol *symbol; /* whose unit it has, per time if @is_rate */
  gboolean      is_rate;
} Found;

/* ---- which ---- */

static Species_t *
find_told_species (RankleSystem *self, Reaction_t *reaction)
{
  SpeciesReference_t *reference = Reaction_getNumProducts (reaction) > 0
                                      ? Reaction_getProduct (reaction, 0)
                                      : Reaction_getReactant (reaction, 0);

  if (reference == NULL || SpeciesReference_isSetStoichiometryMath (reference) ||
      (SpeciesReference_isSetStoichiometry (reference) &&
       fabs (SpeciesReference_getStoichiometry (reference) - 1) > 0))
    return NULL;
  return Model_getSpeciesById (self->sbml, SpeciesReference_getSpecies (reference));
}

static gboolean
is_named (const ASTNode_t *node, const char *name)
{
  return ASTNode_getType (node) == AST_NAME &&
         g_strcmp0 (ASTNode_getName (node), name) == 0;
}

/* Takes the factor @place out of a product; FALSE: it has none. */
static gboolean
take_factor (ASTNode_t *product, const char *place)
{
  guint n = ASTNode_getNumChildren (product);

  if (ASTNode_getType (product) != AST_TIMES || n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_named (ASTNode_getChild (product, i), place))
      {
        ASTNode_t *factor = ASTNode_getChild (product, i);

        ASTNode_removeChild (product, i);
        ASTNode_free (factor);
        return TRUE;
      }
  return take_factor (ASTNode_getChild (product, 0), place);
}

/* A product of one is that. (transfer full) */
static ASTNode_t *
copy_without_lonely (const ASTNode_t *node)
{
  ASTNode_t *copy, *first;

  if (ASTNode_getType (node) == AST_TIMES && ASTNode_getNumChildren (node) == 1)
    return copy_without_lonely (ASTNode_getChild (node, 0));
  copy = ASTNode_deepCopy (node);
  if (ASTNode_getType (node) != AST_TIMES)
    return copy;
  first = ASTNode_getChild (copy, 0); /* is nobody's when it has been replaced */
  ASTNode_replaceChild (copy, 0, copy_without_lonely (ASTNode_getChild (node, 0)));
  ASTNode_free (first);
  return copy;
}

/* @law / @place, in which a factor @place goes. (transfer full) */
static ASTNode_t *
divide_by_place (const ASTNode_t *law, const char *place)
{
  ASTNode_t *copy = ASTNode_deepCopy (law), *whole, *by;

  if (take_factor (copy, place))
    {
      whole = copy_without_lonely (copy);
      ASTNode_free (copy);
      return whole;
    }
  whole = ASTNode_createWithType (AST_DIVIDE);
  by = ASTNode_createWithType (AST_NAME);
  ASTNode_setName (by, place);
  ASTNode_addChild (whole, copy);
  ASTNode_addChild (whole, by);
  return whole;
}

static gboolean
find_in_reaction (RankleSystem *self, Reaction_t *reaction, Found *found)
{
  Species_t       *species = find_told_species (self, reaction);
  const ASTNode_t *law = KineticLaw_getMath (Reaction_getKineticLaw (reaction));

  if (species == NULL || Species_isSetConversionFactor (species) ||
      Model_isSetConversionFactor (self->sbml))
    return FALSE;
  found->symbol = g_hash_table_lookup (self->symbols, Species_getId (species));
  found->is_rate = TRUE;
  found->math = Species_getHasOnlySubstanceUnits (species)
                    ? ASTNode_deepCopy (law)
                    : divide_by_place (law, Species_getCompartment (species));
  return TRUE;
}

/* The @wanted-th of the summands; it is counted down. (transfer full) (nullable) */
static ASTNode_t *
find_summand (const ASTNode_t *node, guint *wanted)
{
  ASTNodeType_t type = ASTNode_getType (node);
  ASTNode_t    *found = NULL;

  if (type != AST_PLUS && type != AST_MINUS)
    return --*wanted == 0 ? ASTNode_deepCopy (node) : NULL;
  for (guint i = 0; i < ASTNode_getNumChildren (node) && found == NULL; i++)
    found = find_summand (ASTNode_getChild (node, i), wanted);
  return found;
}

/* "sclerostin' 1" */
static gboolean
find_in_rate (RankleSystem *self, const char *name, Found *found)
{
  const char      *mark = strchr (name, '\'');
  g_autofree char *id = g_strndup (name, (gsize)(mark - name));
  char            *end;
  guint64          wanted = g_ascii_strtoull (mark + 1, &end, 10);
  guint            left = (guint)MIN (wanted, G_MAXINT);

  found->symbol = g_hash_table_lookup (self->symbols, id);
  found->is_rate = TRUE;
  if (left == 0 || *end != '\0' || found->symbol == NULL || found->symbol->rate == NULL)
    return FALSE;
  found->math = find_summand (found->symbol->rate, &left);
  return found->math != NULL;
}

static gboolean
find (RankleSystem *self, const char *name, Found *found)
{
  if (strchr (name, '\'') != NULL)
    return find_in_rate (self, name, found);
  found->symbol = g_hash_table_lookup (self->symbols, name);
  if (found->symbol == NULL || found->symbol->math == NULL)
    return FALSE;
  if (found->symbol->kind == RANKLE_SYMBOL_REACTION)
    return find_in_reaction (self, found->symbol->reaction, found);
  found->math = ASTNode_deepCopy (found->symbol->math);
  return found->symbol->kind == RANKLE_SYMBOL_OBSERVABLE;
}

/* ---- what ---- */

static void
collect_names (const ASTNode_t *node, GPtrArray *names)
{
  const char *name = ASTNode_getType (node) == AST_NAME ? ASTNode_getName (node) : NULL;

  if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < ASTNode_getNumChildren (node); i++)
    collect_names (ASTNode_getChild (node, i), names);
}

/* "1 dimensionless" is a number to a person. */
static void
drop_units (ASTNode_t *node)
{
  if (ASTNode_isSetUnits (node))
    ASTNode_unsetUnits (node);
  for (guint i = 0; i < ASTNode_getNumChildren (node); i++)
    drop_units (ASTNode_getChild (node, i));
}

/* As the units of bundled models write it: "d" of "day". */
static const char *
abbreviate (const char *time)
{
  static const char *const units[][2] = {
    { "day", "d" }, { "hour", "h" }, { "minute", "min" }, { "second", "s" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i][0], time))
      return units[i][1];
  return time;
}

/* (transfer full) (nullable) */
static char *
compose_unit (const RankleModel *model, const Found *found)
{
  const RankleQuantity *quantity = rankle_model_find (model, found->symbol->id);
  const char           *unit = quantity == NULL ? NULL : quantity->unit;
  const char           *time = rankle_model_get_time_unit (model);

  if (!found->is_rate || unit == NULL)
    return g_strdup (unit);
  if (*time == '\0')
    return NULL;
  return g_strdup_printf ("%s/%s", *unit == '\0' ? "1" : unit, abbreviate (time));
}

static RankleTerm *
make_term (RankleSystem *self, RankleModel *model, const Found *found)
{
  GPtrArray       *names = g_ptr_array_new ();
  g_autofree char *unit = compose_unit (model, found);
  RankleExpression value = _rankle_system_import (self, found->math, RANKLE_MOMENT_RUN);
  char            *formula;
  RankleTerm      *term;

  drop_units (found->math);
  formula = SBML_formulaToL3String (found->math);
  collect_names (found->math, names);
  g_ptr_array_add (names, NULL);
  if (value == RANKLE_EXPRESSION_NONE || formula == NULL)
    {
      g_strfreev ((char **)g_ptr_array_free (names, FALSE));
      free (formula);
      return NULL;
    }
  term = rankle_term_new_take (model, formula, unit,
                               (char **)g_ptr_array_free (names, FALSE),
                               g_steal_pointer (&self->graph), value);
  free (formula);
  return term;
}

RankleTerm *
rankle_model_read_term (RankleModel *model, const char *name)
{
  RankleSystem self = { 0 };
  Found        found = { 0 };
  RankleTerm  *term = NULL;

  g_return_val_if_fail (model != NULL && name != NULL, NULL);
  g_assert (model->document != NULL);

  g_mutex_lock (&model->document_lock);
  _rankle_system_init (&self, model->id, SBMLDocument_getModel (model->document));
  _rankle_system_index (&self);
  if (_rankle_system_collect (&self) && find (&self, name, &found))
    term = make_term (&self, model, &found);
  if (found.math != NULL)
    ASTNode_free (found.math);
  _rankle_system_clear (&self);
  g_mutex_unlock (&model->document_lock);
  return term;
}
