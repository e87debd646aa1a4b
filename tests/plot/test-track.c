/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-track-painter.h"

static const char *const labels[] = { "Denosumab", "Menopause" };

static const RankleTrackMark marks[] = {
  { 0, RANKLE_TRACK_DOSE, 0, 0, 0, 1, FALSE, "60 mg" },
  { 0, RANKLE_TRACK_DOSE, 365, 365, 365, 1, FALSE, NULL },
  { 0, RANKLE_TRACK_DOSE, 1095, 1095, 730, 0.5, FALSE, NULL },
  { 0, RANKLE_TRACK_DOSE, 1460, 1460, 1460, 1, TRUE, NULL },
  { 1, RANKLE_TRACK_STEP, 500, 500, 500, 1, FALSE, "20 %" },
  { 1, RANKLE_TRACK_SPAN, 2000, 3000, 2000, 1, FALSE, NULL },
  { 1, RANKLE_TRACK_END, 3000, 3000, 3000, 1, FALSE, NULL },
};

static RankleTrack
make_track (double from, double to)
{
  return (
      RankleTrack){ labels, 2, marks, G_N_ELEMENTS (marks), "day", from, to, 100, -1 };
}

static RankleTrackLayout
lay_out (const RankleTrack *track)
{
  RanklePlotTheme   theme = rankle_plot_theme_for_print ();
  RankleTrackLayout layout;

  rankle_track_layout_compute (&layout, track, &theme, 900);
  return layout;
}

/* Time lies between the labels and the margin, whatever part of it is shown. */
static void
test_axis (void)
{
  static const double ranges[][2] = { { 0, 3650 }, { 300, 800 }, { 0, 1e-3 } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      RankleTrack       track = make_track (ranges[i][0], ranges[i][1]);
      RankleTrackLayout layout = lay_out (&track);
      double            middle = 0.5 * (ranges[i][0] + ranges[i][1]);

      g_assert_cmpfloat (layout.left, >, 40);
      g_assert_cmpfloat (layout.right, >, layout.left + 400);
      g_assert_cmpfloat_with_epsilon (rankle_track_time_to_x (&layout, track.from),
                                      layout.left, 1e-6);
      g_assert_cmpfloat_with_epsilon (rankle_track_time_to_x (&layout, track.to),
                                      layout.right, 1e-6);
      g_assert_cmpfloat_with_epsilon (
          rankle_track_x_to_time (&layout, rankle_track_time_to_x (&layout, middle)),
          middle, 1e-9 * track.to);
      g_assert_cmpuint (layout.n_ticks, >=, 2);
      g_assert_cmpfloat (layout.lane_height, >=, 2 * RANKLE_TRACK_REACH);
    }
}

/* A mark is hit twelve pixels to either side, and anywhere of its lane's height; a bar
 * all along, but for where it ends. */
static void
test_hit (void)
{
  RankleTrack       track = make_track (0, 3650);
  RankleTrackLayout layout = lay_out (&track);
  double            y = 0.5 * layout.lane_height;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double x = rankle_track_time_to_x (&layout, marks[i].time);
      double lane = (marks[i].lane + 0.5) * layout.lane_height;

      g_assert_cmpint (rankle_track_find_mark (&layout, &track, x - 11.5, lane), ==, i);
      g_assert_cmpint (rankle_track_find_mark (&layout, &track, x + 11.5, lane + 12), ==,
                       i);
      g_assert_cmpint (rankle_track_find_mark (&layout, &track, x - 12.5, lane), ==,
                       marks[i].shape == RANKLE_TRACK_END ? (int)i - 1 : -1);
    }
  g_assert_cmpint (rankle_track_find_mark (&layout, &track,
                                           rankle_track_time_to_x (&layout, 2500), 3 * y),
                   ==, 5);
  g_assert_cmpint (rankle_track_find_lane (&layout, &track, y), ==, 0);
  g_assert_cmpint (rankle_track_find_lane (&layout, &track, 5 * y), ==, -1);
  g_assert_cmpint (rankle_track_find_lane (&layout, &track, -1), ==, -1);
}

/* What is not in view is not hit; of two at one place the selected one is. */
static void
test_hidden (void)
{
  RankleTrack                  track = make_track (300, 800);
  RankleTrackLayout            layout = lay_out (&track);
  static const RankleTrackMark twins[] = {
    { 0, RANKLE_TRACK_DOSE, 400, 400, 400, 1, FALSE, NULL },
    { 0, RANKLE_TRACK_DOSE, 400, 400, 400, 1, FALSE, NULL },
  };

  g_assert_cmpint (
      rankle_track_find_mark (&layout, &track, rankle_track_time_to_x (&layout, 299), 10),
      ==, -1);
  track.marks = twins;
  track.n_marks = 2;
  for (int i = 0; i < 2; i++)
    {
      track.selected = i;
      g_assert_cmpint (rankle_track_find_mark (&layout, &track,
                                               rankle_track_time_to_x (&layout, 400), 10),
                       ==, i);
    }
}

static guint
count_ink (const RankleTrack *track, double from, double to)
{
  RanklePlotTheme   theme = rankle_plot_theme_for_print ();
  RankleTrackLayout layout = lay_out (track);
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 80);
  cairo_t          *cr = cairo_create (surface);
  guint             n = 0;
  const guint32    *pixels;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rankle_track_paint (cr, track, &layout, &theme, TRUE);
  cairo_surface_flush (surface);
  pixels = (const guint32 *)(void *)cairo_image_surface_get_data (surface);
  for (int y = 0; y < (int)layout.lane_height; y++)
    for (int x = (int)rankle_track_time_to_x (&layout, from);
         x < (int)rankle_track_time_to_x (&layout, to); x++)
      n += (pixels[y * 900 + x] & 0xffffff) != 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

/* A missed dose looks other than one that is given, and a late one than one in place,
 * whatever their colours; what is selected is seen to be. */
static void
test_shapes (void)
{
  RankleTrackMark given = marks[1], missed = marks[1], late = marks[1];
  RankleTrack     track = make_track (0, 3650);
  guint           ink;

  missed.missed = TRUE;
  late.place = 100;
  track.n_marks = 1;
  track.cursor = NAN;
  track.marks = &given;
  ink = count_ink (&track, 50, 500);
  track.marks = &missed;
  g_assert_cmpuint (count_ink (&track, 50, 500), !=, ink);
  track.marks = &late;
  g_assert_cmpuint (count_ink (&track, 50, 500), >, ink + 20);
  track.marks = &given;
  track.selected = 0;
  g_assert_cmpuint (count_ink (&track, 50, 500), >, ink + 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track/axis", test_axis);
  g_test_add_func ("/track/hit", test_hit);
  g_test_add_func ("/track/hidden", test_hidden);
  g_test_add_func ("/track/shapes", test_shapes);
  return g_test_run ();
}
