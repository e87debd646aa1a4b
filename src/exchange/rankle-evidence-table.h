/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Comma-separated text, record by record: RFC 4180 with \n or \r\n at the ends of lines.
 * A quoted field may hold commas, quotes written twice, and ends of lines. Another
 * separator stands in the place of the comma where one is given. */
typedef struct
{
  const char *at;        /* Borrowed: what is still to be read */
  guint       line;      /* of @at, from 1 */
  char        separator; /* '\0': a comma */
} RankleTableReader;

/* (transfer full): the next record's fields, as char *. NULL: there is none, or, with
 * @complaint (static, translated), it is broken off. @line: where it begins. An empty
 * line is no record, nor is one that begins with #. */
GPtrArray *_rankle_table_reader_next (RankleTableReader *reader,
                                      guint             *line,
                                      const char       **complaint);

G_END_DECLS
