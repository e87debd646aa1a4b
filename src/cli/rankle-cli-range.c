/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-range.h"

#include "rankle-cli.h"
#include "rankle-excursion.h"

/* The first, which @n like it follow. */
static void
note (const char             *command,
      const RankleTrajectory *trajectory,
      const RankleExcursion  *first,
      double                  worst,
      guint                   n)
{
  const RankleQuantity *quantity =
      rankle_model_get_column (rankle_trajectory_get_model (trajectory), first->column);
  g_autofree char *end =
      first->lasts ? g_strdup ("on") : g_strdup_printf ("to %.6g", first->to);
  g_autofree char *more =
      n == 0 ? g_strdup ("")
             : g_strdup_printf (" (%u time%s more later)", n, n > 1 ? "s" : "");
  g_autofree char *line = g_strdup_printf (
      "note: %s leaves its range: %s %.6g from time %.6g %s%s, and comes to %.6g",
      quantity->id, first->below ? "below" : "above", first->limit, first->from, end,
      more, worst);

  rankle_cli_print_error (command, line);
}

void
rankle_cli_note_ranges (const char *command, const RankleTrajectory *trajectory)
{
  g_autoptr (GArray) excursions = rankle_excursions_find_all (trajectory);

  for (guint i = 0, next; i < excursions->len; i = next)
    {
      const RankleExcursion *first = &g_array_index (excursions, RankleExcursion, i);
      double                 worst = first->worst;

      for (next = i + 1; next < excursions->len; next++)
        {
          const RankleExcursion *other =
              &g_array_index (excursions, RankleExcursion, next);

          if (other->column != first->column || other->below != first->below)
            break;
          worst = first->below ? MIN (worst, other->worst) : MAX (worst, other->worst);
        }
      note (command, trajectory, first, worst, next - i - 1);
    }
}

static gboolean
is_given_into (const RankleProtocol *protocol, guint state)
{
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);

  for (guint i = 0; i < n; i++)
    if (events[i].kind != RANKLE_EVENT_PARAMETER && events[i].target == state)
      return TRUE;
  return FALSE;
}

void
rankle_cli_note_concentrations (const char *command, const RankleProtocol *protocol)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  for (guint i = 0; i < rankle_model_get_n_states (model); i++)
    {
      const RankleQuantity *state = rankle_model_get_state (model, i);
      g_autofree char      *line = NULL;

      if (state->place == NULL || !is_given_into (protocol, i))
        continue;
      line =
          g_strdup_printf ("note: %s is a concentration in %s: what is given into it is "
                           "added as one; the amount in %s grows by its size times that",
                           state->id, state->place, state->place);
      rankle_cli_print_error (command, line);
    }
}
