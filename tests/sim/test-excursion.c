/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When a run leaves the range of a quantity, by closed forms. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-excursion.h"
#include "rankle-model-file.h"
#include "sim-fixture.h"

#define DAYS "unit time_unit = 86400 second\n"
#define RANGE(ids, ends)                                                                 \
  "{\"schema\": 1, \"horizon\": 10, \"ranges\": [{\"quantities\": [" ids "], " ends      \
  ", \"because\": \"It is so.\"}]}"

/* A run of ten days, with a row each hundredth of one. */
static RankleTrajectory *
run (const char *body, const char *sidecar)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (DAYS, body, NULL);
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony (text, -1, "t.ant", sidecar, &error);
  g_autoptr (RankleProtocol) protocol = NULL;
  double times[1001];

  g_assert_no_error (error);
  protocol = rankle_protocol_new (model);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = 0.01 * i;
  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  return sim_run (protocol);
}

static void
check (const RankleExcursion *out, double from, double to, double worst)
{
  g_assert_cmpfloat_with_epsilon (out->from, from, 1e-4);
  g_assert_cmpfloat_with_epsilon (out->to, to, 1e-4);
  g_assert_cmpfloat_with_epsilon (out->worst, worst, 2e-4);
}

#define AT(excursions, i) (&g_array_index (excursions, RankleExcursion, i))

static void
test_falls_below (void)
{
  g_autoptr (RankleTrajectory) falling =
      run ("x = 5; x' = -1", RANGE ("\"x\"", "\"min\": 0"));
  g_autoptr (GArray) out = rankle_excursions_find_all (falling);

  g_assert_cmpuint (out->len, ==, 1);
  check (AT (out, 0), 5, 10, -5);
  g_assert_true (AT (out, 0)->below && AT (out, 0)->lasts);
  g_assert_cmpfloat (AT (out, 0)->limit, ==, 0);
  g_assert_true (rankle_excursions_has_any (falling, 0));
  g_assert_false (rankle_excursions_cover (falling, 0, 4.995));
  g_assert_true (rankle_excursions_cover (falling, 0, 5.005));
  g_assert_true (rankle_excursions_cover (falling, 0, 10));
}

/* Below, within, above, and within again: x = 5 + 4 sin t of [2, 8]. */
static void
test_both_ends (void)
{
  g_autoptr (RankleTrajectory) turning =
      run ("p = 0; q = 1; p' = q; q' = -p; x := 5 + 4*p",
           RANGE ("\"x\"", "\"min\": 2, \"max\": 8"));
  g_autoptr (GArray) out = rankle_excursions_find_all (turning);
  double low = asin (0.75);

  g_assert_cmpuint (out->len, ==, 3);
  check (AT (out, 0), low, G_PI - low, 9);
  check (AT (out, 1), G_PI + low, 2 * G_PI - low, 1);
  check (AT (out, 2), 2 * G_PI + low, 3 * G_PI - low, 9);
  for (guint i = 0; i < out->len; i++)
    {
      g_assert_cmpint (AT (out, i)->below, ==, i == 1);
      g_assert_cmpfloat (AT (out, i)->limit, ==, i == 1 ? 2 : 8);
      g_assert_false (AT (out, i)->lasts);
    }
}

/* From its first row on. */
static void
test_starts_beyond (void)
{
  g_autoptr (RankleTrajectory) rising =
      run ("x = -1; x' = 0.5", RANGE ("\"x\"", "\"min\": 0"));
  g_autoptr (GArray) out = rankle_excursions_find_all (rising);

  g_assert_cmpuint (out->len, ==, 1);
  check (AT (out, 0), 0, 2, -1);
}

/* What fades out ends in the solver's own error, up or down; what only touches its limit
 * is within; nobody says anything of z. */
static void
test_within (void)
{
  g_autoptr (RankleTrajectory) fading =
      run ("x = 60; x' = -20*x; y = 1; y' = 0; z = 0; z' = -1",
           RANGE ("\"x\", \"y\"", "\"min\": 0, \"max\": 60"));
  g_autoptr (RankleTrajectory) full =
      run ("x = 1; x' = 0; y := x*(1 + 1e-15)", RANGE ("\"x\", \"y\"", "\"max\": 1"));
  g_autoptr (GArray) out = rankle_excursions_find_all (fading);
  g_autoptr (GArray) of_full = rankle_excursions_find_all (full);

  g_assert_cmpuint (out->len, ==, 0);
  g_assert_cmpuint (of_full->len, ==, 0);
}

/* A share of nothing has no value. */
static void
test_share_of_nothing (void)
{
  g_autoptr (RankleTrajectory) fading =
      run ("a = 1; b = 1; a' = -9*a; b' = -9*b; share := 3*a/(a + b)",
           RANGE ("\"share\"", "\"max\": 2"));
  guint column =
      (guint)rankle_model_find_column (rankle_trajectory_get_model (fading), "share");

  g_assert_true (isnan (rankle_trajectory_get_shown (fading, column)[1000]));
  g_assert_false (rankle_excursions_has_any (fading, column));
}

static void
add (GArray *excursions, double from, double to)
{
  RankleExcursion out = { .from = from, .to = to };

  g_array_append_val (excursions, out);
}

static void
test_merge (void)
{
  static const double expected[] = { 0, 1, 2, 6, 7, 7 };
  g_autoptr (GArray) excursions = g_array_new (FALSE, FALSE, sizeof (RankleExcursion));
  g_autoptr (GArray) spans = NULL;

  add (excursions, 2, 5);
  add (excursions, 7, 7);
  add (excursions, 0, 1);
  add (excursions, 3, 4);
  add (excursions, 5, 6);
  spans = rankle_excursions_merge (excursions);
  g_assert_cmpuint (spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spans->len; i++)
    g_assert_cmpfloat (g_array_index (spans, double, i), ==, expected[i]);
  /* What was merged stays as it was. */
  g_assert_cmpfloat (AT (excursions, 0)->from, ==, 2);
}

/* Two columns, and one of them alone. */
static void
test_columns (void)
{
  g_autoptr (RankleTrajectory) falling =
      run ("x = 5; x' = -1; y = 2; y' = -1", RANGE ("\"x\", \"y\"", "\"min\": 0"));
  const guint second = 1;
  g_autoptr (GArray) all = rankle_excursions_find_all (falling);
  g_autoptr (GArray) one = rankle_excursions_find (falling, &second, 1);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (AT (all, 0)->column, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (AT (one, 0)->column, ==, 1);
  check (AT (one, 0), 2, 10, -8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excursion/falls-below", test_falls_below);
  g_test_add_func ("/excursion/both-ends", test_both_ends);
  g_test_add_func ("/excursion/starts-beyond", test_starts_beyond);
  g_test_add_func ("/excursion/within", test_within);
  g_test_add_func ("/excursion/share-of-nothing", test_share_of_nothing);
  g_test_add_func ("/excursion/merge", test_merge);
  g_test_add_func ("/excursion/columns", test_columns);
  return g_test_run ();
}
