/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"

#define MODEL                                                                            \
  "unit per_day = 1 / (86400 second)\nk = 1 per_day; x = 1; x' = -k*x; y := 2*x"

/* A control that lacks its end. */
#define HEAD_A                                                                           \
  "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "       \
  "\"k\", "                                                                              \
  "\"min\": 0.5, \"max\": 2, "

/* A switch that lacks its end. */
#define HEAD_SWITCH                                                                      \
  "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "       \
  "\"k\", \"switch\": true, "

static RankleModel *
read_with (const char *sidecar, GError **error)
{
  return rankle_model_new_from_antimony (MODEL, -1, "t.ant", sidecar, error);
}

static const struct
{
  const char *json;
  const char *message;
} broken[] = {
  { "[]", "t.json:1: must hold one JSON object" },
  { "{\"schema\": 2, \"horizon\": 1}",
    "t.json:1: schema: schema 2 is not known here; only 1 is" },
  { "{\"schema\": 1, \"horizon\": 0}", "t.json:1: horizon: must be above 0" },
  { "{\"schema\": 1, \"horizon\": \"1\"}", "t.json:1: horizon: must be a number" },
  { "{\"schema\": 1, \"horizon\": 1, \"colour\": 1}",
    "t.json:1: unknown member “colour”" },
  { "{\"schema\": 1, \"horizon\": 1, \"title\": 1}", "t.json:1: title: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"group\": [\"G\"]}",
    "t.json:1: group: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": 1}",
    "t.json:1: quantities: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"z\": {}}}",
    "t.json:1: quantities.z: the model has no quantity “z”" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"grade\": \"sure\"}}}",
    "t.json:1: quantities.k.grade: must be published, adapted, fitted or ours, not "
    "“sure”" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"range\": [2, 1]}}}",
    "t.json:1: quantities.k.range: must be two numbers, the smaller first" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"uncertainty\": 0.5}}}",
    "t.json:1: quantities.k.uncertainty: must be at least 1" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"valeu\": 1}}}",
    "t.json:1: quantities.k: unknown member “valeu”" },
  { "{\"schema\": 1, \"ranges\": {}}", "t.json:1: ranges: must be a list" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"x\"], \"because\": \"b\"}]}",
    "t.json:1: ranges[0]: must have “min”, “max” or both" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"x\"], \"min\": 0}]}",
    "t.json:1: ranges[0].because: is missing" },
  { "{\"schema\": 1, \"ranges\": [{\"min\": 0, \"because\": \"b\"}]}",
    "t.json:1: ranges[0].quantities: is missing" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"x\"], \"min\": 0, \"max\": 0, "
    "\"because\": \"b\"}]}",
    "t.json:1: ranges[0].max: must be above “min”" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"k\"], \"min\": 0, \"because\": "
    "\"b\"}]}",
    "t.json:1: ranges[0].quantities[0]: “k” is no state and no observable" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"z\"], \"min\": 0, \"because\": "
    "\"b\"}]}",
    "t.json:1: ranges[0].quantities[0]: “z” is no state and no observable" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"x\", \"x\"], \"min\": 0, "
    "\"because\": \"b\"}]}",
    "t.json:1: ranges[0].quantities[1]: “x” has a range already" },
  { "{\"schema\": 1, \"ranges\": [{\"quantities\": [\"x\"], \"min\": 0, \"because\": "
    "\"b\", \"why\": 1}]}",
    "t.json:1: ranges[0]: unknown member “why”" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": []}",
    "t.json:1: evidence: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": \"z\"}}",
    "t.json:1: evidence.CTX: “z” is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {}}}",
    "t.json:1: evidence.CTX.column: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"factor\": 0}}}",
    "t.json:1: evidence.CTX.factor: must not be 0" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": true, \"offset\": 1}}}",
    "t.json:1: evidence.CTX.relative: what is relative has no scale" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": true, \"factor\": 2}}}",
    "t.json:1: evidence.CTX.relative: what is relative has no scale" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": 1}}}",
    "t.json:1: evidence.CTX.relative: must be true or false" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"factor\": \"2\"}}}",
    "t.json:1: evidence.CTX.factor: must be a number" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": 1}}",
    "t.json:1: evidence.CTX: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"k\"}}}",
    "t.json:1: evidence.CTX.column: “k” is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"evidence\": {\"CTX\": "
    "\"y\"}}",
    "t.json:1: evidence.CTX: “y” is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"scale\": 1}}}",
    "t.json:1: evidence.CTX: unknown member “scale”" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence_controls\": []}",
    "t.json:1: evidence_controls: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": \"c\"}}",
    "t.json:1: evidence_controls.a: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {}}}",
    "t.json:1: evidence_controls.a.control: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"k\"}}}",
    "t.json:1: evidence_controls.a.control: “k” is no control that sets a parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"n\"}}}",
    "t.json:1: evidence_controls.a.control: “n” is no control that sets a parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"day\": 1}}}",
    "t.json:1: evidence_controls.a: unknown member “day”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"value\": 1}}}",
    "t.json:1: evidence_controls.a.day: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"value\": 10, \"day\": 1, "
    "\"days_per_unit\": 1}}}",
    "t.json:1: evidence_controls.a.value: must be from 0 to 9" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"value\": 1, \"day\": 1, "
    "\"days_per_unit\": 0}}}",
    "t.json:1: evidence_controls.a.days_per_unit: must be above 0" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"value\": 1, \"day\": 1, "
    "\"days_per_unit\": 1, \"offset\": 1}}}",
    "t.json:1: evidence_controls.a: unknown member “offset”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 9, \"step\": 1}, {\"id\": \"n\", \"absent\": \"no\"}], "
    "\"evidence_controls\": {\"a\": {\"control\": \"c\", \"value\": 1, \"day\": 1, "
    "\"days_per_unit\": 1}, \"b\": {\"control\": \"c\", \"value\": 1, \"day\": 1, "
    "\"days_per_unit\": 1}}}",
    "t.json:1: evidence_controls.b: a run has room for one such moment" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": {}}",
    "t.json:1: controls: must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [1]}",
    "t.json:1: controls[0]: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{}]}",
    "t.json:1: controls[0].id: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\"}]}",
    "t.json:1: controls[0]: must drive either a parameter or a dose" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"x\"}]}",
    "t.json:1: controls[0].parameter: “x” is no parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"amount\", \"state\": \"k\"}]}",
    "t.json:1: controls[0].state: “k” is no state" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": \"size\", "
    "\"state\": \"x\"}]}",
    "t.json:1: controls[0].dose: must be amount, interval, count or start, not “size”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"scale\": \"log\", \"min\": 0, \"max\": 2, \"neutral\": 1, "
    "\"step\": 2}]}",
    "t.json:1: controls[0]: the control a has no range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 2, \"neutral\": 3, \"step\": 2}]}",
    "t.json:1: controls[0].neutral: the neutral value of the control a is outside its "
    "range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 2, \"neutral\": 1}]}",
    "t.json:1: controls[0].step: the control a has no step" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"amount\", \"state\": \"x\", \"max\": 9, \"neutral\": 2, \"step\": 1}]}",
    "t.json:1: controls[0].neutral: the control a must be neutral at 0: it would dose by "
    "itself" },
  { "{\"schema\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": \"k\", \"max\": 2, "
    "\"step\": 0.5, \"whole\": true}]}",
    "t.json:1: controls[0].whole: the range and step of the control a are not whole" },
  { "{\"schema\": 1, \"controls\": [{\"id\": \"a\", \"dose\": \"count\", \"state\": "
    "\"x\", "
    "\"max\": 2, \"step\": 1, \"whole\": false}]}",
    "t.json:1: controls[0].whole: half a dose is none" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"absent\": \"no\"}, "
    "{\"id\": \"a\", \"absent\": \"no\"}]}",
    "t.json:1: controls[1].id: the control a is defined twice" },
  { "{\"schema\": 1, \"answer\": [{\"kind\": \"mood\"}]}",
    "t.json:1: answer[0].kind: must be share, level, change or amount, not “mood”" },
  { "{\"schema\": 1, \"answer\": [{\"kind\": \"change\", \"column\": \"k\", \"words\": "
    "\"{value}\"}]}",
    "t.json:1: answer[0].column: “k” is no state and no observable" },
  { "{\"schema\": 1, \"answer\": [{\"kind\": \"change\", \"column\": \"x\", \"words\": "
    "\"x\"}]}",
    "t.json:1: answer[0].words: must have {value} in it, and once" },
  { "{\"schema\": 1, \"answer\": [{\"kind\": \"level\", \"column\": \"x\", \"rises\": "
    "\"{value}\"}]}",
    "t.json:1: answer[0].falls: is missing" },
  { "{\"schema\": 1, \"answer\": [{\"kind\": \"share\", \"column\": \"x\", \"of\": "
    "[\"y\"], \"words\": \"{value}\"}]}",
    "t.json:1: answer[0].of: the column must be one of these" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\"}]}",
    "t.json:1: panels[0].columns: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": "
    "[\"k\"]}]}",
    "t.json:1: panels[0].columns[0]: “k” is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"labels\": [\"a\", \"b\"]}]}",
    "t.json:1: panels[0].labels: there must be one for each column" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"kind\": \"pie\"}]}",
    "t.json:1: panels[0].kind: must be lines or stacked, not “pie”" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"log\": true, \"zero\": true}]}",
    "t.json:1: panels[0].zero: a logarithmic axis cannot show 0" },
  { "{\"schema\": 1, \"horizon\": 1, \"terms\": {\"burial\": \"k\"}}",
    "t.json:1: terms.burial: the model’s equations have no term k" },
  { "{\"schema\": 1, \"horizon\": 1, \"terms\": {\"burial\": \"x' 9\"}}",
    "t.json:1: terms.burial: the model’s equations have no term x' 9" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": \"k\"}}",
    "t.json:1: glyphs.bone: “k” is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"label\": \"B\"}}}",
    "t.json:1: glyphs.bone.column: is missing" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"label\": 1}}}",
    "t.json:1: glyphs.bone.label: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"colour\": 1}}}",
    "t.json:1: glyphs.bone: unknown member “colour”" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"off\": [\"k\"]}}}",
    "t.json:1: glyphs.bone.off[0]: no control k sets a parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"absent\": "
    "\"no\"}], \"glyphs\": {\"bone\": {\"column\": \"x\", \"off\": [\"a\"]}}}",
    "t.json:1: glyphs.bone.off[0]: no control a sets a parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"off\": \"a\"}}}",
    "t.json:1: glyphs.bone.off: must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"shown\": \"twice\"}}}",
    "t.json:1: glyphs.bone.shown: must be ratio, multiple or value, not “twice”" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"shown\": \"multiple\"}}}",
    "t.json:1: glyphs.bone.shown: the unit of the column must end with “baseline”" },
  { "{\"schema\": 1, \"horizon\": 1, \"notes\": \"n\"}",
    "t.json:1: notes: must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"notes\": [\"n\", 1]}",
    "t.json:1: notes[1]: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": {}}",
    "t.json:1: hidden: must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [1]}",
    "t.json:1: hidden[0]: must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"x\"]}",
    "t.json:1: hidden[0]: “x” is no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"panels\": [{\"id\": \"p\", "
    "\"columns\": [\"y\"]}]}",
    "t.json:1: panels[0].columns[0]: “y” is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"glyphs\": {\"bone\": "
    "\"y\"}}",
    "t.json:1: glyphs.bone: “y” is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"start\": [1]}",
    "t.json:1: start: must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"start\": {\"a\": 1}}",
    "t.json:1: start.a: “a” is no control" },
  { HEAD_A "\"neutral\": 1, \"step\": 2}], \"start\": {\"a\": \"1\"}}",
    "t.json:1: start.a: must be a number" },
  { HEAD_A "\"neutral\": 1, \"step\": 2}], \"start\": {\"a\": 3}}",
    "t.json:1: start.a: the control a cannot start at 3" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"absent\": "
    "\"no\"}], "
    "\"start\": {\"a\": 3}}",
    "t.json:1: start.a: “a” is no control" },
  { HEAD_A "\"neutral\": 0, \"step\": 2, \"scale\": \"log\"}]}",
    "t.json:1: controls[0].neutral: the neutral value of the control a is outside its "
    "range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": true, \"neutral\": 0.5}]}",
    "t.json:1: controls[0].neutral: must be 0 or 1 for a switch" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": true, \"neutral\": 1, \"max\": 2}]}",
    "t.json:1: controls[0]: unknown member “max”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"amount\", \"state\": \"x\", \"switch\": true}]}",
    "t.json:1: controls[0].switch: only a parameter can be switched" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": 1}]}",
    "t.json:1: controls[0].switch: must be true or false" },
  { HEAD_SWITCH "\"reversed\": {\"label\": \"L\", \"when_off\": \"F\"}}]}",
    "t.json:1: controls[0].reversed.when_on: is missing" },
  { HEAD_SWITCH "\"reversed\": {\"label\": \"\"}}]}",
    "t.json:1: controls[0].reversed.label: is empty" },
  { HEAD_A "\"neutral\": 1, \"step\": 2, \"reversed\": {}}]}",
    "t.json:1: controls[0].reversed: only a switch can be turned round" },
  { HEAD_SWITCH "\"needs\": \"b\"}]}", "t.json:1: controls[0].idle: is missing" },
  { HEAD_SWITCH "\"idle\": \"b\"}]}", "t.json:1: controls[0].needs: is missing" },
  { HEAD_SWITCH "\"needs\": \"b\", \"idle\": \"-\"}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { HEAD_SWITCH "\"needs\": \"a\", \"idle\": \"-\"}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { HEAD_SWITCH "\"needs\": \"b\", \"idle\": \"-\"}, {\"id\": \"b\", \"absent\": "
                "\"no\"}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { HEAD_SWITCH "\"needs\": \"b\", \"idle\": \"-\"}, {\"id\": \"b\", \"parameter\": "
                "\"k\", \"switch\": true, \"needs\": \"a\", \"idle\": \"-\"}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { HEAD_SWITCH "\"needs\": [], \"idle\": \"-\"}]}",
    "t.json:1: controls[0].needs: must be 1 to 4" },
  { HEAD_SWITCH "\"needs\": [\"b\", 1], \"idle\": \"-\"}]}",
    "t.json:1: controls[0].needs[1]: must be a text" },
  { HEAD_SWITCH "\"needs\": [\"b\", \"c\"], \"idle\": \"-\"}, {\"id\": \"b\", "
                "\"parameter\": \"k\", \"switch\": true}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { HEAD_SWITCH "\"needs\": [\"b\", \"c\"], \"idle\": \"-\"}, {\"id\": \"b\", "
                "\"parameter\": \"k\", \"switch\": true}, {\"id\": \"c\", \"parameter\": "
                "\"k\", \"switch\": true, \"needs\": \"b\", \"idle\": \"-\"}]}",
    "t.json:1: controls: nothing gives the control a what it needs" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"count\", \"state\": \"x\", \"max\": 9, \"step\": 1, \"needs\": \"b\", "
    "\"idle\": \"-\"}]}",
    "t.json:1: controls[0].needs: what makes doses needs an amount alone" },
  { "{\"schema\": 1, \"horizon\": 1,\n \"controls\": [\n  {\"id\": \"a\", \"absent\": "
    "\"no\"},\n  {\"id\": \"b\", \"absent\": \"no\",\n   \"parameter\": \"k\"}]}",
    "t.json:5: controls[1]: unknown member “parameter”" },
  { "{\"schema\": 1, \"horizon\": 1, \"title\": \"a\\333\"}",
    "t.json:1:40: title: “\\” begins nothing that JSON knows" },
  { "{\"schema\": 1,", "t.json:1:14: the file ends in the middle" },
  { "{\"schema\": 1, \"horizon\": 012}",
    "t.json:1:26: horizon: “012” is no number of JSON, nor true, false or null" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = read_with (broken[i].json, &error);

      g_test_message ("%s", broken[i].json);
      g_assert_null (model);
      g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

/* What stands behind a byte of 0 in a file is not passed over. */
static void
test_byte_of_0 (void)
{
  static const char json[] = "{\"schema\": 1, \"horizon\": 1}\0{";
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.ant", NULL);
  g_autofree char *beside = g_build_filename (folder, "t.json", NULL);

  g_assert_true (g_file_set_contents (path, MODEL, -1, NULL));
  g_assert_true (g_file_set_contents (beside, json, sizeof json - 1, NULL));
  g_assert_null (rankle_model_new_from_file (path, &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR);
  g_assert_cmpstr (error->message, ==, "t.json:1:28: a byte of 0 may not be in a text");
  g_unlink (path);
  g_unlink (beside);
  g_rmdir (folder);
}

static void
test_ranges (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"ranges\": [{\"quantities\": [\"x\"], \"min\": "
      "0, "
      "\"because\": \"An amount.\"}, {\"quantities\": [\"y\"], \"min\": -1, \"max\": 1, "
      "\"because\": \"A share.\"}]}",
      &error);
  const RankleQuantity *quantity;

  g_assert_no_error (error);
  quantity = rankle_model_find (model, "x");
  g_assert_cmpfloat (quantity->min, ==, 0);
  g_assert_true (isnan (quantity->max));
  g_assert_cmpstr (quantity->range_reason, ==, "An amount.");
  quantity = rankle_model_find (model, "y");
  g_assert_cmpfloat (quantity->min, ==, -1);
  g_assert_cmpfloat (quantity->max, ==, 1);
  g_assert_null (rankle_model_find (model, "k")->range_reason);
}

/* Each bundled model says of each state what it cannot be, but for a logarithm. */
static void
test_bundled_ranges (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < rankle_model_get_n_states (model); i++)
        {
          const RankleQuantity *state = rankle_model_get_state (model, i);

          if (!isnan (state->min) || g_str_has_prefix (state->id, "ln_"))
            continue;
          g_test_message ("%s: %s has no range", *id, state->id);
          g_test_fail ();
        }
    }
}

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      read_with ("{\"schema\": 1, \"title\": \"T\", \"summary\": \"S\", \"group\": "
                 "\"G\", \"source\": "
                 "\"Q\", \"horizon\": 12.5, \"diagram\": \"d.sbgn\","
                 " \"units\": {\"per_day\": \"1/d\"},"
                 " \"quantities\": {\"k\": {\"label\": \"Rate\", \"source\": \"here\", "
                 "\"grade\": \"fitted\", \"range\": [0, 2]},"
                 "                  \"y\": {\"unit\": \"pM\"}},"
                 " \"controls\": [{\"id\": \"a\", \"parameter\": \"k\", \"scale\": "
                 "\"log\", \"min\": 0.5, \"max\": 2, \"neutral\": 1,"
                 "                 \"step\": 1.1, \"off\": true, \"factor\": 3}, "
                 "{\"id\": \"b\", \"absent\": \"why\"}],"
                 " \"panels\": [{\"id\": \"p\", \"columns\": [\"y\", \"x\"], \"labels\": "
                 "[\"A\", \"B\"], \"nothing\": \"None.\", \"relative\": true}],"
                 " \"glyphs\": {\"bone\": \"y\"}}",
                 &error);
  const RankleQuantity *k;
  const RankleControl  *a;
  const RanklePanel    *p;

  g_assert_no_error (error);
  g_assert_cmpstr (rankle_model_get_title (model), ==, "T");
  g_assert_cmpstr (rankle_model_get_group (model), ==, "G");
  g_assert_cmpfloat (rankle_model_get_horizon (model), ==, 12.5);
  k = rankle_model_find (model, "k");
  g_assert_cmpstr (k->label, ==, "Rate");
  g_assert_cmpstr (k->unit, ==, "1/d");
  g_assert_cmpint (k->grade, ==, RANKLE_GRADE_FITTED);
  g_assert_cmpfloat (k->max, ==, 2);
  g_assert_cmpstr (rankle_model_find (model, "y")->unit, ==, "pM");
  a = rankle_model_find_control (model, "a");
  g_assert_cmpuint (a->parameter, ==, k->index);
  g_assert_true (a->can_be_off);
  g_assert_cmpfloat (a->factor, ==, 3);
  g_assert_cmpstr (rankle_model_find_control (model, "b")->absent, ==, "why");
  p = rankle_model_get_panel (model, 0);
  g_assert_cmpuint (p->columns[0], ==, (guint)rankle_model_find_column (model, "y"));
  g_assert_cmpstr (p->labels[1], ==, "B");
  g_assert_cmpstr (p->nothing, ==, "None.");
  g_assert_true (isnan (p->reference));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "bone"), ==,
                   rankle_model_find_column (model, "y"));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "x"), ==,
                   rankle_model_find_column (model, "x"));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "k"), ==, -1);
}

/* A switch that the window turns round, and what a control waits for. */
static void
test_reversed_and_needs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      HEAD_SWITCH "\"neutral\": 1, \"reversed\": {\"label\": \"Knock out K\", "
                  "\"when_off\": \"K knocked out\", \"when_on\": \"K restored\"}}, "
                  "{\"id\": \"b\", \"parameter\": \"k\", \"switch\": true, \"needs\": "
                  "\"a\", \"idle\": \"no K\"}]}",
      &error);
  const RankleControl *a, *b;

  g_assert_no_error (error);
  a = rankle_model_find_control (model, "a");
  g_assert_cmpstr (a->reversed, ==, "Knock out K");
  g_assert_cmpstr (a->when_off, ==, "K knocked out");
  g_assert_cmpstr (a->when_on, ==, "K restored");
  g_assert_null (a->needs[0]);
  b = rankle_model_find_control (model, "b");
  g_assert_null (b->reversed);
  g_assert_cmpstr (b->needs[0], ==, "a");
  g_assert_null (b->needs[1]);
  g_assert_cmpstr (b->idle, ==, "no K");
}

/* One of several will do, and doses are one of them. */
static void
test_needs_of_several (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      HEAD_SWITCH "\"needs\": [\"b\", \"c\"], \"idle\": \"none\"}, {\"id\": \"b\", "
                  "\"parameter\": \"k\", \"switch\": true}, {\"id\": \"c\", \"dose\": "
                  "\"amount\", \"state\": \"x\", \"max\": 9, \"step\": 1}]}",
      &error);
  const RankleControl *a;

  g_assert_no_error (error);
  a = rankle_model_find_control (model, "a");
  g_assert_cmpstr (a->needs[0], ==, "b");
  g_assert_cmpstr (a->needs[1], ==, "c");
  g_assert_null (a->needs[2]);
}

/* Where they stand at first, knock-outs, and a neutral value to the left of the range. */
static void
test_controls (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      HEAD_A "\"neutral\": 0, \"step\": 2, \"scale\": \"log\", \"off\": true}, "
             "{\"id\": \"b\", \"parameter\": \"k\", \"switch\": true, \"neutral\": 1}, "
             "{\"id\": \"c\", \"dose\": \"amount\", \"state\": \"x\", \"max\": 9, "
             "\"neutral\": 0, \"step\": 1}], \"start\": {\"a\": 0.5, \"c\": 7}}",
      &error);
  const RankleControl *a, *b;

  g_assert_no_error (error);
  a = rankle_model_find_control (model, "a");
  g_assert_cmpfloat (a->neutral, ==, 0);
  g_assert_cmpfloat (a->start, ==, 0.5);
  g_assert_false (a->is_switch);
  b = rankle_model_find_control (model, "b");
  g_assert_true (b->is_switch);
  g_assert_cmpfloat (b->min, ==, 0);
  g_assert_cmpfloat (b->max, ==, 1);
  g_assert_cmpfloat (b->step, ==, 1);
  g_assert_cmpfloat (b->start, ==, 1);
  g_assert_cmpfloat (rankle_model_find_control (model, "c")->start, ==, 7);
}

/* What is said to be nothing is nothing as long as the model lives. */
static void
test_empty_words (void)
{
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"summary\": \"\", \"panels\": [{\"id\": \"p\", "
      "\"unit\": \"\", \"columns\": [\"x\"]}]}",
      NULL);
  char *later[64];

  /* Whoever gets the reader's memory now writes into it. */
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    later[i] = g_strnfill (1023, 'U');
  g_assert_cmpstr (rankle_model_get_summary (model), ==, "");
  g_assert_cmpstr (rankle_model_get_panel (model, 0)->unit, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    g_free (later[i]);
}

static void
test_notes (void)
{
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"notes\": [\"One.\", \"Two.\"]}", NULL);
  g_autoptr (RankleModel) none = read_with ("{\"schema\": 1, \"horizon\": 1}", NULL);
  const char *const *notes = rankle_model_get_notes (model);

  g_assert_cmpstr (notes[0], ==, "One.");
  g_assert_cmpstr (notes[1], ==, "Two.");
  g_assert_null (notes[2]);
  g_assert_null (rankle_model_get_notes (none)[0]);
}

static void
test_glyphs (void)
{
  g_autoptr (RankleModel) model =
      read_with ("{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": \"y\", "
                 "\"CTX\": {\"column\": \"x\", \"label\": \"NTX\", "
                 "\"shown\": \"value\"}}}",
                 NULL);

  g_assert_cmpint (rankle_model_find_glyph_column (model, "CTX"), ==,
                   rankle_model_find_column (model, "x"));
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "CTX"), ==, "NTX");
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "bone"), ==, NULL);
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "x"), ==, NULL);
  g_assert_cmpuint (rankle_model_get_glyph_shown (model, "CTX"), ==, RANKLE_SHOWN_VALUE);
  g_assert_cmpuint (rankle_model_get_glyph_shown (model, "bone"), ==, RANKLE_SHOWN_RATIO);
}

/* By the controls that are listed, else by those that bear its id and its gene's. */
static void
test_glyphs_off (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      HEAD_A "\"neutral\": 1, \"step\": 2}, {\"id\": \"bone_gene\", \"parameter\": "
             "\"k\", \"switch\": true, \"neutral\": 1}], \"glyphs\": {\"CTX\": "
             "{\"column\": \"x\", \"off\": [\"a\"]}, \"bone\": \"y\"}}",
      &error);
  const RankleControl *a = rankle_model_find_control (model, "a");
  const RankleControl *gene = rankle_model_find_control (model, "bone_gene");

  g_assert_no_error (error);
  g_assert_true (rankle_model_control_makes_glyph (model, a, "CTX"));
  g_assert_true (rankle_model_control_makes_glyph (model, a, "A"));
  g_assert_false (rankle_model_control_makes_glyph (model, a, "bone"));
  g_assert_false (rankle_model_control_makes_glyph (model, gene, "CTX"));
  g_assert_true (rankle_model_control_makes_glyph (model, gene, "Bone"));
  g_assert_false (rankle_model_control_makes_glyph (model, gene, "bo"));
}

/* The table of models and the folder hold the same. */
static void
test_list (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  g_auto (GStrv) names = rankle_catalog_list ("models");
  guint n_texts = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n_texts += g_str_has_suffix (names[i], ".ant");
  g_assert_cmpuint (g_strv_length (ids), ==, n_texts);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat (ids[i], ".ant", NULL);
      g_autofree char *sidecar = g_strconcat (ids[i], ".json", NULL);

      g_assert_true (g_strv_contains ((const char *const *)names, text));
      g_assert_true (g_strv_contains ((const char *const *)names, sidecar));
    }
}

/* A heading stands once in the list: models of one group are neighbours. The default
 * model stands above them, under none. */
static void
test_groups (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);
      const char *group = rankle_model_get_group (model);

      g_test_message ("%s: “%s”", ids[i], group);
      g_assert_cmpint (*group == '\0', ==, g_str_equal (ids[i], "rankle"));
      if (g_strcmp0 (group, last) != 0)
        g_assert_true (g_hash_table_add (seen, g_strdup (group)));
      g_free (last);
      last = g_strdup (group);
    }
}

/* The four controls stand in every bundled model, present or with a reason for their
 * absence. */
static void
test_bundled_controls (void)
{
  static const char *const controls[] = { "rankl",
                                          "opg",
                                          "estrogen",
                                          "denosumab_dose",
                                          "denosumab_interval",
                                          "denosumab_count",
                                          "denosumab_start" };
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  g_assert_cmpstr (ids[0], ==, "rankle");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);

      for (guint k = 0; k < G_N_ELEMENTS (controls); k++)
        g_assert_nonnull (rankle_model_find_control (model, controls[k]));
      g_assert_cmpuint (rankle_model_get_n_panels (model), >, 0);
      g_assert_cmpfloat (rankle_model_get_horizon (model), >, 0);
      g_assert_cmpstr (rankle_model_get_source (model), !=, "");
    }
}

static void
test_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) first = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleModel) second = rankle_catalog_load ("rankle", &error);
  g_autoptr (GBytes) map = rankle_catalog_read ("diagrams", "nowhere.sbgn", NULL);

  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_null (map);
  g_assert_null (rankle_catalog_load ("no-such-model", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no model “no-such-model”, and no file of that name");
}

/* By the sidecar, else by its own id, else not at all. */
static void
test_evidence (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": \"y\", \"BMD\": "
      "{\"column\": \"x\", \"factor\": 2, \"offset\": 100}, \"P1NP\": {\"column\": "
      "\"x\", \"relative\": true}}}",
      &error);
  RankleObserved observed;

  g_assert_no_error (error);
  g_assert_true (rankle_model_find_observed (model, "CTX", &observed));
  g_assert_cmpuint (observed.column, ==, 1);
  g_assert_cmpfloat (observed.factor, ==, 1);
  g_assert_true (rankle_model_find_observed (model, "BMD", &observed));
  g_assert_cmpuint (observed.column, ==, 0);
  g_assert_cmpfloat (observed.factor, ==, 2);
  g_assert_cmpfloat (observed.offset, ==, 100);
  g_assert_true (rankle_model_find_observed (model, "P1NP", &observed));
  g_assert_true (observed.relative);
  g_assert_true (rankle_model_find_observed (model, "y", &observed));
  g_assert_cmpuint (observed.column, ==, 1);
  g_assert_false (rankle_model_find_observed (model, "k", &observed));
}

static void
test_renderings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"c\", \"parameter\": "
      "\"k\", "
      "\"min\": 0, \"max\": 9, \"step\": 1}], \"evidence_controls\": {\"a\": "
      "{\"control\": "
      "\"c\", \"offset\": 2}, \"b\": {\"control\": \"c\", \"value\": 1, \"day\": 20, "
      "\"days_per_unit\": 7}, \"c\": {\"control\": \"c\"}}}",
      &error);
  const RankleRendering *renderings;
  guint                  n;

  g_assert_no_error (error);
  renderings = rankle_model_get_renderings (model, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (renderings[0].asked, ==, "a");
  g_assert_cmpstr (renderings[0].control, ==, "c");
  g_assert_cmpfloat (renderings[0].offset, ==, 2);
  g_assert_false (renderings[0].is_moment);
  g_assert_cmpstr (renderings[1].asked, ==, "b");
  g_assert_true (renderings[1].is_moment);
  g_assert_cmpfloat (renderings[1].value, ==, 1);
  g_assert_cmpfloat (renderings[1].day, ==, 20);
  g_assert_cmpfloat (renderings[1].days_per_unit, ==, 7);
  g_assert_cmpfloat (renderings[2].offset, ==, 0);
}

/* What was fitted says how well it is known, and nothing else does. */
static void
test_uncertainty (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  guint fitted = 0;

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    {
      const RankleQuantity *quantity = rankle_model_get_parameter (model, i);

      g_assert_cmpint (quantity->uncertainty >= 1, ==,
                       quantity->grade == RANKLE_GRADE_FITTED);
      fitted += quantity->grade == RANKLE_GRADE_FITTED;
    }
  g_assert_cmpuint (fitted, >=, 5);
  g_assert_cmpstr (rankle_model_find_control (model, "traf6")->group, ==, "Knock-outs");
  g_assert_null (rankle_model_find_control (model, "opg")->group);
  g_assert_true (rankle_model_find_control (model, "menopause")->ends_never);
  g_assert_false (rankle_model_find_control (model, "estrogen")->ends_never);
}

/* What a sentence may say. */
static void
test_answer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"answer\": [{\"kind\": \"share\", \"column\": \"x\", \"of\": "
      "[\"y\", \"x\"], \"words\": \"x holds {value}\"}, {\"kind\": \"level\", "
      "\"column\": \"y\", \"rises\": \"up to {value}\", \"falls\": \"down to "
      "{value}\"}, {\"kind\": \"amount\", \"column\": \"y\", \"rises\": \"to {value}\", "
      "\"falls\": \"back to {value}\", \"least\": 0.1}]}",
      &error);
  const RankleAnswer *answer;

  g_assert_no_error (error);
  g_assert_cmpuint (rankle_model_get_n_answers (model), ==, 3);
  answer = rankle_model_get_answer (model, 0);
  g_assert_cmpint (answer->kind, ==, RANKLE_ANSWER_SHARE);
  g_assert_cmpuint (answer->n_whole, ==, 2);
  g_assert_cmpuint (answer->whole[1], ==, answer->column);
  g_assert_cmpstr (answer->words, ==, "x holds {value}");
  answer = rankle_model_get_answer (model, 1);
  g_assert_cmpint (answer->kind, ==, RANKLE_ANSWER_LEVEL);
  g_assert_cmpstr (answer->words, ==, "up to {value}");
  g_assert_cmpstr (answer->falls, ==, "down to {value}");
  answer = rankle_model_get_answer (model, 2);
  g_assert_cmpint (answer->kind, ==, RANKLE_ANSWER_AMOUNT);
  g_assert_cmpstr (answer->falls, ==, "back to {value}");
  g_assert_cmpfloat (answer->least, ==, 0.1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sidecar/broken", test_broken);
  g_test_add_func ("/sidecar/byte-of-0", test_byte_of_0);
  g_test_add_func ("/sidecar/words", test_words);
  g_test_add_func ("/sidecar/ranges", test_ranges);
  g_test_add_func ("/sidecar/bundled-ranges", test_bundled_ranges);
  g_test_add_func ("/sidecar/controls", test_controls);
  g_test_add_func ("/sidecar/reversed-and-needs", test_reversed_and_needs);
  g_test_add_func ("/sidecar/needs-of-several", test_needs_of_several);
  g_test_add_func ("/sidecar/empty-words", test_empty_words);
  g_test_add_func ("/sidecar/notes", test_notes);
  g_test_add_func ("/sidecar/glyphs", test_glyphs);
  g_test_add_func ("/sidecar/glyphs-off", test_glyphs_off);
  g_test_add_func ("/sidecar/list", test_list);
  g_test_add_func ("/sidecar/groups", test_groups);
  g_test_add_func ("/sidecar/bundled-controls", test_bundled_controls);
  g_test_add_func ("/sidecar/catalog", test_catalog);
  g_test_add_func ("/sidecar/evidence", test_evidence);
  g_test_add_func ("/sidecar/renderings", test_renderings);
  g_test_add_func ("/sidecar/uncertainty", test_uncertainty);
  g_test_add_func ("/sidecar/answer", test_answer);
  return g_test_run ();
}
