/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected or pointed at, and the card that tells of it. */

#include "config.h"

#include "rankle-diagram-callout.h"
#include "rankle-diagram-view-private.h"
#include "rankle-diagram-words.h"
#include "rankle-term-words.h"

guint
_rankle_diagram_view_get_subject (RankleDiagramView *self)
{
  return self->pointed != RANKLE_NO_GLYPH ? self->pointed : self->selected;
}

/* A model may have something else in the glyph's place: that has none. */
const RankleCard *
_rankle_diagram_view_find_card (RankleDiagramView *self, guint glyph)
{
  const RankleGlyph *it;

  if (glyph == RANKLE_NO_GLYPH)
    return NULL;
  it = rankle_diagram_get_glyph (self->diagram, glyph);
  if (it->label == NULL || !rankle_glyph_is_entity (it) ||
      rankle_diagram_values_get_states (self->values)[glyph].label != NULL)
    return NULL;
  return rankle_cards_find_for_node (it->label);
}

guint
_rankle_diagram_view_get_subject_arc (RankleDiagramView *self)
{
  if (self->pointed != RANKLE_NO_GLYPH)
    return RANKLE_NO_ARC;
  return self->pointed_arc != RANKLE_NO_ARC ? self->pointed_arc : self->arc;
}

/* The document is asked once for each arc that is come to. */
const RankleTerm *
_rankle_diagram_view_get_term (RankleDiagramView *self, guint arc)
{
  g_assert (arc != RANKLE_NO_ARC && self->diagram != NULL);

  if (self->term_arc == arc)
    return self->term;
  g_clear_pointer (&self->term, rankle_term_free);
  self->term_arc = arc;
  self->term =
      rankle_term_read_for_arc (rankle_study_get_model (self->study), self->diagram, arc);
  return self->term;
}

char *
_rankle_diagram_view_describe_arc (RankleDiagramView *self, guint arc)
{
  g_autofree char *words = rankle_diagram_describe_arc (
      self->diagram, arc, rankle_diagram_values_get_states (self->values));
  GString *sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (words)));
  g_string_append (sentence, g_utf8_next_char (words));
  return g_string_free (sentence, FALSE);
}

static void
light (RankleDiagramView *self, guint subject)
{
  const RankleQuantity *quantity =
      subject == RANKLE_NO_GLYPH
          ? NULL
          : rankle_diagram_values_get_quantity (self->values, subject);

  if (self->spotlight != NULL)
    rankle_spotlight_light (self->spotlight, quantity == NULL ? NULL : quantity->id,
                            self);
}

static void
show_arc (RankleDiagramView *self, guint arc)
{
  g_autofree char *words = _rankle_diagram_view_describe_arc (self, arc);

  rankle_diagram_card_show_arc (
      self->card, words, _rankle_diagram_view_get_term (self, arc),
      rankle_study_get_trajectory (self->study), rankle_study_get_baseline (self->study),
      rankle_study_get_cursor (self->study));
}

static RankleBox
place_card (RankleDiagramView *self, RankleBox surface, GtkRequisition size)
{
  guint arc = _rankle_diagram_view_get_subject_arc (self);

  if (arc != RANKLE_NO_ARC)
    return rankle_diagram_place_arc_callout (self->diagram, arc, self->camera, surface,
                                             size.width, size.height);
  return rankle_diagram_place_callout (self->diagram,
                                       _rankle_diagram_view_get_subject (self),
                                       self->camera, surface, size.width, size.height);
}

static gboolean
has_place (RankleDiagramView *self, double width, double height)
{
  guint          arc = _rankle_diagram_view_get_subject_arc (self);
  GtkRequisition least, usual;
  RankleBox      place;

  gtk_widget_get_preferred_size (GTK_WIDGET (self->card), &least, &usual);
  if (usual.width > width || usual.height > height)
    return FALSE;
  place = place_card (self, (RankleBox){ 0, 0, width, height }, usual);
  if (arc != RANKLE_NO_ARC)
    return rankle_diagram_callout_is_clear_of_arc (self->diagram, arc, self->camera,
                                                   place);
  return rankle_diagram_callout_is_clear_of_glyph (
      self->diagram, _rankle_diagram_view_get_subject (self), self->camera, place);
}

/* Wide where there is room for a formula, and what is least needed goes first: an arc may
 * run round all of the map, and a glyph be looked at from near. */
static void
arrange_card (RankleDiagramView *self)
{
  static const struct
  {
    int      characters;
    gboolean with_note;
  } ways[] = { { 44, TRUE }, { 27, TRUE }, { 44, FALSE }, { 27, FALSE }, { 20, FALSE } };
  gboolean of_arc = _rankle_diagram_view_get_subject_arc (self) != RANKLE_NO_ARC;
  double   width = gtk_widget_get_width (GTK_WIDGET (self));
  double   height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; width > 0 && i < G_N_ELEMENTS (ways); i++)
    {
      if (!of_arc && ways[i].characters > RANKLE_DIAGRAM_CARD_CHARACTERS)
        continue;
      rankle_diagram_card_arrange (self->card, ways[i].characters, ways[i].with_note);
      if (has_place (self, width, height))
        return;
    }
}

void
_rankle_diagram_view_update_card (RankleDiagramView *self)
{
  guint subject = _rankle_diagram_view_get_subject (self);
  guint arc = _rankle_diagram_view_get_subject_arc (self);

  g_assert (subject == RANKLE_NO_GLYPH || self->diagram != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->card),
                          subject != RANKLE_NO_GLYPH || arc != RANKLE_NO_ARC);
  if (arc != RANKLE_NO_ARC)
    show_arc (self, arc);
  else if (subject != RANKLE_NO_GLYPH)
    {
      rankle_diagram_card_show (self->card, self->diagram, subject, self->values);
      rankle_diagram_card_set_further (self->card,
                                       _rankle_diagram_view_find_card (self, subject));
    }
  if (arc != RANKLE_NO_ARC || subject != RANKLE_NO_GLYPH)
    arrange_card (self);
  light (self, subject);
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
  place = place_card (self, (RankleBox){ 0, 0, width, height }, usual);
  gtk_widget_size_allocate (
      GTK_WIDGET (self->card),
      &(GtkAllocation){ (int)place.x, (int)place.y, usual.width, usual.height }, -1);
}

void
_rankle_diagram_view_point_at (RankleDiagramView *self, GtkPopover *popover)
{
  RankleBox box;

  g_assert (self->selected != RANKLE_NO_GLYPH);

  box = rankle_diagram_camera_box_to_pixel (
      self->camera, rankle_diagram_get_glyph (self->diagram, self->selected)->box);
  gtk_popover_set_pointing_to (
      popover,
      &(GdkRectangle){ (int)box.x, (int)box.y, (int)box.width, (int)box.height });
}

void
_rankle_diagram_view_update_actions (RankleDiagramView *self)
{
  static const char *const actions[] = { "diagram.menu",       "diagram.knock-out",
                                         "diagram.scale",      "diagram.hold",
                                         "diagram.show-curve", "diagram.copy-value" };
  gboolean                 any = self->selected != RANKLE_NO_GLYPH;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagram.open-card",
                                 _rankle_diagram_view_find_card (self, self->selected) !=
                                     NULL);
}

void
_rankle_diagram_view_set_selected (RankleDiagramView *self, guint glyph)
{
  g_assert (glyph == RANKLE_NO_GLYPH ||
            glyph < rankle_diagram_get_n_glyphs (self->diagram));

  self->selected = glyph;
  self->arc = RANKLE_NO_ARC;
  if (glyph != RANKLE_NO_GLYPH && !self->fitted)
    _rankle_diagram_view_reveal (self, glyph);
  _rankle_diagram_view_update_actions (self);
  _rankle_diagram_view_update_card (self);
  _rankle_diagram_view_tell (self);
}

void
_rankle_diagram_view_set_arc (RankleDiagramView *self, guint arc)
{
  if (self->arc == arc)
    return;
  self->arc = arc;
  _rankle_diagram_view_update_card (self);
  _rankle_diagram_view_tell (self);
}

void
_rankle_diagram_view_set_pointed (RankleDiagramView *self, guint glyph, guint arc)
{
  g_assert (glyph == RANKLE_NO_GLYPH || arc == RANKLE_NO_ARC);

  if (self->pointed == glyph && self->pointed_arc == arc)
    return;
  self->pointed = glyph;
  self->pointed_arc = arc;
  _rankle_diagram_view_update_card (self);
}
