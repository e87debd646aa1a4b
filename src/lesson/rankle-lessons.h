/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

G_BEGIN_DECLS

/* All that are bundled, the cards first, each in its place: RankleLesson, constant for
 * the life of the process. */
const GPtrArray *rankle_lessons_get (void);
/* (transfer none) (nullable) */
const RankleLesson *rankle_lessons_find (const char *id);

G_END_DECLS
