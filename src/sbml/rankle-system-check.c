/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>

#define MAX_ELEMENTS 20000

static gboolean
check_level (RankleSystem *self, SBMLDocument_t *document)
{
  if (SBMLDocument_getLevel (document) < 2)
    return _rankle_system_refuse (self, NULL, _ ("SBML Level 1"), NULL);

  return TRUE;
}

static gboolean
refuse_package (RankleSystem *self, const char *name)
{
  return _rankle_system_refuse (self, NULL, _ ("an SBML package that the model requires"),
                                name);
}

/* Those that libSBML knows; what they add to the model would be missing. In a document of
 * Level 2 they are annotations. */
static gboolean
check_known_packages (RankleSystem *self, SBMLDocument_t *document)
{
  const XMLNamespaces_t *spaces = SBMLDocument_getNamespaces (document);

  if (SBMLDocument_getLevel (document) < 3)
    return TRUE;
  for (int i = 0; i < XMLNamespaces_getLength (spaces); i++)
    {
      char    *prefix = XMLNamespaces_getPrefix (spaces, i); /* (owned), by malloc */
      gboolean required = prefix != NULL && prefix[0] != '\0' &&
                          SBMLDocument_isSetPackageRequired (document, prefix) &&
                          SBMLDocument_getPackageRequired (document, prefix);

      if (required)
        refuse_package (self, prefix);
      free (prefix);
      if (required)
        return FALSE;
    }

  return TRUE;
}

/* Those that it does not know it names in quotes. */
static gboolean
check_unknown_packages (RankleSystem *self, SBMLDocument_t *document)
{
  for (guint i = 0; i < SBMLDocument_getNumErrors (document); i++)
    {
      const XMLError_t *error = (const XMLError_t *)SBMLDocument_getError (document, i);
      g_auto (GStrv) parts = NULL;

      if (XMLError_getErrorId (error) != RequiredPackagePresent)
        continue;
      parts =
          g_regex_split_simple ("Package '([^']*)'", XMLError_getMessage (error), 0, 0);
      return refuse_package (self, g_strv_length (parts) > 1 ? parts[1] : NULL);
    }

  return TRUE;
}

static guint
count_event_assignments (const Model_t *sbml)
{
  guint n = 0;

  for (guint i = 0; i < Model_getNumEvents (sbml); i++)
    n += Event_getNumEventAssignments (Model_getEvent ((Model_t *)sbml, i));

  return n;
}

static gboolean
check_counts (RankleSystem *self)
{
  const Model_t *sbml = self->sbml;
  guint          most = Model_getNumSpecies (sbml);

  most = MAX (most, Model_getNumParameters (sbml));
  most = MAX (most, Model_getNumReactions (sbml));
  most = MAX (most, Model_getNumRules (sbml));
  most = MAX (most, Model_getNumCompartments (sbml));
  most = MAX (most, count_event_assignments (sbml));
  if (most > MAX_ELEMENTS)
    return _rankle_system_fail (
        self, NULL, RANKLE_MODEL_ERROR_LIMIT,
        ngettext ("the model has more than %d element of one kind",
                  "the model has more than %d elements of one kind", MAX_ELEMENTS),
        MAX_ELEMENTS);

  return TRUE;
}

static gboolean
check_lists (RankleSystem *self)
{
  if (Model_getNumConstraints (self->sbml) > 0)
    return _rankle_system_refuse (self, (SBase_t *)Model_getConstraint (self->sbml, 0),
                                  _ ("a constraint"), NULL);

  return TRUE;
}

static gboolean
check_rule (RankleSystem *self, Rule_t *rule)
{
  const char *variable = Rule_getVariable (rule);
  SBase_t    *element = _rankle_system_find_element (self, variable);

  if (Rule_isAlgebraic (rule))
    return _rankle_system_refuse (self, (SBase_t *)rule, _ ("an algebraic rule"), NULL);
  if (element != NULL && SBase_getTypeCode (element) == SBML_COMPARTMENT)
    return _rankle_system_refuse (self, (SBase_t *)rule,
                                  _ ("a compartment whose size changes"), variable);
  if (element == NULL)
    return _rankle_system_refuse (self, (SBase_t *)rule,
                                  _ ("a rule for what is neither species nor parameter"),
                                  variable);

  return TRUE;
}

static gboolean
check_initial_assignment (RankleSystem *self, InitialAssignment_t *assignment)
{
  const char *symbol = InitialAssignment_getSymbol (assignment);

  if (_rankle_system_find_element (self, symbol) == NULL)
    return _rankle_system_refuse (
        self, (SBase_t *)assignment,
        _ ("an initial assignment to what is neither species, parameter nor "
           "compartment"),
        symbol);

  return TRUE;
}

static gboolean
check_reaction (RankleSystem *self, Reaction_t *reaction)
{
  if (Reaction_isSetFast (reaction) && Reaction_getFast (reaction))
    return _rankle_system_refuse (self, (SBase_t *)reaction, _ ("a fast reaction"),
                                  Reaction_getId (reaction));
  if (!Reaction_isSetKineticLaw (reaction) ||
      !KineticLaw_isSetMath (Reaction_getKineticLaw (reaction)))
    return _rankle_system_fail (self, (SBase_t *)reaction, RANKLE_MODEL_ERROR_SEMANTIC,
                                _ ("reaction ‘%s’ has no rate law"),
                                Reaction_getId (reaction));

  return TRUE;
}

gboolean
_rankle_system_check (RankleSystem *self, SBMLDocument_t *document)
{
  if (!check_level (self, document) || !check_known_packages (self, document) ||
      !check_unknown_packages (self, document) || !check_counts (self) ||
      !check_lists (self))
    return FALSE;

  for (guint i = 0; i < Model_getNumRules (self->sbml); i++)
    if (!check_rule (self, Model_getRule (self->sbml, i)))
      return FALSE;
  for (guint i = 0; i < Model_getNumInitialAssignments (self->sbml); i++)
    if (!check_initial_assignment (self, Model_getInitialAssignment (self->sbml, i)))
      return FALSE;
  for (guint i = 0; i < Model_getNumReactions (self->sbml); i++)
    if (!check_reaction (self, Model_getReaction (self->sbml, i)))
      return FALSE;

  return TRUE;
}
