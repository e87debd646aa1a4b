/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lesson-fixture.h"
#include "rankle-model-file.h"

/* A model whose every measure is known in closed form over its 100 days: a straight fall
 * from 100 to 0 %, a straight rise, a dip of 80 at day 40 that is gone at the end, a wave
 * to both sides, and what stays at 5; a control that moves one of them, and doses. */

static const char toy_text[] = "slope = 1\n"
                               "depot = 0\n"
                               "depot' = 0*depot\n"
                               "fall := 100 - slope*time\n"
                               "climb := time\n"
                               "dip := 100 - 80*exp(-((time - 40)/10)^2)\n"
                               "wave := 100 + 50*sin(0.06283185307179587*time)\n"
                               "flat := 5\n";

static const char toy_sidecar[] =
    "{ \"schema\": 1, \"title\": \"Toy\", \"time_unit\": \"day\", \"horizon\": 100,\n"
    "  \"quantities\": {\n"
    "  \"fall\": {\"label\": \"CTX\", \"unit\": \"% of baseline\"},\n"
    "  \"dip\": {\"label\": \"P1NP\", \"unit\": \"% of baseline\"},\n"
    "  \"climb\": {\"label\": \"Climb\", \"unit\": \"pM\"},\n"
    "  \"wave\": {\"label\": \"Wave\", \"unit\": \"\"},\n"
    "  \"flat\": {\"label\": \"Flat\", \"unit\": \"pM\"} },\n"
    "  \"controls\": [\n"
    "  { \"id\": \"slope\", \"label\": \"Slope\", \"unit\": \"x\", \"parameter\": "
    "\"slope\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 1, \"neutral\": 1, \"step\": 0.1 "
    "},\n"
    "  { \"id\": \"dose\", \"label\": \"Dose\", \"unit\": \"mg\", \"dose\": \"amount\", "
    "\"state\": \"depot\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 100, \"neutral\": 0, \"step\": 1 "
    "},\n"
    "  { \"id\": \"interval\", \"label\": \"Interval\", \"unit\": \"days\", \"dose\": "
    "\"interval\",\n"
    "    \"state\": \"depot\", \"scale\": \"linear\", \"min\": 1, \"max\": 100, "
    "\"neutral\": 10, \"step\": 1 },\n"
    "  { \"id\": \"count\", \"label\": \"Count\", \"unit\": \"\", \"dose\": \"count\", "
    "\"state\": \"depot\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 10, \"neutral\": 3, \"step\": 1 },\n"
    "  { \"id\": \"start\", \"label\": \"Start\", \"unit\": \"days\", \"dose\": "
    "\"start\", \"state\": \"depot\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 100, \"neutral\": 0, \"step\": 1 }\n"
    "  ] }\n";

static inline RankleModel *
toy_model_new (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (toy_text, -1, "toy.ant", toy_sidecar, &error);

  g_assert_no_error (error);
  return model;
}
