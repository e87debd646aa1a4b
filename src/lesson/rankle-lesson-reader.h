/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-exchange-error.h"
#include "rankle-lesson.h"

G_BEGIN_DECLS

/* A longer file is no lesson. */
#define RANKLE_LESSON_BYTES_MAX (256 * 1024)

/* (transfer full): of a text (data/schemas/lesson.schema.json), which is not kept. Models
 * and scenarios that it names are bundled ones; what it says of them is held against
 * them, so that a lesson that was read can be run. @length may be -1; @name stands in
 * front of a complaint, which is one sentence with its line and place
 * (RANKLE_EXCHANGE_ERROR). */
RankleLesson *
rankle_lesson_parse (const char *text, gssize length, const char *name, GError **error);
/* The file says that it is a lesson, be it a good one: it has steps. */
gboolean rankle_lesson_is_file (const char *path);
/* (transfer full): of a file. */
RankleLesson *rankle_lesson_load (const char *path, GError **error);

G_END_DECLS
