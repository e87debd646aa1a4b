/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which map is shown. */

#include "rankle-diagram-view-private.h"

void
_rankle_diagram_view_drop_map (RankleDiagramView *self)
{
  self->selected = self->pointed = RANKLE_NO_GLYPH;
  self->arc = self->pointed_arc = self->term_arc = RANKLE_NO_ARC;
  g_clear_pointer (&self->term, rankle_term_free);
  g_clear_pointer (&self->phases, g_free);
  g_clear_pointer (&self->front, rankle_diagram_front_free);
  g_clear_pointer (&self->values, rankle_diagram_values_free);
  g_clear_pointer (&self->diagram, rankle_diagram_unref);
}

gboolean
_rankle_diagram_view_load_map (RankleDiagramView *self,
                               RankleModel       *model,
                               GError           **error)
{
  g_autoptr (RankleDiagram) whole = NULL;

  g_assert (model != NULL);
  g_assert (self->diagram == NULL && self->front == NULL && self->values == NULL);

  whole = rankle_diagram_load_for (model, error);
  if (whole == NULL)
    return FALSE;
  self->diagram = rankle_diagram_show_levels (
      whole, rankle_session_get_map_levels (rankle_study_get_session (self->study)));
  self->front = rankle_diagram_front_new (self->diagram, rankle_painter_get_default ());
  self->phases = g_new0 (double, rankle_diagram_get_n_arcs (self->diagram) + 1);
  self->values = rankle_diagram_values_new (self->diagram, model);
  return TRUE;
}
