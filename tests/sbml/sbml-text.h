/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sbml/SBMLTypes.h>
#include <sbml/math/FormulaFormatter.h>
#include <sbml/math/L3Parser.h>
#include <string.h>

/* Small SBML Level 3 texts for the tests, formulas in infix. */

enum
{
  COMPARTMENTS,
  SPECIES,
  PARAMETERS,
  ASSIGNMENTS,
  RULES,
  REACTIONS,
  FUNCTIONS,
  EVENTS,
  N_LISTS
};

typedef struct
{
  guint    version; /* of Level 3: 1; 2 knows min and max, but no fast reactions */
  GString *lists[N_LISTS];
} SbmlText;

static inline SbmlText *
sbml_text_new (void)
{
  SbmlText *self = g_new0 (SbmlText, 1);

  self->version = 1;
  for (guint i = 0; i < N_LISTS; i++)
    self->lists[i] = g_string_new (NULL);

  return self;
}

/* MathML of an infix formula, without its XML declaration. (transfer full) */
static inline char *
sbml_math (const char *infix)
{
  ASTNode_t *tree = SBML_parseL3Formula (infix);
  char      *written, *math;

  if (tree == NULL)
    g_error ("%s: %s", infix, SBML_getLastParseL3Error ());
  written = writeMathMLToString (tree);
  math = g_strdup (strstr (written, "<math"));
  ASTNode_free (tree);
  free (written);

  return math;
}

static inline void G_GNUC_PRINTF (3, 4)
    sbml_text_add (SbmlText *self, guint list, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->lists[list], format, args);
  va_end (args);
}

static inline void
sbml_text_parameter (SbmlText *self, const char *id, const char *value)
{
  sbml_text_add (self, PARAMETERS, "<parameter id=\"%s\" constant=\"false\"%s%s%s/>", id,
                 value == NULL ? "" : " value=\"", value == NULL ? "" : value,
                 value == NULL ? "" : "\"");
}

/* @kind: "rateRule" or "assignmentRule". */
static inline void
sbml_text_rule (SbmlText *self, const char *kind, const char *id, const char *infix)
{
  g_autofree char *math = sbml_math (infix);

  sbml_text_add (self, RULES, "<%s variable=\"%s\">%s</%s>", kind, id, math, kind);
}

static inline void
sbml_text_initial (SbmlText *self, const char *id, const char *infix)
{
  g_autofree char *math = sbml_math (infix);

  sbml_text_add (self, ASSIGNMENTS,
                 "<initialAssignment symbol=\"%s\">%s</initialAssignment>", id, math);
}

/* @start: ' initialAmount="2"' or the like. */
static inline void
sbml_text_species (
    SbmlText *self, const char *id, gboolean amount, gboolean boundary, const char *start)
{
  sbml_text_add (self, SPECIES,
                 "<species id=\"%s\" compartment=\"c\" hasOnlySubstanceUnits=\"%s\" "
                 "boundaryCondition=\"%s\" constant=\"false\"%s/>",
                 id, amount ? "true" : "false", boundary ? "true" : "false", start);
}

static inline void
sbml_text_compartment (SbmlText *self, const char *id, const char *size)
{
  sbml_text_add (
      self, COMPARTMENTS,
      "<compartment id=\"%s\" size=\"%s\" spatialDimensions=\"3\" constant=\"true\"/>",
      id, size);
}

/* @from and @to (nullable): one species each; @local: local parameters as XML. */
static inline void
sbml_text_reaction (SbmlText   *self,
                    const char *id,
                    const char *from,
                    const char *to,
                    double      stoichiometry,
                    const char *infix,
                    const char *local)
{
  g_autofree char *math = sbml_math (infix);

  sbml_text_add (self, REACTIONS,
                 "<reaction id=\"%s\" reversible=\"false\" fast=\"false\">", id);
  if (from != NULL)
    sbml_text_add (
        self, REACTIONS,
        "<listOfReactants><speciesReference species=\"%s\" stoichiometry=\"%g\" "
        "constant=\"true\"/></listOfReactants>",
        from, stoichiometry);
  if (to != NULL)
    sbml_text_add (
        self, REACTIONS,
        "<listOfProducts><speciesReference species=\"%s\" stoichiometry=\"%g\" "
        "constant=\"true\"/></listOfProducts>",
        to, stoichiometry);
  sbml_text_add (self, REACTIONS, "<kineticLaw>%s%s</kineticLaw></reaction>", math,
                 local);
}

static inline void
sbml_text_function (SbmlText *self, const char *id, const char *lambda)
{
  g_autofree char *math = sbml_math (lambda);

  sbml_text_add (self, FUNCTIONS, "<functionDefinition id=\"%s\">%s</functionDefinition>",
                 id, math);
}

/* @event and @trigger: further attributes, such as ' id="e"'; @infix: pairs of what is
 * assigned to and its formula, NULL at the end. */
static inline void
sbml_text_event (SbmlText          *self,
                 const char        *event,
                 const char        *trigger,
                 const char        *when,
                 const char *const *infix)
{
  g_autofree char *math = sbml_math (when);

  sbml_text_add (self, EVENTS, "<event%s><trigger%s>%s</trigger><listOfEventAssignments>",
                 event, trigger, math);
  for (; *infix != NULL; infix += 2)
    {
      g_autofree char *value = sbml_math (infix[1]);

      sbml_text_add (self, EVENTS,
                     "<eventAssignment variable=\"%s\">%s</eventAssignment>", infix[0],
                     value);
    }
  sbml_text_add (self, EVENTS, "</listOfEventAssignments></event>");
}

/* (transfer full); frees @self. */
static inline char *
sbml_text_finish (SbmlText *self)
{
  static const struct
  {
    guint       list;
    const char *name;
  } order[] = { { FUNCTIONS, "listOfFunctionDefinitions" },
                { COMPARTMENTS, "listOfCompartments" },
                { SPECIES, "listOfSpecies" },
                { PARAMETERS, "listOfParameters" },
                { ASSIGNMENTS, "listOfInitialAssignments" },
                { RULES, "listOfRules" },
                { REACTIONS, "listOfReactions" },
                { EVENTS, "listOfEvents" } };
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (
      text,
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version%u/core\" level=\"3\" "
      "version=\"%u\"><model id=\"m\">",
      self->version, self->version);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GString *list = self->lists[order[i].list];

      if (list->len > 0)
        g_string_append_printf (text, "<%s>%s</%s>", order[i].name, list->str,
                                order[i].name);
    }
  g_string_append (text, "</model></sbml>\n");

  for (guint i = 0; i < N_LISTS; i++)
    g_string_free (self->lists[i], TRUE);
  g_free (self);

  return g_string_free (text, FALSE);
}
