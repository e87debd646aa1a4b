/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two surfaces: `back` holds what has no amount, `front` all of it. Of a glyph or an arc
 * whose look changed, the extents are fetched from the back and what lies there is
 * painted over them. */

#include "rankle-diagram-canvas.h"

#include <string.h>

#include "rankle-diagram-geometry.h"

struct _RankleDiagramCanvas
{
  RankleDiagram     *diagram; /* (owned) */
  RankleDiagramSight sight;   /* of the surfaces */
  RankleGlyphState  *states;  /* (owned): as painted in front */
  cairo_surface_t   *back;    /* (owned) (nullable) */
  cairo_surface_t   *front;   /* (owned) (nullable) */
  guint64            n_painted;
};

RankleDiagramCanvas *
rankle_diagram_canvas_new (RankleDiagram *diagram)
{
  RankleDiagramCanvas *self;

  g_return_val_if_fail (diagram != NULL, NULL);

  self = g_new0 (RankleDiagramCanvas, 1);
  self->diagram = rankle_diagram_ref (diagram);
  self->states = rankle_diagram_state_new (diagram);
  return self;
}

void
rankle_diagram_canvas_free (RankleDiagramCanvas *canvas)
{
  g_return_if_fail (canvas != NULL);

  g_clear_pointer (&canvas->back, cairo_surface_destroy);
  g_clear_pointer (&canvas->front, cairo_surface_destroy);
  g_clear_pointer (&canvas->diagram, rankle_diagram_unref);
  g_free (canvas->states);
  g_free (canvas);
}

guint64
rankle_diagram_canvas_get_n_painted (const RankleDiagramCanvas *canvas)
{
  g_return_val_if_fail (canvas != NULL, 0);

  return canvas->n_painted;
}

static cairo_surface_t *
create_surface (const RankleDiagramSight *sight)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, sight->width * sight->scale, sight->height * sight->scale);

  g_assert (sight->scale > 0);
  cairo_surface_set_device_scale (surface, sight->scale, sight->scale);
  return surface;
}

/* Everything that is compared is a number or an interned string, without padding. */
gboolean
rankle_diagram_sight_equal (const RankleDiagramSight *a, const RankleDiagramSight *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->width == b->width && a->height == b->height && a->scale == b->scale &&
         memcmp (&a->camera, &b->camera, sizeof a->camera) == 0 &&
         memcmp (&a->theme, &b->theme, sizeof a->theme) == 0;
}

/* What has an amount belongs in front, what has none to the back. */
static gboolean
same_layers (RankleDiagramCanvas *self, const RankleGlyphState *states)
{
  for (guint i = 0; i < rankle_diagram_state_count (self->diagram); i++)
    if ((self->states[i].standing == RANKLE_GLYPH_NOT_SIMULATED) !=
        (states[i].standing == RANKLE_GLYPH_NOT_SIMULATED))
      return FALSE;
  return TRUE;
}

static void
paint_back (RankleDiagramCanvas *self, const RankleGlyphState *states)
{
  const RankleDiagramColor *ground = &self->sight.theme.ground;
  cairo_t                  *cr;

  g_clear_pointer (&self->back, cairo_surface_destroy);
  self->back = create_surface (&self->sight);
  cr = cairo_create (self->back);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  rankle_diagram_paint_static (cr, self->diagram, states, self->sight.camera,
                               &self->sight.theme);
  cairo_destroy (cr);
}

/* ---- what changed ---- */

static void
add_box (RankleDiagramCanvas *self, cairo_region_t *region, RankleBox box)
{
  RankleBox             all = { 0, 0, self->sight.width, self->sight.height };
  cairo_rectangle_int_t pixels;

  if (!rankle_box_overlaps (all, box))
    return;
  pixels = rankle_box_to_pixels (box);
  cairo_region_union_rectangle (region, &pixels);
}

static gboolean
looks_alike (RankleDiagramCanvas *self, const RankleGlyphState *states, guint index)
{
  return rankle_glyph_state_looks_like (&self->states[index], &states[index]);
}

static cairo_region_t *
find_changes (RankleDiagramCanvas *self, const RankleGlyphState *states)
{
  const RankleDiagramSight *sight = &self->sight;
  cairo_region_t           *region = cairo_region_create ();

  g_assert (self->front != NULL && self->back != NULL);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (self->diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (self->diagram, i)) &&
        !looks_alike (self, states, i))
      add_box (self, region,
               rankle_diagram_get_glyph_extents (self->diagram, i, sight->camera,
                                                 &sight->theme));
  for (guint i = 0; i < rankle_diagram_get_n_arcs (self->diagram); i++)
    if (!looks_alike (self, states, rankle_diagram_get_driver (self->diagram, i)) ||
        !looks_alike (self, states, rankle_diagram_state_of_arc (self->diagram, i)))
      add_box (self, region,
               rankle_diagram_get_arc_extents (self->diagram, i, sight->camera,
                                               &sight->theme));
  return region;
}

static void
clip_to (cairo_t *cr, const cairo_region_t *region)
{
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t pixels;

      cairo_region_get_rectangle (region, i, &pixels);
      cairo_rectangle (cr, pixels.x, pixels.y, pixels.width, pixels.height);
    }
  cairo_clip (cr);
}

static guint64
count_pixels (const cairo_region_t *region)
{
  guint64 n = 0;

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t pixels;

      cairo_region_get_rectangle (region, i, &pixels);
      n += (guint64)pixels.width * (guint64)pixels.height;
    }
  return n;
}

static gboolean
region_overlaps (const cairo_region_t *region, RankleBox box)
{
  cairo_rectangle_int_t pixels = rankle_box_to_pixels (box);

  return cairo_region_contains_rectangle (region, &pixels) != CAIRO_REGION_OVERLAP_OUT;
}

static void
paint_region (RankleDiagramCanvas    *self,
              const RankleGlyphState *states,
              const cairo_region_t   *region)
{
  const RankleDiagramSight *sight = &self->sight;
  cairo_t                  *cr = cairo_create (self->front);

  g_assert (self->back != NULL);
  clip_to (cr, region);
  cairo_set_source_surface (cr, self->back, 0, 0);
  cairo_paint (cr);
  rankle_diagram_paint_dynamic (cr, self->diagram, states, sight->camera, &sight->theme,
                                region);
  if (region_overlaps (region, rankle_diagram_get_legend_box (
                                   self->diagram, sight->camera, sight->width,
                                   sight->height, &sight->theme)))
    rankle_diagram_paint_legend (cr, self->diagram, sight->camera, sight->width,
                                 sight->height, &sight->theme);
  cairo_destroy (cr);
}

/* ---- the whole ---- */

static cairo_region_t *
begin_anew (RankleDiagramCanvas      *self,
            const RankleDiagramSight *sight,
            const RankleGlyphState   *states)
{
  cairo_rectangle_int_t all = { 0, 0, sight->width, sight->height };

  self->sight = *sight;
  paint_back (self, states);
  g_clear_pointer (&self->front, cairo_surface_destroy);
  self->front = create_surface (sight);
  return cairo_region_create_rectangle (&all);
}

cairo_surface_t *
rankle_diagram_canvas_paint (RankleDiagramCanvas      *canvas,
                             const RankleDiagramSight *sight,
                             const RankleGlyphState   *states)
{
  cairo_region_t *region;
  guint           n;

  g_return_val_if_fail (canvas != NULL && sight != NULL && states != NULL, NULL);

  n = rankle_diagram_state_count (canvas->diagram);
  if (canvas->front == NULL || !rankle_diagram_sight_equal (&canvas->sight, sight) ||
      !same_layers (canvas, states))
    region = begin_anew (canvas, sight, states);
  else
    region = find_changes (canvas, states);
  if (!cairo_region_is_empty (region))
    paint_region (canvas, states, region);
  canvas->n_painted =
      count_pixels (region) * (guint64)sight->scale * (guint64)sight->scale;
  memcpy (canvas->states, states, n * sizeof (RankleGlyphState));
  cairo_region_destroy (region);
  return canvas->front;
}
