/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-explorer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-workspace.h"

/* What the explorer shows of a model that comes without a sidecar: a control for every
 * parameter that has a number of its own, and its columns in panels of one unit each,
 * states first. */

#define DECADE       10.0
#define LOG_STEP     1.0592537251772889 /* forty to a decade */
#define LINEAR_STEPS 40.0
#define DIGITS       4

#define FAR        1e6 /* time units */
#define AFTERWARDS 1.25

#define MAX_PANELS 6
#define MAX_LINES  6

/* ---- controls ---- */

/* A compartment of size 1 is there because SBML asks for one. */
static gboolean
is_mere_place (const RankleQuantity *parameter)
{
  return parameter->is_place && fabs (parameter->value - 1) <= 0;
}

/* A tenth of the default to ten times it, and off; around 0 there is no such scale. */
static void
choose_range (RankleControl *control, double value)
{
  double size = fabs (value) > 0 ? fabs (value) : 1;

  g_assert (isfinite (value));

  control->neutral = control->start = value;
  if (value > 0)
    {
      control->scale = RANKLE_SCALE_LOG;
      control->min = value / DECADE;
      control->max = value * DECADE;
      control->step = LOG_STEP;
      control->can_be_off = TRUE;
      return;
    }
  control->scale = RANKLE_SCALE_LINEAR;
  control->min = value < 0 ? DECADE * value : 0;
  control->max = value < 0 ? 0 : size;
  control->step = (control->max - control->min) / LINEAR_STEPS;
}

static void
add_controls (RankleModel *model)
{
  model->controls = g_new0 (RankleControl, model->n_parameters + 1);
  for (guint i = 0; i < model->n_parameters; i++)
    {
      const RankleQuantity *parameter = &model->parameters[i];
      RankleControl         control;

      if (parameter->derived || !isfinite (parameter->value) || is_mere_place (parameter))
        continue;
      control = (RankleControl){ .id = parameter->id,
                                 .label = parameter->label,
                                 .unit = parameter->unit == NULL ? "" : parameter->unit,
                                 .description = parameter->description,
                                 .role = RANKLE_CONTROL_PARAMETER,
                                 .parameter = i,
                                 .factor = 1,
                                 .display_factor = 1,
                                 .display_digits = DIGITS };
      choose_range (&control, parameter->value);
      g_assert (control.min < control.max && control.step > 0);
      rankle_model_add_control (model, &control);
    }
}

/* ---- panels ---- */

static const char *
get_unit (const RankleModel *model, guint column)
{
  const char *unit = rankle_model_get_column (model, column)->unit;

  return unit == NULL ? "" : unit;
}

static RanklePanel *
open_panel (RankleModel *model, const char *unit)
{
  RanklePanel *panel = &model->panels[model->n_panels++];

  g_assert (model->n_panels <= MAX_PANELS);

  panel->id = panel->unit = unit;
  panel->columns = g_new0 (guint, MAX_LINES);
  panel->include_zero = TRUE;
  panel->reference = (double)NAN;
  return panel;
}

/* A panel of one line is called by its line. */
static void
name_panel (RankleModel *model, RanklePanel *panel)
{
  g_assert (panel->n_columns > 0 && panel->n_columns <= MAX_LINES);

  if (panel->n_columns == 1)
    panel->title = rankle_model_get_column (model, panel->columns[0])->label;
  else
    panel->title = panel->columns[0] < model->n_states ? _ ("States") : _ ("Observables");
}

/* (transfer full): how large each column is at the start. */
static double *
measure_columns (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  double *sizes = g_new0 (double, model->n_states + model->n_observables + 1);

  rankle_workspace_get_initial (workspace, sizes);
  rankle_workspace_observables (workspace, 0, sizes, sizes + model->n_states);
  for (guint i = 0; i < model->n_states + model->n_observables; i++)
    sizes[i] = isfinite (sizes[i]) ? fabs (sizes[i]) : 0;
  return sizes;
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *sizes = data;
  guint         first = *(const guint *)a, second = *(const guint *)b;

  if (sizes[first] < sizes[second])
    return 1;
  if (sizes[first] > sizes[second])
    return -1;
  return first < second ? -1 : first > second;
}

/* (transfer full): all columns of one unit from @first on. Where one panel does not hold
 * them, those of like size stand together: beside 25000 nobody sees 0.5 move. */
static GArray *
collect (
    RankleModel *model, guint first, guint end, const gboolean *placed, double *sizes)
{
  const char *unit = get_unit (model, first);
  GArray     *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert (first < end && end <= rankle_model_get_n_columns (model));

  for (guint column = first; column < end; column++)
    if (!placed[column] && g_strcmp0 (get_unit (model, column), unit) == 0)
      g_array_append_val (columns, column);
  if (columns->len > MAX_LINES)
    g_array_sort_with_data (columns, compare_sizes, sizes);
  return columns;
}

/* In as many panels as they fill, as long as there are panels. */
static void
add_panels_of (
    RankleModel *model, guint first, guint end, gboolean *placed, double *sizes)
{
  g_autoptr (GArray) columns = collect (model, first, end, placed, sizes);
  RanklePanel *panel = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      if (panel == NULL || panel->n_columns == MAX_LINES)
        {
          if (model->n_panels == MAX_PANELS)
            return;
          panel = open_panel (model, get_unit (model, first));
        }
      g_assert (!placed[column]);
      panel->columns[panel->n_columns++] = column;
      placed[column] = TRUE;
    }
}

static void
add_panels (RankleModel *model)
{
  guint                n = rankle_model_get_n_columns (model);
  g_autofree gboolean *placed = g_new0 (gboolean, n + 1);
  g_autofree double   *sizes = measure_columns (model);

  model->panels = g_new0 (RanklePanel, MAX_PANELS);
  for (guint i = 0; i < n && model->n_panels < MAX_PANELS; i++)
    if (!placed[i])
      add_panels_of (model, i, i < model->n_states ? model->n_states : n, placed, sizes);
  for (guint i = 0; i < model->n_panels; i++)
    name_panel (model, &model->panels[i]);
}

/* ---- horizon ---- */

/* Long enough for what happens of itself to be seen; a moment beyond FAR is a way to say
 * never. */
static void
choose_horizon (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  guint         n;
  const double *moments = rankle_workspace_get_breakpoints (workspace, &n);

  for (guint i = 0; i < n && moments[i] <= FAR; i++)
    model->horizon = MAX (model->horizon, AFTERWARDS * moments[i]);
}

void
_rankle_explorer_add_defaults (RankleModel *model)
{
  g_assert (model->n_controls == 0 && model->n_panels == 0);

  choose_horizon (model);
  add_controls (model);
  add_panels (model);
}
