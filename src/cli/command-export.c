/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A model, or what is asked of it, in the words of others. */

#include <string.h>

#include "rankle-cli-range.h"
#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-experiment.h"
#include "rankle-file.h"
#include "rankle-omex.h"
#include "rankle-sbml.h"
#include "rankle-sedml.h"

static const char summary[] =
    "Writes a model as SBML; with --scenario, --control, --dose and their like, or of a\n"
    "session (FILE.rankle), what is asked of it: doses, infusions and changes are "
    "events\n"
    "of the SBML. SED-ML adds the run and its plots, and is written with the models "
    "that\n"
    "it names beside it; an archive has all of that, the table and the session.";

static const char description[] =
    "A file is replaced as a whole, or on failure left as it was.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli export rankle --sbml rankle.xml\n"
    "  rankle-cli export rankle --dose denosumab_depot:60@0x4/182.5 --end 730 \\\n"
    "    --sbml treated.xml\n"
    "  rankle-cli export rankle --scenario denosumab-3-years --sedml denosumab.sedml\n"
    "  rankle-cli export lesson.rankle --omex lesson.omex\n";

typedef struct
{
  RankleRunOptions run;                 /* (owned) */
  char            *sbml, *sedml, *omex; /* (owned) (nullable) */
} ExportOptions;

static void
export_options_clear (ExportOptions *self)
{
  rankle_run_options_clear (&self->run);
  g_free (self->sbml);
  g_free (self->sedml);
  g_free (self->omex);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

/* ---- what is asked ---- */

/* Where rows are and how close they come has no place in what is written. */
static gboolean
check_options (const ExportOptions *self, GError **error)
{
  const struct
  {
    const char *name;
    gboolean    is_given;
  } given[] = {
    { "--every", self->run.every != NULL }, { "--times", self->run.times != NULL },
    { "--as-shown", self->run.as_shown },   { "--rtol", self->run.rtol != NULL },
    { "--atol", self->run.atol != NULL },   { "--hidden", self->run.hidden },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given)
      return rankle_cli_refuse (error, "%s: what is written has rows as the window has",
                                given[i].name);
  if (self->sbml == NULL && self->sedml == NULL && self->omex == NULL)
    return rankle_cli_refuse (error, "--sbml, --sedml or --omex is missing");
  return TRUE;
}

/* A model without anything asked of it. */
static gboolean
is_plain (const ExportOptions *self)
{
  const RankleRunOptions *run = &self->run;

  return self->sedml == NULL && self->omex == NULL && run->scenario == NULL &&
         run->control == NULL && run->set == NULL && run->scale == NULL &&
         run->init == NULL && run->hold == NULL && run->change == NULL &&
         run->dose == NULL && run->infuse == NULL && run->end == NULL &&
         !rankle_cli_is_session (run->model);
}

static RankleSession *
ask_model (const char *command, RankleRunOptions *options, GError **error)
{
  g_autoptr (RankleModel) model = rankle_cli_open_model (command, options->model, error);

  if (model == NULL)
    return NULL;
  options->as_shown = TRUE;
  return rankle_run_options_make_session (options, model, error);
}

static RankleSession *
load_session (const char *command, const RankleRunOptions *options, GError **error)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, error);

  return evidence == NULL ? NULL
                          : rankle_cli_load_session (command, options, evidence, error);
}

static RankleSession *
ask (const char *command, ExportOptions *options, GError **error)
{
  return rankle_cli_is_session (options->run.model)
             ? load_session (command, &options->run, error)
             : ask_model (command, &options->run, error);
}

/* ---- what is written ---- */

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  return rankle_file_replace (path, text, strlen (text), error);
}

static int
export_plain (const char *command, const char *model_argument, const char *path)
{
  g_autoptr (RankleModel) model = NULL;
  g_autofree char *sbml = NULL;
  GError          *error = NULL;

  model = rankle_cli_open_model (command, model_argument, &error);
  if (model == NULL)
    return rankle_cli_fail_input (command, error);
  sbml = rankle_model_to_sbml (model, NULL, &error);
  if (sbml == NULL || !write_text (path, sbml, &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

/* (transfer full): "folder/name" of "folder/name.sedml". */
static char *
dup_stem (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL
             ? g_strdup (path)
             : g_strndup (path, (gsize)(dot - path));
}

/* The models first: SED-ML that is there names models that are. */
static gboolean
write_sedml (const RankleExperiment *experiment, const char *path, GError **error)
{
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = g_path_get_basename (stem);
  g_autofree char *sedml = rankle_experiment_to_sedml (experiment, name);

  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    {
      const RankleExperimentRun *run = rankle_experiment_get_run (experiment, i);
      g_autofree char           *model = rankle_experiment_run_name (run, stem, "xml");

      if (!write_text (model, run->sbml, error))
        return FALSE;
    }
  return write_text (path, sedml, error);
}

static GPtrArray *
run_all (const char *command, const RankleExperiment *experiment, GError **error)
{
  g_autoptr (GPtrArray) runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_trajectory_unref);

  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    {
      RankleTrajectory *trajectory = rankle_cli_run_session (
          rankle_experiment_get_run (experiment, i)->session, error);

      if (trajectory == NULL)
        return NULL;
      rankle_cli_note_ranges (command, trajectory);
      g_ptr_array_add (runs, trajectory);
    }
  return g_steal_pointer (&runs);
}

static gboolean
write_archive (const char             *command,
               const RankleExperiment *experiment,
               const char             *path,
               GError                **error)
{
  g_autoptr (GPtrArray) runs = run_all (command, experiment, error);
  g_autoptr (GBytes) bytes = NULL;

  if (runs != NULL)
    bytes = rankle_archive_write (
        experiment, (const RankleTrajectory *const *)(void *)runs->pdata, error);
  return bytes != NULL && rankle_file_replace (path, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

static int
export_asked (const char *command, ExportOptions *options)
{
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleExperiment) experiment = NULL;
  GError *error = NULL;

  session = ask (command, options, &error);
  if (session == NULL)
    return rankle_cli_fail_input (command, error);
  experiment = rankle_experiment_new (session, &error);
  if (experiment == NULL ||
      (options->sbml != NULL &&
       !write_text (options->sbml, rankle_experiment_get_run (experiment, 0)->sbml,
                    &error)) ||
      (options->sedml != NULL && !write_sedml (experiment, options->sedml, &error)) ||
      (options->omex != NULL &&
       !write_archive (command, experiment, options->omex, &error)))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

int
rankle_cli_export (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (ExportOptions) options = { 0 };

  const GOptionEntry entries[] = {
    { "sbml", 0, 0, G_OPTION_ARG_FILENAME, &options.sbml,
      "Write SBML Level 3 Version 1 to FILE", "FILE" },
    { "sedml", 0, 0, G_OPTION_ARG_FILENAME, &options.sedml,
      "Write SED-ML Level 1 Version 3 to FILE, and its models beside it", "FILE" },
    { "omex", 0, 0, G_OPTION_ARG_FILENAME, &options.omex,
      "Write a COMBINE archive to FILE", "FILE" },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (
      "MODEL --sbml FILE - write a model, or a run of it, for other programs");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  rankle_run_options_add_schedule (&options.run, context);
  rankle_run_options_add_inputs (&options.run, context);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL || !check_options (&options, &error))
    return rankle_cli_fail_input (argv[0], error);
  options.run.model = g_strdup (left[0]);
  return is_plain (&options) ? export_plain (argv[0], left[0], options.sbml)
                             : export_asked (argv[0], &options);
}
