/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>

#include "rankle-model.h"
#include "rankle-timed-event.h"
#include "rankle-workspace.h"

/* What a model is made of, for those who make it: src/sbml/ gives it its structure,
 * src/catalog/ its words, and it is constant once they have returned it. A test sees that
 * nobody else includes this. */

G_BEGIN_DECLS

typedef struct _RankleProgram RankleProgram; /* rankle-program.h */

struct _RankleModel
{
  atomic_int ref_count; /* C11, so that ThreadSanitizer sees it */

  GStringChunk *strings; /* every const char * below lives here */
  GHashTable   *by_id;   /* id -> RankleQuantity *, borrowed */
  GHashTable   *columns; /* likewise of states and observables alone: a parameter that an
                            event changes is an observable, too, of the same id */

  const char *format; /* what it was read from */
  const char *id, *title, *summary, *group, *source, *version, *time_unit;
  const char *diagram, *diagram_place, *scenario;
  double      horizon;
  double      moment; /* NaN: none is named */
  double      tolerance;

  RankleModelOrigin *origin; /* (owned) (nullable) */

  RankleQuantity *states;
  RankleQuantity *observables;
  RankleQuantity *parameters;
  guint           n_states, n_observables, n_parameters;
  guint           n_hidden; /* of the observables, at their end */
  guint *share_parts; /* (owned) (nullable): what the observables' parts point into */

  RankleTimedEvent *events;
  guint             n_events;
  guint            *kept; /* (owned) (nullable): see rankle-timed-event.h */
  guint             n_kept;

  const char        **notes; /* (nullable): NULL at the end */
  RankleControl      *controls;
  guint               n_controls;
  GHashTable         *controls_by_id; /* id -> RankleControl *, borrowed */
  RanklePanel        *panels;
  guint               n_panels;
  RankleAnswer       *answers;
  guint               n_answers;
  RankleGlyphBinding *glyphs;
  guint               n_glyphs;
  RankleTermBinding  *terms;
  guint               n_terms;
  RankleObserved     *observed;
  guint               n_observed;
  RankleRendering    *renderings;
  guint               n_renderings;

  RankleProgram *program; /* (owned) */

  gpointer       document; /* (owned) (nullable): as whoever read the model holds it */
  GDestroyNotify free_document;
  GMutex         document_lock; /* its library promises nothing about threads */
};

/* A model with nothing in it but its id; where whoever fills it starts. */
RankleModel *rankle_model_new_empty (const char *id);
/* @hidden: n_observables truths. Those go behind the others, and are no columns. */
void rankle_model_hide (RankleModel *model, const gboolean *hidden);
/* For which controls has room. Of two with one id the first is found; it is for the
 * reader to refuse them. */
void rankle_model_add_control (RankleModel *model, const RankleControl *control);

G_END_DECLS
