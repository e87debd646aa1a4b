/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-place.h"

G_BEGIN_DECLS

#define RANKLE_STRUCTURE_ERROR (rankle_structure_error_quark ())
GQuark rankle_structure_error_quark (void);

typedef enum
{
  RANKLE_STRUCTURE_ERROR_SYNTAX, /* not the text of a table, or a cell that is no number
                                  */
  RANKLE_STRUCTURE_ERROR_LIMIT,  /* more than is read, or further out */
  RANKLE_STRUCTURE_ERROR_CHAIN,  /* neighbours that cannot be neighbours */
} RankleStructureError;

#define RANKLE_STRUCTURE_MOST_ROWS 2000
#define RANKLE_STRUCTURE_MOST_PLACE                                                      \
  500.0 /* angstrom from the middle, along each axis                                     \
         */

/**
 * RankleTableRow:
 * @name: of the file, as complaints have it
 * @columns: names, NULL at the end
 * @cells: as many
 *
 * A row of data/structures/NAME.csv. Lines that begin with # are comments, the first
 * other one names the columns, numbers are those of the C locale.
 */
typedef struct
{
  const char *name;
  guint       line;
  char      **columns, **cells;
} RankleTableRow;

/* Whether to go on. */
typedef gboolean (*RankleTableRowFunc) (const RankleTableRow *row,
                                        gpointer              data,
                                        GError              **error);

/* Gives every row to @func; @name stands in front of complaints. */
gboolean rankle_structure_table_read (GBytes            *text,
                                      const char        *name,
                                      RankleTableRowFunc func,
                                      gpointer           data,
                                      GError           **error);

/* (nullable): there is no such column. */
const char *rankle_table_row_find (const RankleTableRow *row, const char *column);
/* A finite number; a column that is not there, is a fault. */
gboolean rankle_table_row_get_number (const RankleTableRow *row,
                                      const char           *column,
                                      double               *value,
                                      GError              **error);
/* What stands in the columns of these three names, as numbers of at most @most. */
gboolean rankle_table_row_get_place (const RankleTableRow *row,
                                     const char *const     columns[3],
                                     double                most,
                                     RanklePlace          *place,
                                     GError              **error);
/* FALSE, with a complaint that names file and line; takes @words. */
gboolean rankle_table_row_fail (const RankleTableRow *row,
                                RankleStructureError  code,
                                char                 *words,
                                GError              **error);

G_END_DECLS
