/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-sbml-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-guard.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-sbml-digits.h"

/* SBML out: the document that the model was compiled from, with the values asked for. */

/* A value given takes the place of the formula that the default came from. */
void
_rankle_sbml_set_value (Model_t *sbml, const char *id, double value)
{
  Parameter_t         *parameter = Model_getParameterById (sbml, id);
  Compartment_t       *compartment = Model_getCompartmentById (sbml, id);
  Species_t           *species = Model_getSpeciesById (sbml, id);
  InitialAssignment_t *formula = Model_removeInitialAssignmentBySym (sbml, id);

  if (formula != NULL)
    InitialAssignment_free (formula);
  if (parameter != NULL)
    Parameter_setValue (parameter, value);
  else if (compartment != NULL)
    Compartment_setSize (compartment, value);
  else if (species != NULL && Species_getHasOnlySubstanceUnits (species))
    Species_setInitialAmount (species, value);
  else if (species != NULL)
    Species_setInitialConcentration (species, value);
}

static void
set_values (const RankleModel *model, Model_t *sbml, const double *parameters)
{
  for (guint i = 0; parameters != NULL && i < model->n_parameters; i++)
    if (!isnan (parameters[i]))
      _rankle_sbml_set_value (sbml, model->parameters[i].id, parameters[i]);
}

/* ---- the whole ---- */

SBMLDocument_t *
_rankle_sbml_copy_document (RankleModel *model)
{
  SBMLDocument_t *document;

  g_assert (model->document != NULL); /* nobody else makes models */

  g_mutex_lock (&model->document_lock);
  document = SBMLDocument_clone (model->document);
  g_mutex_unlock (&model->document_lock);
  return document;
}

char *
_rankle_sbml_write (const RankleModel *model, SBMLDocument_t *document, GError **error)
{
  char *text = _rankle_digits_write (document);

  SBMLDocument_free (document);
  if (text == NULL)
    g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED,
                 _ ("%s cannot be written as SBML"), model->id);
  return text;
}

char *
rankle_model_to_sbml (RankleModel *model, const double *parameters, GError **error)
{
  SBMLDocument_t *document;

  g_return_val_if_fail (model != NULL, NULL);

  document = _rankle_sbml_copy_document (model);
  set_values (model, SBMLDocument_getModel (document), parameters);
  return _rankle_sbml_write (model, document, error);
}

/* ---- what libSBML says ---- */

/* One line for all that is alike: some files are wrong in one way a thousand times. */
static char *
describe_warning (const XMLError_t *first, guint n)
{
  g_assert (n > 0);

  if (n == 1)
    return g_strdup_printf ("%u: %s", XMLError_getLine (first),
                            XMLError_getShortMessage (first));
  return g_strdup_printf (
      ngettext ("%u: %s (and %u more like it)", "%u: %s (and %u more like it)", n - 1),
      XMLError_getLine (first), XMLError_getShortMessage (first), n - 1);
}

static void
list_warnings (SBMLDocument_t *document, GPtrArray *lines)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n = SBMLDocument_getNumErrors (document);

  for (guint i = 0; i < n; i++)
    {
      const XMLError_t *it = (const XMLError_t *)SBMLDocument_getError (document, i);
      gpointer          id = GUINT_TO_POINTER (XMLError_getErrorId (it));
      guint             count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      g_hash_table_insert (counts, id, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      const XMLError_t *it = (const XMLError_t *)SBMLDocument_getError (document, i);
      gpointer          id = GUINT_TO_POINTER (XMLError_getErrorId (it));
      guint             count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      if (g_hash_table_remove (counts, id))
        g_ptr_array_add (lines, describe_warning (it, count));
    }
  g_assert (g_hash_table_size (counts) == 0); /* each kind has its line */
}

char **
rankle_model_list_warnings (RankleModel *model)
{
  GPtrArray *lines;

  g_return_val_if_fail (model != NULL, NULL);
  g_assert (model->document != NULL);

  lines = g_ptr_array_new ();
  g_mutex_lock (&model->document_lock);
  list_warnings (model->document, lines);
  g_mutex_unlock (&model->document_lock);
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (lines, FALSE);
}

/* libSBML takes the rate of a variable for its value where it has an initial assignment
 * or none (its issue 491): a power whose exponent follows from such a variable, whose
 * rate follows from the power, sends it round in circles until the stack ends. So it is
 * shown the rates without those initial assignments, and these without those rates. */

static gboolean
has_value (Model_t *sbml, const char *id)
{
  Parameter_t   *parameter = Model_getParameterById (sbml, id);
  Compartment_t *compartment = Model_getCompartmentById (sbml, id);
  Species_t     *species = Model_getSpeciesById (sbml, id);

  if (parameter != NULL)
    return Parameter_isSetValue (parameter);
  if (compartment != NULL)
    return Compartment_isSetSize (compartment);
  return species == NULL || Species_isSetInitialAmount (species) ||
         Species_isSetInitialConcentration (species);
}

static void
give_value (Model_t *sbml, const char *id)
{
  Species_t *species = Model_getSpeciesById (sbml, id);

  if (has_value (sbml, id))
    return;
  if (species != NULL)
    Species_setInitialAmount (species, 1);
  else
    _rankle_sbml_set_value (sbml, id, 1);
  g_assert (has_value (sbml, id));
}

/* Variables with a rate and an initial assignment: with the one, or with the other. */
static gboolean
keep_one (Model_t *sbml, gboolean rates)
{
  gboolean any = FALSE;

  for (guint i = Model_getNumRules (sbml); i-- > 0;)
    {
      Rule_t              *rule = Model_getRule (sbml, i);
      g_autofree char     *id = g_strdup (Rule_getVariable (rule));
      InitialAssignment_t *start = NULL;

      if (!Rule_isRate (rule))
        continue;
      if (rates)
        start = Model_removeInitialAssignmentBySym (sbml, id);
      else if (Model_getInitialAssignmentBySym (sbml, id) != NULL)
        Rule_free (Model_removeRule (sbml, i));
      any |= start != NULL;
      if (start != NULL)
        InitialAssignment_free (start);
      if (rates)
        give_value (sbml, id);
    }
  return any;
}

static void
collect_messages (SBMLDocument_t *document, GPtrArray *messages)
{
  SBMLDocument_checkConsistency (document);
  for (guint i = 0; i < SBMLDocument_getNumErrors (document); i++)
    {
      const SBMLError_t *complaint = SBMLDocument_getError (document, i);
      g_autofree char   *text =
          g_strdup (XMLError_getMessage ((const XMLError_t *)complaint));
      g_autofree char *line = NULL;

      g_strdelimit (text, "\n", ' ');
      line = g_strdup_printf ("%u: %s", XMLError_getLine ((const XMLError_t *)complaint),
                              g_strstrip (text));
      if (!g_ptr_array_find_with_equal_func (messages, line, g_str_equal, NULL))
        g_ptr_array_add (messages, g_steal_pointer (&line));
    }
}

/* FALSE: there is nothing that the other half would show. */
static gboolean
check_half (const char *sbml, gboolean rates, GPtrArray *messages)
{
  SBMLDocument_t *document = readSBMLFromString (sbml);
  Model_t        *model = SBMLDocument_getModel (document);
  gboolean        any = model != NULL && keep_one (model, rates);

  collect_messages (document, messages);
  SBMLDocument_free (document);
  return any;
}

static void
check_both (const char *sbml, GPtrArray *messages)
{
  if (check_half (sbml, TRUE, messages))
    check_half (sbml, FALSE, messages);
}

static void
try_check (gpointer sbml)
{
  check_both (sbml, g_ptr_array_new ());
}

static const char *
describe_trial (RankleTrial trial)
{
  g_assert (trial != RANKLE_TRIAL_PASSED && trial != RANKLE_TRIAL_CANCELLED);

  return trial == RANKLE_TRIAL_BROKE_DOWN ? _ ("libSBML breaks down over this text")
         : trial == RANKLE_TRIAL_TOO_LONG
             ? _ ("libSBML takes too long to check this text")
             : _ ("the system has no process to check this text in");
}

char *
rankle_sbml_check (const char *sbml)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  RankleTrial trial;

  g_return_val_if_fail (sbml != NULL, NULL);

  trial = _rankle_guard_try (try_check, (gpointer)sbml, RANKLE_TRIAL_SECONDS, NULL);
  if (trial == RANKLE_TRIAL_PASSED)
    {
      _rankle_guard_lock ();
      check_both (sbml, messages);
      _rankle_guard_unlock ();
    }
  else
    g_ptr_array_add (messages, g_strdup (describe_trial (trial)));
  if (messages->len == 0)
    return NULL;
  g_ptr_array_add (messages, g_strdup ("")); /* a line's end after the last, too */
  g_ptr_array_add (messages, NULL);
  return g_strjoinv ("\n", (char **)messages->pdata);
}
