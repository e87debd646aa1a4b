/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the explorer needs to know of a model and SBML has no word for: read from the
 * sidecar, owned by the model, constant for ever. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_CONTROL_PARAMETER,     /* sets a parameter */
  RANKLE_CONTROL_DOSE_AMOUNT,   /* the four DOSE roles of one dosing group together */
  RANKLE_CONTROL_DOSE_INTERVAL, /* make a series of doses of one state */
  RANKLE_CONTROL_DOSE_COUNT,
  RANKLE_CONTROL_DOSE_START,
} RankleControlRole;

typedef enum
{
  RANKLE_SCALE_LINEAR,
  RANKLE_SCALE_LOG,
} RankleScale;

/* So many controls one may wait for, each of which will do. */
#define RANKLE_NEEDS_MAX 4

/**
 * RankleControl:
 * @id: "rankl", "opg", "estrogen", "denosumab_dose", "denosumab_interval",
 * "denosumab_count", "denosumab_start"; the same in every model
 * @label: "RANKL"
 * @unit: shown behind the value: "× baseline", "%", "mg", "days"
 * @group: (nullable): the heading of those that stand folded up together: "Knock-outs"
 * @absent: (nullable): the model has no such control, and this sentence says why; all
 * below is then undefined
 * @parameter: parameter index (role PARAMETER)
 * @state: state index that receives the doses (DOSE roles)
 * @factor: model value = @factor × control value (unit conversion; 1 if unstated)
 * @min: @max: ends of the slider, in control units, @min > 0 on a log scale
 * @neutral: baseline value; where the control can be off it may be 0, left of @min
 * @start: where it stands when the model is opened; @neutral unless the sidecar says so
 * @step: one arrow key: an addend on a linear scale, a factor on a log scale
 * @can_be_off: the slider has an "off" place (0) left of @min
 * @ends_never: a moment, and at @max it never comes
 * @is_switch: 0 or 1 and nothing between: a knock-out, say
 * @reversed: (nullable): of a switch that is shown turned round, on where the control is
 * 0: what it is called then: "Knock out RANKL"
 * @when_off: @when_on: (nullable): of such a switch: what a change to 0, or to 1, is
 * called: "RANKL knocked out"
 * @needs: ids of other controls, NULL behind the last, of which it takes one: where each
 * is 0, or never comes, this one does nothing
 * @idle: (nullable): what is said of it then: "knocked out"; not NULL with @needs
 * @is_count: a whole number, such as that of injections
 * @display_factor: shown value = @display_factor × control value (100 with unit "%")
 * @display_digits: significant digits shown
 */
typedef struct
{
  const char       *id;
  const char       *label;
  const char       *unit;
  const char       *description;
  const char       *group;
  const char       *absent;
  const char       *reversed, *when_off, *when_on;
  const char       *needs[RANKLE_NEEDS_MAX + 1], *idle;
  RankleControlRole role;
  guint             parameter;
  guint             state;
  double            factor;
  RankleScale       scale;
  double            min, max, neutral, start, step;
  gboolean          can_be_off, ends_never, is_switch, is_count;
  double            display_factor;
  guint             display_digits;
} RankleControl;

typedef enum
{
  RANKLE_PANEL_LINES,
  RANKLE_PANEL_STACKED, /* non-negative series on top of each other, as % of their sum */
  RANKLE_PANEL_PHASE,   /* two columns, the first to the right, the second up */
} RanklePanelKind;

/**
 * RanklePanel:
 * @id: "drug", "rankl", "holders", "cells", "turnover", "bone", …
 * @title: "Who holds the RANKL?"
 * @unit: of the axis as shown
 * @columns: (array length=n_columns): trajectory columns to draw
 * (rankle_model_find_column)
 * @labels: (nullable) (array length=n_columns): what stands for the columns here, where
 * their own labels would say the panel's title again
 * @nothing: (nullable): why it is empty where there is nothing to take shares of: "There
 * is no RANKL to hold."
 * @relative: draw 100 × value / baseline value instead of the value
 * @log_scale: logarithmic value axis
 * @include_zero: the axis always contains 0
 * @reference: a thin line at this value (100 for % of baseline); NaN for none
 */
typedef struct
{
  const char     *id;
  const char     *title;
  const char     *unit;
  RanklePanelKind kind;
  guint          *columns;
  guint           n_columns;
  const char    **labels;
  const char     *nothing;
  gboolean        relative;
  gboolean        log_scale;
  gboolean        include_zero;
  double          reference;
} RanklePanel;

/**
 * RankleGlyphShown:
 * @RANKLE_SHOWN_RATIO: in multiples of what it is at baseline
 * @RANKLE_SHOWN_MULTIPLE: as it is, since the column is in multiples already, of health
 * @RANKLE_SHOWN_VALUE: by its value: multiples of next to nothing tell nothing
 */
typedef enum
{
  RANKLE_SHOWN_RATIO,
  RANKLE_SHOWN_MULTIPLE,
  RANKLE_SHOWN_VALUE,
} RankleGlyphShown;

/**
 * RankleGlyphBinding:
 * @glyph: id of a glyph in the diagram
 * @column: trajectory column whose value fills it
 * @shown: how it is told
 * @label: (nullable): what stands in it in this model, instead of the diagram's own word
 * @off: (nullable) (array zero-terminated=1): ids of the controls that knock it out, each
 * by itself; NULL: those that bear the glyph's id, and its gene's
 *
 * A glyph with no binding whose id is no column either is "not simulated" in this model.
 */
typedef struct
{
  const char      *glyph;
  guint            column;
  RankleGlyphShown shown;
  const char      *label;
  const char     **off;
} RankleGlyphBinding;

/**
 * RankleTermBinding:
 * @glyph: id of a process or an arc of the diagram
 * @term: what it stands for: a rule or a reaction by its id, or a summand of a rate,
 * "sclerostin' 1"
 */
typedef struct
{
  const char *glyph, *term;
} RankleTermBinding;

/**
 * RankleObserved:
 * @observable: what studies measure: "CTX", "BMD_spine"
 * @column: what answers for it in this model
 * @relative: in % of its value at the start; else @factor × column + @offset
 *
 * An observable without an entry is the column of that id.
 */
typedef struct
{
  const char *observable;
  guint       column;
  double      factor, offset;
  gboolean    relative;
} RankleObserved;

/**
 * RankleRendering:
 * @asked: the control by which an arm of the evidence says it: "menopause"
 * @control: id of the one by which this model does: the same, or "menopause_by_age"
 * @offset: the model's value is that of the arm plus this
 * @is_moment: the model has one moment for it, at which it comes if @control is at @value
 * @value: @day: @days_per_unit: of such a moment alone: which day of this model's run it
 * is, and how many days 1 of the arm's control is
 *
 * How an arm is put to a model that lacks a control or means something else by it. A
 * control without an entry means what the arm means.
 */
typedef struct
{
  const char *asked, *control;
  double      offset;
  gboolean    is_moment;
  double      value, day, days_per_unit;
} RankleRendering;

typedef enum
{
  RANKLE_ANSWER_SHARE,  /* what part of a sum a column is */
  RANKLE_ANSWER_LEVEL,  /* in % of the baseline's start */
  RANKLE_ANSWER_CHANGE, /* likewise, by how much more or less */
  RANKLE_ANSWER_AMOUNT, /* in its own unit: "38.3 °C" */
} RankleAnswerKind;

/* Where the number goes in what is said. */
#define RANKLE_ANSWER_VALUE "{value}"

/**
 * RankleAnswer:
 * @column: what is spoken of
 * @whole: (array length=n_whole): the columns whose sum @column is a share of; of a share
 * alone
 * @words: what is said of it: "the decoy OPG holds {value} of the RANKL"; of a level that
 * or an amount that has risen: "osteoclasts rise to {value}"
 * @falls: of a level or an amount alone: "osteoclasts fall to {value}"
 * @least: of an amount alone: less of a difference is not told, nor a fraction of it
 *
 * Something that a sentence about a run may say, the more important first: a share of
 * each of two wholes, one amount, one level and one change are told.
 */
typedef struct
{
  RankleAnswerKind kind;
  guint            column;
  guint           *whole;
  guint            n_whole;
  const char      *words;
  const char      *falls;
  double           least;
} RankleAnswer;

G_END_DECLS
