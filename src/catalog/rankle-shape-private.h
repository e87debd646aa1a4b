/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-shape.h"

G_BEGIN_DECLS

/* RANKLE_INK_NONE where @member is not there. */
RankleInk _rankle_ink_read (RankleJsonReader *json, const char *member);
/* (transfer full): the list @member, which must be there. */
const RankleShape      *
_rankle_shapes_read (RankleJsonReader *json, const char *member, guint *n);
void _rankle_shapes_free (const RankleShape *shapes, guint n);

G_END_DECLS
