/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-genes-table.h"

G_BEGIN_DECLS

struct _RankleGenesTable
{
  GtkWidget        parent_instance;
  RankleGeneBench *bench; /* (owned) (nullable): until it is set */
  GtkWidget       *head;  /* child: the heading's box in its scrolled window */
  GtkWidget       *body;  /* child: likewise the rows' */
  GtkBox          *rows;  /* Borrowed: in the body */
  GtkLabel        *now;   /* Borrowed: what row 0 is called */
  GPtrArray       *lines; /* RankleGenesLine, of which none is owned */
  GPtrArray       *stops; /* GtkWidget, (nullable): row by row, what can have the focus */
  guint            row, column; /* of the stop that has it, or had it last */
  GtkWidget       *pointed;     /* (nullable) Borrowed: the cell under the pointer */
  double           x, y;        /* where that was seen last; below 0: nowhere yet */
};

/* rankle-genes-table.c: what can have the focus, row by row; column 0 is that of the
 * switches, and of row 0 has none. */
guint _rankle_genes_table_get_n_stops (RankleGenesTable *self); /* of a row */
/* (nullable) */
GtkWidget *_rankle_genes_table_get_stop (RankleGenesTable *self, guint row, guint column);
/* @widget (nullable): the next. */
void _rankle_genes_table_add_stop (RankleGenesTable *self, GtkWidget *widget);

/* rankle-genes-table-rows.c */
void _rankle_genes_table_build (RankleGenesTable *self);
/* Cells and switches show what the bench says. */
void _rankle_genes_table_update (RankleGenesTable *self);

G_END_DECLS
