/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which observables are shares. Where nothing is left of the whole, a share is the ratio
 * of two errors of the solver: a number that says nothing, and looks like one that does.
 * Whoever shows it must know of which states it is a share.
 *
 * A formula is a share if states enter it only as sums divided by sums, and each sum
 * below a line comes to nothing without its states. A tiny constant beside them, which
 * keeps the formula defined, does not count. So a/(a + b) is one, a/(a + K) is not (it is
 * 0 without a), and neither is r × a/(a + b) with a state r: that fades out with r. */

#include "rankle-share.h"

#include <math.h>

#include "rankle-model-builder.h"

/* In parts of the sum at the start: more is a constant that means something. */
#define TINY 1e-6
/* Each costs a walk over the graph; a model that has more is a stranger's joke. */
#define MOST_SHARES 256

typedef enum
{
  FREE, /* of states */
  SUM,  /* of states */
  SHARE,
  OTHER,
} Kind;

typedef struct
{
  const RankleGraph *graph;
  guint              n;
  guint8            *kinds;           /* (owned) (array length=n) */
  double            *without, *start; /* (owned) (array length=n): values without states
                                       * and at the initial ones */
} Survey;

/* ---- values ---- */

static double
get_leaf (const RankleNode *node, RankleWorkspace *workspace, const double *states)
{
  switch (node->op)
    {
    case RANKLE_OP_CONSTANT:
      return node->value;
    case RANKLE_OP_PARAMETER:
      return rankle_workspace_get_parameter (workspace, node->child[0]);
    case RANKLE_OP_STATE:
      return states != NULL ? states[node->child[0]] : 0;
    default:
      g_assert (node->op == RANKLE_OP_TIME);
      return 0;
    }
}

static double *
evaluate (const Survey *self, RankleWorkspace *workspace, const double *states)
{
  double *values = g_new (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);
      double            operands[3] = { 0 };
      guint             arity = rankle_op_get_arity (node->op);

      for (guint k = 0; k < arity; k++)
        operands[k] = values[node->child[k]];
      values[i] = arity == 0 ? get_leaf (node, workspace, states)
                             : rankle_op_evaluate (node->op, operands[0], operands[1],
                                                   operands[2]);
    }
  return values;
}

/* ---- kinds ---- */

static gboolean
is_whole (const Survey *self, RankleExpression below)
{
  return self->kinds[below] == SUM &&
         fabs (self->without[below]) <= TINY * fabs (self->start[below]);
}

static Kind
judge_operation (const Survey *self, const RankleNode *node)
{
  Kind a = self->kinds[node->child[0]], b = self->kinds[node->child[1]];

  switch (node->op)
    {
    case RANKLE_OP_ADD:
      return a <= SUM && b <= SUM ? SUM : OTHER;
    case RANKLE_OP_MULTIPLY:
      return (a == SUM && b == FREE) || (a == FREE && b == SUM) ? SUM : OTHER;
    case RANKLE_OP_DIVIDE:
      if (a == SUM && is_whole (self, node->child[1]))
        return SHARE;
      return a == SUM && b == FREE ? SUM : OTHER;
    default:
      return OTHER;
    }
}

static Kind
judge (const Survey *self, const RankleNode *node)
{
  guint    arity = rankle_op_get_arity (node->op);
  gboolean any_sum = FALSE;

  if ((node->depends & RANKLE_DEPENDS_STATE) == 0)
    return FREE;
  if (node->op == RANKLE_OP_STATE)
    return SUM;
  for (guint k = 0; k < arity; k++)
    {
      if (self->kinds[node->child[k]] == OTHER)
        return OTHER;
      any_sum |= self->kinds[node->child[k]] == SUM;
    }
  if (!any_sum)
    return SHARE;
  return arity == 2 ? judge_operation (self, node) : OTHER;
}

/* ---- of which states ---- */

/* The lines under which the states of a share stand: what is divided by. */
static GArray *
list_wholes (const Survey *self, RankleExpression share)
{
  GArray            *wholes = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  g_autofree guint8 *reachable = rankle_graph_find_reachable (self->graph, &share, 1);

  for (guint i = 0; i <= share; i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);

      if (reachable[i] && node->op == RANKLE_OP_DIVIDE && self->kinds[i] == SHARE &&
          self->kinds[node->child[1]] == SUM)
        g_array_append_val (wholes, node->child[1]);
    }
  g_assert (wholes->len > 0);
  return wholes;
}

static void
append_parts (const Survey *self, RankleExpression share, GArray *parts)
{
  g_autoptr (GArray) wholes = list_wholes (self, share);
  g_autofree guint8 *below = rankle_graph_find_reachable (
      self->graph, (const RankleExpression *)(void *)wholes->data, wholes->len);

  for (guint i = 0; i < share; i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);
      guint             state = node->child[0];

      if (below[i] && node->op == RANKLE_OP_STATE)
        g_array_append_val (parts, state);
    }
}

/* ---- all of them ---- */

static void
survey_init (Survey *self, RankleModel *model, const RankleGraph *graph)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *initial = g_new0 (double, model->n_states + 1);

  *self = (Survey){ .graph = graph, .n = rankle_graph_get_size (graph) };
  rankle_workspace_get_initial (workspace, initial);
  self->without = evaluate (self, workspace, NULL);
  self->start = evaluate (self, workspace, initial);
  self->kinds = g_new (guint8, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->kinds[i] = (guint8)judge (self, rankle_graph_get (graph, i));
}

static void
survey_clear (Survey *self)
{
  g_free (self->without);
  g_free (self->start);
  g_free (self->kinds);
}

/* One block for all, so that a quantity need only point. */
static void
keep_parts (RankleModel *model, GArray *parts, const guint *first)
{
  guint n = parts->len;

  g_assert (model->share_parts == NULL);
  model->share_parts = (guint *)(void *)g_array_free (parts, FALSE);
  for (guint i = 0; i < model->n_observables; i++)
    {
      guint end = i + 1 < model->n_observables ? first[i + 1] : n;

      g_assert (first[i] <= end);
      model->observables[i].parts = model->share_parts + first[i];
      model->observables[i].n_parts = end - first[i];
    }
}

void
rankle_share_find_all (RankleModel            *model,
                       const RankleGraph      *graph,
                       const RankleExpression *observables)
{
  Survey            survey;
  GArray           *parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *first = NULL;
  guint             n_shares = 0;

  g_return_if_fail (model != NULL && graph != NULL);
  g_return_if_fail (model->program != NULL && model->n_hidden == 0);

  first = g_new (guint, model->n_observables + 1);
  survey_init (&survey, model, graph);
  for (guint i = 0; i < model->n_observables; i++)
    {
      first[i] = parts->len;
      if (survey.kinds[observables[i]] == SHARE && n_shares++ < MOST_SHARES)
        append_parts (&survey, observables[i], parts);
    }
  keep_parts (model, parts, first);
  survey_clear (&survey);
}
