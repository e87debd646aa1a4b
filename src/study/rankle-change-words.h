/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* What was changed, in words: "OPG × 5.3", "Denosumab 60 mg every 6 months × 6". */

/* (transfer full): strings, each a thing in which @present asks @model for something else
 * than @given does; none where it makes no difference to that model. */
GPtrArray *rankle_changes_list (const RankleScenario *given,
                                const RankleScenario *present,
                                RankleModel          *model);
/* (transfer full) (nullable): the first @most of them, and how many more there are; NULL:
 * there are none. */
char *rankle_changes_in_words (const RankleScenario *given,
                               const RankleScenario *present,
                               RankleModel          *model,
                               guint                 most);
/* (transfer full) (nullable): how the session's scenario differs from the one that it was
 * made of. */
char *rankle_session_changes_in_words (const RankleSession *session, guint most);

/* (transfer full): the doses that @amount, a control of the model, stands for in
 * @scenario, which is settled for it; that there are none. */
char *rankle_scenario_doses_in_words (const RankleModel    *model,
                                      const RankleControl  *amount,
                                      const RankleScenario *scenario);
/* What of their treatments no control of a drug stands for is not the same. */
gboolean rankle_treatments_are_other (const RankleScenario *a, const RankleScenario *b);

/* (transfer full) (nullable): what led from @before to @after: a model, a scenario, or
 * what was changed of one. NULL: nothing that has a name. */
char *rankle_step_in_words (const RankleSession *before, const RankleSession *after);

G_END_DECLS
