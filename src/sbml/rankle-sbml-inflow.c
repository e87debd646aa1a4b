/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What flows in is a parameter of its own, which is added to a rate rule, or makes a
 * species by a reaction. */

#include "rankle-sbml-private.h"

/* What the rate of a species lacks: its law is in amounts, and in units of extent. */
static ASTNode_t *
make_law (Model_t *sbml, Species_t *species, const char *inflow)
{
  const char    *id = Species_getCompartment (species);
  Compartment_t *compartment = Model_getCompartmentById (sbml, id);
  const char    *factor = NULL;
  ASTNode_t     *law = _rankle_sbml_make_name (inflow);

  if (!Species_getHasOnlySubstanceUnits (species) && compartment != NULL &&
      Compartment_getSpatialDimensionsAsDouble (compartment) > 0)
    law = _rankle_sbml_make_pair (AST_TIMES, law, _rankle_sbml_make_name (id));
  if (Species_isSetConversionFactor (species))
    factor = Species_getConversionFactor (species);
  else if (Model_isSetConversionFactor (sbml))
    factor = Model_getConversionFactor (sbml);
  return factor == NULL
             ? law
             : _rankle_sbml_make_pair (AST_DIVIDE, law, _rankle_sbml_make_name (factor));
}

static void
add_reaction (Model_t *sbml, Species_t *species, const char *inflow)
{
  g_autofree char    *stem = g_strconcat (inflow, "_reaction", NULL);
  g_autofree char    *id = _rankle_sbml_new_id (sbml, stem);
  ASTNode_t          *law = make_law (sbml, species, inflow);
  Reaction_t         *reaction = Model_createReaction (sbml);
  SpeciesReference_t *product;

  Reaction_setId (reaction, id);
  Reaction_setReversible (reaction, FALSE);
  Reaction_setFast (reaction, FALSE);
  product = Reaction_createProduct (reaction);
  SpeciesReference_setSpecies (product, Species_getId (species));
  SpeciesReference_setStoichiometry (product, 1);
  SpeciesReference_setConstant (product, TRUE);
  KineticLaw_setMath (Reaction_createKineticLaw (reaction), law);
  ASTNode_free (law);
}

static void
add_to_rate (Model_t *sbml, const char *state, const char *inflow)
{
  Rule_t    *rule = Model_getRuleByVar (sbml, state);
  Species_t *species = Model_getSpeciesById (sbml, state);
  ASTNode_t *sum;

  if (rule == NULL || !Rule_isRate (rule))
    {
      g_assert (species != NULL); /* what has no rule is a species */
      add_reaction (sbml, species, inflow);
      return;
    }
  sum = _rankle_sbml_make_pair (AST_PLUS, ASTNode_deepCopy (Rule_getMath (rule)),
                                _rankle_sbml_make_name (inflow));
  Rule_setMath (rule, sum);
  ASTNode_free (sum);
}

char *
_rankle_sbml_add_inflow (Model_t *sbml, const char *state, double value)
{
  g_autofree char *unit = _rankle_sbml_unit_per_time (sbml, state);
  g_autofree char *stem = g_strconcat ("inflow_", state, NULL);
  char            *inflow = _rankle_sbml_new_id (sbml, stem);
  Parameter_t     *parameter = Model_createParameter (sbml);

  Parameter_setId (parameter, inflow);
  Parameter_setValue (parameter, value);
  Parameter_setConstant (parameter, FALSE);
  if (*unit != '\0')
    Parameter_setUnits (parameter, unit);
  add_to_rate (sbml, state, inflow);
  return inflow;
}
