/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

/* From a text in one of the two languages to a model that has no controls and no panels
 * yet. @name stands in front of error messages. */

G_BEGIN_DECLS

RankleModel *rankle_text_read_antimony (const char *text,
                                        gsize       length,
                                        const char *name,
                                        GError    **error);
RankleModel *
rankle_text_read_sbml (const char *text, gsize length, const char *name, GError **error);

/* Larger texts are refused: whoever reads a file asks before he reads it. */
gboolean rankle_text_check_size (guint64 length, const char *name, GError **error);

G_END_DECLS
