/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"

G_BEGIN_DECLS

/* A scan over one or two things, a run a cell. All are borrowed. */
typedef struct
{
  const RankleRunOptions *run;
  char                  **grid;       /* NULL-terminated: NAME=FROM..TOxN[:log] */
  char                  **measures;   /* (nullable): COLUMN@end …; NULL: of the plots */
  const char             *out;        /* (nullable): stdout */
  const char             *map;        /* (nullable): a picture of the first measure */
  gboolean                map_log;    /* of which colours go by ratio */
  guint                   n_threads;  /* ≥ 1 */
  gboolean                keep_going; /* a cell that fails is no failure */
  gboolean                stats, no_comments;
} RankleGridOptions;

/* Runs the cells and writes a row a cell, the last axis fastest, and a map where one is
 * wanted; with a map, the table is not written to stdout. A cell that fails has
 * empty figures, and how many did and why the first did is told on stderr; where all do,
 * nothing is written. The exit status: a failed cell is a failed run, unless
 * @keep_going. */
int rankle_cli_run_grid (const char *command, const RankleGridOptions *options);

G_END_DECLS
