/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram.h"

#include <glib/gi18n-lib.h>

#include "rankle-diagram-private.h"

G_DEFINE_QUARK (rankle_diagram_error_quark, rankle_diagram_error)
G_DEFINE_BOXED_TYPE (RankleDiagram,
                     rankle_diagram,
                     rankle_diagram_ref,
                     rankle_diagram_unref)

static void
arc_clear (gpointer data)
{
  g_free (((RankleArc *)data)->points);
}

RankleDiagram *
_rankle_diagram_alloc (void)
{
  RankleDiagram *self = g_new0 (RankleDiagram, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (1024);
  self->glyphs = g_array_new (FALSE, TRUE, sizeof (RankleGlyph));
  self->arcs = g_array_new (FALSE, TRUE, sizeof (RankleArc));
  g_array_set_clear_func (self->arcs, arc_clear);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->levels = g_ptr_array_new ();
  return self;
}

RankleDiagram *
rankle_diagram_ref (RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, NULL);

  g_atomic_ref_count_inc (&diagram->ref_count);
  return diagram;
}

void
rankle_diagram_unref (RankleDiagram *diagram)
{
  g_return_if_fail (diagram != NULL);

  if (!g_atomic_ref_count_dec (&diagram->ref_count))
    return;
  g_hash_table_unref (diagram->by_id);
  g_array_unref (diagram->glyphs);
  g_array_unref (diagram->arcs);
  g_ptr_array_unref (diagram->levels);
  g_clear_pointer (&diagram->whole, rankle_diagram_unref);
  g_string_chunk_free (diagram->strings);
  g_free (diagram);
}

RankleBox
rankle_diagram_get_bounds (const RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, (RankleBox){ 0 });

  return diagram->bounds;
}

guint
rankle_diagram_get_n_glyphs (const RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, 0);

  return diagram->glyphs->len;
}

const RankleGlyph *
rankle_diagram_get_glyph (const RankleDiagram *diagram, guint glyph)
{
  g_return_val_if_fail (diagram != NULL && glyph < diagram->glyphs->len, NULL);

  return &g_array_index (diagram->glyphs, RankleGlyph, glyph);
}

guint
rankle_diagram_get_n_arcs (const RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, 0);

  return diagram->arcs->len;
}

const RankleArc *
rankle_diagram_get_arc (const RankleDiagram *diagram, guint arc)
{
  g_return_val_if_fail (diagram != NULL && arc < diagram->arcs->len, NULL);

  return &g_array_index (diagram->arcs, RankleArc, arc);
}

guint
rankle_diagram_find (const RankleDiagram *diagram, const char *id)
{
  g_return_val_if_fail (diagram != NULL && id != NULL, RANKLE_NO_GLYPH);

  return GPOINTER_TO_UINT (g_hash_table_lookup (diagram->by_id, id)) - 1;
}

guint
rankle_diagram_get_driver (const RankleDiagram *diagram, guint arc)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);

  g_return_val_if_fail (it != NULL, RANKLE_NO_GLYPH);

  return it->klass == RANKLE_ARC_CONSUMPTION ? it->target : it->source;
}

/* The build finds the words of the bundled maps for translators. */
static const char *
translate (const char *text)
{
  return text == NULL || *text == '\0' ? "" : _ (text);
}

const char *
rankle_diagram_get_label (const RankleDiagram *diagram, guint glyph)
{
  return translate (rankle_diagram_get_glyph (diagram, glyph)->label);
}

const char *
rankle_diagram_get_note (const RankleDiagram *diagram, guint glyph)
{
  return translate (rankle_diagram_get_glyph (diagram, glyph)->note);
}

gboolean
rankle_glyph_is_entity (const RankleGlyph *glyph)
{
  g_return_val_if_fail (glyph != NULL, FALSE);

  switch (glyph->klass)
    {
    case RANKLE_GLYPH_MACROMOLECULE:
    case RANKLE_GLYPH_MULTIMER:
    case RANKLE_GLYPH_SIMPLE_CHEMICAL:
    case RANKLE_GLYPH_COMPLEX:
    case RANKLE_GLYPH_UNSPECIFIED:
    case RANKLE_GLYPH_PHENOTYPE:
    case RANKLE_GLYPH_PERTURBING_AGENT:
      return TRUE;
    case RANKLE_GLYPH_COMPARTMENT:
    case RANKLE_GLYPH_PROCESS:
    case RANKLE_GLYPH_ASSOCIATION:
    case RANKLE_GLYPH_SOURCE_AND_SINK:
    case RANKLE_GLYPH_ANNOTATION:
    case RANKLE_GLYPH_UNIT_OF_INFORMATION:
    default:
      return FALSE;
    }
}
