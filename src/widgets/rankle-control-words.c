/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Parameters of an opened file may be of any size. */
static gboolean
is_out_of_size (double shown)
{
  return fabs (shown) >= 1e6 || (fabs (shown) > 0 && fabs (shown) < 0.01);
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

static gboolean
lies_in_range (const RankleControl *control, double value)
{
  return (value >= control->min && value <= control->max) ||
         (control->can_be_off && fabs (value) <= 0);
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
  if (lies_in_range (control, *value))
    return TRUE;
  *complaint =
      g_strdup_printf (_ ("Please enter a number from %g to %g."),
                       control->can_be_off ? 0 : control->display_factor * control->min,
                       control->display_factor * control->max);
  return FALSE;
}
