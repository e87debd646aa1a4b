/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-notes.h"

#include "rankle-number.h"

GPtrArray *
rankle_run_notes_new (const char *program, const char *model_name, RankleModel *model)
{
  GPtrArray  *notes = g_ptr_array_new_with_free_func (g_free);
  const char *unit;

  g_return_val_if_fail (program != NULL && model_name != NULL && model != NULL, NULL);

  unit = rankle_model_get_time_unit (model);
  rankle_run_notes_add (notes, "%s %s", program, PACKAGE_VERSION);
  rankle_run_notes_add (notes, "model %s, version %s", model_name,
                        rankle_model_get_version (model));
  rankle_run_notes_add (notes, "time unit %s", *unit != '\0' ? unit : "unstated");
  return notes;
}

void
rankle_run_notes_add (GPtrArray *notes, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
add_tolerances (GPtrArray *notes, const RankleProtocol *protocol)
{
  double   absolute = rankle_protocol_get_absolute_tolerance (protocol);
  GString *line = g_string_new ("rtol ");

  rankle_number_append (line, rankle_protocol_get_relative_tolerance (protocol));
  g_string_append (line, ", atol ");
  if (absolute > 0)
    rankle_number_append (line, absolute);
  else
    g_string_append (line, "chosen for each state");
  g_ptr_array_add (notes, g_string_free (line, FALSE));
}

static void
add_hidden (GPtrArray *notes, const RankleProtocol *protocol)
{
  guint n = rankle_model_get_n_hidden (rankle_protocol_get_model (protocol));

  if (rankle_protocol_get_hidden (protocol))
    rankle_run_notes_add (notes, "--hidden");
  else if (n > 0)
    rankle_run_notes_add (notes, "intermediate results hidden: %u, see --hidden", n);
}

char **
rankle_run_notes_finish (GPtrArray *notes, const RankleProtocol *protocol)
{
  g_return_val_if_fail (notes != NULL && protocol != NULL, NULL);

  add_tolerances (notes, protocol);
  add_hidden (notes, protocol);
  g_ptr_array_add (notes, NULL);
  return (char **)g_ptr_array_free (notes, FALSE);
}
