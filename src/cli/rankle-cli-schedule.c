/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-schedule.h"

#include <math.h>

#include "rankle-cli-syntax.h"
#include "rankle-file.h"

#define ROWS_MAX          1000000
#define DEFAULT_INTERVALS 100
#define TIMES_FILE_MAX    (64 * 1024 * 1024)

static const char *
name_kind (RankleQuantityKind kind)
{
  static const char *const names[] = { "a state", "an observable", "a parameter" };

  return names[kind];
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

  if (quantity != NULL && quantity->kind == kind)
    return quantity;
  if (quantity != NULL)
    rankle_cli_refuse (error, "%s “%s”: “%s” is %s of model “%s”, not %s", option,
                       argument, id, name_kind (quantity->kind),
                       rankle_model_get_id (model), name_kind (kind));
  else
    rankle_cli_refuse (error, "%s “%s”: model “%s” has no “%s”", option, argument,
                       rankle_model_get_id (model), id);
  return NULL;
}

/* Without --end a scenario's own horizon is the end, or that of the model it is put to.
 */
static gboolean
read_end (const RankleRunOptions *options,
          const RankleScenario   *scenario,
          const RankleModel      *model,
          double                 *end,
          GError                **error)
{
  *end =
      options->scenario != NULL ? rankle_scenario_get_horizon_for (scenario, model) : 0;
  if (options->end != NULL &&
      !rankle_cli_parse_number (options->end, "--end", end, error))
    return FALSE;
  if (options->end == NULL && !(*end > 0))
    return rankle_cli_refuse (error, "--end is missing");
  return *end > 0 || rankle_cli_refuse (error, "--end: %s is not above 0", options->end);
}

static gboolean
apply_even_times (const RankleRunOptions *options,
                  RankleProtocol         *protocol,
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
  rankle_protocol_set_every (protocol, end, interval);
  return TRUE;
}

static gboolean
apply_file_times (const RankleRunOptions *options,
                  RankleProtocol         *protocol,
                  const double           *end,
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
  rankle_protocol_set_times (protocol, (const double *)(void *)times->data, times->len);
  return TRUE;
}

gboolean
rankle_cli_apply_times (const RankleRunOptions *options,
                        const RankleScenario   *scenario,
                        RankleProtocol         *protocol,
                        GError                **error)
{
  double end;

  if (options->times != NULL && options->end == NULL)
    return apply_file_times (options, protocol, NULL, error);
  if (!read_end (options, scenario, rankle_protocol_get_model (protocol), &end, error))
    return FALSE;
  return options->times != NULL ? apply_file_times (options, protocol, &end, error)
                                : apply_even_times (options, protocol, end, error);
}

/* An event outside the run would be passed over in silence. */
static gboolean
check_within (const RankleProtocol *protocol,
              const char           *option,
              const char           *argument,
              double                time,
              GError              **error)
{
  guint         n;
  const double *times = rankle_protocol_get_times (protocol, &n);
  double        start = fmin (times[0], 0);

  if (time < start)
    return rankle_cli_refuse (error, "%s “%s”: %.15g lies before the start, %.15g",
                              option, argument, time, start);
  if (time > times[n - 1])
    return rankle_cli_refuse (error, "%s “%s”: %.15g lies beyond the end, %.15g", option,
                              argument, time, times[n - 1]);
  return TRUE;
}

static gboolean
apply_dose (const char *text, RankleProtocol *protocol, GError **error)
{
  const RankleQuantity *state;
  g_autofree char      *id = NULL;
  RankleDoseSpec        dose;

  if (!rankle_cli_parse_dose (text, &dose, error))
    return FALSE;
  id = dose.state;
  state = rankle_cli_find_quantity (rankle_protocol_get_model (protocol), id,
                                    RANKLE_QUANTITY_STATE, "--dose", text, error);
  if (state == NULL || !check_within (protocol, "--dose", text, dose.time, error))
    return FALSE;
  for (guint i = 0; i < dose.count; i++)
    rankle_protocol_add_dose (protocol, state->index, dose.amount,
                              dose.time + i * dose.interval);
  return TRUE;
}

static gboolean
apply_infusion (const char *text, RankleProtocol *protocol, GError **error)
{
  const RankleQuantity *state;
  g_autofree char      *id = NULL;
  RankleInfusionSpec    infusion;

  if (!rankle_cli_parse_infusion (text, &infusion, error))
    return FALSE;
  id = infusion.state;
  state = rankle_cli_find_quantity (rankle_protocol_get_model (protocol), id,
                                    RANKLE_QUANTITY_STATE, "--infuse", text, error);
  if (state == NULL || !check_within (protocol, "--infuse", text, infusion.from, error))
    return FALSE;
  rankle_protocol_add_infusion (protocol, state->index, infusion.rate, infusion.from,
                                infusion.to);
  return TRUE;
}

gboolean
rankle_cli_apply_events (const RankleRunOptions *options,
                         RankleProtocol         *protocol,
                         GError                **error)
{
  for (char **text = options->dose; text != NULL && *text != NULL; text++)
    {
      if (!apply_dose (*text, protocol, error))
        return FALSE;
    }
  for (char **text = options->infuse; text != NULL && *text != NULL; text++)
    {
      if (!apply_infusion (*text, protocol, error))
        return FALSE;
    }
  return TRUE;
}
