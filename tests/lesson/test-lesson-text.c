/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-text.h"

/* The small Markdown, as text and as a label has it. */

static const struct
{
  const char *text, *plain, *markup;
} good[] = {
  { "Plain.", "Plain.", "Plain." },
  { "- An item", "• An item", "• An item" },
  { "-not one", "-not one", "-not one" },
  { "*a* and **b**", "a and b", "<i>a</i> and <b>b</b>" },
  { "**b***a*", "ba", "<b>b</b><i>a</i>" },
  { "See [the decoy](node:OPG).", "See the decoy.",
    "See <a href=\"node:OPG\">the decoy</a>." },
  { "3 \\* 4 \\[a\\] \\\\", "3 * 4 [a] \\", "3 * 4 [a] \\" },
  { "*a\\*b*", "a*b", "<i>a*b</i>" },
  { "a < b & c > d", "a < b & c > d", "a &lt; b &amp; c &gt; d" },
  { "[a & b](card:x<y)", "a & b", "<a href=\"card:x&lt;y\">a &amp; b</a>" },
  { "50 % of ] is )", "50 % of ] is )", "50 % of ] is )" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *complaint = NULL;
      g_autoptr (RankleBlock) block = rankle_block_parse (good[i].text, &complaint);
      g_autofree char *plain = NULL, *markup = NULL;

      g_assert_null (complaint);
      plain = rankle_block_to_plain (block);
      markup = rankle_block_to_markup (block);
      g_assert_cmpstr (plain, ==, good[i].plain);
      g_assert_cmpstr (markup, ==, good[i].markup);
    }
}

static const struct
{
  const char *text, *complaint;
} bad[] = {
  { "", "must not be empty" },
  { "- ", "must not be empty" },
  { "a *b", "what begins with “*” must end with it" },
  { "a **b*", "what begins with “**” must end with it" },
  { "2 * 3 * 4", "no blank may stand within “*”" },
  { "****", "what begins with “**” must end with it" },
  { "[a](b)", "“b” is nothing that a link can go to" },
  { "[a](http://example.org)", "“http://example.org” is nothing that a link can go to" },
  { "[a](node:)", "“node:” is nothing that a link can go to" },
  { "[a] (node:b)", "a link is [words](node:ID)" },
  { "[](node:b)", "a link is [words](node:ID)" },
  { "[a", "a link is [words](node:ID)" },
  { "a\nb", "must be one paragraph: each is a text of its own" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *complaint = NULL;

      g_assert_null (rankle_block_parse (bad[i].text, &complaint));
      g_assert_cmpstr (complaint, ==, bad[i].complaint);
      g_assert_null (rankle_block_parse (bad[i].text, NULL));
    }
}

/* A slip of a translator's costs the translation, and nothing more. */
static void
test_translated (void)
{
  g_autofree char *sound = rankle_block_words_to_markup ("*gut*", "*good*");
  g_autofree char *broken = rankle_block_words_to_markup ("*gut", "*good*");
  g_autofree char *plain = rankle_block_words_to_plain ("[gut](x)", "*good*");

  g_assert_cmpstr (sound, ==, "<i>gut</i>");
  g_assert_cmpstr (broken, ==, "<i>good</i>");
  g_assert_cmpstr (plain, ==, "good");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-text/good", test_good);
  g_test_add_func ("/lesson-text/bad", test_bad);
  g_test_add_func ("/lesson-text/translated", test_translated);
  return g_test_run ();
}
