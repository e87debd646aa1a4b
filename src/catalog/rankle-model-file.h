/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* Reads PATH: Antimony or SBML, told apart by content. A sidecar NAME.json beside
 * NAME.ant is read with it when it is there, and the diagram that it names. */
RankleModel *rankle_model_new_from_file (const char *path, GError **error);

/* As that: a file whose texts are at hand. */
RankleModel *rankle_model_new_from_origin (RankleModelOrigin *origin, GError **error);

/* @name stands in front of error messages, with .json for its end in front of those about
 * @sidecar (nullable), which is JSON. @length may be -1. */
RankleModel *rankle_model_new_from_antimony (const char *text,
                                             gssize      length,
                                             const char *name,
                                             const char *sidecar,
                                             GError    **error);
RankleModel *rankle_model_new_from_sbml (const char *text,
                                         gssize      length,
                                         const char *name,
                                         GError    **error);

G_END_DECLS
