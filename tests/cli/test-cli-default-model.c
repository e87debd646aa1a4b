/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job from the command line: the default model rests at its baseline, and each
 * control moves cells, markers and bone as biology knows. How far exactly is
 * tests/study/test-default-model.c's. */

#include <math.h>
#include <string.h>

#include "cli-runner.h"

#define DAYS 3650

static const char *
skip_cells (const char *line, guint n)
{
  for (; n > 0; n--)
    line = strchr (line, ',') + 1;
  return line;
}

/* In the head of the table, which begins with "time". */
static guint
find_column (const char *head, const char *id)
{
  guint column = 0;

  for (gsize length = strlen (id);; column++, head = strpbrk (head, ",\n") + 1)
    {
      if (strncmp (head, id, length) == 0 && strchr (",\n", head[length]) != NULL)
        return column;
      g_assert_cmpint (*strpbrk (head, ",\n"), ==, ',');
    }
}

/* Column @id of a table with a row a day: DAYS + 1 values. (transfer full) */
static double *
read_column (const char *csv, const char *id)
{
  double     *values = g_new (double, DAYS + 1);
  const char *line = strstr (csv, "\ntime,") + 1;
  guint       column = find_column (line, id);

  for (guint n = 0; n <= DAYS; n++)
    {
      line = strchr (line, '\n') + 1;
      g_assert_cmpfloat (g_ascii_strtod (line, NULL), ==, n);
      values[n] = g_ascii_strtod (skip_cells (line, column), NULL);
    }
  g_assert_cmpstr (strchr (line, '\n'), ==, "\n"); /* nothing more */
  return values;
}

static void
test_baseline (void)
{
  static const char *const columns[] = { "CTX", "P1NP", "BMD_hip", "occupancy",
                                         "osteoclast" };
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "rankle", "--end", "3650", "--every", "1");
  cli_check_ok (&result);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree double *values = read_column (result.out, columns[i]);

      g_assert_cmpfloat (values[0], >, 0);
      if (i < 3)
        g_assert_cmpfloat_with_epsilon (values[0], 100, 1e-9);
      for (guint day = 0; day <= DAYS; day++)
        if (!(fabs (values[day] / values[0] - 1) <= 1e-3))
          g_error ("%s is %g on day %u", columns[i], values[day], day);
    }
}

typedef struct
{
  const char *name;
  const char *arguments[9]; /* after "simulate rankle --end 3650 --every 1" */
  int         osteoclasts;  /* up +1, down -1; CTX goes with them, BMD against them */
} Direction;

static const Direction directions[] = {
  { "opg-off", { "--control", "opg=0" }, 1 },
  { "opg-x4", { "--control", "opg=4" }, -1 },
  { "rankl-off", { "--control", "rankl=0" }, -1 },
  { "rankl-x2", { "--control", "rankl=2" }, 1 },
  { "estrogen-0.2", { "--control", "estrogen=0.2" }, 1 },
  { "denosumab",
    { "--control", "denosumab_dose=60", "--control", "denosumab_interval=182.5",
      "--control", "denosumab_count=6" },
    -1 },
};

static void
run_direction (const Direction *direction, Result *result)
{
  const char *arguments[16] = { "simulate", "rankle", "--end", "3650", "--every", "1" };

  for (guint i = 0; direction->arguments[i] != NULL; i++)
    arguments[6 + i] = direction->arguments[i];
  cli_run (result, arguments);
  cli_check_ok (result);
}

/* Three years on. */
static void
test_direction (gconstpointer data)
{
  const Direction *direction = data;
  g_auto (Result) result = { 0 };
  g_autofree double *cells = NULL;
  g_autofree double *ctx = NULL;
  g_autofree double *bmd = NULL;

  run_direction (direction, &result);
  cells = read_column (result.out, "osteoclast");
  ctx = read_column (result.out, "CTX");
  bmd = read_column (result.out, "BMD_hip");
  g_assert_cmpfloat (direction->osteoclasts * (cells[1095] / cells[0] - 1), >, 0.1);
  g_assert_cmpfloat (direction->osteoclasts * (ctx[1095] - 100), >, 10);
  g_assert_cmpfloat (direction->osteoclasts * (bmd[1095] - 100), <, -1);
}

/* After the last dose more osteoclasts than ever before, and more than half of what was
 * gained is lost within a year. */
static void
test_rebound (void)
{
  g_auto (Result) result = { 0 };
  g_autofree double *cells = NULL;
  g_autofree double *ctx = NULL;
  g_autofree double *bmd = NULL;
  double             most_cells = 0, most_ctx = 0;

  run_direction (&directions[G_N_ELEMENTS (directions) - 1], &result);
  cells = read_column (result.out, "osteoclast");
  ctx = read_column (result.out, "CTX");
  bmd = read_column (result.out, "BMD_hip");
  for (guint day = 1095; day <= 1095 + 365; day++)
    {
      most_cells = fmax (most_cells, cells[day]);
      most_ctx = fmax (most_ctx, ctx[day]);
    }
  g_assert_cmpfloat (most_cells, >, 1.1 * cells[0]);
  g_assert_cmpfloat (most_ctx, >, 115);
  g_assert_cmpfloat (bmd[1095 + 365] - 100, <, 0.5 * (bmd[1095] - 100));
  g_assert_cmpfloat_with_epsilon (ctx[DAYS], 100, 3);
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-default-model/baseline", test_baseline);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autofree char *path =
          g_strconcat ("/cli-default-model/", directions[i].name, NULL);

      g_test_add_data_func (path, &directions[i], test_direction);
    }
  g_test_add_func ("/cli-default-model/rebound", test_rebound);
  return cli_run_tests ();
}
