/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-study-therapy.h"

#include "rankle-handle-words.h"
#include "rankle-regimen-use.h"

/* What was done to two drugs is told as one thing. */
void
rankle_study_switch_therapy (RankleStudy         *study,
                             const RankleLanes   *lanes,
                             guint                handle,
                             const RankleRegimen *regimen)
{
  g_autoptr (RankleScenario) switched = NULL;
  g_autoptr (RankleChange) change = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (study) && lanes != NULL && regimen != NULL);
  g_return_if_fail (rankle_regimen_can_follow (regimen, lanes, handle));

  words = rankle_switch_in_words (lanes, handle,
                                  rankle_regimen_find_control (regimen, lanes->model));
  switched = rankle_regimen_follow (regimen, lanes, handle);
  change = rankle_study_begin_change (study, words);
  rankle_change_keep_label (change);
  rankle_study_change_scenario (study, switched, words);
}
