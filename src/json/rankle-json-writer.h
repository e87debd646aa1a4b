/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The one writer of JSON: members in the order in which they come, numbers so that they
 * are read back the same, two spaces a step. In all of these @member is NULL within a
 * list, and for the whole. */

G_BEGIN_DECLS

typedef struct _RankleJsonWriter RankleJsonWriter;

RankleJsonWriter *rankle_json_writer_new (void);
/* (transfer full): the text, and frees @writer. All that was opened must be closed. */
char *rankle_json_writer_finish (RankleJsonWriter *writer);

void rankle_json_write_object (RankleJsonWriter *writer, const char *member);
void rankle_json_write_list (RankleJsonWriter *writer, const char *member);
void rankle_json_write_end (RankleJsonWriter *writer);

/* FALSE: the reader refuses it in a text. */
gboolean rankle_json_can_hold (gunichar character);
/* @text (nullable): then it is null. What the reader refuses in a text becomes a blank.
 */
void
rankle_json_write_text (RankleJsonWriter *writer, const char *member, const char *text);
/* Finite: JSON has no word for others. */
void
rankle_json_write_number (RankleJsonWriter *writer, const char *member, double number);
void
rankle_json_write_integer (RankleJsonWriter *writer, const char *member, gint64 number);
void
rankle_json_write_boolean (RankleJsonWriter *writer, const char *member, gboolean value);
void rankle_json_write_null (RankleJsonWriter *writer, const char *member);

G_END_DECLS
