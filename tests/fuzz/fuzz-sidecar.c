/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sidecar put to a model that has what it may name. */

#include "fuzz-target.h"
#include "rankle-model-file.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *)data, size);
  g_autoptr (RankleModel) model = NULL;

  model = rankle_model_new_from_antimony (fuzz_toy_text, -1, "toy", json, NULL);
  if (model != NULL)
    fuzz_run (model);
  return 0;
}
