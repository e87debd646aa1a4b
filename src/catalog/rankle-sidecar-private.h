/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rankle-model.h"

/* What the readers of a sidecar's parts share. All return FALSE with an error that names
 * the file. */

G_BEGIN_DECLS

typedef struct
{
  RankleModel *model;
  const char  *name;
} RankleSidecar;

gboolean
rankle_sidecar_fail (const RankleSidecar *s, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
const char *rankle_sidecar_keep (const RankleSidecar *s, const char *text);
/* As rankle_sidecar_keep(), in the user's language. */
const char *rankle_sidecar_translate (const RankleSidecar *s, const char *words);

/* Absent entries leave *value as it is. @where names the part in messages. */
gboolean rankle_sidecar_check_keys (const RankleSidecar *s,
                                    JsonObject          *object,
                                    const char          *where,
                                    const char *const   *keys,
                                    GError             **error);
gboolean rankle_sidecar_get_string (const RankleSidecar *s,
                                    JsonObject          *object,
                                    const char          *where,
                                    const char          *key,
                                    const char         **value,
                                    GError             **error);
/* Words to be shown: in the user's language, if they are those of a bundled file. */
gboolean rankle_sidecar_get_words (const RankleSidecar *s,
                                   JsonObject          *object,
                                   const char          *where,
                                   const char          *key,
                                   const char         **words,
                                   GError             **error);
gboolean rankle_sidecar_get_number (const RankleSidecar *s,
                                    JsonObject          *object,
                                    const char          *where,
                                    const char          *key,
                                    double              *value,
                                    GError             **error);
gboolean rankle_sidecar_get_boolean (const RankleSidecar *s,
                                     JsonObject          *object,
                                     const char          *where,
                                     const char          *key,
                                     gboolean            *value,
                                     GError             **error);
gboolean rankle_sidecar_get_column (const RankleSidecar *s,
                                    const char          *where,
                                    const char          *id,
                                    guint               *column,
                                    GError             **error);

gboolean rankle_sidecar_get_object (const RankleSidecar *s,
                                    JsonNode            *node,
                                    const char          *where,
                                    JsonObject         **object,
                                    GError             **error);

gboolean
rankle_sidecar_read_units (const RankleSidecar *s, JsonObject *object, GError **error);
gboolean rankle_sidecar_read_quantities (const RankleSidecar *s,
                                         JsonObject          *object,
                                         GError             **error);
/* Moves observables: before anything that counts columns. */
gboolean
rankle_sidecar_read_hidden (const RankleSidecar *s, JsonArray *array, GError **error);
gboolean
rankle_sidecar_read_controls (const RankleSidecar *s, JsonArray *array, GError **error);
/* Of the controls, which must have been read. */
gboolean
rankle_sidecar_read_start (const RankleSidecar *s, JsonObject *object, GError **error);
gboolean
rankle_sidecar_read_panels (const RankleSidecar *s, JsonArray *array, GError **error);
gboolean
rankle_sidecar_read_evidence (const RankleSidecar *s, JsonObject *object, GError **error);

G_END_DECLS
