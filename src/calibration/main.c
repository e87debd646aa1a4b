/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-calibrate DATA: fits the default model to the evidence, and writes what came out
 * into DATA/models. What it reads is all in DATA: evidence/, calibration/rankle.json,
 * models/rankle.ant and .json. Both files are renewed, or neither. It ends with 0 when
 * they are, 1 when there is no result, and 2 when what it reads is not right.
 *
 *   --profile     how far each number can go with the others fitted anew
 *   --starts N    from how many of N starts the search ends in the same place
 *   --leave-out   what the fit is without each study
 *
 * With any of these it fits, tells, and writes nothing. Not installed; ./dev calibrate
 * runs it. */

#include <stdio.h>
#include <stdlib.h>

#include "rankle-calibration-doubt.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-model-file.h"

#define MODEL      "rankle"
#define MOST_BYTES (4 * 1024 * 1024)

typedef struct
{
  char *path;
  char *text;
  gsize length;
} File;

static void
file_clear (File *file)
{
  g_free (file->path);
  g_free (file->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static gboolean
read_file (
    File *file, const char *data, const char *folder, const char *end, GError **error)
{
  g_autofree char *name = g_strconcat (MODEL, end, NULL);

  file->path = g_build_filename (data, folder, name, NULL);
  return rankle_file_read (file->path, MOST_BYTES, &file->text, &file->length, error);
}

static void
tell_step (guint step, double cost, gpointer data)
{
  printf ("step %u: cost %.6f\n", step, cost);
  fflush (stdout);
}

static void
print_result (const RankleCalibration *calibration, const RankleFit *fit)
{
  printf ("%s after %u steps, cost %.6f\n", fit->converged ? "at rest" : "NOT AT REST",
          fit->steps, fit->cost);
  for (guint i = 0; i < rankle_calibration_get_n_parameters (calibration); i++)
    {
      const RankleFittedParameter *p =
          &g_array_index (calibration->parameters, RankleFittedParameter, i);

      printf ("%-24s %-12.6g x/%-8.3g start %g, from %g to %g\n", p->id, fit->values[i],
              fit->uncertainties[i], p->start, p->lower, p->upper);
    }
}

static const RankleFittedParameter *
get_parameter (const RankleCalibration *calibration, guint i)
{
  return &g_array_index (calibration->parameters, RankleFittedParameter, i);
}

/* ---- what is asked besides ---- */

typedef struct
{
  gboolean profile, leave_out;
  int      starts; /* 0: none */
} Questions;

static gboolean
asks_anything (const Questions *questions)
{
  return questions->profile || questions->leave_out || questions->starts > 0;
}

static const char *
describe_open (const RankleProfile *profile)
{
  if (profile->open_below && profile->open_above)
    return "  FLAT";
  return profile->open_below ? "  OPEN BELOW" : profile->open_above ? "  OPEN ABOVE" : "";
}

static void
print_profile (const RankleFittedParameter *p, double best, const RankleProfile *profile)
{
  printf ("%-24s %-12.6g %s%.4g to %.4g%s (x%.2f to x%.2f)%s\n", p->id, best,
          profile->open_below ? "bound " : "", profile->lower, profile->upper,
          profile->open_above ? " bound" : "", profile->lower / best,
          profile->upper / best, describe_open (profile));
  if (profile->fall > 0.01)
    printf ("  on the way the cost fell by %.3f: the best is none\n", profile->fall);
  fflush (stdout);
}

static void
tell_profiles (const RankleCalibration *calibration, const RankleFit *best)
{
  guint n = rankle_calibration_get_n_parameters (calibration);
  g_autoptr (GString) flat = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);

  puts ("\nprofiles: where the cost rises by 1.92, all others fitted anew");
  for (guint i = 0; i < n; i++)
    {
      RankleProfile profile = rankle_calibration_profile (calibration, best, i);

      print_profile (get_parameter (calibration, i), best->values[i], &profile);
      if (profile.open_below || profile.open_above)
        g_string_append_printf (profile.open_below && profile.open_above ? flat : open,
                                " %s", get_parameter (calibration, i)->id);
    }
  printf ("flat:%s\nopen on one side:%s\n", flat->len > 0 ? flat->str : " none",
          open->len > 0 ? open->str : " none");
}

static void
tell_starts (const RankleCalibration *calibration, const RankleFit *best, guint n)
{
  guint  same = 0;
  double lowest = best->cost;

  printf ("\nstarts: thrown between the bounds; the same is within 1 %% of the cost and "
          "5 %% of each value\nthat is known within a factor of two\n");
  for (guint i = 0; i < n; i++)
    {
      RankleStart start = rankle_calibration_try_start (calibration, best, i);

      printf ("start %u: cost %.6f%s\n", i + 1, start.cost,
              start.same  ? ", the same"
              : start.ran ? ""
                          : ", NOT AT REST");
      fflush (stdout);
      same += start.same;
      lowest = start.ran ? MIN (lowest, start.cost) : lowest;
    }
  printf ("the same optimum in %u of %u; lowest cost %.6f, the fit's %.6f\n", same, n,
          lowest, best->cost);
}

static void
print_left_out (const RankleCalibration *calibration,
                const char              *study,
                const double            *before,
                const RankleFit         *fit)
{
  g_autofree double *after =
      rankle_calibration_list_deviations (calibration, fit->values);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (calibration->evidence, &n);

  printf ("%s: cost of the rest %.4f%s\n", study, fit->cost,
          fit->converged ? "" : ", NOT AT REST");
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].study, study))
      printf ("  %s, %s %s at %g: deviation %+.2f, with it %+.2f\n", rows[i].arm,
              rows[i].observable, rankle_measure_to_string (rows[i].measure),
              rows[i].time, after[i], before[i]);
  fflush (stdout);
}

static void
tell_left_out (RankleCalibration *calibration, const RankleFit *best)
{
  g_autoptr (GPtrArray) studies = rankle_calibration_list_studies (calibration);
  g_autofree double *before =
      rankle_calibration_list_deviations (calibration, best->values);

  puts ("\neach study left out: its rows' deviation then, in half-widths");
  for (guint i = 0; i < studies->len; i++)
    {
      const char *study = g_ptr_array_index (studies, i);
      RankleFit   fit = { 0 };

      if (rankle_calibration_leave_out (calibration, best, study, &fit))
        print_left_out (calibration, study, before, &fit);
      else
        printf ("%s: the model does not run\n", study);
      rankle_fit_clear (&fit);
    }
}

/* Of a search that did not end there is nothing to be told. */
static gboolean
tell_all (RankleCalibration *calibration,
          const RankleFit   *fit,
          const Questions   *questions,
          GError           **error)
{
  if (!fit->converged)
    {
      g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RESULT,
                   "not at rest after %u steps: nothing can be told", fit->steps);
      return FALSE;
    }
  if (questions->profile)
    tell_profiles (calibration, fit);
  if (questions->starts > 0)
    tell_starts (calibration, fit, (guint)questions->starts);
  if (questions->leave_out)
    tell_left_out (calibration, fit);
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
fit_and_tell (RankleCalibration *calibration,
              const File        *model,
              const File        *sidecar,
              const Questions   *questions,
              GError           **error)
{
  RankleModelTexts texts = { .model_path = model->path,
                             .model = model->text,
                             .sidecar_path = sidecar->path,
                             .sidecar = sidecar->text };
  RankleFit        fit = { 0 };
  gboolean         done;

  if (!rankle_fit_run (calibration, tell_step, NULL, &fit, error))
    return FALSE;
  print_result (calibration, &fit);
  if (asks_anything (questions))
    done = tell_all (calibration, &fit, questions, error);
  else
    done = rankle_calibration_write (calibration, &fit, &texts, error);
  if (done && !asks_anything (questions))
    printf ("rankle-calibrate: %u values are in %s, how well each is known in %s\n",
            rankle_calibration_get_n_parameters (calibration), model->path,
            sidecar->path);
  rankle_fit_clear (&fit);
  return done;
}

/* What it ends with. */
static int
calibrate (const char *data, const Questions *questions, GError **error)
{
  g_auto (File) text = { 0 };
  g_auto (File) sidecar = { 0 };
  g_auto (File) plan = { 0 };
  g_autofree char *evidence_folder = g_build_filename (data, "evidence", NULL);
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleCalibration) calibration = NULL;

  if (!read_file (&text, data, "models", ".ant", error) ||
      !read_file (&sidecar, data, "models", ".json", error) ||
      !read_file (&plan, data, "calibration", ".json", error))
    return 2;
  model = rankle_model_new_from_antimony (text.text, -1, text.path, sidecar.text, error);
  if (model != NULL)
    evidence = rankle_evidence_file_load (evidence_folder, error);
  if (evidence != NULL)
    calibration = rankle_calibration_new (model, evidence, plan.text, plan.path, error);
  if (calibration == NULL)
    return 2;
  return fit_and_tell (calibration, &text, &sidecar, questions, error) ? EXIT_SUCCESS
                                                                       : EXIT_FAILURE;
}

/* FALSE: with a word that is none of ours, or without the folder. */
static gboolean
parse (int *argc, char ***argv, Questions *questions, GError **error)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_NONE, &questions->profile,
      "Tell how far each number can go", NULL },
    { "starts", 0, 0, G_OPTION_ARG_INT, &questions->starts,
      "Tell from how many of N starts the same comes out", "N" },
    { "leave-out", 0, 0, G_OPTION_ARG_NONE, &questions->leave_out,
      "Tell what comes out without each study", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DATA");

  questions->starts = -1;
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc != 2)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "give it the folder data/, and nothing else");
  else if (questions->starts == 0 || questions->starts < -1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "--starts must be 1 or more");
  return *argc == 2 && (questions->starts == -1 || questions->starts > 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Questions questions = { 0 };
  int       status;

  status = parse (&argc, &argv, &questions, &error)
               ? calibrate (argv[1], &questions, &error)
               : 2;
  if (status != EXIT_SUCCESS)
    fprintf (stderr, "rankle-calibrate: %s\n", error->message);
  return status;
}
