/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The miniatures on the cards of topics. */

#include "rankle-miniature.h"

#define WIDTH  160
#define HEIGHT 90

static void
test_paths (void)
{
  static const char *const good[] = { "M 0 0", "M 1.5 -2 L 3 4 Z",
                                      "M 0 0 C 1 2 3 4 5 6 L 1 1" };
  static const char *const bad[] = {
    "", "L 1 1", "M 1", "M 0 0 C 1 2 3 4 5", "M 0 0 A 1 1", "M a b", "M 0 0 Z 3"
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rankle_miniature_path_is_sound (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rankle_miniature_path_is_sound (bad[i]));
}

/* How many of its dots are not paper. */
static guint
count_inked (const RankleTopic *topic)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint    n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rankle_miniature_paint (cr, topic, WIDTH, HEIGHT, rankle_miniature_inks_print);
  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guint8 *row = cairo_image_surface_get_data (surface) +
                            y * cairo_image_surface_get_stride (surface);

        n += (((const guint32 *)(const void *)row)[x] & 0xffffff) != 0xffffff;
      }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

/* Every path can be drawn, with something that can be seen, and no two cards show the
 * same. */
static void
test_bundled (void)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (n, >=, 16);
  for (guint i = 0; i < n; i++)
    {
      guint inked = count_inked (&topics[i]);

      for (guint k = 0; k < topics[i].n_shapes; k++)
        {
          g_assert_true (rankle_miniature_path_is_sound (topics[i].shapes[k].path));
          g_assert_true (topics[i].shapes[k].fill != RANKLE_INK_NONE ||
                         topics[i].shapes[k].line != RANKLE_INK_NONE);
        }
      g_test_message ("%s: %u dots", topics[i].id, inked);
      g_assert_cmpuint (inked, >, WIDTH * HEIGHT / 10);
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (inked)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/miniature/paths", test_paths);
  g_test_add_func ("/miniature/bundled", test_bundled);
  return g_test_run ();
}
