/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-json.h"

#include <json-glib/json-glib.h>

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

gboolean
fuzz_is_json (const char *text)
{
  JsonParser *parser;
  gboolean    good;

  __lsan_disable ();
  parser = json_parser_new ();
  good = json_parser_load_from_data (parser, text, -1, NULL);
  g_object_unref (parser);
  __lsan_enable ();
  return good;
}
