/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-observations.h"

#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-observations-file.h"
#include "rankle-observations-match.h"
#include "rankle-time-unit.h"

/* [days] */
static gboolean
find_zero (const RankleSession *session, double *days, GError **error)
{
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, error);
  g_autoptr (GArray) doses = NULL;

  if (protocol == NULL)
    return FALSE;
  doses = rankle_protocol_list_doses (protocol, rankle_session_get_horizon (session));
  *days = doses->len == 0
              ? 0
              : g_array_index (doses, double, 0) *
                    rankle_time_unit_convert (rankle_model_get_time_unit (model), "day");
  return TRUE;
}

static gboolean
check_all_known (const RankleObservations *observations,
                 const RankleModel        *model,
                 GError                  **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  RankleObserved observed;

  for (guint i = 0; i < rankle_observations_get_n_series (observations); i++)
    if (!rankle_observations_find_observed (observations, i, model, &observed))
      g_string_append_printf (missing, "%s“%s”", missing->len > 0 ? ", " : "",
                              rankle_observations_get_series (observations, i)->name);
  return missing->len == 0 ||
         rankle_cli_refuse (error, "--observations %s: model “%s” has no %s",
                            rankle_observations_get_name (observations),
                            rankle_model_get_id (model), missing->str);
}

static gboolean
check (const RankleObservations *observations, const RankleModel *model, GError **error)
{
  if (rankle_observations_get_clock (observations) == RANKLE_CLOCK_UNSTATED)
    return rankle_cli_refuse (error,
                              "--observations %s: the head does not say what time is "
                              "counted in, as “day” or “time (weeks)” would",
                              rankle_observations_get_name (observations));
  return check_all_known (observations, model, error);
}

static void
tell (const char *command, const RankleObservations *observations, const char *remark)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s: time 0 is day %.10g of the run",
                   rankle_observations_get_name (observations),
                   rankle_observations_get_zero (observations));
  for (guint i = 0; i < rankle_observations_get_n_series (observations); i++)
    {
      const RankleObservedSeries *series =
          rankle_observations_get_series (observations, i);

      g_string_append_printf (text, "; %s is read as %s", series->name,
                              rankle_measured_as_names[series->measured_as]);
    }
  if (remark != NULL)
    g_string_append_printf (text, ". %s", remark);
  rankle_cli_print_error (command, text->str);
}

/* (transfer full): beside those that it has; one of that name is replaced. */
static RankleSession *
observe_more (RankleSession *session, RankleObservations *observations)
{
  guint                      n;
  RankleObservations *const *tables = rankle_session_get_observations (session, &n);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < n && list->len + 1 < RANKLE_TABLES_MAX; i++)
    if (!g_str_equal (rankle_observations_get_name (tables[i]),
                      rankle_observations_get_name (observations)))
      g_ptr_array_add (list, tables[i]);
  g_ptr_array_add (list, observations);
  return rankle_session_with_observations (
      session, (RankleObservations *const *)(void *)list->pdata, list->len);
}

RankleSession *
rankle_cli_observe (const char    *command,
                    RankleSession *session,
                    const char    *path,
                    GError       **error)
{
  RankleModel     *model = rankle_session_get_model (session);
  g_autofree char *remark = NULL;
  g_autoptr (RankleObservations) observations =
      rankle_observations_file_load (path, &remark, error);
  double zero;

  if (observations == NULL || !find_zero (session, &zero, error))
    return NULL;
  rankle_observations_guess (observations, model, zero);
  if (!check (observations, model, error))
    return NULL;
  tell (command, observations, remark);
  return observe_more (session, observations);
}
