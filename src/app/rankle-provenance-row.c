/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "rankle-csv.h"
#include "rankle-workspace.h"

struct _RankleProvenanceRow
{
  GObject               parent_instance;
  RankleModel          *model; /* (owned) */
  const RankleQuantity *quantity;
  double                value;  /* as the model starts */
  double                as_set; /* as the run starts that is asked for */
};

G_DEFINE_FINAL_TYPE (RankleProvenanceRow, rankle_provenance_row, G_TYPE_OBJECT)

static void
rankle_provenance_row_finalize (GObject *object)
{
  rankle_model_unref (RANKLE_PROVENANCE_ROW (object)->model);
  G_OBJECT_CLASS (rankle_provenance_row_parent_class)->finalize (object);
}

static void
rankle_provenance_row_class_init (RankleProvenanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_provenance_row_finalize;
}

static void
rankle_provenance_row_init (RankleProvenanceRow *self)
{
}

/* ---- the list ---- */

/* As the run starts: with what is changed at its very start. */
static void
put_parameters (RankleWorkspace *workspace, const RankleProtocol *asked)
{
  guint              n, n_events;
  const RankleEvent *events = rankle_protocol_get_events (asked, &n_events);
  g_autofree double *parameters = NULL;

  n = rankle_model_get_n_parameters (rankle_protocol_get_model (asked));
  parameters = g_new (double, n + 1);
  if (n > 0)
    memcpy (parameters, rankle_protocol_get_parameters (asked), n * sizeof (double));
  for (guint i = 0; i < n_events && events[i].time <= 0; i++)
    if (events[i].kind == RANKLE_EVENT_PARAMETER)
      parameters[events[i].target] = events[i].value;
  rankle_workspace_set_parameters (workspace, parameters);
}

static void
put_initial (double *state, const RankleProtocol *asked)
{
  const double *initial = rankle_protocol_get_initial (asked);

  for (guint i = 0; i < rankle_model_get_n_states (rankle_protocol_get_model (asked));
       i++)
    if (!isnan (initial[i]))
      state[i] = initial[i];
}

/* (transfer full): of every parameter, state and observable, as @asked (nullable)
 * starts, or the model by itself. */
static double *
list_values (RankleModel *model, const RankleProtocol *asked)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  guint   n = rankle_model_get_n_parameters (model);
  guint   n_states = rankle_model_get_n_states (model);
  double *values =
      g_new0 (double, n + n_states + rankle_model_get_n_observables (model) + 1);

  g_assert (asked == NULL || rankle_protocol_get_model (asked) == model);

  if (asked != NULL)
    put_parameters (workspace, asked);
  for (guint i = 0; i < n; i++)
    values[i] = rankle_workspace_get_parameter (workspace, i);
  rankle_workspace_get_initial (workspace, values + n);
  if (asked != NULL)
    put_initial (values + n, asked);
  rankle_workspace_observables (workspace, 0, values + n, values + n + n_states);
  return values;
}

/* In the order of those values. */
static const RankleQuantity *
get_quantity (RankleModel *model, guint i)
{
  guint n_parameters = rankle_model_get_n_parameters (model);
  guint n_states = rankle_model_get_n_states (model);

  if (i < n_parameters)
    return rankle_model_get_parameter (model, i);
  if (i < n_parameters + n_states)
    return rankle_model_get_state (model, i - n_parameters);
  return rankle_model_get_observable (model, i - n_parameters - n_states);
}

static void
append (GListStore           *rows,
        RankleModel          *model,
        const RankleQuantity *quantity,
        double                value)
{
  g_autoptr (RankleProvenanceRow) row = g_object_new (RANKLE_TYPE_PROVENANCE_ROW, NULL);

  g_assert (quantity != NULL && quantity->id != NULL);

  row->model = rankle_model_ref (model);
  row->quantity = quantity;
  row->value = row->as_set = value;
  g_list_store_append (rows, row);
}

GListModel *
rankle_provenance_rows_new (RankleModel *model)
{
  g_autofree double *values = NULL;
  GListStore        *rows;
  guint              n;

  g_return_val_if_fail (model != NULL, NULL);

  values = list_values (model, NULL);
  rows = g_list_store_new (RANKLE_TYPE_PROVENANCE_ROW);
  n = rankle_model_get_n_parameters (model) + rankle_model_get_n_states (model) +
      rankle_model_get_n_observables (model);
  for (guint i = 0; i < n; i++)
    append (rows, model, get_quantity (model, i), values[i]);
  return G_LIST_MODEL (rows);
}

void
rankle_provenance_rows_set (GListModel *rows, const RankleProtocol *asked)
{
  g_autofree double *values = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (rows));

  if (asked != NULL)
    values = list_values (rankle_protocol_get_model (asked), asked);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RankleProvenanceRow) row = g_list_model_get_item (rows, i);

      g_assert (asked == NULL || row->model == rankle_protocol_get_model (asked));
      row->as_set = values != NULL ? values[i] : row->value;
    }
}

/* ---- cells ---- */

static char *
format_number (double value, gboolean machines)
{
  GString *text = g_string_new (NULL);

  if (machines && !isnan (value))
    rankle_csv_append_number (text, value);
  else if (!isnan (value))
    g_string_append_printf (text, "%.6g", value);
  return g_string_free (text, FALSE);
}

static char *
format_range (const RankleQuantity *quantity, gboolean machines)
{
  g_autofree char *min = format_number (quantity->min, machines);
  g_autofree char *max = format_number (quantity->max, machines);

  if (*min == '\0' && *max == '\0')
    return g_strdup ("");
  if (machines)
    return g_strdup_printf ("%s..%s", min, max);
  if (*max == '\0')
    /* Translators: a number that a quantity does not fall below */
    return g_strdup_printf (_ ("%s or more"), min);
  if (*min == '\0')
    /* Translators: a number that a quantity does not rise above */
    return g_strdup_printf (_ ("%s or less"), max);
  /* Translators: a range of numbers, the smaller first */
  return g_strdup_printf (_ ("%s to %s"), min, max);
}

static const char *
get_kind (RankleQuantityKind kind)
{
  if (kind == RANKLE_QUANTITY_STATE)
    return _ ("State");
  if (kind == RANKLE_QUANTITY_OBSERVABLE)
    return _ ("Observable");
  return _ ("Parameter");
}

static const char *
get_grade (RankleGrade grade)
{
  switch (grade)
    {
    case RANKLE_GRADE_PUBLISHED:
      return _ ("published");
    case RANKLE_GRADE_ADAPTED:
      return _ ("adapted");
    case RANKLE_GRADE_FITTED:
      return _ ("fitted");
    case RANKLE_GRADE_OURS:
      return _ ("ours");
    case RANKLE_GRADE_UNSTATED:
    default:
      return "";
    }
}

/* (transfer full): "fitted, within a factor of 1.8" */
static char *
describe_grade (const RankleQuantity *quantity)
{
  const char *grade = get_grade (quantity->grade);

  if (!(quantity->uncertainty > 0))
    return g_strdup (grade);
  /* Translators: %s is “fitted”; what was fitted is known as well as that */
  return g_strdup_printf (_ ("%s, within a factor of %.2g"), grade,
                          quantity->uncertainty);
}

char *
rankle_provenance_row_dup_cell (RankleProvenanceRow *row,
                                RankleCell           cell,
                                gboolean             machines)
{
  const RankleQuantity *quantity;

  g_return_val_if_fail (RANKLE_IS_PROVENANCE_ROW (row), NULL);

  quantity = row->quantity;
  switch (cell)
    {
    case RANKLE_CELL_ID:
      return g_strdup (quantity->id);
    case RANKLE_CELL_LABEL:
      return g_strdup (quantity->label);
    case RANKLE_CELL_KIND:
      return g_strdup (get_kind (quantity->kind));
    case RANKLE_CELL_VALUE:
      return format_number (row->value, machines);
    case RANKLE_CELL_AS_SET:
      return format_number (row->as_set, machines);
    case RANKLE_CELL_UNIT:
      return g_strdup (quantity->unit == NULL ? "" : quantity->unit);
    case RANKLE_CELL_GRADE:
      return describe_grade (quantity);
    case RANKLE_CELL_SOURCE:
      return g_strdup (quantity->source == NULL ? "" : quantity->source);
    case RANKLE_CELL_RANGE:
      return format_range (quantity, machines);
    case RANKLE_N_CELLS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

gboolean
rankle_provenance_row_is_citation (RankleProvenanceRow *row)
{
  g_return_val_if_fail (RANKLE_IS_PROVENANCE_ROW (row), FALSE);

  return row->quantity->grade == RANKLE_GRADE_PUBLISHED;
}

static void
add_words (GString *text, const char *separator, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, words);
}

char *
rankle_provenance_row_dup_words (RankleProvenanceRow *row)
{
  GString         *text;
  g_autofree char *value = NULL;
  g_autofree char *grade = NULL;

  g_return_val_if_fail (RANKLE_IS_PROVENANCE_ROW (row), NULL);

  text = g_string_new (row->quantity->label);
  value = format_number (row->value, FALSE);
  grade = describe_grade (row->quantity);
  add_words (text, ", ", value);
  add_words (text, " ", row->quantity->unit);
  add_words (text, ", ", get_kind (row->quantity->kind));
  add_words (text, ", ", grade);
  add_words (text, ", ", row->quantity->source);
  return g_string_free (text, FALSE);
}

const char *
rankle_cell_get_title (RankleCell cell)
{
  static const char *const titles[RANKLE_N_CELLS] = {
    [RANKLE_CELL_ID] = N_ ("Id"),
    [RANKLE_CELL_LABEL] = N_ ("Name"),
    [RANKLE_CELL_KIND] = N_ ("Kind"),
    [RANKLE_CELL_VALUE] = N_ ("Value"),
    /* Translators: the value that a parameter has been set to */
    [RANKLE_CELL_AS_SET] = N_ ("As set"),
    [RANKLE_CELL_UNIT] = N_ ("Unit"),
    [RANKLE_CELL_GRADE] = N_ ("Grade"),
    [RANKLE_CELL_SOURCE] = N_ ("Source"),
    [RANKLE_CELL_RANGE] = N_ ("Range"),
  };

  g_return_val_if_fail (cell < RANKLE_N_CELLS, "");

  return _ (titles[cell]);
}
