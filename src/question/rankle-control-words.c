/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-control-range.h"
#include "rankle-time-entry.h"

/* Parameters of an opened file may be of any size. */
static gboolean
is_out_of_size (double shown)
{
  return fabs (shown) >= 1e6 || (fabs (shown) > 0 && fabs (shown) < 0.01);
}

const char *
rankle_control_get_title (const RankleControl *control)
{
  g_return_val_if_fail (control != NULL, NULL);

  return control->reversed != NULL ? control->reversed : control->label;
}

/* Up to its last "_"; 0: there is none. */
static gsize
measure_stem (const char *id)
{
  const char *end = strrchr (id, '_');

  return end == NULL ? 0 : (gsize)(end - id);
}

gboolean
rankle_control_is_told_with (const RankleControl *control, const RankleControl *before)
{
  gsize stem;

  g_return_val_if_fail (control != NULL && before != NULL, FALSE);

  stem = measure_stem (control->id);
  return stem > 0 && stem == measure_stem (before->id) &&
         strncmp (control->id, before->id, stem) == 0 && control->absent != NULL &&
         g_strcmp0 (control->absent, before->absent) == 0;
}

gboolean
rankle_control_is_shown_on (const RankleControl *control, double value)
{
  g_return_val_if_fail (control != NULL, FALSE);

  return (value > 0.5 * (control->min + control->max)) == (control->reversed == NULL);
}

double
rankle_control_get_shown (const RankleControl *control, gboolean on)
{
  double value;

  g_return_val_if_fail (control != NULL && control->is_switch, 0);

  value = on == (control->reversed == NULL) ? control->max : control->min;
  g_assert (rankle_control_is_shown_on (control, value) == on);
  return value;
}

char *
rankle_control_format (const RankleControl *control, double value)
{
  double shown = control->display_factor * value;
  int    before = fabs (shown) >= 1 ? (int)floor (log10 (fabs (shown))) + 1 : 1;
  int    decimals = CLAMP ((int)control->display_digits - before, 0, 3);

  g_assert (control->unit != NULL && control->absent == NULL);

  if (control->can_be_off && value < 0.5 * control->min)
    return g_strdup (_ ("off"));
  if (control->ends_never && value >= control->max)
    return g_strdup (_ ("never"));
  if (is_out_of_size (shown))
    return g_strdup_printf ("%.*g%s%s", (int)control->display_digits, shown,
                            *control->unit == '\0' ? "" : " ", control->unit);
  /* Whole numbers without a point: 60 mg, 182.5 days. */
  while (decimals > 0 && fabs (shown * pow (10, decimals - 1) -
                               round (shown * pow (10, decimals - 1))) < 1e-6)
    decimals--;
  return g_strdup_printf ("%.*f%s%s", decimals, shown, *control->unit == '\0' ? "" : " ",
                          control->unit);
}

/* "× 5.3", with no more digits than a heading has room for: "× baseline" goes without
 * saying. */
static char *
format_briefly (const RankleControl *control, double value)
{
  RankleControl    brief = *control;
  g_autofree char *number = NULL;

  if (!g_str_has_prefix (control->unit, "×") || (control->can_be_off && value <= 0))
    return rankle_control_format (control, value);
  brief.unit = "";
  brief.display_digits = MIN (value < 1 ? 3 : 2, control->display_digits);
  number = rankle_control_format (&brief, value);
  /* Translators: a factor, such as “× 5.3” */
  return g_strdup_printf (_ ("× %s"), number);
}

char *
rankle_control_format_named (const RankleControl *control, double value)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (control != NULL && control->absent == NULL, NULL);

  if (control->reversed != NULL)
    return g_strdup (value > 0.5 ? control->when_on : control->when_off);
  if (control->is_switch)
    text = g_strdup (value > 0.5 ? _ ("on") : _ ("off"));
  else
    text = format_briefly (control, value);
  g_assert (text != NULL && *text != '\0');
  if (control->ends_never && value < control->max)
    /* Translators: what happens and when, such as “Menopause” and “4 years” */
    return g_strdup_printf (_ ("%1$s at %2$s"), control->label, text);
  /* Translators: a control and its value, such as “OPG” and “× 5.3” */
  return g_strdup_printf (_ ("%1$s %2$s"), control->label, text);
}

/* What is typed may end in the control's unit, as what is shown does; of times it may be
 * another: "6 months" of a control in days. */
static gboolean
read_value (const RankleControl *control, char *text, double *value)
{
  double unit = rankle_time_word_get_seconds (control->unit);
  char  *end;

  if (unit > 0 && rankle_time_parse (text, unit, value))
    return TRUE;
  if (*control->unit != '\0' && g_str_has_suffix (text, control->unit))
    text[strlen (text) - strlen (control->unit)] = '\0';
  g_strchomp (text);
  /* Both the point and the comma that half of the world's keyboards have. */
  g_strdelimit (text, ",", '.');
  *value = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && isfinite (*value);
}

gboolean
rankle_control_parse (const RankleControl *control,
                      const char          *text,
                      double              *value,
                      char               **complaint)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  g_assert (fabs (control->display_factor) > 0 && complaint != NULL);

  if (control->ends_never && g_str_equal (trimmed, _ ("never")))
    *value = control->max * control->display_factor;
  else if (control->can_be_off && g_str_equal (trimmed, _ ("off")))
    *value = 0;
  else if (!read_value (control, trimmed, value))
    {
      *complaint = g_strdup (_ ("Please enter a number."));
      return FALSE;
    }
  *value /= control->display_factor;
  if (rankle_control_takes (control, *value))
    return TRUE;
  *complaint = g_strdup_printf (
      control->is_count ? _ ("Please enter a whole number from %g to %g.")
                        : _ ("Please enter a number from %g to %g."),
      control->can_be_off ? 0 : control->display_factor * control->min,
      control->display_factor * control->max);
  return FALSE;
}
