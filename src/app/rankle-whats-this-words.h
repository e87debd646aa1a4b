/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* (transfer full): what there is to know of @control, which is one of @model's and not
 * absent, a sentence each: what it is, where it can stand, and the number that it moves
 * with its source. */
char **rankle_whats_this_of_control (RankleModel *model, const RankleControl *control);

G_END_DECLS
