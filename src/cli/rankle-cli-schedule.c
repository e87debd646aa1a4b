/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-schedule.h"

#include <float.h>
#include <math.h>

#include "rankle-cli-controls.h"
#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-file.h"
#include "rankle-series.h"

#define ROWS_MAX          1000000
#define DEFAULT_INTERVALS 100
#define TIMES_FILE_MAX    (64 * 1024 * 1024)

static const char *
name_kind (RankleQuantityKind kind)
{
  static const char *const names[] = { "a state", "an observable", "a parameter" };

  g_assert (kind < G_N_ELEMENTS (names));

  return names[kind];
}

/* (transfer full): "; did you mean …?", or "". What is changed may be a control, too. */
static char *
suggest (const RankleModel *model,
         const char        *id,
         RankleQuantityKind kind,
         const char        *option)
{
  g_autoptr (GPtrArray) ids = rankle_cli_list_quantities (model, kind);

  if (g_str_equal (option, "--change"))
    {
      g_autoptr (GPtrArray) controls = rankle_cli_list_controls (model);

      g_ptr_array_remove_index (ids, ids->len - 1);
      g_ptr_array_extend (ids, controls, NULL, NULL);
    }
  return rankle_cli_suggest (id, (const char *const *)ids->pdata);
}

const RankleQuantity *
rankle_cli_find_quantity (const RankleModel *model,
                          const char        *id,
                          RankleQuantityKind kind,
                          const char        *option,
                          const char        *argument,
                          GError           **error)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);
  g_autofree char      *meant = NULL;

  if (quantity != NULL && quantity->kind == kind)
    return quantity;
  if (quantity != NULL)
    rankle_cli_refuse (error, "%s “%s”: “%s” is %s of model “%s”, not %s", option,
                       argument, id, name_kind (quantity->kind),
                       rankle_model_get_id (model), name_kind (kind));
  else
    {
      meant = suggest (model, id, kind, option);
      rankle_cli_refuse (error, "%s “%s”: model “%s” has no “%s”%s", option, argument,
                         rankle_model_get_id (model), id, meant);
    }
  return NULL;
}

/* Without --end it is the scenario's own horizon, or that of the model it is put to. */
static gboolean
read_end (const RankleRunOptions *options,
          const RankleQuestion   *question,
          double                 *end,
          GError                **error)
{
  *end = rankle_question_get_horizon (question);
  if (options->end != NULL &&
      !rankle_cli_parse_number (options->end, "--end", end, error))
    return FALSE;
  if (options->end == NULL && !(*end > 0))
    return rankle_cli_refuse (error, "--end is missing");
  if (!(*end > 0))
    return rankle_cli_refuse (error, "--end: %s is not above 0", options->end);
  return *end >= DBL_MIN ||
         rankle_cli_refuse (error, "--end: %s is too small to be divided", options->end);
}

static gboolean
set_even_times (const RankleRunOptions *options,
                RankleQuestion         *question,
                double                  end,
                GError                **error)
{
  double interval = end / DEFAULT_INTERVALS;

  if (options->every != NULL &&
      !rankle_cli_parse_number (options->every, "--every", &interval, error))
    return FALSE;
  if (!(interval > 0))
    return rankle_cli_refuse (error, "--every: %s is not above 0", options->every);
  if (end / interval > ROWS_MAX)
    return rankle_cli_refuse (error, "--every: %s makes more than %d rows",
                              options->every, ROWS_MAX);
  rankle_question_set_every (question, end, interval);
  return TRUE;
}

static gboolean
set_file_times (const RankleRunOptions *options,
                RankleQuestion         *question,
                const double           *end,
                RankleSpan             *span,
                GError                **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) times = NULL;
  gsize  length;
  double last;

  if (options->every != NULL)
    return rankle_cli_refuse (error, "--times and --every exclude each other");
  if (!rankle_file_read (options->times, TIMES_FILE_MAX, &text, &length, error))
    {
      /* An input that cannot be read is bad input, not a failed run. */
      g_autoptr (GError) local = g_steal_pointer (error);

      return rankle_cli_refuse (error, "--times: %s", local->message);
    }
  times = rankle_cli_parse_times (text, options->times, error);
  if (times == NULL)
    return FALSE;
  last = g_array_index (times, double, times->len - 1);
  if (end != NULL && last > *end)
    return rankle_cli_refuse (error, "--times: %s: %.15g lies beyond --end %s",
                              options->times, last, options->end);
  rankle_question_set_times (question, (const double *)(void *)times->data, times->len);
  span->start = fmin (g_array_index (times, double, 0), 0);
  span->end = last;
  return TRUE;
}

/* The question has them without being told, up to the scenario's horizon. */
static gboolean
set_shown_times (const RankleRunOptions *options,
                 RankleScenario         *scenario,
                 double                  end,
                 RankleSpan             *span,
                 GError                **error)
{
  if (options->every != NULL)
    return rankle_cli_refuse (error, "--as-shown and --every exclude each other");
  if (options->times != NULL)
    return rankle_cli_refuse (error, "--as-shown and --times exclude each other");
  rankle_scenario_set_horizon (scenario, end);
  *span = (RankleSpan){ 0, end };
  return TRUE;
}

gboolean
rankle_cli_set_times (const RankleRunOptions *options,
                      RankleQuestion         *question,
                      RankleScenario         *scenario,
                      RankleSpan             *span,
                      GError                **error)
{
  double end;

  if (options->times != NULL && options->end == NULL)
    return set_file_times (options, question, NULL, span, error);
  if (!read_end (options, question, &end, error))
    return FALSE;
  if (options->as_shown)
    return set_shown_times (options, scenario, end, span, error);
  *span = (RankleSpan){ 0, end };
  return options->times != NULL ? set_file_times (options, question, &end, span, error)
                                : set_even_times (options, question, end, error);
}

/* What is given outside of the run would be passed over in silence. */
static gboolean
check_within (const RankleSpan *span,
              const char       *option,
              const char       *argument,
              double            time,
              GError          **error)
{
  g_assert (span->start <= span->end);

  if (time < span->start)
    return rankle_cli_refuse (error, "%s “%s”: %.15g lies before the start, %.15g",
                              option, argument, time, span->start);
  if (time > span->end)
    return rankle_cli_refuse (error, "%s “%s”: %.15g lies beyond the end, %.15g", option,
                              argument, time, span->end);
  return TRUE;
}

static gboolean
add_change (const char       *text,
            RankleScenario   *scenario,
            RankleModel      *model,
            const RankleSpan *span,
            GError          **error)
{
  g_autofree char     *id = NULL;
  RankleChangeSpec     change;
  const RankleControl *control;

  if (!rankle_cli_parse_change (text, &change, error))
    return FALSE;
  id = change.id;
  control = rankle_model_find_control (model, id);
  if (!check_within (span, "--change", text, change.time, error))
    return FALSE;
  if (control != NULL)
    {
      rankle_scenario_change_control (scenario, id, change.value, change.time);
      return rankle_cli_check_control (model, "--change", id, change.value, error);
    }
  rankle_scenario_change_parameter (scenario, id, change.value, change.time);
  return rankle_cli_find_quantity (model, id, RANKLE_QUANTITY_PARAMETER, "--change", text,
                                   error) != NULL;
}

static gboolean
add_dose (const char       *text,
          RankleScenario   *scenario,
          RankleModel      *model,
          const RankleSpan *span,
          GError          **error)
{
  RankleTreatmentStep   step = { .kind = RANKLE_TREATMENT_DOSE,
                                 .target = RANKLE_TARGET_STATE };
  const RankleQuantity *state;
  g_autofree char      *id = NULL;
  g_autoptr (GArray) exceptions = NULL;
  RankleDoseSpec dose;

  if (!rankle_cli_parse_dose (text, &dose, error))
    return FALSE;
  id = step.id = dose.state;
  step.value = dose.amount;
  step.time = dose.time;
  step.count = dose.count;
  step.interval = dose.interval;
  exceptions = dose.exceptions;
  rankle_series_set_exceptions (&step, exceptions);
  state =
      rankle_cli_find_quantity (model, id, RANKLE_QUANTITY_STATE, "--dose", text, error);
  if (state == NULL ||
      !check_within (span, "--dose", text, rankle_series_get_first (&step), error))
    return FALSE;
  rankle_scenario_add_step (scenario, &step);
  return TRUE;
}

static gboolean
add_infusion (const char       *text,
              RankleScenario   *scenario,
              RankleModel      *model,
              const RankleSpan *span,
              GError          **error)
{
  RankleTreatmentStep   step = { .kind = RANKLE_TREATMENT_INFUSION,
                                 .target = RANKLE_TARGET_STATE };
  const RankleQuantity *state;
  g_autofree char      *id = NULL;
  RankleInfusionSpec    infusion;

  if (!rankle_cli_parse_infusion (text, &infusion, error))
    return FALSE;
  id = step.id = infusion.state;
  step.value = infusion.rate;
  step.time = infusion.from;
  step.until = infusion.to;
  state = rankle_cli_find_quantity (model, id, RANKLE_QUANTITY_STATE, "--infuse", text,
                                    error);
  if (state == NULL || !check_within (span, "--infuse", text, infusion.from, error))
    return FALSE;
  rankle_scenario_add_step (scenario, &step);
  return TRUE;
}

gboolean
rankle_cli_add_steps (const RankleRunOptions *options,
                      RankleScenario         *scenario,
                      RankleModel            *model,
                      const RankleSpan       *span,
                      GError                **error)
{
  for (char **text = options->change; text != NULL && *text != NULL; text++)
    if (!add_change (*text, scenario, model, span, error))
      return FALSE;
  for (char **text = options->dose; text != NULL && *text != NULL; text++)
    if (!add_dose (*text, scenario, model, span, error))
      return FALSE;
  for (char **text = options->infuse; text != NULL && *text != NULL; text++)
    if (!add_infusion (*text, scenario, model, span, error))
      return FALSE;
  return TRUE;
}
