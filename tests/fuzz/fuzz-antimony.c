/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Antimony text: read, compiled, run, and its SBML read again. */

#include "fuzz-target.h"
#include "rankle-model-file.h"
#include "rankle-sbml.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony ((const char *)data, (gssize)size, "x", NULL, NULL);
  g_autoptr (RankleModel) again = NULL;
  g_autofree char *sbml = NULL;

  if (model == NULL)
    return 0;
  fuzz_run (model);
  sbml = rankle_model_to_sbml (model, NULL, NULL);
  if (sbml != NULL)
    again = rankle_model_new_from_sbml (sbml, -1, "y", NULL);
  return 0;
}
