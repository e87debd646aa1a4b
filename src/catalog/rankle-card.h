/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-shape.h"

G_BEGIN_DECLS

/* What vouches for a statement. Only what was seen bears a citation. */
typedef enum
{
  RANKLE_CARD_SEEN,     /* read in its source */
  RANKLE_CARD_ARTICLE,  /* read in the public copy of the article on RANK */
  RANKLE_CARD_RECALLED, /* known by heart, and not checked */
  RANKLE_CARD_OURS,     /* as our model has it; nothing vouches for it */
} RankleCardGrade;

/**
 * RankleCardEntry:
 * @label: what it is about; NULL where what stands around it says so
 * @words: a sentence or less
 * @source: (nullable): of what was seen: a citation, or none was noted
 */
typedef struct
{
  const char     *label, *words, *source;
  RankleCardGrade grade;
} RankleCardEntry;

/**
 * RankleCardDomain:
 * @first: @last: residues
 * @is_region: one of the parts that the chain falls into; else it lies within one
 */
typedef struct
{
  RankleCardEntry entry;
  guint           first, last;
  gboolean        is_region;
  RankleInk       ink;
} RankleCardDomain;

/* What an adaptor does, and what becomes of osteoclasts without it. */
typedef struct
{
  RankleCardEntry entry, off;
} RankleCardAdaptor;

#define RANKLE_BODY_WIDTH  200
#define RANKLE_BODY_HEIGHT 440

/**
 * RankleCardOrgan:
 * @paths: as those of shapes, NULL at the end, one at least; the first is the one that is
 * pointed to
 * @known: what RANK does there is; else that it was found is all
 * @left: of the picture; its name stands there
 */
typedef struct
{
  const char        *id;
  RankleCardEntry    entry;
  const char *const *paths;
  gboolean           known, left;
} RankleCardOrgan;

/**
 * RankleCard:
 * @nodes: labels of the nodes of maps that it is of, as files have them, NULL at the end
 * @first: @last: residues of what @domains lie on, which is called @chain (nullable)
 * @body: the outline in which @organs lie
 *
 * What a molecule is: data/cards/ID.json. Nothing of it is computed. Words are as in the
 * file, for gettext to translate.
 */
typedef struct
{
  const char              *id, *title, *sentence;
  guint                    place;
  const char *const       *nodes;
  const RankleCardEntry   *facts;
  guint                    n_facts;
  const char              *chain;
  guint                    first, last;
  const RankleCardDomain  *domains;
  guint                    n_domains;
  const RankleCardEntry   *structures;
  guint                    n_structures;
  const RankleCardAdaptor *adaptors;
  guint                    n_adaptors;
  const RankleShape       *body;
  guint                    n_body;
  const RankleCardOrgan   *organs;
  guint                    n_organs;
  GStringChunk            *texts; /* what the words are in */
} RankleCard;

/* All that are bundled, in their order; constant for the life of the process. */
const RankleCard *rankle_cards_get (guint *n);
/* (nullable): by its id, or by the label of a node. */
const RankleCard *rankle_cards_find (const char *id);
const RankleCard *rankle_cards_find_for_node (const char *label);

/* (transfer full): of a text, which is not kept; @name stands in front of a complaint. */
RankleCard *
rankle_card_parse (const char *text, gssize length, const char *name, GError **error);
void rankle_card_free (RankleCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleCard, rankle_card_free)

G_END_DECLS
