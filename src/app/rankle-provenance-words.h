/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* (transfer full): what a reader could look for in the model and not find, a sentence
 * each: controls that it lacks, with the reason, and what only the map has. */
char **rankle_provenance_list_missing (RankleModel *model);

G_END_DECLS
