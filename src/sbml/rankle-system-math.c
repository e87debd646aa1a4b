/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-sbml-digits.h"

/* libSBML's syntax trees to expressions. Function definitions are expanded where they are
 * called. Factors of a product are multiplied in the order constants, parameters, time,
 * states, so that what depends on parameters only can be computed once; this moves the
 * last bit of a product. */

#define NONE      RANKLE_EXPRESSION_NONE
#define MAX_DEPTH 1000
#define MAX_WORK  2000000

typedef struct
{
  const FunctionDefinition_t *definition;
  const RankleExpression     *arguments;
} Frame;

typedef struct
{
  RankleSystem *system;
  RankleGraph  *graph;
  RankleMoment  moment;
  const Frame  *frame; /* (nullable): the function whose body is read */
} Importer;

static RankleExpression import (const Importer *self, const ASTNode_t *math);

static RankleExpression G_GNUC_PRINTF (3, 4)
    fail (const Importer *self, RankleModelError code, const char *format, ...)
{
  GPtrArray       *trail = self->system->trail;
  RankleSymbol    *owner = NULL;
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (trail->len > 0)
    owner = g_ptr_array_index (trail, trail->len - 1);
  if (owner != NULL)
    _rankle_system_fail (self->system, owner->element, code,
                         /* Translators: "in the formula of ‘OPG’: unknown name ‘x’" */
                         _ ("in the formula of ‘%1$s’: %2$s"), owner->id, what);
  else
    _rankle_system_fail (self->system, NULL, code, "%s", what);

  return NONE;
}

static RankleExpression
unsupported (const Importer *self, const char *what)
{
  return fail (self, RANKLE_MODEL_ERROR_UNSUPPORTED, _ ("‘%s’ is not supported"), what);
}

static RankleExpression
unary (const Importer *self, RankleOp op, RankleExpression a)
{
  return a == NONE ? NONE : rankle_graph_unary (self->graph, op, a);
}

static RankleExpression
binary (const Importer *self, RankleOp op, RankleExpression a, RankleExpression b)
{
  return a == NONE || b == NONE ? NONE : rankle_graph_binary (self->graph, op, a, b);
}

static RankleExpression
number (const Importer *self, double value)
{
  return rankle_graph_constant (self->graph, value);
}

static RankleExpression
import_child (const Importer *self, const ASTNode_t *math, guint index)
{
  const ASTNode_t *child = ASTNode_getChild (math, index);

  if (child == NULL)
    return fail (self, RANKLE_MODEL_ERROR_SYNTAX, _ ("an operand is missing"));

  return import (self, child);
}

/* ---- names and calls ---- */

static RankleExpression
find_argument (const Importer *self, const char *name)
{
  const FunctionDefinition_t *definition;

  if (self->frame == NULL)
    return NONE;

  definition = self->frame->definition;
  for (guint i = 0; i < FunctionDefinition_getNumArguments (definition); i++)
    if (g_strcmp0 (ASTNode_getName (FunctionDefinition_getArgument (definition, i)),
                   name) == 0)
      return self->frame->arguments[i];

  return NONE;
}

static RankleExpression
import_name (const Importer *self, const ASTNode_t *math)
{
  const char      *name = ASTNode_getName (math);
  RankleExpression argument = find_argument (self, name);
  RankleSymbol    *symbol;

  if (argument != NONE)
    return argument;

  symbol = name == NULL ? NULL : g_hash_table_lookup (self->system->symbols, name);
  if (symbol == NULL)
    return fail (self, RANKLE_MODEL_ERROR_SEMANTIC, _ ("unknown name ‘%s’"),
                 name == NULL ? "" : name);

  return _rankle_system_resolve (self->system, symbol, self->moment);
}

static RankleExpression
import_time (const Importer *self)
{
  return self->moment == RANKLE_MOMENT_RUN ? rankle_graph_time (self->graph)
                                           : number (self, 0.0);
}

static RankleExpression
import_body (const Importer             *self,
             const ASTNode_t            *call,
             const FunctionDefinition_t *definition,
             guint                       n)
{
  g_autofree RankleExpression *arguments = g_new (RankleExpression, n + 1);
  Frame                        frame = { definition, arguments };
  Importer                     inner = *self;

  g_assert (n == FunctionDefinition_getNumArguments (definition));

  for (guint i = 0; i < n; i++)
    {
      arguments[i] = import_child (self, call, i);
      if (arguments[i] == NONE)
        return NONE;
    }
  inner.frame = &frame;

  return import (&inner, FunctionDefinition_getBody (definition));
}

static RankleExpression
import_call (const Importer *self, const ASTNode_t *math)
{
  const char                 *name = ASTNode_getName (math);
  const FunctionDefinition_t *definition =
      name == NULL ? NULL : g_hash_table_lookup (self->system->functions, name);

  if (definition == NULL || !FunctionDefinition_isSetMath (definition) ||
      FunctionDefinition_getBody (definition) == NULL)
    return fail (self, RANKLE_MODEL_ERROR_SEMANTIC, _ ("unknown function ‘%s’"),
                 name == NULL ? "" : name);
  if (FunctionDefinition_getNumArguments (definition) != ASTNode_getNumChildren (math))
    return fail (self, RANKLE_MODEL_ERROR_SEMANTIC,
                 _ ("function ‘%s’ is called with the wrong number of arguments"), name);

  return import_body (self, math, definition, ASTNode_getNumChildren (math));
}

/* ---- operators ---- */

static RankleExpression
import_chain (const Importer *self, const ASTNode_t *math, RankleOp op, double neutral)
{
  guint            n = ASTNode_getNumChildren (math);
  RankleExpression result;

  if (n == 0)
    return number (self, neutral);

  result = import_child (self, math, 0);
  for (guint i = 1; i < n && result != NONE; i++)
    result = binary (self, op, result, import_child (self, math, i));

  return result;
}

/* Imports the factors of a product, products among them taken apart one level at a time.
 */
static gboolean
collect_factors (const Importer *self, const ASTNode_t *math, GArray *factors)
{
  for (guint i = 0; i < ASTNode_getNumChildren (math); i++)
    {
      const ASTNode_t *child = ASTNode_getChild (math, i);
      RankleExpression factor;

      if (ASTNode_getType (child) == AST_TIMES && i == 0)
        {
          /* a * b * c is (a * b) * c to libSBML. */
          gboolean done;

          if (++self->system->depth > MAX_DEPTH)
            return fail (self, RANKLE_MODEL_ERROR_LIMIT, _ ("nested too deeply")) != NONE;
          done = collect_factors (self, child, factors);
          self->system->depth--;
          if (!done)
            return FALSE;
          continue;
        }
      factor = import (self, child);
      if (factor == NONE)
        return FALSE;
      g_array_append_val (factors, factor);
    }

  return TRUE;
}

/* 0: a number, 1: of parameters, 2: of time, 3: of states. */
static guint
rank_of (const Importer *self, RankleExpression a)
{
  guint depends = rankle_graph_get (self->graph, a)->depends;

  if ((depends & RANKLE_DEPENDS_STATE) != 0)
    return 3;
  if ((depends & RANKLE_DEPENDS_TIME) != 0)
    return 2;

  return depends != 0 ? 1 : 0;
}

static RankleExpression
import_product (const Importer *self, const ASTNode_t *math)
{
  g_autoptr (GArray) factors = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  RankleExpression result = number (self, 1.0);

  if (!collect_factors (self, math, factors))
    return NONE;
  g_assert (factors->len >= ASTNode_getNumChildren (math)); /* none is lost */

  for (guint rank = 0; rank <= 3; rank++)
    for (guint i = 0; i < factors->len; i++)
      {
        RankleExpression factor = g_array_index (factors, RankleExpression, i);

        if (rank_of (self, factor) == rank)
          result = rankle_graph_binary (self->graph, RANKLE_OP_MULTIPLY, result, factor);
      }

  return result;
}

static RankleExpression
import_minus (const Importer *self, const ASTNode_t *math)
{
  if (ASTNode_getNumChildren (math) == 1)
    return unary (self, RANKLE_OP_NEGATE, import_child (self, math, 0));

  return binary (self, RANKLE_OP_SUBTRACT, import_child (self, math, 0),
                 import_child (self, math, 1));
}

static RankleExpression
import_power (const Importer *self, const ASTNode_t *math)
{
  const ASTNode_t *base = ASTNode_getChild (math, 0);

  if (base != NULL && ASTNode_getType (base) == AST_CONSTANT_E)
    return unary (self, RANKLE_OP_EXP, import_child (self, math, 1));

  return binary (self, RANKLE_OP_POWER, import_child (self, math, 0),
                 import_child (self, math, 1));
}

/* root (x) and root (degree, x). */
static RankleExpression
import_root (const Importer *self, const ASTNode_t *math)
{
  RankleExpression degree;

  if (ASTNode_getNumChildren (math) == 1)
    return unary (self, RANKLE_OP_SQRT, import_child (self, math, 0));

  degree = import_child (self, math, 0);
  return binary (self, RANKLE_OP_POWER, import_child (self, math, 1),
                 binary (self, RANKLE_OP_DIVIDE, number (self, 1.0), degree));
}

/* log (x) is to base 10; log (base, x). */
static RankleExpression
import_log (const Importer *self, const ASTNode_t *math)
{
  RankleExpression base;

  if (ASTNode_getNumChildren (math) == 1)
    return unary (self, RANKLE_OP_LOG10, import_child (self, math, 0));

  base = import_child (self, math, 0);
  if (base != NONE && rankle_graph_is_constant (self->graph, base, 10.0))
    return unary (self, RANKLE_OP_LOG10, import_child (self, math, 1));

  return binary (self, RANKLE_OP_DIVIDE,
                 unary (self, RANKLE_OP_LN, import_child (self, math, 1)),
                 unary (self, RANKLE_OP_LN, base));
}

/* a < b < c holds where each neighbouring pair does. */
static RankleExpression
import_relation (const Importer *self, const ASTNode_t *math, RankleOp op, gboolean swap)
{
  guint            n = ASTNode_getNumChildren (math);
  RankleExpression result = number (self, 1.0);
  RankleExpression last;

  if (n < 2)
    return fail (self, RANKLE_MODEL_ERROR_SYNTAX, _ ("an operand is missing"));

  last = import_child (self, math, 0);
  for (guint i = 1; i < n; i++)
    {
      RankleExpression next = import_child (self, math, i);
      RankleExpression pair = binary (self, op, swap ? next : last, swap ? last : next);

      result = i == 1 ? pair : binary (self, RANKLE_OP_AND, result, pair);
      last = next;
    }

  return result;
}

/* Where no condition holds and there is no "otherwise" the value is not a number. */
static RankleExpression
import_piecewise (const Importer *self, const ASTNode_t *math)
{
  guint            n = ASTNode_getNumChildren (math);
  RankleExpression result =
      n % 2 == 1 ? import_child (self, math, n - 1) : number (self, (double)NAN);

  for (guint i = n / 2; i-- > 0 && result != NONE;)
    {
      RankleExpression value = import_child (self, math, 2 * i);
      RankleExpression condition = import_child (self, math, 2 * i + 1);

      if (value == NONE || condition == NONE)
        return NONE;
      result =
          rankle_graph_ternary (self->graph, RANKLE_OP_SELECT, condition, value, result);
    }

  return result;
}

/* ---- functions of one operand ---- */

typedef struct
{
  ASTNodeType_t type;
  RankleOp      op;
  enum
  {
    DIRECT,
    OF_RECIPROCAL, /* arcsec (x) = acos (1 / x) */
    RECIPROCAL,    /* sec (x) = 1 / cos (x) */
  } form;
} UnaryForm;

static const UnaryForm unary_forms[] = {
  { AST_FUNCTION_ABS, RANKLE_OP_ABS, DIRECT },
  { AST_FUNCTION_EXP, RANKLE_OP_EXP, DIRECT },
  { AST_FUNCTION_LN, RANKLE_OP_LN, DIRECT },
  { AST_FUNCTION_FLOOR, RANKLE_OP_FLOOR, DIRECT },
  { AST_FUNCTION_CEILING, RANKLE_OP_CEIL, DIRECT },
  { AST_LOGICAL_NOT, RANKLE_OP_NOT, DIRECT },
  { AST_FUNCTION_SIN, RANKLE_OP_SIN, DIRECT },
  { AST_FUNCTION_COS, RANKLE_OP_COS, DIRECT },
  { AST_FUNCTION_TAN, RANKLE_OP_TAN, DIRECT },
  { AST_FUNCTION_SEC, RANKLE_OP_COS, RECIPROCAL },
  { AST_FUNCTION_CSC, RANKLE_OP_SIN, RECIPROCAL },
  { AST_FUNCTION_COT, RANKLE_OP_TAN, RECIPROCAL },
  { AST_FUNCTION_SINH, RANKLE_OP_SINH, DIRECT },
  { AST_FUNCTION_COSH, RANKLE_OP_COSH, DIRECT },
  { AST_FUNCTION_TANH, RANKLE_OP_TANH, DIRECT },
  { AST_FUNCTION_SECH, RANKLE_OP_COSH, RECIPROCAL },
  { AST_FUNCTION_CSCH, RANKLE_OP_SINH, RECIPROCAL },
  { AST_FUNCTION_COTH, RANKLE_OP_TANH, RECIPROCAL },
  { AST_FUNCTION_ARCSIN, RANKLE_OP_ASIN, DIRECT },
  { AST_FUNCTION_ARCCOS, RANKLE_OP_ACOS, DIRECT },
  { AST_FUNCTION_ARCTAN, RANKLE_OP_ATAN, DIRECT },
  { AST_FUNCTION_ARCSEC, RANKLE_OP_ACOS, OF_RECIPROCAL },
  { AST_FUNCTION_ARCCSC, RANKLE_OP_ASIN, OF_RECIPROCAL },
  { AST_FUNCTION_ARCCOT, RANKLE_OP_ATAN, OF_RECIPROCAL },
  { AST_FUNCTION_ARCSINH, RANKLE_OP_ASINH, DIRECT },
  { AST_FUNCTION_ARCCOSH, RANKLE_OP_ACOSH, DIRECT },
  { AST_FUNCTION_ARCTANH, RANKLE_OP_ATANH, DIRECT },
  { AST_FUNCTION_ARCSECH, RANKLE_OP_ACOSH, OF_RECIPROCAL },
  { AST_FUNCTION_ARCCSCH, RANKLE_OP_ASINH, OF_RECIPROCAL },
  { AST_FUNCTION_ARCCOTH, RANKLE_OP_ATANH, OF_RECIPROCAL },
};

static RankleExpression
import_unary (const Importer *self, const ASTNode_t *math, const UnaryForm *form)
{
  RankleExpression one = number (self, 1.0);
  RankleExpression operand = import_child (self, math, 0);

  if (form->form == OF_RECIPROCAL)
    operand = binary (self, RANKLE_OP_DIVIDE, one, operand);
  operand = unary (self, form->op, operand);

  return form->form == RECIPROCAL ? binary (self, RANKLE_OP_DIVIDE, one, operand)
                                  : operand;
}

static const UnaryForm *
find_unary (ASTNodeType_t type)
{
  for (guint i = 0; i < G_N_ELEMENTS (unary_forms); i++)
    if (unary_forms[i].type == type)
      return &unary_forms[i];

  return NULL;
}

static const char *
name_of (const ASTNode_t *math)
{
  static const struct
  {
    guint       type;
    const char *name;
  } names[] = {
    { AST_FUNCTION_DELAY, "delay" },
    { AST_FUNCTION_RATE_OF, "rateOf" },
    { AST_FUNCTION_FACTORIAL, "factorial" },
    { AST_FUNCTION_QUOTIENT, "quotient" },
    { AST_FUNCTION_REM, "rem" },
    { AST_LAMBDA, "lambda" },
    { AST_DISTRIB_FUNCTION_NORMAL, "normal" },
    { AST_DISTRIB_FUNCTION_UNIFORM, "uniform" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((guint)ASTNode_getType (math) == names[i].type)
      return names[i].name;

  return ASTNode_getName (math) != NULL ? ASTNode_getName (math) : _ ("a function");
}

/* ---- everything ---- */

static RankleExpression
import_leaf (const Importer *self, const ASTNode_t *math)
{
  switch ((int)ASTNode_getType (math))
    {
    case AST_INTEGER:
      return number (self, (double)ASTNode_getInteger (math));
    case AST_REAL:
    case AST_REAL_E:
    case AST_RATIONAL:
      return number (self, _rankle_digits_read (math));
    case AST_CONSTANT_E:
      return number (self, G_E);
    case AST_CONSTANT_PI:
      return number (self, G_PI);
    case AST_CONSTANT_TRUE:
      return number (self, 1.0);
    case AST_CONSTANT_FALSE:
      return number (self, 0.0);
    case AST_NAME_AVOGADRO:
      return number (self, 6.02214179e23); /* as SBML Level 3 fixes it */
    case AST_NAME_TIME:
      return import_time (self);
    case AST_NAME:
      return import_name (self, math);
    default:
      return unsupported (self, name_of (math));
    }
}

static RankleExpression
import_operator (const Importer *self, const ASTNode_t *math)
{
  switch ((int)ASTNode_getType (math))
    {
    case AST_PLUS:
      return import_chain (self, math, RANKLE_OP_ADD, 0.0);
    case AST_MINUS:
      return import_minus (self, math);
    case AST_TIMES:
      return import_product (self, math);
    case AST_DIVIDE:
      return binary (self, RANKLE_OP_DIVIDE, import_child (self, math, 0),
                     import_child (self, math, 1));
    case AST_POWER:
    case AST_FUNCTION_POWER:
      return import_power (self, math);
    case AST_FUNCTION_ROOT:
      return import_root (self, math);
    case AST_FUNCTION_LOG:
      return import_log (self, math);
    case AST_FUNCTION_MIN:
      return import_chain (self, math, RANKLE_OP_MINIMUM, (double)NAN);
    case AST_FUNCTION_MAX:
      return import_chain (self, math, RANKLE_OP_MAXIMUM, (double)NAN);
    case AST_FUNCTION_PIECEWISE:
      return import_piecewise (self, math);
    case AST_FUNCTION:
      return import_call (self, math);
    default:
      return import_leaf (self, math);
    }
}

static RankleExpression
import_truth (const Importer *self, const ASTNode_t *math)
{
  switch ((int)ASTNode_getType (math))
    {
    case AST_LOGICAL_AND:
      return import_chain (self, math, RANKLE_OP_AND, 1.0);
    case AST_LOGICAL_OR:
      return import_chain (self, math, RANKLE_OP_OR, 0.0);
    case AST_LOGICAL_XOR:
      return import_chain (self, math, RANKLE_OP_XOR, 0.0);
    case AST_LOGICAL_IMPLIES:
      return binary (self, RANKLE_OP_OR,
                     unary (self, RANKLE_OP_NOT, import_child (self, math, 0)),
                     import_child (self, math, 1));
    case AST_RELATIONAL_LT:
      return import_relation (self, math, RANKLE_OP_LESS, FALSE);
    case AST_RELATIONAL_GT:
      return import_relation (self, math, RANKLE_OP_LESS, TRUE);
    case AST_RELATIONAL_LEQ:
      return import_relation (self, math, RANKLE_OP_LESS_EQUAL, FALSE);
    case AST_RELATIONAL_GEQ:
      return import_relation (self, math, RANKLE_OP_LESS_EQUAL, TRUE);
    case AST_RELATIONAL_EQ:
      return import_relation (self, math, RANKLE_OP_EQUAL, FALSE);
    case AST_RELATIONAL_NEQ:
      return import_relation (self, math, RANKLE_OP_NOT_EQUAL, FALSE);
    default:
      return import_operator (self, math);
    }
}

static RankleExpression
import (const Importer *self, const ASTNode_t *math)
{
  RankleSystem    *system = self->system;
  const UnaryForm *form = find_unary (ASTNode_getType (math));
  RankleExpression result;

  g_assert (math != NULL);

  if (system->error != NULL)
    return NONE;
  if (++system->work > MAX_WORK)
    return fail (self, RANKLE_MODEL_ERROR_LIMIT, _ ("the formulas are too long"));
  if (++system->depth > MAX_DEPTH)
    return fail (self, RANKLE_MODEL_ERROR_LIMIT, _ ("nested too deeply"));

  result = form != NULL ? import_unary (self, math, form) : import_truth (self, math);
  system->depth--;

  return result;
}

RankleExpression
_rankle_system_import (RankleSystem *self, const ASTNode_t *math, RankleMoment moment)
{
  Importer importer = { .system = self, .graph = self->graph, .moment = moment };

  return import (&importer, math);
}
