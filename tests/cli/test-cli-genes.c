/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "cli-runner.h"

/* rankle-cli genes: the bench as text and as comma-separated values. */

#define HEAD                                                                             \
  "gene,off,column,computed,value,wild_type,model,model_column,seen,seen_source,"        \
  "recalled,recalled_source,agreement"

#define N_GENES   14
#define N_COLUMNS 10

static const char *const genes[N_GENES] = {
  "RANKL", "RANK",  "OPG",    "TRAF6", "TRAF2/5", "TRAF3", "TRAF1",
  "NF-kB", "c-Fos", "NFATc1", "LTbR",  "IL-7R",   "PR",    "EP3",
};
static const char *const columns[N_COLUMNS] = {
  "osteoclasts",  "bone",  "lymph_nodes", "peyers_patches", "b_cells", "t_cells",
  "mammary_buds", "fever", "jnk",         "relb_p52",
};

/* (transfer full): the lines behind the notes. */
static char **
read_table (const char *const *arguments)
{
  g_auto (Result) result = { 0 };
  const char *at;

  cli_run (&result, arguments);
  cli_check_ok (&result);
  for (at = result.out; *at == '#'; at = strchr (at, '\n') + 1)
    ;
  return g_strsplit (at, "\n", -1);
}

/* A line a cell: first the switches alone, then each gene, each with all columns. */
static void
check_shape (char **lines, const char *others)
{
  g_assert_cmpstr (lines[0], ==, HEAD);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + (N_GENES + 1) * N_COLUMNS + 1);
  for (guint row = 0; row <= N_GENES; row++)
    for (guint i = 0; i < N_COLUMNS; i++)
      {
        const char *line = lines[1 + row * N_COLUMNS + i];
        g_auto (GStrv) cells = g_strsplit (line, ",", 4);

        g_assert_cmpstr (cells[0], ==, row == 0 ? "" : genes[row - 1]);
        g_assert_cmpstr (cells[2], ==, columns[i]);
        if (row == 0)
          g_assert_cmpstr (cells[1], ==, others);
        else
          g_assert_nonnull (strstr (cells[1], genes[row - 1]));
      }
}

/* (transfer full) (nullable): the cells of a line, of which none has a comma of its own
 * before the seventh. */
static char **
find_line (char **lines, const char *gene, const char *column)
{
  for (; *lines != NULL; lines++)
    {
      g_auto (GStrv) cells = g_strsplit (*lines, ",", 8);

      if (cells[0] != NULL && g_str_equal (cells[0], gene) &&
          g_strcmp0 (cells[2], column) == 0)
        return g_steal_pointer (&cells);
    }
  return NULL;
}

/* What SYSTEMS prints, to its digits, and what follows of the default model. */
static const struct
{
  const char *gene, *column, *word;
  double      value, tolerance;
} golden[] = {
  { "", "lymph_nodes", "formed", 0.9827, 1e-4 },
  { "", "peyers_patches", "formed", 0.9789, 1e-4 },
  { "", "mammary_buds", "normal", 0.676, 5e-4 },
  { "", "jnk", "normal", 0.510, 5e-4 },
  { "", "relb_p52", "normal", 0.630, 5e-4 },
  { "RANKL", "lymph_nodes", "none", 0.0101, 1e-4 },
  { "RANKL", "peyers_patches", "formed", 0.9789, 1e-4 },
  { "RANKL", "mammary_buds", "none", 0.001, 5e-4 },
  { "RANKL", "fever", "none", 0, 1e-6 },
  { "RANKL", "osteoclasts", "none", 0, 0.1 },
  { "OPG", "osteoclasts", "much more", 82.8, 0.1 },
  { "OPG", "bone", "less", 74.3, 0.1 },
  { "TRAF6", "jnk", "half", 0.192, 5e-4 },
  { "TRAF2/5", "relb_p52", "little", 0.205, 5e-4 },
  { "LTbR", "peyers_patches", "none", 0, 1e-6 },
  { "IL-7R", "lymph_nodes", "formed", 0.9418, 1e-4 },
  { "IL-7R", "peyers_patches", "none", 0, 1e-6 },
};

static void
test_csv (void)
{
  g_auto (GStrv) lines = read_table ((const char *const[]){ "genes", "--csv", NULL });

  check_shape (lines, "");
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_auto (GStrv) cells = find_line (lines + 1, golden[i].gene, golden[i].column);

      g_assert_nonnull (cells);
      g_assert_cmpstr (cells[3], ==, golden[i].word);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[4], NULL), golden[i].value,
                                      golden[i].tolerance);
    }
}

static void
test_off (void)
{
  g_auto (GStrv) lines = read_table (
      (const char *const[]){ "genes", "--off", "opg", "--off", "RANKL", "--csv", NULL });
  g_auto (GStrv) now = find_line (lines + 1, "", "osteoclasts");
  g_auto (GStrv) rank = find_line (lines + 1, "RANK", "bone");

  check_shape (lines, "RANKL; OPG");
  g_assert_cmpstr (now[3], ==, "none");
  g_assert_cmpstr (rank[1], ==, "RANKL; RANK; OPG");
  g_assert_cmpstr (rank[3], ==, "more");
}

static void
test_text (void)
{
  g_auto (Result) result = { 0 };
  g_auto (GStrv) lines = NULL;

  RUN (&result, "genes", "--off", "NF-κB");
  cli_check_ok (&result);
  lines = g_strsplit (result.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + (N_GENES + 1) * N_COLUMNS + 1);
  g_assert_true (g_str_has_prefix (lines[0], "genes"));
  g_assert_nonnull (strstr (result.out, "\nRANKL and NF-κB off"));
  g_assert_nonnull (strstr (result.out, "recalled: none (Takayanagi 2002)"));
  g_assert_nonnull (strstr (result.out, "seen: none but mucosal (Dougall 1999, Genes "
                                        "Dev 13:2412)"));
}

/* The one that differs is said to. */
static void
test_differs (void)
{
  g_auto (Result) result = { 0 };
  const char *at;

  RUN (&result, "genes");
  cli_check_ok (&result);
  at = strstr (result.out, " differs ");
  g_assert_nonnull (at);
  g_assert_null (strstr (at + 1, " differs "));
  g_assert_nonnull (g_strstr_len (at, 60, "seen: present, do not work"));
}

static void
test_bad_input (void)
{
  static const struct
  {
    const char *arguments[5], *complaint;
  } bad[] = {
    { { "genes", "--off", "RANKLE" },
      "rankle-cli genes: --off: there is no gene “RANKLE”; there are RANKL, RANK, OPG, "
      "TRAF6, TRAF2/5, TRAF3, TRAF1, NF-kB, c-Fos, NFATc1, LTbR, IL-7R, PR, EP3\n" },
    { { "genes", "--off", "" }, "there is no gene “”" },
    { { "genes", "--off", "\xff" }, "there is no gene “\xef\xbf\xbd”" },
    { { "genes", "RANKL" }, "unexpected argument “RANKL”" },
    { { "genes", "--off" }, "--off" },
    { { "genes", "--out", "x.csv" }, "--out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (Result) result = { 0 };

      cli_run (&result, bad[i].arguments);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_nonnull (strstr (result.err, bad[i].complaint));
      g_assert_true (strchr (result.err, '\n') == result.err + strlen (result.err) - 1);
    }
}

int
main (int argc, char *argv[])
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-genes/csv", test_csv);
  g_test_add_func ("/cli-genes/off", test_off);
  g_test_add_func ("/cli-genes/text", test_text);
  g_test_add_func ("/cli-genes/differs", test_differs);
  g_test_add_func ("/cli-genes/bad-input", test_bad_input);
  return cli_run_tests ();
}
