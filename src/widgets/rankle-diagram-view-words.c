/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What assistive programs are told of the diagram. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-diagram-view-private.h"
#include "rankle-diagram-words.h"
#include "rankle-term-words.h"

/* They are told when nothing has moved for so long: a reader could follow neither a drag
 * nor a playing clock. */
#define REST_MS 250

/* (transfer full): "" where it has none. */
static char *
describe_card (RankleDiagramView *self)
{
  const RankleCard *card = _rankle_diagram_view_find_card (self, self->selected);

  if (card == NULL)
    return g_strdup ("");
  /* Translators: %s is a molecule, such as “RANK”. */
  return g_strdup_printf (_ (" Enter opens the card of %s."), _ (card->title));
}

static char *
describe_selected (RankleDiagramView *self)
{
  const RankleGlyphState *states = rankle_diagram_values_get_states (self->values);
  g_autofree char *amount = rankle_glyph_state_describe (self->diagram, self->selected,
                                                         &states[self->selected]);
  g_autofree char *card = describe_card (self);
  g_autofree char *around =
      rankle_diagram_describe_surroundings (self->diagram, self->selected, states);

  g_assert (self->selected != RANKLE_NO_GLYPH);

  return g_strdup_printf ("%s. %s %s%s", amount,
                          rankle_diagram_get_note (self->diagram, self->selected), around,
                          card);
}

/* What the arc does, and what it stands for in the equations with the numbers of now. */
static char *
describe_arc (RankleDiagramView *self)
{
  const RankleTerm *term = _rankle_diagram_view_get_term (self, self->arc);
  g_autofree char  *words = _rankle_diagram_view_describe_arc (self, self->arc);
  g_autofree char  *formula = NULL, *value = NULL;

  if (term == NULL)
    return g_strconcat (words, ".", NULL);
  formula = rankle_term_formula_in_words (term);
  value = rankle_term_value_in_words (term, rankle_study_get_trajectory (self->study),
                                      rankle_study_get_baseline (self->study),
                                      rankle_study_get_cursor (self->study));
  /* Translators: what an arrow says; the formula that it stands for; what that comes to
   */
  return g_strdup_printf (_ ("%1$s: %2$s. %3$s."), words, formula, value);
}

void
_rankle_diagram_view_tell (RankleDiagramView *self)
{
  g_autofree char *name = NULL;
  g_autofree char *picture = NULL;

  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->diagram != NULL)
    picture = rankle_diagram_describe (self->diagram,
                                       rankle_diagram_values_get_states (self->values));
  if (self->arc != RANKLE_NO_ARC)
    name = describe_arc (self);
  else if (self->selected != RANKLE_NO_GLYPH)
    name = describe_selected (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      name == NULL ? _ ("Pathway") : name, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
      name == NULL ? "" : name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      picture == NULL ? gtk_label_get_text (self->absence) : picture, -1);
}

static gboolean
tell_cb (gpointer data)
{
  RankleDiagramView *self = data;

  g_assert (self->telling != 0);

  self->telling = 0;
  _rankle_diagram_view_tell (self);
  return G_SOURCE_REMOVE;
}

void
_rankle_diagram_view_tell_at_rest (RankleDiagramView *self)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  self->telling = g_timeout_add (REST_MS, tell_cb, self);
}
