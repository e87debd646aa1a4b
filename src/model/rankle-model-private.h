/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>

#include "rankle-model.h"
#include "rankle-timed-event.h"
#include "rankle-workspace.h"

/* Shared by the files of this folder only. A model is filled by rankle-system.c
 * (structure), then rankle-sidecar.c (words), and is constant once it has been returned.
 */

G_BEGIN_DECLS

typedef struct _RankleProgram RankleProgram; /* rankle-program.h */

struct _RankleModel
{
  atomic_int ref_count; /* C11, so that ThreadSanitizer sees it */

  GStringChunk *strings; /* every const char * below lives here */
  GHashTable   *by_id;   /* id -> RankleQuantity *, borrowed */

  const char *format; /* what it was read from */
  const char *id, *title, *summary, *group, *source, *version, *time_unit, *diagram;
  double      horizon;

  RankleQuantity *states;
  RankleQuantity *observables;
  RankleQuantity *parameters;
  guint           n_states, n_observables, n_parameters;
  guint           n_hidden; /* of the observables, at their end */

  RankleTimedEvent *events;
  guint             n_events;
  guint            *kept; /* (owned) (nullable): see rankle-timed-event.h */
  guint             n_kept;

  const char        **notes; /* (nullable): NULL at the end */
  RankleControl      *controls;
  guint               n_controls;
  RanklePanel        *panels;
  guint               n_panels;
  RankleGlyphBinding *glyphs;
  guint               n_glyphs;
  RankleObserved     *observed;
  guint               n_observed;

  RankleProgram *program; /* (owned) */
  void *document; /* (owned): SBMLDocument_t, the model as libSBML holds it. libSBML
                   * promises nothing about threads: touched under document_lock only */
  GMutex document_lock;
};

/* A model with nothing in it but its id; the filler's starting point. */
RankleModel *_rankle_model_alloc (const char *id);

/* Antimony text -> SBMLDocument_t * (transfer full), or NULL with "name:line:column:
 * what". */
void *
_rankle_antimony_read (const char *text, gssize length, const char *name, GError **error);

/* SBMLDocument_t * (transfer full, also on failure) -> compiled model without sidecar. */
RankleModel *_rankle_system_compile (void *document, const char *name, GError **error);

/* What a model without a sidecar is shown by. The model must not have been shared yet. */
void _rankle_explorer_add_defaults (RankleModel *model);

/* Adds what the sidecar says. The model must not have been shared yet. */
gboolean _rankle_sidecar_apply (RankleModel *model,
                                const char  *json,
                                gssize       length,
                                const char  *name,
                                GError     **error);

G_END_DECLS
