/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sbml/SBMLTypes.h>

#include "rankle-model-error.h"
#include "rankle-model-private.h"
#include "rankle-text-private.h"

/* SBML out: the document that the model was compiled from, with the values asked for. */

/* A value given takes the place of the formula that the default came from. */
static void
set_value (Model_t *sbml, const char *id, double value)
{
  Parameter_t         *parameter = Model_getParameterById (sbml, id);
  Compartment_t       *compartment = Model_getCompartmentById (sbml, id);
  InitialAssignment_t *formula = Model_removeInitialAssignmentBySym (sbml, id);

  if (formula != NULL)
    InitialAssignment_free (formula);
  if (parameter != NULL)
    Parameter_setValue (parameter, value);
  else if (compartment != NULL)
    Compartment_setSize (compartment, value);
}

static void
set_values (const RankleModel *model, Model_t *sbml, const double *parameters)
{
  for (guint i = 0; parameters != NULL && i < model->n_parameters; i++)
    if (!isnan (parameters[i]))
      set_value (sbml, model->parameters[i].id, parameters[i]);
}

char *
rankle_model_to_sbml (RankleModel *model, const double *parameters, GError **error)
{
  SBMLDocument_t *document;
  char           *raw, *text;

  g_return_val_if_fail (model != NULL, NULL);

  g_mutex_lock (&model->document_lock);
  document = SBMLDocument_clone (model->document);
  g_mutex_unlock (&model->document_lock);
  set_values (model, SBMLDocument_getModel (document), parameters);
  raw = writeSBMLToString (document);
  SBMLDocument_free (document);
  if (raw == NULL)
    {
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED,
                   _ ("%s cannot be written as SBML"), model->id);
      return NULL;
    }
  text = g_strdup (raw);
  free (raw);
  return text;
}

char *
rankle_sbml_check (const char *sbml)
{
  GString        *messages = g_string_new (NULL);
  SBMLDocument_t *document;

  g_return_val_if_fail (sbml != NULL, NULL);

  _rankle_text_lock ();
  document = readSBMLFromString (sbml);
  SBMLDocument_checkConsistency (document);
  for (guint i = 0; i < SBMLDocument_getNumErrors (document); i++)
    {
      const SBMLError_t *complaint = SBMLDocument_getError (document, i);
      g_autofree char   *text =
          g_strdup (XMLError_getMessage ((const XMLError_t *)complaint));

      g_strdelimit (text, "\n", ' ');
      g_string_append_printf (messages, "%u: %s\n",
                              XMLError_getLine ((const XMLError_t *)complaint),
                              g_strstrip (text));
    }
  SBMLDocument_free (document);
  _rankle_text_unlock ();
  return g_string_free (messages, messages->len == 0);
}
