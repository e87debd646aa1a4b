/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of an SBML file come to, against sums done by hand: the initial value
 * and the rate at the start of one state, or a refusal. */

#include <math.h>

#include "rankle-model-error.h"
#include "rankle-model-file.h"
#include "rankle-workspace.h"
#include "sbml-text.h"

#define LEVEL_2                                                                          \
  "<sbml xmlns='http://www.sbml.org/sbml/level2/version4' level='2' version='4'>"
#define LEVEL_3                                                                          \
  "<sbml xmlns='http://www.sbml.org/sbml/level3/version1/core' level='3' version='1'>"
#define COMPARTMENT_3(SIZE)                                                              \
  "<listOfCompartments><compartment id='c' size='" SIZE                                  \
  "' spatialDimensions='3' constant='true'/></listOfCompartments>"
#define SPECIES_3(ID, AMOUNT, BOUNDARY, MORE)                                            \
  "<species id='" ID "' compartment='c' hasOnlySubstanceUnits='" AMOUNT                  \
  "' boundaryCondition='" BOUNDARY "' constant='false' " MORE "/>"
#define K_3      "<parameter id='k' value='3' constant='true'/>"
#define FACTOR_3 "<parameter id='f' value='5' constant='true'/>"
#define REACTANT(ID, STOICHIOMETRY)                                                      \
  "<speciesReference species='" ID "' stoichiometry='" STOICHIOMETRY "' "                \
  "constant='true'/>"
#define REACTION_3(FROM, TO, LAW)                                                        \
  "<listOfReactions><reaction id='R' reversible='false' fast='false'>" FROM TO           \
  "<kineticLaw>" LAW "</kineticLaw></reaction></listOfReactions>"
#define FROM(WHAT)       "<listOfReactants>" WHAT "</listOfReactants>"
#define TO(WHAT)         "<listOfProducts>" WHAT "</listOfProducts>"
#define SPECIES(WHAT)    "<listOfSpecies>" WHAT "</listOfSpecies>"
#define PARAMETERS(WHAT) "<listOfParameters>" WHAT "</listOfParameters>"
#define RULES(WHAT)      "<listOfRules>" WHAT "</listOfRules>"

/* {…} in a text is a formula. */
typedef struct
{
  const char *name, *head, *model, *body;
  const char *state;
  double      initial, rate;
  const char *refused; /* (nullable): words of the refusal, and there is no more */
} Case;

static const Case cases[] = {
  { "amount", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'"))
        PARAMETERS (K_3) REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k * S}"),
    "S", 6, -36, NULL },
  { "amount-from-concentration", LEVEL_3, "",
    COMPARTMENT_3 ("2")
        SPECIES (SPECIES_3 ("S", "true", "false", "initialConcentration='6'"))
            PARAMETERS (K_3) REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k * S}"),
    "S", 12, -72, NULL },
  { "concentration", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "false", "false", "initialAmount='6'"))
        PARAMETERS (K_3) REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k * S}"),
    "S", 3, -9, NULL },
  { "point", LEVEL_3, "",
    "<listOfCompartments><compartment id='c' spatialDimensions='0' constant='true'/>"
    "</listOfCompartments>" SPECIES (
        SPECIES_3 ("S", "false", "false", "initialAmount='6'")) PARAMETERS (K_3)
        REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k * S}"),
    "S", 6, -36, NULL },
  { "point-with-a-size", LEVEL_3, "",
    "<listOfCompartments><compartment id='c' spatialDimensions='0' size='2' "
    "constant='true'/></listOfCompartments>" SPECIES (
        SPECIES_3 ("S", "false", "false", "initialAmount='6'")) PARAMETERS (K_3)
        REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k * S}"),
    "S", 3, -9, NULL },
  { "reactant-and-product", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'"))
        PARAMETERS (K_3)
            REACTION_3 (FROM (REACTANT ("S", "1")), TO (REACTANT ("S", "3")), "{k}"),
    "S", 6, 6, NULL },
  /* conversion factors: of the model, of the species, which goes before */
  { "factor-of-the-model", LEVEL_3, " conversionFactor='f'",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "false", "false", "initialAmount='6'"))
        PARAMETERS (K_3 FACTOR_3) REACTION_3 (FROM (REACTANT ("S", "1")), "", "{k}"),
    "S", 3, -7.5, NULL },
  { "factor-of-the-species", LEVEL_3, " conversionFactor='k'",
    COMPARTMENT_3 ("2") SPECIES (
        SPECIES_3 ("S", "true", "false", "initialAmount='6' conversionFactor='f'"))
        PARAMETERS (K_3 FACTOR_3) REACTION_3 (FROM (REACTANT ("S", "1")), "", "{k}"),
    "S", 6, -15, NULL },
  /* on the boundary a reaction changes nothing; a rule does */
  { "boundary-with-rate", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "false", "true", "initialAmount='6'"))
        PARAMETERS (K_3) RULES ("<rateRule variable='S'>{k * S}</rateRule>")
            REACTION_3 (FROM (REACTANT ("S", "2")), "", "{100 * S}"),
    "S", 3, 9, NULL },
  { "boundary-drives", LEVEL_3, "",
    COMPARTMENT_3 ("2")
        SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'") SPECIES_3 (
            "B", "false", "true", "initialAmount='8'")) PARAMETERS (K_3)
            REACTION_3 (FROM (REACTANT ("B", "2")), TO (REACTANT ("S", "1")), "{k * B}"),
    "S", 6, 12, NULL },
  { "boundary-with-assignment", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'")
                                     SPECIES_3 ("B", "false", "true", ""))
        PARAMETERS (K_3) RULES ("<assignmentRule variable='B'>{S + 1}</assignmentRule>")
            REACTION_3 (FROM (REACTANT ("B", "2")), TO (REACTANT ("S", "1")), "{k * B}"),
    "S", 6, 21, NULL },
  { "rule-and-reaction", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "false", "false", "initialAmount='6'"))
        PARAMETERS (K_3) RULES ("<rateRule variable='S'>{k}</rateRule>")
            REACTION_3 (FROM (REACTANT ("S", "2")), "", "{k}"),
    NULL, 0, 0, "‘S’ has a rule and takes part in a reaction" },
  /* names that stand for numbers and rates */
  { "rate-of-a-reaction", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'"))
        PARAMETERS (K_3 "<parameter id='x' value='1' constant='false'/>")
            RULES ("<rateRule variable='x'>{2 * R}</rateRule>")
                REACTION_3 (FROM (REACTANT ("S", "1")), "", "{k * S}"),
    "x", 1, 36, NULL },
  { "named-stoichiometry", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'"))
        PARAMETERS (K_3) REACTION_3 (FROM ("<speciesReference id='n' species='S' "
                                           "stoichiometry='4' constant='true'/>"),
                                     "",
                                     "{n * k}"),
    "S", 6, -48, NULL },
  { "no-stoichiometry", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (SPECIES_3 ("S", "true", "false", "initialAmount='6'"))
        PARAMETERS (K_3) REACTION_3 (
            FROM ("<speciesReference species='S' constant='true'/>"), "", "{k}"),
    NULL, 0, 0, "a stoichiometry of ‘S’ is not given" },
  { "stoichiometry-by-rule", LEVEL_3, "",
    COMPARTMENT_3 ("2") SPECIES (
        SPECIES_3 ("S", "true", "false", "initialAmount='6'")) PARAMETERS (K_3)
        RULES ("<assignmentRule variable='n'>{k}</assignmentRule>") REACTION_3 (
            FROM ("<speciesReference id='n' species='S' constant='false'/>"), "", "{k}"),
    NULL, 0, 0, "a rule for what is neither species nor parameter (‘n’)" },
  /* Level 2 */
  { "defaults-of-level-2", LEVEL_2, "",
    "<listOfCompartments><compartment id='c' size='2'/></listOfCompartments>"
    "<listOfSpecies><species id='S' compartment='c' initialAmount='6'/></listOfSpecies>"
    "<listOfParameters><parameter id='k' value='3'/></listOfParameters>"
    "<listOfReactions><reaction id='R'><listOfReactants><speciesReference species='S'/>"
    "</listOfReactants><kineticLaw>{k * S}</kineticLaw></reaction></listOfReactions>",
    "S", 3, -4.5, NULL },
  { "stoichiometry-by-formula", LEVEL_2, "",
    "<listOfCompartments><compartment id='c' size='2'/></listOfCompartments>"
    "<listOfSpecies><species id='S' compartment='c' initialAmount='6' "
    "hasOnlySubstanceUnits='true'/></listOfSpecies>"
    "<listOfParameters><parameter id='k' value='3'/></listOfParameters>"
    "<listOfReactions><reaction id='R'><listOfProducts><speciesReference species='S'>"
    "<stoichiometryMath>{2 * k}</stoichiometryMath></speciesReference></listOfProducts>"
    "<kineticLaw>{k}</kineticLaw></reaction></listOfReactions>",
    "S", 6, 18, NULL },
  { "local-parameter", LEVEL_2, "",
    "<listOfCompartments><compartment id='c' size='2'/></listOfCompartments>"
    "<listOfSpecies><species id='S' compartment='c' initialAmount='6'/></listOfSpecies>"
    "<listOfParameters><parameter id='k' value='3'/></listOfParameters>"
    "<listOfReactions><reaction id='R'><listOfReactants><speciesReference species='S'/>"
    "</listOfReactants><kineticLaw>{k * S}<listOfParameters><parameter id='k' value='7'/>"
    "</listOfParameters></kineticLaw></reaction></listOfReactions>",
    "S", 3, -10.5, NULL },
};

static gboolean
write_math (const GMatchInfo *match, GString *text, gpointer data)
{
  g_autofree char *infix = g_match_info_fetch (match, 1);
  g_autofree char *math = sbml_math (infix);

  g_string_append (text, math);
  return FALSE;
}

static char *
write_text (const Case *it)
{
  g_autoptr (GRegex) formula = g_regex_new ("\\{([^}]*)\\}", 0, 0, NULL);
  g_autofree char *text = g_strconcat (it->head, "<model id='m'", it->model, ">",
                                       it->body, "</model></sbml>", NULL);

  return g_regex_replace_eval (formula, text, -1, 0, 0, write_math, NULL, NULL);
}

static void
check_state (RankleModel *model, const Case *it)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  const RankleQuantity *state = rankle_model_find (model, it->state);
  double                initial[2], rates[2];

  g_assert_cmpuint (rankle_model_get_n_states (model), <=, 2);
  g_assert_nonnull (state);
  g_assert_cmpint (state->kind, ==, RANKLE_QUANTITY_STATE);
  rankle_workspace_get_initial (workspace, initial);
  rankle_workspace_rates (workspace, 0, initial, rates);
  g_assert_cmpfloat_with_epsilon (initial[state->index], it->initial, 1e-12);
  g_assert_cmpfloat_with_epsilon (rates[state->index], it->rate, 1e-12);
}

static void
test_case (gconstpointer data)
{
  const Case      *it = data;
  g_autofree char *text = write_text (it);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_model_new_from_sbml (text, -1, "x.xml", &error);

  if (it->refused == NULL)
    {
      g_assert_no_error (error);
      check_state (model, it);
      return;
    }
  g_assert_null (model);
  if (strstr (error->message, it->refused) == NULL)
    g_error ("‘%s’ does not say ‘%s’", error->message, it->refused);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sbml-semantics/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
