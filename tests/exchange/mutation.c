/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "mutation.h"

static void
mutate_once (GString *text, GRand *rand)
{
  gsize            at = (gsize)g_rand_int_range (rand, 0, (gint32)text->len);
  gsize            most = (gsize)g_rand_int_range (rand, 1, 40);
  gsize            n = MIN (most, text->len - at);
  g_autofree char *piece = g_strndup (text->str + at, n);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      text->str[at] = "\"{}[],:0-.e\\ax\n\x80"[g_rand_int_range (rand, 0, 16)];
      break;
    case 1:
      g_string_erase (text, (gssize)at, (gssize)n);
      break;
    default:
      g_string_insert_len (text, (gssize)at, piece, (gssize)n);
    }
}

GString *
mutate (const char *whole, GRand *rand)
{
  GString *text = g_string_new (whole);

  for (int k = g_rand_int_range (rand, 1, 4); k > 0 && text->len > 1; k--)
    mutate_once (text, rand);
  return text;
}
