/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-experiment.h"

#include "rankle-treated-sbml.h"

struct _RankleExperiment
{
  gatomicrefcount ref_count;
  RankleSession  *session; /* (owned) */
  GPtrArray      *runs;    /* (owned): RankleExperimentRun * */
};

static void
run_free (gpointer data)
{
  RankleExperimentRun *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->sbml);
  g_clear_pointer (&self->session, rankle_session_unref);
  g_clear_pointer (&self->protocol, rankle_protocol_unref);
  g_free (self);
}

/* @session asks for it. */
static gboolean
add_run (RankleExperiment *self,
         RankleSession    *session,
         const char       *title,
         GError          **error)
{
  RankleExperimentRun *run = g_new0 (RankleExperimentRun, 1);

  run->id = self->runs->len == 0 ? g_strdup ("run")
                                 : g_strdup_printf ("kept_%u", self->runs->len);
  run->title = g_strdup (title);
  run->session = rankle_session_ref (session);
  g_ptr_array_add (self->runs, run);
  run->protocol = rankle_session_make_protocol (session, error);
  if (run->protocol != NULL)
    run->sbml = rankle_protocol_to_sbml (run->protocol, error);
  if (run->sbml == NULL)
    g_prefix_error (error, "%s: ", title);
  return run->sbml != NULL;
}

static gboolean
add_kept (RankleExperiment *self, RankleKeptRun *kept, GError **error)
{
  g_autoptr (RankleSession) session = rankle_session_new_of_kept (self->session, kept);

  return add_run (self, session, rankle_kept_run_get_name (kept), error);
}

static gboolean
add_runs (RankleExperiment *self, GError **error)
{
  RankleScenario       *scenario = rankle_session_get_scenario (self->session);
  const char           *title = rankle_scenario_get_title (scenario);
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (self->session, &n);

  if (*title == '\0')
    title = rankle_model_get_title (rankle_session_get_model (self->session));
  if (!add_run (self, self->session, title, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!add_kept (self, kept[i], error))
      return FALSE;
  return TRUE;
}

RankleExperiment *
rankle_experiment_new (RankleSession *session, GError **error)
{
  g_autoptr (RankleExperiment) self = NULL;

  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, NULL);

  self = g_new0 (RankleExperiment, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->session = rankle_session_ref (session);
  self->runs = g_ptr_array_new_with_free_func (run_free);
  return add_runs (self, error) ? g_steal_pointer (&self) : NULL;
}

RankleExperiment *
rankle_experiment_ref (RankleExperiment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_experiment_unref (RankleExperiment *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->runs);
  rankle_session_unref (self->session);
  g_free (self);
}

RankleSession *
rankle_experiment_get_session (const RankleExperiment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->session;
}

guint
rankle_experiment_get_n_runs (const RankleExperiment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const RankleExperimentRun *
rankle_experiment_get_run (const RankleExperiment *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, index);
}

char *
rankle_experiment_run_name (const RankleExperimentRun *run,
                            const char                *stem,
                            const char                *ending)
{
  char *name;

  g_return_val_if_fail (run != NULL && stem != NULL && ending != NULL, NULL);

  name = g_strconcat (run->id, ".", ending, NULL);
  g_strdelimit (name, "_", '-');
  if (*stem != '\0')
    {
      char *bare = name;

      name = g_strconcat (stem, "-", bare, NULL);
      g_free (bare);
    }
  return name;
}
