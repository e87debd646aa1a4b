/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-score.h"

G_BEGIN_DECLS

/**
 * RankleInquiry:
 *
 * All that must be run to ask a model for the evidence, each run once however many rows
 * are told of it: an arm, what it is told against, and where people differ several of
 * them for one arm. Constant; any thread may look.
 *
 *   a row against another arm   the number of its arm less that of the other
 *   a row with a spread         the mean of the observable over RANKLE_INQUIRY_PARTS
 *                               equal parts of a normal spread, then the measure
 */
typedef struct _RankleInquiry RankleInquiry;

#define RANKLE_INQUIRY_PARTS 7

RankleInquiry *rankle_inquiry_new (RankleEvidence *evidence, RankleModel *model);
void           rankle_inquiry_free (RankleInquiry *inquiry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleInquiry, rankle_inquiry_free)

/* Where part @part of the people stands, in standard deviations from the mean: the middle
 * of its seventh, drawn out so that all together have the spread's own deviation. */
double rankle_inquiry_get_part (guint part);

/* The row, by number, is put to the model; then the reason (nullable) why the model
 * cannot be asked. */
gboolean    rankle_inquiry_includes (const RankleInquiry *inquiry, guint row);
const char *rankle_inquiry_get_reason (const RankleInquiry *inquiry, guint row);

guint rankle_inquiry_get_n_runs (const RankleInquiry *inquiry);
/* Index of its arm. */
guint rankle_inquiry_get_arm (const RankleInquiry *inquiry, guint run);
/* (transfer full): sealed, with every time that rows ask for. @parameters (nullable):
 * n_parameters values in the place of the model's, NaN for those that stay. */
RankleProtocol *rankle_inquiry_make_protocol (const RankleInquiry *inquiry,
                                              guint                run,
                                              const double        *parameters);

/* What all rows see in all runs. Each run writes its own part of @sights alone. */
guint rankle_inquiry_get_n_sights (const RankleInquiry *inquiry);
/* @trajectory NULL: it broke down. */
void rankle_inquiry_look (const RankleInquiry    *inquiry,
                          guint                   run,
                          const RankleTrajectory *trajectory,
                          RankleSight            *sights);
/* What row @row measured; NaN where it saw nothing, or the model gives no number. */
double
rankle_inquiry_tell (const RankleInquiry *inquiry, guint row, const RankleSight *sights);
/* The first run of the row, or -1, of which @failed (by run) is TRUE. */
int rankle_inquiry_find_failed (const RankleInquiry *inquiry,
                                guint                row,
                                const gboolean      *failed);

G_END_DECLS
