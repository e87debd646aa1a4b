/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-model.h"

/* What the readers of a sidecar's parts share. A fault stays with the reader; a model
 * that it happened to is thrown away. */

G_BEGIN_DECLS

typedef struct
{
  RankleModel      *model;
  RankleJsonReader *json;
} RankleSidecar;

/* rankle-sidecar-values.c. (nullable): as long as the model lives. */
const char *rankle_sidecar_keep (const RankleSidecar *s, const char *text);

/* As rankle_json_get_text_or(), kept. */
const char *rankle_sidecar_get_text (const RankleSidecar *s,
                                     const char          *member,
                                     const char          *otherwise);
/* Words to be shown: in the user's language, if they are those of a bundled file. */
const char *rankle_sidecar_get_words (const RankleSidecar *s,
                                      const char          *member,
                                      const char          *otherwise);
/* Likewise, but they must be there, and are not empty. */
const char *rankle_sidecar_require_words (const RankleSidecar *s, const char *member);
/* What @member names; 0 with a fault. */
guint rankle_sidecar_get_column (const RankleSidecar *s, const char *member);

void rankle_sidecar_read_units (const RankleSidecar *s);
void rankle_sidecar_read_quantities (const RankleSidecar *s);
/* Of many quantities at once: behind those, which have the last word. */
void rankle_sidecar_read_ranges (const RankleSidecar *s);
/* Moves observables: before anything that counts columns. */
void rankle_sidecar_read_hidden (const RankleSidecar *s);
void rankle_sidecar_read_controls (const RankleSidecar *s);
/* Of one control; and of all, when all are there. */
void rankle_sidecar_read_needs (const RankleSidecar *s, RankleControl *control);
void rankle_sidecar_check_needs (const RankleSidecar *s);
/* Of the controls, which must have been read. */
void rankle_sidecar_read_start (const RankleSidecar *s);
void rankle_sidecar_read_panels (const RankleSidecar *s);
void rankle_sidecar_read_glyphs (const RankleSidecar *s);
void rankle_sidecar_read_terms (const RankleSidecar *s);
void rankle_sidecar_read_answers (const RankleSidecar *s);
void rankle_sidecar_read_evidence (const RankleSidecar *s);
/* How arms are put to it, by controls, which must have been read. */
void rankle_sidecar_read_renderings (const RankleSidecar *s);

G_END_DECLS
