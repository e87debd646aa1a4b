/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-report-flow.h"
#include "rankle-report.h"

G_BEGIN_DECLS

/* The parts of a report, each in a file of its own. Private to this folder. */

/* What the session's run has otherwise than its model, and each kept run otherwise than
 * that one. */
void _rankle_report_put_settings (RankleReportFlow           *flow,
                                  const RanklePictureContent *content);
/* The plots, each of @height, and what their marks mean. */
void _rankle_report_put_plots (RankleReportFlow           *flow,
                               const RanklePictureContent *content,
                               double                      height);
/* Values, peaks and changes of a few quantities, in each run of the session's model. */
void _rankle_report_put_measures (RankleReportFlow           *flow,
                                  const RanklePictureContent *content);
void _rankle_report_put_commands (RankleReportFlow          *flow,
                                  const RankleReportContent *content);

/* (transfer full): a line for a shell in lines of at most @most characters, which a shell
 * reads as the one: all but the last end in a backslash. It is divided between words; a
 * word that is too long is divided itself, unless it is quoted. */
char **_rankle_report_break_command (const char *command, guint most);

G_END_DECLS
