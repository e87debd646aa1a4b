/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-help-search.h"

#include <glib/gi18n-lib.h>

#include "rankle-lesson-text.h"

/* What a word found in a title counts, in a summary, and in the text. */
#define IN_TITLE   100
#define IN_SUMMARY 10
#define IN_TEXT    1

typedef struct
{
  const RankleHelpPage *page;
  guint                 score;
} Found;

/* Accents stand for their letters, in the word and in the text. */
static gboolean
begins_a_word (const char *word, const char *text)
{
  g_autofree char *plain = g_str_to_ascii (word, NULL);

  return g_str_match_string (word, text, TRUE) || g_str_match_string (plain, text, TRUE);
}

static gboolean
is_in_text (const char *word, const RankleHelpPage *page)
{
  for (const char *const *text = page->text; *text != NULL; text++)
    {
      g_autofree char *plain = rankle_block_words_to_plain (_ (*text), *text);

      if (begins_a_word (word, plain))
        return TRUE;
    }
  return FALSE;
}

/* 0: it is not there. */
static guint
score_word (const char *word, const RankleHelpPage *page)
{
  if (begins_a_word (word, _ (page->title)))
    return IN_TITLE;
  if (begins_a_word (word, _ (page->summary)))
    return IN_SUMMARY;
  return is_in_text (word, page) ? IN_TEXT : 0;
}

/* 0: one of @words is not there. */
static guint
score_page (char *const *words, const RankleHelpPage *page)
{
  guint score = IN_TEXT;

  for (; *words != NULL; words++)
    {
      guint of_word = score_word (*words, page);

      if (of_word == 0)
        return 0;
      score += of_word;
    }
  return score;
}

/* In the order of the list where both say as much: the sort is stable. */
static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  const Found *x = a, *y = b;

  return x->score > y->score ? -1 : x->score < y->score;
}

GPtrArray *
rankle_help_search (const GPtrArray *pages, const char *words)
{
  g_auto (GStrv) tokens = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *sorted = g_ptr_array_new ();

  g_return_val_if_fail (pages != NULL && words != NULL, NULL);

  tokens = g_str_tokenize_and_fold (words, NULL, NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      Found one = { pages->pdata[i], score_page (tokens, pages->pdata[i]) };

      if (one.score > 0)
        g_array_append_val (found, one);
    }
  g_array_sort_with_data (found, compare_scores, NULL);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (sorted, (gpointer)g_array_index (found, Found, i).page);
  return sorted;
}
