/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-json-writer.h"
#include "rankle-model.h"

/* Which model, within a session's file: a bundled one by id and version, another with its
 * texts. */

G_BEGIN_DECLS

/**
 * RankleModelReference:
 *
 * What a file says of a model, before the model is made: texts of the reader.
 */
typedef struct
{
  const char *id, *version;                   /* both or neither */
  const char *name, *path, *content, *base64; /* (nullable) */
  const char *sidecar, *diagram;              /* (nullable) */
} RankleModelReference;

/* Opens @member and reads all of it. */
void _rankle_model_read_json (RankleJsonReader     *json,
                              const char           *member,
                              RankleModelReference *reference);
/* (transfer full) (nullable): the model. *changed (nullable, transfer full): a sentence
 * where it is no longer what it was when the file was written. */
RankleModel *_rankle_model_resolve (const RankleModelReference *reference,
                                    char                      **changed,
                                    GError                    **error);

void
_rankle_model_write_json (RankleJsonWriter *json, const char *member, RankleModel *model);

G_END_DECLS
