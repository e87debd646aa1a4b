/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-number.h"

#include <string.h>

/* A double that has a decimal of at most 15 digits is printed as that one by %.15g; 17
 * always suffice. */
void
rankle_number_append (GString *text, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char                     buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      double back;

      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      back = g_ascii_strtod (buffer, NULL);
      if (memcmp (&back, &value, sizeof value) == 0)
        break;
    }
  g_assert (*buffer != '\0');
  g_string_append (text, buffer);
}
