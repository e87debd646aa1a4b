/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-forcing.h"

#include <float.h>
#include <math.h>

#include "rankle-crossing.h"

/* Stretches looked at in search of one moment, and for one measure. */
#define PATIENCE 20000
#define PIECES   256
/* Bounds are good enough when the values fill so much of them. */
#define TIGHT 0.8
/* Of a function's range, in a step. */
#define CALM 0.25
/* No step is asked to be shorter, in parts of what it might be. */
#define SHORTEST 1e-7

typedef struct
{
  guint16 op;
  guint32
      child[3]; /* places in the same array, before this one; of a parameter its index */
  double value;
} Node;

struct _RankleForcing
{
  Node  *nodes; /* (owned): each after its operands */
  guint  n_nodes;
  guint *functions; /* (owned): places of nodes */
  guint  n_functions;
};

/* ---- which ---- */

static gboolean
is_of_time (const RankleNode *node)
{
  return (node->depends & RANKLE_DEPENDS_TIME) != 0 &&
         (node->depends & RANKLE_DEPENDS_STATE) == 0;
}

typedef struct
{
  RankleGraph    *graph;
  RankleCrossings crossings;
  guint8         *plain; /* (owned): all that happens in it is known without */
  guint32        *place; /* (owned): among the nodes of the forcing */
  GArray         *nodes, *functions;
} Finder;

static gboolean
is_known_comparison (const Finder *self, const RankleNode *node)
{
  return (node->op == RANKLE_OP_LESS || node->op == RANKLE_OP_LESS_EQUAL ||
          node->op == RANKLE_OP_MINIMUM || node->op == RANKLE_OP_MAXIMUM) &&
         rankle_crossings_has (&self->crossings, node->child[0], node->child[1]);
}

static gboolean
is_logic (guint op)
{
  return op == RANKLE_OP_AND || op == RANKLE_OP_OR || op == RANKLE_OP_XOR ||
         op == RANKLE_OP_NOT || op == RANKLE_OP_SELECT;
}

static gboolean
is_straight (const Finder *self, RankleExpression formula)
{
  return self->crossings.at_zero[formula] != RANKLE_EXPRESSION_NONE;
}

/* A function of time that is straight, but for moments that are known. */
static gboolean
is_plain (const Finder *self, RankleExpression formula)
{
  const RankleNode *node = rankle_graph_get (self->graph, formula);
  guint             arity = rankle_op_get_arity ((RankleOp)node->op);
  gboolean          children = TRUE;

  if (!is_of_time (node) || is_straight (self, formula) ||
      is_known_comparison (self, node))
    return TRUE;
  for (guint i = 0; i < arity; i++)
    children &= self->plain[node->child[i]];
  return children &&
         (is_logic (node->op) || rankle_crossings_is_linear (self->graph, node));
}

static void
add_node (Finder *self, RankleExpression formula)
{
  const RankleNode *node = rankle_graph_get (self->graph, formula);
  Node copy = { .op = node->op, .value = node->value, .child = { node->child[0] } };

  for (guint i = 0; i < rankle_op_get_arity ((RankleOp)node->op); i++)
    copy.child[i] = self->place[node->child[i]];
  self->place[formula] = self->nodes->len;
  g_array_append_val (self->nodes, copy);
}

/* The largest functions of time: what stands above them has a state in it, or is a rate.
 */
static void
mark_functions (const Finder           *self,
                const RankleExpression *formulas,
                guint                   n,
                guint8                 *is_function)
{
  guint              size = self->crossings.size;
  g_autofree guint8 *reachable = rankle_graph_find_reachable (self->graph, formulas, n);

  for (guint i = 0; i < n; i++)
    is_function[formulas[i]] = is_of_time (rankle_graph_get (self->graph, formulas[i]));
  for (guint i = 0; i < size; i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);

      if (!reachable[i] || (node->depends & RANKLE_DEPENDS_STATE) == 0)
        continue;
      for (guint k = 0; k < rankle_op_get_arity ((RankleOp)node->op); k++)
        if (is_of_time (rankle_graph_get (self->graph, node->child[k])))
          is_function[node->child[k]] = TRUE;
    }
}

static void
take_functions (Finder *self, const guint8 *is_function)
{
  GArray            *wanted = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  g_autofree guint8 *needed = NULL;

  for (guint i = 0; i < self->crossings.size; i++)
    if (is_function[i] && !self->plain[i])
      g_array_append_val (wanted, i);
  needed = rankle_graph_find_reachable (
      self->graph, (RankleExpression *)(void *)wanted->data, wanted->len);
  for (guint i = 0; i < self->crossings.size; i++)
    if (needed[i])
      add_node (self, i);
  for (guint i = 0; i < wanted->len; i++)
    g_array_append_val (self->functions,
                        self->place[g_array_index (wanted, RankleExpression, i)]);
  g_array_unref (wanted);
}

static RankleForcing *
make_forcing (Finder *self)
{
  RankleForcing *forcing = g_new (RankleForcing, 1);

  forcing->n_nodes = self->nodes->len;
  forcing->n_functions = self->functions->len;
  forcing->nodes = (Node *)(void *)g_array_free (self->nodes, FALSE);
  forcing->functions = (guint *)(void *)g_array_free (self->functions, FALSE);
  if (forcing->n_functions > 0)
    return forcing;
  rankle_forcing_free (forcing);
  return NULL;
}

RankleForcing *
rankle_forcing_new (RankleGraph *graph, const RankleExpression *formulas, guint n)
{
  Finder             self = { .graph = graph };
  g_autofree guint8 *is_function = NULL;
  RankleForcing     *forcing;

  rankle_crossings_init (&self.crossings, graph, formulas, n);
  self.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self.functions = g_array_new (FALSE, FALSE, sizeof (guint));
  self.plain = g_new0 (guint8, self.crossings.size + 1);
  self.place = g_new0 (guint32, self.crossings.size + 1);
  is_function = g_new0 (guint8, self.crossings.size + 1);
  for (guint i = 0; i < self.crossings.size; i++)
    self.plain[i] = (guint8)is_plain (&self, i);
  if (!rankle_graph_is_full (graph))
    {
      mark_functions (&self, formulas, n, is_function);
      take_functions (&self, is_function);
    }
  forcing = make_forcing (&self);
  rankle_crossings_clear (&self.crossings);
  g_free (self.plain);
  g_free (self.place);
  return forcing;
}

void
rankle_forcing_free (RankleForcing *forcing)
{
  if (forcing == NULL)
    return;

  g_free (forcing->nodes);
  g_free (forcing->functions);
  g_free (forcing);
}

guint
rankle_forcing_get_n_functions (const RankleForcing *forcing)
{
  return forcing->n_functions;
}

guint
rankle_forcing_get_n_nodes (const RankleForcing *forcing)
{
  return forcing->n_nodes;
}

/* ---- values over a stretch of time ---- */

static RankleInterval
compute (const Node           *node,
         const double         *parameters,
         const RankleInterval *work,
         RankleInterval        time)
{
  switch (node->op)
    {
    case RANKLE_OP_CONSTANT:
      return rankle_interval_of (node->value);
    case RANKLE_OP_PARAMETER:
      return rankle_interval_of (parameters[node->child[0]]);
    case RANKLE_OP_TIME:
      return time;
    case RANKLE_OP_SELECT:
      return rankle_interval_select (work[node->child[0]], work[node->child[1]],
                                     work[node->child[2]]);
    default:
      if (rankle_op_get_arity ((RankleOp)node->op) == 1)
        return rankle_interval_unary (node->op, work[node->child[0]]);
      return rankle_interval_binary (node->op, work[node->child[0]],
                                     work[node->child[1]]);
    }
}

static void
evaluate (const RankleForcing *self,
          const double        *parameters,
          RankleInterval      *work,
          double               from,
          double               until)
{
  RankleInterval time = rankle_interval_between (from, until);

  for (guint i = 0; i < self->n_nodes; i++)
    work[i] = compute (&self->nodes[i], parameters, work, time);
}

/* ---- moments ---- */

static gboolean
is_decided (const RankleForcing *self,
            const double        *parameters,
            RankleInterval      *work,
            double               from,
            double               until)
{
  gboolean decided = TRUE;

  evaluate (self, parameters, work, from, until);
  for (guint i = 0; i < self->n_functions; i++)
    decided &= work[self->functions[i]].decided;
  return decided;
}

double
rankle_forcing_find_jump (const RankleForcing *forcing,
                          const double        *parameters,
                          RankleInterval      *work,
                          double               from,
                          double               until)
{
  double
      ends[2 * DBL_MANT_DIG]; /* of stretches still to be looked at, the next one last */
  guint  n = 1, patience = PATIENCE;
  double at = nextafter (from, until);

  ends[0] = nextafter (until, from);
  while (n > 0)
    {
      double end = ends[n - 1];
      double middle = at + 0.5 * (end - at);

      if (!(at < end) || is_decided (forcing, parameters, work, at, end))
        at = fmax (at, end), n--;
      else if (!(middle > at && middle < end) || n == G_N_ELEMENTS (ends) ||
               patience-- == 0)
        return end;
      else
        ends[n++] = middle;
    }
  return until;
}

/* ---- steps ---- */

typedef struct
{
  double from, until, low, high;
} Piece;

typedef struct
{
  const RankleForcing *forcing;
  guint                function;
  const double        *parameters;
  RankleInterval      *work;
  Piece                pieces[PIECES];
  guint                n;
  double               low, high; /* that it has somewhere */
} Measure;

static Piece
bound (const Measure *self, double from, double until)
{
  const RankleInterval *value = &self->work[self->forcing->functions[self->function]];

  evaluate (self->forcing, self->parameters, self->work, from, until);
  return (Piece){ from, until, value->low, value->high };
}

static void
visit (Measure *self, double time)
{
  Piece at = bound (self, time, time);

  self->low = fmin (self->low, at.low);
  self->high = fmax (self->high, at.high);
}

/* The piece that reaches farthest, up or down. */
static Piece *
find_farthest (Measure *self, gboolean up)
{
  Piece *farthest = &self->pieces[0];

  for (guint i = 1; i < self->n; i++)
    if (up ? self->pieces[i].high > farthest->high : self->pieces[i].low < farthest->low)
      farthest = &self->pieces[i];
  return farthest;
}

static void
cut (Measure *self, Piece *piece)
{
  double middle = 0.5 * (piece->from + piece->until);

  self->pieces[self->n++] = bound (self, middle, piece->until);
  *piece = bound (self, piece->from, middle);
  visit (self, middle);
}

/* Bounds of a formula may be wider than its values are; cut where they are widest they
 * come near, and that is seen by the values on the way. */
static double
measure_range (Measure *self, double from, double until)
{
  double range;

  self->pieces[0] = bound (self, from, until);
  self->n = 1;
  self->low = INFINITY;
  self->high = -INFINITY;
  visit (self, from);
  visit (self, until);
  while (TRUE)
    {
      range = find_farthest (self, TRUE)->high - find_farthest (self, FALSE)->low;
      if (self->n == PIECES || !(self->high - self->low < TIGHT * range))
        return isfinite (range) ? range : INFINITY;
      cut (self, find_farthest (self, self->n % 2 == 0));
    }
}

void
rankle_forcing_measure (const RankleForcing *forcing,
                        const double        *parameters,
                        RankleInterval      *work,
                        double               from,
                        double               until,
                        double              *ranges)
{
  Measure measure = { .forcing = forcing, .parameters = parameters, .work = work };

  for (; measure.function < forcing->n_functions; measure.function++)
    ranges[measure.function] = measure_range (&measure, from, until);
}

static gboolean
is_calm (const RankleForcing *self,
         const double        *parameters,
         RankleInterval      *work,
         const double        *ranges,
         double               from,
         double               until)
{
  gboolean calm = TRUE;

  evaluate (self, parameters, work, from, until);
  for (guint i = 0; i < self->n_functions; i++)
    {
      RankleInterval value = work[self->functions[i]];

      calm &= isinf (ranges[i]) || !(value.high - value.low > CALM * ranges[i]);
    }
  return calm;
}

double
rankle_forcing_find_calm (const RankleForcing *forcing,
                          const double        *parameters,
                          RankleInterval      *work,
                          const double        *ranges,
                          double               from,
                          double               longest)
{
  double step = longest;

  while (step > SHORTEST * longest &&
         !is_calm (forcing, parameters, work, ranges, from, from + step))
    step *= 0.5;
  return step;
}
