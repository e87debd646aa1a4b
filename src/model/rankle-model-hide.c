/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model-builder.h"
#include "rankle-program.h"

/* Observables that are steps on the way go behind the others, in the model and in its
 * program alike. */

/* Where each observable goes: those that are shown first, else as they were. */
static guint *
find_places (const gboolean *hidden, guint n, guint n_shown)
{
  guint *place = g_new (guint, n + 1);
  guint  shown = 0, behind = n_shown;

  for (guint i = 0; i < n; i++)
    place[i] = hidden[i] ? behind++ : shown++;
  g_assert (shown == n_shown && behind == n);
  return place;
}

static void
move_observables (RankleModel *model, const guint *place)
{
  guint           n = model->n_observables;
  RankleQuantity *moved = g_new0 (RankleQuantity, n + 1);

  for (guint i = 0; i < n; i++)
    {
      RankleQuantity *quantity = &moved[place[i]];

      g_assert (quantity->id == NULL); /* each goes to a place of its own */
      *quantity = model->observables[i];
      quantity->index = place[i];
      g_hash_table_insert (model->columns, (gpointer)quantity->id, quantity);
      if (rankle_model_find (model, quantity->id)->kind == RANKLE_QUANTITY_OBSERVABLE)
        g_hash_table_insert (model->by_id, (gpointer)quantity->id, quantity);
    }
  g_free (model->observables);
  model->observables = moved;
}

void
rankle_model_hide (RankleModel *model, const gboolean *hidden)
{
  guint             n = model->n_observables, n_hidden = 0;
  g_autofree guint *place = NULL;

  g_assert (model->n_hidden == 0);
  /* Nobody has counted columns yet. */
  g_assert (model->n_panels == 0 && model->n_glyphs == 0 && model->n_observed == 0);

  for (guint i = 0; i < n; i++)
    n_hidden += hidden[i];
  place = find_places (hidden, n, n - n_hidden);
  move_observables (model, place);
  rankle_program_hide (model->program, place, n - n_hidden);
  model->n_hidden = n_hidden;
}
