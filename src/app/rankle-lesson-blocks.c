/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-blocks.h"

#include <glib/gi18n.h>

#include "rankle-lesson-text.h"

#define GAP 6

/* GTK 4.8 takes a box that was empty when nobody saw it for one whose height does not
 * follow its width, and stays at that: the first label of each is never taken away. */
void
rankle_lesson_blocks_clear (GtkBox *box)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LABEL (first));

  while ((child = gtk_widget_get_next_sibling (first)) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
rankle_lesson_blocks_add_label (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "margin-top", GAP, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

void
rankle_lesson_blocks_name_button (GtkButton *button, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);
  g_autofree char *heard = g_strjoinv ("", parts);

  gtk_button_set_use_underline (button, TRUE);
  gtk_button_set_label (button, label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heard, -1);
}

static gboolean
is_item (const char *original)
{
  g_autoptr (RankleBlock) block = rankle_block_parse (original, NULL);

  return block != NULL && block->is_item;
}

static void
add_block (GtkBox             *box,
           const RankleLesson *lesson,
           const char         *original,
           GCallback           link,
           gpointer            data)
{
  g_autofree char *markup =
      rankle_block_words_to_markup (rankle_lesson_translate (lesson, original), original);
  /* Translators: an item of a list */
  g_autofree char *item =
      is_item (original) ? g_strdup_printf (_ ("• %s"), markup) : NULL;
  GtkWidget *label =
      rankle_lesson_blocks_add_label (box, item != NULL ? item : markup, NULL);

  gtk_label_set_use_markup (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "activate-link", link, data);
}

void
rankle_lesson_blocks_add (GtkBox             *box,
                          const RankleLesson *lesson,
                          const char         *heading,
                          const char *const  *blocks,
                          GCallback           link,
                          gpointer            data)
{
  g_return_if_fail (GTK_IS_BOX (box) && lesson != NULL);

  if (blocks == NULL || blocks[0] == NULL)
    return;
  if (heading != NULL)
    rankle_lesson_blocks_add_label (box, heading, "caption-heading");
  for (guint i = 0; blocks[i] != NULL; i++)
    add_block (box, lesson, blocks[i], link, data);
}

/* ---- what is known ---- */

/* (transfer full) */
static char *
fact_in_words (const RankleLesson *lesson, const RankleLessonFact *fact)
{
  const char *words = rankle_lesson_translate (lesson, fact->words);
  const char *source = rankle_lesson_translate (lesson, fact->source);

  if (source != NULL)
    /* Translators: what is known, and from where */
    return g_strdup_printf (_ ("• %1$s (%2$s)"), words, source);
  if (fact->grade == RANKLE_LESSON_RECALLED)
    return g_strdup_printf (_ ("• %s (recalled, not looked up)"), words);
  /* Translators: an item of a list */
  return g_strdup_printf (_ ("• %s"), words);
}

void
rankle_lesson_blocks_add_known (GtkBox *box, const RankleLesson *lesson)
{
  g_return_if_fail (GTK_IS_BOX (box) && lesson != NULL);

  if (lesson->n_known > 0)
    rankle_lesson_blocks_add_label (box, _ ("What is known"), "caption-heading");
  for (guint i = 0; i < lesson->n_known; i++)
    {
      g_autofree char *words = fact_in_words (lesson, &lesson->known[i]);

      rankle_lesson_blocks_add_label (box, words, NULL);
    }
}

/* ---- read out ---- */

void
rankle_lesson_blocks_append_plain (GString            *words,
                                   const RankleLesson *lesson,
                                   const char *const  *blocks)
{
  g_return_if_fail (words != NULL && lesson != NULL);

  for (guint i = 0; blocks != NULL && blocks[i] != NULL; i++)
    {
      g_autofree char *plain = rankle_block_words_to_plain (
          rankle_lesson_translate (lesson, blocks[i]), blocks[i]);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", plain);
    }
}
