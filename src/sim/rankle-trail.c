/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-trail-private.h"

#include <string.h>

#define POINTS 8

struct _RankleTrail
{
  guint   n_states;
  guint   next, n; /* place of the next point, and how many there are */
  double  times[POINTS];
  double *states; /* (owned): POINTS times n_states */
};

RankleTrail *
_rankle_trail_new (guint n_states)
{
  RankleTrail *self = g_new0 (RankleTrail, 1);

  self->n_states = n_states;
  self->states = g_new (double, POINTS *(gsize)n_states + 1);
  return self;
}

void
_rankle_trail_free (RankleTrail *trail)
{
  if (trail == NULL)
    return;

  g_free (trail->states);
  g_free (trail);
}

void
_rankle_trail_forget (RankleTrail *trail)
{
  trail->n = 0;
}

void
_rankle_trail_add (RankleTrail *trail, double time, const double *state)
{
  trail->times[trail->next] = time;
  memcpy (trail->states + (gsize)trail->next * trail->n_states, state,
          trail->n_states * sizeof (double));
  trail->next = (trail->next + 1) % POINTS;
  trail->n = MIN (trail->n + 1, POINTS);
}

const double *
_rankle_trail_look (const RankleTrail *trail, guint back, double *time)
{
  guint place;

  if (back >= trail->n)
    return NULL;
  place = (trail->next + POINTS - 1 - back) % POINTS;
  *time = trail->times[place];
  return trail->states + (gsize)place * trail->n_states;
}
