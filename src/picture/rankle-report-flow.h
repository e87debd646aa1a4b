/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture-items.h"

G_BEGIN_DECLS

/* All in pixels. */
#define RANKLE_REPORT_MARGIN       48
#define RANKLE_REPORT_GAP          12 /* from part to part */
#define RANKLE_REPORT_TITLE_SIZE   20
#define RANKLE_REPORT_HEADING_SIZE 14
#define RANKLE_REPORT_TEXT_SIZE    12
#define RANKLE_REPORT_SMALL_SIZE   10.5

typedef enum
{
  RANKLE_REPORT_PLAIN,
  RANKLE_REPORT_BOLD,
  RANKLE_REPORT_DIM,
} RankleReportWeight;

/**
 * RankleReportFlow:
 * @width: @height: of each page
 * @pages: (owned): GPtrArray, of each page its RanklePictureItem
 * @y: where the next item goes, on the last page
 *
 * Items that stand below each other on as many pages as they need. What does not fit a
 * page goes to the next; a text is divided between lines.
 */
typedef struct
{
  double     width, height;
  GPtrArray *pages;
  double     y;
} RankleReportFlow;

void rankle_report_flow_init (RankleReportFlow *flow, double width, double height);
void rankle_report_flow_clear (RankleReportFlow *flow);
/* How wide a page is between its margins. */
double rankle_report_flow_get_inner (const RankleReportFlow *flow);

/* What comes next has so much room below itself, or begins a page. */
void rankle_report_flow_keep (RankleReportFlow *flow, double height);
/* Puts @item, and takes it, so far from the left margin and from where the next item
 * goes, which stays where it is. There is room. */
void rankle_report_flow_put (RankleReportFlow  *flow,
                             RanklePictureItem *item,
                             double             x,
                             double             y);
void rankle_report_flow_advance (RankleReportFlow *flow, double height);

/* (transfer full): @text in lines of at most @width; paragraphs begin a line. */
char **
rankle_report_break_lines (const char *text, double size, gboolean bold, double width);
/* So far from the left margin, and as wide as there is room. */
void rankle_report_flow_put_text (RankleReportFlow  *flow,
                                  const char        *text,
                                  double             size,
                                  RankleReportWeight weight,
                                  double             x);
/* On the page of what follows it. */
void rankle_report_flow_put_heading (RankleReportFlow *flow, const char *text);
/* To be written on. */
void rankle_report_flow_put_rules (RankleReportFlow *flow, guint n);
/* At the foot of each page: the words, and which page it is. To be done last. */
void rankle_report_flow_put_footings (RankleReportFlow *flow, const char *text);

G_END_DECLS
