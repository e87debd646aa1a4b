/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing untrue on the screen: every bundled scenario, and every control at both ends,
 * off, at neutral and where it starts, in every bundled model. What is new falls under it
 * by itself. */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-change-words.h"
#include "rankle-scenario-file.h"
#include "rankle-title-words.h"
#include "sentence-reader.h"
#include "truth-ranges.h"
#include "truth-shares.h"

typedef struct
{
  guint      n, n_failed, n_sentences, n_told, n_titles, n_changed, n_rerun, n_out;
  TruthPlots plots;
} Tally;

/* ---- what is wrong ---- */

/* What was asked; not by the title, which may be wrong. */
static char *
describe (const State *state)
{
  RankleScenario      *scenario = rankle_session_get_scenario (state->session);
  GString             *text = g_string_new (rankle_scenario_get_id (scenario));
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s=%g", settings[i].id, settings[i].value);
  return g_string_free (text, FALSE);
}

/* The test goes on, so that one look shows all faults. */
static void
report (const State *state, const char *fault)
{
  g_autofree char *asked = describe (state);

  g_test_message ("%s: %s", asked, fault);
  g_test_fail ();
}

/* ---- the title ---- */

/* With the model's own value of each parameter that is left alone: a control at neutral
 * sets what holds anyway. */
static RankleProtocol *
make_protocol (const State *state, RankleScenario *scenario)
{
  RankleModel *model = rankle_session_get_model (state->session);
  g_autoptr (RankleQuestion) question = rankle_session_ask (model, scenario, NULL);
  g_autoptr (RankleProtocol) asked = rankle_question_make_protocol (question, NULL);
  RankleProtocol *full;

  g_assert_nonnull (asked);
  full = rankle_protocol_copy (asked);
  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    if (isnan (rankle_protocol_get_parameters (asked)[i]))
      rankle_protocol_set_parameter (full, i,
                                     rankle_model_get_parameter (model, i)->value);
  rankle_protocol_seal (full);
  return full;
}

/* Another question than the one that was given. */
static gboolean
asks_otherwise (const State *state)
{
  g_autoptr (RankleProtocol) given =
      make_protocol (state, rankle_session_get_given (state->session));
  g_autoptr (RankleProtocol) present =
      make_protocol (state, rankle_session_get_scenario (state->session));

  return !rankle_protocol_equal (given, present);
}

/* Another answer than to what was given: a moment behind the end of the run is as good as
 * never. */
static gboolean
is_otherwise (const State *state)
{
  RankleModel *model = rankle_session_get_model (state->session);
  g_autoptr (RankleTrajectory) given =
      state_ask (model, rankle_session_get_given (state->session), 0);

  g_assert_nonnull (given);
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    if (state_columns_differ (state->run, given, i))
      return TRUE;
  return FALSE;
}

/* A switch or a parameter that was moved is named, or counted among the others. */
static void
check_names (const State *state, const char *title)
{
  RankleModel    *model = rankle_session_get_model (state->session);
  RankleScenario *given = rankle_session_get_given (state->session);
  RankleScenario *present = rankle_session_get_scenario (state->session);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      double               was = control->neutral, is = control->neutral;
      const char          *name;

      if (control->absent != NULL || control->role != RANKLE_CONTROL_PARAMETER)
        continue;
      rankle_scenario_get_control (given, control->id, &was);
      rankle_scenario_get_control (present, control->id, &is);
      name = control->reversed == NULL ? control->label
             : is > 0                  ? control->when_on
                                       : control->when_off;
      if (fabs (is - was) > 0 && strstr (title, name) == NULL &&
          strstr (title, " more") == NULL)
        report (state, "the title does not name what was moved");
    }
}

static void
check_title (const State *state, Tally *tally)
{
  g_autofree char *brief = NULL;
  g_autofree char *title = rankle_session_title_in_words (state->session, &brief);
  gboolean         says = strstr (title, ", changed: ") != NULL;

  tally->n_titles++;
  tally->n_changed += says;
  check_names (state, title);
  if (says != g_str_has_suffix (brief, ", changed"))
    report (state, "two titles that differ");
  if (says && !asks_otherwise (state))
    report (state, "changed, says the title, but the same is asked");
  if (!says && asks_otherwise (state) && is_otherwise (state))
    report (state, "the run is another, but not the title");
}

/* ---- all of it ---- */

/* Not in “pregnancy”. */
static gboolean
has_no_number (const char *sentence)
{
  return g_regex_match_simple ("\\b(nan|inf)\\b", sentence, 0, 0);
}

static void
check_sentence (const State *state, Tally *tally)
{
  if (state->sentence == NULL)
    return;
  g_assert_true (g_utf8_validate (state->sentence, -1, NULL));
  if (has_no_number (state->sentence))
    report (state, state->sentence);
  tally->n_sentences++;
  tally->n_told += sentence_read (state);
}

static void
check (const State *state, Tally *tally)
{
  tally->n++;
  if (state->run != NULL)
    tally->n_out += truth_check_ranges (state, report);
  if (state->run == NULL || state->baseline == NULL)
    {
      tally->n_failed++;
      return;
    }
  check_title (state, tally);
  check_sentence (state, tally);
  truth_check_plots (state, report, &tally->plots);
  tally->n_rerun += truth_check_shares (state, report);
}

/* ---- every state ---- */

static void
visit (RankleSession *session, Tally *tally)
{
  g_auto (State) state = state_new (session);

  check (&state, tally);
}

/* Of the controls of one series of doses nothing is seen unless a dose is given. */
static void
give_doses (RankleModel *model, const RankleControl *control, RankleScenario *scenario)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *other = rankle_model_get_control (model, i);

      if (control->role != RANKLE_CONTROL_PARAMETER && other->absent == NULL &&
          other->role == RANKLE_CONTROL_DOSE_AMOUNT && other->state == control->state &&
          other != control)
        rankle_scenario_set_control (scenario, other->id, other->max);
    }
}

static void
visit_value (RankleModel *model, const RankleControl *control, double value, Tally *tally)
{
  g_autoptr (RankleSession) given = state_choose (model, NULL);
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (given));

  give_doses (model, control, changed);
  rankle_scenario_set_control (changed, control->id, value);
  visit (rankle_session_with_changed (given, changed), tally);
}

static void
visit_control (RankleModel *model, const RankleControl *control, Tally *tally)
{
  const double values[] = { control->min, control->max, control->neutral, control->start,
                            control->can_be_off ? 0 : control->min };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gboolean again = FALSE;

      for (guint k = 0; k < i; k++)
        again |= !(fabs (values[i] - values[k]) > 0);
      if (!again)
        visit_value (model, control, values[i], tally);
    }
}

/* A control at neutral asks what nobody asks: the model's own value, at any horizon. */
static void
check_neutral (RankleModel *model, const RankleControl *control)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("neutral", "", "");
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  g_autoptr (RankleProtocol) protocol = NULL;
  double own, asked;

  if (control->role != RANKLE_CONTROL_PARAMETER)
    return;
  rankle_scenario_set_control (scenario, control->id, control->neutral);
  protocol = rankle_question_make_protocol (question, NULL);
  g_assert_nonnull (protocol);
  own = rankle_model_get_parameter (model, control->parameter)->value;
  asked = rankle_protocol_get_parameters (protocol)[control->parameter];
  if (fabs (asked - own) <= 1e-9 * fabs (own))
    return;
  g_test_message ("%s at neutral is %g, and the model has %g", control->id, asked, own);
  g_test_fail ();
}

static void
visit_model (gconstpointer data)
{
  g_autoptr (RankleModel) model = state_load_model (data);
  g_auto (GStrv) scenarios = rankle_scenario_file_list_for (model);
  Tally tally = { 0 };

  for (char **id = scenarios; *id != NULL; id++)
    visit (state_choose (model, *id), &tally);
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL)
        continue;
      check_neutral (model, control);
      visit_control (model, control, &tally);
    }
  g_test_message ("%u states (%u without a run), %u titles that say a change, "
                  "%u sentences with %u numbers, %u axes, "
                  "%u curves, %u rows of shares, %u of nothing, %u shares run again, "
                  "%u values out of range",
                  tally.n, tally.n_failed, tally.n_changed, tally.n_sentences,
                  tally.n_told, tally.plots.n_axes, tally.plots.n_curves,
                  tally.plots.n_shares, tally.plots.n_nothing, tally.n_rerun,
                  tally.n_out);
  g_assert_cmpuint (tally.n_titles, >, g_strv_length (scenarios));
  g_assert_cmpuint (tally.n_changed, >, 0);
  g_assert_cmpuint (tally.plots.n_curves, >, tally.n_titles);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  int status;

  g_test_init (&argc, &argv, NULL);
  state_fixture_open ();
  for (char **id = models; *id != NULL; id++)
    {
      g_autofree char *path = g_strdup_printf ("/truth/%s", *id);

      g_test_add_data_func (path, *id, visit_model);
    }
  status = g_test_run ();
  state_fixture_close ();
  return status;
}
