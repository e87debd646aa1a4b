/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model.h"

#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-program.h"

G_DEFINE_BOXED_TYPE (RankleModel, rankle_model, rankle_model_ref, rankle_model_unref)
G_DEFINE_QUARK (rankle_model_error, rankle_model_error)

RankleModel *
rankle_model_new_empty (const char *id)
{
  RankleModel *model = g_new0 (RankleModel, 1);

  g_assert (id != NULL);

  atomic_init (&model->ref_count, 1);
  g_mutex_init (&model->document_lock);
  model->strings = g_string_chunk_new (1024);
  model->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  model->columns = g_hash_table_new (g_str_hash, g_str_equal);
  model->controls_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  model->id = model->title = g_string_chunk_insert (model->strings, id);
  model->format = "Antimony";
  model->summary = model->group = model->source = "";
  model->version = model->time_unit = "";
  model->horizon = 100.0;
  model->moment = NAN;
  model->tolerance = RANKLE_MODEL_TOLERANCE;

  return model;
}

void
rankle_model_add_control (RankleModel *model, const RankleControl *control)
{
  RankleControl *kept;

  g_return_if_fail (model != NULL && model->controls != NULL);
  g_return_if_fail (control != NULL);

  kept = &model->controls[model->n_controls++];
  *kept = *control;
  if (kept->id != NULL && !g_hash_table_contains (model->controls_by_id, kept->id))
    g_hash_table_insert (model->controls_by_id, (gpointer)kept->id, kept);
}

RankleModel *
rankle_model_ref (RankleModel *model)
{
  int before;

  g_return_val_if_fail (model != NULL, NULL);

  before = atomic_fetch_add_explicit (&model->ref_count, 1, memory_order_relaxed);
  g_assert (before > 0);
  return model;
}

static void
free_explorer (RankleModel *model)
{
  for (guint i = 0; i < model->n_panels; i++)
    {
      g_free (model->panels[i].columns);
      g_free (model->panels[i].labels);
    }
  g_free (model->panels);
  for (guint i = 0; i < model->n_answers; i++)
    g_free (model->answers[i].whole);
  g_free (model->answers);
  g_free (model->notes);
  g_free (model->controls);
  for (guint i = 0; i < model->n_glyphs; i++)
    g_free (model->glyphs[i].off);
  g_free (model->glyphs);
  g_free (model->terms);
  g_free (model->observed);
  g_free (model->renderings);
}

static void
free_events (RankleModel *model)
{
  for (guint i = 0; i < model->n_events; i++)
    g_free (model->events[i].targets);
  g_free (model->events);
  g_free (model->kept);
}

void
rankle_model_unref (RankleModel *model)
{
  int before;

  g_return_if_fail (model != NULL);

  before = atomic_fetch_sub_explicit (&model->ref_count, 1, memory_order_acq_rel);
  g_assert (before > 0);
  if (before > 1)
    return;

  free_explorer (model);
  free_events (model);
  g_free (model->states);
  g_free (model->observables);
  g_free (model->share_parts);
  g_free (model->parameters);
  g_clear_pointer (&model->program, rankle_program_free);
  g_clear_pointer (&model->origin, rankle_model_origin_unref);
  g_assert (model->document == NULL || model->free_document != NULL);
  if (model->document != NULL)
    model->free_document (model->document);
  g_mutex_clear (&model->document_lock);
  g_hash_table_unref (model->by_id);
  g_hash_table_unref (model->columns);
  g_hash_table_unref (model->controls_by_id);
  g_string_chunk_free (model->strings);
  g_free (model);
}

const char *
rankle_model_get_id (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->id;
}

const char *
rankle_model_get_title (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->title;
}

const char *
rankle_model_get_summary (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->summary;
}

const char *
rankle_model_get_group (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->group;
}

const char *
rankle_model_get_source (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->source;
}

const char *
rankle_model_get_format (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->format;
}

const char *const *
rankle_model_get_notes (const RankleModel *model)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (model != NULL, NULL);
  return model->notes != NULL ? model->notes : none;
}

const char *
rankle_model_get_version (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->version;
}

const char *
rankle_model_get_time_unit (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->time_unit;
}

double
rankle_model_get_horizon (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0.0);
  return model->horizon;
}

double
rankle_model_get_tolerance (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, RANKLE_MODEL_TOLERANCE);
  return model->tolerance;
}

double
rankle_model_get_moment (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0.0);
  return isnan (model->moment) ? G_MAXDOUBLE : model->moment;
}

const char *
rankle_model_get_scenario (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->scenario;
}

const char *
rankle_model_get_diagram (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->diagram;
}

const char *
rankle_model_get_diagram_place (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  return model->diagram_place;
}

RankleModelOrigin *
rankle_model_get_origin (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);

  return model->origin;
}

guint
rankle_model_get_n_states (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_states;
}

guint
rankle_model_get_n_observables (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_observables;
}

guint
rankle_model_get_n_parameters (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_parameters;
}

guint
rankle_model_get_n_hidden (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_hidden;
}

const RankleQuantity *
rankle_model_get_state (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_states, NULL);
  return &model->states[index];
}

const RankleQuantity *
rankle_model_get_observable (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_observables, NULL);
  return &model->observables[index];
}

const RankleQuantity *
rankle_model_get_parameter (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_parameters, NULL);
  return &model->parameters[index];
}

const RankleQuantity *
rankle_model_find (const RankleModel *model, const char *id)
{
  g_return_val_if_fail (model != NULL, NULL);
  return id == NULL ? NULL : g_hash_table_lookup (model->by_id, id);
}

guint
rankle_model_get_n_columns (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  g_assert (model->n_hidden <= model->n_observables);
  return model->n_states + model->n_observables - model->n_hidden;
}

const RankleQuantity *
rankle_model_get_column (const RankleModel *model, guint column)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (column < model->n_states + model->n_observables, NULL);

  return column < model->n_states ? &model->states[column]
                                  : &model->observables[column - model->n_states];
}

int
rankle_model_find_column (const RankleModel *model, const char *id)
{
  int column = rankle_model_find_full_column (model, id);

  return column < (int)rankle_model_get_n_columns (model) ? column : -1;
}

int
rankle_model_find_full_column (const RankleModel *model, const char *id)
{
  const RankleQuantity *quantity;

  g_return_val_if_fail (model != NULL, -1);
  quantity = id == NULL ? NULL : g_hash_table_lookup (model->columns, id);
  if (quantity == NULL)
    return -1;

  g_assert (quantity->kind != RANKLE_QUANTITY_PARAMETER);
  g_assert (
      quantity->index <
      (quantity->kind == RANKLE_QUANTITY_STATE ? model->n_states : model->n_observables));
  return (int)(quantity->kind == RANKLE_QUANTITY_STATE
                   ? quantity->index
                   : model->n_states + quantity->index);
}

guint
rankle_model_get_n_controls (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_controls;
}

const RankleControl *
rankle_model_get_control (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_controls, NULL);
  return &model->controls[index];
}

const RankleControl *
rankle_model_find_control (const RankleModel *model, const char *id)
{
  g_return_val_if_fail (model != NULL, NULL);

  return id == NULL ? NULL : g_hash_table_lookup (model->controls_by_id, id);
}

guint
rankle_model_get_n_panels (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_panels;
}

const RanklePanel *
rankle_model_get_panel (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_panels, NULL);
  return &model->panels[index];
}

guint
rankle_model_get_n_answers (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_answers;
}

const RankleAnswer *
rankle_model_get_answer (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_answers, NULL);
  return &model->answers[index];
}

static const RankleGlyphBinding *
find_binding (const RankleModel *model, const char *glyph)
{
  for (guint i = 0; i < model->n_glyphs; i++)
    if (g_strcmp0 (model->glyphs[i].glyph, glyph) == 0)
      return &model->glyphs[i];

  return NULL;
}

int
rankle_model_find_glyph_column (const RankleModel *model, const char *glyph)
{
  const RankleGlyphBinding *binding;

  g_return_val_if_fail (model != NULL, -1);

  binding = find_binding (model, glyph);
  return binding != NULL ? (int)binding->column : rankle_model_find_column (model, glyph);
}

const char *
rankle_model_get_glyph_label (const RankleModel *model, const char *glyph)
{
  const RankleGlyphBinding *binding;

  g_return_val_if_fail (model != NULL, NULL);

  binding = find_binding (model, glyph);
  return binding != NULL ? binding->label : NULL;
}

RankleGlyphShown
rankle_model_get_glyph_shown (const RankleModel *model, const char *glyph)
{
  const RankleGlyphBinding *binding;

  g_return_val_if_fail (model != NULL, RANKLE_SHOWN_RATIO);

  binding = find_binding (model, glyph);
  return binding != NULL ? binding->shown : RANKLE_SHOWN_RATIO;
}

const char *
rankle_model_get_glyph_term (const RankleModel *model, const char *glyph)
{
  g_return_val_if_fail (model != NULL && glyph != NULL, NULL);

  for (guint i = 0; i < model->n_terms; i++)
    if (g_str_equal (model->terms[i].glyph, glyph))
      return model->terms[i].term;
  return NULL;
}

/* “RANKL” of “rankl” and of “rankl_gene”. */
static gboolean
bears_id_of (const RankleControl *control, const char *glyph)
{
  gsize length = strlen (glyph);

  return g_ascii_strncasecmp (control->id, glyph, length) == 0 &&
         (control->id[length] == '\0' || strcmp (control->id + length, "_gene") == 0);
}

gboolean
rankle_model_control_makes_glyph (const RankleModel   *model,
                                  const RankleControl *control,
                                  const char          *glyph)
{
  const RankleGlyphBinding *binding;

  g_return_val_if_fail (model != NULL && control != NULL && glyph != NULL, FALSE);

  if (control->absent != NULL || control->role != RANKLE_CONTROL_PARAMETER)
    return FALSE;
  binding = find_binding (model, glyph);
  if (binding == NULL || binding->off == NULL)
    return bears_id_of (control, glyph);
  return g_strv_contains (binding->off, control->id);
}

gboolean
rankle_model_find_observed (const RankleModel *model,
                            const char        *observable,
                            RankleObserved    *observed)
{
  int column;

  g_return_val_if_fail (model != NULL && observable != NULL && observed != NULL, FALSE);

  for (guint i = 0; i < model->n_observed; i++)
    if (g_str_equal (model->observed[i].observable, observable))
      {
        *observed = model->observed[i];
        return TRUE;
      }
  column = rankle_model_find_column (model, observable);
  *observed = (RankleObserved){ .observable = observable,
                                .column = (guint)MAX (column, 0),
                                .factor = 1 };
  return column >= 0;
}

const RankleObserved *
rankle_model_get_observed (const RankleModel *model, guint *n)
{
  g_return_val_if_fail (model != NULL && n != NULL, NULL);

  *n = model->n_observed;
  return model->observed;
}

const RankleRendering *
rankle_model_get_renderings (const RankleModel *model, guint *n)
{
  g_return_val_if_fail (model != NULL && n != NULL, NULL);

  *n = model->n_renderings;
  return model->renderings;
}
