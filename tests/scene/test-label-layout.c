/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-label-layout.h"

#include "rankle-camera.h"

#define N_VIEWS 200

static gboolean
overlap (const RankleLabel       *a,
         const RanklePlacedLabel *at,
         const RankleLabel       *b,
         const RanklePlacedLabel *bt)
{
  return at->x < bt->x + b->width && bt->x < at->x + a->width &&
         at->y < bt->y + b->height && bt->y < at->y + a->height;
}

static void
check (const RankleLabel       *labels,
       guint                    n,
       const RankleLabelArea   *area,
       const RanklePlacedLabel *placed)
{
  for (guint i = 0; i < n; i++)
    {
      if (!placed[i].is_shown)
        continue;
      g_assert_cmpfloat (placed[i].x, >=, area->margin - 1e-9);
      g_assert_cmpfloat (placed[i].x + labels[i].width, <=,
                         area->width - area->margin + 1e-9);
      g_assert_cmpfloat (placed[i].y, >=, area->top - 1e-9);
      g_assert_cmpfloat (placed[i].y + labels[i].height, <=,
                         area->height - area->bottom + 1e-9);
      for (guint k = 0; k < i; k++)
        g_assert_false (placed[k].is_shown &&
                        overlap (&labels[i], &placed[i], &labels[k], &placed[k]));
    }
}

static guint
count_shown (const RanklePlacedLabel *placed, guint n)
{
  guint shown = 0;

  for (guint i = 0; i < n; i++)
    shown += placed[i].is_shown;
  return shown;
}

static float
throw_length (double most)
{
  return (float)g_test_rand_double_range (-most, most);
}

/* Anchors as a camera sees them, somewhere in the complex. */
static void
throw_labels (RankleLabel *labels, guint n, const RankleLabelArea *area)
{
  RankleCamera     camera = { g_test_rand_double_range (-180, 180),
                              g_test_rand_double_range (-80, 80),
                              g_test_rand_double_range (0.5, 3) };
  RankleProjection view = rankle_projection (camera, &rankle_frame_complex,
                                             (int)area->width, (int)area->height);

  for (guint i = 0; i < n; i++)
    {
      graphene_point3d_t place =
          GRAPHENE_POINT3D_INIT (throw_length (60), throw_length (80), throw_length (60));
      graphene_point3d_t on = rankle_project (&view, &place);

      labels[i] = (RankleLabel){ g_test_rand_double_range (40, 180),
                                 g_test_rand_double_range (18, 44), on.x, on.y, TRUE };
    }
}

static void
test_thrown (void)
{
  RankleLabel       labels[10];
  RanklePlacedLabel placed[10];

  for (guint view = 0; view < N_VIEWS; view++)
    {
      RankleLabelArea area = { g_test_rand_double_range (360, 1600),
                               g_test_rand_double_range (320, 1000), 20, 60, 10 };
      guint           n = (guint)g_test_rand_int_range (0, 11);

      throw_labels (labels, n, &area);
      rankle_label_layout (labels, n, &area, placed);
      check (labels, n, &area, placed);
      g_assert_cmpuint (count_shown (placed, n), <=, RANKLE_LABELS_MOST);
      if (area.width >= RANKLE_LABELS_LEAST_WIDTH)
        g_assert_cmpuint (count_shown (placed, n), ==, MIN (n, RANKLE_LABELS_MOST));
    }
}

static const RankleLabelArea wide = { 800, 600, 20, 60, 10 };

/* Alone, each stands at the height of its anchor, on its side. */
static void
test_beside_the_anchor (void)
{
  RankleLabel       labels[] = { { 80, 20, 300, 250, TRUE }, { 90, 20, 500, 400, TRUE } };
  RanklePlacedLabel placed[2];

  rankle_label_layout (labels, 2, &wide, placed);
  g_assert_true (placed[0].is_left && !placed[1].is_left);
  g_assert_cmpfloat (placed[0].x, ==, 20);
  g_assert_cmpfloat (placed[0].y, ==, 240);
  g_assert_cmpfloat (placed[0].from_x, ==, 108);
  g_assert_cmpfloat (placed[0].from_y, ==, 250);
  g_assert_cmpfloat (placed[1].x, ==, 690);
  g_assert_cmpfloat (placed[1].y, ==, 390);
  g_assert_cmpfloat (placed[1].from_x, ==, 682);
}

/* Of two at one height each gives way by as much, and the upper anchor has the upper
 * label. */
static void
test_both_give_way (void)
{
  RankleLabel       labels[] = { { 80, 20, 300, 301, TRUE }, { 80, 20, 310, 299, TRUE } };
  RanklePlacedLabel placed[2];

  rankle_label_layout (labels, 2, &wide, placed);
  g_assert_cmpfloat_with_epsilon (placed[1].y, 277, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed[0].y, 303, 1e-9);
}

/* Where a column is full, the other one takes it; where both are, the last go. */
static void
test_room (void)
{
  RankleLabelArea   low = { 800, 120, 20, 10, 10 };
  RankleLabel       labels[RANKLE_LABELS_MOST];
  RanklePlacedLabel placed[RANKLE_LABELS_MOST];

  for (guint i = 0; i < RANKLE_LABELS_MOST; i++)
    labels[i] = (RankleLabel){ 100, 30, 200, 60, TRUE };
  rankle_label_layout (labels, RANKLE_LABELS_MOST, &low, placed);
  check (labels, RANKLE_LABELS_MOST, &low, placed);
  g_assert_cmpuint (count_shown (placed, RANKLE_LABELS_MOST), ==, 4);
  g_assert_true (placed[1].is_left && !placed[2].is_left && placed[3].is_shown);
}

static void
test_leaders (void)
{
  RankleLabel labels[] = { { 80, 20, 300, 250, FALSE }, { 90, 20, 500, 400, TRUE } };
  RanklePlacedLabel placed[2];

  rankle_label_layout (labels, 2, &wide, placed);
  g_assert_false (placed[0].has_leader); /* its anchor is hidden */
  g_assert_true (placed[1].has_leader);
  g_assert_cmpfloat (placed[1].bend_x, <=, placed[1].from_x);
  g_assert_cmpfloat (placed[1].bend_x, >=, 500);
}

static void
test_legend (void)
{
  RankleLabelArea   narrow = { 360, 500, 12, 60, 10 };
  RankleLabel       labels[] = { { 150, 20, 100, 100, TRUE },
                                 { 150, 20, 300, 100, TRUE },
                                 { 90, 20, 100, 300, TRUE } };
  RanklePlacedLabel placed[3];

  rankle_label_layout (labels, 3, &narrow, placed);
  check (labels, 3, &narrow, placed);
  for (guint i = 0; i < 3; i++)
    g_assert_true (placed[i].is_shown && !placed[i].has_leader);
  g_assert_cmpfloat (placed[0].y, ==, placed[1].y);
  g_assert_cmpfloat (placed[0].x, ==, 20);
  g_assert_cmpfloat (placed[2].y, ==, 470);
  g_assert_cmpfloat (placed[2].x, ==, 135);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/labels/thrown", test_thrown);
  g_test_add_func ("/scene/labels/beside-the-anchor", test_beside_the_anchor);
  g_test_add_func ("/scene/labels/both-give-way", test_both_give_way);
  g_test_add_func ("/scene/labels/room", test_room);
  g_test_add_func ("/scene/labels/leaders", test_leaders);
  g_test_add_func ("/scene/labels/legend", test_legend);
  return g_test_run ();
}
