/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-sbml-digits.h"

#include <math.h>
#include <sbml/SBMLTypes.h>
#include <stdlib.h>
#include <string.h>

/* libSBML writes 15 digits, which do not tell every number from its neighbours. A number
 * that needs more is written as a stand-in, a number that nobody uses and 15 digits tell
 * exactly, and put into the text in its place afterwards. */

#define STAND_IN_WHOLE 90817263
#define STAND_IN_STEP  1e-7
#define STAND_INS_MAX  9999999

typedef struct
{
  GArray *hidden; /* double: what stand-in number i + 1 stands for */
} Digits;

/* As many digits as it takes: @digits has room for G_ASCII_DTOSTR_BUF_SIZE. */
static void
format_exactly (char *digits, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  g_assert (isfinite (value));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, G_ASCII_DTOSTR_BUF_SIZE, formats[i], value);
      if (!(fabs (g_ascii_strtod (digits, NULL) - value) > 0))
        return;
    }
}

double
_rankle_digits_read (const void *math)
{
  const ASTNode_t *node = math;
  char             mantissa[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *digits = NULL;

  g_assert (ASTNode_isNumber (node));

  if (ASTNode_getType (node) != AST_REAL_E || !isfinite (ASTNode_getReal (node)))
    return ASTNode_getReal (node);
  format_exactly (mantissa, ASTNode_getMantissa (node));
  if (strchr (mantissa, 'e') != NULL)
    return ASTNode_getReal (node);
  digits = g_strdup_printf ("%se%ld", mantissa, ASTNode_getExponent (node));
  return g_ascii_strtod (digits, NULL);
}

/* ---- stand-ins ---- */

static gboolean
needs_stand_in (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return FALSE;
  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  return fabs (g_ascii_strtod (digits, NULL) - value) > 0 ||
         !(fabs (floor (value) - STAND_IN_WHOLE) > 0);
}

/* What is to be written for @value. */
static double
stand_in (Digits *self, double value)
{
  if (!needs_stand_in (value) || self->hidden->len == STAND_INS_MAX)
    return value;
  g_array_append_val (self->hidden, value);
  g_assert (self->hidden->len * STAND_IN_STEP < 1); /* the whole part stays */
  return STAND_IN_WHOLE + self->hidden->len * STAND_IN_STEP;
}

static void
hide_in_math (Digits *self, const ASTNode_t *math)
{
  ASTNode_t *node = (ASTNode_t *)math; /* of a document that is ours to change */

  if (node == NULL)
    return;
  if (ASTNode_getType (node) == AST_REAL || ASTNode_getType (node) == AST_REAL_E)
    {
      double value = _rankle_digits_read (node);

      if (needs_stand_in (value))
        ASTNode_setReal (node, stand_in (self, value));
    }
  for (guint i = 0; i < ASTNode_getNumChildren (node); i++)
    hide_in_math (self, ASTNode_getChild (node, i));
}

static void
hide_in_quantities (Digits *self, Model_t *sbml)
{
  for (guint i = 0; i < Model_getNumParameters (sbml); i++)
    {
      Parameter_t *it = Model_getParameter (sbml, i);

      if (Parameter_isSetValue (it))
        Parameter_setValue (it, stand_in (self, Parameter_getValue (it)));
    }
  for (guint i = 0; i < Model_getNumCompartments (sbml); i++)
    {
      Compartment_t *it = Model_getCompartment (sbml, i);

      if (Compartment_isSetSize (it))
        Compartment_setSize (it, stand_in (self, Compartment_getSize (it)));
    }
  for (guint i = 0; i < Model_getNumSpecies (sbml); i++)
    {
      Species_t *it = Model_getSpecies (sbml, i);

      if (Species_isSetInitialAmount (it))
        Species_setInitialAmount (it, stand_in (self, Species_getInitialAmount (it)));
      else if (Species_isSetInitialConcentration (it))
        Species_setInitialConcentration (
            it, stand_in (self, Species_getInitialConcentration (it)));
    }
}

static void
hide_in_units (Digits *self, Model_t *sbml)
{
  for (guint i = 0; i < Model_getNumUnitDefinitions (sbml); i++)
    {
      UnitDefinition_t *definition = Model_getUnitDefinition (sbml, i);

      for (guint k = 0; k < UnitDefinition_getNumUnits (definition); k++)
        {
          Unit_t *it = UnitDefinition_getUnit (definition, k);

          Unit_setMultiplier (it, stand_in (self, Unit_getMultiplier (it)));
        }
    }
}

static void
hide_in_reference (Digits *self, SpeciesReference_t *reference)
{
  StoichiometryMath_t *math = SpeciesReference_getStoichiometryMath (reference);

  if (math != NULL)
    hide_in_math (self, StoichiometryMath_getMath (math));
  else if (SpeciesReference_isSetStoichiometry (reference))
    SpeciesReference_setStoichiometry (
        reference, stand_in (self, SpeciesReference_getStoichiometry (reference)));
}

static void
hide_in_reactions (Digits *self, Model_t *sbml)
{
  for (guint i = 0; i < Model_getNumReactions (sbml); i++)
    {
      Reaction_t   *reaction = Model_getReaction (sbml, i);
      KineticLaw_t *law = Reaction_getKineticLaw (reaction);

      if (law != NULL)
        hide_in_math (self, KineticLaw_getMath (law));
      for (guint k = 0; k < Reaction_getNumReactants (reaction); k++)
        hide_in_reference (self, Reaction_getReactant (reaction, k));
      for (guint k = 0; k < Reaction_getNumProducts (reaction); k++)
        hide_in_reference (self, Reaction_getProduct (reaction, k));
    }
}

static void
hide_in_events (Digits *self, Model_t *sbml)
{
  for (guint i = 0; i < Model_getNumEvents (sbml); i++)
    {
      Event_t *event = Model_getEvent (sbml, i);

      hide_in_math (self, Trigger_getMath (Event_getTrigger (event)));
      for (guint k = 0; k < Event_getNumEventAssignments (event); k++)
        hide_in_math (self,
                      EventAssignment_getMath (Event_getEventAssignment (event, k)));
    }
}

static void
hide_in_formulas (Digits *self, Model_t *sbml)
{
  for (guint i = 0; i < Model_getNumFunctionDefinitions (sbml); i++)
    hide_in_math (self,
                  FunctionDefinition_getMath (Model_getFunctionDefinition (sbml, i)));
  for (guint i = 0; i < Model_getNumInitialAssignments (sbml); i++)
    hide_in_math (self, InitialAssignment_getMath (Model_getInitialAssignment (sbml, i)));
  for (guint i = 0; i < Model_getNumRules (sbml); i++)
    hide_in_math (self, Rule_getMath (Model_getRule (sbml, i)));
  hide_in_reactions (self, sbml);
  hide_in_events (self, sbml);
}

/* ---- back in the text ---- */

/* @attributes: of the <cn>. MathML has a form of its own for 1.1e-5. */
static void
append_cn (GString *text, const char *attributes, const char *digits)
{
  const char *exponent = strchr (digits, 'e');

  if (exponent == NULL)
    g_string_append_printf (text, "<cn%s> %s </cn>", attributes, digits);
  else
    g_string_append_printf (text, "<cn%s type=\"e-notation\"> %.*s <sep/> %ld </cn>",
                            attributes, (int)(exponent - digits), digits,
                            strtol (exponent + 1, NULL, 10));
}

static gboolean
put_back (const GMatchInfo *match, GString *text, gpointer data)
{
  const Digits    *self = data;
  g_autofree char *attributes = g_match_info_fetch_named (match, "attributes");
  g_autofree char *in_math = g_match_info_fetch_named (match, "math");
  g_autofree char *in_value = g_match_info_fetch_named (match, "value");
  gboolean         is_math = in_math != NULL && *in_math != '\0';
  double step = g_ascii_strtod (is_math ? in_math : in_value, NULL) - STAND_IN_WHOLE;
  long   index = lround (step / STAND_IN_STEP) - 1;
  char   digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (index < 0 || index >= (long)self->hidden->len)
    {
      /* a name, say, that only looks like one */
      g_autofree char *whole = g_match_info_fetch (match, 0);

      g_string_append (text, whole);
      return FALSE;
    }
  format_exactly (digits, g_array_index (self->hidden, double, (guint)index));
  if (is_math)
    append_cn (text, attributes, digits);
  else
    g_string_append_printf (text, "\"%s\"", digits);
  return FALSE;
}

/* (transfer full) */
static char *
put_all_back (Digits *self, const char *text)
{
  const char *pattern = "<cn(?<attributes>[^>]*)>\\s*(?<math>90817263\\.\\d+)\\s*</cn>"
                        "|\"(?<value>90817263\\.\\d+)\"";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

  if (self->hidden->len == 0)
    return g_strdup (text);
  return g_regex_replace_eval (regex, text, -1, 0, 0, put_back, self, NULL);
}

char *
_rankle_digits_write (void *document)
{
  Model_t *sbml = SBMLDocument_getModel (document);
  Digits   self = { g_array_new (FALSE, FALSE, sizeof (double)) };
  char    *raw, *text = NULL;

  g_assert (sbml != NULL);

  hide_in_units (&self, sbml);
  hide_in_quantities (&self, sbml);
  hide_in_formulas (&self, sbml);
  raw = writeSBMLToString (document);
  if (raw != NULL)
    text = put_all_back (&self, raw);
  free (raw);
  g_array_unref (self.hidden);
  return text;
}
