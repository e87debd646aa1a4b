/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sbml/SBMLTypes.h>
#include <string.h>

#include "rankle-antimony-private.h"
#include "rankle-model-error.h"

/* From what is said of each name to an SBML Level 3 Version 1 document. Formulas are
 * libSBML's to parse. A bare number in a formula is dimensionless: so every formula's
 * units can be checked to the end. */

#define MAX_FORMULA_TOKENS 4000
#define MAX_DEPTH          200

typedef struct
{
  const RankleAntimony *model;
  SBMLDocument_t       *document;
  Model_t              *sbml;
  L3ParserSettings_t   *settings;
} Writer;

#define FAIL(TOKEN, CODE, ...)                                                           \
  rankle_token_error (TOKEN, w->model->name, RANKLE_MODEL_ERROR_##CODE, error,           \
                      __VA_ARGS__)

/* ---- formulas ---- */

static char *
span_text (RankleSpan span)
{
  const RankleToken *last = span.first + span.n - 1;

  g_assert (span.n > 0);

  return g_strndup (span.first->text,
                    (gsize)(last->text + last->length - span.first->text));
}

static gboolean
check_span (const Writer *w, RankleSpan span, GError **error)
{
  guint depth = 0;

  if (span.n > MAX_FORMULA_TOKENS)
    return FAIL (span.first, LIMIT,
                 ngettext ("the formula has more than %d word",
                           "the formula has more than %d words", MAX_FORMULA_TOKENS),
                 MAX_FORMULA_TOKENS);
  for (guint i = 0; i < span.n; i++)
    {
      const RankleToken *token = span.first + i;

      if (token->kind == RANKLE_TOKEN_STRING)
        return FAIL (token, SYNTAX, _ ("a string cannot stand in a formula"));
      depth += rankle_token_is (token, "(");
      depth -= depth > 0 && rankle_token_is (token, ")");
      if (depth > MAX_DEPTH)
        return FAIL (token, LIMIT, _ ("brackets more than %d deep"), MAX_DEPTH);
    }
  return TRUE;
}

/* libSBML counts characters from 1 and tells the place in words. */
static const RankleToken *
find_error (RankleSpan span, const char *message)
{
  const char        *position = message == NULL ? NULL : strstr (message, "at position ");
  guint64            at = position == NULL
                              ? 1
                              : g_ascii_strtoull (position + strlen ("at position "), NULL, 10);
  const RankleToken *found = span.first;

  for (guint i = 0; i < span.n; i++)
    if ((guint64)(span.first[i].text - span.first->text) < at)
      found = span.first + i;
  return found;
}

/* The first token that spells @name, for the place of a complaint. */
static const RankleToken *
find_word (RankleSpan span, const char *name)
{
  for (guint i = 0; i < span.n; i++)
    if (rankle_token_is (span.first + i, name))
      return span.first + i;
  return span.first;
}

static gboolean
is_function (const Writer *w, const char *name)
{
  return Model_getFunctionDefinitionById (w->sbml, name) != NULL;
}

static gboolean
check_names (const Writer    *w,
             const ASTNode_t *node,
             RankleSpan       span,
             const GPtrArray *arguments,
             GError         **error)
{
  ASTNodeType_t type = ASTNode_getType (node);
  const char   *name =
      type == AST_NAME || type == AST_FUNCTION ? ASTNode_getName (node) : NULL;

  if (type == AST_NAME && arguments != NULL &&
      !g_ptr_array_find_with_equal_func ((GPtrArray *)arguments, name, g_str_equal, NULL))
    return FAIL (find_word (span, name), SEMANTIC,
                 _ ("%s is no argument of the function"), name);
  if (type == AST_NAME && arguments == NULL &&
      !g_hash_table_contains (w->model->by_id, name))
    return FAIL (find_word (span, name), SEMANTIC, _ ("%s is not defined"), name);
  if (type == AST_FUNCTION && !is_function (w, name))
    return FAIL (find_word (span, name), SEMANTIC, _ ("there is no function %s"), name);
  for (guint i = 0; i < ASTNode_getNumChildren (node); i++)
    if (!check_names (w, ASTNode_getChild (node, i), span, arguments, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_number_unit (const Writer *w, ASTNode_t *number, RankleSpan span, GError **error)
{
  char    *unit = ASTNode_getUnits (number);
  gboolean known = TRUE;

  if (unit == NULL || *unit == '\0')
    ASTNode_setUnits (number, "dimensionless");
  else if (UnitKind_forName (unit) == UNIT_KIND_INVALID &&
           Model_getUnitDefinitionById (w->sbml, unit) == NULL)
    known = FAIL (find_word (span, unit), SEMANTIC, _ ("the unit %s is not known"), unit);
  free (unit);
  return known;
}

static gboolean
set_units (const Writer *w, ASTNode_t *node, RankleSpan span, GError **error)
{
  if (ASTNode_isNumber (node) && !set_number_unit (w, node, span, error))
    return FALSE;
  for (guint i = 0; i < ASTNode_getNumChildren (node); i++)
    if (!set_units (w, ASTNode_getChild (node, i), span, error))
      return FALSE;
  return TRUE;
}

/* libSBML's words for an error, without the formula it repeats. */
static gboolean
fail_formula (const Writer *w, RankleSpan span, GError **error)
{
  char              *message = SBML_getLastParseL3Error ();
  const RankleToken *where = find_error (span, message);
  const char        *what = message == NULL ? NULL : strstr (message, ":  ");
  g_autofree char *words = g_strdup (what == NULL ? _ ("this is no formula") : what + 3);

  g_strdelimit (words, "\n", ' ');
  free (message);
  return FAIL (where, SYNTAX, "%s", g_strstrip (words));
}

/* (transfer full): NULL on error. libSBML takes "time", "pi" and others for what it knows
 * by that name, whatever its case, unless its model has it: an argument is no such
 * thing. */
static ASTNode_t *
parse_text (const Writer *w, const char *text, const GPtrArray *arguments)
{
  SBMLDocument_t *document;
  ASTNode_t      *node;

  if (arguments == NULL)
    return SBML_parseL3FormulaWithSettings (text, w->settings);
  document = SBMLDocument_createWithLevelAndVersion (3, 1);
  SBMLDocument_createModel (document);
  for (guint i = 0; i < arguments->len; i++)
    Parameter_setId (Model_createParameter (SBMLDocument_getModel (document)),
                     arguments->pdata[i]);
  L3ParserSettings_setModel (w->settings, SBMLDocument_getModel (document));
  node = SBML_parseL3FormulaWithSettings (text, w->settings);
  L3ParserSettings_setModel (w->settings, w->sbml);
  SBMLDocument_free (document);
  return node;
}

/* (transfer full): NULL on error. */
static ASTNode_t *
parse_formula (const Writer    *w,
               RankleSpan       span,
               const GPtrArray *arguments,
               GError         **error)
{
  g_autofree char *text = NULL;
  ASTNode_t       *node;

  if (!check_span (w, span, error))
    return NULL;
  text = span_text (span);
  node = parse_text (w, text, arguments);
  if (node == NULL)
    {
      fail_formula (w, span, error);
      return NULL;
    }
  if (!check_names (w, node, span, arguments, error) || !set_units (w, node, span, error))
    {
      ASTNode_free (node);
      return NULL;
    }
  return node;
}

/* A plain number, with or without sign and unit: a value and no formula. */
static gboolean
read_number (RankleSpan span, double *value, char **unit)
{
  const RankleToken *t = span.first, *end = span.first + span.n;
  double             sign = 1;

  g_assert (span.n > 0);

  *unit = NULL;
  if (t < end && (rankle_token_is (t, "-") || rankle_token_is (t, "+")))
    sign = rankle_token_is (t++, "-") ? -1 : 1;
  if (t >= end)
    return FALSE;
  if (t->kind == RANKLE_TOKEN_NUMBER)
    *value = sign * g_ascii_strtod (t->text, NULL);
  else if (rankle_token_is (t, "inf") || rankle_token_is (t, "INF"))
    *value = sign * INFINITY;
  else
    return FALSE;
  if (++t < end && t->kind == RANKLE_TOKEN_NAME)
    *unit = rankle_token_dup (t++);
  return t == end;
}

/* ---- one symbol ---- */

static gboolean
check_unit (const Writer           *w,
            const RankleSymbolText *symbol,
            const char             *unit,
            GError                **error)
{
  if (UnitKind_forName (unit) == UNIT_KIND_INVALID &&
      Model_getUnitDefinitionById (w->sbml, unit) == NULL)
    return FAIL (symbol->where, SEMANTIC, _ ("the unit %s of %s is not known"), unit,
                 symbol->id);
  return TRUE;
}

static gboolean
check_rules (const Writer *w, const RankleSymbolText *symbol, GError **error)
{
  if (symbol->assignment.n > 0 && (symbol->rate.n > 0 || symbol->initial.n > 0))
    return FAIL (symbol->assignment.first, SEMANTIC,
                 _ ("%s follows from a rule and cannot have another value or rate"),
                 symbol->id);
  if (symbol->constant && (symbol->assignment.n > 0 || symbol->rate.n > 0))
    return FAIL (symbol->where, SEMANTIC, _ ("%s is constant and cannot have a rule"),
                 symbol->id);
  if (symbol->assignment.n == 0 && symbol->initial.n == 0 &&
      symbol->kind != RANKLE_SYMBOL_COMPARTMENT)
    return FAIL (symbol->where, SEMANTIC, _ ("%s has no value"), symbol->id);
  return TRUE;
}

static void
add_annotations (const RankleSymbolText *symbol, SBase_t *base)
{
  g_autofree char *meta = g_strconcat ("meta_", symbol->id, NULL);

  if (symbol->annotations == NULL)
    return;
  g_assert (symbol->annotations->len % 2 == 0); /* qualifier, resource, … */
  SBase_setMetaId (base, meta);
  for (guint i = 0; i + 1 < symbol->annotations->len; i += 2)
    {
      const char *qualifier = symbol->annotations->pdata[i];
      CVTerm_t   *term = CVTerm_createWithQualifierType (BIOLOGICAL_QUALIFIER);

      CVTerm_setBiologicalQualifierTypeByString (
          term, strcmp (qualifier, "identity") == 0 ? "is" : qualifier);
      CVTerm_addResource (term, symbol->annotations->pdata[i + 1]);
      SBase_addCVTerm (base, term);
      CVTerm_free (term);
    }
}

static void
add_parameter (const Writer           *w,
               const RankleSymbolText *symbol,
               const char             *unit,
               const double           *value)
{
  Parameter_t *parameter = Model_createParameter (w->sbml);

  Parameter_setId (parameter, symbol->id);
  Parameter_setConstant (parameter, symbol->assignment.n == 0 && symbol->rate.n == 0 &&
                                        !symbol->changed);
  if (symbol->label != NULL)
    Parameter_setName (parameter, symbol->label);
  if (unit != NULL)
    Parameter_setUnits (parameter, unit);
  if (value != NULL)
    Parameter_setValue (parameter, *value);
  add_annotations (symbol, (SBase_t *)parameter);
}

static gboolean
add_compartment (const Writer           *w,
                 const RankleSymbolText *symbol,
                 const char             *unit,
                 const double           *value,
                 GError                **error)
{
  Compartment_t *compartment = Model_createCompartment (w->sbml);

  g_assert (symbol->kind == RANKLE_SYMBOL_COMPARTMENT);

  if (symbol->assignment.n > 0 || symbol->rate.n > 0)
    return FAIL (symbol->where, UNSUPPORTED,
                 _ ("the compartment %s changes its size, which is not supported"),
                 symbol->id);
  Compartment_setId (compartment, symbol->id);
  Compartment_setConstant (compartment, !symbol->changed);
  Compartment_setSpatialDimensions (compartment, 3);
  if (symbol->label != NULL)
    Compartment_setName (compartment, symbol->label);
  if (unit != NULL)
    Compartment_setUnits (compartment, unit);
  if (value != NULL || symbol->initial.n == 0)
    Compartment_setSize (compartment, value != NULL ? *value : 1);
  return TRUE;
}

static const char *
find_compartment (const Writer *w, const RankleSymbolText *symbol, GError **error)
{
  const RankleSymbolText *compartment;

  if (symbol->compartment == NULL)
    {
      if (Model_getCompartmentById (w->sbml, "default_compartment") == NULL)
        {
          Compartment_t *made = Model_createCompartment (w->sbml);

          Compartment_setId (made, "default_compartment");
          Compartment_setConstant (made, 1);
          Compartment_setSpatialDimensions (made, 3);
          Compartment_setSize (made, 1);
        }
      return "default_compartment";
    }
  compartment = g_hash_table_lookup (w->model->by_id, symbol->compartment);
  if (compartment == NULL || compartment->kind != RANKLE_SYMBOL_COMPARTMENT)
    {
      FAIL (symbol->compartment_where, SEMANTIC, _ ("%s is no compartment"),
            symbol->compartment);
      return NULL;
    }
  return symbol->compartment;
}

static gboolean
add_species (const Writer           *w,
             const RankleSymbolText *symbol,
             const char             *unit,
             const double           *value,
             GError                **error)
{
  const char *compartment = find_compartment (w, symbol, error);
  Species_t  *species;
  gboolean    ruled = symbol->assignment.n > 0 || symbol->rate.n > 0;

  if (compartment == NULL)
    return FALSE;
  species = Model_createSpecies (w->sbml);
  Species_setId (species, symbol->id);
  Species_setCompartment (species, compartment);
  Species_setHasOnlySubstanceUnits (species, symbol->substance_only);
  Species_setBoundaryCondition (species, symbol->boundary || ruled || symbol->constant);
  Species_setConstant (species, symbol->constant && !ruled);
  if (symbol->label != NULL)
    Species_setName (species, symbol->label);
  if (unit != NULL)
    Species_setSubstanceUnits (species, unit);
  if (value != NULL && symbol->substance_only)
    Species_setInitialAmount (species, *value);
  else if (value != NULL)
    Species_setInitialConcentration (species, *value);
  add_annotations (symbol, (SBase_t *)species);
  return TRUE;
}

static gboolean
add_object (const Writer           *w,
            const RankleSymbolText *symbol,
            const char             *unit,
            const double           *value,
            GError                **error)
{
  switch (symbol->kind)
    {
    case RANKLE_SYMBOL_COMPARTMENT:
      return add_compartment (w, symbol, unit, value, error);
    case RANKLE_SYMBOL_SPECIES:
      return add_species (w, symbol, unit, value, error);
    case RANKLE_SYMBOL_UNDECLARED:
    case RANKLE_SYMBOL_PARAMETER:
      add_parameter (w, symbol, unit, value);
      return TRUE;
    case RANKLE_SYMBOL_REACTION:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
add_symbol (const Writer *w, const RankleSymbolText *symbol, GError **error)
{
  g_autofree char *own_unit = NULL;
  const char      *unit;
  double           number;
  gboolean         plain =
      symbol->initial.n > 0 && read_number (symbol->initial, &number, &own_unit);

  if (symbol->unit != NULL && own_unit != NULL && strcmp (symbol->unit, own_unit) != 0)
    return FAIL (symbol->initial.first, SEMANTIC, _ ("%s is given two units, %s and %s"),
                 symbol->id, symbol->unit, own_unit);
  unit = symbol->unit != NULL ? symbol->unit : plain ? own_unit : NULL;
  if (unit != NULL && !check_unit (w, symbol, unit, error))
    return FALSE;
  return check_rules (w, symbol, error) &&
         add_object (w, symbol, unit, plain ? &number : NULL, error);
}

static gboolean
add_symbols (const Writer *w, GError **error)
{
  for (guint pass = 0; pass < 2; pass++) /* compartments first: a species needs its own */
    for (guint i = 0; i < w->model->symbols->len; i++)
      {
        const RankleSymbolText *symbol = w->model->symbols->pdata[i];

        if (symbol->kind == RANKLE_SYMBOL_REACTION ||
            (symbol->kind == RANKLE_SYMBOL_COMPARTMENT) != (pass == 0))
          continue;
        if (!add_symbol (w, symbol, error))
          return FALSE;
      }
  return TRUE;
}

/* ---- formulas of symbols ---- */

static gboolean
add_assignments (const Writer *w, const RankleSymbolText *symbol, GError **error)
{
  g_autofree char *unit = NULL;
  double           number;
  ASTNode_t       *math;
  gboolean         ruled = symbol->assignment.n > 0;
  RankleSpan       span = ruled ? symbol->assignment : symbol->initial;

  if (span.n == 0 || (!ruled && read_number (span, &number, &unit)))
    return TRUE;
  math = parse_formula (w, span, NULL, error);
  if (math == NULL)
    return FALSE;
  if (ruled)
    {
      Rule_t *rule = (Rule_t *)Model_createAssignmentRule (w->sbml);

      Rule_setVariable (rule, symbol->id);
      Rule_setMath (rule, math);
    }
  else
    {
      InitialAssignment_t *assignment = Model_createInitialAssignment (w->sbml);

      InitialAssignment_setSymbol (assignment, symbol->id);
      InitialAssignment_setMath (assignment, math);
    }
  ASTNode_free (math);
  return TRUE;
}

static gboolean
add_rate (const Writer *w, const RankleSymbolText *symbol, GError **error)
{
  ASTNode_t *math;
  Rule_t    *rule;

  if (symbol->rate.n == 0)
    return TRUE;
  math = parse_formula (w, symbol->rate, NULL, error);
  if (math == NULL)
    return FALSE;
  rule = (Rule_t *)Model_createRateRule (w->sbml);
  Rule_setVariable (rule, symbol->id);
  Rule_setMath (rule, math);
  ASTNode_free (math);
  return TRUE;
}

static gboolean
add_formulas (const Writer *w, GError **error)
{
  for (guint i = 0; i < w->model->symbols->len; i++)
    {
      const RankleSymbolText *symbol = w->model->symbols->pdata[i];

      if (symbol->kind == RANKLE_SYMBOL_REACTION &&
          (symbol->assignment.n > 0 || symbol->rate.n > 0 || symbol->initial.n > 0))
        return FAIL (symbol->where, SEMANTIC,
                     _ ("%s is a reaction and cannot be given a value"), symbol->id);
      if (!add_assignments (w, symbol, error) || !add_rate (w, symbol, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_function (const Writer *w, const RankleFunctionText *function, GError **error)
{
  ASTNode_t            *lambda = ASTNode_createWithType (AST_LAMBDA);
  FunctionDefinition_t *definition;
  ASTNode_t            *body;

  if (is_function (w, function->id) ||
      g_hash_table_contains (w->model->by_id, function->id))
    {
      ASTNode_free (lambda);
      return FAIL (function->where, SEMANTIC, _ ("%s is defined twice"), function->id);
    }
  body = parse_formula (w, function->body, function->arguments, error);
  if (body == NULL)
    {
      ASTNode_free (lambda);
      return FALSE;
    }
  for (guint i = 0; i < function->arguments->len; i++)
    {
      ASTNode_t *argument = ASTNode_createWithType (AST_NAME);

      ASTNode_setName (argument, function->arguments->pdata[i]);
      ASTNode_addChild (lambda, argument);
    }
  ASTNode_addChild (lambda, body);
  definition = Model_createFunctionDefinition (w->sbml);
  FunctionDefinition_setId (definition, function->id);
  FunctionDefinition_setMath (definition, lambda);
  ASTNode_free (lambda);
  return TRUE;
}

/* ---- reactions ---- */

static gboolean
add_participants (const Writer *w,
                  Reaction_t   *reaction,
                  const GArray *side,
                  gboolean      products,
                  GError      **error)
{
  for (guint i = 0; i < side->len; i++)
    {
      const RankleParticipant *participant = &g_array_index (side, RankleParticipant, i);
      const RankleSymbolText  *symbol =
          g_hash_table_lookup (w->model->by_id, participant->species);
      SpeciesReference_t *reference;

      g_assert (symbol != NULL && symbol->kind == RANKLE_SYMBOL_SPECIES);
      if ((symbol->assignment.n > 0 || symbol->rate.n > 0) && !symbol->boundary)
        return FAIL (participant->where, SEMANTIC,
                     _ ("%s has a rule and cannot take part in a reaction"), symbol->id);
      reference = products ? Reaction_createProduct (reaction)
                           : Reaction_createReactant (reaction);
      SpeciesReference_setSpecies (reference, participant->species);
      SpeciesReference_setStoichiometry (reference, participant->stoichiometry);
      SpeciesReference_setConstant (reference, 1);
    }
  return TRUE;
}

static gboolean
takes_part (const RankleReactionText *text, const char *species)
{
  const GArray *sides[] = { text->reactants, text->products };

  for (guint k = 0; k < 2; k++)
    for (guint i = 0; i < sides[k]->len; i++)
      if (strcmp (g_array_index (sides[k], RankleParticipant, i).species, species) == 0)
        return TRUE;
  return FALSE;
}

/* SBML wants every species of a rate law among the reaction's own. */
static void
add_modifiers (const Writer *w, Reaction_t *reaction, const RankleReactionText *text)
{
  for (guint i = 0; i < text->law.n; i++)
    {
      g_autofree char        *word = rankle_token_dup (text->law.first + i);
      const RankleSymbolText *symbol = g_hash_table_lookup (w->model->by_id, word);

      if (symbol == NULL || symbol->kind != RANKLE_SYMBOL_SPECIES ||
          takes_part (text, word) ||
          Reaction_getModifierBySpecies (reaction, word) != NULL)
        continue;
      SpeciesReference_setSpecies (Reaction_createModifier (reaction), word);
    }
}

static gboolean
add_reaction (const Writer             *w,
              const RankleReactionText *text,
              guint                     index,
              GError                  **error)
{
  g_autofree char *id =
      text->id != NULL ? g_strdup (text->id) : g_strdup_printf ("_J%u", index);
  Reaction_t *reaction = Model_createReaction (w->sbml);
  ASTNode_t  *math;

  g_assert (text->law.n > 0);

  Reaction_setId (reaction, id);
  Reaction_setReversible (reaction, text->reversible);
  Reaction_setFast (reaction, 0);
  if (!add_participants (w, reaction, text->reactants, FALSE, error) ||
      !add_participants (w, reaction, text->products, TRUE, error))
    return FALSE;
  math = parse_formula (w, text->law, NULL, error);
  if (math == NULL)
    return FALSE;
  add_modifiers (w, reaction, text);
  KineticLaw_setMath (Reaction_createKineticLaw (reaction), math);
  ASTNode_free (math);
  return TRUE;
}

/* ---- events ---- */

static gboolean
add_changes (const Writer *w, Event_t *event, const RankleEventText *text, GError **error)
{
  for (guint i = 0; i < text->changes->len; i++)
    {
      const RankleEventChange *change =
          &g_array_index (text->changes, RankleEventChange, i);
      EventAssignment_t *assignment;
      ASTNode_t         *math = parse_formula (w, change->value, NULL, error);

      if (math == NULL)
        return FALSE;
      assignment = Event_createEventAssignment (event);
      EventAssignment_setVariable (assignment, change->id);
      EventAssignment_setMath (assignment, math);
      ASTNode_free (math);
    }
  return TRUE;
}

static gboolean
add_event (const Writer *w, const RankleEventText *text, GError **error)
{
  Event_t   *event = Model_createEvent (w->sbml);
  Trigger_t *trigger = Event_createTrigger (event);
  ASTNode_t *math;

  if (text->id != NULL)
    Event_setId (event, text->id);
  Event_setUseValuesFromTriggerTime (event, text->early);
  Trigger_setInitialValue (trigger, text->starts_true);
  Trigger_setPersistent (trigger, text->persistent);
  math = parse_formula (w, text->trigger, NULL, error);
  if (math == NULL)
    return FALSE;
  Trigger_setMath (trigger, math);
  ASTNode_free (math);
  return add_changes (w, event, text, error);
}

/* ---- the whole ---- */

static void
set_model_units (const Writer *w)
{
  static const struct
  {
    const char *id;
    int (*set) (Model_t *model, const char *unit);
  } units[] = {
    { "time_unit", Model_setTimeUnits }, { "substance", Model_setSubstanceUnits },
    { "extent", Model_setExtentUnits },  { "volume", Model_setVolumeUnits },
    { "area", Model_setAreaUnits },      { "length", Model_setLengthUnits },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (Model_getUnitDefinitionById (w->sbml, units[i].id) != NULL)
      units[i].set (w->sbml, units[i].id);
}

static gboolean
write_all (const Writer *w, GError **error)
{
  if (!rankle_antimony_add_units (w->model, w->sbml, error))
    return FALSE;
  set_model_units (w);
  for (guint i = 0; i < w->model->functions->len; i++)
    if (!add_function (w, w->model->functions->pdata[i], error))
      return FALSE;
  if (!add_symbols (w, error) || !add_formulas (w, error))
    return FALSE;
  for (guint i = 0; i < w->model->reactions->len; i++)
    if (!add_reaction (w, w->model->reactions->pdata[i], i, error))
      return FALSE;
  for (guint i = 0; i < w->model->events->len; i++)
    if (!add_event (w, w->model->events->pdata[i], error))
      return FALSE;
  return TRUE;
}

void *
rankle_antimony_to_document (const RankleAntimony *antimony, GError **error)
{
  Writer   w = { .model = antimony };
  gboolean good;

  w.document = SBMLDocument_createWithLevelAndVersion (3, 1);
  w.sbml = SBMLDocument_createModel (w.document);
  Model_setId (w.sbml, antimony->id != NULL ? antimony->id : "model");
  if (antimony->label != NULL)
    Model_setName (w.sbml, antimony->label);
  w.settings = L3ParserSettings_create ();
  /* libSBML's own names are matched without regard to case; the model's come first. */
  L3ParserSettings_setModel (w.settings, w.sbml);
  good = write_all (&w, error);
  g_assert (good || error == NULL || *error != NULL);
  L3ParserSettings_free (w.settings);
  if (!good)
    g_clear_pointer (&w.document, SBMLDocument_free);
  return w.document;
}
