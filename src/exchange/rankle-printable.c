/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-printable.h"

#include <string.h>

static gboolean
is_control (gunichar character)
{
  return character < 0x20 || (character >= 0x7f && character <= 0x9f);
}

/* How many bytes @text begins with that are printed as they are. */
static gsize
count_plain (const char *text, gsize length, const char *kept)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x7f ||
        ((guchar)text[i] < 0x20 && (text[i] == '\0' || strchr (kept, text[i]) == NULL)))
      return i;
  return length;
}

gboolean
rankle_is_plain (const char *text, gsize length, const char *kept)
{
  return count_plain (text, length, kept) == length;
}

char *
rankle_printable (const char *text, gssize length, const char *kept)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  const char      *at = valid, *end = valid + strlen (valid);
  GString         *printable = g_string_sized_new ((gsize)(end - at) + 1);

  g_assert (strspn (kept, "\n\t") == strlen (kept));
  while (at < end)
    {
      gsize    n_plain = count_plain (at, (gsize)(end - at), kept);
      gunichar character;

      g_string_append_len (printable, at, (gssize)n_plain);
      at += n_plain;
      if (at == end)
        break;
      character = g_utf8_get_char (at);
      at = g_utf8_next_char (at);
      if (is_control (character))
        g_string_append_c (printable, ' ');
      else
        g_string_append_unichar (printable, character);
    }
  return g_string_free (printable, FALSE);
}
