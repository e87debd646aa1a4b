/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-json-writer.h"
#include "rankle-observations.h"

/* Points of one's own within a session's file: all of them, and how they are read.
 * Private to this folder. */

G_BEGIN_DECLS

/* (transfer full) (nullable): NULL: there is no such member. */
RankleObservations *_rankle_observations_read_json (RankleJsonReader *json,
                                                    const char       *member);
void                _rankle_observations_write_json (RankleJsonWriter         *json,
                                                     const char               *member,
                                                     const RankleObservations *observations);

G_END_DECLS
