/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rankle-study-private.h"

enum
{
  PROP_MODEL = 1,
  PROP_SCENARIO,
  PROP_RIVAL,
  PROP_SESSION,
  PROP_TRAJECTORY,
  PROP_BASELINE,
  PROP_FAILURE,
  PROP_FINDINGS,
  PROP_KEPT,
  PROP_OBSERVATIONS,
  PROP_CURSOR,
  PROP_ZOOMED,
  PROP_DIFFERENCE,
  PROP_MAP_LEVELS,
  PROP_ARRANGEMENT,
  PROP_PLOT_LOOKS,
  PROP_BUSY,
  PROP_HELD,
  PROP_PENDING,
  PROP_RULES,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RankleStudy, rankle_study, G_TYPE_OBJECT)

static void
notify (RankleStudy *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* @label, of the property, is what it was when that was last notified. */
static void
notify_label (
    RankleStudy *self, char **label, const char *now, guint property, guint possible)
{
  gboolean was_possible = *label != NULL;

  if (g_strcmp0 (*label, now) == 0)
    return;
  g_free (*label);
  *label = g_strdup (now);
  notify (self, property);
  if (was_possible != (now != NULL))
    notify (self, possible);
}

/* At the end of an operation, so that going up and down within it is silent. */
void
_rankle_study_notify_undo (RankleStudy *self)
{
  notify_label (self, &self->undo_label, rankle_history_get_undo_label (&self->history),
                PROP_UNDO_LABEL, PROP_CAN_UNDO);
  notify_label (self, &self->redo_label, rankle_history_get_redo_label (&self->history),
                PROP_REDO_LABEL, PROP_CAN_REDO);
}

static void
stage_cb (guint parts, gpointer data)
{
  static const guint property_of[] = { PROP_TRAJECTORY, PROP_BASELINE, PROP_FAILURE,
                                       PROP_FINDINGS,   PROP_BUSY,     PROP_KEPT };
  RankleStudy       *self = data;

  g_object_freeze_notify (G_OBJECT (self));
  if ((parts & RANKLE_STAGE_RUN) != 0)
    g_clear_pointer (&self->own_points, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (property_of); i++)
    if ((parts & 1u << i) != 0)
      notify (self, property_of[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* ---- what is asked ---- */

static void
list_dose_times (RankleStudy *self)
{
  RankleProtocol *protocol = rankle_stage_get_asked (self->stage);

  g_clear_pointer (&self->dose_times, g_array_unref);
  self->dose_times =
      protocol == NULL
          ? g_array_new (FALSE, FALSE, sizeof (double))
          : rankle_protocol_list_doses (protocol, rankle_study_get_horizon (self));
}

static gboolean
sees_otherwise (const RankleSession *old, const RankleSession *session)
{
  double was_from, was_to, from, to;

  rankle_session_get_zoom (old, &was_from, &was_to);
  rankle_session_get_zoom (session, &from, &to);
  return fabs (from - was_from) > 0 || fabs (to - was_to) > 0;
}

static void
notify_observations (RankleStudy *self, const RankleSession *old)
{
  guint n_old, n;

  if (rankle_session_get_observations (old, &n_old) ==
      rankle_session_get_observations (self->session, &n))
    return;
  g_clear_pointer (&self->own_points, g_array_unref);
  notify (self, PROP_OBSERVATIONS);
}

void
_rankle_study_notify_session (RankleStudy *self, const RankleSession *old)
{
  if (rankle_session_get_model (old) != rankle_session_get_model (self->session))
    notify (self, PROP_MODEL);
  if (rankle_session_get_scenario (old) != rankle_session_get_scenario (self->session))
    notify (self, PROP_SCENARIO);
  if (rankle_session_get_rival (old) != rankle_session_get_rival (self->session))
    notify (self, PROP_RIVAL);
  if (!rankle_session_equal (old, self->session))
    notify (self, PROP_SESSION);
  if (fabs (rankle_session_get_cursor (old) - rankle_session_get_cursor (self->session)) >
      0)
    notify (self, PROP_CURSOR);
  if (sees_otherwise (old, self->session))
    notify (self, PROP_ZOOMED);
  if (rankle_session_get_difference (old) !=
      rankle_session_get_difference (self->session))
    notify (self, PROP_DIFFERENCE);
  notify_observations (self, old);
  if (rankle_session_get_map_levels (old) !=
      rankle_session_get_map_levels (self->session))
    notify (self, PROP_MAP_LEVELS);
  if (!rankle_arrangement_equal (rankle_session_get_arrangement (old),
                                 rankle_session_get_arrangement (self->session)))
    notify (self, PROP_ARRANGEMENT);
  if (!rankle_plot_looks_equal (rankle_session_get_plot_looks (old),
                                rankle_session_get_plot_looks (self->session)))
    notify (self, PROP_PLOT_LOOKS);
}

static gboolean
is_glance (RankleStudy *self)
{
  /* The first of a change may be its only one. */
  return self->change != NULL && rankle_change_get_strokes (self->change) > 1;
}

void
_rankle_study_ask (RankleStudy *self)
{
  g_autoptr (RankleSession) before =
      self->shown != NULL ? rankle_session_ref (self->shown) : NULL;
  gboolean waits = _rankle_study_holds_back (self);

  g_object_freeze_notify (G_OBJECT (self));
  _rankle_study_settle_shown (self);
  if (waits && _rankle_study_is_answered_alike (before, self->shown))
    rankle_stage_take_kept (self->stage, self->shown);
  else
    rankle_stage_ask (self->stage, self->shown, !waits && is_glance (self));
  list_dose_times (self);
  _rankle_study_notify_pending (self);
  _rankle_study_notify_undo (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
_rankle_study_take_session (RankleStudy *self, RankleSession *session)
{
  g_autoptr (RankleSession) old = self->session;

  g_assert (session != NULL && session != self->session);

  g_object_freeze_notify (G_OBJECT (self));
  self->session = session;
  _rankle_study_notify_session (self, old);
  if (_rankle_study_is_answered_alike (old, session))
    {
      _rankle_study_settle_shown (self);
      rankle_stage_take_kept (self->stage, self->shown);
    }
  else
    _rankle_study_ask (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* ---- what is shown ---- */

RankleTrajectory *
rankle_study_get_trajectory (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_stage_get_trajectory (self->stage);
}

RankleTrajectory *
rankle_study_get_baseline (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_stage_get_baseline (self->stage);
}

const char *
rankle_study_get_failure (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_stage_get_failure (self->stage);
}

RankleRunner *
rankle_study_get_runner (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_stage_get_runner (self->stage);
}

const RankleKeptResult *
rankle_study_get_kept (RankleStudy *self, guint *n)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  return rankle_stage_get_kept (self->stage, n);
}

double
rankle_study_get_horizon (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);
  return rankle_session_get_horizon (self->shown);
}

double
rankle_study_get_cursor (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);
  return rankle_session_get_cursor (self->shown);
}

RankleEvidence *
rankle_study_get_evidence (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_session_get_evidence (self->session);
}

const RankleFinding *
rankle_study_get_findings (RankleStudy *self, guint *n)
{
  GArray *findings;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  findings = rankle_stage_get_findings (self->stage);
  *n = findings->len;
  return (const RankleFinding *)(void *)findings->data;
}

const RankleOwnPoint *
rankle_study_get_own_points (RankleStudy *self, guint *n)
{
  RankleTrajectory *run;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  run = rankle_study_get_trajectory (self);
  if (self->own_points == NULL)
    {
      guint                      n_tables;
      RankleObservations *const *tables =
          rankle_session_get_observations (self->session, &n_tables);

      self->own_points = rankle_own_points_list (tables, n_tables, run);
    }
  *n = self->own_points->len;
  return (const RankleOwnPoint *)(void *)self->own_points->data;
}

const double *
rankle_study_get_dose_times (RankleStudy *self, guint *n)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  *n = self->dose_times->len;
  return (const double *)(void *)self->dose_times->data;
}

/* ---- the object ---- */

void
rankle_study_close (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  self->closed = TRUE;
  rankle_stage_close (self->stage);
  if (self->change != NULL)
    rankle_change_end (self->change);
}

gboolean
rankle_study_is_closed (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), TRUE);
  return self->closed;
}

static void
rankle_study_dispose (GObject *object)
{
  rankle_study_close (RANKLE_STUDY (object));

  G_OBJECT_CLASS (rankle_study_parent_class)->dispose (object);
}

static void
rankle_study_finalize (GObject *object)
{
  RankleStudy *self = RANKLE_STUDY (object);

  g_assert (self->change == NULL);
  g_clear_pointer (&self->stage, rankle_stage_free);
  g_clear_pointer (&self->session, rankle_session_unref);
  g_clear_pointer (&self->shown, rankle_session_unref);
  g_clear_pointer (&self->dose_times, g_array_unref);
  g_clear_pointer (&self->own_points, g_array_unref);
  rankle_history_clear (&self->history);
  g_clear_pointer (&self->rules, rankle_rules_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (rankle_study_parent_class)->finalize (object);
}

static gboolean
is_zoomed (RankleStudy *self)
{
  double from, to;

  return rankle_session_get_zoom (self->session, &from, &to);
}

static void
rankle_study_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RankleStudy *self = RANKLE_STUDY (object);
  guint        n;

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_boxed (value, rankle_session_get_model (self->session));
      break;
    case PROP_SCENARIO:
      g_value_set_boxed (value, rankle_session_get_scenario (self->session));
      break;
    case PROP_RIVAL:
      g_value_set_boxed (value, rankle_session_get_rival (self->session));
      break;
    case PROP_SESSION:
      g_value_set_pointer (value, self->session);
      break;
    case PROP_TRAJECTORY:
      g_value_set_boxed (value, rankle_study_get_trajectory (self));
      break;
    case PROP_BASELINE:
      g_value_set_boxed (value, rankle_study_get_baseline (self));
      break;
    case PROP_FAILURE:
      g_value_set_string (value, rankle_study_get_failure (self));
      break;
    case PROP_FINDINGS:
      g_value_set_boxed (value, rankle_stage_get_findings (self->stage));
      break;
    case PROP_KEPT:
      g_value_set_pointer (value, (gpointer)rankle_study_get_kept (self, &n));
      break;
    case PROP_OBSERVATIONS:
      g_value_set_pointer (value,
                           (gpointer)rankle_session_get_observations (self->session, &n));
      break;
    case PROP_CURSOR:
      g_value_set_double (value, rankle_study_get_cursor (self));
      break;
    case PROP_ZOOMED:
      g_value_set_boolean (value, is_zoomed (self));
      break;
    case PROP_DIFFERENCE:
      g_value_set_boolean (value, rankle_session_get_difference (self->session));
      break;
    case PROP_MAP_LEVELS:
      g_value_set_uint (value, rankle_session_get_map_levels (self->session));
      break;
    case PROP_ARRANGEMENT:
      g_value_set_pointer (value, rankle_session_get_arrangement (self->session));
      break;
    case PROP_PLOT_LOOKS:
      g_value_set_pointer (value, rankle_session_get_plot_looks (self->session));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, rankle_stage_is_busy (self->stage));
      break;
    case PROP_HELD:
      g_value_set_boolean (value, self->held);
      break;
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    case PROP_RULES:
      g_value_set_pointer (value, self->rules);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Here, where it is a property. It is where one looks, and no step of undo. */
void
rankle_study_set_difference (RankleStudy *self, gboolean difference)
{
  g_autoptr (RankleSession) old = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  old = self->session;
  self->session = rankle_session_with_difference (old, difference);
  _rankle_study_notify_session (self, old);
}

void
rankle_study_set_map_levels (RankleStudy *self, guint levels)
{
  g_autoptr (RankleSession) old = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  old = self->session;
  self->session = rankle_session_with_map_levels (old, levels);
  _rankle_study_notify_session (self, old);
}

void
rankle_study_set_rules (RankleStudy *self, RankleRules *rules)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (self->rules == rules)
    return;
  g_clear_pointer (&self->rules, rankle_rules_free);
  self->rules = rules;
  notify (self, PROP_RULES);
}

const RankleRule *
rankle_study_find_rule (RankleStudy *self, const char *control)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && control != NULL, NULL);

  return self->rules == NULL ? NULL : rankle_rules_find (self->rules, control);
}

static void
rankle_study_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_DIFFERENCE)
    rankle_study_set_difference (RANKLE_STUDY (object), g_value_get_boolean (value));
  else if (id == PROP_HELD)
    rankle_study_set_held (RANKLE_STUDY (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_study_class_init (RankleStudyClass *klass)
{
  const GParamFlags ro =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rankle_study_dispose;
  object_class->finalize = rankle_study_finalize;
  object_class->get_property = rankle_study_get_property;
  object_class->set_property = rankle_study_set_property;

  properties[PROP_MODEL] =
      g_param_spec_boxed ("model", NULL, NULL, RANKLE_TYPE_MODEL, ro);
  properties[PROP_SCENARIO] =
      g_param_spec_boxed ("scenario", NULL, NULL, RANKLE_TYPE_SCENARIO, ro);
  properties[PROP_RIVAL] =
      g_param_spec_boxed ("rival", NULL, NULL, RANKLE_TYPE_MODEL, ro);
  properties[PROP_SESSION] = g_param_spec_pointer ("session", NULL, NULL, ro);
  properties[PROP_TRAJECTORY] =
      g_param_spec_boxed ("trajectory", NULL, NULL, RANKLE_TYPE_TRAJECTORY, ro);
  properties[PROP_BASELINE] =
      g_param_spec_boxed ("baseline", NULL, NULL, RANKLE_TYPE_TRAJECTORY, ro);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, ro);
  properties[PROP_FINDINGS] =
      g_param_spec_boxed ("findings", NULL, NULL, G_TYPE_ARRAY, ro);
  properties[PROP_KEPT] = g_param_spec_pointer ("kept", NULL, NULL, ro);
  properties[PROP_OBSERVATIONS] = g_param_spec_pointer ("observations", NULL, NULL, ro);
  properties[PROP_CURSOR] =
      g_param_spec_double ("cursor", NULL, NULL, 0, G_MAXDOUBLE, 0, ro);
  properties[PROP_ZOOMED] = g_param_spec_boolean ("zoomed", NULL, NULL, FALSE, ro);
  properties[PROP_DIFFERENCE] = g_param_spec_boolean (
      "difference", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAP_LEVELS] =
      g_param_spec_uint ("map-levels", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_ARRANGEMENT] = g_param_spec_pointer ("arrangement", NULL, NULL, ro);
  properties[PROP_PLOT_LOOKS] = g_param_spec_pointer ("plot-looks", NULL, NULL, ro);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  properties[PROP_HELD] = g_param_spec_boolean (
      "held", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PENDING] =
      g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_RULES] = g_param_spec_pointer ("rules", NULL, NULL, ro);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, ro);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, ro);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, ro);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, ro);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rankle_study_init (RankleStudy *self)
{
  self->session = rankle_session_new ();
  self->shown = rankle_session_ref (self->session);
  self->dose_times = g_array_new (FALSE, FALSE, sizeof (double));
  rankle_history_init (&self->history);
  self->stage = rankle_stage_new (stage_cb, self);
}

RankleStudy *
rankle_study_new (void)
{
  return g_object_new (RANKLE_TYPE_STUDY, NULL);
}
