/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-xml.h"

#include <stdarg.h>
#include <string.h>

#include "rankle-printable.h"

static void
append_text (GString *xml, const char *text)
{
  g_autofree char *plain = rankle_printable (text, -1, "");
  g_autofree char *escaped = g_markup_escape_text (plain, -1);

  g_string_append (xml, escaped);
}

void
rankle_xml_append (GString *xml, const char *format, ...)
{
  va_list     texts;
  const char *at;

  g_return_if_fail (xml != NULL && format != NULL);

  va_start (texts, format);
  while ((at = strstr (format, "%s")) != NULL)
    {
      g_string_append_len (xml, format, at - format);
      append_text (xml, va_arg (texts, const char *));
      format = at + strlen ("%s");
    }
  va_end (texts);
  g_string_append (xml, format);
}
