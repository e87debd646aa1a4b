/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The readers take and refuse what the schemas do (check-schemas.py): all of
 * tests/data/schemas/. Of plans of calibration that is held in tests/calibration. */

#include "rankle-card.h"
#include "rankle-model-file.h"
#include "rankle-regimen.h"
#include "rankle-scenario-file.h"
#include "rankle-session-file.h"
#include "rankle-topic.h"

/* Of which the sidecars speak. */
#define MODEL                                                                            \
  "unit per_day = 1 / (86400 second)\nk = 1 per_day; x = 1; x' = -k*x; y := 2*x; z := "  \
  "3*x"

static gboolean
read_scenario (const char *text, const char *name, GError **error)
{
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_parse (text, -1, name, NULL, error);

  return scenario != NULL;
}

static gboolean
read_sidecar (const char *text, const char *name, GError **error)
{
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony (MODEL, -1, name, text, error);

  return model != NULL;
}

static gboolean
read_session (const char *text, const char *name, GError **error)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session =
      rankle_session_file_parse (text, -1, name, NULL, &reading, error);

  return session != NULL;
}

static gboolean
read_regimen (const char *text, const char *name, GError **error)
{
  g_autoptr (RankleRegimen) regimen = rankle_regimen_parse (text, -1, name, error);

  return regimen != NULL;
}

static gboolean
read_topic (const char *text, const char *name, GError **error)
{
  g_autoptr (RankleTopic) topic = rankle_topic_parse (text, -1, name, error);

  return topic != NULL;
}

static gboolean
read_card (const char *text, const char *name, GError **error)
{
  g_autoptr (RankleCard) card = rankle_card_parse (text, -1, name, error);

  return card != NULL;
}

typedef gboolean (*ReadFunc) (const char *text, const char *name, GError **error);

static void
check_file (const char *folder, const char *name, ReadFunc read)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_good = g_str_has_prefix (name, "good");

  g_assert_true (is_good || g_str_has_prefix (name, "bad"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (read (text, name, &error), ==, is_good);
  g_test_message ("%s: %s", name, is_good ? "taken" : error->message);
  /* Of what kind it is, and where. */
  if (!is_good)
    g_assert_true (g_pattern_match_simple ("*.json:?*: *", error->message));
}

static void
check_folder (const char *kind, guint n_least, ReadFunc read)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint       n = 0;
  const char *name;

  g_assert_nonnull (dir);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    check_file (folder, name, read);
  g_assert_cmpuint (n, >=, n_least);
}

static void
test_scenarios (void)
{
  check_folder ("scenario", 11, read_scenario);
}

static void
test_sidecars (void)
{
  check_folder ("sidecar", 11, read_sidecar);
}

static void
test_topics (void)
{
  check_folder ("topic", 5, read_topic);
}

static void
test_regimens (void)
{
  check_folder ("regimen", 8, read_regimen);
}

static void
test_cards (void)
{
  check_folder ("card", 11, read_card);
}

static void
test_sessions (void)
{
  check_folder ("session", 7, read_session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema-readers/scenarios", test_scenarios);
  g_test_add_func ("/schema-readers/sidecars", test_sidecars);
  g_test_add_func ("/schema-readers/topics", test_topics);
  g_test_add_func ("/schema-readers/regimens", test_regimens);
  g_test_add_func ("/schema-readers/cards", test_cards);
  g_test_add_func ("/schema-readers/sessions", test_sessions);
  return g_test_run ();
}
