/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-term.h"

struct _RankleTerm
{
  RankleModel     *model; /* (owned) */
  char            *formula;
  char            *unit; /* (nullable) */
  char           **names;
  RankleGraph     *graph; /* (owned) */
  RankleExpression value;
};

RankleTerm *
rankle_term_new_take (RankleModel     *model,
                      const char      *formula,
                      const char      *unit,
                      char           **names,
                      RankleGraph     *graph,
                      RankleExpression value)
{
  RankleTerm *term;

  g_return_val_if_fail (model != NULL && formula != NULL && names != NULL, NULL);
  g_return_val_if_fail (graph != NULL && value < rankle_graph_get_size (graph), NULL);

  term = g_new0 (RankleTerm, 1);
  term->model = rankle_model_ref (model);
  term->formula = g_strdup (formula);
  term->unit = g_strdup (unit);
  term->names = names;
  term->graph = graph;
  term->value = value;
  return term;
}

void
rankle_term_free (RankleTerm *term)
{
  g_return_if_fail (term != NULL);

  rankle_model_unref (term->model);
  g_free (term->formula);
  g_free (term->unit);
  g_strfreev (term->names);
  rankle_graph_free (term->graph);
  g_free (term);
}

RankleModel *
rankle_term_get_model (const RankleTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return term->model;
}

const char *
rankle_term_get_formula (const RankleTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return term->formula;
}

const char *
rankle_term_get_unit (const RankleTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return term->unit;
}

const char *const *
rankle_term_get_names (const RankleTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return (const char *const *)term->names;
}

static double
evaluate_node (const RankleNode      *node,
               const double          *values,
               const RankleWorkspace *workspace,
               double                 time,
               const double          *state)
{
  double operands[3] = { 0 };

  switch (node->op)
    {
    case RANKLE_OP_CONSTANT:
      return node->value;
    case RANKLE_OP_PARAMETER:
      return rankle_workspace_get_parameter (workspace, node->child[0]);
    case RANKLE_OP_TIME:
      return time;
    case RANKLE_OP_STATE:
      return state[node->child[0]];
    default:
      for (guint i = 0; i < rankle_op_get_arity (node->op); i++)
        operands[i] = values[node->child[i]];
      return rankle_op_evaluate (node->op, operands[0], operands[1], operands[2]);
    }
}

double
rankle_term_evaluate (const RankleTerm      *term,
                      const RankleWorkspace *workspace,
                      double                 time,
                      const double          *state)
{
  g_autofree double *values = NULL;

  g_return_val_if_fail (term != NULL && workspace != NULL && state != NULL, 0);

  /* A child stands before its parent. */
  values = g_new (double, term->value + 1);
  for (RankleExpression i = 0; i <= term->value; i++)
    values[i] =
        evaluate_node (rankle_graph_get (term->graph, i), values, workspace, time, state);
  return values[term->value];
}
