/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rival is asked for once as it was kept, and once with every control neutral, since
 * its quantities are told in percent of its own baseline. */

#include "config.h"

#include "rankle-kept-shows.h"

#include "rankle-integrator.h"

typedef struct
{
  RankleKeptShows  *shows;      /* Borrowed */
  RankleKeptRun    *kept;       /* (owned) */
  RankleWatch      *watch;      /* (owned) (nullable): of the run; NULL: not asked yet */
  RankleWatch      *resting;    /* (owned) (nullable): of a rival's own baseline */
  RankleTrajectory *run, *rest; /* (owned) (nullable) */
  char             *failure;    /* (owned) (nullable) */
  RankleFinder     *finder;     /* (owned) (nullable): of a rival */
  GArray           *findings;   /* (owned) (nullable) */
} Show;

struct _RankleKeptShows
{
  RankleRunner       *runner; /* (owned) */
  RankleKeptShowsFunc changed;
  gpointer            data;
  RankleModel        *model;    /* (owned) (nullable): the session's */
  RankleEvidence     *evidence; /* (owned) (nullable) */
  RankleFinder       *finder;   /* Borrowed (nullable): of both */
  GPtrArray          *list;     /* (owned): Show */
  GArray             *results;  /* (owned): RankleKeptResult */
};

/* ---- what comes ---- */

static void
put (RankleTrajectory **place, RankleTrajectory *trajectory)
{
  RankleTrajectory *old = *place;

  *place = trajectory != NULL ? rankle_trajectory_ref (trajectory) : NULL;
  g_clear_pointer (&old, rankle_trajectory_unref);
}

static void
find_points (Show *self)
{
  RankleFinder *finder = self->finder != NULL ? self->finder : self->shows->finder;

  g_clear_pointer (&self->findings, g_array_unref);
  if (finder != NULL && self->run != NULL)
    self->findings = rankle_finder_list (finder, self->run);
}

/* What was computed of a run that failed is shown, too. */
static void
run_cb (RankleWatch      *watch,
        RankleTrajectory *trajectory,
        const GError     *error,
        gpointer          data)
{
  Show *self = data;

  g_clear_pointer (&self->failure, g_free);
  if (trajectory == NULL)
    {
      self->failure = g_strdup (error->message);
      trajectory = rankle_sim_error_get_partial (error);
    }
  put (&self->run, trajectory);
  find_points (self);
  self->shows->changed (self->shows->data);
}

static void
rest_cb (RankleWatch      *watch,
         RankleTrajectory *trajectory,
         const GError     *error,
         gpointer          data)
{
  Show *self = data;

  put (&self->rest, trajectory);
  self->shows->changed (self->shows->data);
}

/* ---- what is asked ---- */

static gboolean
is_rival (const Show *self)
{
  return rankle_kept_run_get_model (self->kept) != self->shows->model;
}

static void
ask_run (Show *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleQuestion) question = rankle_session_ask (
      rankle_kept_run_get_model (self->kept), rankle_kept_run_get_scenario (self->kept),
      is_rival (self) ? self->finder : self->shows->finder);
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, &error);

  if (self->watch == NULL)
    self->watch = rankle_watch_new (self->shows->runner, run_cb, self);
  if (protocol != NULL)
    rankle_watch_ask (self->watch, protocol);
  else
    self->failure = g_strdup (error->message);
}

static void
ask_rest (Show *self)
{
  RankleModel *model = rankle_kept_run_get_model (self->kept);
  double       horizon =
      rankle_scenario_get_horizon_for (rankle_kept_run_get_scenario (self->kept), model);
  g_autoptr (RankleQuestion) question =
      rankle_session_ask_baseline (model, horizon, NULL);
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, NULL);

  /* Nothing is asked of the model that it could lack. */
  g_assert (protocol != NULL);
  if (self->resting == NULL)
    self->resting = rankle_watch_new (self->shows->runner, rest_cb, self);
  rankle_watch_ask (self->resting, protocol);
}

static void
ask (Show *self)
{
  if (self->watch != NULL || self->failure != NULL ||
      (rankle_kept_run_is_hidden (self->kept) &&
       !rankle_kept_run_is_baseline (self->kept)))
    return;
  if (is_rival (self) && self->shows->evidence != NULL)
    self->finder =
        rankle_finder_new (self->shows->evidence, rankle_kept_run_get_model (self->kept));
  if (is_rival (self))
    ask_rest (self);
  ask_run (self);
}

/* ---- which there are ---- */

static void
show_free (gpointer data)
{
  Show *self = data;

  if (self == NULL)
    return;
  g_clear_pointer (&self->watch, rankle_watch_free);
  g_clear_pointer (&self->resting, rankle_watch_free);
  g_clear_pointer (&self->findings, g_array_unref);
  put (&self->run, NULL);
  put (&self->rest, NULL);
  g_clear_pointer (&self->finder, rankle_finder_free);
  g_clear_pointer (&self->failure, g_free);
  rankle_kept_run_unref (self->kept);
  g_free (self);
}

/* (transfer full): the one of @old that asks the same, which is taken out, or a new one.
 */
static Show *
take_show (RankleKeptShows *self, GPtrArray *old, RankleKeptRun *kept)
{
  Show *show = NULL;

  for (guint i = 0; i < old->len && show == NULL; i++)
    {
      Show *other = old->pdata[i];

      if (other != NULL && rankle_kept_run_asks_same (other->kept, kept))
        show = g_steal_pointer (&old->pdata[i]);
    }
  if (show == NULL)
    show = g_new0 (Show, 1);
  else
    rankle_kept_run_unref (show->kept);
  show->shows = self;
  show->kept = rankle_kept_run_ref (kept);
  return show;
}

static gboolean
is_same_list (const RankleKeptShows *self, RankleKeptRun *const *kept, guint n)
{
  if (n != self->list->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_equal (((Show *)self->list->pdata[i])->kept, kept[i]))
      return FALSE;
  return TRUE;
}

/* TRUE: rows and rivals are others, and nothing that came is of use. */
static gboolean
take_parts (RankleKeptShows *self, RankleSession *session, RankleFinder *finder)
{
  RankleModel    *model = rankle_session_get_model (session);
  RankleEvidence *evidence = rankle_session_get_evidence (session);

  self->finder = finder;
  if (self->model == model && self->evidence == evidence)
    return FALSE;
  g_ptr_array_set_size (self->list, 0);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  self->model = rankle_model_ref (model);
  self->evidence = evidence != NULL ? rankle_evidence_ref (evidence) : NULL;
  return TRUE;
}

gboolean
rankle_kept_shows_take (RankleKeptShows *self,
                        RankleSession   *session,
                        RankleFinder    *finder)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);
  gboolean              others = take_parts (self, session, finder);
  g_autoptr (GPtrArray) old = NULL;

  if (is_same_list (self, kept, n))
    return others;
  old = g_steal_pointer (&self->list);
  self->list = g_ptr_array_new_with_free_func (show_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->list, take_show (self, old, kept[i]));
  for (guint i = 0; i < n; i++)
    ask (self->list->pdata[i]);
  return TRUE;
}

const RankleKeptResult *
rankle_kept_shows_get (RankleKeptShows *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  g_array_set_size (self->results, 0);
  for (guint i = 0; i < self->list->len; i++)
    {
      const Show      *show = self->list->pdata[i];
      RankleKeptResult result = { .kept = show->kept,
                                  .run = show->run,
                                  .rest = show->rest,
                                  .failure = show->failure,
                                  .findings = show->findings };

      g_array_append_val (self->results, result);
    }
  *n = self->results->len;
  return (const RankleKeptResult *)(void *)self->results->data;
}

/* ---- life ---- */

RankleKeptShows *
rankle_kept_shows_new (RankleRunner *runner, RankleKeptShowsFunc changed, gpointer data)
{
  RankleKeptShows *self = g_new0 (RankleKeptShows, 1);

  g_assert (runner != NULL && changed != NULL);
  self->runner = g_object_ref (runner);
  self->changed = changed;
  self->data = data;
  self->list = g_ptr_array_new_with_free_func (show_free);
  self->results = g_array_new (FALSE, FALSE, sizeof (RankleKeptResult));
  return self;
}

void
rankle_kept_shows_free (RankleKeptShows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_array_unref (self->results);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  g_object_unref (self->runner);
  g_free (self);
}
