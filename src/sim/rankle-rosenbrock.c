/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stages in the form that needs no product with J (E. Hairer, G. Wanner: Solving Ordinary
 * Differential Equations II, Springer 1996, section IV.7):
 *
 *   (I/(γ h) - J) u[i] = f(t + c[i] h, y + Σ a[i][j] u[j]) + Σ c[i][j] u[j] / h
 *                        + d[i] h ∂f/∂t
 *
 * The last two stages are the embedded solution of order 3 and what it differs by. */

#include "rankle-rosenbrock.h"

#include <math.h>
#include <string.h>

#define STAGES 6
#define GAMMA  0.25
#define ORDER  4

/* A step may grow and shrink by so much, and aims at so much of the error allowed. */
#define MOST_GROWTH  6.0
#define LEAST_GROWTH 0.2
#define SAFETY       0.9
/* A step with less error than that tells no more of the next one. */
#define LEAST_ERROR 1e-2
/* A step that nearly reaches the limit reaches it: no sliver is left. */
#define NEARLY 1.0001
/* Where rates are undefined there is nothing to tell by how much. */
#define RETREAT 0.25
/* The first step: so much of the time in which a state would pass its own tolerance. */
#define FIRST 1.0

static const double A[STAGES][STAGES - 1] = {
  { 0 },
  { 3.0 },
  { 0.906377755268814, -0.189707390391685 },
  { 3.758617027739064, 1.161741776019525, -0.849258085312803 },
  { 7.089566927282776, 4.573591406461604, -8.423496976860259, -0.959280113459775 },
  { 7.089566927282776, 4.573591406461604, -8.423496976860259, -0.959280113459775, 1.0 },
};

static const double C[STAGES][STAGES - 1] = {
  { 0 },
  { -12.0 },
  { -6.354581592719008, 0.338972550544623 },
  { -8.575016317114033, -7.606483992117508, 12.224997650124820 },
  { -5.888975457523102, -8.157396617841821, 24.805546872612922, 12.790401512796979 },
  { -4.408651676063871, -6.692003137674639, 24.625568527593117, 16.627521966636085,
    -5.714285714285718 },
};

static const double AT[STAGES] = { 0, 0.75, 0.321448134013046, 0.519745732277726, 1, 1 };
static const double D[STAGES] = { 0.25, -0.5, -0.189532918363016, 0.085612108792769 };

/* The interpolation: (1 - θ) y0 + θ (y1 + (1 - θ) (H[0] u + θ H[1] u)). */
static const double H[2][STAGES - 1] = {
  { -5.323528268423303, -10.042123754867493, 17.175254928256965, -5.079931171878093,
    -0.016185991706112 },
  { 6.984505741529879, 6.914061169603662, -0.849178943070653, 18.104410789349338,
    -3.516963011559032 },
};

struct _RankleRosenbrock
{
  RankleRosenbrockSystem system;

  guint    n;
  double   time, limit;
  double   next;   /* the step to try; 0: not known yet */
  double   length; /* of the last step; 0: there was none */
  double   error;  /* likewise, but for next to none */
  gboolean follows_time;
  gboolean rejected;      /* the attempt before failed */
  gboolean known;         /* the rates ahead are those of the next start */
  double  *numbers;       /* (owned): all below */
  double  *start, *state; /* of the last step, and where it came to */
  double  *rates;         /* at the start */
  double  *ahead;         /* where the last step came to */
  double  *drift;         /* ∂f/∂t there */
  double  *inside, *weights;
  double  *stages[STAGES]; /* u */
  double  *bends[2];       /* H u */
};

RankleRosenbrock *
rankle_rosenbrock_new (guint n_states, const RankleRosenbrockSystem *system)
{
  RankleRosenbrock *self = g_new0 (RankleRosenbrock, 1);
  double           *next;

  self->system = *system;
  self->n = n_states;
  next = self->numbers = g_new0 (double, (STAGES + 9) * (gsize)n_states + 1);
  self->start = next;
  self->state = next += n_states;
  self->rates = next += n_states;
  self->ahead = next += n_states;
  self->drift = next += n_states;
  self->inside = next += n_states;
  self->weights = next += n_states;
  self->bends[0] = next += n_states;
  self->bends[1] = next += n_states;
  for (guint i = 0; i < STAGES; i++)
    self->stages[i] = next += n_states;
  return self;
}

void
rankle_rosenbrock_free (RankleRosenbrock *rosenbrock)
{
  if (rosenbrock == NULL)
    return;

  g_free (rosenbrock->numbers);
  g_free (rosenbrock);
}

void
rankle_rosenbrock_restart (RankleRosenbrock *rosenbrock,
                           double            time,
                           double            limit,
                           const double     *state,
                           gboolean          follows_time)
{
  g_assert (limit > time);

  rosenbrock->time = time;
  rosenbrock->limit = limit;
  rosenbrock->next = 0;
  rosenbrock->length = 0;
  rosenbrock->rejected = FALSE;
  rosenbrock->known = FALSE;
  rosenbrock->follows_time = follows_time;
  memcpy (rosenbrock->state, state, rosenbrock->n * sizeof (double));
}

double
rankle_rosenbrock_get_next (const RankleRosenbrock *rosenbrock)
{
  return rosenbrock->next;
}

/* The root mean square of what is allowed. */
static double
measure (const RankleRosenbrock *self, const double *values)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += values[i] * self->weights[i] * values[i] * self->weights[i];
  return sqrt (sum / MAX (1, self->n));
}

/* ---- one attempt ---- */

static int
ask_rates (RankleRosenbrock *self, double time, const double *state, double *rates)
{
  return self->system.rates (self->system.data, time, state, rates);
}

/* By a difference over a small part of the step, which stays within the segment. */
static int
find_drift (RankleRosenbrock *self, double h)
{
  double small = 1e-4 * h;
  int    bad;

  if (!self->follows_time)
    return 0;
  bad = ask_rates (self, self->time + small, self->start, self->drift);
  for (guint i = 0; bad == 0 && i < self->n; i++)
    self->drift[i] = (self->drift[i] - self->rates[i]) / small;
  return bad;
}

/* @stage's point goes into self->inside. */
static void
find_point (RankleRosenbrock *self, guint stage)
{
  memcpy (self->inside, self->start, self->n * sizeof (double));
  for (guint j = 0; j < stage; j++)
    {
      double        a = A[stage][j];
      const double *u = self->stages[j];

      for (guint i = 0; i < self->n; i++)
        self->inside[i] += a * u[i];
    }
}

/* What has been put into u[stage], the rates, becomes the right-hand side, times γ h. */
static void
complete_right_side (RankleRosenbrock *self, guint stage, double h)
{
  double *u = self->stages[stage];

  for (guint j = 0; j < stage; j++)
    {
      double        c = C[stage][j] / h;
      const double *before = self->stages[j];

      for (guint i = 0; i < self->n; i++)
        u[i] += c * before[i];
    }
  for (guint i = 0; self->follows_time && i < self->n; i++)
    u[i] += D[stage] * h * self->drift[i];
  for (guint i = 0; i < self->n; i++)
    u[i] *= GAMMA * h;
}

static int
make_stage (RankleRosenbrock *self, guint stage, double h)
{
  int bad = 0;

  if (stage == 0)
    memcpy (self->stages[0], self->rates, self->n * sizeof (double));
  else
    {
      find_point (self, stage);
      bad =
          ask_rates (self, self->time + AT[stage] * h, self->inside, self->stages[stage]);
    }
  if (bad != 0)
    return bad;
  complete_right_side (self, stage, h);
  return self->system.solve (self->system.data, self->stages[stage]) ? 0 : 1;
}

/* @error: of the step, in what is allowed. 0, or what the rates say. */
static int
attempt (RankleRosenbrock *self, double h, double *error)
{
  int bad = find_drift (self, h);

  if (bad == 0 && !self->system.factorise (self->system.data, self->time, self->start,
                                           self->rejected, GAMMA * h))
    bad = 1;
  for (guint stage = 0; bad == 0 && stage < STAGES; stage++)
    bad = make_stage (self, stage, h);
  if (bad == 0)
    *error = measure (self, self->stages[STAGES - 1]);
  return bad == 0 && !isfinite (*error) ? 1 : bad;
}

/* ---- a step ---- */

/* A state that moves away from where it stands would be wrong by all that it is allowed
 * after so long. */
static double
find_first (const RankleRosenbrock *self)
{
  double speed = measure (self, self->rates);

  return speed > 0 ? FIRST / speed : self->limit - self->time;
}

/* What the last two steps tell of the error's course counts where it is the more careful
 * (K. Gustafsson, ACM Trans. Math. Softw. 20:496, 1994). After an attempt that failed the
 * step does not grow. */
static double
find_growth (const RankleRosenbrock *self, double h, double error)
{
  double bounded = fmax (error, LEAST_ERROR);
  double growth = SAFETY * pow (bounded, -1.0 / ORDER);

  if (self->length > 0 && error <= 1)
    growth = fmin (growth, SAFETY * h / self->length *
                               pow (self->error / (bounded * bounded), 1.0 / ORDER));
  return CLAMP (growth, LEAST_GROWTH, self->rejected ? 1 : MOST_GROWTH);
}

/* What the stages come to, and the rates there: where they are undefined no next step
 * could begin. */
static int
complete (RankleRosenbrock *self, double h)
{
  const double *last = self->stages[STAGES - 1];

  /* self->inside is the last stage's point: the embedded solution. */
  for (guint i = 0; i < self->n; i++)
    self->state[i] = self->inside[i] + last[i];
  return ask_rates (self, self->time + h, self->state, self->ahead);
}

static void
bend (RankleRosenbrock *self)
{
  for (guint k = 0; k < 2; k++)
    for (guint i = 0; i < self->n; i++)
      {
        double bend = 0;

        for (guint j = 0; j < STAGES - 1; j++)
          bend += H[k][j] * self->stages[j][i];
        self->bends[k][i] = bend;
      }
}

static void
accept (RankleRosenbrock *self, double h, double error)
{
  bend (self);
  self->length = h;
  self->error = fmax (error, LEAST_ERROR);
  self->time = self->time + h >= self->limit ? self->limit : self->time + h;
  self->rejected = FALSE;
  self->known = TRUE;
}

static int
begin_rates (RankleRosenbrock *self)
{
  if (!self->known)
    return ask_rates (self, self->time, self->start, self->rates);
  memcpy (self->rates, self->ahead, self->n * sizeof (double));
  self->known = FALSE;
  return 0;
}

static RankleRosenbrockResult
begin (RankleRosenbrock *self)
{
  int bad;

  memcpy (self->start, self->state, self->n * sizeof (double));
  self->system.weigh (self->system.data, self->start, self->weights);
  bad = begin_rates (self);
  if (bad != 0)
    return bad < 0 ? RANKLE_ROSENBROCK_ENDED : RANKLE_ROSENBROCK_TOO_SMALL;
  if (!(self->next > 0))
    self->next = find_first (self);
  return RANKLE_ROSENBROCK_DONE;
}

static double
choose_length (const RankleRosenbrock *self, double longest)
{
  double h = fmin (self->next, longest);

  return NEARLY * h >= self->limit - self->time ? self->limit - self->time : h;
}

RankleRosenbrockResult
rankle_rosenbrock_step (RankleRosenbrock *rosenbrock,
                        double            least,
                        double            longest,
                        double           *time,
                        double           *state)
{
  RankleRosenbrock      *self = rosenbrock;
  RankleRosenbrockResult result = begin (self);

  g_assert (least > 0 && longest > 0 && self->time < self->limit);

  while (result == RANKLE_ROSENBROCK_DONE)
    {
      double h = choose_length (self, longest), error = 0;
      int    bad;

      if (h < least)
        return RANKLE_ROSENBROCK_TOO_SMALL;
      bad = attempt (self, h, &error);
      if (bad == 0 && error <= 1)
        bad = complete (self, h);
      if (bad < 0)
        return RANKLE_ROSENBROCK_ENDED;
      self->next = h * (bad > 0 ? RETREAT : find_growth (self, h, error));
      if (bad == 0 && error <= 1)
        {
          accept (self, h, error);
          *time = self->time;
          memcpy (state, self->state, self->n * sizeof (double));
          return RANKLE_ROSENBROCK_DONE;
        }
      self->rejected = TRUE;
    }
  return result;
}

void
rankle_rosenbrock_interpolate (const RankleRosenbrock *rosenbrock,
                               double                  time,
                               double                 *state)
{
  const RankleRosenbrock *self = rosenbrock;
  double                  passed;

  passed = self->length > 0 ? 1 - (self->time - time) / self->length : 1;
  for (guint i = 0; i < self->n; i++)
    state[i] = (1 - passed) * self->start[i] +
               passed * (self->state[i] +
                         (1 - passed) * (self->bends[0][i] + passed * self->bends[1][i]));
}
