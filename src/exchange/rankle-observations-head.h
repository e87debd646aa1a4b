/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence-row.h"
#include "rankle-observations.h"

G_BEGIN_DECLS

/* What stands in a column of a table of observations. */
typedef enum
{
  RANKLE_CELL_NOTHING, /* that is read */
  RANKLE_CELL_TIME,
  RANKLE_CELL_QUANTITY,
  RANKLE_CELL_VALUE,
  RANKLE_CELL_LOW,
  RANKLE_CELL_HIGH,
  RANKLE_CELL_SPREAD, /* on either side of the value */
  RANKLE_CELL_ARM,
} RankleCellKind;

/* @of: in a wide table: the column of the value that it belongs to; its own of a value */
typedef struct
{
  RankleCellKind kind;
  guint          of;
} RankleCell;

/**
 * RankleObservationsHead:
 * @names: (owned): char *, a column each
 * @cells: (owned): RankleCell, likewise
 * @is_long: quantities stand in a column
 */
typedef struct
{
  GPtrArray  *names;
  GArray     *cells;
  gboolean    is_long;
  RankleClock clock;
} RankleObservationsHead;

/* @head: empty; to be cleared, also after an error. */
gboolean _rankle_observations_head_read (RankleObservationsHead *head,
                                         const RanklePlace      *place,
                                         const GPtrArray        *fields,
                                         GError                **error);
void     _rankle_observations_head_clear (RankleObservationsHead *head);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleObservationsHead, _rankle_observations_head_clear)

G_END_DECLS
