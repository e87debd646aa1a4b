/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the diagram's map lies on the widget. */

#include "config.h"

#include "rankle-diagram-view-private.h"

/* Around what must be in sight: there is room for its rings [px]. */
#define SURROUNDINGS 10.0

RankleDiagramCamera
_rankle_diagram_view_get_fitted (RankleDiagramView *self)
{
  g_assert (self->diagram != NULL);

  return rankle_diagram_camera_fit (rankle_diagram_get_bounds (self->diagram),
                                    gtk_widget_get_width (GTK_WIDGET (self)),
                                    gtk_widget_get_height (GTK_WIDGET (self)));
}

void
_rankle_diagram_view_set_camera (RankleDiagramView *self, RankleDiagramCamera camera)
{
  g_assert (camera.scale > 0);

  self->camera = camera;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_rankle_diagram_view_reveal (RankleDiagramView *self, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (self->diagram, glyph);
  double             around = SURROUNDINGS / self->camera.scale;
  RankleBox box = { it->box.x - around, it->box.y - around, it->box.width + 2 * around,
                    it->box.height + 2 * around };

  _rankle_diagram_view_set_camera (
      self, rankle_diagram_camera_reveal (self->camera, box,
                                          gtk_widget_get_width (GTK_WIDGET (self)),
                                          gtk_widget_get_height (GTK_WIDGET (self))));
}

void
_rankle_diagram_view_zoom_at (RankleDiagramView  *self,
                              RankleDiagramCamera from,
                              double              factor,
                              RanklePoint         at)
{
  g_assert (self->diagram != NULL && factor > 0);

  _rankle_diagram_view_set_camera (
      self, rankle_diagram_camera_zoom (from, _rankle_diagram_view_get_fitted (self),
                                        factor, at));
}

void
_rankle_diagram_view_zoom (RankleDiagramView *self, double factor)
{
  RanklePoint middle;

  g_assert (factor > 0);

  if (self->diagram == NULL)
    return;
  middle = (RanklePoint){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                          gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
  _rankle_diagram_view_zoom_at (self, self->camera, factor, middle);
  if (self->selected != RANKLE_NO_GLYPH)
    _rankle_diagram_view_reveal (self, self->selected);
}

void
_rankle_diagram_view_fit (RankleDiagramView *self)
{
  self->fitted = TRUE;
  if (self->diagram != NULL)
    self->camera = _rankle_diagram_view_get_fitted (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
