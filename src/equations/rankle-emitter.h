/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-program.h"

/* Turns formulas into instructions. A node with a home (a register that holds its value
 * already) is used from there; every other one gets a temporary, given back after its
 * last use. */

G_BEGIN_DECLS

typedef struct
{
  const RankleGraph *graph;
  guint              size;        /* of the graph, which must not grow meanwhile */
  guint32           *home;        /* (owned): register of each node, or NONE */
  guint              temporaries; /* first register that is free for them */
  guint              n_temporaries;

  /* (owned): scratch of a call for each node, kept because there may be as many calls as
   * nodes. Between calls nothing is needed, and all levels are 0. */
  guint8 *needed; /* has no home and must be computed */
  RankleExpression
          *last_use; /* of what is needed: the last node that reads it, or NONE */
  guint32 *place;    /* of what is needed: its register */
  guint32 *level;
} RankleEmitter;

void rankle_emitter_init (RankleEmitter *self, const RankleGraph *graph);
void rankle_emitter_clear (RankleEmitter *self);

/* Appends to @code (of RankleInstruction) what puts the value of @roots[i] into
 * @targets[i]. */
void rankle_emitter_emit (RankleEmitter          *self,
                          GArray                 *code,
                          const RankleExpression *roots,
                          const guint32          *targets,
                          guint                   n);

void rankle_emitter_append (GArray *code, guint op, guint dst, guint a, guint b, guint c);

G_END_DECLS
