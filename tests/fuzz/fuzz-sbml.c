/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SBML text: read, compiled, run, written and read again. What libSBML itself does not
 * live through is put aside first: our part is not to fall with it, which is tested
 * elsewhere. */

#include <sbml/SBMLTypes.h>
#include <string.h>

#include "fuzz-target.h"
#include "rankle-explorer-private.h"
#include "rankle-guard.h"
#include "rankle-sbml-reader.h"
#include "rankle-sbml.h"
#include "rankle-system.h"

static void
read_only (gpointer text)
{
  _rankle_sbml_read (text, strlen (text), "x", NULL);
}

/* As rankle_model_new_from_sbml() does, but for the copy of the process. */
static RankleModel *
compile (const char *text, const char *name)
{
  void        *document = _rankle_sbml_read (text, strlen (text), name, NULL);
  RankleModel *model =
      document == NULL ? NULL : _rankle_system_compile (document, name, NULL);

  if (model != NULL)
    _rankle_explorer_add_defaults (model);
  return model;
}

static void
try_export (RankleModel *model)
{
  g_autofree char *sbml = rankle_model_to_sbml (model, NULL, NULL);
  g_autoptr (RankleModel) again = NULL;

  if (sbml != NULL)
    again = compile (sbml, "y");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (RankleModel) model = NULL;

  if (_rankle_guard_try (read_only, text, RANKLE_TRIAL_SECONDS, NULL) !=
      RANKLE_TRIAL_PASSED)
    return 0;
  model = compile (text, "x");
  if (model == NULL)
    return 0;
  fuzz_run (model);
  try_export (model);
  return 0;
}
