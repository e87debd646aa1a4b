/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-explorer.h"

G_BEGIN_DECLS

/* A control's values as text, and text as values. */

/* What stands beside it in the window, which may show a switch turned round. */
const char *rankle_control_get_title (const RankleControl *control);
/* Both are absent for one reason, and what is before the last "_" of their ids is the
 * same: of a drug that a model lacks, its dose, interval and start are told of as one. */
gboolean rankle_control_is_told_with (const RankleControl *control,
                                      const RankleControl *before);
/* Of a switch: whether it is shown switched on, and the value that it has then or not. */
gboolean rankle_control_is_shown_on (const RankleControl *control, double value);
double   rankle_control_get_shown (const RankleControl *control, gboolean on);

/* (transfer full): "2 × baseline" */
char *rankle_control_format (const RankleControl *control, double value);
/* (transfer full): "OPG × 2", "Estrogen 40 %", "RANKL knocked out": what a change is
 * called. */
char *rankle_control_format_named (const RankleControl *control, double value);
/* FALSE, with the sentence to show, when @text is no value for this control. */
gboolean rankle_control_parse (const RankleControl *control,
                               const char          *text,
                               double              *value,
                               char               **complaint);

G_END_DECLS
