/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model-file.h"
#include "rankle-model.h"

/* One pool at rest at 2, whose filling a control drives by a factor of 2 (so that control
 * and model units differ), a depot for doses, and a control that makes the pool explode.
 */
static const char toy_text[] = "model toy()\n"
                               "  filling = 2\n"
                               "  boom = 0\n"
                               "  pool = 2\n"
                               "  depot = 0\n"
                               "  pool' = filling - pool + boom * pool^2\n"
                               "  depot' = -0.5 * depot\n"
                               "  twice := 2 * pool\n"
                               "end\n";

static const char toy_sidecar[] =
    "{ \"schema\": 1, \"title\": \"Toy\", \"time_unit\": \"day\", \"horizon\": 40,\n"
    "  \"controls\": [\n"
    "  { \"id\": \"filling\", \"label\": \"Filling\", \"unit\": \"x\", \"parameter\": "
    "\"filling\",\n"
    "    \"factor\": 2, \"scale\": \"log\", \"min\": 0.1, \"max\": 10, \"neutral\": 1, "
    "\"step\": 2 },\n"
    "  { \"id\": \"boom\", \"label\": \"Boom\", \"unit\": \"\", \"parameter\": "
    "\"boom\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 10, \"neutral\": 0, \"step\": 1, "
    "\"whole\": true },\n"
    "  { \"id\": \"opg\", \"label\": \"OPG\", \"absent\": \"it has no OPG\" },\n"
    "  { \"id\": \"dose\", \"label\": \"Dose\", \"unit\": \"mg\", \"dose\": \"amount\", "
    "\"state\": \"depot\",\n"
    "    \"factor\": 1000, \"scale\": \"linear\", \"min\": 0, \"max\": 10, \"neutral\": "
    "0, \"step\": 1 },\n"
    "  { \"id\": \"interval\", \"label\": \"Interval\", \"unit\": \"weeks\", \"dose\": "
    "\"interval\",\n"
    "    \"state\": \"depot\", \"factor\": 7, \"scale\": \"linear\", \"min\": 1, "
    "\"max\": 10, \"neutral\": 1,\n"
    "    \"step\": 1 },\n"
    "  { \"id\": \"count\", \"label\": \"Count\", \"unit\": \"\", \"dose\": \"count\", "
    "\"state\": \"depot\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 10, \"neutral\": 3, \"step\": 1 },\n"
    "  { \"id\": \"start\", \"label\": \"Start\", \"unit\": \"days\", \"dose\": "
    "\"start\", \"state\": \"depot\",\n"
    "    \"scale\": \"linear\", \"min\": 0, \"max\": 10, \"neutral\": 0, \"step\": 1 }\n"
    "  ] }\n";

static inline RankleModel *
toy_model_new (void)
{
  GError      *error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (toy_text, -1, "toy.ant", toy_sidecar, &error);

  g_assert_no_error (error);
  return model;
}
