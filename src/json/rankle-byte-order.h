/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* The mark of the byte order, which some editors put ahead of UTF-8: how many bytes of
 * @text it takes, 0 or 3. */
static inline gsize
rankle_byte_order_mark_length (const char *text, gsize length)
{
  static const char mark[] = { '\xef', '\xbb', '\xbf' };

  return length >= sizeof mark && memcmp (text, mark, sizeof mark) == 0 ? sizeof mark : 0;
}

G_END_DECLS
