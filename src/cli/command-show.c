/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-cli-controls.h"
#include "rankle-cli-model.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-workspace.h"

#define INDENT "  "

static void
add_cells (RankleTable *table, const char *const *cells)
{
  for (; *cells != NULL; cells++)
    rankle_table_add (table, *cells);
}

/* (transfer full): "published", or "fitted x/1.8": it may as well be 1.8 times more or
 * less. */
static char *
describe_grade (const RankleQuantity *quantity)
{
  const char *grade = quantity->grade != RANKLE_GRADE_UNSTATED
                          ? rankle_grade_to_string (quantity->grade)
                          : "";

  if (!(quantity->uncertainty > 0))
    return g_strdup (grade);
  return g_strdup_printf ("%s x/%.3g", grade, quantity->uncertainty);
}

/* @value: at the start of a run. */
static void
add_quantity (RankleTable *table, const RankleQuantity *quantity, double value)
{
  g_autofree char *grade = describe_grade (quantity);

  rankle_table_add (table, quantity->id);
  rankle_table_add_number (table, value);
  rankle_table_add (table, quantity->unit);
  rankle_table_add (table, grade);
  rankle_table_add (table, quantity->label);
  rankle_table_add (table, quantity->source);
}

static void
append_section (GString *text, const char *title, const RankleTable *table)
{
  g_string_append_printf (text, "\n%s\n", title);
  rankle_table_append_to (table, INDENT, text);
}

static RankleTable *
new_quantity_table (const char *value)
{
  const char *const heads[] = { "id", value, "unit", "grade", "label", "source", NULL };
  RankleTable      *table = rankle_table_new (G_N_ELEMENTS (heads) - 1);

  add_cells (table, heads);
  return table;
}

static void
append_states (GString *text, RankleModel *model, const double *initial)
{
  g_autoptr (RankleTable) table = new_quantity_table ("initial");

  for (guint i = 0; i < rankle_model_get_n_states (model); i++)
    add_quantity (table, rankle_model_get_state (model, i), initial[i]);
  append_section (text, "States", table);
}

static void
append_observables (GString *text, RankleModel *model, const double *values)
{
  g_autoptr (RankleTable) table = new_quantity_table ("initial");
  g_autoptr (RankleTable) hidden = new_quantity_table ("initial");
  guint n = rankle_model_get_n_observables (model);
  guint n_shown = n - rankle_model_get_n_hidden (model);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    add_quantity (i < n_shown ? table : hidden, rankle_model_get_observable (model, i),
                  values[i]);
  append_section (text, "Observables", table);
  if (n_shown < n)
    append_section (text, "Intermediate results, written with --hidden", hidden);
}

static void
append_parameters (GString *text, RankleModel *model, const RankleWorkspace *workspace)
{
  g_autoptr (RankleTable) table = new_quantity_table ("value");

  if (rankle_model_get_n_parameters (model) == 0)
    return;
  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    add_quantity (table, rankle_model_get_parameter (model, i),
                  rankle_workspace_get_parameter (workspace, i));
  append_section (text, "Parameters", table);
}

/* "parameter opg_factor", "doses into denosumab_depot" */
static char *
describe_target (RankleModel *model, const RankleControl *control)
{
  if (control->role == RANKLE_CONTROL_PARAMETER)
    return g_strconcat ("parameter ",
                        rankle_model_get_parameter (model, control->parameter)->id, NULL);
  return g_strconcat ("doses into ", rankle_model_get_state (model, control->state)->id,
                      NULL);
}

static const char *
unit_of (const RankleControl *control)
{
  return fabs (control->display_factor - 1) > 0 ? "" : control->unit;
}

static void
add_control (RankleTable *table, RankleModel *model, const RankleControl *control)
{
  const RankleQuantity *driven =
      control->role == RANKLE_CONTROL_PARAMETER
          ? rankle_model_get_parameter (model, control->parameter)
          : rankle_model_get_state (model, control->state);
  g_autofree char *target = describe_target (model, control);
  g_autofree char *range = rankle_cli_describe_range (control);
  g_autofree char *grade = describe_grade (driven);

  rankle_table_add (table, control->id);
  rankle_table_add_number (table, control->neutral);
  rankle_table_add (table, range);
  rankle_table_add (table, unit_of (control));
  rankle_table_add (table, grade);
  rankle_table_add (table, control->label);
  rankle_table_add (table, target);
  rankle_table_add (table, driven->source);
}

static void
append_controls (GString *text, RankleModel *model)
{
  static const char *const heads[] = { "id",    "neutral", "range",  "unit", "grade",
                                       "label", "drives",  "source", NULL };
  g_autoptr (RankleTable) table = rankle_table_new (G_N_ELEMENTS (heads) - 1);
  g_autoptr (RankleTable) absent = rankle_table_new (2);
  gboolean any = FALSE, any_absent = FALSE;

  add_cells (table, heads);
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL)
        {
          add_control (table, model, control);
          any = TRUE;
          continue;
        }
      rankle_table_add (absent, control->id);
      rankle_table_add (absent, control->absent);
      any_absent = TRUE;
    }
  if (any)
    append_section (text, "Controls", table);
  if (any_absent)
    append_section (text, "Controls that this model does not have", absent);
}

static void
append_line (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%-10s%s\n", label, value);
}

static void
append_head (GString *text, RankleModel *model, const char *argument)
{
  g_autoptr (GString) horizon = g_string_new (NULL);
  const char *unit = rankle_model_get_time_unit (model);

  append_line (text, "model", argument);
  append_line (text, "title", rankle_model_get_title (model));
  append_line (text, "summary", rankle_model_get_summary (model));
  append_line (text, "source", rankle_model_get_source (model));
  append_line (text, "version", rankle_model_get_version (model));
  append_line (text, "time unit", *unit != '\0' ? unit : "unstated");
  if (rankle_model_get_horizon (model) > 0)
    rankle_csv_append_number (horizon, rankle_model_get_horizon (model));
  append_line (text, "horizon", horizon->str);
}

/* "0..100", "0..": of one that is open. */
static char *
describe_ends (const RankleQuantity *quantity)
{
  GString *ends = g_string_new (NULL);

  if (!isnan (quantity->min))
    rankle_csv_append_number (ends, quantity->min);
  g_string_append (ends, "..");
  if (!isnan (quantity->max))
    rankle_csv_append_number (ends, quantity->max);
  return g_string_free (ends, FALSE);
}

static void
append_ranges (GString *text, RankleModel *model)
{
  static const char *const heads[] = { "id", "range", "because", NULL };
  g_autoptr (RankleTable) table = rankle_table_new (G_N_ELEMENTS (heads) - 1);
  gboolean any = FALSE;

  add_cells (table, heads);
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const RankleQuantity *quantity = rankle_model_get_column (model, i);
      g_autofree char      *ends = describe_ends (quantity);

      if (isnan (quantity->min) && isnan (quantity->max))
        continue;
      rankle_table_add (table, quantity->id);
      rankle_table_add (table, ends);
      rankle_table_add (table, quantity->range_reason);
      any = TRUE;
    }
  if (any)
    append_section (text, "Ranges beyond which a result is not to be read", table);
}

static void
append_notes (GString *text, RankleModel *model)
{
  const char *const *note = rankle_model_get_notes (model);

  if (*note != NULL)
    g_string_append (text, "\nNotes\n");
  for (; *note != NULL; note++)
    g_string_append_printf (text, INDENT "%s\n", *note);
}

static void
append_numbers (GString *text, RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *initial = g_new (double, rankle_model_get_n_states (model) + 1);
  g_autofree double *values = g_new (double, rankle_model_get_n_observables (model) + 1);

  rankle_workspace_set_parameters (workspace, NULL);
  rankle_workspace_get_initial (workspace, initial);
  rankle_workspace_observables (workspace, 0, initial, values);
  append_states (text, model, initial);
  append_observables (text, model, values);
  append_parameters (text, model, workspace);
}

int
rankle_cli_show (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  GOptionContext *context = g_option_context_new ("MODEL - show what a model holds");
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context,
                                "What must be known of the model, then its states, "
                                "observables, parameters and\n"
                                "controls, each with its unit, value, grade of "
                                "evidence (published, adapted,\n"
                                "fitted, ours) and source. Behind \"fitted\" stands "
                                "the factor by which the number\n"
                                "is uncertain, up or down. Values are those at time 0 "
                                "with every control\n"
                                "neutral; a control's range is in the units that "
                                "--control takes.");
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left != NULL)
    model = rankle_cli_load_model (left[0], &error);
  if (model == NULL)
    return rankle_cli_fail_input (argv[0], error);
  append_head (text, model, left[0]);
  append_notes (text, model);
  append_numbers (text, model);
  append_controls (text, model);
  append_ranges (text, model);
  return rankle_cli_print (argv[0], text->str, text->len);
}
