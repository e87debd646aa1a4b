/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of every line: the card keeps its width, and so its place, while numbers run. */
#define WIDTH_CHARACTERS 27

struct _RankleDiagramCard
{
  GtkBox    parent_instance;
  GtkLabel *name, *amount, *note; /* Borrowed: children */
};

G_DEFINE_FINAL_TYPE (RankleDiagramCard, rankle_diagram_card, GTK_TYPE_BOX)

static GtkLabel *
append_label (RankleDiagramCard *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARACTERS);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
rankle_diagram_card_class_init (RankleDiagramCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "diagramcard");
}

static void
rankle_diagram_card_init (RankleDiagramCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->name = append_label (self, "name");
  self->amount = append_label (self, "numeric");
  self->note = append_label (self, "note");
}

GtkWidget *
rankle_diagram_card_new (void)
{
  return g_object_new (RANKLE_TYPE_DIAGRAM_CARD, NULL);
}

/* "Free OPG: 9.20 pM, 2.3 times baseline" */
static char *
compose_amount (guint                      glyph,
                const RankleGlyphState    *state,
                const RankleDiagramValues *values)
{
  const RankleQuantity *quantity = rankle_diagram_values_get_quantity (values, glyph);
  g_autofree char      *amount = rankle_glyph_state_describe_amount (state);

  g_assert (state->standing != RANKLE_GLYPH_SIMULATED || quantity != NULL);

  if (state->standing == RANKLE_GLYPH_NOT_SIMULATED)
    return g_strdup (_ ("Not simulated in this model"));
  if (quantity == NULL || *amount == '\0')
    return state->standing == RANKLE_GLYPH_KNOCKED_OUT ? g_strdup (_ ("Knocked out"))
                                                       : g_steal_pointer (&amount);
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    {
      /* Translators: a quantity whose making is switched off, and what is left of it. */
      return g_strdup_printf (_ ("%s, knocked out: %s"), quantity->label, amount);
    }
  /* Translators: a quantity and its amount. */
  return g_strdup_printf (_ ("%s: %s"), quantity->label, amount);
}

void
rankle_diagram_card_show (RankleDiagramCard         *card,
                          const RankleDiagram       *diagram,
                          guint                      glyph,
                          const RankleDiagramValues *values)
{
  const RankleGlyphState *states;
  g_autofree char        *amount = NULL;

  g_return_if_fail (RANKLE_IS_DIAGRAM_CARD (card));
  g_return_if_fail (diagram != NULL && values != NULL);
  g_return_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram));

  states = rankle_diagram_values_get_states (values);
  amount = compose_amount (glyph, &states[glyph], values);
  gtk_label_set_text (card->name,
                      rankle_glyph_state_get_label (&states[glyph], diagram, glyph));
  gtk_label_set_text (card->amount, amount);
  /* The note is about what the diagram has in this place. */
  gtk_label_set_text (card->note, rankle_diagram_get_note (diagram, glyph));
  gtk_widget_set_visible (GTK_WIDGET (card->note), states[glyph].label == NULL);
  gtk_widget_set_visible (GTK_WIDGET (card->amount), *amount != '\0');
}
