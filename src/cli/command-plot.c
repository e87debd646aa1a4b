/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-kept.h"
#include "rankle-cli-observations.h"
#include "rankle-cli-run.h"
#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-picture-writer.h"

static const char summary[] =
    "Integrates MODEL and writes what the window shows of it as a picture, in the "
    "colours\n"
    "of print: the pathway map, and the plots with what was published of such a run.";

static const char description[] =
    "The ending of FILE says what is written: .png, .svg or .pdf. FILE is replaced as a\n"
    "whole, or on failure left as it was. Options that say what is run are those of\n"
    "\"rankle-cli simulate\". A panel that MODEL lacks is answered with those it has.\n"
    "\n"
    "Observations are a table of your own: CSV with a head, long (day, quantity, value,\n"
    "sd, arm) or wide (day, CTX, P1NP). Names are those of MODEL's columns; time 0 is "
    "the\n"
    "first dose.\n"
    "\n"
    "MODEL may be a session, NAME.rankle, which says itself what is run and shown.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli plot rankle --scenario denosumab-3-years --out denosumab.svg\n"
    "  rankle-cli plot rankle --control opg=5.3 --at 365 --view pathway --out map.png\n"
    "  rankle-cli plot lemaire-2004 --end 60 --set I_P=1000 --panel cells --out "
    "cells.pdf\n"
    "  rankle-cli plot lesson.rankle --out lesson.pdf\n";

typedef struct
{
  RankleRunOptions    run;
  char               *out, *view, *at; /* (owned) (nullable) */
  char              **observations;    /* (owned) (nullable) */
  char              **panels;          /* (owned) (nullable) */
  gboolean            difference;
  RanklePictureFormat format;
} PlotOptions;

static void
plot_options_clear (PlotOptions *self)
{
  rankle_run_options_clear (&self->run);
  g_free (self->out);
  g_free (self->view);
  g_free (self->at);
  g_strfreev (self->observations);
  g_strfreev (self->panels);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlotOptions, plot_options_clear)

/* ---- what is asked ---- */

static gboolean
check_options (PlotOptions *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->out == NULL)
    return rankle_cli_refuse (error, "--out is missing");
  if (!rankle_picture_format_find (self->out, &self->format, &local))
    return rankle_cli_refuse (error, "--out: %s", local->message);
  return rankle_cli_check_rows (&self->run, "a picture", error);
}

/* ---- what is shown ---- */

static RankleSession *
look_at (RankleSession *session, const PlotOptions *options, GError **error)
{
  double horizon = rankle_session_get_horizon (session);
  double at;

  if (options->at == NULL)
    return rankle_session_ref (session);
  if (!rankle_cli_parse_number (options->at, "--at", &at, error))
    return NULL;
  if (at >= 0 && at <= horizon)
    return rankle_session_with_cursor (session, at);
  rankle_cli_refuse (error, "--at: %s is not within 0 and the end, %.15g", options->at,
                     horizon);
  return NULL;
}

static RankleSession *
choose_view (RankleSession *session, const PlotOptions *options, GError **error)
{
  if (options->view == NULL)
    return options->panels == NULL
               ? rankle_session_ref (session)
               : rankle_session_with_view (session, RANKLE_VIEW_PLOTS);
  for (guint i = 0; i < RANKLE_N_VIEWS; i++)
    if (i != RANKLE_VIEW_COMPARE && g_str_equal (options->view, rankle_view_names[i]))
      return rankle_session_with_view (session, (RankleView)i);
  rankle_cli_refuse (error, "--view: “%s” is not both, pathway or plots", options->view);
  return NULL;
}

static gboolean
check_panels (const PlotOptions *options, const RankleSession *session, GError **error)
{
  g_autoptr (GPtrArray) panels = rankle_session_list_panels (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < panels->len; i++)
    g_ptr_array_add (ids, (gpointer)rankle_shown_panel_get (panels->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (", ", (char **)ids->pdata);
  for (char **id = options->panels; id != NULL && *id != NULL; id++)
    if (!g_strv_contains ((const char *const *)ids->pdata, *id))
      return rankle_cli_refuse (error, "--panel “%s”: model “%s” has %s", *id,
                                rankle_model_get_id (rankle_session_get_model (session)),
                                list);
  return TRUE;
}

/* (transfer full): @session as the options look at it. */
static RankleSession *
look (RankleSession *session, const PlotOptions *options, GError **error)
{
  g_autoptr (RankleSession) there = NULL;
  g_autoptr (RankleSession) turned = NULL;

  if (check_panels (options, session, error))
    there = look_at (session, options, error);
  if (there == NULL)
    return NULL;
  turned = options->difference ? rankle_session_with_difference (there, TRUE)
                               : rankle_session_ref (there);
  return choose_view (turned, options, error);
}

/* ---- the picture ---- */

static int
write_picture (const char *command, RankleSession *session, const PlotOptions *options)
{
  GError *error = NULL;
  g_autoptr (RankleTrajectory) run = rankle_cli_run_session (session, &error);
  g_autoptr (RankleTrajectory) baseline =
      run == NULL ? NULL : rankle_cli_run_baseline (session, &error);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (RanklePicture) picture = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (baseline == NULL)
    return rankle_cli_fail (command, error);
  kept = rankle_cli_run_kept (session);
  picture = rankle_picture_new (&(RanklePictureContent){
      .session = session,
      .run = run,
      .baseline = baseline,
      .kept = (const RankleKeptResult *)(void *)kept->data,
      .n_kept = kept->len,
      .panels = (const char *const *)options->panels,
  });
  bytes = rankle_picture_write (picture, options->format, &error);
  if (bytes == NULL || !rankle_file_replace (options->out, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

/* (transfer full) (nullable): with each table. */
static RankleSession *
observe (const char        *command,
         RankleSession     *session,
         const PlotOptions *options,
         GError           **error)
{
  RankleSession *observed = rankle_session_ref (session);

  for (char **path = options->observations; path != NULL && *path != NULL; path++)
    {
      RankleSession *more = rankle_cli_observe (command, observed, *path, error);

      rankle_session_unref (observed);
      if (more == NULL)
        return NULL;
      observed = more;
    }
  return observed;
}

static int
plot (const char *command, PlotOptions *options)
{
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) observed = NULL;
  g_autoptr (RankleSession) looked_at = NULL;
  GError *error = NULL;

  if (check_options (options, &error))
    evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_open_session (command, &options->run, evidence, &error);
  if (session != NULL)
    observed = observe (command, session, options, &error);
  if (observed != NULL)
    looked_at = look (observed, options, &error);
  if (looked_at == NULL)
    return rankle_cli_fail_input (command, error);
  return write_picture (command, looked_at, options);
}

int
rankle_cli_plot (char **argv)
{
  g_auto (PlotOptions) options = { 0 };

  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Write to FILE", "FILE" },
    { "panel", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.panels,
      "Show this plot, and none that is not named (repeatable)", "ID" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      "Show both, the pathway or the plots", "both|pathway|plots" },
    { "difference", 0, 0, G_OPTION_ARG_NONE, &options.difference,
      "Draw the run less the baseline, whatever a session says", NULL },
    { "observations", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.observations,
      "Show the points of this table, too (repeatable)", "FILE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at,
      "Give the numbers at T; the end, unless a session says another", "T" },
    { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("MODEL --out FILE - run a model and paint it");
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (!rankle_run_options_parse (&options.run, argv, context, entries, &error))
    return rankle_cli_fail_input (argv[0], error);
  return plot (argv[0], &options);
}
