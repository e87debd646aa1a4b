/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rankle-number-digits.h"

/* A number is written as %.15g, %.16g or %.17g would write its digits: from this power of
 * ten on, or where it has a digit more from the next, with an exponent. */
#define PLACES_MIN   15
#define EXPONENT_MIN (-4)

/* d.ddde+05 */
static char *
write_scientific (char *at, const char *digits, guint n, int exponent)
{
  guint size = (guint)abs (exponent);

  *at++ = digits[0];
  if (n > 1)
    {
      *at++ = '.';
      memcpy (at, digits + 1, n - 1);
      at += n - 1;
    }
  *at++ = 'e';
  *at++ = exponent < 0 ? '-' : '+';
  if (size >= 100)
    *at++ = (char)('0' + size / 100);
  *at++ = (char)('0' + size / 10 % 10);
  *at++ = (char)('0' + size % 10);
  return at;
}

/* 0.000ddd */
static char *
write_fraction (char *at, const char *digits, guint n, int exponent)
{
  gsize zeros = (gsize)-exponent - 1;

  memcpy (at, "0.", 2);
  memset (at + 2, '0', zeros);
  memcpy (at + 2 + zeros, digits, n);
  return at + 2 + zeros + n;
}

/* ddd.ddd or ddd000 */
static char *
write_plain (char *at, const char *digits, guint n, int exponent)
{
  guint whole = (guint)exponent + 1;

  if (n <= whole)
    {
      memcpy (at, digits, n);
      memset (at + n, '0', whole - n);
      return at + whole;
    }
  memcpy (at, digits, whole);
  at[whole] = '.';
  memcpy (at + whole + 1, digits + whole, n - whole);
  return at + n + 1;
}

static char *
write_finite (char *at, double value)
{
  char  digits[RANKLE_DIGITS_MAX];
  int   exponent;
  guint n = _rankle_number_digits (value, digits, &exponent);

  if (signbit (value))
    *at++ = '-';
  if (exponent < EXPONENT_MIN || exponent >= (int)MAX (n, PLACES_MIN))
    return write_scientific (at, digits, n, exponent);
  if (exponent < 0)
    return write_fraction (at, digits, n, exponent);
  return write_plain (at, digits, n, exponent);
}

void
rankle_number_append (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    g_string_append_len (text, "NaN", 3);
  else if (isinf (value))
    g_string_append (text, value < 0 ? "-inf" : "inf");
  else
    g_string_append_len (text, buffer, write_finite (buffer, value) - buffer);
}
