/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-help-translated LOCALES: in the language that nobody speaks all of the help is
 * translated, and found by what it says there. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "rankle-help-search.h"
#include "rankle-help.h"

static void
assert_translated (const char *words)
{
  g_assert_true (g_str_has_prefix (_ (words), "["));
}

static void
test_all (void)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];

      assert_translated (page->title);
      assert_translated (page->summary);
      for (guint j = 0; page->text[j] != NULL; j++)
        assert_translated (page->text[j]);
    }
}

/* With and without its accents. */
static void
test_search (void)
{
  static const char *const words[] = { "ƥłóŧś", "plots" };
  const RankleHelpPage    *plots = rankle_help_find ("plots");

  g_assert_cmpstr (_ (plots->title), ==, "[Ƥłóŧś]");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) found =
          rankle_help_search (rankle_help_get_pages (), words[i]);

      g_assert_true (g_ptr_array_find (found, plots, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "zz", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-translated/all", test_all);
  g_test_add_func ("/help-translated/search", test_search);
  return g_test_run ();
}
