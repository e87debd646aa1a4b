/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A result is in two files, which must agree: the model's values and the sidecar's
 * uncertainties. */

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "rankle-calibration.h"
#include "rankle-model-file.h"

static gboolean
check_fit (const RankleCalibration *self, const RankleFit *fit, GError **error)
{
  if (!fit->converged)
    {
      g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RESULT,
                   "not at rest after %u steps: nothing was written", fit->steps);
      return FALSE;
    }
  for (guint i = 0; i < self->parameters->len; i++)
    if (!isfinite (fit->values[i]) || !isfinite (fit->uncertainties[i]) ||
        fit->uncertainties[i] < 1)
      {
        g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RESULT,
                     "it cannot be told how well %s is known: nothing was written",
                     g_array_index (self->parameters, RankleFittedParameter, i).id);
        return FALSE;
      }
  return TRUE;
}

/* What would be written must be a model. */
static gboolean
check_texts (const RankleModelTexts *texts,
             const char             *model,
             const char             *sidecar,
             GError                **error)
{
  g_autoptr (RankleModel) read =
      rankle_model_new_from_antimony (model, -1, texts->model_path, sidecar, error);

  return read != NULL;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  int reason;

  if (g_rename (from, to) == 0)
    return TRUE;
  reason = errno;
  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (reason), "%s: %s", to,
               g_strerror (reason));
  return FALSE;
}

/* With both texts on the disk little can go wrong; and what still does is undone. */
static gboolean
move_both (const RankleModelTexts *texts,
           const char             *new_model,
           const char             *new_sidecar,
           GError                **error)
{
  g_autoptr (GError) again = NULL;

  if (!move (new_model, texts->model_path, error))
    return FALSE;
  if (move (new_sidecar, texts->sidecar_path, error))
    return TRUE;
  if (!g_file_set_contents (texts->model_path, texts->model, -1, &again))
    g_prefix_error (error,
                    "%s is renewed and the other file is not (%s): ", texts->model_path,
                    again->message);
  return FALSE;
}

static gboolean
write_both (const RankleModelTexts *texts,
            const char             *model,
            const char             *sidecar,
            GError                **error)
{
  g_autofree char *new_model = g_strconcat (texts->model_path, ".new", NULL);
  g_autofree char *new_sidecar = g_strconcat (texts->sidecar_path, ".new", NULL);
  gboolean         done = g_file_set_contents (new_model, model, -1, error) &&
                  g_file_set_contents (new_sidecar, sidecar, -1, error) &&
                  move_both (texts, new_model, new_sidecar, error);

  if (!done)
    {
      g_unlink (new_model);
      g_unlink (new_sidecar);
    }
  return done;
}

gboolean
rankle_calibration_write (const RankleCalibration *self,
                          const RankleFit         *fit,
                          const RankleModelTexts  *texts,
                          GError                 **error)
{
  g_autofree char *model = NULL;
  g_autofree char *sidecar = NULL;

  g_assert (texts->model != NULL && texts->sidecar != NULL);
  if (!check_fit (self, fit, error))
    return FALSE;
  model = rankle_calibration_renew_model (self, fit, texts->model, error);
  if (model != NULL)
    sidecar = rankle_calibration_renew_sidecar (self, fit, texts->sidecar, error);
  return sidecar != NULL && check_texts (texts, model, sidecar, error) &&
         write_both (texts, model, sidecar, error);
}
