/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run as a table: which columns, in what, with which other runs. */

#include "rankle-cli-write.h"

#include <math.h>

#include "rankle-cli-session.h"
#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-file.h"
#include "rankle-integrator.h"
#include "rankle-measures-table.h"

void
rankle_write_options_clear (RankleWriteOptions *self)
{
  g_clear_pointer (&self->quantities, g_strfreev);
  g_clear_pointer (&self->out, g_free);
}

void
rankle_write_options_add (RankleWriteOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "quantity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->quantities,
      "Write this column, and none that is not named (repeatable)", "ID" },
    { "percent", 0, 0, G_OPTION_ARG_NONE, &self->percent,
      "Write percents of the baseline run at the same time", NULL },
    { "runs", 0, 0, G_OPTION_ARG_NONE, &self->runs,
      "Write the runs that a session keeps, too", NULL },
    { "no-comments", 0, 0, G_OPTION_ARG_NONE, &self->no_comments,
      "Leave out the lines that begin with #", NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &self->out, "Write to FILE instead of stdout",
      "FILE" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

gboolean
rankle_write_options_check (const RankleWriteOptions *self,
                            const RankleModel        *model,
                            gboolean                  hidden,
                            GError                  **error)
{
  for (char **id = self->quantities; id != NULL && *id != NULL; id++)
    if (!rankle_cli_check_column (model, "--quantity", *id, hidden, error))
      return FALSE;
  return TRUE;
}

/* ---- percents ---- */

/* @run's model with every control neutral, with the same rows. */
static RankleTrajectory *
run_baseline (const RankleTrajectory *run, GError **error)
{
  const RankleProtocol *asked = rankle_trajectory_get_protocol (run);
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("", "", "");
  g_autoptr (RankleQuestion) question =
      rankle_question_new (rankle_trajectory_get_model (run), nothing);
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  guint         n;
  const double *times = rankle_protocol_get_times (asked, &n);

  rankle_question_set_times (question, times, n);
  rankle_question_set_tolerances (question,
                                  rankle_protocol_get_relative_tolerance (asked),
                                  rankle_protocol_get_absolute_tolerance (asked));
  rankle_question_set_hidden (question, rankle_protocol_get_hidden (asked));
  protocol = rankle_question_make_protocol (question, error);
  return protocol == NULL ? NULL
                          : rankle_integrator_run (integrator, protocol, NULL, error);
}

static gboolean
is_nothing_once (const RankleTrajectory *baseline, guint column)
{
  const double *values = rankle_trajectory_get_shown (baseline, column);
  double        floor = rankle_trajectory_get_floor (baseline, column);

  for (guint i = 0; i < rankle_trajectory_get_n_times (baseline); i++)
    if (!(fabs (values[i]) > floor))
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): why there are no percents of it; NULL: there are. */
static char *
dup_objection (const RankleTrajectory *baseline, guint column)
{
  const RankleQuantity *quantity =
      rankle_model_get_column (rankle_trajectory_get_model (baseline), column);

  if (rankle_quantity_is_percent (quantity))
    return g_strdup_printf ("%s is in %s already", quantity->id, quantity->unit);
  if (quantity->shade > 0 || quantity->min < 0)
    return g_strdup_printf ("%s may be below 0, and has no percents", quantity->id);
  if (is_nothing_once (baseline, column))
    return g_strdup_printf ("%s is nothing in the baseline run", quantity->id);
  return NULL;
}

/* ---- columns ---- */

/* (transfer full): guint */
static GArray *
list_asked (const RankleTrajectory *run, const RankleWriteOptions *options)
{
  RankleModel *model = rankle_trajectory_get_model (run);
  GArray      *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint        n = options->quantities != NULL ? g_strv_length (options->quantities)
                                               : rankle_trajectory_get_n_columns (run);

  for (guint i = 0; i < n; i++)
    {
      guint column =
          options->quantities != NULL
              ? (guint)rankle_model_find_full_column (model, options->quantities[i])
              : i;

      g_array_append_val (columns, column);
    }
  return columns;
}

/* What has no percents is refused where it was asked for by name, else left out and said
 * so in @notes. */
static gboolean
leave_out (GArray                   *columns,
           const RankleTrajectory   *baseline,
           const RankleWriteOptions *options,
           GPtrArray                *notes,
           GError                  **error)
{
  for (guint i = 0; i < columns->len;)
    {
      g_autofree char *objection =
          dup_objection (baseline, g_array_index (columns, guint, i));

      if (objection == NULL)
        {
          i++;
          continue;
        }
      if (options->quantities != NULL)
        return rankle_cli_refuse (error, "--percent: %s", objection);
      g_ptr_array_add (notes, g_strdup_printf ("left out: %s", objection));
      g_array_remove_index (columns, i);
    }
  return columns->len > 0 || rankle_cli_refuse (error, "--percent: no column has any");
}

/* ---- runs ---- */

/* A run of another model has other columns. */
static gboolean
append_kept (GString             *text,
             const char          *command,
             const RankleSession *session,
             RankleKeptRun       *kept,
             RankleCsvLook        look,
             GError             **error)
{
  RankleModel *model = rankle_kept_run_get_model (kept);
  g_autoptr (RankleSession) alone = NULL;
  g_autoptr (RankleTrajectory) run = NULL;
  g_autoptr (RankleTrajectory) baseline = NULL;

  look.run = rankle_kept_run_get_name (kept);
  if (model != rankle_session_get_model (session))
    {
      g_autofree char *line =
          g_strdup_printf ("note: run “%s” is left out: it is of model “%s”", look.run,
                           rankle_model_get_id (model));

      rankle_cli_print_error (command, line);
      return TRUE;
    }
  alone = rankle_session_new_of_kept (session, kept);
  run = rankle_cli_run_session (alone, error);
  if (run != NULL)
    baseline = run_baseline (run, error);
  if (baseline == NULL)
    {
      g_prefix_error (error, "run “%s”: ", look.run);
      return FALSE;
    }
  if (look.baseline != NULL)
    look.baseline = baseline;
  rankle_csv_append_rows (text, run, &look);
  return TRUE;
}

static gboolean
append_all_kept (GString             *text,
                 const char          *command,
                 const RankleSession *session,
                 const RankleCsvLook *look,
                 GError             **error)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  for (guint i = 0; i < n; i++)
    if (!append_kept (text, command, session, kept[i], *look, error))
      return FALSE;
  return TRUE;
}

/* ---- out ---- */

static int
write_text (const char *command, const GString *text, const char *path)
{
  GError *error = NULL;

  if (path == NULL)
    return rankle_cli_print (command, text->str, text->len);
  if (!rankle_file_replace (path, text->str, text->len, &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

/* (transfer full): for more lines to be added. */
static GPtrArray *
copy_notes (const char *const *notes)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (; notes != NULL && *notes != NULL; notes++)
    g_ptr_array_add (copy, g_strdup (*notes));
  return copy;
}

int
rankle_cli_write_run (const char               *command,
                      const RankleTrajectory   *run,
                      const RankleSession      *session,
                      const char *const        *notes,
                      const RankleWriteOptions *options)
{
  g_autoptr (GArray) columns = list_asked (run, options);
  g_autoptr (GPtrArray) lines = copy_notes (notes);
  g_autoptr (RankleTrajectory) baseline = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  RankleCsvLook look = { .run = options->runs ? RANKLE_MEASURES_NOW : NULL };
  GError       *error = NULL;

  if (options->percent)
    {
      baseline = run_baseline (run, &error);
      if (baseline == NULL)
        return rankle_cli_fail (command, error);
      if (!leave_out (columns, baseline, options, lines, &error))
        return rankle_cli_fail_input (command, error);
    }
  g_ptr_array_add (lines, NULL);
  look.columns = (const guint *)(void *)columns->data;
  look.n_columns = columns->len;
  look.baseline = baseline;
  rankle_csv_append_head (
      text, run, options->no_comments ? NULL : (const char *const *)lines->pdata, &look);
  rankle_csv_append_rows (text, run, &look);
  if (options->runs && !append_all_kept (text, command, session, &look, &error))
    return rankle_cli_fail (command, error);
  return write_text (command, text, options->out);
}
