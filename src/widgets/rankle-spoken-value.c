/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-spoken-value.h"

/* GTK 4.8 keeps the value's text to itself and tells assistive programs only the bare
 * position of the slider; there the text leads the description, which they read on focus
 * and on every change. That 4.18 passes it on is what is known. */
static gboolean
gtk_tells_value_text (void)
{
  return gtk_check_version (4, 18, 0) == NULL;
}

void
rankle_spoken_value_set (GtkWidget *slider, const char *value, const char *description)
{
  g_autofree char *both = NULL;

  g_return_if_fail (GTK_IS_RANGE (slider) && value != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (slider),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
  if (gtk_tells_value_text ())
    both = g_strdup (description);
  else if (description == NULL)
    both = g_strdup (value);
  else
    both = g_strdup_printf ("%s. %s", value, description);
  if (both != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (slider),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}
