/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which layout a window has: a table of screens and sizes of letters. */

#include "rankle-layout.h"

#define EM (11 * 96.0 / 72) /* GNOME's 11 points [px] */

static const struct
{
  int         width, height;
  double      text; /* times the usual size */
  RanklePanes panes;
  gboolean    low, folded, narrow;
} screens[] = {
  { 360, 640, 1, RANKLE_PANES_ONE, TRUE, TRUE, TRUE },
  { 683, 768, 1, RANKLE_PANES_ONE, TRUE, TRUE, FALSE },
  { 699, 2000, 1, RANKLE_PANES_ONE, TRUE, TRUE, FALSE },
  { 710, 768, 1, RANKLE_PANES_TWO, FALSE, TRUE, FALSE },
  { 1024, 600, 1, RANKLE_PANES_TWO, TRUE, FALSE, FALSE },
  { 1024, 768, 1, RANKLE_PANES_TWO, FALSE, FALSE, FALSE },
  { 1280, 800, 1, RANKLE_PANES_THREE, FALSE, FALSE, FALSE },
  { 1920, 1080, 1, RANKLE_PANES_THREE, FALSE, FALSE, FALSE },
  { 683, 768, 1.5, RANKLE_PANES_ONE, TRUE, TRUE, TRUE },
  { 1024, 768, 1.5, RANKLE_PANES_ONE, TRUE, TRUE, FALSE },
  { 1280, 800, 1.5, RANKLE_PANES_TWO, TRUE, TRUE, FALSE },
  { 1920, 1080, 1.5, RANKLE_PANES_THREE, FALSE, FALSE, FALSE },
};

static void
test_screens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      RankleLayout layout = rankle_layout_choose (screens[i].width, screens[i].height,
                                                  screens[i].text * EM);

      g_test_message ("%d × %d at %g", screens[i].width, screens[i].height,
                      screens[i].text);
      g_assert_cmpint (layout.panes, ==, screens[i].panes);
      g_assert_cmpint (layout.low, ==, screens[i].low);
      g_assert_cmpint (layout.folded, ==, screens[i].folded);
      g_assert_cmpint (layout.narrow, ==, screens[i].narrow);
    }
}

/* Letters of twice the size are a screen of half of it. */
static void
test_letters_and_pixels (void)
{
  for (int width = RANKLE_LEAST_WIDTH; width < 4000; width += 7)
    {
      RankleLayout small = rankle_layout_choose (width, 900, EM);
      RankleLayout large = rankle_layout_choose (2 * width, 1800, 2 * EM);

      g_assert_cmpint (small.panes, ==, large.panes);
      g_assert_cmpint (small.low, ==, large.low);
      g_assert_cmpint (small.folded, ==, large.folded);
      g_assert_cmpint (ABS (2 * small.side - large.side), <=, 1);
      g_assert_cmpfloat (small.letters, ==, large.letters);
    }
}

/* There is never less with more room; controls leave the rest of the room to others. */
static void
test_wider (void)
{
  RanklePanes before = RANKLE_PANES_ONE;

  for (int width = RANKLE_LEAST_WIDTH; width < 4000; width++)
    {
      RankleLayout layout = rankle_layout_choose (width, 800, EM);

      g_assert_cmpint (layout.panes, >=, before);
      if (layout.panes != RANKLE_PANES_ONE)
        g_assert_cmpint (layout.side, <, width / 2);
      before = layout.panes;
    }
  g_assert_cmpint (before, ==, RANKLE_PANES_THREE);
}

/* Map or scene have three fifths of a stage, and letters grow with the room. */
static void
test_stage (void)
{
  static const struct
  {
    int    width, height;
    double text, letters;
  } stages[] = { { 1024, 768, 1, 1 },    { 1024, 768, 1.5, 0.7 }, { 1280, 800, 1, 1 },
                 { 1920, 1080, 1, 1.4 }, { 1920, 1080, 1.5, 1 },  { 3840, 2160, 1, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      RankleLayout layout =
          rankle_layout_choose (stages[i].width, stages[i].height, stages[i].text * EM);

      g_assert_cmpfloat (layout.letters, ==, stages[i].letters);
      g_assert_cmpint (layout.picture, >=, 0.6 * stages[i].height);
      g_assert_cmpint (layout.stage_side, <, 0.31 * stages[i].width);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/screens", test_screens);
  g_test_add_func ("/layout/letters-and-pixels", test_letters_and_pixels);
  g_test_add_func ("/layout/wider", test_wider);
  g_test_add_func ("/layout/stage", test_stage);
  return g_test_run ();
}
