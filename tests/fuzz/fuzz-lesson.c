/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson as JSON: read, started, written and read again, which must change nothing. */

#include "fuzz-target.h"
#include "rankle-lesson-reader.h"
#include "rankle-lesson-start.h"
#include "rankle-lesson-writer.h"

static void
check_round_trip (const RankleLesson *lesson)
{
  g_autofree char *text = rankle_lesson_format (lesson);
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleLesson) again = rankle_lesson_parse (text, -1, "y", &error);

  g_assert_no_error (error);
  second = rankle_lesson_format (again);
  g_assert_cmpstr (text, ==, second);
}

static void
try_lesson (const char *text, gssize length)
{
  g_autoptr (RankleLesson) lesson = rankle_lesson_parse (text, length, "x", NULL);

  if (lesson == NULL)
    return;
  for (guint i = 0; i < lesson->n_steps; i++)
    {
      g_autoptr (RankleSession) session = rankle_lesson_make_session (lesson, i, NULL);
      g_autoptr (GPtrArray) locked =
          rankle_lesson_list_locked (&lesson->steps[i], session);

      g_assert_nonnull (locked);
    }
  check_round_trip (lesson);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  try_lesson ((const char *)data, (gssize)size);
  return 0;
}
