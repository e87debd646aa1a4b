/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected or pointed at, and the card that tells of it. */

#include "config.h"

#include "rankle-diagram-callout.h"
#include "rankle-diagram-view-private.h"

guint
_rankle_diagram_view_get_subject (RankleDiagramView *self)
{
  return self->pointed != RANKLE_NO_GLYPH ? self->pointed : self->selected;
}

void
_rankle_diagram_view_update_card (RankleDiagramView *self)
{
  guint subject = _rankle_diagram_view_get_subject (self);

  g_assert (subject == RANKLE_NO_GLYPH || self->diagram != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->card), subject != RANKLE_NO_GLYPH);
  if (subject != RANKLE_NO_GLYPH)
    rankle_diagram_card_show (self->card, self->diagram, subject, self->values);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_rankle_diagram_view_allocate_card (RankleDiagramView *self, int width, int height)
{
  GtkRequisition least, usual;
  RankleBox      place;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->card)))
    return;
  gtk_widget_get_preferred_size (GTK_WIDGET (self->card), &least, &usual);
  place = rankle_diagram_place_callout (
      self->diagram, _rankle_diagram_view_get_subject (self), self->camera,
      (RankleBox){ 0, 0, width, height }, usual.width, usual.height);
  gtk_widget_size_allocate (
      GTK_WIDGET (self->card),
      &(GtkAllocation){ (int)place.x, (int)place.y, usual.width, usual.height }, -1);
}

void
_rankle_diagram_view_set_selected (RankleDiagramView *self, guint glyph)
{
  g_assert (glyph == RANKLE_NO_GLYPH ||
            glyph < rankle_diagram_get_n_glyphs (self->diagram));

  self->selected = glyph;
  if (glyph != RANKLE_NO_GLYPH && !self->fitted)
    _rankle_diagram_view_reveal (self, glyph);
  _rankle_diagram_view_update_card (self);
  _rankle_diagram_view_tell (self);
}

void
_rankle_diagram_view_set_pointed (RankleDiagramView *self, guint glyph)
{
  if (self->pointed == glyph)
    return;
  self->pointed = glyph;
  _rankle_diagram_view_update_card (self);
}
