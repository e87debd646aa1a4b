/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-topic.h"

G_BEGIN_DECLS

/* A child of a flow box: miniature, title, sentence, and a menu of the topic's scenarios,
 * which activates @action with the id of one. @topic lives on. */
GtkWidget         *rankle_topic_card_new (const RankleTopic *topic, const char *action);
const RankleTopic *rankle_topic_card_get_topic (GtkWidget *card);

/* How well @words, beginnings of words in any order, fit it: 0, not at all; 1, a title of
 * a scenario, or the sentence; 2, the topic's title. @scenario (out) (optional): id of
 * what they find, one of the topic's. */
guint rankle_topic_card_match (GtkWidget *card, const char *words, const char **scenario);

G_END_DECLS
