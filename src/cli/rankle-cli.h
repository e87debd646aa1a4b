/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* Exit status. */
enum
{
  RANKLE_EXIT_OK = 0,
  RANKLE_EXIT_FAILED = 1, /* a run failed, or its result could not be written */
  RANKLE_EXIT_BAD_INPUT = 2,
};

/* A command: @argv begins with the command's own name and is NULL-terminated; returns the
 * exit status. */
typedef int (*RankleCommandFunc) (char **argv);

int rankle_cli_models (char **argv);
int rankle_cli_show (char **argv);
int rankle_cli_simulate (char **argv);
int rankle_cli_steady (char **argv);
int rankle_cli_plot (char **argv);
int rankle_cli_report (char **argv);
int rankle_cli_measure (char **argv);
int rankle_cli_export (char **argv);
int rankle_cli_ensemble (char **argv);
int rankle_cli_import (char **argv);
int rankle_cli_scorecard (char **argv);
int rankle_cli_genes (char **argv);
int rankle_cli_lesson (char **argv);

/* Reads @argv with @context (transfer full), which must leave exactly the names in
 * @operands (a NULL- terminated list such as { "MODEL", NULL }, where "[MODEL]" may be
 * missing) behind. (transfer full): the operands; NULL with an error; NULL without one
 * when --help was asked for and given.
 */
char **rankle_cli_parse (char             **argv,
                         GOptionContext    *context,
                         const char *const *operands,
                         GError           **error);

/* One line on stderr; the exit status for bad input, or for a run that failed or could
 * not be written. @error (transfer full); bad input may be NULL: then nothing is wrong.
 */
int rankle_cli_fail_input (const char *command, GError *error);
int rankle_cli_fail (const char *command, GError *error);

/* One line on stderr, whatever @what holds. */
void rankle_cli_print_error (const char *command, const char *what);

/* To stdout, without what would steer a terminal. A reader that has gone away (a closed
 * pipe) is no failure. */
int rankle_cli_print (const char *command, const char *text, gsize length);

/* Text in columns as wide as they need to be. */
typedef struct _RankleTable RankleTable;

RankleTable *rankle_table_new (guint n_columns);
void         rankle_table_free (RankleTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleTable, rankle_table_free)
/* A row is complete when n_columns cells have been added. NULL: empty. */
void rankle_table_add (RankleTable *table, const char *cell);
void rankle_table_add_number (RankleTable *table, double number);
/* Columns that hold nothing in any row are left out. */
void rankle_table_append_to (const RankleTable *table, const char *indent, GString *text);

G_END_DECLS
