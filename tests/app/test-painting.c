/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "picture.h"
#include "window-fixture.h"

/* Curves and map are painted beside the main thread. Whatever happens meanwhile, what is
 * seen in the end is what is painted anew. */

#define MOVES 300
#define LOOKS 6
/* The map is painted in bits, whose edges Cairo makes a shade different; where a pixel is
 * four, a few more so. A map of another run differs in thousands [bytes]. */
#define SHADE 16
#define FEW   64

static const char *const controls[] = { "rankl", "opg", "estrogen", "denosumab_dose",
                                        "denosumab_interval" };

static void
settle (RankleWindow *window)
{
  iterate_until (is_idle, window);
}

/* What comes of it has begun to be painted, and not been seen. */
static void
move (RankleWindow *window, GRand *random)
{
  const char *control = controls[g_rand_int_range (random, 0, G_N_ELEMENTS (controls))];

  gtk_range_set_value (GTK_RANGE (find_scale (window, control)),
                       g_rand_double_range (random, 0, 1));
}

static void
paint_plots_anew (RankleWindow *window)
{
  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    gtk_widget_queue_allocate (panel);
}

static void
paint_map_anew (RankleWindow *window)
{
  rankle_diagram_view_set_study (window->diagram, NULL);
  rankle_diagram_view_set_study (window->diagram, window->study);
}

static guint
count_differences (GBytes *a, GBytes *b)
{
  g_autoptr (GdkTexture) x = gdk_texture_new_from_bytes (a, NULL);
  g_autoptr (GdkTexture) y = gdk_texture_new_from_bytes (b, NULL);
  gsize              stride = (gsize)gdk_texture_get_width (x) * 4;
  gsize              n = stride * (gsize)gdk_texture_get_height (x);
  g_autofree guchar *p = g_malloc (n), *q = g_malloc (n);
  guint              differences = 0;

  g_assert_cmpint (gdk_texture_get_width (x), ==, gdk_texture_get_width (y));
  g_assert_cmpint (gdk_texture_get_height (x), ==, gdk_texture_get_height (y));
  gdk_texture_download (x, p, stride);
  gdk_texture_download (y, q, stride);
  for (gsize i = 0; i < n; i++)
    differences += abs (p[i] - q[i]) > SHADE;
  return differences;
}

static void
assert_seen_is_current (RankleWindow *window)
{
  g_autoptr (GBytes) plots = NULL;
  g_autoptr (GBytes) map = NULL;
  g_autoptr (GBytes) plots_anew = NULL;
  g_autoptr (GBytes) map_anew = NULL;

  settle (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  plots = look_at (GTK_WIDGET (window->plots));
  map = look_at (GTK_WIDGET (window->diagram));
  paint_plots_anew (window);
  paint_map_anew (window);
  plots_anew = look_at (GTK_WIDGET (window->plots));
  map_anew = look_at (GTK_WIDGET (window->diagram));
  g_assert_true (g_bytes_equal (plots, plots_anew));
  g_assert_cmpuint (count_differences (map, map_anew), <=, FEW);
}

static RankleWindow *
open_with_doses (void)
{
  RankleWindow *window = open_window ();
  const char   *scale = g_getenv ("GDK_SCALE");

  if (scale != NULL)
    g_assert_cmpint (gtk_widget_get_scale_factor (GTK_WIDGET (window)), ==, atoi (scale));
  rankle_study_set_control (window->study, "denosumab_count", 3);
  rankle_study_set_control (window->study, "denosumab_dose", 60);
  settle (window);
  return window;
}

static void
test_random_moves (void)
{
  RankleWindow *window = open_with_doses ();
  GRand        *random = g_rand_new_with_seed (13);
  g_autoptr (GBytes) first = look_at (GTK_WIDGET (window->plots));
  g_autoptr (GBytes) last = NULL;

  for (guint i = 1; i <= MOVES; i++)
    {
      move (window, random);
      for (int k = g_rand_int_range (random, 0, 4); k > 0; k--)
        g_main_context_iteration (NULL, FALSE);
      if (i % (MOVES / LOOKS) == 0)
        assert_seen_is_current (window);
    }
  last = look_at (GTK_WIDGET (window->plots));
  g_assert_false (g_bytes_equal (first, last));
  g_rand_free (random);
  close_window (window);
}

static void
test_drag (void)
{
  RankleWindow *window = open_with_doses ();
  GRand        *random = g_rand_new_with_seed (14);

  for (guint round = 0; round < 5; round++)
    {
      RankleChange *drag = rankle_study_begin_change (window->study, "drag");

      g_signal_emit_by_name (window->controls, "dragging", TRUE);
      for (guint i = 0; i < 20; i++)
        {
          move (window, random);
          g_main_context_iteration (NULL, FALSE);
        }
      g_signal_emit_by_name (window->controls, "dragging", FALSE);
      rankle_change_unref (drag);
      assert_seen_is_current (window);
    }
  g_rand_free (random);
  close_window (window);
}

/* ---- what happens meanwhile ---- */

/* It takes place in the next frame but one, or later. */
static void
resize (RankleWindow *window, guint round)
{
  GtkWidget *plots = GTK_WIDGET (window->plots), *map = GTK_WIDGET (window->diagram);
  int        before = gtk_widget_get_width (plots), was = gtk_widget_get_width (map);

  gtk_widget_set_margin_start (plots, 10 + 10 * (int)round);
  gtk_widget_set_margin_start (map, 10 + 10 * (int)round);
  while (gtk_widget_get_width (plots) == before || gtk_widget_get_width (map) == was)
    g_main_context_iteration (NULL, TRUE);
}

static void
change_colours (RankleWindow *window, guint round)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      round % 2 == 0 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                     : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* Unmapped while it is painted, and mapped when another run has come. */
static void
hide (RankleWindow *window, guint round)
{
  gtk_widget_set_visible (GTK_WIDGET (window->plots), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (window->diagram), FALSE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->diagram)));
  rankle_study_set_control (window->study, "rankl", 1 + 0.1 * round);
  settle (window);
  gtk_widget_set_visible (GTK_WIDGET (window->plots), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (window->diagram), TRUE);
}

static void
look_closer (RankleWindow *window, guint round)
{
  rankle_diagram_view_zoom (window->diagram, 1.5);
  rankle_diagram_view_fit (window->diagram);
  rankle_study_set_zoom (window->study, 100 * round, 2000);
}

static void
undo_and_redo (RankleWindow *window, guint round)
{
  rankle_study_undo (window->study);
  rankle_study_redo (window->study);
}

static void (*const happenings[]) (RankleWindow *, guint) = { resize, change_colours,
                                                              hide, look_closer,
                                                              undo_and_redo };

static void
test_happening (gconstpointer data)
{
  RankleWindow *window = open_with_doses ();
  GRand        *random = g_rand_new_with_seed (15);

  for (guint round = 0; round < 4; round++)
    {
      move (window, random);
      (*(void (*const *) (RankleWindow *, guint))data) (window, round);
      assert_seen_is_current (window);
    }
  g_rand_free (random);
  close_window (window);
}

static void
test_closed_while_painted (void)
{
  GRand *random = g_rand_new_with_seed (16);

  for (guint round = 0; round < 5; round++)
    {
      RankleWindow *window = open_with_doses ();

      move (window, random);
      close_window (window);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "resize", "colours", "hidden", "zoomed",
                                       "undone" };

  set_up_application (&argc, &argv);
  g_test_add_func ("/painting/random-moves", test_random_moves);
  g_test_add_func ("/painting/drag", test_drag);
  g_test_add_func ("/painting/closed", test_closed_while_painted);
  for (guint i = 0; i < G_N_ELEMENTS (happenings); i++)
    {
      g_autofree char *path = g_strconcat ("/painting/meanwhile/", names[i], NULL);

      g_test_add_data_func (path, &happenings[i], test_happening);
    }
  return g_test_run ();
}
