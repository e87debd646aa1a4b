/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "looks.h"
#include "rankle-diagram-theme.h"

#define TEXT    4.5 /* WCAG 2.1, AA */
#define GRAPHIC 3.0

static const struct
{
  const char *name;
  gsize       offset;
} fields[] = {
#define FIELD(name)                                                                      \
  {                                                                                      \
#name, G_STRUCT_OFFSET(RankleDiagramTheme, name)                                     \
  }
  FIELD (ground),  FIELD (blood),    FIELD (marrow),      FIELD (cell),  FIELD (nucleus),
  FIELD (bone),    FIELD (border),   FIELD (region_text), FIELD (text),  FIELD (arc),
  FIELD (outline), FIELD (hatch),    FIELD (hatch_fill),  FIELD (low),   FIELD (middle),
  FIELD (high),    FIELD (ink_dark), FIELD (ink_light),   FIELD (focus),
#undef FIELD
};

/* The number of colours it names. */
static guint
read_sheet (const char *sheet, RankleDiagramTheme *theme)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *name = g_strconcat ("rankle_diagram_", fields[i].name, NULL);
      double           rgba[4];

      if (!sheet_find_color (sheet, name, rgba))
        continue;
      G_STRUCT_MEMBER (RankleDiagramColor, theme, fields[i].offset) =
          (RankleDiagramColor){ rgba[0], rgba[1], rgba[2], rgba[3] };
      n++;
    }
  return n;
}

static RankleDiagramTheme
read_look (const Look *look)
{
  RankleDiagramTheme theme = { 0 };

  for (guint i = 0; look->sheets[i] != NULL; i++)
    {
      guint n = read_sheet (look->sheets[i], &theme);

      g_assert_cmpuint (n, >=, i == 0 ? G_N_ELEMENTS (fields) : 10);
    }
  return theme;
}

static void
assert_contrast (const RankleDiagramColor *a, const RankleDiagramColor *b, double least)
{
  g_assert_cmpfloat (rankle_diagram_color_contrast (a, b), >=, least);
}

/* Names and numbers on every fill that there can be. */
static void
assert_theme (const RankleDiagramTheme *theme)
{
  const RankleDiagramColor *regions[] = { &theme->ground, &theme->blood,   &theme->marrow,
                                          &theme->cell,   &theme->nucleus, &theme->bone };

  for (double ratio = 1.0 / 16; ratio <= 16; ratio *= 1.01)
    {
      RankleDiagramColor fill = rankle_diagram_theme_get_fill (theme, ratio);
      RankleDiagramColor ink = rankle_diagram_theme_get_ink (theme, &fill);

      assert_contrast (&ink, &fill, TEXT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      assert_contrast (&theme->region_text, regions[i], TEXT);
      assert_contrast (&theme->text, regions[i], TEXT);
      assert_contrast (&theme->arc, regions[i], GRAPHIC);
      assert_contrast (&theme->outline, regions[i], GRAPHIC);
      assert_contrast (&theme->focus, regions[i], GRAPHIC);
    }
  assert_contrast (&theme->region_text, &theme->hatch_fill, TEXT);
  assert_contrast (&theme->hatch, &theme->hatch_fill, 1.3);
}

static void
test_look (gconstpointer data)
{
  RankleDiagramTheme theme = read_look (data);

  assert_theme (&theme);
}

static void
test_print (void)
{
  assert_theme (&rankle_diagram_theme_print);
}

static void
assert_color (RankleDiagramColor color, RankleDiagramColor expected)
{
  g_assert_cmpfloat_with_epsilon (color.red, expected.red, 1e-9);
  g_assert_cmpfloat_with_epsilon (color.green, expected.green, 1e-9);
  g_assert_cmpfloat_with_epsilon (color.blue, expected.blue, 1e-9);
}

/* Doubling goes half the way to fourfold, wherever it begins; beyond nothing changes. */
static void
test_scale (void)
{
  const RankleDiagramTheme *theme = &rankle_diagram_theme_print;
  RankleDiagramColor        half = { (theme->middle.red + theme->high.red) / 2,
                                     (theme->middle.green + theme->high.green) / 2,
                                     (theme->middle.blue + theme->high.blue) / 2, 1 };

  assert_color (rankle_diagram_theme_get_fill (theme, 0.25), theme->low);
  assert_color (rankle_diagram_theme_get_fill (theme, 1), theme->middle);
  assert_color (rankle_diagram_theme_get_fill (theme, 2), half);
  assert_color (rankle_diagram_theme_get_fill (theme, 4), theme->high);
  assert_color (rankle_diagram_theme_get_fill (theme, 400), theme->high);
  assert_color (rankle_diagram_theme_get_fill (theme, 0), theme->low);
  assert_color (rankle_diagram_theme_get_fill (theme, INFINITY), theme->high);
  assert_color (rankle_diagram_theme_get_fill (theme, NAN), theme->middle);
}

/* The figures that WCAG itself gives. */
static void
test_contrast (void)
{
  RankleDiagramColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  RankleDiagramColor gray = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (rankle_diagram_color_contrast (&black, &white), 21,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (rankle_diagram_color_contrast (&white, &white), 1,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (rankle_diagram_color_contrast (&white, &gray), 4.54,
                                  0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_looks; i++)
    {
      g_autofree char *path = g_strconcat ("/diagram-theme/", looks[i].name, NULL);

      g_test_add_data_func (path, &looks[i], test_look);
    }
  g_test_add_func ("/diagram-theme/print", test_print);
  g_test_add_func ("/diagram-theme/scale", test_scale);
  g_test_add_func ("/diagram-theme/contrast", test_contrast);
  return g_test_run ();
}
