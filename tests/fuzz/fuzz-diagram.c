/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An SBGN-ML map: read, and all that it holds looked at. */

#include "fuzz-target.h"
#include "rankle-diagram.h"

static void
look_at_glyphs (const RankleDiagram *diagram)
{
  guint n = rankle_diagram_get_n_glyphs (diagram);

  for (guint i = 0; i < n; i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, i);

      g_assert_cmpuint (rankle_diagram_find (diagram, glyph->id), ==, i);
      g_assert_true (glyph->compartment == RANKLE_NO_GLYPH || glyph->compartment < n);
      g_assert_nonnull (rankle_diagram_get_label (diagram, i));
      g_assert_nonnull (rankle_diagram_get_note (diagram, i));
    }
}

static void
look_at_arcs (const RankleDiagram *diagram)
{
  guint n = rankle_diagram_get_n_glyphs (diagram);

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      g_assert_cmpuint (arc->n_points, >=, 2);
      g_assert_true (arc->source < n && arc->target < n);
      g_assert_cmpuint (rankle_diagram_get_driver (diagram, i), <, n);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (RankleDiagram) diagram =
      rankle_diagram_new_from_sbgn ((const char *)data, (gssize)size, "x", NULL);

  if (diagram == NULL)
    return 0;
  look_at_glyphs (diagram);
  look_at_arcs (diagram);
  return 0;
}
