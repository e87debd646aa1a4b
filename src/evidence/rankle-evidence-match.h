/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"

G_BEGIN_DECLS

/**
 * RankleEvidenceMatch:
 *
 * Which rows of the evidence a run may be held against: those whose arm asks of the
 * model, up to the row's time, just what the run was asked. An arm that begins later in
 * the model's run than it says is held against none. Built once for a model, since a
 * slider asks at every step.
 */
typedef struct _RankleEvidenceMatch RankleEvidenceMatch;

RankleEvidenceMatch *rankle_evidence_match_new (RankleEvidence *evidence,
                                                RankleModel    *model);
void                 rankle_evidence_match_free (RankleEvidenceMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleEvidenceMatch, rankle_evidence_match_free)

/* (transfer full): guint, numbers of rows that may be held against a run which is asked
 * what @protocol says, ascending; it is sealed. Rows that the model does not answer for
 * are not among them. */
GArray *rankle_evidence_match_find (const RankleEvidenceMatch *match,
                                    const RankleProtocol      *protocol);

G_END_DECLS
