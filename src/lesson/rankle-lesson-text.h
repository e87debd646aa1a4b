/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The small Markdown of lessons and help. A text is a list of blocks, each a string: a
 * paragraph, or, behind "- ", an item of a list. In it:
 *
 *   *emphasis*   **strong**   [words](node:OPG)
 *
 * none within another; a backslash takes *, [, ] and itself out of service. A link goes
 * to a node of the map, a control, a panel of plots, a card, a topic, a scenario, a
 * lesson or a page of the help: never out of the program. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_SPAN_PLAIN,
  RANKLE_SPAN_EMPHASIS,
  RANKLE_SPAN_STRONG,
  RANKLE_SPAN_LINK,
} RankleSpanKind;

typedef struct
{
  RankleSpanKind kind;
  char          *text;   /* (owned) */
  char          *target; /* (owned) (nullable): of a link: "node:OPG" */
} RankleSpan;

typedef struct
{
  gboolean is_item;
  GArray  *spans; /* (owned): RankleSpan, one at least */
} RankleBlock;

/* (transfer full) (nullable): @text as a block; NULL, and *@complaint (transfer full)
 * (optional), where its marks do not fit together. */
RankleBlock *rankle_block_parse (const char *text, char **complaint);
void         rankle_block_free (RankleBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBlock, rankle_block_free)

/* (transfer full): the words alone, as they are read out and stand in a report. */
char *rankle_block_to_plain (const RankleBlock *block);
/* (transfer full): for a label that knows <i>, <b> and <a href>. */
char *rankle_block_to_markup (const RankleBlock *block);

/* (transfer full): as that, of words that may be a translation; where its marks do not
 * fit together, of @original, which has none that do not. */
char *rankle_block_words_to_markup (const char *words, const char *original);
char *rankle_block_words_to_plain (const char *words, const char *original);

/* What a link may go to: "node", …; NULL at the end. */
extern const char *const rankle_span_targets[];

G_END_DECLS
