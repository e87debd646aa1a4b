/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-axis.h"

#include <math.h>
#include <string.h>

#include "rankle-cli-controls.h"
#include "rankle-cli-schedule.h"
#include "rankle-cli-syntax.h"

#define FORM       "NAME=FROM..TOxN[:log]"
#define VALUES_MAX 10000

void
rankle_axis_clear (RankleAxis *axis)
{
  g_clear_pointer (&axis->id, g_free);
  g_clear_pointer (&axis->values, g_free);
}

/* ---- where its values are ---- */

/* What reads FROM..TOxN[:log]. */
typedef struct
{
  double   from, to;
  guint    n;
  gboolean log;
} Span;

static gboolean
split_span (const char *text, char **from, char **to, char **n, gboolean *log)
{
  const char *dots = strstr (text, ".."), *times = strrchr (text, 'x');
  const char *colon = strchr (text, ':');

  if (dots == NULL || times == NULL || times < dots + 2 ||
      (colon != NULL && (colon < times || !g_str_equal (colon, ":log"))))
    return FALSE;
  *from = g_strndup (text, (gsize)(dots - text));
  *to = g_strndup (dots + 2, (gsize)(times - dots - 2));
  *n = colon != NULL ? g_strndup (times + 1, (gsize)(colon - times - 1))
                     : g_strdup (times + 1);
  *log = colon != NULL;
  return TRUE;
}

static gboolean
check_span (const Span *span, const char *whole, GError **error)
{
  if (!(span->from < span->to))
    return rankle_cli_refuse (error, "--grid “%s”: FROM must be below TO", whole);
  if (span->log && !(span->from > 0))
    return rankle_cli_refuse (error, "--grid “%s”: FROM must be above 0 for :log", whole);
  return TRUE;
}

static gboolean
parse_span (const char *text, const char *whole, Span *span, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *n = NULL;
  guint64          count;

  if (!split_span (text, &from, &to, &n, &span->log))
    return rankle_cli_refuse (error, "--grid “%s”: must read " FORM, whole);
  if (!g_ascii_string_to_unsigned (n, 10, 2, VALUES_MAX, &count, NULL))
    return rankle_cli_refuse (error, "--grid “%s”: N must be a whole number from 2 to %d",
                              whole, VALUES_MAX);
  span->n = (guint)count;
  if (rankle_cli_parse_number (from, "--grid", &span->from, error) &&
      rankle_cli_parse_number (to, "--grid", &span->to, error))
    return check_span (span, whole, error);
  g_prefix_error (error, "--grid “%s”: ", whole);
  return FALSE;
}

/* As it would be typed. */
static double
round_to_digits (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.12g", value), NULL);
}

static double
place (const Span *span, guint index)
{
  double above = index, below = span->n - 1 - index, all = span->n - 1;

  g_assert (index < span->n);

  if (index == 0 || index == span->n - 1)
    return index == 0 ? span->from : span->to;
  if (!span->log)
    return round_to_digits ((below * span->from + above * span->to) / all);
  return round_to_digits (
      pow (10, (below * log10 (span->from) + above * log10 (span->to)) / all));
}

/* ---- what it moves ---- */

/* Of a parameter and a control of one name it is the parameter, as --vary has it. */
static gboolean
find_target (RankleAxis *axis, const char *whole, RankleModel *model, GError **error)
{
  const RankleQuantity *quantity = rankle_model_find (model, axis->id);

  axis->target = RANKLE_AXIS_PARAMETER;
  if (quantity != NULL && quantity->kind == RANKLE_QUANTITY_PARAMETER)
    return TRUE;
  axis->target = RANKLE_AXIS_CONTROL;
  if (rankle_model_find_control (model, axis->id) != NULL)
    return TRUE;
  axis->target = RANKLE_AXIS_DOSE;
  if (quantity != NULL && quantity->kind == RANKLE_QUANTITY_STATE)
    return TRUE;
  return rankle_cli_find_quantity (model, axis->id, RANKLE_QUANTITY_PARAMETER, "--grid",
                                   whole, error) != NULL;
}

static gboolean
check_values (const RankleAxis *axis,
              const char       *whole,
              RankleModel      *model,
              GError          **error)
{
  g_autofree char *option = g_strdup_printf ("--grid “%s”", whole);

  for (guint i = 0; axis->target == RANKLE_AXIS_CONTROL && i < axis->n_values; i++)
    if (!rankle_cli_check_control (model, option, axis->id, axis->values[i], error))
      return FALSE;
  return TRUE;
}

gboolean
rankle_cli_parse_axis (const char  *text,
                       RankleModel *model,
                       RankleAxis  *axis,
                       GError     **error)
{
  const char *equals = strchr (text, '=');
  Span        span;

  g_assert (axis->id == NULL && axis->values == NULL);

  if (equals == NULL)
    return rankle_cli_refuse (error, "--grid “%s”: must read " FORM, text);
  axis->id = g_strndup (text, (gsize)(equals - text));
  if (!find_target (axis, text, model, error) ||
      !parse_span (equals + 1, text, &span, error))
    return FALSE;
  axis->logarithmic = span.log;
  axis->n_values = span.n;
  axis->values = g_new (double, span.n);
  for (guint i = 0; i < span.n; i++)
    axis->values[i] = place (&span, i);
  return check_values (axis, text, model, error);
}

/* From the last one on: what is put anew goes behind those of the same time. */
static gboolean
put_doses (RankleScenario *scenario, const char *state, double amount)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);
  gboolean                   any = FALSE;

  for (guint i = n; i-- > 0; steps = rankle_scenario_get_treatment (scenario, &n))
    if (steps[i].kind == RANKLE_TREATMENT_DOSE &&
        steps[i].target == RANKLE_TARGET_STATE && g_str_equal (steps[i].id, state))
      {
        RankleTreatmentStep step = steps[i];

        step.value = amount;
        rankle_scenario_put_step (scenario, (int)i, &step);
        any = TRUE;
      }
  return any;
}

gboolean
rankle_axis_put (const RankleAxis *axis, guint index, RankleScenario *scenario)
{
  g_assert (index < axis->n_values);

  if (axis->target == RANKLE_AXIS_DOSE)
    return put_doses (scenario, axis->id, axis->values[index]);
  if (axis->target == RANKLE_AXIS_CONTROL)
    rankle_scenario_set_control (scenario, axis->id, axis->values[index]);
  else
    rankle_scenario_set_parameter (scenario, axis->id, axis->values[index]);
  return TRUE;
}
