/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-topic.h"

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-json-reader.h"
#include "rankle-model-error.h"
#include "rankle-shape-private.h"

#define FOLDER "topics"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 4, .values = 4000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_SIDECAR,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

/* ---- one ---- */

static void
read_scenarios (RankleJsonReader *json, RankleTopic *topic)
{
  GStrvBuilder *scenarios = g_strv_builder_new ();

  rankle_json_require (json, "scenarios");
  if (rankle_json_open_list (json, "scenarios"))
    {
      if (rankle_json_count (json) == 0)
        rankle_json_fail (json, NULL, "must have one at least");
      while (rankle_json_next (json))
        g_strv_builder_add (scenarios, rankle_json_get_text (json, NULL));
      rankle_json_close (json);
    }
  topic->scenarios = (const char *const *)g_strv_builder_end (scenarios);
  g_strv_builder_unref (scenarios);
}

static RankleTopic *
read_topic (RankleJsonReader *json)
{
  RankleTopic *topic = g_new0 (RankleTopic, 1);

  rankle_json_get_schema (json, 1);
  topic->id = g_strdup (rankle_json_get_text (json, "id"));
  topic->place = (guint)rankle_json_get_integer (json, "place", 1, 1000);
  topic->title = g_strdup (rankle_json_get_text (json, "title"));
  topic->sentence = g_strdup (rankle_json_get_text (json, "sentence"));
  topic->ours = rankle_json_get_boolean_or (json, "ours", FALSE);
  read_scenarios (json, topic);
  topic->shapes = _rankle_shapes_read (json, "picture", &topic->n_shapes);
  return topic;
}

RankleTopic *
rankle_topic_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_autoptr (RankleTopic) topic = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  json = rankle_json_reader_new (text, length, name, &limits);
  topic = read_topic (json);
  if (!rankle_json_reader_finish (json, RANKLE_MODEL_ERROR, &codes, error))
    return NULL;
  g_assert (topic->scenarios[0] != NULL);
  return g_steal_pointer (&topic);
}

void
rankle_topic_free (RankleTopic *topic)
{
  g_return_if_fail (topic != NULL);

  _rankle_shapes_free (topic->shapes, topic->n_shapes);
  g_strfreev ((char **)topic->scenarios);
  g_free ((char *)topic->id);
  g_free ((char *)topic->title);
  g_free ((char *)topic->sentence);
  g_free (topic);
}

/* ---- all that are bundled ---- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RankleTopic *x = a, *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* A bundled file that cannot be read is a fault of the program. */
static void
add_bundled (GArray *topics, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read (FOLDER, name, &error);
  RankleTopic *topic = NULL;

  if (bytes != NULL)
    topic = rankle_topic_parse (g_bytes_get_data (bytes, NULL),
                                (gssize)g_bytes_get_size (bytes), name, &error);
  if (topic == NULL)
    g_error ("%s", error->message);
  g_array_append_val (topics, *topic);
  g_free (topic); /* what it points to lives on in the list */
}

static GArray *
read_bundled (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (RankleTopic));

  for (char **name = names; *name != NULL; name++)
    add_bundled (topics, *name);
  g_array_sort (topics, compare_places);
  return topics;
}

const RankleTopic *
rankle_topics_get (guint *n)
{
  static GArray *topics; /* (owned) by the process */

  g_return_val_if_fail (n != NULL, NULL);

  if (g_once_init_enter (&topics))
    g_once_init_leave (&topics, read_bundled ());
  *n = topics->len;
  return (const RankleTopic *)(void *)topics->data;
}
