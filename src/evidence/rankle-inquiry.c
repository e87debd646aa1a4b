/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which run answers which row. What must hold: a row has one look for each run that it is
 * told of, those of its arm first, then as many of the arm that it is told against; they
 * lie one behind the other, and sights are numbered as looks are. */

#include "config.h"

#include "rankle-inquiry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-question.h"
#include "rankle-rendering.h"
#include "rankle-time-unit.h"

/* So many rows of one run, and no more, for the highest or lowest of a window. */
#define MOST_ROWS 4000

/* People are told of so far to both sides; the range of a control must hold them. */
#define REACH 2

typedef struct
{
  guint           arm;
  const char     *spread; /* (nullable) */
  double          sd;
  guint           part;
  GArray         *days;     /* (owned): double */
  RankleScenario *scenario; /* (owned) (nullable): in the model's words */
  double          shift;    /* of it against the arm [d] */
  char           *reason;   /* (owned) (nullable): why it cannot be made */
  int             number;   /* among those that are made; -1: it is not */
} Run;

typedef struct
{
  guint run; /* index of a Run */
  guint row;
} Look;

typedef struct
{
  guint       first, n; /* looks of the arm; as many again, if it is told against one */
  gboolean    included;
  const char *reason; /* (nullable): a run's, or translated words */
} Row;

struct _RankleInquiry
{
  RankleEvidence          *evidence; /* (owned) */
  RankleModel             *model;    /* (owned) */
  const RankleEvidenceRow *rows;     /* the evidence's */
  guint                    n_rows;
  Row                     *asked; /* (owned): one a row */
  GPtrArray               *runs;  /* (owned): Run, by arm */
  GArray                  *looks; /* Look, by row */
  GArray                  *made;  /* guint: the Run of each number */
};

static void
run_free (Run *run)
{
  g_array_unref (run->days);
  g_clear_pointer (&run->scenario, rankle_scenario_unref);
  g_free (run->reason);
  g_free (run);
}

static Run *
get_run (const RankleInquiry *self, guint index)
{
  return g_ptr_array_index (self->runs, index);
}

static double
get_day (const RankleInquiry *self)
{
  return rankle_time_unit_convert ("day", rankle_model_get_time_unit (self->model));
}

/* ---- people who differ ---- */

double
rankle_inquiry_get_part (guint part)
{
  /* Quantiles 1/14, 3/14 … 13/14 over the deviation that the seven have: .911457. */
  static const double parts[RANKLE_INQUIRY_PARTS] = {
    -1.607574, -0.868543, -0.401671, 0, 0.401671, 0.868543, 1.607574,
  };

  g_return_val_if_fail (part < RANKLE_INQUIRY_PARTS, NAN);

  return parts[part];
}

/* (transfer full): why people cannot differ by the control; NULL: they can. */
static char *
check_range (const RankleControl *control, double value, double sd)
{
  double least = value - REACH * sd, most = value + REACH * sd;

  if (least >= control->min && most <= control->max &&
      !(control->ends_never && most >= control->max))
    return NULL;
  return g_strdup_printf (_ ("people from %g to %g of “%s” are not in its range"), least,
                          most, control->label);
}

/* (nullable): the model's control by which people differ in what @spread says. */
static const RankleControl *
find_spread (const RankleInquiry *self, const char *spread)
{
  guint                  n;
  const RankleRendering *renderings = rankle_model_get_renderings (self->model, &n);
  const RankleControl   *control;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (renderings[i].asked, spread))
      return renderings[i].is_moment
                 ? NULL
                 : rankle_model_find_control (self->model, renderings[i].control);
  control = rankle_model_find_control (self->model, spread);
  return control != NULL && control->absent == NULL ? control : NULL;
}

/* Moves @scenario to where the run's part of the people stands. */
static char *
move (const RankleInquiry *self, const Run *run, RankleScenario *scenario)
{
  const RankleControl *control = find_spread (self, run->spread);
  double               value, sd;
  char                *reason;

  if (control == NULL)
    return g_strdup_printf (_ ("the model has no control “%s”"), run->spread);
  if (rankle_scenario_find_step (scenario, RANKLE_TREATMENT_CHANGE, RANKLE_TARGET_CONTROL,
                                 control->id) >= 0)
    return g_strdup_printf (_ ("the arm changes “%s” on its way"), control->label);
  value = control->neutral;
  rankle_scenario_get_control (scenario, control->id, &value);
  sd = run->sd / control->display_factor;
  reason = check_range (control, value, sd);
  if (reason == NULL)
    rankle_scenario_set_control (scenario, control->id,
                                 value + sd * rankle_inquiry_get_part (run->part));
  return reason;
}

/* ---- the runs ---- */

static gboolean
is_run (const Run *run, guint arm, const RankleEvidenceRow *row, guint part)
{
  return run->arm == arm && g_strcmp0 (run->spread, row->spread) == 0 &&
         run->part == part &&
         (row->spread == NULL || !(fabs (run->sd - row->spread_sd) > 0));
}

/* The arm in the model's words; where that fails, why. */
static void
render (const RankleInquiry *self, Run *run)
{
  RankleScenario *arm = rankle_evidence_get_arm (self->evidence, run->arm);
  g_autoptr (GError) error = NULL;

  run->scenario = rankle_rendering_put (arm, self->model, &run->shift, &error);
  if (run->scenario == NULL)
    run->reason = g_strdup (error->message);
}

static guint
find_or_add_run (RankleInquiry *self, guint arm, const RankleEvidenceRow *row, guint part)
{
  Run *run;

  for (guint i = 0; i < self->runs->len; i++)
    if (is_run (get_run (self, i), arm, row, part))
      return i;
  run = g_new0 (Run, 1);
  run->arm = arm;
  run->spread = row->spread;
  run->sd = row->spread_sd;
  run->part = part;
  run->days = g_array_new (FALSE, FALSE, sizeof (double));
  run->number = -1;
  render (self, run);
  g_ptr_array_add (self->runs, run);
  return self->runs->len - 1;
}

/* As it lies in the days of that run. */
static RankleEvidenceRow
put_off (const RankleEvidenceRow *row, const Run *run)
{
  RankleEvidenceRow later = *row;

  later.since += run->shift;
  later.time += run->shift;
  return later;
}

static void
add_looks (RankleInquiry *self, guint number, const char *arm)
{
  const RankleEvidenceRow *row = &self->rows[number];
  guint                    index = (guint)rankle_evidence_find_arm (self->evidence, arm);

  for (guint part = 0; part < self->asked[number].n; part++)
    {
      Look look = { .run = find_or_add_run (self, index, row, part), .row = number };
      Run *run = get_run (self, look.run);
      RankleEvidenceRow later = put_off (row, run);

      rankle_score_add_days (&later, MOST_ROWS, run->days);
      g_array_append_val (self->looks, look);
    }
}

static void
add_row (RankleInquiry *self, guint number)
{
  const RankleEvidenceRow *row = &self->rows[number];
  guint          arm = (guint)rankle_evidence_find_arm (self->evidence, row->arm);
  Row           *asked = &self->asked[number];
  RankleObserved observed;

  asked->included = rankle_evidence_asks (self->evidence, arm, self->model);
  asked->first = self->looks->len;
  if (!asked->included)
    return;
  if (!rankle_model_find_observed (self->model, row->observable, &observed))
    {
      asked->reason = _ ("the model has nothing of the kind");
      return;
    }
  asked->n = row->spread != NULL ? RANKLE_INQUIRY_PARTS : 1;
  add_looks (self, number, row->arm);
  if (row->against != NULL)
    add_looks (self, number, row->against);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* (transfer full): [model's unit], ascending, each once. */
static GArray *
arrange (GArray *days, double day)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double  start = 0;

  g_array_append_val (times, start);
  g_array_sort (days, compare_times);
  for (guint i = 0; i < days->len; i++)
    {
      double time = g_array_index (days, double, i) * day;

      if (time > g_array_index (times, double, times->len - 1))
        g_array_append_val (times, time);
    }
  return times;
}

static RankleProtocol *
make_protocol (const RankleInquiry *self,
               const Run           *run,
               const double        *parameters,
               GError             **error)
{
  g_autoptr (RankleQuestion) question = rankle_question_new (self->model, run->scenario);

  g_assert (run->days->len > 0);

  rankle_question_set_times (question, (const double *)(void *)run->days->data,
                             run->days->len);
  if (parameters != NULL)
    rankle_question_set_parameters (question, parameters);
  return rankle_question_make_protocol (question, error);
}

/* Its days become times, and its people where their part stands. */
static void
prepare (RankleInquiry *self, Run *run)
{
  g_autoptr (GArray) days = g_steal_pointer (&run->days);
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  run->days = arrange (days, get_day (self));
  if (run->reason == NULL && run->spread != NULL)
    run->reason = move (self, run, run->scenario);
  if (run->reason != NULL)
    return;
  protocol = make_protocol (self, run, NULL, &error);
  if (protocol == NULL)
    run->reason = g_strdup (error->message);
}

static guint
count_looks (const RankleInquiry *self, guint row)
{
  return self->asked[row].n * (self->rows[row].against != NULL ? 2 : 1);
}

static const Look *
get_looks (const RankleInquiry *self, guint row)
{
  return &g_array_index (self->looks, Look, self->asked[row].first);
}

/* A run is made if a row can be told of it. */
static void
sort_out (RankleInquiry *self, guint row)
{
  guint n = count_looks (self, row);

  for (guint i = 0; i < n && self->asked[row].reason == NULL; i++)
    self->asked[row].reason = get_run (self, get_looks (self, row)[i].run)->reason;
  for (guint i = 0; i < n && self->asked[row].reason == NULL; i++)
    get_run (self, get_looks (self, row)[i].run)->number = 0;
}

/* In the order of the arms, whatever that of the rows. */
static void
number_runs (RankleInquiry *self)
{
  for (guint arm = 0; arm < rankle_evidence_get_n_arms (self->evidence); arm++)
    for (guint i = 0; i < self->runs->len; i++)
      {
        Run *run = get_run (self, i);

        if (run->arm != arm || run->number < 0)
          continue;
        run->number = (int)self->made->len;
        g_array_append_val (self->made, i);
      }
}

RankleInquiry *
rankle_inquiry_new (RankleEvidence *evidence, RankleModel *model)
{
  RankleInquiry *self;

  g_return_val_if_fail (evidence != NULL && model != NULL, NULL);

  self = g_new0 (RankleInquiry, 1);
  self->evidence = rankle_evidence_ref (evidence);
  self->model = rankle_model_ref (model);
  self->rows = rankle_evidence_get_rows (evidence, &self->n_rows);
  self->asked = g_new0 (Row, self->n_rows + 1);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)run_free);
  self->looks = g_array_new (FALSE, FALSE, sizeof (Look));
  self->made = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n_rows; i++)
    add_row (self, i);
  for (guint i = 0; i < self->runs->len; i++)
    prepare (self, get_run (self, i));
  for (guint i = 0; i < self->n_rows; i++)
    sort_out (self, i);
  number_runs (self);
  return self;
}

void
rankle_inquiry_free (RankleInquiry *self)
{
  if (self == NULL)
    return;
  g_free (self->asked);
  g_ptr_array_unref (self->runs);
  g_array_unref (self->looks);
  g_array_unref (self->made);
  rankle_evidence_unref (self->evidence);
  rankle_model_unref (self->model);
  g_free (self);
}

gboolean
rankle_inquiry_includes (const RankleInquiry *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, FALSE);

  return self->asked[row].included;
}

const char *
rankle_inquiry_get_reason (const RankleInquiry *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  return self->asked[row].reason;
}

guint
rankle_inquiry_get_n_runs (const RankleInquiry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->made->len;
}

guint
rankle_inquiry_get_arm (const RankleInquiry *self, guint run)
{
  g_return_val_if_fail (self != NULL && run < self->made->len, 0);

  return get_run (self, g_array_index (self->made, guint, run))->arm;
}

RankleProtocol *
rankle_inquiry_make_protocol (const RankleInquiry *self,
                              guint                run,
                              const double        *parameters)
{
  RankleProtocol *protocol;

  g_return_val_if_fail (self != NULL && run < self->made->len, NULL);

  protocol = make_protocol (self, get_run (self, g_array_index (self->made, guint, run)),
                            parameters, NULL);
  /* It could be made when it was numbered, and parameters do not bear on that. */
  g_assert (protocol != NULL);
  return protocol;
}

/* ---- what is seen ---- */

guint
rankle_inquiry_get_n_sights (const RankleInquiry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->looks->len;
}

void
rankle_inquiry_look (const RankleInquiry    *self,
                     guint                   run,
                     const RankleTrajectory *trajectory,
                     RankleSight            *sights)
{
  guint index;

  g_return_if_fail (self != NULL && run < self->made->len && sights != NULL);

  index = g_array_index (self->made, guint, run);
  for (guint i = 0; i < self->looks->len; i++)
    {
      const Look       *look = &g_array_index (self->looks, Look, i);
      RankleEvidenceRow row = put_off (&self->rows[look->row], get_run (self, index));

      if (look->run == index)
        sights[i] = trajectory == NULL ? (RankleSight){ .since = NAN, .time = NAN }
                                       : rankle_score_look (&row, trajectory);
    }
}

static RankleSight
average (const RankleSight *sights, guint n)
{
  RankleSight mean = { 0 };

  g_assert (n > 0);

  for (guint i = 0; i < n; i++)
    {
      mean.since += sights[i].since / n;
      mean.time += sights[i].time / n;
    }
  return mean;
}

double
rankle_inquiry_tell (const RankleInquiry *self, guint row, const RankleSight *sights)
{
  const Row *asked;
  double     number;

  g_return_val_if_fail (self != NULL && row < self->n_rows && sights != NULL, NAN);

  asked = &self->asked[row];
  if (asked->reason != NULL || asked->n == 0)
    return NAN;
  sights += asked->first;
  number = rankle_score_tell (&self->rows[row], average (sights, asked->n));
  if (self->rows[row].against == NULL)
    return number;
  return number -
         rankle_score_tell (&self->rows[row], average (sights + asked->n, asked->n));
}

int
rankle_inquiry_find_failed (const RankleInquiry *self, guint row, const gboolean *failed)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && failed != NULL, -1);

  for (guint i = 0; self->asked[row].reason == NULL && i < count_looks (self, row); i++)
    {
      int number = get_run (self, get_looks (self, row)[i].run)->number;

      if (failed[number])
        return number;
    }
  return -1;
}
