/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn on cards of molecules: the body with its organs, and chains. */

#include <math.h>
#include <string.h>

#include "rankle-body.h"
#include "rankle-chain.h"

#define FONT "Cantarell"
#define SIZE 13.0

static const struct
{
  double width, height;
} rooms[] = { { 300, 296 }, { 300, 470 }, { 620, 470 }, { 900, 700 } };

static const RankleCard *
get_rank (void)
{
  return rankle_cards_find ("rank");
}

/* ---- the body ---- */

static void
test_paths (void)
{
  const RankleCard *card = get_rank ();

  for (guint i = 0; i < card->n_body; i++)
    g_assert_true (rankle_miniature_path_is_sound (card->body[i].path));
  for (guint i = 0; i < card->n_organs; i++)
    for (const char *const *path = card->organs[i].paths; *path != NULL; path++)
      g_assert_true (rankle_miniature_path_is_sound (*path));
}

static gboolean
lies_in_body (const RankleCard *card, double x, double y)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  gboolean         lies;

  rankle_miniature_trace (cr, card->body[0].path);
  lies = cairo_in_fill (cr, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return lies;
}

/* Each shape of each organ, corner by corner. */
static void
test_organs_are_in_the_body (void)
{
  const RankleCard *card = get_rank ();
  cairo_surface_t  *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t          *cr = cairo_create (surface);

  for (guint i = 0; i < card->n_organs; i++)
    for (const char *const *path = card->organs[i].paths; *path != NULL; path++)
      {
        double x1, y1, x2, y2;

        rankle_miniature_trace (cr, *path);
        cairo_path_extents (cr, &x1, &y1, &x2, &y2);
        g_test_message ("%s", card->organs[i].id);
        g_assert_true (lies_in_body (card, (x1 + x2) / 2, y1));
        g_assert_true (lies_in_body (card, (x1 + x2) / 2, y2));
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* At every size each is found where its line points, none covers another there, and
 * beside the body there is nothing. */
static void
test_pointing (void)
{
  const RankleCard *card = get_rank ();

  for (guint k = 0; k < G_N_ELEMENTS (rooms); k++)
    {
      double                      width = rooms[k].width, height = rooms[k].height;
      g_autofree RankleBodyPlace *places = rankle_body_lay_out (card, width, height);

      for (guint i = 0; i < card->n_organs; i++)
        {
          RanklePoint at = places[i].organ;

          g_assert_cmpuint (rankle_body_find (card, width, height, at, 0), ==, i);
          g_assert_true (at.x > 0 && at.x < width && at.y > 0 && at.y < height);
        }
      g_assert_cmpuint (
          rankle_body_find (card, width, height, (RanklePoint){ 2, height - 2 }, 8), ==,
          RANKLE_NO_ORGAN);
    }
}

/* A hand that trembles finds a small one, too; but no farther than it reaches. */
static void
test_reach (void)
{
  const RankleCard           *card = get_rank ();
  g_autofree RankleBodyPlace *places = rankle_body_lay_out (card, 620, 470);
  guint                       nodes = 0;
  RanklePoint                 beside;

  while (!g_str_equal (card->organs[nodes].id, "lymph-nodes"))
    nodes++;
  beside = (RanklePoint){ places[nodes].organ.x - 10, places[nodes].organ.y - 3 };
  g_assert_cmpuint (rankle_body_find (card, 620, 470, beside, 0), ==, RANKLE_NO_ORGAN);
  g_assert_cmpuint (rankle_body_find (card, 620, 470, beside, 8), ==, nodes);
  beside.x -= 20;
  g_assert_cmpuint (rankle_body_find (card, 620, 470, beside, 8), !=, nodes);
}

static gboolean
overlap (RankleBox a, RankleBox b)
{
  const double slack = 0.01;

  return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack &&
         a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

/* Which side of the line from @a to @b a point is on. */
static double
turn (RanklePoint a, RanklePoint b, RanklePoint point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

static gboolean
cross (RanklePoint a, RanklePoint b, RanklePoint c, RanklePoint d)
{
  return turn (a, b, c) * turn (a, b, d) < 0 && turn (c, d, a) * turn (c, d, b) < 0;
}

static RanklePoint
get_end (const RankleCard *card, guint i, const RankleBodyPlace *place)
{
  RankleBox slot = place->slot;

  return (RanklePoint){ card->organs[i].left ? slot.x + slot.width : slot.x,
                        slot.y + slot.height / 2 };
}

/* Names are in the picture, none over another, none over the body; and no line of a side
 * crosses another of it. */
static void
test_names (void)
{
  const RankleCard *card = get_rank ();

  for (guint k = 0; k < G_N_ELEMENTS (rooms); k++)
    {
      g_autofree RankleBodyPlace *places =
          rankle_body_lay_out (card, rooms[k].width, rooms[k].height);

      for (guint i = 0; i < card->n_organs; i++)
        {
          RankleBox slot = places[i].slot;

          g_assert_true (slot.width > 70 && slot.height > 25);
          g_assert_true (slot.x >= 0 && slot.x + slot.width <= rooms[k].width + 0.01);
          g_assert_true (slot.y >= 0 && slot.y + slot.height <= rooms[k].height + 0.01);
          for (guint j = 0; j < i; j++)
            {
              g_test_message ("%s, %s at %g", card->organs[j].id, card->organs[i].id,
                              rooms[k].width);
              g_assert_false (overlap (slot, places[j].slot));
              if (card->organs[i].left == card->organs[j].left)
                g_assert_false (cross (places[i].organ, get_end (card, i, &places[i]),
                                       places[j].organ, get_end (card, j, &places[j])));
            }
        }
    }
}

/* ---- ink ---- */

#define DOTS (400 * 500)

static void
draw_body (guint chosen, guint32 dots[DOTS])
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      (guchar *)dots, CAIRO_FORMAT_RGB24, 400, 500, 400 * 4);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rankle_body_paint (cr, get_rank (), 400, 500, chosen, rankle_miniature_inks_print);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each organ looks another way when it is chosen, and the known ones are orange. */
static void
test_ink (void)
{
  const RankleCard           *card = get_rank ();
  g_autofree guint32         *plain = g_new0 (guint32, DOTS);
  g_autofree guint32         *other = g_new0 (guint32, DOTS);
  g_autofree RankleBodyPlace *places = rankle_body_lay_out (card, 400, 500);

  draw_body (RANKLE_NO_ORGAN, plain);
  for (guint i = 0; i < card->n_organs; i++)
    {
      guint n = 0;

      draw_body (i, other);
      for (guint k = 0; k < DOTS; k++)
        n += plain[k] != other[k];
      g_test_message ("%s: %u dots", card->organs[i].id, n);
      g_assert_cmpuint (n, >, 100);
    }
  g_assert_nonnull (places);
}

/* ---- chains ---- */

static void
check_chain (const RankleCard *card, double width)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 200);
  cairo_t         *cr = cairo_create (surface);
  g_autofree RankleChainPlace *places =
      rankle_chain_lay_out (cr, card, width, FONT, SIZE);
  double height = rankle_chain_measure (card, width, FONT, SIZE);

  for (guint i = 0; i < card->n_domains; i++)
    {
      g_test_message ("%s: %s", card->id, card->domains[i].entry.label);
      g_assert_true (places[i].box.x >= -0.01 &&
                     places[i].box.x + places[i].box.width <= width + 0.01);
      g_assert_true (places[i].label.x >= 0 &&
                     places[i].label.x + places[i].label.width <= width + 1);
      g_assert_true (places[i].label.y >= 0 &&
                     places[i].label.y + places[i].label.height <= height + 0.01);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (places[i].label, places[j].label));
    }
  rankle_chain_paint (cr, card, width, FONT, SIZE, rankle_miniature_inks_print);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* No name lies on another, wide or narrow. */
static void
test_chains (void)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  for (guint i = 0; i < n; i++)
    if (cards[i].n_domains > 0)
      {
        check_chain (&cards[i], 336);
        check_chain (&cards[i], 650);
        check_chain (&cards[i], 900);
      }
}

/* A domain is as long as its share of the residues. */
static void
test_scale (void)
{
  const RankleCard *card = get_rank ();
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t          *cr = cairo_create (surface);
  g_autofree RankleChainPlace *places = rankle_chain_lay_out (cr, card, 616, FONT, SIZE);

  for (guint i = 0; i < card->n_domains; i++)
    {
      const RankleCardDomain *domain = &card->domains[i];

      g_assert_cmpfloat_with_epsilon (places[i].box.width,
                                      domain->last - domain->first + 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (places[i].box.x, domain->first - 1, 1e-9);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-pictures/paths", test_paths);
  g_test_add_func ("/card-pictures/in-the-body", test_organs_are_in_the_body);
  g_test_add_func ("/card-pictures/pointing", test_pointing);
  g_test_add_func ("/card-pictures/reach", test_reach);
  g_test_add_func ("/card-pictures/names", test_names);
  g_test_add_func ("/card-pictures/ink", test_ink);
  g_test_add_func ("/card-pictures/chains", test_chains);
  g_test_add_func ("/card-pictures/scale", test_scale);
  return g_test_run ();
}
