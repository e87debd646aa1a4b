/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-calibrate DATA: fits the default model to the evidence, and writes what came out
 * into DATA/models. What it reads is all in DATA: evidence/, calibration/rankle.json,
 * models/rankle.ant and .json. Not installed; ./dev calibrate runs it. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rankle-calibration.h"
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

/* Both files, or neither. */
static gboolean
write_back (const RankleCalibration *calibration,
            const RankleFit         *fit,
            const File              *model,
            const File              *sidecar,
            GError                 **error)
{
  g_autofree char *new_model =
      rankle_calibration_renew_model (calibration, fit, model->text, error);
  g_autofree char *new_sidecar =
      new_model == NULL
          ? NULL
          : rankle_calibration_renew_sidecar (calibration, fit, sidecar->text, error);

  return new_sidecar != NULL &&
         rankle_file_replace (model->path, new_model, strlen (new_model), error) &&
         rankle_file_replace (sidecar->path, new_sidecar, strlen (new_sidecar), error);
}

static gboolean
calibrate (const char *data, GError **error)
{
  g_auto (File) text = { 0 };
  g_auto (File) sidecar = { 0 };
  g_auto (File) plan = { 0 };
  g_autofree char *evidence_folder = g_build_filename (data, "evidence", NULL);
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleCalibration) calibration = NULL;
  RankleFit fit = { 0 };
  gboolean  done;

  if (!read_file (&text, data, "models", ".ant", error) ||
      !read_file (&sidecar, data, "models", ".json", error) ||
      !read_file (&plan, data, "calibration", ".json", error))
    return FALSE;
  model = rankle_model_new_from_antimony (text.text, -1, text.path, sidecar.text, error);
  if (model != NULL)
    evidence = rankle_evidence_file_load (evidence_folder, error);
  if (evidence != NULL)
    calibration = rankle_calibration_new (model, evidence, plan.text, plan.path, error);
  if (calibration == NULL || !rankle_fit_run (calibration, tell_step, NULL, &fit, error))
    return FALSE;
  print_result (calibration, &fit);
  done = write_back (calibration, &fit, &text, &sidecar, error);
  rankle_fit_clear (&fit);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      fputs ("rankle-calibrate: give it the folder data/\n", stderr);
      return 2;
    }
  if (calibrate (argv[1], &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "rankle-calibrate: %s\n", error->message);
  return EXIT_FAILURE;
}
