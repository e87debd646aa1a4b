/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-start.h"

#include "lesson-fixture.h"
#include "rankle-control-value.h"

static double
get_control (const RankleSession *session, const char *id)
{
  RankleModel *model = rankle_session_get_model (session);

  return rankle_control_get_value (rankle_model_find_control (model, id),
                                   rankle_session_get_scenario (session), model);
}

static void
test_start (void)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");
  g_autoptr (RankleSession) first = rankle_lesson_make_session (lesson, 0, NULL);
  g_autoptr (RankleSession) second = rankle_lesson_make_session (lesson, 1, NULL);

  g_assert_cmpfloat (get_control (first, "rankl"), ==, 2);
  g_assert_cmpfloat (rankle_session_get_horizon (first), ==, 730);
  g_assert_cmpfloat (rankle_session_get_cursor (first), ==, 365);
  g_assert_cmpint (rankle_session_get_view (first), ==, RANKLE_VIEW_BOTH);
  /* It goes on with the first. */
  g_assert_true (rankle_lesson_get_start (lesson, 1) == lesson->steps[0].start);
  g_assert_true (rankle_session_asks_same (first, second));
}

/* What is changed is changed of what was given. */
static void
test_change (void)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (lesson, 0, lesson->steps[0].solution);
  double given = 1;

  g_assert_cmpfloat (get_control (session, "opg"), ==, 4);
  g_assert_cmpfloat (get_control (session, "rankl"), ==, 2);
  g_assert_false (
      rankle_scenario_get_control (rankle_session_get_given (session), "opg", &given));
}

static void
test_free (void)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");
  const RankleLessonControls *one = &lesson->steps[0].controls;
  const RankleLessonControls *two = &lesson->steps[1].controls;
  const RankleLessonControls *all = &lesson->steps[2].controls;
  double                      least, most;

  g_assert_true (rankle_lesson_controls_are_free (one, "opg"));
  g_assert_true (rankle_lesson_controls_are_shown (one, "rankl"));
  g_assert_false (rankle_lesson_controls_are_free (one, "rankl"));
  g_assert_false (rankle_lesson_controls_are_shown (one, "estrogen"));
  g_assert_false (rankle_lesson_controls_are_shown (two, "rankl"));
  g_assert_true (rankle_lesson_controls_are_free (two, "estrogen"));
  g_assert_true (rankle_lesson_controls_are_free (all, "rankl"));
  g_assert_true (rankle_lesson_controls_get_limit (one, "opg", &least, &most));
  g_assert_cmpfloat (least, ==, 0.5);
  g_assert_false (rankle_lesson_controls_get_limit (one, "rankl", &least, &most));
}

/* Nothing that bears on the run is hidden from who looks. */
static const struct
{
  guint       step, n;
  const char *locked;
} locked[] = {
  { 0, 4, "RANKL × 2" }, /* and how often, how many and when of the drug that is free */
  { 1, 1, "RANKL × 2" }, /* hidden, and not where it changes nothing */
  { 2, 1, "Association with RANKL 80" },
};

static void
test_locked (void)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");

  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    {
      g_autoptr (RankleSession) session =
          rankle_lesson_make_session (lesson, locked[i].step, NULL);
      g_autoptr (GPtrArray) list =
          rankle_lesson_list_locked (&lesson->steps[locked[i].step], session);

      for (guint k = 0; k < list->len; k++)
        g_test_message ("%s", (const char *)list->pdata[k]);
      g_assert_cmpuint (list->len, ==, locked[i].n);
      g_assert_true (g_str_has_prefix (list->pdata[0], locked[i].locked));
    }
}

static gboolean
has_line (const GPtrArray *list, const char *line)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (list->pdata[i], line))
      return TRUE;
  return FALSE;
}

/* Doses behind hidden controls. */
static void
test_locked_doses (void)
{
  g_autoptr (RankleLesson) lesson = lesson_new (
      "\"controls\": {\"shown\": [\"denosumab_dose\"]}, \"prediction\": "
      "{\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
      "\"run\": {\"controls\": {\"opg_fc_dose\": 210, \"denosumab_dose\": 60, "
      "\"denosumab_count\": 2}}}");
  const RankleLessonStep *step = lesson->steps;
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (lesson, 0, step->prediction->run);
  g_autoptr (GPtrArray) list = rankle_lesson_list_locked (step, session);

  for (guint i = 0; i < list->len; i++)
    g_test_message ("%s", (const char *)list->pdata[i]);
  /* How often and from when what can be moved is given, and the drug that is not shown.
   */
  g_assert_true (has_line (list, "Interval: 6 months"));
  g_assert_true (has_line (list, "Injections: 2"));
  g_assert_true (has_line (list, "OPG-Fc 210 mg"));
  g_assert_false (has_line (list, "Denosumab 60 mg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-start/start", test_start);
  g_test_add_func ("/lesson-start/change", test_change);
  g_test_add_func ("/lesson-start/free", test_free);
  g_test_add_func ("/lesson-start/locked", test_locked);
  g_test_add_func ("/lesson-start/locked-doses", test_locked_doses);
  return g_test_run ();
}
