/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-vocabulary.h"

#include "rankle-catalog.h"
#include "rankle-json-reader.h"
#include "rankle-model-error.h"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 4, .values = 2000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_SIDECAR,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

static void
read_words (RankleJsonReader *json, GArray *words)
{
  if (!rankle_json_open_list (json, "columns"))
    return;
  while (rankle_json_next (json))
    {
      RankleWord word;

      if (!rankle_json_open_object (json, NULL))
        continue;
      word.id = g_intern_string (rankle_json_get_text (json, "id"));
      word.nothing_at_baseline =
          rankle_json_get_boolean_or (json, "nothing_at_baseline", FALSE);
      rankle_json_close (json);
      g_array_append_val (words, word);
    }
  rankle_json_close (json);
}

/* (transfer full): a bundled file that cannot be read is a fault of the program. */
static GArray *
read_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read ("vocabulary", "columns.json", &error);
  g_autoptr (RankleJsonReader) json = NULL;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RankleWord));

  g_assert_no_error (error);
  json =
      rankle_json_reader_new (g_bytes_get_data (bytes, NULL),
                              (gssize)g_bytes_get_size (bytes), "columns.json", &limits);
  rankle_json_get_schema (json, 1);
  read_words (json, words);
  if (!rankle_json_reader_finish (json, RANKLE_MODEL_ERROR, &codes, &error))
    g_error ("%s", error->message);
  return words;
}

const RankleWord *
rankle_vocabulary_get (guint *n)
{
  static GArray *words; /* (owned) by the process */

  g_return_val_if_fail (n != NULL, NULL);

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, read_bundled ());
  *n = words->len;
  return (const RankleWord *)(void *)words->data;
}
