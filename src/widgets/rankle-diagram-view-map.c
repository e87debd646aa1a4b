/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which map is shown. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-catalog.h"
#include "rankle-diagram-view-private.h"

void
_rankle_diagram_view_drop_map (RankleDiagramView *self)
{
  self->selected = self->pointed = RANKLE_NO_GLYPH;
  g_clear_pointer (&self->phases, g_free);
  g_clear_pointer (&self->canvas, rankle_diagram_canvas_free);
  g_clear_pointer (&self->values, rankle_diagram_values_free);
  g_clear_pointer (&self->diagram, rankle_diagram_unref);
}

static RankleDiagram *
load (RankleModel *model, GError **error)
{
  const char *name = rankle_model_get_diagram (model);
  g_autoptr (GBytes) text = NULL;
  gsize length;

  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This model comes without a pathway map."));
      return NULL;
    }
  text = rankle_catalog_read ("diagrams", name, error);
  if (text == NULL)
    return NULL;
  length = g_bytes_get_size (text);
  return rankle_diagram_new_from_sbgn (g_bytes_get_data (text, NULL), (gssize)length,
                                       name, error);
}

gboolean
_rankle_diagram_view_load_map (RankleDiagramView *self,
                               RankleModel       *model,
                               GError           **error)
{
  g_assert (model != NULL);
  g_assert (self->diagram == NULL && self->canvas == NULL && self->values == NULL);

  self->diagram = load (model, error);
  if (self->diagram == NULL)
    return FALSE;
  self->canvas = rankle_diagram_canvas_new (self->diagram);
  self->phases = g_new0 (double, rankle_diagram_get_n_arcs (self->diagram) + 1);
  self->values = rankle_diagram_values_new (self->diagram, model);
  return TRUE;
}
