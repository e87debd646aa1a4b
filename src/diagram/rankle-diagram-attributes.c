/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_POSITION 1e6
#define MOST_CLIPPED  40 /* characters */

const char *
_rankle_reading_clip (RankleReading *reading, const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MOST_CLIPPED && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_assert (g_utf8_validate (text, end - text, NULL));
  return g_string_chunk_insert_len (reading->diagram->strings, text, end - text);
}

static const char *
clip_element (const RankleAttributes *attributes)
{
  return _rankle_reading_clip (attributes->reading, attributes->element);
}

const char *
_rankle_attributes_find (const RankleAttributes *attributes, const char *name)
{
  for (guint i = 0; attributes->names[i] != NULL; i++)
    if (strcmp (attributes->names[i], name) == 0)
      return attributes->values[i];
  return NULL;
}

const char *
_rankle_attributes_need (const RankleAttributes *attributes,
                         const char             *name,
                         GError                **error)
{
  const char *value = _rankle_attributes_find (attributes, name);

  if (value == NULL || *value == 0)
    g_set_error (error, RANKLE_READING_CONTENT, _ ("%s has no %s"),
                 clip_element (attributes), name);
  else if (strlen (value) > RANKLE_READING_MOST_TEXT)
    g_set_error (error, RANKLE_READING_LIMIT, _ ("the %s of %s is too long"), name,
                 clip_element (attributes));
  else
    return value;
  return NULL;
}

gboolean
_rankle_attributes_read_number (const RankleAttributes *attributes,
                                const char             *name,
                                double                 *number,
                                GError                **error)
{
  const char *value = _rankle_attributes_need (attributes, name, error);
  char       *end;

  g_assert (value != NULL || error == NULL || *error != NULL);
  if (value == NULL)
    return FALSE;
  *number = g_ascii_strtod (value, &end);
  if (*end == 0 && fabs (*number) <= MOST_POSITION)
    return TRUE;
  g_set_error (error, RANKLE_READING_CONTENT, _ ("“%s” cannot be %s of %s"),
               _rankle_reading_clip (attributes->reading, value), name,
               clip_element (attributes));
  return FALSE;
}

gboolean
_rankle_attributes_read_point (const RankleAttributes *attributes,
                               RanklePoint            *point,
                               GError                **error)
{
  return _rankle_attributes_read_number (attributes, "x", &point->x, error) &&
         _rankle_attributes_read_number (attributes, "y", &point->y, error);
}
