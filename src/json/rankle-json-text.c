/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts between quotes, and what characters they may hold. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-json-private.h"

/* Ends of lines and tabs lay a text out. All others steer a terminal, and NUL ends a
 * text of C before its end. */
gboolean
_rankle_json_can_show (gunichar character)
{
  if (character == '\n' || character == '\t' || character == '\r')
    return TRUE;
  return character >= 0x20 && character != 0x7f && (character < 0x80 || character > 0x9f);
}

char *
_rankle_json_show_character (const char *at)
{
  gunichar character = g_utf8_get_char (at);
  char     letters[7] = { 0 };

  if (!g_unichar_isgraph (character) || !_rankle_json_can_show (character))
    return g_strdup_printf ("U+%04X", character);
  g_unichar_to_utf8 (character, letters);
  return g_strdup_printf ("“%s”", letters);
}

/* Of the four digits at @at; -1 if they are not. */
static int
read_hex (const char *at, const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = 16 * value + digit;
    }
  return value;
}

/* Behind "\u". What lies beyond 16 bits is written as two halves. */
static const char *
read_unicode (const char *at, const char *end, gunichar *character)
{
  int high = read_hex (at, end);
  int low = -1;

  if (high < 0 || (high >= 0xdc00 && high < 0xe000))
    return NULL;
  *character = (gunichar)high;
  if (high < 0xd800 || high >= 0xe000)
    return at + 4;
  if (end - at >= 6 && at[4] == '\\' && at[5] == 'u')
    low = read_hex (at + 6, end);
  if (low < 0xdc00 || low >= 0xe000)
    return NULL;
  *character = (gunichar)(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
  return at + 10;
}

/* Behind "\". */
static const char *
read_escape (const char *at, const char *end, gunichar *character)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char       *found = at < end && *at != '\0' ? strchr (letters, *at) : NULL;

  G_STATIC_ASSERT (sizeof letters == sizeof meant);
  if (at < end && *at == 'u')
    return read_unicode (at + 1, end, character);
  if (found == NULL)
    return NULL;
  *character = (gunichar)meant[found - letters];
  return at + 1;
}

const char *
_rankle_json_read_text (const char *at, const char *end, GString *text, char **complaint)
{
  g_assert (at[-1] == '"' && *complaint == NULL);
  while (at < end && *at != '"')
    {
      gunichar    character = g_utf8_get_char (at);
      const char *next =
          *at == '\\' ? read_escape (at + 1, end, &character) : g_utf8_next_char (at);

      if (next == NULL)
        *complaint = g_strdup (_ ("“\\” begins nothing that JSON knows"));
      else if (*at != '\\' && character < 0x20)
        *complaint = g_strdup_printf (
            /* Translators: %04X is a number of Unicode */
            _ ("U+%04X must be written as \\u%04x within a text"), character, character);
      else if (!_rankle_json_can_show (character))
        *complaint = g_strdup_printf (
            _ ("the control character U+%04X may not be in a text"), character);
      if (*complaint != NULL)
        return at;
      g_string_append_unichar (text, character);
      at = next;
    }
  if (at == end)
    *complaint = g_strdup (_ ("the text ends without a quote"));
  return at;
}
