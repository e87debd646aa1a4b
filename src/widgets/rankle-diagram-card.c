/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _RankleDiagramCard
{
  GtkBox    parent_instance;
  GtkLabel *name, *formula, *amount, *note, *further; /* Borrowed: children */
};

G_DEFINE_FINAL_TYPE (RankleDiagramCard, rankle_diagram_card, GTK_TYPE_BOX)

static GtkLabel *
append_label (RankleDiagramCard *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
set_characters (RankleDiagramCard *self, int characters)
{
  GtkLabel *labels[] = { self->name, self->formula, self->amount, self->note,
                         self->further };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_width_chars (labels[i], characters);
      gtk_label_set_max_width_chars (labels[i], characters);
    }
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
  self->formula = append_label (self, "formula");
  self->amount = append_label (self, "numeric");
  self->note = append_label (self, "note");
  self->further = append_label (self, "further");
  set_characters (self, RANKLE_DIAGRAM_CARD_CHARACTERS);
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
  if (state->is_held)
    /* Translators: a quantity and the amount at which it is held. */
    return g_strdup_printf (_ ("%1$s, held: %2$s"), quantity->label, amount);
  /* Translators: a quantity and its amount. */
  return g_strdup_printf (_ ("%s: %s"), quantity->label, amount);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
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

  set_characters (card, RANKLE_DIAGRAM_CARD_CHARACTERS);
  states = rankle_diagram_values_get_states (values);
  amount = compose_amount (glyph, &states[glyph], values);
  gtk_label_set_text (card->name,
                      rankle_glyph_state_get_label (&states[glyph], diagram, glyph));
  gtk_label_set_text (card->amount, amount);
  /* The note is about what the diagram has in this place. */
  set_text (card->note,
            states[glyph].label != NULL ? "" : rankle_diagram_get_note (diagram, glyph));
  gtk_widget_set_visible (GTK_WIDGET (card->amount), *amount != '\0');
  gtk_widget_set_visible (GTK_WIDGET (card->formula), FALSE);
}

void
rankle_diagram_card_show_arc (RankleDiagramCard      *card,
                              const char             *words,
                              const RankleTerm       *term,
                              const RankleTrajectory *run,
                              const RankleTrajectory *baseline,
                              double                  time)
{
  g_autofree char *formula = NULL, *value = NULL, *names = NULL;

  g_return_if_fail (RANKLE_IS_DIAGRAM_CARD (card) && words != NULL);

  gtk_label_set_text (card->name, words);
  gtk_widget_set_visible (GTK_WIDGET (card->further), FALSE);
  if (term == NULL)
    {
      set_text (card->formula, "");
      set_text (card->amount, "");
      set_text (card->note, _ ("This model’s equations have no term of its own for it."));
      return;
    }
  formula = rankle_term_formula_in_words (term);
  value = rankle_term_value_in_words (term, run, baseline, time);
  names = rankle_term_names_in_words (term, run, time);
  set_text (card->formula, formula);
  set_text (card->amount, value);
  set_text (card->note, names);
}

void
rankle_diagram_card_arrange (RankleDiagramCard *card, int characters, gboolean with_note)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_CARD (card) && characters > 0);

  set_characters (card, characters);
  gtk_widget_set_visible (GTK_WIDGET (card->note),
                          with_note && *gtk_label_get_text (card->note) != '\0');
}

void
rankle_diagram_card_set_further (RankleDiagramCard *card, const RankleCard *further)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_CARD (card));

  gtk_widget_set_visible (GTK_WIDGET (card->further), further != NULL);
  if (further != NULL)
    {
      /* Translators: %s is a molecule, such as “RANK”. */
      g_autofree char *words =
          g_strdup_printf (_ ("Enter or double-click: card of %s"), _ (further->title));

      gtk_label_set_text (card->further, words);
    }
}
