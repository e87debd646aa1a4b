/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What studies measure is { name of it: column }, or { name of it: { column, factor,
 * offset } }, or { name of it: { column, relative: true } } for a column that has no
 * scale of its own and is read in percent of its start. */

static gboolean
check_scale (const RankleSidecar  *s,
             JsonObject           *own,
             const RankleObserved *observed,
             GError              **error)
{
  if (!(fabs (observed->factor) > 0))
    return rankle_sidecar_fail (s, error, _ ("the factor of %s must not be 0"),
                                observed->observable);
  if (observed->relative &&
      (json_object_has_member (own, "factor") || json_object_has_member (own, "offset")))
    return rankle_sidecar_fail (s, error, _ ("%s is relative and has no scale"),
                                observed->observable);
  return TRUE;
}

static gboolean
read_observed (const RankleSidecar *s,
               JsonObject          *object,
               const char          *id,
               RankleObserved      *observed,
               GError             **error)
{
  static const char *const keys[] = { "column", "factor", "offset", "relative", NULL };
  JsonNode                *node = json_object_get_member (object, id);
  JsonObject              *own;
  const char              *column = NULL;

  *observed = (RankleObserved){ .observable = rankle_sidecar_keep (s, id), .factor = 1 };
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return rankle_sidecar_get_string (s, object, "evidence", id, &column, error) &&
           rankle_sidecar_get_column (s, "evidence", column, &observed->column, error);
  own = json_node_get_object (node);
  return rankle_sidecar_check_keys (s, own, id, keys, error) &&
         rankle_sidecar_get_string (s, own, id, "column", &column, error) &&
         rankle_sidecar_get_number (s, own, id, "factor", &observed->factor, error) &&
         rankle_sidecar_get_number (s, own, id, "offset", &observed->offset, error) &&
         rankle_sidecar_get_boolean (s, own, id, "relative", &observed->relative,
                                     error) &&
         check_scale (s, own, observed, error) &&
         rankle_sidecar_get_column (s, id, column, &observed->column, error);
}

gboolean
rankle_sidecar_read_evidence (const RankleSidecar *s, JsonObject *object, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);

  s->model->observed = g_new0 (RankleObserved, json_object_get_size (object) + 1);
  for (GList *l = ids; l != NULL; l = l->next, s->model->n_observed++)
    if (!read_observed (s, object, l->data, &s->model->observed[s->model->n_observed],
                        error))
      return FALSE;
  return TRUE;
}
