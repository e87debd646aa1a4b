/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

G_BEGIN_DECLS

/* States of the study's model that are held at a value, whatever flows in or out: each a
 * step of undo. */

void rankle_study_hold (RankleStudy *study, const RankleQuantity *state, double value);
void rankle_study_release (RankleStudy *study, const RankleQuantity *state);

/* FALSE, with a sentence of why (transfer full): @text, with its unit or without, is no
 * value for @state. */
gboolean rankle_hold_parse (const RankleQuantity *state,
                            const char           *text,
                            double               *value,
                            char                **complaint);

G_END_DECLS
