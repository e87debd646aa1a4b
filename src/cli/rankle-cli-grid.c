/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All protocols are made before the first run, so that a grid which leads where a model
 * cannot be asked is refused at once. Runs are begun by schedule, those that dose, change
 * and report at the same times one after another, and written in the order of the
 * cells. */

#include <math.h>
#include <stdio.h>

#include "rankle-cli-batch.h"
#include "rankle-cli-grid-private.h"
#include "rankle-cli-model.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"

#define CELLS_MAX 100000

static void
grid_clear (RankleGrid *self)
{
  for (guint i = 0; self->protocols != NULL && i < self->n_cells; i++)
    g_clear_pointer (&self->protocols[i], rankle_protocol_unref);
  for (guint i = 0; self->errors != NULL && i < self->n_cells; i++)
    g_clear_error (&self->errors[i]);
  for (guint k = 0; k < RANKLE_GRID_AXES_MAX; k++)
    rankle_axis_clear (&self->axes[k]);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->first, rankle_protocol_unref);
  g_clear_pointer (&self->question, rankle_question_unref);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_free (self->protocols);
  g_free (self->order);
  g_free (self->values);
  g_free (self->errors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleGrid, grid_clear)

/* ---- what is asked ---- */

static gboolean
read_axes (RankleGrid *self, GError **error)
{
  guint n = g_strv_length (self->options->grid);

  if (n > RANKLE_GRID_AXES_MAX)
    return rankle_cli_refuse (error, "--grid: at most %d, and there are %u",
                              RANKLE_GRID_AXES_MAX, n);
  self->n_cells = 1;
  for (self->n_axes = 0; self->n_axes < n; self->n_axes++)
    {
      RankleAxis *axis = &self->axes[self->n_axes];

      if (!rankle_cli_parse_axis (self->options->grid[self->n_axes], self->model, axis,
                                  error))
        return FALSE;
      if (self->n_axes > 0 && g_str_equal (axis->id, self->axes[0].id))
        return rankle_cli_refuse (error, "--grid: both are of “%s”", axis->id);
      self->n_cells *= axis->n_values;
    }
  if (self->n_cells > CELLS_MAX)
    return rankle_cli_refuse (error, "--grid: %u cells are more than %d", self->n_cells,
                              CELLS_MAX);
  return TRUE;
}

/* Each column of a plot, once, at the end. */
static void
add_panel_figures (RankleGrid *self)
{
  for (guint i = 0; i < rankle_model_get_n_panels (self->model); i++)
    for (guint k = 0; k < rankle_model_get_panel (self->model, i)->n_columns; k++)
      {
        RankleFigure figure = { .kind = RANKLE_FIGURE_END };
        gboolean     seen = FALSE;

        figure.column = rankle_model_get_panel (self->model, i)->columns[k];
        for (guint j = 0; j < self->figures->len; j++)
          seen |= _rankle_grid_get_figure (self, j)->column == figure.column;
        if (!seen)
          g_array_append_val (self->figures, figure);
      }
}

static gboolean
read_figures (RankleGrid *self, GError **error)
{
  self->figures = g_array_new (FALSE, FALSE, sizeof (RankleFigure));
  for (char **text = self->options->measures; text != NULL && *text != NULL; text++)
    {
      RankleFigure figure = { 0 };

      if (!rankle_cli_parse_figure (*text, self->model, self->options->run->hidden,
                                    &figure, error))
        return FALSE;
      g_array_append_val (self->figures, figure);
    }
  if (self->options->measures == NULL)
    add_panel_figures (self);
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static gboolean
check_within (const double *times, guint n, double time, GError **error)
{
  if (time >= times[0] && time <= times[n - 1])
    return TRUE;
  return rankle_cli_refuse (error,
                            "--measure: %.15g is not within the run, %.15g to %.15g",
                            time, times[0], times[n - 1]);
}

/* The rows of @protocol, and those at which something is measured: the run itself does
 * not depend on where its rows are. */
static gboolean
add_measured_times (const RankleGrid *self, RankleProtocol *protocol, GError **error)
{
  guint         n, kept = 0;
  const double *times = rankle_protocol_get_times (protocol, &n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  double *sorted;

  g_array_append_vals (all, times, n);
  for (guint k = 0; k < self->figures->len; k++)
    if (_rankle_grid_get_figure (self, k)->kind == RANKLE_FIGURE_AT)
      {
        if (!check_within (times, n, _rankle_grid_get_figure (self, k)->time, error))
          return FALSE;
        g_array_append_val (all, _rankle_grid_get_figure (self, k)->time);
      }
  g_array_sort (all, compare_numbers);
  sorted = (double *)(void *)all->data;
  for (guint i = 0; i < all->len; i++)
    if (kept == 0 || sorted[i] > sorted[kept - 1])
      sorted[kept++] = sorted[i];
  rankle_protocol_set_times (protocol, sorted, kept);
  return TRUE;
}

static gboolean
put_axes (const RankleGrid *self, guint cell, RankleScenario *scenario, GError **error)
{
  for (guint k = 0; k < self->n_axes; k++)
    if (!rankle_axis_put (&self->axes[k], _rankle_grid_get_index (self, cell, k),
                          scenario))
      return rankle_cli_refuse (error, "“%s” is a state, and no dose is given into it",
                                self->axes[k].id);
  return TRUE;
}

/* (transfer full): as "simulate" makes it of the same options. */
static RankleProtocol *
ask_plainly (const RankleGrid *self, guint cell, GError **error)
{
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_copy (rankle_question_get_scenario (self->question));
  g_autoptr (RankleQuestion) question = NULL;
  g_autofree char *where = _rankle_grid_describe_cell (self, cell);
  RankleProtocol  *protocol = NULL;

  if (put_axes (self, cell, scenario, error))
    {
      question = rankle_question_with_scenario (self->question, scenario);
      protocol = rankle_question_make_protocol (question, error);
    }
  if (protocol == NULL)
    g_prefix_error (error, "--grid: at %s: ", where);
  return protocol;
}

/* (transfer full): with a row at each time that is measured. @plain (nullable). */
static RankleProtocol *
measure_all (const RankleGrid *self, RankleProtocol *plain, GError **error)
{
  g_autoptr (RankleProtocol) protocol = NULL;

  if (plain == NULL)
    return NULL;
  protocol = rankle_protocol_copy (plain);
  if (!add_measured_times (self, protocol, error))
    return NULL;
  rankle_protocol_seal (protocol);
  return g_steal_pointer (&protocol);
}

static RankleProtocol *
ask_cell (const RankleGrid *self, guint cell, GError **error)
{
  g_autoptr (RankleProtocol) plain = ask_plainly (self, cell, error);

  return measure_all (self, plain, error);
}

RankleProtocol *
_rankle_grid_ask_neutral (const RankleGrid *self, GError **error)
{
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("", "", "");
  g_autoptr (RankleQuestion) question =
      rankle_question_with_scenario (self->question, nothing);
  g_autoptr (RankleProtocol) plain = rankle_question_make_protocol (question, error);

  return measure_all (self, plain, error);
}

static gboolean
ask_cells (RankleGrid *self, GError **error)
{
  self->protocols = g_new0 (RankleProtocol *, self->n_cells);
  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      self->protocols[cell] = ask_cell (self, cell, error);
      if (self->protocols[cell] == NULL)
        return FALSE;
    }
  self->first = rankle_protocol_ref (self->protocols[0]);
  return TRUE;
}

/* ---- the runs ---- */

static int
compare_events (const RankleProtocol *a, const RankleProtocol *b)
{
  guint              n_a, n_b;
  const RankleEvent *x = rankle_protocol_get_events (a, &n_a);
  const RankleEvent *y = rankle_protocol_get_events (b, &n_b);

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (x[i].time < y[i].time || x[i].time > y[i].time)
      return x[i].time < y[i].time ? -1 : 1;
    else if (x[i].kind != y[i].kind)
      return x[i].kind < y[i].kind ? -1 : 1;
    else if (x[i].target != y[i].target)
      return x[i].target < y[i].target ? -1 : 1;
  return (n_a > n_b) - (n_a < n_b);
}

/* By schedule; those of one schedule stay as they were. */
static int
compare_runs (gconstpointer a, gconstpointer b, gpointer data)
{
  const RankleGrid *self = data;
  guint             x = *(const guint *)a, y = *(const guint *)b;
  int               order = compare_events (self->protocols[x], self->protocols[y]);

  return order != 0 ? order : (x > y) - (x < y);
}

static void
set_order (RankleGrid *self)
{
  self->order = g_new (guint, self->n_cells);
  for (guint i = 0; i < self->n_cells; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int)self->n_cells, sizeof *self->order, compare_runs,
                     self);
}

static RankleProtocol *
make_cb (guint run, gpointer data)
{
  RankleGrid *self = data;

  return g_steal_pointer (&self->protocols[self->order[run]]);
}

static void
take_cb (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  RankleGrid *self = data;
  guint       cell = self->order[run], n = self->figures->len;

  if (trajectory == NULL)
    self->errors[cell] = g_error_copy (error);
  for (guint k = 0; k < n; k++)
    self->values[(gsize)cell * n + k] =
        trajectory != NULL
            ? rankle_figure_take (_rankle_grid_get_figure (self, k), trajectory)
            : (double)NAN;
}

static void
run_cells (RankleGrid *self, const char *command)
{
  gint64 begin = g_get_monotonic_time ();
  double seconds;

  set_order (self);
  self->values = g_new0 (double, (gsize)self->n_cells * self->figures->len + 1);
  self->errors = g_new0 (GError *, self->n_cells);
  rankle_cli_run_batch (command, self->options->n_threads, self->n_cells, make_cb,
                        take_cb, self);
  seconds = (double)(g_get_monotonic_time () - begin) * 1e-6;
  if (self->options->stats)
    fprintf (stderr, "runs %u, threads %u, wall %.3f s, %.0f runs/s\n", self->n_cells,
             self->options->n_threads, seconds, self->n_cells / seconds);
}

int
rankle_cli_run_grid (const char *command, const RankleGridOptions *options)
{
  g_auto (RankleGrid) self = { .options = options };
  GError *error = NULL;
  guint   n_failed;
  int     status = RANKLE_EXIT_OK;

  self.model = rankle_cli_load_model (options->run->model, &error);
  if (self.model != NULL)
    self.question =
        rankle_run_options_make_question (options->run, self.model, TRUE, &error);
  if (self.question == NULL || !read_axes (&self, &error) ||
      !read_figures (&self, &error) || !_rankle_grid_check_map (&self, &error) ||
      !ask_cells (&self, &error))
    return rankle_cli_fail_input (command, error);
  run_cells (&self, command);
  n_failed = _rankle_grid_tell_failures (&self, command);
  if (n_failed == self.n_cells)
    return RANKLE_EXIT_FAILED;
  if (options->map == NULL || options->out != NULL)
    status = _rankle_grid_write (&self, command);
  if (options->map != NULL && status == RANKLE_EXIT_OK)
    status = _rankle_grid_write_map (&self, command);
  return n_failed > 0 && !options->keep_going ? RANKLE_EXIT_FAILED : status;
}
