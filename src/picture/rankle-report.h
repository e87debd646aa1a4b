/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

/**
 * RankleReport:
 *
 * A lab report of a session on sheets of paper: what its user asked, supposed and found,
 * what was set, what came of it in a sentence, plots and figures, what the model cannot
 * tell, and the commands that repeat its runs. What was not written has lines to write it
 * on by hand. It has no date and no name but lines for them, so that one session makes
 * one report. In the colours of print, by the painters of the window.
 */
typedef struct _RankleReport RankleReport;

typedef enum
{
  RANKLE_PAPER_A4,
  RANKLE_PAPER_LETTER,
  RANKLE_N_PAPERS
} RanklePaper;

/* "a4", "letter": in that order; NULL at the end. */
extern const char *const rankle_paper_names[];

/**
 * RankleReportContent:
 * @shown: the session and what came of it; its panels are ids of the plots that are
 * wanted
 * @commands: (nullable): lines for a shell: of the session's run, then of the kept runs
 * of @shown that are not hidden, in their order
 * @lesson: (nullable): what was done in a lesson, a line each, the first its title
 *
 * Hidden runs are not told of.
 */
typedef struct
{
  RanklePictureContent shown;
  const char *const   *commands;
  const char          *lesson;
  RanklePaper          paper;
} RankleReportContent;

RankleReport *rankle_report_new (const RankleReportContent *content);
void          rankle_report_free (RankleReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleReport, rankle_report_free)

/* [px], of which 96 are an inch: of each page. */
void  rankle_report_get_size (const RankleReport *report, double *width, double *height);
guint rankle_report_get_n_pages (const RankleReport *report);
/* In the order in which they are read. */
const RanklePictureItem *const *
rankle_report_get_items (const RankleReport *report, guint page, guint *n);
/* What it is of, in a line. */
const char *rankle_report_get_title (const RankleReport *report);
void        rankle_report_paint (const RankleReport *report, guint page, cairo_t *cr);

/* (transfer full): a whole PDF file, the same bytes of the same report. */
GBytes *rankle_report_write (const RankleReport *report, GError **error);

G_END_DECLS
