/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-calibrate DATA: fits the default model to the evidence, and writes what came out
 * into DATA/models. What it reads is all in DATA: evidence/, calibration/rankle.json,
 * models/rankle.ant and .json. Both files are renewed, or neither. It ends with 0 when
 * they are, 1 when there is no result, and 2 when what it reads is not right. Not
 * installed; ./dev calibrate runs it. */

#include <stdio.h>
#include <stdlib.h>

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

static gboolean
fit_and_write (const RankleCalibration *calibration,
               const File              *model,
               const File              *sidecar,
               GError                 **error)
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
  done = rankle_calibration_write (calibration, &fit, &texts, error);
  if (done)
    printf ("rankle-calibrate: %u values are in %s, how well each is known in %s\n",
            rankle_calibration_get_n_parameters (calibration), model->path,
            sidecar->path);
  rankle_fit_clear (&fit);
  return done;
}

/* What it ends with. */
static int
calibrate (const char *data, GError **error)
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
  return fit_and_write (calibration, &text, &sidecar, error) ? EXIT_SUCCESS
                                                             : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (argc != 2)
    {
      fputs ("rankle-calibrate: give it the folder data/\n", stderr);
      return 2;
    }
  status = calibrate (argv[1], &error);
  if (status != EXIT_SUCCESS)
    fprintf (stderr, "rankle-calibrate: %s\n", error->message);
  return status;
}
