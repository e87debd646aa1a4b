/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a document something stands, for others who point at it. */

#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-sbml-private.h"

/* (nullable) */
static const char *
find_list (Model_t *sbml, const char *id)
{
  if (Model_getSpeciesById (sbml, id) != NULL)
    return "listOfSpecies/sbml:species";
  if (Model_getParameterById (sbml, id) != NULL)
    return "listOfParameters/sbml:parameter";
  if (Model_getCompartmentById (sbml, id) != NULL)
    return "listOfCompartments/sbml:compartment";
  if (Model_getReactionById (sbml, id) != NULL)
    return "listOfReactions/sbml:reaction";
  return NULL;
}

char *
rankle_model_find_in_sbml (RankleModel *model, const char *id)
{
  const char *list;

  g_return_val_if_fail (model != NULL && id != NULL, NULL);
  g_assert (model->document != NULL);

  g_mutex_lock (&model->document_lock);
  list = find_list (SBMLDocument_getModel (model->document), id);
  g_mutex_unlock (&model->document_lock);
  if (list == NULL)
    return NULL;
  return g_strdup_printf ("/sbml:sbml/sbml:model/sbml:%s[@id='%s']", list, id);
}

char *
rankle_sbml_find_namespace (const char *sbml)
{
  const char *root, *name, *end;

  g_return_val_if_fail (sbml != NULL, NULL);

  root = strstr (sbml, "<sbml ");
  name = root == NULL ? NULL : strstr (root, " xmlns=\"");
  if (name == NULL)
    return NULL;
  name += strlen (" xmlns=\"");
  end = strchr (name, '"');
  return end == NULL ? NULL : g_strndup (name, (gsize)(end - name));
}
