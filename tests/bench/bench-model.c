/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-model.h"

#include "rankle-catalog.h"
#include "rankle-model-file.h"

RankleModel *
bench_compile_model (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text_name = g_strconcat (id, ".ant", NULL);
  g_autofree char *sidecar_name = g_strconcat (id, ".json", NULL);
  g_autoptr (GBytes) text = rankle_catalog_read ("models", text_name, NULL);
  g_autoptr (GBytes) sidecar = rankle_catalog_read ("models", sidecar_name, NULL);
  RankleModel *model = rankle_model_new_from_antimony (
      g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text), id,
      g_bytes_get_data (sidecar, NULL), &error);

  if (model == NULL)
    g_error ("%s", error->message);
  return model;
}
