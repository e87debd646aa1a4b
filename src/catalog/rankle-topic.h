/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-shape.h"

G_BEGIN_DECLS

#define RANKLE_MINIATURE_WIDTH  160
#define RANKLE_MINIATURE_HEIGHT 90

/**
 * RankleTopic:
 * @sentence: what its card says
 * @ours: the model of its first scenario was built for teaching, and its sizes are ours
 * @scenarios: ids, NULL at the end, one at least: the card opens the first
 *
 * One of the ways into what the axis does: data/topics/ID.json. Words are as in the file,
 * for gettext to translate.
 */
typedef struct
{
  const char        *id, *title, *sentence;
  guint              place;
  gboolean           ours;
  const char *const *scenarios;
  const RankleShape *shapes;
  guint              n_shapes;
} RankleTopic;

/* All that are bundled, in their order; constant for the life of the process. */
const RankleTopic *rankle_topics_get (guint *n);

/* (transfer full): of a text, which is not kept; @name stands in front of a complaint. */
RankleTopic *
rankle_topic_parse (const char *text, gssize length, const char *name, GError **error);
void rankle_topic_free (RankleTopic *topic);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleTopic, rankle_topic_free)

G_END_DECLS
