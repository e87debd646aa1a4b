/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page is read, or refused with a sentence. */

#include <string.h>

#include "mutation.h"
#include "rankle-help-page.h"
#include "rankle-help.h"
#include "rankle-lesson-text.h"
#include "rankle-model-error.h"

#define N_MUTATED 1000

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleHelpPage) page =
      rankle_help_page_parse ("{\"schema\": 1, \"id\": \"a\", \"place\": 7, \"title\": "
                              "\"A\", \"summary\": \"B.\","
                              " \"of\": [\"win.a\"], \"text\": [\"One.\", \"- two\"]}",
                              -1, "a.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->id, ==, "a");
  g_assert_cmpuint (page->place, ==, 7);
  g_assert_cmpstr (page->title, ==, "A");
  g_assert_cmpstr (page->summary, ==, "B.");
  g_assert_cmpstr (page->of[0], ==, "win.a");
  g_assert_null (page->of[1]);
  g_assert_cmpstr (page->text[1], ==, "- two");
  g_assert_null (page->text[2]);
}

static const struct
{
  const char *text, *complaint;
} bad[] = {
  { "[\"a *b\"]", "a.json:6: text[0]: what begins with “*” must end with it" },
  { "[\"a\", \"[b](card:rank)\"]",
    "a.json:6: text[1]: “card:rank” is no page of the help" },
  { "[\"[b](http://example.org)\"]",
    "a.json:6: text[0]: “http://example.org” is nothing that a link can go to" },
  { "[\"a\\nb\"]",
    "a.json:6: text[0]: must be one paragraph: each is a text of its own" },
  { "[]", "a.json:6: text: must have one at least" },
  { "[1]", "a.json:6: text[0]: must be a text" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\n\"schema\": 1, \"id\": \"a\",\n\"place\": 7,\n\"title\": \"A\",\n"
          "\"summary\": \"B.\",\n\"text\": %s}",
          bad[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (rankle_help_page_parse (text, -1, "a.json", &error));
      g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR);
      g_assert_cmpstr (error->message, ==, bad[i].complaint);
    }
}

/* (transfer full) */
static char *
read_file (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "help", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The reader takes and refuses what the schema does. */
static void
test_schema (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "help", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *text = read_file (name);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleHelpPage) page = rankle_help_page_parse (text, -1, name, &error);
      gboolean is_good = g_str_has_prefix (name, "good");

      g_assert_cmpint (page != NULL, ==, is_good);
      if (!is_good)
        g_assert_true (g_pattern_match_simple ("*.json:?*: *", error->message));
    }
  g_assert_cmpuint (n, >=, 10);
}

/* What opened can be drawn: each block has its words, with markup and without. */
static void
check_use (const RankleHelpPage *page)
{
  for (const char *const *text = page->text; *text != NULL; text++)
    {
      g_autofree char *markup = rankle_block_words_to_markup (*text, *text);
      g_autofree char *plain = rankle_block_words_to_plain (*text, *text);

      g_assert_cmpstr (plain, !=, "");
      g_assert_cmpuint (strlen (markup), >=, strlen (plain));
    }
}

static void
test_mutated (void)
{
  g_autofree char *whole = read_file ("good.json");
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autoptr (GString) text = mutate (whole, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleHelpPage) page =
          rankle_help_page_parse (text->str, (gssize)text->len, "a.json", &error);

      g_assert_true ((page == NULL) == (error != NULL));
      if (page != NULL)
        check_use (page);
      else
        {
          g_assert_true (g_str_has_prefix (error->message, "a.json:"));
          g_assert_null (strchr (error->message, '\n'));
        }
      n_opened += page != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 50);
  g_assert_cmpuint (n_opened, <, N_MUTATED / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-page/whole", test_whole);
  g_test_add_func ("/help-page/bad", test_bad);
  g_test_add_func ("/help-page/schema", test_schema);
  g_test_add_func ("/help-page/mutated", test_mutated);
  return g_test_run ();
}
