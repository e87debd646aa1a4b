/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleModelOrigin:
 *
 * The texts that a model was made of, so that it can be made again where its file is not.
 * Constant; reference counted.
 */
typedef struct _RankleModelOrigin RankleModelOrigin;

/* @name: of the file, without its folder. @path (nullable): where it lay. @content: its
 * bytes. @sidecar (nullable): those of NAME.json beside it. @diagram (nullable): those of
 * the diagram that the sidecar names, where that lay beside it, too. Behind each stands a
 * NUL that its size does not count. */
RankleModelOrigin *rankle_model_origin_new (const char *name,
                                            const char *path,
                                            GBytes     *content,
                                            GBytes     *sidecar,
                                            GBytes     *diagram);
RankleModelOrigin *rankle_model_origin_ref (RankleModelOrigin *origin);
void               rankle_model_origin_unref (RankleModelOrigin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleModelOrigin, rankle_model_origin_unref)

const char *rankle_model_origin_get_name (const RankleModelOrigin *origin);
/* (nullable) */
const char *rankle_model_origin_get_path (const RankleModelOrigin *origin);
/* (transfer none) */
GBytes *rankle_model_origin_get_content (const RankleModelOrigin *origin);
/* (transfer none) (nullable) */
GBytes *rankle_model_origin_get_sidecar (const RankleModelOrigin *origin);
/* (transfer none) (nullable) */
GBytes *rankle_model_origin_get_diagram (const RankleModelOrigin *origin);

G_END_DECLS
