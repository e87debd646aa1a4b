/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "diagram-fixture.h"
#include "rankle-diagram-geometry.h"

static const RankleBox box = { 10, 20, 100, 40 };

static void
test_boxes (void)
{
  RanklePoint           center = rankle_box_get_center (box);
  RankleBox             grown = rankle_box_grow (box, 5);
  cairo_rectangle_int_t pixels =
      rankle_box_to_pixels ((RankleBox){ -0.5, 1.2, 2.0, 1.8 });

  g_assert_cmpfloat_with_epsilon (center.x, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (center.y, 40, 1e-9);
  g_assert_true (rankle_box_encloses (grown, box) && !rankle_box_encloses (box, grown));
  g_assert_true (rankle_box_encloses (box, box));
  g_assert_true (rankle_box_contains (box, (RanklePoint){ 10, 60 }));
  g_assert_false (rankle_box_contains (box, (RanklePoint){ 9.9, 60 }));
  g_assert_true (rankle_box_overlaps (box, (RankleBox){ 109, 59, 5, 5 }));
  /* Side by side is not over each other. */
  g_assert_false (rankle_box_overlaps (box, (RankleBox){ 110, 20, 5, 5 }));
  g_assert_cmpint (pixels.x, ==, -1);
  g_assert_cmpint (pixels.y, ==, 1);
  g_assert_cmpint (pixels.width, ==, 3);
  g_assert_cmpint (pixels.height, ==, 2);
}

static void
test_segments (void)
{
  static const struct
  {
    RanklePoint a, b;
    gboolean    crosses;
  } lines[] = {
    { { 0, 40 }, { 200, 40 }, TRUE },     /* through */
    { { 50, 30 }, { 60, 40 }, TRUE },     /* within */
    { { 0, 40 }, { 50, 40 }, TRUE },      /* into */
    { { 0, 0 }, { 9, 100 }, FALSE },      /* past, left */
    { { 0, 20 }, { 200, 20 }, FALSE },    /* along the edge */
    { { 10, 0 }, { 10, 100 }, FALSE },    /* along the side */
    { { 0, 55 }, { 20, 85 }, FALSE },     /* by the corner */
    { { 200, 30 }, { 300, 30 }, FALSE },  /* it ends before */
    { { 60, 100 }, { 60, 60.5 }, FALSE }, /* it ends below */
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmpint (rankle_segment_crosses_box (lines[i].a, lines[i].b, box), ==,
                       lines[i].crosses);
      g_assert_cmpint (rankle_segment_crosses_box (lines[i].b, lines[i].a, box), ==,
                       lines[i].crosses);
    }
  g_assert_true (rankle_segments_cross ((RanklePoint){ 0, 0 }, (RanklePoint){ 2, 2 },
                                        (RanklePoint){ 0, 2 }, (RanklePoint){ 2, 0 }));
  /* They meet, and do not cross. */
  g_assert_false (rankle_segments_cross ((RanklePoint){ 0, 0 }, (RanklePoint){ 2, 2 },
                                         (RanklePoint){ 0, 2 }, (RanklePoint){ 1, 1 }));
}

/* An outline fills its box to the edges and goes nowhere beyond. */
static void
test_outlines_fill_their_box (void)
{
  cairo_surface_t *surface = create_sheet (1, 1, 0);

  for (guint i = 0; i < n_entity_classes; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double   left, top, right, bottom;

      rankle_glyph_trace (cr, entity_classes[i], box);
      cairo_path_extents (cr, &left, &top, &right, &bottom);
      g_assert_cmpfloat_with_epsilon (left, box.x, 0.02);
      g_assert_cmpfloat_with_epsilon (top, box.y, 0.02);
      g_assert_cmpfloat_with_epsilon (right, box.x + box.width, 0.02);
      g_assert_cmpfloat_with_epsilon (bottom, box.y + box.height, 0.02);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

/* Cairo draws arcs of curves that come within a hundredth of a unit. */
static gboolean
is_on_border (const RankleGlyph *glyph, RanklePoint point)
{
  return rankle_glyph_contains (glyph, point, -0.05) !=
         rankle_glyph_contains (glyph, point, 0.05);
}

/* What is drawn is what can be clicked. */
static void
test_hit_is_what_is_drawn (void)
{
  cairo_surface_t *surface = create_sheet (1, 1, 0);

  for (guint i = 0; i < n_entity_classes; i++)
    {
      RankleGlyph glyph = { .klass = entity_classes[i], .box = box };
      cairo_t    *cr = cairo_create (surface);
      guint       differences = 0;

      cairo_set_tolerance (cr, 0.01);
      rankle_glyph_trace (cr, entity_classes[i], box);
      for (double y = 15.3; y < 66; y += 0.61)
        for (double x = 5.3; x < 116; x += 0.61)
          {
            RanklePoint point = { x, y };

            if (!is_on_border (&glyph, point))
              differences +=
                  rankle_glyph_contains (&glyph, point, 0) != cairo_in_fill (cr, x, y);
          }
      g_assert_cmpuint (differences, ==, 0);
      /* Reach grows the shape upwards too. */
      g_assert_false (rankle_glyph_contains (&glyph, (RanklePoint){ 60, 18 }, 0));
      g_assert_true (rankle_glyph_contains (&glyph, (RanklePoint){ 60, 18 }, 3));
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static RanklePoint
clip (RankleGlyphClass klass, double x, double y)
{
  RankleGlyph glyph = { .klass = klass, .box = box };

  return rankle_glyph_clip (&glyph, (RanklePoint){ x, y }, (RanklePoint){ 60, 40 });
}

/* From the right and at 45°, against shapes whose borders are known in closed form. */
static void
test_clip (void)
{
  RanklePoint at = clip (RANKLE_GLYPH_PROCESS, 300, 40);
  double      reach = 1 / sqrt (1.0 / (50 * 50) + 1.0 / (20 * 20));

  g_assert_cmpfloat_with_epsilon (at.x, 110, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, 40, 1e-6);
  at = clip (RANKLE_GLYPH_PROCESS, 160, 140);
  g_assert_cmpfloat_with_epsilon (at.x, 80, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, 60, 1e-6);
  at = clip (RANKLE_GLYPH_UNSPECIFIED, 160, 140); /* x = y on the ellipse */
  g_assert_cmpfloat_with_epsilon (at.x, 60 + reach, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, 40 + reach, 1e-6);
  at = clip (RANKLE_GLYPH_SIMPLE_CHEMICAL, 300, 40);
  g_assert_cmpfloat_with_epsilon (at.x, 110, 1e-6);
  at = clip (RANKLE_GLYPH_PERTURBING_AGENT, 300, 40); /* its waist: 0.3 of the height */
  g_assert_cmpfloat_with_epsilon (at.x, 110 - 0.3 * 40, 1e-6);
  at = clip (RANKLE_GLYPH_PHENOTYPE, 300, 40);
  g_assert_cmpfloat_with_epsilon (at.x, 110, 1e-6);
}

/* An end that stops short is led on; one that begins inside stays. */
static void
test_clip_of_loose_ends (void)
{
  RankleGlyph glyph = { .klass = RANKLE_GLYPH_PROCESS, .box = box };
  RanklePoint at =
      rankle_glyph_clip (&glyph, (RanklePoint){ 200, 40 }, (RanklePoint){ 130, 40 });

  g_assert_cmpfloat_with_epsilon (at.x, 110, 1e-6);
  at = rankle_glyph_clip (&glyph, (RanklePoint){ 60, 40 }, (RanklePoint){ 70, 40 });
  g_assert_cmpfloat_with_epsilon (at.x, 70, 1e-9);
  at = rankle_glyph_clip (&glyph, (RanklePoint){ 70, 40 }, (RanklePoint){ 70, 40 });
  g_assert_cmpfloat_with_epsilon (at.x, 70, 1e-9);
}

/* A head ends at the tip and covers its length, in whatever direction. */
static void
test_heads (void)
{
  for (RankleArcClass klass = RANKLE_ARC_PRODUCTION;
       klass <= RANKLE_ARC_NECESSARY_STIMULATION; klass++)
    for (guint turn = 0; turn < 4; turn++)
      {
        cairo_surface_t *surface = create_sheet (100, 100, 0xffffff);
        cairo_t         *cr = cairo_create (surface);
        RanklePoint      from = { 50 - 40 * cos (turn * G_PI_2),
                                  50 - 40 * sin (turn * G_PI_2) };
        guint            inked = 0, beyond = 0;

        cairo_set_line_width (cr, 1);
        rankle_arc_paint_head (cr, klass, from, (RanklePoint){ 50, 50 }, 20);
        for (int y = 0; y < 100; y++)
          for (int x = 0; x < 100; x++)
            if (get_pixel (surface, x, y) != 0xffffff)
              {
                double along = (x + 0.5 - 50) * cos (turn * G_PI_2) +
                               (y + 0.5 - 50) * sin (turn * G_PI_2);

                inked++;
                beyond +=
                    along > 2.5 || along < -20 * rankle_arc_head_length (klass) - 2.5;
              }
        g_assert_cmpuint (inked, >, 20);
        g_assert_cmpuint (beyond, ==, 0);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-geometry/boxes", test_boxes);
  g_test_add_func ("/diagram-geometry/segments", test_segments);
  g_test_add_func ("/diagram-geometry/outlines", test_outlines_fill_their_box);
  g_test_add_func ("/diagram-geometry/hit", test_hit_is_what_is_drawn);
  g_test_add_func ("/diagram-geometry/clip", test_clip);
  g_test_add_func ("/diagram-geometry/loose-ends", test_clip_of_loose_ends);
  g_test_add_func ("/diagram-geometry/heads", test_heads);
  return g_test_run ();
}
