/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas goes on being painted upon, so what is shown is a copy of it, made by the
 * job, too. Until that has been awaited or ended, all below but what is shown is the
 * job's: frames may still be made of that. See the invariants P6 to P9 of
 * rankle-painter.c. */

#include "rankle-diagram-front.h"

#include <string.h>

struct _RankleDiagramFront
{
  RanklePainter       *painter;  /* Borrowed */
  RanklePaintJob      *job;      /* (owned) (nullable): nothing has been asked for */
  RankleDiagramCanvas *canvas;   /* (owned) */
  cairo_surface_t     *fresh;    /* (owned) (nullable): what the job made, if it did */
  cairo_surface_t     *shown;    /* (owned) (nullable): never the job's */
  gboolean             is_whole; /* there is a picture, fresh or shown */
  RankleDiagramSight   sight;
  gsize                size;   /* of @states [bytes] */
  RankleGlyphState    *states; /* (owned) */
};

RankleDiagramFront *
rankle_diagram_front_new (RankleDiagram *diagram, RanklePainter *painter)
{
  RankleDiagramFront *self;

  g_return_val_if_fail (diagram != NULL && painter != NULL, NULL);

  self = g_new0 (RankleDiagramFront, 1);
  self->painter = painter;
  self->canvas = rankle_diagram_canvas_new (diagram);
  self->size = rankle_diagram_state_count (diagram) * sizeof *self->states;
  self->states = rankle_diagram_state_new (diagram);
  return self;
}

void
rankle_diagram_front_free (RankleDiagramFront *front)
{
  g_return_if_fail (front != NULL);

  g_clear_pointer (&front->job, rankle_painter_end);
  g_clear_pointer (&front->fresh, cairo_surface_destroy);
  g_clear_pointer (&front->shown, cairo_surface_destroy);
  rankle_diagram_canvas_free (front->canvas);
  g_free (front->states);
  g_free (front);
}

static cairo_surface_t *
copy_surface (cairo_surface_t *source)
{
  int              width = cairo_image_surface_get_width (source);
  int              height = cairo_image_surface_get_height (source);
  cairo_surface_t *copy =
      cairo_image_surface_create (cairo_image_surface_get_format (source), width, height);
  double x, y;

  g_assert (cairo_image_surface_get_stride (copy) ==
            cairo_image_surface_get_stride (source));
  cairo_surface_flush (source);
  memcpy (cairo_image_surface_get_data (copy), cairo_image_surface_get_data (source),
          (gsize)height * (gsize)cairo_image_surface_get_stride (source));
  cairo_surface_mark_dirty (copy);
  cairo_surface_get_device_scale (source, &x, &y);
  cairo_surface_set_device_scale (copy, x, y);
  return copy;
}

static void
paint (gpointer data)
{
  RankleDiagramFront *self = data;
  cairo_surface_t    *canvas =
      rankle_diagram_canvas_paint (self->canvas, &self->sight, self->states);

  if (self->is_whole && rankle_diagram_canvas_get_n_painted (self->canvas) == 0)
    return;
  g_clear_pointer (&self->fresh, cairo_surface_destroy);
  self->fresh = copy_surface (canvas);
  self->is_whole = TRUE;
}

/* What pads states may differ: that costs a look at all glyphs, and nothing is painted.
 */
static gboolean
is_of (const RankleDiagramFront *self,
       const RankleDiagramSight *sight,
       const RankleGlyphState   *states)
{
  return self->job != NULL && rankle_diagram_sight_equal (&self->sight, sight) &&
         memcmp (self->states, states, self->size) == 0;
}

void
rankle_diagram_front_begin (RankleDiagramFront       *front,
                            const RankleDiagramSight *sight,
                            const RankleGlyphState   *states)
{
  g_return_if_fail (front != NULL && sight != NULL && states != NULL);

  if (is_of (front, sight, states))
    return;
  g_clear_pointer (&front->job, rankle_painter_end);
  front->sight = *sight;
  memcpy (front->states, states, front->size);
  front->job = rankle_painter_begin (front->painter, paint, front);
}

cairo_surface_t *
rankle_diagram_front_get (RankleDiagramFront       *front,
                          const RankleDiagramSight *sight,
                          const RankleGlyphState   *states)
{
  g_return_val_if_fail (front != NULL && sight != NULL && states != NULL, NULL);

  rankle_diagram_front_begin (front, sight, states);
  rankle_painter_await (front->job);
  if (front->fresh != NULL)
    {
      g_clear_pointer (&front->shown, cairo_surface_destroy);
      front->shown = g_steal_pointer (&front->fresh);
    }
  return front->shown;
}
