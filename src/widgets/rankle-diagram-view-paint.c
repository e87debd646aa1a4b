/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The diagram as it lies on the widget: the picture, what moves in it, and marks. */

#include "config.h"

#include "rankle-diagram-view-private.h"

static gboolean
wants_motion (RankleDiagramView *self)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &animations, NULL);
  return self->moving && animations;
}

/* Frames come from the cursor that plays; there is no clock of our own. */
static void
paint_motion (RankleDiagramView *self, cairo_t *cr)
{
  const RankleGlyphState *states = rankle_diagram_values_get_states (self->values);
  GdkFrameClock          *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 now = clock == NULL ? 0 : gdk_frame_clock_get_frame_time (clock);

  g_assert (self->phases != NULL && now >= self->last_frame);

  if (self->last_frame != 0)
    rankle_diagram_advance_flow (self->diagram, states, self->phases,
                                 (double)(now - self->last_frame) / G_USEC_PER_SEC);
  self->last_frame = now;
  rankle_diagram_paint_flow (cr, self->diagram, states, self->phases, self->camera,
                             &self->theme);
}

/* GTK's own notion of a visible focus does not follow where the focus stays and only the
 * selection goes on. */
static gboolean
shows_focus (RankleDiagramView *self)
{
  return self->by_keys && gtk_widget_has_focus (GTK_WIDGET (self));
}

static void
paint_mark (RankleDiagramView *self, cairo_t *cr, guint glyph, RankleDiagramMark mark)
{
  rankle_diagram_paint_mark (cr, self->diagram, glyph, mark, self->camera, &self->theme);
}

/* What is pointed at in a plot. */
static void
paint_lit (RankleDiagramView *self, cairo_t *cr)
{
  const char *column = self->spotlight == NULL
                           ? NULL
                           : rankle_spotlight_get_from_others (self->spotlight, self);

  for (guint i = 0; column != NULL && i < rankle_diagram_get_n_glyphs (self->diagram);
       i++)
    {
      const RankleQuantity *quantity =
          rankle_diagram_values_get_quantity (self->values, i);

      if (quantity != NULL && g_str_equal (quantity->id, column))
        paint_mark (self, cr, i, RANKLE_MARK_POINTED);
    }
}

static void
paint_marks (RankleDiagramView *self, cairo_t *cr)
{
  guint arc = _rankle_diagram_view_get_subject_arc (self);

  paint_lit (self, cr);
  if (arc != RANKLE_NO_ARC)
    rankle_diagram_paint_arc_mark (cr, self->diagram, arc, self->camera, &self->theme);
  if (self->pointed != RANKLE_NO_GLYPH && self->pointed != self->selected)
    paint_mark (self, cr, self->pointed, RANKLE_MARK_POINTED);
  if (self->selected != RANKLE_NO_GLYPH)
    paint_mark (self, cr, self->selected, RANKLE_MARK_SELECTED);
  if (self->selected != RANKLE_NO_GLYPH && shows_focus (self))
    paint_mark (self, cr, self->selected, RANKLE_MARK_FOCUSED);
  else if (shows_focus (self))
    rankle_diagram_paint_frame (cr, gtk_widget_get_width (GTK_WIDGET (self)),
                                gtk_widget_get_height (GTK_WIDGET (self)), &self->theme);
}

static RankleDiagramSight
get_sight (RankleDiagramView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (RankleDiagramSight){ .camera = self->camera,
                               .width = gtk_widget_get_width (widget),
                               .height = gtk_widget_get_height (widget),
                               .scale = gtk_widget_get_scale_factor (widget),
                               .theme = self->theme };
}

/* There is a map, and room for it. */
static gboolean
can_be_seen (RankleDiagramView *self, const RankleDiagramSight *sight)
{
  return self->diagram != NULL && sight->width > 0 && sight->height > 0;
}

void
_rankle_diagram_view_begin_paint (RankleDiagramView *self)
{
  RankleDiagramSight sight = get_sight (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (can_be_seen (self, &sight) && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      sight.camera.scale > 0)
    rankle_diagram_front_begin (self->front, &sight,
                                rankle_diagram_values_get_states (self->values));
}

void
_rankle_diagram_view_paint (RankleDiagramView *self, GtkSnapshot *snapshot)
{
  RankleDiagramSight sight = get_sight (self);
  cairo_surface_t   *picture;
  cairo_t           *cr;

  if (!can_be_seen (self, &sight))
    return;
  g_assert (self->camera.scale > 0);
  picture = rankle_diagram_front_get (self->front, &sight,
                                      rankle_diagram_values_get_states (self->values));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, sight.width, sight.height));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  if (wants_motion (self))
    paint_motion (self, cr);
  paint_marks (self, cr);
  cairo_destroy (cr);
}
