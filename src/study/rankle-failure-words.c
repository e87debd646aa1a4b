/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-failure-words.h"

#include <glib/gi18n-lib.h>

char *
rankle_failure_in_words (const char *why, gboolean stays)
{
  g_return_val_if_fail (why != NULL && *why != '\0', NULL);

  if (!stays)
    return g_strdup_printf ("%s.", why);
  /* Translators: %s is a sentence without its full stop. */
  return g_strdup_printf (_ ("%s. The last good curves are shown."), why);
}

char *
rankle_failure_until_then_in_words (const char *why)
{
  g_return_val_if_fail (why != NULL && *why != '\0', NULL);

  /* Translators: %s says when and why, and what to try; it is without its full stop. */
  return g_strdup_printf (_ ("%s. What was computed until then is shown."), why);
}
