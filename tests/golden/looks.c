/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "looks.h"

#include <stdio.h>
#include <string.h>

/* The style sheets as the window loads them, one over the other, without a window: what
 * is measured and painted with them is what is seen. */

const Look looks[] = {
  { "light", { "style.css" } },
  { "dark", { "style.css", "style-dark.css" } },
  { "high-contrast", { "style.css", "style-hc.css" } },
  { "high-contrast-dark",
    { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};
const guint n_looks = G_N_ELEMENTS (looks);

const Look *
find_look (const char *name)
{
  for (guint i = 0; i < n_looks; i++)
    if (g_str_equal (looks[i].name, name))
      return &looks[i];
  g_assert_not_reached ();
}

static void
read_color (const char *value, double rgba[4])
{
  guint red, green, blue;

  rgba[3] = 1;
  if (g_str_has_prefix (value, "black;"))
    red = green = blue = 0;
  else if (g_str_has_prefix (value, "white;"))
    red = green = blue = 255;
  else if (sscanf (value, "#%2x%2x%2x;", &red, &green, &blue) != 3 &&
           sscanf (value, "rgb(%u, %u, %u);", &red, &green, &blue) != 3)
    g_assert_cmpint (
        sscanf (value, "rgba(%u, %u, %u, %lf);", &red, &green, &blue, &rgba[3]), ==, 4);
  rgba[0] = red / 255.0;
  rgba[1] = green / 255.0;
  rgba[2] = blue / 255.0;
}

gboolean
sheet_find_color (const char *sheet, const char *name, double rgba[4])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "resources", sheet, NULL);
  g_autofree char *define = g_strdup_printf ("@define-color %s ", name);
  g_autofree char *text = NULL;
  const char      *at;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  at = strstr (text, define);
  if (at == NULL)
    return FALSE;
  read_color (at + strlen (define), rgba);
  return TRUE;
}

gboolean
look_find_color (const Look *look, const char *name, double rgba[4])
{
  gboolean found = FALSE;

  for (guint i = 0; look->sheets[i] != NULL; i++)
    found |= sheet_find_color (look->sheets[i], name, rgba);
  return found;
}
