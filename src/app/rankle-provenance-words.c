/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance-words.h"

#include <glib/gi18n.h>

#include "rankle-diagram-values.h"

/* Four controls of one drug have one reason. */
static void
add_absent_controls (GPtrArray *sentences, RankleModel *model)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const char *absent = rankle_model_get_control (model, i)->absent;

      if (absent != NULL &&
          !g_ptr_array_find_with_equal_func (sentences, absent, g_str_equal, NULL))
        g_ptr_array_add (sentences, g_strdup (absent));
    }
}

static gboolean
is_missing (RankleModel *model, const RankleGlyph *glyph)
{
  return rankle_glyph_is_entity (glyph) &&
         !rankle_diagram_glyph_has_amount (model, glyph);
}

static void
add_empty_glyphs (GPtrArray *sentences, RankleModel *model)
{
  g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; diagram != NULL && i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (is_missing (model, rankle_diagram_get_glyph (diagram, i)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              rankle_diagram_get_label (diagram, i));
  if (names->len > 0)
    g_ptr_array_add (
        sentences,
        /* Translators: %s is a list of names, such as “JNK, AP-1” */
        g_strdup_printf (
            _ ("On the pathway map, without values of their own in this model: %s."),
            names->str));
}

char **
rankle_provenance_list_missing (RankleModel *model)
{
  GPtrArray *sentences;

  g_return_val_if_fail (model != NULL, NULL);

  sentences = g_ptr_array_new ();
  add_absent_controls (sentences, model);
  add_empty_glyphs (sentences, model);
  g_ptr_array_add (sentences, NULL);
  return (char **)g_ptr_array_free (sentences, FALSE);
}
