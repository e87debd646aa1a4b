/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled pages: each is read, short, and led to. What they say of keys and names is
 * held by check-help.py. */

#include <string.h>

#include "rankle-help.h"
#include "rankle-lesson-text.h"

#define MOST_BLOCKS     15
#define MOST_CHARACTERS 3000 /* of a page: two minutes of reading */
#define MOST_OF_BLOCK   520

typedef void (*LinkFunc) (const RankleHelpPage *page, const char *target, gpointer data);

static void
visit_block (const RankleHelpPage *page, const char *text, LinkFunc visit, gpointer data)
{
  g_autoptr (RankleBlock) block = rankle_block_parse (text, NULL);

  for (guint i = 0; i < block->spans->len; i++)
    if (g_array_index (block->spans, RankleSpan, i).kind == RANKLE_SPAN_LINK)
      visit (page, g_array_index (block->spans, RankleSpan, i).target, data);
}

static void
visit_links (LinkFunc visit, gpointer data)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];

      for (guint j = 0; page->text[j] != NULL; j++)
        visit_block (page, page->text[j], visit, data);
    }
}

/* ---- tests ---- */

static void
test_short (void)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  g_assert_cmpuint (pages->len, ==, 15);
  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];
      gsize                 length = 0;

      g_assert_cmpuint (g_strv_length ((char **)page->text), <=, MOST_BLOCKS);
      for (guint j = 0; page->text[j] != NULL; j++)
        {
          g_autofree char *plain =
              rankle_block_words_to_plain (page->text[j], page->text[j]);

          g_assert_cmpuint (g_utf8_strlen (plain, -1), <=, MOST_OF_BLOCK);
          length += (gsize)g_utf8_strlen (plain, -1);
        }
      g_assert_cmpuint (length, <=, MOST_CHARACTERS);
    }
}

static void
test_order (void)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];

      g_assert_cmpuint (page->place, ==, i + 1);
      g_assert_true (rankle_help_find (page->id) == page);
    }
  g_assert_null (rankle_help_find ("nothing"));
}

static void
check_link (const RankleHelpPage *page, const char *target, gpointer data)
{
  const char *id = target + strlen (RANKLE_HELP_LINK);

  g_assert_true (g_str_has_prefix (target, RANKLE_HELP_LINK));
  g_assert_nonnull (rankle_help_find (id));
  g_assert_cmpstr (id, !=, page->id);
}

static void
note_link (const RankleHelpPage *page, const char *target, gpointer led_to)
{
  g_hash_table_add (led_to, g_strdup (target + strlen (RANKLE_HELP_LINK)));
}

/* Each link goes to another page, and each page is gone to. */
static void
test_links (void)
{
  g_autoptr (GHashTable) led_to =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *pages = rankle_help_get_pages ();

  visit_links (check_link, NULL);
  visit_links (note_link, led_to);
  for (guint i = 0; i < pages->len; i++)
    {
      const char *id = ((const RankleHelpPage *)pages->pdata[i])->id;

      g_assert_true (g_hash_table_contains (led_to, id));
    }
}

/* What has the focus has one page. */
static void
test_of (void)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];

      for (guint j = 0; page->of[j] != NULL; j++)
        g_assert_true (rankle_help_find_of (page->of[j]) == page);
    }
  g_assert_cmpstr (rankle_help_find_of ("RanklePlotPanel")->id, ==, "plots");
  g_assert_cmpstr (rankle_help_find_of ("RankleWindow")->id, ==, "window");
  g_assert_null (rankle_help_find_of ("GtkBox"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/short", test_short);
  g_test_add_func ("/help/order", test_order);
  g_test_add_func ("/help/links", test_links);
  g_test_add_func ("/help/of", test_of);
  return g_test_run ();
}
