/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ensemble --grid --grid --map: a grid of two ways as a picture. Neutral is what the
 * model left alone has. */

#include <math.h>

#include "rankle-cli-grid-private.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-control-words.h"
#include "rankle-file.h"
#include "rankle-integrator.h"
#include "rankle-map-picture.h"

/* What a map borrows. */
typedef struct
{
  RankleMap map;
  char     *title, *subtitle, *x_label, *y_label; /* (owned) */
  double   *x, *y, *values;                       /* (owned) */
  guint8   *states;                               /* (owned) */
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_free (sheet->title);
  g_free (sheet->subtitle);
  g_free (sheet->x_label);
  g_free (sheet->y_label);
  g_free (sheet->x);
  g_free (sheet->y);
  g_free (sheet->values);
  g_free (sheet->states);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* ---- what is asked ---- */

gboolean
_rankle_grid_check_map (const RankleGrid *self, GError **error)
{
  const char         *path = self->options->map;
  RanklePictureFormat format;
  g_autoptr (GError) local = NULL;

  if (path == NULL)
    return TRUE;
  if (self->n_axes != 2)
    return rankle_cli_refuse (error, "--map: takes two --grid, and there is one");
  if (self->options->measures == NULL)
    return rankle_cli_refuse (error,
                              "--map: draws the first --measure, and there is none");
  if (g_strcmp0 (path, self->options->out) == 0)
    return rankle_cli_refuse (error, "--map and --out are both “%s”", path);
  return rankle_picture_format_find (path, &format, &local) ||
         rankle_cli_refuse (error, "--map: %s", local->message);
}

/* ---- what stands on it ---- */

static gboolean
is_moment (const RankleFigure *figure)
{
  return figure->kind == RANKLE_FIGURE_PEAK_TIME ||
         figure->kind == RANKLE_FIGURE_NADIR_TIME;
}

static char *
dup_title (const RankleGrid *self, const RankleFigure *figure)
{
  const char   *label = rankle_model_get_column (self->model, figure->column)->label;
  const char   *unit = rankle_model_get_time_unit (self->model);
  guint         n;
  const double *times = rankle_protocol_get_times (self->first, &n);

  switch (figure->kind)
    {
    case RANKLE_FIGURE_AT:
      return rankle_map_picture_name_value (label, unit, figure->time);
    case RANKLE_FIGURE_END:
      return rankle_map_picture_name_value (label, unit, times[n - 1]);
    case RANKLE_FIGURE_PEAK:
      return rankle_map_picture_name_peak (label);
    case RANKLE_FIGURE_PEAK_TIME:
      return rankle_map_picture_name_peak_time (label);
    case RANKLE_FIGURE_NADIR:
      return rankle_map_picture_name_nadir (label);
    case RANKLE_FIGURE_NADIR_TIME:
      return rankle_map_picture_name_nadir_time (label);
    default:
      g_assert_not_reached ();
    }
}

/* Model and scenario. */
static char *
dup_subtitle (const RankleGrid *self)
{
  const char *model = rankle_model_get_title (self->model);
  const char *scenario =
      rankle_scenario_get_title (rankle_question_get_scenario (self->question));

  return scenario == NULL || *scenario == '\0'
             ? g_strdup (model)
             : g_strdup_printf ("%s · %s", model, scenario);
}

/* As the window shows it. */
static void
name_control (const RankleControl *control, RankleMapAxis *told, char **label)
{
  *label = g_strdup (rankle_control_get_title (control));
  told->unit = control->unit;
}

static void
name_quantity (const RankleQuantity *quantity, RankleMapAxis *told, char **label)
{
  *label = quantity->kind == RANKLE_QUANTITY_STATE
               ? rankle_map_picture_name_dose (quantity->label)
               : g_strdup (quantity->label);
  told->unit = quantity->unit;
}

static void
set_axis (const RankleGrid *self,
          const RankleAxis *axis,
          RankleMapAxis    *told,
          char            **label,
          double          **values)
{
  const RankleControl *control = axis->target == RANKLE_AXIS_CONTROL
                                     ? rankle_model_find_control (self->model, axis->id)
                                     : NULL;
  double               factor = control != NULL ? control->display_factor : 1;

  if (control != NULL)
    name_control (control, told, label);
  else
    name_quantity (rankle_model_find (self->model, axis->id), told, label);
  *values = g_new (double, axis->n_values);
  for (guint i = 0; i < axis->n_values; i++)
    (*values)[i] = factor * axis->values[i];
  told->label = *label;
  told->values = *values;
  told->n = axis->n_values;
  told->logarithmic = axis->logarithmic;
}

/* The last axis goes fastest among the cells, and upwards on the map. */
static void
take_values (const RankleGrid *self, Sheet *sheet)
{
  guint columns = self->axes[0].n_values, rows = self->axes[1].n_values;

  sheet->values = g_new (double, self->n_cells);
  sheet->states = g_new (guint8, self->n_cells);
  for (guint i = 0; i < columns; i++)
    for (guint j = 0; j < rows; j++)
      {
        guint cell = i * rows + j;
        gsize at = (gsize)j * columns + i;

        sheet->values[at] = self->values[(gsize)cell * self->figures->len];
        sheet->states[at] =
            self->errors[cell] != NULL ? RANKLE_MAP_FAILED : RANKLE_MAP_RAN;
      }
}

/* NaN: there is none to be told beside, since the model by itself has none, or it is a
 * moment, which is earlier or later than nothing. */
static double
find_baseline (const RankleGrid *self, const RankleFigure *figure)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol =
      is_moment (figure) ? NULL : _rankle_grid_ask_neutral (self, NULL);
  g_autoptr (RankleTrajectory) run =
      protocol == NULL ? NULL : rankle_integrator_run (integrator, protocol, NULL, NULL);

  return run == NULL ? (double)NAN : rankle_figure_take (figure, run);
}

static void
sheet_init (Sheet *sheet, const RankleGrid *self)
{
  const RankleFigure *figure = _rankle_grid_get_figure (self, 0);

  *sheet = (Sheet){ .title = dup_title (self, figure), .subtitle = dup_subtitle (self) };
  take_values (self, sheet);
  sheet->map = (RankleMap){
    .title = sheet->title,
    .subtitle = sheet->subtitle,
    .unit = is_moment (figure)
                ? rankle_model_get_time_unit (self->model)
                : rankle_model_get_column (self->model, figure->column)->unit,
    .values = sheet->values,
    .states = sheet->states,
    .baseline = find_baseline (self, figure),
    .logarithmic = self->options->map_log,
    .smooth = TRUE,
  };
  set_axis (self, &self->axes[0], &sheet->map.x, &sheet->x_label, &sheet->x);
  set_axis (self, &self->axes[1], &sheet->map.y, &sheet->y_label, &sheet->y);
}

int
_rankle_grid_write_map (const RankleGrid *self, const char *command)
{
  const char *path = self->options->map;
  g_auto (Sheet) sheet = { 0 };
  RanklePictureFormat format;
  GError             *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  sheet_init (&sheet, self);
  if (rankle_picture_format_find (path, &format, &error))
    bytes = rankle_map_picture_write (&sheet.map, format, &error);
  if (bytes == NULL || !rankle_file_replace (path, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}
