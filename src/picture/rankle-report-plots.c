/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-picture-private.h"
#include "rankle-report-private.h"

/* All in pixels. */
#define COLUMNS  2
#define PLOT_GAP 8
/* Plots keep clear of their own edges; what is seen of them stands in line with the
 * words. */
#define PLOT_LEFT  8
#define PLOT_RIGHT 15
#define SAMPLE_GAP 6
#define ENTRY_GAP  20
#define LINE_GAP   4

/* ---- legend ---- */

/* Entries that stand side by side; those after the first find their page. */
typedef struct
{
  RankleReportFlow *flow;
  double            x, height; /* of those that are there; 0: none is */
  double            below;     /* room for what comes below the legend */
} Row;

static void
begin_row (Row *self)
{
  if (self->height > 0)
    rankle_report_flow_advance (self->flow, self->height + LINE_GAP);
  self->x = self->height = 0;
}

/* A sample and its words, in a row with those before if there is room. */
static void
put_entry (Row *self, const RanklePictureEntry *entry)
{
  double             inner = rankle_report_flow_get_inner (self->flow);
  RanklePictureItem *sample = entry->sample;
  double             indent = sample->box.width + SAMPLE_GAP;
  RanklePictureItem *words = rankle_picture_item_new_words (
      entry->words, RANKLE_REPORT_SMALL_SIZE, FALSE, inner - indent);
  double wide = indent + words->box.width;
  double high = fmax (sample->box.height, words->box.height);

  if (self->x + wide > inner || (self->height > 0 && high > self->height))
    begin_row (self);
  if (!(self->height > 0))
    rankle_report_flow_keep (self->flow, high + LINE_GAP + self->below);
  rankle_report_flow_put (self->flow, sample, self->x,
                          floor (0.5 * (high - sample->box.height)));
  rankle_report_flow_put (self->flow, words, self->x + indent,
                          floor (0.5 * (high - words->box.height)));
  self->x += wide + ENTRY_GAP;
  self->height = fmax (self->height, high);
}

static void
put_legend (RankleReportFlow *flow, const GArray *entries, double below)
{
  Row row = { .flow = flow, .below = below };

  for (guint i = 0; i < entries->len; i++)
    put_entry (&row, &g_array_index (entries, RanklePictureEntry, i));
  begin_row (&row);
  rankle_report_flow_advance (flow, LINE_GAP);
}

/* ---- plots ---- */

static void
put_row (RankleReportFlow *flow, GPtrArray *plots, guint first, double height)
{
  double inner = rankle_report_flow_get_inner (flow);
  double width = floor ((inner + PLOT_LEFT + PLOT_RIGHT - (COLUMNS - 1) * PLOT_GAP) /
                        (plots->len == 1 ? 1 : COLUMNS));

  rankle_report_flow_keep (flow, height);
  for (guint i = 0; i < COLUMNS && first + i < plots->len; i++)
    {
      RanklePictureItem *item = plots->pdata[first + i];

      item->box.width = width;
      item->box.height = height;
      rankle_report_flow_put (flow, item, i * (width + PLOT_GAP) - PLOT_LEFT, 0);
    }
  rankle_report_flow_advance (flow, height + PLOT_GAP);
}

void
_rankle_report_put_plots (RankleReportFlow           *flow,
                          const RanklePictureContent *content,
                          double                      height)
{
  g_autoptr (GArray) findings = _rankle_picture_list_findings (content);
  g_autoptr (GPtrArray) plots = _rankle_picture_make_plots (content, findings);
  g_autoptr (GArray) entries = NULL;

  if (plots->len == 0)
    return;
  entries = _rankle_picture_list_entries (content, findings, plots);
  put_legend (flow, entries, height + LINE_GAP);
  for (guint i = 0; i < plots->len; i += COLUMNS)
    put_row (flow, plots, i, height);
}
