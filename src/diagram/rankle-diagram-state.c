/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-diagram-navigation.h"

RankleGlyphState *
rankle_diagram_state_new (const RankleDiagram *diagram)
{
  guint             n;
  RankleGlyphState *states;

  g_return_val_if_fail (diagram != NULL, NULL);

  n = rankle_diagram_get_n_glyphs (diagram);
  states = g_new0 (RankleGlyphState, n);
  for (guint i = 0; i < n; i++)
    states[i].value = states[i].ratio = states[i].share = NAN;
  return states;
}

/* Two significant digits where there is a point to them, never a power of ten. */
static char *
format_number (double number)
{
  double size = fabs (number);

  if (!isfinite (number))
    return g_strdup (isnan (number) ? "–" : "∞");
  if (size < 5e-4)
    return g_strdup (size < 1e-12 ? "0" : "< 0.001");
  if (size >= 1e6)
    return g_strdup_printf ("%.1e", number);
  if (size >= 99.5)
    return g_strdup_printf ("%.0f", number);
  if (size >= 9.95)
    return g_strdup_printf (size >= 20 ? "%.0f" : "%.1f", number);
  if (size >= 0.995)
    return g_strdup_printf ("%.1f", number);
  return g_strdup_printf (size >= 0.0995 ? "%.2f" : "%.3f", number);
}

char *
rankle_glyph_state_format_ratio (const RankleGlyphState *state)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->standing != RANKLE_GLYPH_SIMULATED || isnan (state->ratio))
    return g_strdup ("");
  number = format_number (state->ratio);
  return g_strconcat ("×", number, NULL);
}

char *
rankle_glyph_state_format_value (const RankleGlyphState *state)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->standing != RANKLE_GLYPH_SIMULATED || isnan (state->value))
    return g_strdup ("");
  number = format_number (state->value);
  if (state->unit == NULL || *state->unit == '\0')
    return g_steal_pointer (&number);
  return g_strconcat (number, g_str_has_prefix (state->unit, "%") ? "\302\240" : " ",
                      state->unit, NULL);
}

static char *
describe_amount (const RankleGlyphState *state)
{
  g_autofree char *value = rankle_glyph_state_format_value (state);
  g_autofree char *ratio = NULL;

  if (isnan (state->ratio))
    {
      /* Translators: a quantity that is zero at baseline, such as a drug. */
      return g_strdup_printf (_ ("%s, absent at baseline"), value);
    }
  ratio = format_number (state->ratio);
  /* Translators: the value with its unit, then the multiple of the baseline value. */
  return g_strdup_printf (_ ("%s, %s times baseline"), value, ratio);
}

char *
rankle_glyph_state_describe (const RankleDiagram    *diagram,
                             guint                   glyph,
                             const RankleGlyphState *state)
{
  const char      *label;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (diagram != NULL && state != NULL, NULL);

  label = rankle_diagram_get_label (diagram, glyph);
  if (state->standing == RANKLE_GLYPH_NOT_SIMULATED)
    return g_strdup_printf (_ ("%s, not simulated in this model"), label);
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    return g_strdup_printf (_ ("%s, knocked out"), label);
  if (isnan (state->value))
    return g_strdup_printf (_ ("%s, not computed yet"), label);
  amount = describe_amount (state);
  /* Translators: the name, then its amount in words. */
  return g_strdup_printf (_ ("%s, %s"), label, amount);
}

char *
rankle_diagram_describe (const RankleDiagram *diagram, const RankleGlyphState *states)
{
  GString          *text;
  g_autofree guint *order = NULL;
  guint             n;

  g_return_val_if_fail (diagram != NULL && states != NULL, NULL);

  text = g_string_new (NULL);
  order = rankle_diagram_get_reading_order (diagram, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line =
          rankle_glyph_state_describe (diagram, order[i], &states[order[i]]);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
same_text (char *(*format) (const RankleGlyphState *),
           const RankleGlyphState *a,
           const RankleGlyphState *b)
{
  g_autofree char *x = format (a), *y = format (b);

  return g_str_equal (x, y);
}

/* The colour moves in steps of a hundredth of its range: less is not seen. */
static gboolean
same_tone (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (a - b) < 0.01;
}

static double
get_tone (double ratio)
{
  return log2 (CLAMP (ratio, 1.0 / 8, 8)) / 4;
}

gboolean
rankle_glyph_state_looks_like (const RankleGlyphState *a, const RankleGlyphState *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->standing == b->standing && a->unit == b->unit &&
         same_tone (get_tone (a->ratio), get_tone (b->ratio)) &&
         same_tone (a->share, b->share) &&
         same_text (rankle_glyph_state_format_ratio, a, b) &&
         same_text (rankle_glyph_state_format_value, a, b);
}
