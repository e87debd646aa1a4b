/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-ellipsoids.h"
#include "rankle-structure.h"

#include <string.h>

#define HEAD "# a comment\nresidue,name,x,y,z,structure,part,gap\n"

static RankleStructure *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rankle_structure_parse (bytes, "x.csv", error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleStructure) structure =
      parse (HEAD "7,ALA,1.5,-2,3e1,E,CRD1,4\r\n\n8,CYS,4,-2,30,H,CRD2,4\n"
                  "9,CYS,4,1,30,-,,4\n12,CYS,40,1,30,-,CRD1,4",
             &error);
  const RankleResidue *residues;
  guint                n;

  g_assert_no_error (error);
  residues = rankle_structure_get_residues (structure, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (residues[0].number, ==, 7);
  g_assert_cmpfloat (residues[0].place.x, ==, 1.5);
  g_assert_cmpfloat (residues[0].place.z, ==, 30);
  g_assert_cmpint (residues[0].fold, ==, RANKLE_FOLD_STRAND);
  g_assert_cmpint (residues[1].fold, ==, RANKLE_FOLD_HELIX);
  g_assert_cmpint (residues[2].fold, ==, RANKLE_FOLD_LOOP);
  g_assert_cmpuint (rankle_structure_get_n_parts (structure), ==, 2);
  g_assert_cmpstr (rankle_structure_get_part_name (structure, 2), ==, "CRD2");
  g_assert_cmpuint (residues[1].part, ==, 2);
  g_assert_cmpuint (residues[2].part, ==, 0);
  g_assert_cmpuint (residues[3].part, ==, 1);
  /* Residues that were not seen may lie between two, and then those are not neighbours.
   */
  g_assert_false (residues[0].joined);
  g_assert_true (residues[1].joined);
  g_assert_false (residues[3].joined);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *says;
  } cases[] = {
    { "", RANKLE_STRUCTURE_ERROR_SYNTAX, "x.csv: " },
    { "# only\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "there are no rows" },
    { HEAD, RANKLE_STRUCTURE_ERROR_SYNTAX, "there are no rows" },
    { HEAD "1,ALA,1,2,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX,
      "x.csv:3: cells: 7; columns: 8" },
    { HEAD "1,ALA,1,2,3,E,A,4,5\n", RANKLE_STRUCTURE_ERROR_SYNTAX,
      "x.csv:3: cells: 9; columns: 8" },
    { HEAD "1,ALA,one,2,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "x.csv:3: x: “one”" },
    { HEAD "1,ALA,1,2 ,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "x.csv:3: y: “2 ”" },
    { HEAD "1,ALA,1,2,nan,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "z: “nan”" },
    { HEAD "1,ALA,1,2,inf,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "z: “inf”" },
    { HEAD "1,ALA,1,2,,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "z: “”" },
    { HEAD "1.5,ALA,1,2,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "“1.5” is not the" },
    { HEAD "-1,ALA,1,2,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "“-1” is not the" },
    { HEAD "1,ALA,1,2,3,X,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "structure: “X”" },
    { "residue,x,y\n1,2,3\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "no column z" },
    { "x,y,z\n1,2,3\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "no column point" },
    { HEAD "1,ALA,500.1,2,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_LIMIT, "x must be between" },
    { HEAD "1,ALA,1,2,-500.1,E,A,4\n", RANKLE_STRUCTURE_ERROR_LIMIT,
      "z must be between" },
    { HEAD "1,ALA,1,2,3,E,A,4\n2,ALA,1,2,9.1,E,A,4\n", RANKLE_STRUCTURE_ERROR_CHAIN,
      "x.csv:4: residues 1 and 2 are 6.1 Å apart" },
    { HEAD "2,ALA,1,2,3,E,A,4\n2,ALA,1,2,4,E,A,4\n", RANKLE_STRUCTURE_ERROR_CHAIN,
      "x.csv:4: the residues are out of order: 2, 2" },
    { HEAD "1,\xff,1,2,3,E,A,4\n", RANKLE_STRUCTURE_ERROR_SYNTAX,
      "x.csv: is not a text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].says);
      g_assert_null (parse (cases[i].text, &error));
      g_assert_error (error, RANKLE_STRUCTURE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static char *
rows_of (guint n, gboolean new_parts)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%u,ALA,%u,0,0,-,%u,0\n", i, i % 2, new_parts ? i : 1);
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *just = rows_of (RANKLE_STRUCTURE_MOST_ROWS, FALSE);
  g_autofree char *more = rows_of (RANKLE_STRUCTURE_MOST_ROWS + 1, FALSE);
  g_autofree char *parts = rows_of (RANKLE_STRUCTURE_MOST_PARTS + 1, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleStructure) structure = parse (just, &error);
  guint n;

  g_assert_no_error (error);
  rankle_structure_get_residues (structure, &n);
  g_assert_cmpuint (n, ==, RANKLE_STRUCTURE_MOST_ROWS);
  g_assert_null (parse (more, &error));
  g_assert_error (error, RANKLE_STRUCTURE_ERROR, RANKLE_STRUCTURE_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "x.csv:2003: the rows are more than 2000");
  g_clear_error (&error);
  g_assert_null (parse (parts, &error));
  g_assert_error (error, RANKLE_STRUCTURE_ERROR, RANKLE_STRUCTURE_ERROR_LIMIT);
}

#define AXES "molecule,x,y,z,a,b,c,ax,ay,az,bx,by,bz,cx,cy,cz\n"

static void
test_ellipsoids (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *says;
  } cases[] = {
    { "x,y,z\n1,2,3\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "no column molecule" },
    { AXES "m,1,2,3,0,1,1,1,0,0,0,1,0,0,0,1\n", RANKLE_STRUCTURE_ERROR_SYNTAX, "axis a" },
    { AXES "m,1,2,3,1,1,1,1,0,0,0,1,0,0,0,.5\n", RANKLE_STRUCTURE_ERROR_SYNTAX,
      "axis c" },
    { AXES "m,1,900,3,1,1,1,1,0,0,0,1,0,0,0,1\n", RANKLE_STRUCTURE_ERROR_LIMIT,
      "y must" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleEllipsoids) bundled = rankle_ellipsoids_load (&error);
  const RankleBlob *blobs;
  guint             n;

  g_assert_no_error (error);
  blobs = rankle_ellipsoids_get (bundled, "opg", &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (blobs[3].part, ==, 4);
  g_assert_null (rankle_ellipsoids_get (bundled, "tnf", &n));
  g_assert_cmpuint (n, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) text =
          g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_assert_null (rankle_ellipsoids_parse (text, "x.csv", &error));
      g_assert_error (error, RANKLE_STRUCTURE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_clear_error (&error);
    }
}

static RankleStructure *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleStructure *structure = rankle_structure_load (id, &error);

  g_assert_no_error (error);
  return structure;
}

/* The pairs of C-alphas within @near of each other, of which @a's is of @part (0: any),
 * and
 * @b is turned about the axis by these many thirds. */
static guint
count_pairs (const RankleStructure *a,
             guint                  part,
             const RankleStructure *b,
             guint                  thirds,
             double                 near,
             guint                 *n_of_b)
{
  guint                n, m, n_pairs = 0;
  const RankleResidue *own = rankle_structure_get_residues (a, &n);
  const RankleResidue *other = rankle_structure_get_residues (b, &m);
  double               angle = thirds * 2 * G_PI / 3;

  *n_of_b = 0;
  for (guint k = 0; k < m; k++)
    {
      RanklePlace place = rankle_place_turn (other[k].place, cos (angle), sin (angle));
      guint       before = n_pairs;

      for (guint i = 0; i < n; i++)
        if ((part == 0 || own[i].part == part) &&
            rankle_place_distance (own[i].place, place) <= near)
          n_pairs++;
      *n_of_b += n_pairs > before;
    }
  return n_pairs;
}

/* Which CRDs touch: measured on 3URF, as ORIGINS.txt has it. */
static void
test_contacts (void)
{
  static const guint expected[][4] = { { 0, 10, 8, 0 },
                                       { 0, 53, 44, 0 },
                                       { 0, 133, 109, 0 } };
  g_autoptr (RankleStructure) rankl = load ("rankl-3urf");
  g_autoptr (RankleStructure) opg = load ("opg-3urf");
  guint n;

  for (guint i = 0; i < 3; i++)
    for (guint part = 1; part <= 4; part++)
      {
        guint n_pairs = 0;

        for (guint thirds = 0; thirds < 3; thirds++)
          n_pairs += count_pairs (opg, part, rankl, thirds, 8 + 2 * i, &n);
        g_test_message ("CRD%u within %u", part, 8 + 2 * i);
        g_assert_cmpuint (n_pairs, ==, expected[i][part - 1]);
      }
}

/* A receptor lies between two of the three. */
static void
test_groove (void)
{
  g_autoptr (RankleStructure) rankl = load ("rankl-3urf");
  g_autoptr (RankleStructure) opg = load ("opg-3urf");
  guint n[3];

  for (guint thirds = 0; thirds < 3; thirds++)
    count_pairs (opg, 0, rankl, thirds, 10, &n[thirds]);
  g_assert_cmpuint (MIN (MIN (n[0], n[1]), n[2]), ==, 0);
  g_assert_cmpuint (MAX (MAX (n[0], n[1]), n[2]), ==, 18);
  g_assert_cmpuint (n[0] + n[1] + n[2], ==, 15 + 18);
}

/* The residues that come out as the nearest: of CRD2, and of CRD3 its loop of the 90s
 * with the one Phe that juvenile Paget's disease was found to change. */
static void
test_nearest (void)
{
  static const int expected[] = { 81, 82, 83, 85, 86, 89, 90, 114, 115, 116, 117 };
  g_autoptr (RankleStructure) rankl = load ("rankl-3urf");
  g_autoptr (RankleStructure) opg = load ("opg-3urf");
  guint                n, m, at = 0;
  const RankleResidue *own = rankle_structure_get_residues (opg, &n);
  const RankleResidue *other = rankle_structure_get_residues (rankl, &m);

  for (guint i = 0; i < n; i++)
    {
      double nearest = G_MAXDOUBLE;

      for (guint k = 0; k < 3 * m; k++)
        {
          double      angle = k / m * 2 * G_PI / 3;
          RanklePlace place =
              rankle_place_turn (other[k % m].place, cos (angle), sin (angle));

          nearest = fmin (nearest, rankle_place_distance (own[i].place, place));
        }
      if (nearest > 8)
        continue;
      g_assert_cmpuint (at, <, G_N_ELEMENTS (expected));
      g_assert_cmpint (own[i].number, ==, expected[at++]);
    }
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (expected));
}

/* The trimer is one: each protomer touches the next as the crystal has it. */
static void
test_trimer (void)
{
  g_autoptr (RankleStructure) rankl = load ("rankl-3urf");
  guint n;

  g_assert_cmpuint (count_pairs (rankl, 0, rankl, 1, 8, &n), ==, 42);
  g_assert_cmpuint (count_pairs (rankl, 0, rankl, 2, 8, &n), ==, 42);
  g_assert_cmpuint (count_pairs (rankl, 0, rankl, 1, 4.1, &n), ==, 0);
}

static double
find_length (const RankleStructure *structure)
{
  guint                n;
  const RankleResidue *residues = rankle_structure_get_residues (structure, &n);
  double               length = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      length =
          fmax (length, rankle_place_distance (residues[i].place, residues[k].place));
  return length;
}

static void
test_lengths (void)
{
  g_autoptr (RankleStructure) rank = load ("rank-schematic");
  g_autoptr (RankleStructure) opg = load ("opg-3urf");

  g_assert_cmpfloat_with_epsilon (find_length (rank), 100, 0.5);
  g_assert_cmpfloat_with_epsilon (find_length (opg), 89.7, 0.1);
  g_assert_cmpuint (rankle_structure_get_n_parts (rank), ==, 4);
  for (guint part = 1; part <= 4; part++)
    g_assert_cmpstr (rankle_structure_get_part_name (rank, part), ==,
                     rankle_structure_get_part_name (opg, part));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/good", test_good);
  g_test_add_func ("/structure/bad", test_bad);
  g_test_add_func ("/structure/limits", test_limits);
  g_test_add_func ("/structure/ellipsoids", test_ellipsoids);
  g_test_add_func ("/structure/contacts", test_contacts);
  g_test_add_func ("/structure/groove", test_groove);
  g_test_add_func ("/structure/nearest", test_nearest);
  g_test_add_func ("/structure/trimer", test_trimer);
  g_test_add_func ("/structure/lengths", test_lengths);
  return g_test_run ();
}
