/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model-origin.h"

struct _RankleModelOrigin
{
  gatomicrefcount ref_count;
  char           *name;    /* (owned) */
  char           *path;    /* (owned) (nullable) */
  GBytes         *content; /* (owned) */
  GBytes         *sidecar; /* (owned) (nullable) */
  GBytes         *diagram; /* (owned) (nullable) */
};

RankleModelOrigin *
rankle_model_origin_new (
    const char *name, const char *path, GBytes *content, GBytes *sidecar, GBytes *diagram)
{
  RankleModelOrigin *self;

  g_return_val_if_fail (name != NULL && *name != '\0' && content != NULL, NULL);

  self = g_new0 (RankleModelOrigin, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->path = g_strdup (path);
  self->content = g_bytes_ref (content);
  if (sidecar != NULL)
    self->sidecar = g_bytes_ref (sidecar);
  if (diagram != NULL)
    self->diagram = g_bytes_ref (diagram);
  return self;
}

RankleModelOrigin *
rankle_model_origin_ref (RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_model_origin_unref (RankleModelOrigin *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->path);
  g_bytes_unref (self->content);
  g_clear_pointer (&self->sidecar, g_bytes_unref);
  g_clear_pointer (&self->diagram, g_bytes_unref);
  g_free (self);
}

const char *
rankle_model_origin_get_name (const RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
rankle_model_origin_get_path (const RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

GBytes *
rankle_model_origin_get_content (const RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content;
}

GBytes *
rankle_model_origin_get_sidecar (const RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sidecar;
}

GBytes *
rankle_model_origin_get_diagram (const RankleModelOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagram;
}
