/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-body.h"

#include <math.h>

#define MOST_SHARE  0.42 /* of the width; names have the rest */
#define MARGIN      4.0  /* above and below [px] */
#define GAP         10.0 /* between the body and a name [px] */
#define MOST_SLOT   42.0 /* [px] */
#define DOT         2.5  /* at the end of a line [px] */
#define LINE        1.0  /* [px] */
#define CHOSEN_LINE 2.0  /* [px] */
#define OUTLINE     1.0  /* of an organ [the body's units] */

typedef struct
{
  double x, y, scale;
} Place;

static Place
get_place (double width, double height)
{
  double scale = MIN (width * MOST_SHARE / RANKLE_BODY_WIDTH,
                      (height - 2 * MARGIN) / RANKLE_BODY_HEIGHT);

  return (Place){ (width - scale * RANKLE_BODY_WIDTH) / 2,
                  (height - scale * RANKLE_BODY_HEIGHT) / 2, scale };
}

/* A canvas without a picture, to ask of paths. */
static cairo_t *
make_scratch (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/* ---- where ---- */

int
rankle_body_get_least_width (int name)
{
  return (int)ceil (2 * (name + GAP) / (1 - MOST_SHARE));
}

static RanklePoint
find_middle (cairo_t *cr, const RankleCardOrgan *organ, Place place)
{
  double x1, y1, x2, y2;

  rankle_miniature_trace (cr, organ->paths[0]);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  return (RanklePoint){ place.x + place.scale * (x1 + x2) / 2,
                        place.y + place.scale * (y1 + y2) / 2 };
}

static guint
count_side (const RankleCard *card, gboolean left)
{
  guint n = 0;

  for (guint i = 0; i < card->n_organs; i++)
    n += card->organs[i].left == left;
  return n;
}

/* The file has them from top to bottom. */
static void
put_slots (RankleBodyPlace *places, const RankleCard *card, gboolean left, RankleBox room)
{
  guint  n_left = count_side (card, left);
  double high = MIN (MOST_SLOT, room.height / MAX (n_left, 1)), top = 0;

  for (guint i = 0; i < card->n_organs; i++)
    if (card->organs[i].left == left)
      {
        double last = room.height - high * n_left--; /* the rest must have room, too */

        top = MIN (MAX (top, places[i].organ.y - high / 2), last);
        places[i].slot = (RankleBox){ room.x, top, room.width, high };
        top += high;
      }
}

int
rankle_body_get_height (const RankleCard *card, int width, int most)
{
  double body = width * MOST_SHARE * RANKLE_BODY_HEIGHT / RANKLE_BODY_WIDTH + 2 * MARGIN;
  double names;

  g_return_val_if_fail (card != NULL, most);

  names = MOST_SLOT * MAX (count_side (card, TRUE), count_side (card, FALSE));
  return (int)MIN (ceil (MAX (body, names)), most);
}

RankleBodyPlace *
rankle_body_lay_out (const RankleCard *card, double width, double height)
{
  Place            place = get_place (width, height);
  RankleBodyPlace *places;
  cairo_t         *cr;

  g_return_val_if_fail (card != NULL && width > 0 && height > 0, NULL);

  places = g_new0 (RankleBodyPlace, card->n_organs + 1);
  cr = make_scratch ();
  for (guint i = 0; i < card->n_organs; i++)
    places[i].organ = find_middle (cr, &card->organs[i], place);
  cairo_destroy (cr);
  put_slots (places, card, TRUE, (RankleBox){ 0, 0, place.x - GAP, height });
  put_slots (places, card, FALSE,
             (RankleBox){ width - place.x + GAP, 0, place.x - GAP, height });
  return places;
}

static gboolean
is_in (cairo_t *cr, const RankleCardOrgan *organ, RanklePoint point, double reach)
{
  for (const char *const *path = organ->paths; *path != NULL; path++)
    {
      rankle_miniature_trace (cr, *path);
      cairo_set_line_width (cr, 2 * reach);
      if (cairo_in_fill (cr, point.x, point.y) ||
          (reach > 0 && cairo_in_stroke (cr, point.x, point.y)))
        return TRUE;
    }
  return FALSE;
}

static guint
find_top (cairo_t *cr, const RankleCard *card, RanklePoint point, double reach)
{
  for (guint i = card->n_organs; i-- > 0;)
    if (is_in (cr, &card->organs[i], point, reach))
      return i;
  return RANKLE_NO_ORGAN;
}

guint
rankle_body_find (
    const RankleCard *card, double width, double height, RanklePoint point, double reach)
{
  Place       place = get_place (width, height);
  RanklePoint on_body = { (point.x - place.x) / place.scale,
                          (point.y - place.y) / place.scale };
  cairo_t    *cr;
  guint       found;

  g_return_val_if_fail (card != NULL && width > 0 && height > 0, RANKLE_NO_ORGAN);

  cr = make_scratch ();
  found = find_top (cr, card, on_body, 0);
  if (found == RANKLE_NO_ORGAN)
    found = find_top (cr, card, on_body, reach / place.scale);
  cairo_destroy (cr);
  return found;
}

/* ---- ink ---- */

static void
set_ink (cairo_t *cr, const RankleMiniatureColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_organ (cairo_t                    *cr,
             const RankleCardOrgan      *organ,
             gboolean                    chosen,
             const RankleMiniatureColor *inks)
{
  for (const char *const *path = organ->paths; *path != NULL; path++)
    {
      rankle_miniature_trace (cr, *path);
      set_ink (cr, &inks[organ->known ? RANKLE_INK_ORANGE : RANKLE_INK_BONE]);
      cairo_fill_preserve (cr);
      set_ink (cr, &inks[organ->known || chosen ? RANKLE_INK_INK : RANKLE_INK_DIM]);
      cairo_set_line_width (cr, chosen ? 2 * OUTLINE : OUTLINE);
      cairo_stroke (cr);
    }
}

static void
paint_line (cairo_t                    *cr,
            const RankleBodyPlace      *place,
            gboolean                    left,
            gboolean                    chosen,
            const RankleMiniatureColor *inks)
{
  RankleBox   slot = place->slot;
  RanklePoint organ = place->organ;

  set_ink (cr, &inks[chosen ? RANKLE_INK_INK : RANKLE_INK_DIM]);
  cairo_set_line_width (cr, chosen ? CHOSEN_LINE : LINE);
  cairo_move_to (cr, left ? slot.x + slot.width : slot.x, slot.y + slot.height / 2);
  cairo_line_to (cr, organ.x, organ.y);
  cairo_stroke (cr);
  cairo_arc (cr, organ.x, organ.y, chosen ? DOT + 1 : DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_lines (cairo_t                    *cr,
             const RankleCard           *card,
             double                      width,
             double                      height,
             guint                       chosen,
             const RankleMiniatureColor *inks)
{
  g_autofree RankleBodyPlace *places = rankle_body_lay_out (card, width, height);

  for (guint i = 0; i < card->n_organs; i++)
    if (i != chosen)
      paint_line (cr, &places[i], card->organs[i].left, FALSE, inks);
  if (chosen < card->n_organs)
    paint_line (cr, &places[chosen], card->organs[chosen].left, TRUE, inks);
}

void
rankle_body_paint (cairo_t                   *cr,
                   const RankleCard          *card,
                   double                     width,
                   double                     height,
                   guint                      chosen,
                   const RankleMiniatureColor inks[RANKLE_N_INKS])
{
  Place place = get_place (width, height);

  g_return_if_fail (cr != NULL && card != NULL && width > 0 && height > 0);

  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, place.scale, place.scale);
  rankle_miniature_paint_shapes (cr, card->body, card->n_body, inks);
  for (guint i = 0; i < card->n_organs; i++)
    paint_organ (cr, &card->organs[i], i == chosen, inks);
  cairo_restore (cr);
  paint_lines (cr, card, width, height, chosen, inks);
}
