/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenarios and sidecars that went wrong on their way: each opens or gets a sentence. */

#include "mutation.h"
#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-scenario-file.h"

#define N_MUTATED 2000

/* Some still open: else nothing but the first check would have been tried. */
static void
assert_some (guint n_opened)
{
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 50);
  g_assert_cmpuint (n_opened, <, N_MUTATED / 2);
}

static void
test_scenarios (void)
{
  g_auto (GStrv) ids = rankle_scenario_file_list ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      const char      *id = ids[i % g_strv_length (ids)];
      g_autofree char *file = g_strconcat (id, ".json", NULL);
      g_autoptr (GBytes) whole = rankle_catalog_read ("scenarios", file, NULL);
      g_autoptr (GString) text = mutate (g_bytes_get_data (whole, NULL), rand);
      g_autofree char *model = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleScenario) scenario = rankle_scenario_file_parse (
          text->str, (gssize)text->len, "a.json", &model, &error);

      g_assert_true ((scenario == NULL) == (error != NULL));
      if (scenario == NULL)
        g_assert_true (g_str_has_prefix (error->message, "a.json:"));
      n_opened += scenario != NULL;
    }
  assert_some (n_opened);
}

static void
test_sidecars (void)
{
  g_autoptr (GBytes) model_text =
      rankle_catalog_read ("models", "komarova-2003.ant", NULL);
  g_autoptr (GBytes) whole = rankle_catalog_read ("models", "komarova-2003.json", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autoptr (GString) text = mutate (g_bytes_get_data (whole, NULL), rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model =
          rankle_model_new_from_antimony (g_bytes_get_data (model_text, NULL), -1,
                                          "komarova-2003.ant", text->str, &error);

      g_assert_true ((model == NULL) == (error != NULL));
      if (model == NULL)
        g_assert_true (g_str_has_prefix (error->message, "komarova-2003"));
      n_opened += model != NULL;
    }
  assert_some (n_opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutated/scenarios", test_scenarios);
  g_test_add_func ("/mutated/sidecars", test_sidecars);
  return g_test_run ();
}
