/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By GLib's parser, which knows no entities but XML's own. */

#include "config.h"

#include "rankle-omex-manifest.h"

#include <string.h>

#include "rankle-exchange-error.h"
#include "rankle-omex-formats.h"

static void
content_free (gpointer data)
{
  RankleOmexContent *self = data;

  g_free (self->location);
  g_free (self->format);
  g_free (self);
}

/* Some write a prefix: omex:content. */
static const char *
without_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon == NULL ? name : colon + 1;
}

/* (nullable) */
static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (without_prefix (names[i]), name))
      return values[i];
  return NULL;
}

static void
start_element (GMarkupParseContext *context,
               const char          *element,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  const char        *location = find_value (names, values, "location");
  const char        *format = find_value (names, values, "format");
  const char        *master = find_value (names, values, "master");
  RankleOmexContent *content;

  if (!g_str_equal (without_prefix (element), "content") || location == NULL)
    return;
  while (g_str_has_prefix (location, "./"))
    location += strlen ("./");
  content = g_new (RankleOmexContent, 1);
  content->location = g_strdup (location);
  content->format = g_strdup (format != NULL ? format : "");
  content->is_master = master != NULL && g_ascii_strcasecmp (master, "true") == 0;
  g_ptr_array_add (data, content);
}

GPtrArray *
rankle_omex_manifest_read (GBytes *text, const char *name, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (content_free);
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, 0, list, NULL);
  g_autoptr (GError) local = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (text, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_markup_parse_context_parse (context, data, (gssize)length, &local) &&
      g_markup_parse_context_end_parse (context, &local))
    return g_steal_pointer (&list);
  g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SYNTAX, "%s: %s: %s",
               name, RANKLE_OMEX_MANIFEST, local->message);
  return NULL;
}
