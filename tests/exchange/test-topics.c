/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways in: what the cards of topics promise is there. */

#include "rankle-catalog.h"
#include "rankle-scenario-file.h"
#include "rankle-topic.h"

/* (transfer full): the model that a scenario was made for. */
static RankleModel *
load_model_of (const char *scenario_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load (scenario_id, &made_for, &error);
  RankleModel *model;

  g_assert_no_error (error);
  g_assert_nonnull (made_for);
  model = rankle_catalog_load (made_for, &error);
  g_assert_no_error (error);
  return model;
}

/* Every bundled scenario is found by a topic, and a topic has no other. */
static void
test_all_scenarios (void)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);
  g_auto (GStrv) ids = rankle_scenario_file_list ();
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    for (const char *const *id = topics[i].scenarios; *id != NULL; id++)
      {
        g_assert_true (g_strv_contains ((const char *const *)ids, *id));
        g_hash_table_add (found, (gpointer)*id);
      }
  for (char **id = ids; *id != NULL; id++)
    if (!g_hash_table_contains (found, *id))
      {
        g_test_message ("%s is in no topic", *id);
        g_test_fail ();
      }
}

/* Each model that opens with a scenario of its own opens as a card does. */
static void
test_all_systems (void)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      const char *first = rankle_model_get_scenario (model);
      gboolean    found = first == NULL;

      for (guint i = 0; i < n && !found; i++)
        found = g_strv_contains (topics[i].scenarios, first);
      g_assert_true (found);
    }
}

/* Most of its numbers are ours, and none is fitted to what was seen. */
static gboolean
is_for_teaching (RankleModel *model)
{
  guint ours = 0, n = rankle_model_get_n_parameters (model);

  for (guint i = 0; i < n; i++)
    {
      RankleGrade grade = rankle_model_get_parameter (model, i)->grade;

      if (grade == RANKLE_GRADE_FITTED)
        return FALSE;
      ours += grade == RANKLE_GRADE_OURS;
    }
  return 2 * ours > n;
}

static void
test_ours (void)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RankleModel) model = load_model_of (topics[i].scenarios[0]);

      g_test_message ("%s", topics[i].id);
      g_assert_cmpint (topics[i].ours, ==, is_for_teaching (model));
    }
}

static void
test_order (void)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (topics[i].place, ==, i + 1);
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (topics[i].title, !=, topics[k].title);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topics/all-scenarios", test_all_scenarios);
  g_test_add_func ("/topics/all-systems", test_all_systems);
  g_test_add_func ("/topics/ours", test_ours);
  g_test_add_func ("/topics/order", test_order);
  return g_test_run ();
}
