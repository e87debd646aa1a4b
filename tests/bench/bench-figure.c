/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-figure.h"

#include <math.h>
#include <stdio.h>

gboolean
bench_is_met (const BenchFigure *figure)
{
  return figure->at_least ? figure->value >= figure->bar : figure->value <= figure->bar;
}

static void
append_text (GString *line, const char *key, const char *text)
{
  g_string_append_printf (line, "\"%s\": \"", key);
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (line, '\\');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

/* 0: null */
static void
append_number (GString *line, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (line, ", \"%s\": %s", key,
                          fabs (value) > 0 && isfinite (value)
                              ? g_ascii_formatd (text, sizeof text, "%.9g", value)
                              : "null");
}

void
bench_tell (const BenchFigure *figure)
{
  g_autoptr (GString) line = g_string_new ("{");
  const char *path = g_getenv ("RANKLE_BENCH_JSON");
  FILE       *file;

  if (path == NULL)
    return;
  append_text (line, "figure", figure->what);
  append_number (line, "value", figure->value);
  g_string_append (line, ", ");
  append_text (line, "unit", figure->unit);
  append_number (line, "bar", figure->bar);
  if (figure->bar > 0)
    g_string_append_printf (line, ", \"at_least\": %s, \"met\": %s",
                            figure->at_least ? "true" : "false",
                            bench_is_met (figure) ? "true" : "false");
  append_number (line, "ratio_to_cvode", figure->ratio);
  append_number (line, "error", figure->error);
  g_string_append (line, "}\n");
  file = fopen (path, "a");
  if (file == NULL || fputs (line->str, file) < 0 || fclose (file) != 0)
    g_error ("%s cannot be written", path);
}
