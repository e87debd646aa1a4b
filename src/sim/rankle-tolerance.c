/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A protocol may give one absolute tolerance for all states. Where it gives none, each
 * state gets its own: a model holds milligrams beside 1e-4 pM, and one number cannot suit
 * both.
 *
 * A state's magnitude is the largest that it has been: its initial value, the doses and
 * infusion rates that it will receive, and, as the run goes on, what it comes to. Its
 * tolerance is a hundredth of the relative one times what is known beforehand, or two
 * thousandths of it times what it came to, so that a curve is still right to the relative
 * tolerance when it has fallen so far. A quarter in place of the hundredth would save a
 * tenth of the steps under a drug, and what has fallen to e^-10 would be wrong by 3e-3 of
 * itself.
 *
 * A state that starts at 0 and is given nothing fills from others, nobody knows how far:
 * until it has, it borrows the smallest magnitude among them, at most 1, and takes a
 * hundredth of that. If that was too careful it costs some steps at the start. */

#include "rankle-tolerance-private.h"

#include <math.h>

#define OWN      1e-2
#define LEARNT   2e-3
#define BORROWED 1e-4
/* CVODE wants something above 0. */
#define FLOOR 1e-250

static double
find_smallest (const double *magnitudes, guint n)
{
  double smallest = 1;

  for (guint i = 0; i < n; i++)
    if (magnitudes[i] > 0)
      smallest = fmin (smallest, magnitudes[i]);
  return smallest;
}

static void
measure (const RankleProtocol *protocol,
         const double         *initial,
         double               *magnitudes,
         guint                 n)
{
  guint              n_events;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n_events);

  for (guint i = 0; i < n; i++)
    magnitudes[i] = fabs (initial[i]);
  for (guint i = 0; i < n_events; i++)
    if (events[i].kind != RANKLE_EVENT_PARAMETER)
      magnitudes[events[i].target] =
          fmax (magnitudes[events[i].target], fabs (events[i].value));
}

double
_rankle_tolerance_choose (const RankleProtocol *protocol,
                          const double         *initial,
                          double               *absolute)
{
  guint  n = rankle_model_get_n_states (rankle_protocol_get_model (protocol));
  double relative = rankle_protocol_get_relative_tolerance (protocol);
  double fixed = rankle_protocol_get_absolute_tolerance (protocol);
  double borrowed;

  measure (protocol, initial, absolute, n);
  borrowed = BORROWED * find_smallest (absolute, n);
  for (guint i = 0; i < n; i++)
    {
      double scaled = relative * (absolute[i] > 0 ? OWN * absolute[i] : borrowed);

      absolute[i] = fixed > 0 ? fixed : fmax (scaled, FLOOR);
    }
  return fixed > 0 ? 0 : relative * LEARNT;
}
