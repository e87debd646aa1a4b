/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "rankle-diagram-theme.h"
#include "rankle-diagram-values.h"
#include "rankle-plot-theme.h"
#include "rankle-point-kinds.h"
#include "rankle-run-plot.h"

G_BEGIN_DECLS

/* What stands on a picture, each in a box of its own. */

typedef enum
{
  RANKLE_PICTURE_WORDS,
  RANKLE_PICTURE_SAMPLE, /* of a legend: what stands left of its words */
  RANKLE_PICTURE_MAP,
  RANKLE_PICTURE_PLOT,
  RANKLE_PICTURE_RULE, /* a line to write on, or between rows: it fills its box */
} RanklePictureItemKind;

typedef enum
{
  RANKLE_SAMPLE_BASELINE,
  RANKLE_SAMPLE_CURSOR,
  RANKLE_SAMPLE_POINT,
  RANKLE_SAMPLE_TRACE,
} RankleSampleKind;

/**
 * RanklePictureItem:
 * @box: [px]; nothing of the item lies outside
 * @words: (owned): of words
 * @dim: they are of less weight
 * @sample: @point: @ink: of a sample
 * @diagram: @values: (owned): of a map
 * @shown: (owned): of a plot
 */
typedef struct
{
  RanklePictureItemKind kind;
  RankleBox             box;
  PangoLayout          *words;
  gboolean              dim;
  RankleSampleKind      sample;
  RanklePointKind       point;
  guint                 ink;
  RankleDiagram        *diagram;
  RankleDiagramValues  *values;
  RankleRunPlot         shown;
} RanklePictureItem;

/* (transfer full); the box of words is as large as they need within @width, and lies at
 * the origin. */
RanklePictureItem *rankle_picture_item_new_words (const char *text,
                                                  double      size,
                                                  gboolean    bold,
                                                  double      width);
RanklePictureItem *rankle_picture_item_new_sample (RankleSampleKind sample,
                                                   RanklePointKind  point);
/* Of what stands in a terminal: on one line, however long, in letters of one width. */
RanklePictureItem *rankle_picture_item_new_code (const char *text, double size);
RanklePictureItem *rankle_picture_item_new_rule (double width);
/* Of the kept run of that ink. */
RanklePictureItem *rankle_picture_item_new_trace_sample (guint ink);
void               rankle_picture_item_free (RanklePictureItem *item);

void rankle_picture_item_paint (const RanklePictureItem *item, cairo_t *cr);

G_END_DECLS
