/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1 /* as gcc says it */
#endif
#endif

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

/* One object from the first character to the last but white space, without the comments
 * and single quotes that json-glib knows beyond JSON. */
static gboolean
is_one_object (const char *text)
{
  gboolean in_text = FALSE;
  int      depth = 0;

  if (*text != '{')
    return FALSE;
  do
    {
      if (in_text && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        in_text = !in_text;
      else if (!in_text && strchr ("#/'", *text) != NULL)
        return FALSE;
      else if (!in_text)
        depth += (strchr ("{[", *text) != NULL) - (strchr ("}]", *text) != NULL);
      text++;
    }
  while (depth > 0 && *text != '\0');
  return text[strspn (text, " \t\r\n")] == '\0';
}

gboolean
fuzz_is_json (const char *text)
{
  JsonParser *parser;
  gboolean    good;

  if (!is_one_object (text))
    return FALSE;
  __lsan_disable ();
  parser = json_parser_new ();
  good = json_parser_load_from_data (parser, text, -1, NULL);
  g_object_unref (parser);
  __lsan_enable ();
  return good;
}
