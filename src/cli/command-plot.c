/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-run.h"
#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-integrator.h"
#include "rankle-picture-writer.h"

/* It asks nothing of any model, and is what a window opens with. */
#define FIRST_SCENARIO "healthy-adult"

static const char summary[] =
    "Integrates MODEL and writes what the window shows of it as a picture, in the "
    "colours\n"
    "of print: the pathway map, and the plots with what was published of such a run.";

static const char description[] =
    "The ending of FILE says what is written: .png, .svg or .pdf. FILE is replaced as a\n"
    "whole, or on failure left as it was. Options that say what is run are those of\n"
    "\"rankle-cli simulate\". A panel that MODEL lacks is answered with those it has.\n"
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
  char              **panels;          /* (owned) (nullable) */
  RanklePictureFormat format;
} PlotOptions;

static void
plot_options_clear (PlotOptions *self)
{
  rankle_run_options_clear (&self->run);
  g_free (self->out);
  g_free (self->view);
  g_free (self->at);
  g_strfreev (self->panels);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlotOptions, plot_options_clear)

/* ---- what is asked ---- */

/* A picture has the rows and the tolerance of the window. */
static gboolean
check_rows (const RankleRunOptions *options, GError **error)
{
  const struct
  {
    const char *name;
    gboolean    is_given;
  } given[] = {
    { "--every", options->every != NULL }, { "--times", options->times != NULL },
    { "--as-shown", options->as_shown },   { "--rtol", options->rtol != NULL },
    { "--atol", options->atol != NULL },   { "--hidden", options->hidden },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given)
      return rankle_cli_refuse (error, "%s: a picture is made as the window makes it",
                                given[i].name);
  return TRUE;
}

static gboolean
check_options (PlotOptions *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->out == NULL)
    return rankle_cli_refuse (error, "--out is missing");
  if (!rankle_picture_format_find (self->out, &self->format, &local))
    return rankle_cli_refuse (error, "--out: %s", local->message);
  return check_rows (&self->run, error);
}

static RankleSession *
ask_model (RankleRunOptions *options, RankleEvidence *evidence, GError **error)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (options->model, error);
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) complete = NULL;

  if (model == NULL)
    return NULL;
  if (options->scenario == NULL)
    options->scenario = g_strdup (FIRST_SCENARIO);
  options->as_shown = TRUE;
  session = rankle_run_options_make_session (options, model, error);
  if (session == NULL)
    return NULL;
  complete = rankle_session_with_evidence (session, evidence);
  /* There is nothing to be seen of a run at its start. */
  return rankle_session_with_cursor (complete, rankle_session_get_horizon (complete));
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
check_panels (const PlotOptions *options, RankleModel *model, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    g_ptr_array_add (ids, (gpointer)rankle_model_get_panel (model, i)->id);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (", ", (char **)ids->pdata);
  for (char **id = options->panels; id != NULL && *id != NULL; id++)
    if (!g_strv_contains ((const char *const *)ids->pdata, *id))
      return rankle_cli_refuse (error, "--panel “%s”: model “%s” has %s", *id,
                                rankle_model_get_id (model), list);
  return TRUE;
}

/* (transfer full): @session as the options look at it. */
static RankleSession *
look (RankleSession *session, const PlotOptions *options, GError **error)
{
  g_autoptr (RankleSession) there = NULL;

  if (check_panels (options, rankle_session_get_model (session), error))
    there = look_at (session, options, error);
  return there == NULL ? NULL : choose_view (there, options, error);
}

/* ---- the picture ---- */

static RankleTrajectory *
run_baseline (const RankleSession *session, GError **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_baseline (session);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return rankle_integrator_run (integrator, protocol, NULL, error);
}

static int
write_picture (const char *command, RankleSession *session, const PlotOptions *options)
{
  GError *error = NULL;
  g_autoptr (RankleTrajectory) run = rankle_cli_run_session (session, &error);
  g_autoptr (RankleTrajectory) baseline =
      run == NULL ? NULL : run_baseline (session, &error);
  g_autoptr (RanklePicture) picture = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (baseline == NULL)
    return rankle_cli_fail (command, error);
  picture = rankle_picture_new (&(RanklePictureContent){
      .session = session,
      .run = run,
      .baseline = baseline,
      .panels = (const char *const *)options->panels,
  });
  bytes = rankle_picture_write (picture, options->format, &error);
  if (bytes == NULL || !rankle_file_replace (options->out, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

static int
plot (const char *command, PlotOptions *options)
{
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) looked_at = NULL;
  GError *error = NULL;

  if (check_options (options, &error))
    evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_is_session (options->run.model)
                  ? rankle_cli_load_session (command, &options->run, evidence, &error)
                  : ask_model (&options->run, evidence, &error);
  if (session != NULL)
    looked_at = look (session, options, &error);
  if (looked_at == NULL)
    return rankle_cli_fail_input (command, error);
  return write_picture (command, looked_at, options);
}

int
rankle_cli_plot (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (PlotOptions) options = { 0 };

  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Write to FILE", "FILE" },
    { "panel", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.panels,
      "Show this plot, and none that is not named (repeatable)", "ID" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      "Show both, the pathway or the plots", "both|pathway|plots" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at,
      "Give the numbers at T; the end, unless a session says another", "T" },
    { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("MODEL --out FILE - run a model and paint it");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  rankle_run_options_add_schedule (&options.run, context);
  rankle_run_options_add_inputs (&options.run, context);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  options.run.model = g_strdup (left[0]);
  return plot (argv[0], &options);
}
