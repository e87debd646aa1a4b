/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"
#include "picture-fixture.h"

/* A page of a model of the test's own, so that no bundled model has a say; without its
 * last line, which names a version of the program. */

static const char model[] = "model own\n"
                            "unit molecules = 1e-9 item; unit share = 1 dimensionless;\n"
                            "k = 0.6; g = 0.9; d = 0.1;\n"
                            "prey = 2; predator = 1; grass = 1;\n"
                            "prey' = k * prey * grass - g * prey * predator;\n"
                            "predator' = 0.5 * g * prey * predator - d * predator;\n"
                            "grass' = 0.2 * (1 - grass) - 0.1 * prey * grass;\n"
                            "eaten := g * prey * predator;\n"
                            "eaten has molecules;\n"
                            "part := prey / (prey + predator);\n"
                            "part has share;\n"
                            "end\n";

static void
test_page (void)
{
  g_autoptr (RankleSession) session = picture_open_text (model);
  g_autoptr (RankleSession) moved = picture_move (session, "k", 0.9);
  g_autoptr (RankleSession) later = rankle_session_with_cursor (moved, 40);
  g_autoptr (RanklePicture) picture = picture_make (later);
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);
  double                          width, height;
  cairo_surface_t                *surface;
  cairo_t                        *cr;

  rankle_picture_get_size (picture, &width, &height);
  surface = golden_create_surface ((int)width, (int)items[n - 1]->box.y);
  cr = cairo_create (surface);
  rankle_picture_paint (picture, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  golden_compare (surface, "picture-plots");
}

int
main (int argc, char *argv[])
{
  golden_init (&argc, &argv);
  g_test_add_func ("/golden-picture/page", test_page);
  return g_test_run ();
}
