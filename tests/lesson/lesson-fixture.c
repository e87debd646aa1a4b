/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "lesson-fixture.h"

#include "rankle-integrator.h"
#include "rankle-lesson-reader.h"

#define HEAD                                                                             \
  "{\"schema\": 1, \"id\": \"a\", \"kind\": \"lesson\", \"title\": \"A\", "              \
  "\"summary\": \"A\", \"level\": \"first\", \"minutes\": 1, \"steps\": [\n"             \
  "{\"id\": \"s\", \"title\": \"S\", \"text\": [\"T\"], \"start\": {\"scenario\": "      \
  "\"healthy-adult\", \"horizon\": 365},\n"
#define TAIL "}]}"

char *
lesson_read_text (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "lesson", name, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

RankleLesson *
lesson_load (const char *name)
{
  g_autofree char *text = lesson_read_text (name);
  g_autoptr (GError) error = NULL;
  RankleLesson *lesson = rankle_lesson_parse (text, -1, name, &error);

  g_assert_no_error (error);
  return lesson;
}

RankleLesson *
lesson_new (const char *members)
{
  g_autofree char *text = g_strconcat (HEAD, members, TAIL, NULL);
  g_autoptr (GError) error = NULL;
  RankleLesson *lesson = rankle_lesson_parse (text, -1, "a.json", &error);

  g_assert_no_error (error);
  return lesson;
}

char *
lesson_refuse (const char *members)
{
  g_autofree char *text = g_strconcat (HEAD, members, TAIL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_lesson_parse (text, -1, "a.json", &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

RankleTrajectory *
lesson_run (const RankleSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *run;

  g_assert_no_error (error);
  run = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return run;
}
