/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-stage-controls.h"

#include "rankle-control-row.h"

struct _RankleStageControls
{
  GtkBox          parent_instance;
  RankleStudy    *study; /* (owned) (nullable) */
  RankleModel    *model; /* (owned) (nullable): that the rows are of */
  RankleScenario *given; /* (owned) (nullable): likewise, as it was given */
  char           *asked[RANKLE_N_STAGE_CONTROLS]; /* (owned) (nullable) */
  GtkWidget      *rows[RANKLE_N_STAGE_CONTROLS];  /* (nullable) Borrowed */
};

static guint dragging; /* a signal */

G_DEFINE_FINAL_TYPE (RankleStageControls, rankle_stage_controls, GTK_TYPE_BOX)

static RankleScenario *
get_given (RankleStageControls *self)
{
  return rankle_session_get_given (rankle_study_get_session (self->study));
}

static gboolean
is_there (RankleStageControls *self, const char *control)
{
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    if (g_strcmp0 (rankle_stage_controls_get_chosen (self, i), control) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): the next one that has no row, of those that the scenario sets, or of all.
 */
static const RankleControl *
find_next (RankleStageControls *self, gboolean set)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);

      if (control->absent == NULL && !is_there (self, control->id) &&
          (!set || rankle_study_control_asks (self->study, control->id)))
        return control;
    }
  return NULL;
}

/* (nullable) */
static const RankleControl *
find_asked (RankleStageControls *self, guint place)
{
  const RankleControl *control =
      self->asked[place] == NULL
          ? NULL
          : rankle_model_find_control (self->model, self->asked[place]);

  return control == NULL || control->absent != NULL || is_there (self, control->id)
             ? NULL
             : control;
}

static void
dragging_cb (GtkWidget *row, gboolean drags, RankleStageControls *self)
{
  g_signal_emit (self, dragging, 0, drags);
}

static void
add_row (RankleStageControls *self, guint place, const RankleControl *control)
{
  if (control == NULL)
    return;
  g_assert (self->rows[place] == NULL);
  self->rows[place] = rankle_control_row_new (self->study, control);
  g_signal_connect (self->rows[place], "dragging", G_CALLBACK (dragging_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self), self->rows[place],
                              place == 0 ? NULL : self->rows[place - 1]);
}

static void
drop_rows (RankleStageControls *self)
{
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    if (self->rows[i] != NULL)
      {
        gtk_box_remove (GTK_BOX (self), self->rows[i]);
        self->rows[i] = NULL;
      }
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->given, rankle_scenario_unref);
}

/* What was asked for has its place first, so that no other takes it. */
static void
build_rows (RankleStageControls *self)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);

  drop_rows (self);
  if (model == NULL)
    return;
  self->model = rankle_model_ref (model);
  self->given = rankle_scenario_ref (get_given (self));
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    add_row (self, i, find_asked (self, i));
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    if (self->rows[i] == NULL)
      add_row (self, i, find_next (self, TRUE));
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    if (self->rows[i] == NULL)
      add_row (self, i, find_next (self, FALSE));
}

/* Another scenario may set other controls. */
static void
update_rows (RankleStageControls *self)
{
  if (rankle_study_get_model (self->study) != self->model)
    return;
  if (get_given (self) != self->given)
    build_rows (self);
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    if (self->rows[i] != NULL)
      rankle_control_row_update (RANKLE_CONTROL_ROW (self->rows[i]));
}

void
rankle_stage_controls_set_study (RankleStageControls *controls, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_STAGE_CONTROLS (controls));

  if (controls->study == study)
    return;
  drop_rows (controls);
  if (controls->study != NULL)
    g_signal_handlers_disconnect_by_data (controls->study, controls);
  g_set_object (&controls->study, study);
  if (study == NULL)
    return;
  g_signal_connect_swapped (study, "notify::model", G_CALLBACK (build_rows), controls);
  g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (update_rows),
                            controls);
  build_rows (controls);
}

void
rankle_stage_controls_choose (RankleStageControls *controls,
                              guint                place,
                              const char          *control)
{
  g_return_if_fail (RANKLE_IS_STAGE_CONTROLS (controls) && control != NULL);
  g_return_if_fail (place < RANKLE_N_STAGE_CONTROLS);

  if (g_strcmp0 (controls->asked[place], control) == 0)
    return;
  g_free (controls->asked[place]);
  controls->asked[place] = g_strdup (control);
  build_rows (controls);
}

const char *
rankle_stage_controls_get_chosen (RankleStageControls *controls, guint place)
{
  g_return_val_if_fail (RANKLE_IS_STAGE_CONTROLS (controls), NULL);
  g_return_val_if_fail (place < RANKLE_N_STAGE_CONTROLS, NULL);

  if (controls->rows[place] == NULL)
    return NULL;
  return rankle_control_row_get_control (RANKLE_CONTROL_ROW (controls->rows[place]))->id;
}

static void
rankle_stage_controls_dispose (GObject *object)
{
  rankle_stage_controls_set_study (RANKLE_STAGE_CONTROLS (object), NULL);
  G_OBJECT_CLASS (rankle_stage_controls_parent_class)->dispose (object);
}

static void
rankle_stage_controls_finalize (GObject *object)
{
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    g_free (RANKLE_STAGE_CONTROLS (object)->asked[i]);
  G_OBJECT_CLASS (rankle_stage_controls_parent_class)->finalize (object);
}

static void
rankle_stage_controls_class_init (RankleStageControlsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rankle_stage_controls_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_stage_controls_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stagecontrols");
  dragging = g_signal_new ("dragging", RANKLE_TYPE_STAGE_CONTROLS, G_SIGNAL_RUN_LAST, 0,
                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rankle_stage_controls_init (RankleStageControls *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
