/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one C++ file: of all libraries that are there anyway, it is C++'s that knows the
 * shortest decimal of a double, by an algorithm that tries nothing out. */

#include "rankle-number-digits.h"

#include <charconv>
#include <cmath>

guint
_rankle_number_digits (double value, char digits[RANKLE_DIGITS_MAX], int *exponent)
{
  char                 text[32]; /* 1.7976931348623157e+308 */
  std::to_chars_result written = std::to_chars (
      text, text + sizeof text, std::fabs (value), std::chars_format::scientific);
  const char *at = text;
  guint       n = 0;

  for (; *at != 'e'; at++)
    if (*at != '.')
      digits[n++] = *at;
  at += at[1] == '+' ? 2 : 1; /* from_chars takes no plus sign */
  std::from_chars (at, written.ptr, *exponent);
  return n;
}
