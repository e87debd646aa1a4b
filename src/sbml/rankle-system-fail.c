/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>

/* The one way to fail: the first error stays, and says where. */

gboolean
_rankle_system_fail (
    RankleSystem *self, SBase_t *place, RankleModelError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;
  guint            line = place != NULL ? SBase_getLine (place) : 0;

  g_assert (self->name != NULL && format != NULL);

  if (self->error != NULL)
    return FALSE;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (line > 0)
    g_set_error (&self->error, RANKLE_MODEL_ERROR, code, "%s:%u:%u: %s", self->name, line,
                 SBase_getColumn (place), what);
  else
    g_set_error (&self->error, RANKLE_MODEL_ERROR, code, "%s: %s", self->name, what);

  return FALSE;
}

gboolean
_rankle_system_refuse (RankleSystem *self,
                       SBase_t      *place,
                       const char   *what,
                       const char   *id)
{
  g_assert (what != NULL);

  if (id != NULL && id[0] != '\0')
    return _rankle_system_fail (self, place, RANKLE_MODEL_ERROR_UNSUPPORTED,
                                /* Translators: %1$s is a construct of SBML */
                                _ ("%1$s (‘%2$s’) is not supported"), what, id);

  return _rankle_system_fail (self, place, RANKLE_MODEL_ERROR_UNSUPPORTED,
                              /* Translators: %s is a construct of SBML */
                              _ ("%s is not supported"), what);
}
