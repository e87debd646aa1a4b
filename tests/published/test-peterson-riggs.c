/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Peterson and Riggs as the published program computes it: every trajectory of
 * tests/data/peterson-riggs-2012/, every column of each. */

#include <math.h>
#include <string.h>

#include "published-reference.h"
#include "published-run.h"

#define MODEL  "peterson-riggs-2012"
#define FOLDER "peterson-riggs-2012/"
#define RTOL   " --rtol=1e-11"

typedef struct
{
  char  *name;
  double tolerance; /* of a column's largest value */
  char  *arguments;
} Case;

/* A trajectory of the published program. */
static PublishedReference
read_reference (const char *name)
{
  g_autofree char   *path = g_strconcat (FOLDER, name, ".csv", NULL);
  g_autofree char   *text = published_read (path);
  PublishedReference self = published_reference_parse (text);

  g_assert_cmpstr (self.heads[0], ==, "time");
  g_assert_cmpuint (self.n_rows, >, 20);
  return self;
}

/* The case's own run, with rows where the reference has them. */
static RankleTrajectory *
run (const Case *c, const PublishedReference *reference)
{
  g_autofree double *times = g_new (double, reference->n_rows);
  g_autofree char   *arguments = NULL;
  char               end[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (RankleProtocol) even = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;

  for (guint i = 0; i < reference->n_rows; i++)
    times[i] = published_reference_get (reference, i, 0);
  g_ascii_dtostr (end, sizeof end, times[reference->n_rows - 1]);
  arguments = g_strconcat ("--end=", end, RTOL " ", c->arguments, NULL);
  even = published_make_protocol (MODEL, TRUE, arguments);
  protocol = rankle_protocol_copy (even);
  rankle_protocol_set_times (protocol, times, reference->n_rows);
  return published_run (protocol);
}

/* What the published program prints as a column may be a parameter here. */
static double
get_value (RankleTrajectory *trajectory, const char *id, guint row)
{
  RankleModel          *model = rankle_trajectory_get_model (trajectory);
  const RankleQuantity *quantity = rankle_model_find (model, id);

  if (quantity != NULL && quantity->kind == RANKLE_QUANTITY_PARAMETER)
    return quantity->value;
  return rankle_trajectory_get_column (trajectory,
                                       published_find_column (model, id))[row];
}

static void
check_column (const Case               *c,
              const PublishedReference *reference,
              RankleTrajectory         *trajectory,
              guint                     column)
{
  double top = 0, gap = 0;

  for (guint i = 0; i < reference->n_rows; i++)
    {
      double wanted = published_reference_get (reference, i, column);
      double value = get_value (trajectory, reference->heads[column], i);

      g_assert_true (isfinite (value));
      top = fmax (top, fabs (wanted));
      gap = fmax (gap, fabs (value - wanted));
    }
  if (gap <= c->tolerance * top)
    return;
  g_test_message ("%s is off by %.2g of its maximum", reference->heads[column],
                  gap / top);
  g_test_fail ();
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (PublishedReference) reference = read_reference (c->name);
  g_autoptr (RankleTrajectory) trajectory = run (c, &reference);

  for (guint k = 1; k < reference.n_columns; k++)
    check_column (c, &reference, trajectory, k);
  g_test_message ("%u rows of %u columns", reference.n_rows, reference.n_columns - 1);
}

static void
case_free (gpointer data)
{
  Case *c = data;

  g_free (c->name);
  g_free (c->arguments);
  g_free (c);
}

static void
add_case (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_autofree char *path = g_strconcat ("/peterson-riggs/", cells[0], NULL);
  Case            *c = g_new0 (Case, 1);

  g_assert_cmpuint (g_strv_length (cells), ==, 3);
  c->name = g_strdup (cells[0]);
  c->tolerance = g_ascii_strtod (cells[1], NULL);
  c->arguments = g_strdup (cells[2]);
  g_test_add_data_func_full (path, c, test_case, case_free);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  text = published_read (FOLDER "cases.tsv");
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *line != NULL; line++)
    if (**line != '\0')
      {
        add_case (*line);
        n++;
      }
  g_assert_cmpuint (n, ==, 20);
  return g_test_run ();
}
