/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All is read before anything is made of it, so that what is made is of a sound file. */

#include "config.h"

#include "rankle-session-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-control-range.h"
#include "rankle-file.h"
#include "rankle-session-json.h"

/* A model of the largest size, as text and escaped, and some kept runs. */
#define BYTES_MAX (64 * 1024 * 1024)

/* Seven levels: session, kept, run, scenario, treatment, step. */
static const RankleJsonLimits limits = { .bytes = BYTES_MAX,
                                         .depth = 10,
                                         .values = 1000000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_EXCHANGE_ERROR_SYNTAX,
                                       .limit = RANKLE_EXCHANGE_ERROR_LIMIT,
                                       .content = RANKLE_EXCHANGE_ERROR_SCHEMA };

void
rankle_session_reading_clear (RankleSessionReading *reading)
{
  g_clear_pointer (&reading->remarks, g_free);
  g_clear_pointer (&reading->saved_as, g_free);
}

/* ---- what is made of it ---- */

static void
add_remark (RankleSessionReading *reading, const char *remark)
{
  char *old = reading->remarks;

  reading->remarks = old == NULL ? g_strdup (remark) : g_strjoin (" ", old, remark, NULL);
  g_free (old);
}

/* (transfer full) (nullable): of a part of the session that it can do without. */
static RankleModel *
resolve_part (const RankleModelReference *reference,
              const char                 *what,
              RankleSessionReading       *reading)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *lost = NULL;
  RankleModel     *model = _rankle_model_resolve (reference, &changed, &error);

  if (changed != NULL)
    add_remark (reading, changed);
  if (model != NULL)
    return model;
  /* Translators: a run's or model's name, and why: a sentence without its full stop */
  lost = g_strdup_printf (_ ("“%s” cannot be shown: %s."), what, error->message);
  add_remark (reading, lost);
  reading->is_whole = FALSE;
  return NULL;
}

/* Takes @other. */
static void
replace (RankleSession **session, RankleSession *other)
{
  rankle_session_unref (*session);
  *session = other;
}

static gboolean
is_of_nothing (const RankleModelReference *reference)
{
  return reference->id == NULL && reference->name == NULL;
}

/* (transfer full) */
static RankleKeptRun *
make_kept_run (const RankleSessionKept *kept, RankleModel *model)
{
  g_autoptr (RankleKeptRun) plain =
      rankle_kept_run_new (kept->name, model, kept->scenario);
  g_autoptr (RankleKeptRun) inked = rankle_kept_run_with_ink (plain, kept->ink);
  g_autoptr (RankleKeptRun) seen = rankle_kept_run_with_hidden (inked, kept->hidden);

  return rankle_kept_run_with_baseline (seen, kept->baseline);
}

static void
make_kept (const RankleSessionContent *content,
           RankleSession             **session,
           RankleSessionReading       *reading)
{
  g_autoptr (GPtrArray) runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);

  for (guint i = 0; i < content->kept->len; i++)
    {
      const RankleSessionKept *kept =
          &g_array_index (content->kept, RankleSessionKept, i);
      g_autoptr (RankleModel) model =
          is_of_nothing (&kept->model)
              ? rankle_model_ref (rankle_session_get_model (*session))
              : resolve_part (&kept->model, kept->name, reading);

      if (model != NULL)
        g_ptr_array_add (runs, make_kept_run (kept, model));
    }
  replace (session, rankle_session_with_kept (*session,
                                              (RankleKeptRun *const *)(void *)runs->pdata,
                                              runs->len));
}

static void
make_rival (const RankleSessionContent *content,
            RankleSession             **session,
            RankleSessionReading       *reading)
{
  const RankleModelReference *rival = &content->rival;
  g_autoptr (RankleModel) model = NULL;

  if (!is_of_nothing (rival))
    model = resolve_part (rival, rival->id != NULL ? rival->id : rival->name, reading);
  if (model != NULL)
    replace (session, rankle_session_with_rival (*session, model));
}

/* It is shown as the file has it, since a value may be of a model that stood there
 * before, and what was saved is not lost: but the slider is at its end, and not there. */
static void
remark_on_ranges (const RankleSessionContent *content,
                  const char                 *name,
                  RankleModel                *model,
                  RankleSessionReading       *reading)
{
  g_autofree char *beyond = rankle_scenario_find_beyond (content->scenario, model);
  g_autofree char *remark = NULL;

  if (beyond == NULL)
    return;
  /* Translators: a file, and a sentence without its full stop on a control that is beyond
   * its range */
  remark = g_strdup_printf (_ ("%1$s: %2$s. What is shown is what the file says."), name,
                            beyond);
  add_remark (reading, remark);
}

/* What the model lacks is not shown, and stays in the session: another version of the
 * model may have it. */
static void
remark_on_panels (const RankleSessionContent *content,
                  const char                 *name,
                  RankleModel                *model,
                  RankleSessionReading       *reading)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) panels = rankle_shown_panels_list (
      model, rankle_arrangement_get (content->arrangement, rankle_model_get_id (model)),
      missing);
  g_autofree char *list = NULL;
  g_autofree char *remark = NULL;

  if (missing->len == 0)
    return;
  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **)missing->pdata);
  /* Translators: a file, the title of a model, and ids of quantities */
  remark = g_strdup_printf (_ ("%1$s: plots of what “%2$s” lacks are left out: %3$s."),
                            name, rankle_model_get_title (model), list);
  add_remark (reading, remark);
}

static RankleSession *
make_session (const RankleSessionContent *content,
              const char                 *name,
              RankleEvidence             *evidence,
              RankleSessionReading       *reading,
              GError                    **error)
{
  g_autofree char *changed = NULL;
  g_autoptr (RankleModel) model =
      _rankle_model_resolve (&content->model, &changed, error);
  RankleSession *session;

  if (model == NULL)
    return NULL;
  if (changed != NULL)
    add_remark (reading, changed);
  remark_on_ranges (content, name, model, reading);
  remark_on_panels (content, name, model, reading);
  session = rankle_session_new_of (model, content->given != NULL ? content->given
                                                                 : content->scenario);
  if (content->given != NULL)
    replace (&session, rankle_session_with_changed (session, content->scenario));
  make_kept (content, &session, reading);
  make_rival (content, &session, reading);
  if (content->has_evidence)
    replace (&session, rankle_session_with_evidence (session, evidence));
  replace (&session,
           rankle_session_with_observations (
               session, (RankleObservations *const *)(void *)content->observations->pdata,
               content->observations->len));
  replace (&session, rankle_session_with_notes (session, content->notes));
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    replace (&session, rankle_session_with_report_text (session, (RankleReportText)i,
                                                        content->report[i]));
  replace (&session, rankle_session_with_view (session, content->view));
  replace (&session, rankle_session_with_shown (session, content->shown));
  replace (&session, rankle_session_with_difference (session, content->difference));
  replace (&session, rankle_session_with_map_levels (session, content->map_levels));
  replace (&session, rankle_session_with_arrangement (session, content->arrangement));
  replace (&session, rankle_session_with_plot_looks (session, content->looks));
  replace (&session, rankle_session_with_zoom (session, content->from, content->to));
  replace (&session, rankle_session_with_cursor (session, content->cursor));
  return session;
}

RankleSession *
rankle_session_file_parse (const char           *text,
                           gssize                length,
                           const char           *name,
                           RankleEvidence       *evidence,
                           RankleSessionReading *reading,
                           GError              **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_auto (RankleSessionContent) content = { 0 };
  RankleSession *session;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);
  g_return_val_if_fail (reading != NULL && reading->remarks == NULL, NULL);

  reading->is_whole = TRUE;
  json = rankle_json_reader_new (text, length, name, &limits);
  _rankle_session_read_json (json, &content);
  if (!rankle_json_reader_finish (json, RANKLE_EXCHANGE_ERROR, &codes, error))
    return NULL;
  reading->saved_as = g_strdup (content.saved_as);
  session = make_session (&content, name, evidence, reading, error);
  if (session == NULL)
    g_prefix_error (error, "%s: ", name);
  return session;
}

RankleSession *
rankle_session_file_load (const char           *path,
                          RankleEvidence       *evidence,
                          RankleSessionReading *reading,
                          GError              **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize            length;

  g_return_val_if_fail (path != NULL && reading != NULL, NULL);

  reading->is_whole = TRUE;
  name = g_filename_display_basename (path);
  if (!rankle_file_read (path, BYTES_MAX, &text, &length, error))
    return NULL;
  return rankle_session_file_parse (text, (gssize)length, name, evidence, reading, error);
}

/* ---- writing ---- */

char *
rankle_session_file_format (const RankleSession *session)
{
  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, NULL);

  return _rankle_session_write_json (session, NULL);
}

gboolean
rankle_session_file_save_copy (const RankleSession *session,
                               const char          *saved_as,
                               const char          *path,
                               GError             **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (session != NULL && path != NULL, FALSE);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, FALSE);

  text = _rankle_session_write_json (session, saved_as);
  return rankle_file_replace (path, text, strlen (text), error);
}

gboolean
rankle_session_file_save (const RankleSession *session, const char *path, GError **error)
{
  return rankle_session_file_save_copy (session, NULL, path, error);
}
