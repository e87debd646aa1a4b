/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What a control waits for is { needs: id of another, or a list of ids of which one will
 * do, idle: what is said where that is nothing }. */

/* One id, or a list of them. */
static void
read_needed (const RankleSidecar *s, RankleControl *control)
{
  guint n = 0;

  g_assert (control->needs[0] == NULL);

  if (!rankle_json_is_list (s->json, "needs"))
    {
      control->needs[0] =
          rankle_sidecar_keep (s, rankle_json_get_text (s->json, "needs"));
      return;
    }
  rankle_json_open_list (s->json, "needs");
  if (rankle_json_count (s->json) == 0 || rankle_json_count (s->json) > RANKLE_NEEDS_MAX)
    rankle_json_fail (s->json, NULL, _ ("must be 1 to %d"), RANKLE_NEEDS_MAX);
  while (rankle_json_next (s->json))
    control->needs[n++] = rankle_sidecar_keep (s, rankle_json_get_text (s->json, NULL));
  g_assert (n <= RANKLE_NEEDS_MAX);
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_needs (const RankleSidecar *s, RankleControl *control)
{
  if (!rankle_json_has (s->json, "needs") && !rankle_json_has (s->json, "idle"))
    return;
  if (control->role != RANKLE_CONTROL_PARAMETER)
    rankle_json_fail (s->json, "needs", _ ("what makes doses needs an amount alone"));
  read_needed (s, control);
  control->idle = rankle_sidecar_require_words (s, "idle");
}

/* (nullable): what is needed, if a slider or switch can give it: by itself, or so much of
 * it in doses. */
static const RankleControl *
find_needed (const RankleSidecar *s, const char *id)
{
  const RankleControl *needed = rankle_model_find_control (s->model, id);

  return needed != NULL && needed->absent == NULL &&
                 (needed->role == RANKLE_CONTROL_PARAMETER ||
                  needed->role == RANKLE_CONTROL_DOSE_AMOUNT)
             ? needed
             : NULL;
}

/* Where one of several will do, none of them waits for another: whether one does is
 * looked up at each step of a slider. */
static gboolean
wait_for_nothing (const RankleSidecar *s, const char *const *ids)
{
  for (; *ids != NULL; ids++)
    {
      const RankleControl *needed = find_needed (s, *ids);

      if (needed == NULL || needed->needs[0] != NULL)
        return FALSE;
    }
  return TRUE;
}

/* Each of a chain comes to an end, or they would all wait for one another. */
static gboolean
can_be_fulfilled (const RankleSidecar *s, const RankleControl *control)
{
  for (guint i = 0; i < s->model->n_controls; i++)
    {
      if (control->needs[0] == NULL)
        return TRUE;
      if (control->needs[1] != NULL)
        return wait_for_nothing (s, control->needs);
      control = find_needed (s, control->needs[0]);
      if (control == NULL)
        return FALSE;
    }
  return FALSE;
}

void
rankle_sidecar_check_needs (const RankleSidecar *s)
{
  for (guint i = 0; i < s->model->n_controls; i++)
    {
      const RankleControl *control = &s->model->controls[i];

      if (!can_be_fulfilled (s, control))
        rankle_json_fail (s->json, NULL, _ ("nothing gives the control %s what it needs"),
                          control->id);
    }
}
