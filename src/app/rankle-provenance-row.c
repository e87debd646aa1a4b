/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-csv.h"

struct _RankleProvenanceRow
{
  GObject               parent_instance;
  RankleModel          *model; /* (owned) */
  const RankleQuantity *quantity;
  double                value; /* as the model starts */
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
  row->value = value;
  g_list_store_append (rows, row);
}

static void
append_columns (GListStore *rows, RankleModel *model, RankleWorkspace *workspace)
{
  guint              n_states = rankle_model_get_n_states (model);
  guint              n_observables = rankle_model_get_n_observables (model);
  g_autofree double *state = g_new0 (double, n_states + 1);
  g_autofree double *values = g_new0 (double, n_observables + 1);

  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_observables (workspace, 0, state, values);
  for (guint i = 0; i < n_states; i++)
    append (rows, model, rankle_model_get_state (model, i), state[i]);
  for (guint i = 0; i < n_observables; i++)
    append (rows, model, rankle_model_get_observable (model, i), values[i]);
}

GListModel *
rankle_provenance_rows_new (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = NULL;
  GListStore *rows;

  g_return_val_if_fail (model != NULL, NULL);

  workspace = rankle_workspace_new (model);
  rows = g_list_store_new (RANKLE_TYPE_PROVENANCE_ROW);
  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    append (rows, model, rankle_model_get_parameter (model, i),
            rankle_workspace_get_parameter (workspace, i));
  append_columns (rows, model, workspace);
  return G_LIST_MODEL (rows);
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
    N_ ("Id"),   N_ ("Name"),  N_ ("Kind"),   N_ ("Value"),
    N_ ("Unit"), N_ ("Grade"), N_ ("Source"), N_ ("Range"),
  };

  g_return_val_if_fail (cell < RANKLE_N_CELLS, "");

  return _ (titles[cell]);
}
