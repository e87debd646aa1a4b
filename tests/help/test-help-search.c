/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed finds pages. */

#include "rankle-help-search.h"
#include "rankle-help.h"

static const char *const none[] = { NULL };

#define TEXT(words) ((const char *const[]){ words, NULL })

static const RankleHelpPage bone = { .id = "bone",
                                     .title = "Bone",
                                     .summary = "Its cells.",
                                     .of = none,
                                     .text = TEXT ("**Naïve** [plots](help:a)") };
static const RankleHelpPage cells = { .id = "cells",
                                      .title = "Cells",
                                      .summary = "Of bone.",
                                      .of = none,
                                      .text = TEXT ("They *resorb*.") };
static const RankleHelpPage drugs = { .id = "drugs",
                                      .title = "Dosés",
                                      .summary = "Given.",
                                      .of = none,
                                      .text = TEXT ("To cells of bone.") };

static const struct
{
  const char *words, *found;
} searches[] = {
  { "", "bone cells drugs" },
  { "?!", "bone cells drugs" },
  { "bone", "bone cells drugs" }, /* title, summary, text */
  { "cells", "cells bone drugs" },
  { "CELLS of", "cells drugs" }, /* every word */
  { "of cells", "cells drugs" },
  { "cel", "cells bone drugs" }, /* as they begin */
  { "ells", "" },
  { "doses", "drugs" },
  { "Dosés", "drugs" },
  { "naive", "bone" },
  { "NAÏVE", "bone" },
  { "cells naïf", "" },
  { "cëlls", "cells bone drugs" },
  { "help", "" }, /* where a link goes is not read */
  { "plots", "bone" },
  { "resorb", "cells" },
};

static void
test_found (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  g_ptr_array_add (pages, (gpointer)&bone);
  g_ptr_array_add (pages, (gpointer)&cells);
  g_ptr_array_add (pages, (gpointer)&drugs);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) found = rankle_help_search (pages, searches[i].words);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                ((const RankleHelpPage *)found->pdata[j])->id);
      g_assert_cmpstr (ids->str, ==, searches[i].found);
    }
}

/* Words that somebody would type, and the page that they are after. */
static const struct
{
  const char *words, *id;
} wanted[] = {
  { "first", "first-steps" },  { "slider", "controls" },    { "zoom", "plots" },
  { "missed dose", "doses" },  { "baseline run", "runs" },  { "sbml", "files" },
  { "screen reader", "keys" }, { "citation", "published" }, { "grade", "models" },
  { "trimer", "scenes" },      { "teacher", "lessons" },    { "projector", "window" },
  { "speed", "time" },         { "glyph", "map" },          { "peak", "measures" },
};

static void
test_wanted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) found =
          rankle_help_search (rankle_help_get_pages (), wanted[i].words);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (((const RankleHelpPage *)found->pdata[0])->id, ==, wanted[i].id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-search/found", test_found);
  g_test_add_func ("/help-search/wanted", test_wanted);
  return g_test_run ();
}
