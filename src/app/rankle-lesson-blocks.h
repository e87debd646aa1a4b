/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-lesson.h"

G_BEGIN_DECLS

/* Texts of a lesson as labels, whose links go to @link (GtkLabel *, char *, gpointer),
 * and as words to be read out. @heading: (nullable): stands above. Of no blocks nothing
 * is made. */
void rankle_lesson_blocks_add (GtkBox             *box,
                               const RankleLesson *lesson,
                               const char         *heading,
                               const char *const  *blocks,
                               GCallback           link,
                               gpointer            data);
/* All but the first, which is a label that wraps. */
void rankle_lesson_blocks_clear (GtkBox *box);
/* (transfer none): a wrapping label, appended. */
GtkWidget *
rankle_lesson_blocks_add_label (GtkBox *box, const char *words, const char *css_class);
/* @label has a mnemonic, which is not heard: GTK 4.8 would read out the underscore. */
void rankle_lesson_blocks_name_button (GtkButton *button, const char *label);
/* What is known, and from where. */
void rankle_lesson_blocks_add_known (GtkBox *box, const RankleLesson *lesson);
/* Appends to @words: "One. Two." */
void rankle_lesson_blocks_append_plain (GString            *words,
                                        const RankleLesson *lesson,
                                        const char *const  *blocks);

G_END_DECLS
