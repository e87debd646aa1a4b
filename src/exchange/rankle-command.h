/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* What is asked in a window, in the words of rankle-cli. */

/* (transfer full): options of "rankle-cli simulate" and their arguments in turn, which
 * ask of @model what @scenario does. What the model lacks is left out, as the window
 * does. */
GPtrArray *rankle_command_list_inputs (RankleModel          *model,
                                       const RankleScenario *scenario);
/* (transfer full): the line for a shell that writes the run of the session. */
char *rankle_command_format (const RankleSession *session);
/* (transfer full): that line, and one for each kept run that is not hidden. */
char **rankle_command_list_runs (const RankleSession *session);

G_END_DECLS
