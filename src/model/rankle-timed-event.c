/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-timed-event.h"

#include "rankle-model-builder.h"
#include "rankle-program.h"

guint
rankle_model_get_n_timed_events (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, 0);
  return model->n_events;
}

const RankleTimedEvent *
rankle_model_get_timed_event (const RankleModel *model, guint index)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (index < model->n_events, NULL);
  return &model->events[index];
}

guint
rankle_model_get_n_event_values (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL && model->program != NULL, 0);
  return model->program->n_event_values;
}

const guint *
rankle_model_get_kept_parameters (const RankleModel *model, guint *n)
{
  g_return_val_if_fail (model != NULL && n != NULL, NULL);

  g_assert (model->n_kept <= model->n_parameters);
  *n = model->n_kept;
  return model->kept;
}
