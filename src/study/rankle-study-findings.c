/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was published beside the run that is shown. It goes by the run, and not by the
 * scenario: after a failed run the last good curves keep the points that belong to them.
 */

#include "rankle-study-private.h"

static gboolean
are_of_same_rows (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, RankleFinding, i).row !=
        g_array_index (b, RankleFinding, i).row)
      return FALSE;
  return TRUE;
}

/* (nullable): NULL where there is nothing to find, or to find it for. */
static RankleFinder *
get_finder (RankleStudy *self)
{
  if (self->finder == NULL && self->evidence != NULL && self->model != NULL)
    self->finder = rankle_finder_new (self->evidence, self->model);
  return self->finder;
}

/* (transfer full) */
static GArray *
list_findings (RankleStudy *self)
{
  RankleFinder *finder = self->trajectory == NULL ? NULL : get_finder (self);

  if (finder == NULL)
    return g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  return rankle_finder_list (finder, self->trajectory);
}

void
_rankle_study_add_finding_times (RankleStudy *self, RankleQuestion *question)
{
  RankleFinder *finder = get_finder (self);
  g_autoptr (RankleProtocol) asked = NULL;
  g_autoptr (GArray) times = NULL;

  if (finder == NULL)
    return;
  asked = rankle_question_make_protocol (question, NULL);
  if (asked == NULL)
    return;
  times = rankle_finder_list_times (finder, asked);
  rankle_question_add_times (question, (const double *)(void *)times->data, times->len);
}

void
_rankle_study_renew_findings (RankleStudy *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->findings);

  self->findings = list_findings (self);
  if (!are_of_same_rows (old, self->findings))
    _rankle_study_notify (self, PROP_FINDINGS);
}

void
_rankle_study_forget_finder (RankleStudy *self)
{
  g_clear_pointer (&self->finder, rankle_finder_free);
}

void
rankle_study_set_evidence (RankleStudy *self, RankleEvidence *evidence)
{
  RankleEvidence *old;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (self->evidence == evidence)
    return;
  old = self->evidence;
  self->evidence = evidence != NULL ? rankle_evidence_ref (evidence) : NULL;
  _rankle_study_forget_finder (self);
  _rankle_study_renew_findings (self);
  /* The run that is shown has no rows at their times. */
  if (self->findings->len > 0)
    _rankle_study_refresh (self);
  /* Its rows have been compared with until now. */
  g_clear_pointer (&old, rankle_evidence_unref);
}

RankleEvidence *
rankle_study_get_evidence (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->evidence;
}

const RankleFinding *
rankle_study_get_findings (RankleStudy *self, guint *n)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  *n = self->findings->len;
  return (const RankleFinding *)(void *)self->findings->data;
}
