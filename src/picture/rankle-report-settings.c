/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-change-words.h"
#include "rankle-differences.h"
#include "rankle-report-private.h"
#include "rankle-time-words.h"

#define INDENT  56 /* of what is said of a run, from its name or sample */
#define ROW_GAP 4

static void
put_line (RankleReportFlow *flow, const char *text)
{
  rankle_report_flow_put_text (flow, text, RANKLE_REPORT_TEXT_SIZE, RANKLE_REPORT_PLAIN,
                               INDENT);
}

/* Left of the line that comes next, and on its page. */
static void
put_mark (RankleReportFlow *flow, RanklePictureItem *mark)
{
  rankle_report_flow_keep (flow, 2 * RANKLE_REPORT_TEXT_SIZE);
  rankle_report_flow_put (flow, mark, 0, 0);
}

/* ---- the session's own run ---- */

static void
put_duration (RankleReportFlow *flow, const RankleSession *session)
{
  RankleModel     *model = rankle_session_get_model (session);
  g_autofree char *span = rankle_time_span_in_words (
      rankle_model_get_time_unit (model), rankle_session_get_horizon (session));
  /* Translators: %s is how long a run takes, such as “3 years” */
  g_autofree char *words = g_strdup_printf (_ ("Duration %s"), span);

  put_line (flow, words);
}

static void
put_now (RankleReportFlow *flow, const RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleScenario) nothing = rankle_scenario_new (NULL, NULL, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  /* How long it takes is told in a line of its own. */
  rankle_scenario_set_time_unit (nothing, rankle_model_get_time_unit (model));
  rankle_scenario_set_horizon (nothing, rankle_session_get_horizon (session));
  changes = rankle_changes_list (nothing, rankle_session_get_scenario (session), model);

  put_mark (flow, rankle_picture_item_new_words (_ ("Now"), RANKLE_REPORT_TEXT_SIZE, TRUE,
                                                 INDENT - 8));
  for (guint i = 0; i < changes->len; i++)
    put_line (flow, changes->pdata[i]);
  if (changes->len == 0)
    put_line (flow, _ ("Every control as the model has it"));
  put_duration (flow, session);
}

/* ---- kept runs ---- */

/* Doses name their drug themselves. */
static void
put_difference (RankleReportFlow *flow, const RankleDifference *difference)
{
  g_autofree char *words =
      g_str_has_prefix (difference->there, difference->label)
          /* Translators: what is given in a kept run, and what is given now */
          ? g_strdup_printf (_ ("%1$s; now: %2$s"), difference->there, difference->here)
          /* Translators: a control, what it is in a kept run, and what it is now */
          : g_strdup_printf (_ ("%1$s: %2$s; now: %3$s"), difference->label,
                             difference->there, difference->here);

  put_line (flow, words);
}

static void
put_kept (RankleReportFlow       *flow,
          const RankleSession    *session,
          const RankleKeptResult *result)
{
  RankleKeptRun *kept = result->kept;
  g_autoptr (GPtrArray) differences = rankle_differences_list (session, kept);
  g_autofree char *name =
      rankle_kept_run_is_baseline (kept)
          /* Translators: %s is the name of a run */
          ? g_strdup_printf (_ ("Baseline: %s"), rankle_kept_run_get_name (kept))
          : g_strdup (rankle_kept_run_get_name (kept));

  rankle_report_flow_advance (flow, ROW_GAP);
  put_mark (flow, rankle_picture_item_new_trace_sample (rankle_kept_run_get_ink (kept)));
  rankle_report_flow_put_text (flow, name, RANKLE_REPORT_TEXT_SIZE, RANKLE_REPORT_BOLD,
                               INDENT);
  for (guint i = 0; i < differences->len; i++)
    put_difference (flow, differences->pdata[i]);
  if (differences->len == 0)
    put_line (flow, _ ("Nothing differs from the settings now"));
  if (result->run == NULL)
    put_line (flow, _ ("This run could not be computed."));
}

void
_rankle_report_put_settings (RankleReportFlow *flow, const RanklePictureContent *content)
{
  rankle_report_flow_put_heading (flow, _ ("What Was Set"));
  put_now (flow, content->session);
  for (guint i = 0; i < content->n_kept; i++)
    if (!rankle_kept_run_is_hidden (content->kept[i].kept))
      put_kept (flow, content->session, &content->kept[i]);
}
