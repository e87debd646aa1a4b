/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-diagram-navigation.h"
#include "rankle-diagram-theme.h"

guint
rankle_diagram_state_count (const RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, 0);

  return rankle_diagram_get_n_glyphs (diagram) + rankle_diagram_get_n_arcs (diagram);
}

RankleGlyphState *
rankle_diagram_state_new (const RankleDiagram *diagram)
{
  guint             n;
  RankleGlyphState *states;

  g_return_val_if_fail (diagram != NULL, NULL);

  n = rankle_diagram_state_count (diagram);
  states = g_new0 (RankleGlyphState, n + 1);
  for (guint i = 0; i < n; i++)
    states[i].value = states[i].ratio = states[i].share = NAN;
  return states;
}

const char *
rankle_glyph_state_get_label (const RankleGlyphState *state,
                              const RankleDiagram    *diagram,
                              guint                   glyph)
{
  g_return_val_if_fail (state != NULL, NULL);

  return state->label != NULL ? state->label : rankle_diagram_get_label (diagram, glyph);
}

#define VALUE_DIGITS  3 /* significant ones */
#define MOST_DECIMALS 3

/* Counts the number as rounding will make it: 9.96 with two digits is 10. */
static int
find_decimals (double size, int digits)
{
  double rounded = size * (1 + 0.5 * pow (10, -digits));

  g_assert (size > 0 && digits > 0);
  return CLAMP (digits - 1 - (int)floor (log10 (rounded)), 0, MOST_DECIMALS);
}

/* No power of ten where a person would write none. */
static char *
format_number (double number, int digits)
{
  double size = fabs (number);

  if (!isfinite (number))
    return g_strdup (isnan (number) ? "–" : "∞");
  if (size < 5e-4)
    return g_strdup (size < 1e-12 ? "0" : "< 0.001");
  if (size >= 1e9)
    return g_strdup_printf ("%.1e", number);
  return g_strdup_printf ("%.*f", find_decimals (size, digits), number);
}

/* Of what was set: 35 and not 35.0, whatever stands before the decimals. */
static void
cut_zeros (char *number)
{
  char *end = number + strlen (number);

  if (strpbrk (number, ".,") == NULL || strchr (number, 'e') != NULL)
    return;
  while (end[-1] == '0')
    end--;
  if (!g_ascii_isdigit (end[-1]))
    end--;
  g_assert (end > number);
  *end = '\0';
}

/* Two digits, but three where the first two would say that nothing happens. */
static char *
format_ratio (double ratio)
{
  return format_number (ratio, ratio >= 0.995 && ratio < 1.095 ? 3 : 2);
}

char *
rankle_glyph_state_format_ratio (const RankleGlyphState *state)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->standing == RANKLE_GLYPH_NOT_SIMULATED || isnan (state->ratio))
    return g_strdup ("");
  number = format_ratio (state->ratio);
  if (g_str_has_prefix (number, "< "))
    return g_strconcat ("<\302\240×", number + 2, NULL);
  return g_strconcat ("×", number, NULL);
}

/* "0 relative" is no more than 0, and "0.5 share" than 0.5. */
static gboolean
names_nothing (const char *unit)
{
  return unit == NULL || *unit == '\0' || g_str_equal (unit, "relative") ||
         g_str_equal (unit, "share");
}

static char *
format_amount (const RankleGlyphState *state, double value)
{
  g_autofree char *number = format_number (value, VALUE_DIGITS);

  if (state->is_alone)
    cut_zeros (number);
  if (names_nothing (state->unit))
    return g_steal_pointer (&number);
  return g_strconcat (number, g_str_has_prefix (state->unit, "%") ? "\302\240" : " ",
                      _ (state->unit), NULL);
}

char *
rankle_glyph_state_format_value (const RankleGlyphState *state)
{

  g_return_val_if_fail (state != NULL, NULL);

  if (state->standing == RANKLE_GLYPH_NOT_SIMULATED)
    return g_strdup ("");
  if (state->is_beyond)
    /* Translators: in place of a value in the map, such as “−101 %” of bone */
    return g_strdup (_ ("out of range"));
  if (isnan (state->value))
    return g_strdup (state->of_nothing ? "–" : "");
  return format_amount (state, state->value);
}

/* "34 % of baseline" says it all. */
static gboolean
counts_from_baseline (const RankleGlyphState *state)
{
  return state->unit != NULL && g_str_has_suffix (state->unit, "baseline");
}

/* Of what has no multiples. */
static char *
describe_beside (const RankleGlyphState *state, const char *value)
{
  g_autofree char *otherwise = format_amount (state, state->otherwise);

  g_assert (state->has_no_multiples);
  if (!isfinite (state->otherwise) || g_str_equal (value, otherwise))
    return g_strdup (value);
  /* Translators: a value with its unit, such as a temperature, and what it is at baseline
   */
  return g_strdup_printf (_ ("%1$s, %2$s at baseline"), value, otherwise);
}

char *
rankle_glyph_state_describe_amount (const RankleGlyphState *state)
{
  g_autofree char *value = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->of_nothing && state->standing != RANKLE_GLYPH_NOT_SIMULATED)
    {
      /* Translators: in place of the value of a share, such as "12 %" */
      return g_strdup (_ ("a share of nothing"));
    }
  value = rankle_glyph_state_format_value (state);
  if (*value == '\0' || state->is_beyond || state->is_alone ||
      counts_from_baseline (state))
    return g_steal_pointer (&value);
  if (state->has_no_multiples)
    return describe_beside (state, value);
  if (isnan (state->ratio))
    {
      /* Translators: a quantity that is zero at baseline, such as a drug. */
      return g_strdup_printf (_ ("%s, absent at baseline"), value);
    }
  ratio = format_ratio (state->ratio);
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

  label = rankle_glyph_state_get_label (state, diagram, glyph);
  if (state->standing == RANKLE_GLYPH_NOT_SIMULATED)
    return g_strdup_printf (_ ("%s, not simulated in this model"), label);
  amount = rankle_glyph_state_describe_amount (state);
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT && *amount == '\0')
    return g_strdup_printf (_ ("%s, knocked out"), label);
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    {
      /* Translators: the name, then in words how much of it is left. */
      return g_strdup_printf (_ ("%s, knocked out, %s"), label, amount);
    }
  if (*amount == '\0')
    return g_strdup_printf (_ ("%s, not computed yet"), label);
  if (state->is_held)
    {
      /* Translators: the name, then the amount at which it is held, in words. */
      return g_strdup_printf (_ ("%1$s, held at %2$s"), label, amount);
    }
  /* Translators: the name, then its amount in words. */
  return g_strdup_printf (_ ("%s, %s"), label, amount);
}

/* No entity lies in the region itself, and so none says where it lies. */
static gboolean
is_bare (const RankleDiagram *diagram, guint region)
{
  if (rankle_diagram_get_glyph (diagram, region)->klass != RANKLE_GLYPH_COMPARTMENT)
    return FALSE;
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_diagram_get_glyph (diagram, i)->compartment == region &&
        rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
      return FALSE;
  return TRUE;
}

static void
append_bare_regions (GString *text, const RankleDiagram *diagram)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (is_bare (diagram, i))
      g_string_append_printf (text, "%s. %s\n", rankle_diagram_get_label (diagram, i),
                              rankle_diagram_get_note (diagram, i));
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
  append_bare_regions (text, diagram);
  return g_string_free (text, FALSE);
}

int
rankle_glyph_state_get_excess (const RankleGlyphState *state)
{
  g_return_val_if_fail (state != NULL, 0);

  if (state->standing != RANKLE_GLYPH_SIMULATED || isnan (state->ratio))
    return 0;
  if (state->ratio > RANKLE_DIAGRAM_GREATEST_RATIO * 1.001)
    return 1;
  return state->ratio < RANKLE_DIAGRAM_LEAST_RATIO / 1.001 ? -1 : 0;
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

  return a->standing == b->standing && a->unit == b->unit && a->label == b->label &&
         a->is_held == b->is_held &&
         rankle_glyph_state_get_excess (a) == rankle_glyph_state_get_excess (b) &&
         same_tone (get_tone (a->ratio), get_tone (b->ratio)) &&
         same_tone (a->share, b->share) && same_tone (a->shade, b->shade) &&
         a->has_no_multiples == b->has_no_multiples &&
         same_text (rankle_glyph_state_format_ratio, a, b) &&
         same_text (rankle_glyph_state_format_value, a, b);
}
