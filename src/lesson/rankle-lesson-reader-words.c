/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-lesson-reader-private.h"
#include "rankle-lesson-text.h"

#define MOST_BLOCKS 40

const char *
_rankle_lesson_read_text (RankleLessonReading *self, const char *member)
{
  return _rankle_lesson_keep (self->body, rankle_json_get_text (self->json, member));
}

const char *
_rankle_lesson_read_text_or_none (RankleLessonReading *self, const char *member)
{
  return rankle_json_has (self->json, member) ? _rankle_lesson_read_text (self, member)
                                              : NULL;
}

/* Where the reader stands. */
static void
read_block (RankleLessonReading *self, GPtrArray *blocks)
{
  const char      *text = _rankle_lesson_read_text (self, NULL);
  g_autofree char *complaint = NULL;
  g_autoptr (RankleBlock) block = NULL;

  if (!rankle_json_is_sound (self->json))
    return;
  block = rankle_block_parse (text, &complaint);
  if (block == NULL)
    rankle_json_fail (self->json, NULL, "%s", complaint);
  g_ptr_array_add (blocks, (gpointer)text);
}

const char *const *
_rankle_lesson_read_blocks (RankleLessonReading *self, const char *member)
{
  GPtrArray *blocks = g_ptr_array_new ();

  if (rankle_json_open_list (self->json, member))
    {
      if (rankle_json_count (self->json) > MOST_BLOCKS)
        rankle_json_fail (self->json, NULL, _ ("must not have more than %u"),
                          MOST_BLOCKS);
      while (rankle_json_next (self->json))
        read_block (self, blocks);
      rankle_json_close (self->json);
    }
  return _rankle_lesson_keep_texts (self->body, blocks);
}
