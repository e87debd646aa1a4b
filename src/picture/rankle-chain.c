/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-chain.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define ROWS_ABOVE 1
#define ROWS_BELOW 3
#define ROW        1.5 /* of the letters' size */
#define BAND       1.8 /* likewise */
#define APART      6.0 /* names in a row, at least [px] */
#define PADDING    3.0 /* of a name in its box [px] */
#define HATCH      5.0 /* [px] */
#define THIN       1.0 /* [px] */
#define HATCH_LINE 1.6 /* [px] */

static PangoLayout *
make_layout (cairo_t *cr, const char *text, const char *font, double size)
{
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, font);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

static PangoLayout *
make_name (cairo_t *cr, const RankleCardDomain *domain, const char *font, double size)
{
  return make_layout (cr, _ (domain->entry.label), font, size);
}

/* Nothing can be read on it. */
static gboolean
is_hatched (const RankleCardDomain *domain)
{
  return domain->entry.grade == RANKLE_CARD_RECALLED;
}

/* ---- where ---- */

/* Of the names beside the bar: how far each row is full. */
typedef struct
{
  double ends[MAX (ROWS_ABOVE, ROWS_BELOW)];
} Rows;

static RankleBox
get_box (const RankleCard       *card,
         const RankleCardDomain *domain,
         double                  width,
         double                  size)
{
  double per_residue = width / (card->last - card->first + 1);
  double top = size * ROW * ROWS_ABOVE + (domain->is_region ? 0 : size * BAND);

  return (RankleBox){ per_residue * (domain->first - card->first), top,
                      per_residue * (domain->last - domain->first + 1), size * BAND };
}

/* In the nearest row that has room for @label, and if need be a little to the right. */
static void
put_beside (RankleBox *label, Rows *rows, gboolean above, double width, double size)
{
  guint n = above ? ROWS_ABOVE : ROWS_BELOW, row = 0;

  label->x = MIN (label->x, MAX (width - label->width, 0));
  while (row + 1 < n && rows->ends[row] > label->x)
    row++;
  label->x = MAX (label->x, rows->ends[row]);
  label->y = above ? size * ROW * (ROWS_ABOVE - 1 - row)
                   : size * (ROW * (ROWS_ABOVE + row) + 2 * BAND + (ROW - 1) / 2);
  rows->ends[row] = label->x + label->width + APART;
}

static RankleBox
get_label (RankleBox box, PangoLayout *name)
{
  int width, height;

  pango_layout_get_pixel_size (name, &width, &height);
  return (RankleBox){ MAX (box.x + (box.width - width) / 2, 0),
                      box.y + (box.height - height) / 2, width, height };
}

RankleChainPlace *
rankle_chain_lay_out (
    cairo_t *cr, const RankleCard *card, double width, const char *font, double size)
{
  RankleChainPlace *places;
  Rows              above = { 0 }, below = { 0 };

  g_return_val_if_fail (cr != NULL && card != NULL && font != NULL, NULL);
  g_return_val_if_fail (width > 0 && size > 0, NULL);

  places = g_new0 (RankleChainPlace, card->n_domains + 1);
  for (guint i = 0; i < card->n_domains; i++)
    {
      const RankleCardDomain *domain = &card->domains[i];
      PangoLayout            *name = make_name (cr, domain, font, size);

      places[i].box = get_box (card, domain, width, size);
      places[i].label = get_label (places[i].box, name);
      if (is_hatched (domain) ||
          places[i].label.width + 2 * PADDING > places[i].box.width)
        put_beside (&places[i].label, domain->is_region ? &above : &below,
                    domain->is_region, width, size);
      g_object_unref (name);
    }
  return places;
}

int
rankle_chain_measure (const RankleCard *card, double width, const char *font, double size)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  g_autofree RankleChainPlace *places =
      rankle_chain_lay_out (cr, card, width, font, size);
  double bottom = 0;

  g_return_val_if_fail (places != NULL, 0);

  for (guint i = 0; i < card->n_domains; i++)
    bottom = MAX (bottom, MAX (places[i].box.y + places[i].box.height,
                               places[i].label.y + places[i].label.height));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (int)ceil (bottom) + 1;
}

/* ---- ink ---- */

static void
set_ink (cairo_t *cr, const RankleMiniatureColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_hatch (cairo_t *cr, RankleBox box, const RankleMiniatureColor *ink)
{
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  set_ink (cr, ink);
  cairo_set_line_width (cr, HATCH_LINE);
  for (double x = box.x - box.height; x < box.x + box.width; x += HATCH)
    {
      cairo_move_to (cr, x, box.y + box.height);
      cairo_line_to (cr, x + box.height, box.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static gboolean
is_inside (const RankleChainPlace *place)
{
  return place->label.y >= place->box.y &&
         place->label.y < place->box.y + place->box.height;
}

/* What is recalled is hatched in its ink, as light as that may be: the line around it is
 * the same for all. */
static void
paint_box (cairo_t                    *cr,
           const RankleCardDomain     *domain,
           RankleBox                   box,
           const RankleMiniatureColor *inks)
{
  gboolean is_part = !domain->is_region;

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  set_ink (cr, &inks[is_hatched (domain) && is_part ? RANKLE_INK_GROUND : domain->ink]);
  cairo_fill_preserve (cr);
  set_ink (cr, &inks[RANKLE_INK_INK]);
  cairo_set_line_width (cr, THIN);
  cairo_stroke (cr);
  if (is_hatched (domain))
    paint_hatch (cr, box, &inks[is_part ? domain->ink : RANKLE_INK_DIM]);
}

/* From a name beside the bar to its domain. */
static void
paint_leader (cairo_t                    *cr,
              const RankleChainPlace     *place,
              const RankleMiniatureColor *inks)
{
  gboolean above = place->label.y < place->box.y;
  double   x = place->box.x + place->box.width / 2;
  double   end = CLAMP (x, place->label.x, place->label.x + place->label.width);

  set_ink (cr, &inks[RANKLE_INK_DIM]);
  cairo_set_line_width (cr, THIN);
  cairo_move_to (cr, x, above ? place->box.y : place->box.y + place->box.height);
  cairo_line_to (cr, end, above ? place->label.y + place->label.height : place->label.y);
  cairo_stroke (cr);
}

static void
paint_name (cairo_t                    *cr,
            const RankleCardDomain     *domain,
            const RankleChainPlace     *place,
            const char                 *font,
            double                      size,
            const RankleMiniatureColor *inks)
{
  PangoLayout *name = make_name (cr, domain, font, size);

  set_ink (cr, &inks[RANKLE_INK_INK]);
  cairo_move_to (cr, place->label.x, place->label.y);
  pango_cairo_show_layout (cr, name);
  g_object_unref (name);
}

void
rankle_chain_paint (cairo_t                   *cr,
                    const RankleCard          *card,
                    double                     width,
                    const char                *font,
                    double                     size,
                    const RankleMiniatureColor inks[RANKLE_N_INKS])
{
  g_autofree RankleChainPlace *places =
      rankle_chain_lay_out (cr, card, width, font, size);

  g_return_if_fail (places != NULL);

  cairo_save (cr);
  for (guint i = 0; i < card->n_domains; i++)
    if (!is_inside (&places[i]))
      paint_leader (cr, &places[i], inks);
  for (guint i = 0; i < card->n_domains; i++)
    paint_box (cr, &card->domains[i], places[i].box, inks);
  for (guint i = 0; i < card->n_domains; i++)
    paint_name (cr, &card->domains[i], &places[i], font, size, inks);
  cairo_restore (cr);
}
