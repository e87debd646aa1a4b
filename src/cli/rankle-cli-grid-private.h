/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-axis.h"
#include "rankle-cli-figure.h"
#include "rankle-cli-grid.h"

G_BEGIN_DECLS

#define RANKLE_GRID_AXES_MAX 2

typedef struct
{
  const RankleGridOptions *options;
  RankleModel             *model;    /* (owned) */
  RankleQuestion          *question; /* (owned): of which the cells are variants */
  RankleProtocol          *first;    /* (owned): of cell 0 */

  RankleAxis axes[RANKLE_GRID_AXES_MAX];
  guint      n_axes, n_cells;
  GArray    *figures; /* (owned): RankleFigure */

  RankleProtocol **protocols; /* (owned): n_cells; (nullable) once they are run */
  guint           *order;     /* (owned): n_cells: the cell of each run */
  double          *values;    /* (owned): n_cells × figures */
  GError         **errors;    /* (owned): n_cells, (nullable) */
} RankleGrid;

const RankleFigure *_rankle_grid_get_figure (const RankleGrid *grid, guint k);
/* Which of its axis' values a cell has; the last axis goes fastest. */
guint _rankle_grid_get_index (const RankleGrid *grid, guint cell, guint axis);
/* (transfer full): "k = 1, x = 0.5" */
char *_rankle_grid_describe_cell (const RankleGrid *grid, guint cell);

/* (transfer full): the same rows of the model left alone. */
RankleProtocol *_rankle_grid_ask_neutral (const RankleGrid *grid, GError **error);

/* FALSE: a map is wanted, and it cannot be made of that. */
gboolean _rankle_grid_check_map (const RankleGrid *grid, GError **error);
/* Of a grid that was run: the map, into its file, as a whole or not at all; the exit
 * status. */
int _rankle_grid_write_map (const RankleGrid *grid, const char *command);

/* Of a grid that was run: the table, to where its options say; the exit status. */
int _rankle_grid_write (const RankleGrid *grid, const char *command);
/* How many cells failed, which a line on stderr says. */
guint _rankle_grid_tell_failures (const RankleGrid *grid, const char *command);

G_END_DECLS
