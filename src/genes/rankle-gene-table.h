/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gene-bench.h"

G_BEGIN_DECLS

/* (transfer full): the bench as comma-separated text, a line a cell, behind notes of who
 * wrote it (@program), what is off and which models were asked. Of what was seen, and of
 * what is recalled, there is a list each with its sources. Nothing may be waited for. */
char *
rankle_gene_table_format (RankleGeneBench *bench, const char *program, gsize *length);

G_END_DECLS
