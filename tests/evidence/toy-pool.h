/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A pool that fades at POOL_RATE a day and can be filled by doses, once counted in days
 * and once in hours: every answer is a closed form, and the same from both. */

#include <math.h>

#include "rankle-model-file.h"
#include "rankle-scorecard.h"

#define POOL_RATE 0.2
#define POOL_CONTROLS(day)                                                               \
  "\"controls\": [{\"id\": \"rate\", \"parameter\": \"rate\", \"min\": 0, \"max\": 9, "  \
  "\"neutral\": 1, \"step\": 1}, "                                                       \
  "{\"id\": \"boom\", \"parameter\": \"boom\", \"min\": 0, \"max\": 9, \"neutral\": 0, " \
  "\"step\": 1}, "                                                                       \
  "{\"id\": \"opg\", \"absent\": \"it has no OPG\"}, "                                   \
  "{\"id\": \"dose\", \"dose\": \"amount\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1}, "                                                   \
  "{\"id\": \"interval\", \"dose\": \"interval\", \"state\": \"pool\", \"min\": 1, "     \
  "\"max\": 99, \"neutral\": 5, \"step\": 1, \"factor\": " day "}, "                     \
  "{\"id\": \"count\", \"dose\": \"count\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 1, \"step\": 1}, "                                                   \
  "{\"id\": \"start\", \"dose\": \"start\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1, \"factor\": " day "}]"

#define POOL_EVIDENCE                                                                    \
  "\"evidence\": {\"scaled\": {\"column\": \"pool\", \"factor\": 3, \"offset\": 100}, "  \
  "\"percent\": {\"column\": \"pool\", \"relative\": true}, "                            \
  "\"filled\": {\"column\": \"pool\", \"factor\": -1, \"offset\": 10}}"

#define POOL_MODEL(day)                                                                  \
  "day = " day "; rate = 1; boom = 0; pool = 10\n"                                       \
  "pool' = -0.2 * rate / day * pool + boom * pool^2 / day"

#define POOL_SIDECAR(unit, day)                                                          \
  "{\"schema\": 1, \"horizon\": 1000, \"time_unit\": \"" unit                            \
  "\", " POOL_CONTROLS (day) ", " POOL_EVIDENCE "}"

static RankleModel *in_days, *in_hours;

static inline RankleModel *
pool_load (const char *text, const char *sidecar)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "toy", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

/* On @n_threads threads. */
static inline RankleScorecard *
pool_score (RankleEvidence *evidence, RankleModel *model, guint n_threads)
{
  g_autoptr (RankleRunner) runner = rankle_runner_new_with_threads (n_threads);

  return rankle_scorecard_new (evidence, model, runner);
}

static inline void
pools_begin (void)
{
  in_days = pool_load (POOL_MODEL ("1"), POOL_SIDECAR ("day", "1"));
  in_hours = pool_load (POOL_MODEL ("24"), POOL_SIDECAR ("hour", "24"));
}

static inline int
pools_end (int status)
{
  rankle_model_unref (in_days);
  rankle_model_unref (in_hours);
  return status;
}

/* ---- evidence ---- */

static inline void
pool_add_arm (RankleEvidence *evidence, const char *id, const char *control, double value)
{
  g_autoptr (RankleScenario) arm = rankle_scenario_new (id, id, "");
  g_autoptr (GError) error = NULL;

  rankle_scenario_set_time_unit (arm, "day");
  rankle_scenario_set_control (arm, control, value);
  rankle_evidence_add_arm (evidence, arm, &error);
  g_assert_no_error (error);
}

/* 8 into the pool on days 5, 10 and 15. */
static inline void
pool_add_dosed_arm (RankleEvidence *evidence)
{
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("dosed", "Dosed", "");

  rankle_scenario_set_time_unit (arm, "day");
  rankle_scenario_set_control (arm, "dose", 8);
  rankle_scenario_set_control (arm, "count", 3);
  rankle_scenario_set_control (arm, "start", 5);
  rankle_evidence_add_arm (evidence, arm, NULL);
}

static inline RankleEvidence *
pool_make_arms (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();

  pool_add_arm (evidence, "rest", "rate", 1);
  pool_add_arm (evidence, "fast", "rate", 2);
  pool_add_arm (evidence, "opg", "opg", 2);
  pool_add_arm (evidence, "boom", "boom", 9);
  pool_add_dosed_arm (evidence);
  return evidence;
}

static inline void
pool_add_row (RankleEvidence *evidence,
              const char     *arm,
              const char     *observable,
              RankleMeasure   measure,
              double          since,
              double          time,
              double          value)
{
  g_autoptr (GError) error = NULL;
  RankleEvidenceRow row = { .study = "s",
                            .arm = arm,
                            .observable = observable,
                            .measure = measure,
                            .since = since,
                            .time = time,
                            .value = value,
                            .low = value - 2,
                            .high = value + 2,
                            .unit = "",
                            .citation = "c",
                            .note = "",
                            .predicted = time > 11 };

  rankle_evidence_add_row (evidence, &row, &error);
  g_assert_no_error (error);
}

static inline double
pool_fade (double days)
{
  return exp (-POOL_RATE * days);
}

static inline RankleEvidence *
pool_make_evidence (void)
{
  RankleEvidence *evidence = pool_make_arms ();

  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 5,
                10 * pool_fade (5) + 1);
  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 12,
                10 * pool_fade (12) - 4);
  pool_add_row (evidence, "rest", "nothing", RANKLE_MEASURE_VALUE, 0, 5, 1);
  pool_add_row (evidence, "opg", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);
  pool_add_row (evidence, "boom", "pool", RANKLE_MEASURE_VALUE, 0, 12, 1);
  pool_add_row (evidence, "fast", "pool", RANKLE_MEASURE_VALUE, 0, 12,
                10 * pool_fade (24));
  return evidence;
}
