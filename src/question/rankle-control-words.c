/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-range.h"

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

gboolean
rankle_control_parse (const RankleControl *control,
                      const char          *text,
                      double              *value,
                      char               **complaint)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char            *end;

  g_assert (fabs (control->display_factor) > 0 && complaint != NULL);

  /* Both the point and the comma that half of the world's keyboards have. */
  g_strdelimit (trimmed, ",", '.');
  *value = g_ascii_strtod (trimmed, &end) / control->display_factor;
  if (*trimmed == '\0' || *end != '\0' || !isfinite (*value))
    {
      *complaint = g_strdup (_ ("Please enter a number."));
      return FALSE;
    }
  if (rankle_control_takes (control, *value))
    return TRUE;
  *complaint = g_strdup_printf (
      control->is_count ? _ ("Please enter a whole number from %g to %g.")
                        : _ ("Please enter a number from %g to %g."),
      control->can_be_off ? 0 : control->display_factor * control->min,
      control->display_factor * control->max);
  return FALSE;
}
