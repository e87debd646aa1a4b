/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-controls.h"

#include "rankle-control-row.h"
#include "rankle-controls-private.h"
#include "rankle-idle.h"

enum
{
  PROP_STUDY = 1,
  N_PROPERTIES
};

enum
{
  DRAGGING,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleControls, rankle_controls, GTK_TYPE_BOX)

/* What has just been moved does not stay folded up; who folds it up again has seen it. */
static void
update_row (RankleControls *self, guint i)
{
  RankleControlRow *row = RANKLE_CONTROL_ROW (self->rows[i]);
  gboolean          before = rankle_control_row_stands_out (row);

  rankle_control_row_update (row);
  if (!before && rankle_control_row_stands_out (row))
    _rankle_controls_reveal (self, i);
}

/* (nullable) */
static GtkWidget *
find_focused_row (RankleControls *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return gtk_widget_get_ancestor (focus, RANKLE_TYPE_CONTROL_ROW);
}

/* Where the control stands that it waits for: the keyboard does not go astray. */
static void
leave_idle_row (RankleControls *self, RankleControlRow *row)
{
  const RankleControl *needed =
      rankle_control_find_needed (self->model, rankle_control_row_get_control (row), 0);

  if (needed != NULL)
    gtk_widget_grab_focus (rankle_controls_find_row (self, needed->id));
}

static void
update_rows (RankleControls *self)
{
  GtkWidget *focused = find_focused_row (self);

  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] != NULL)
      update_row (self, i);
  _rankle_controls_update_drugs (self);
  if (focused != NULL && !gtk_widget_get_sensitive (focused))
    leave_idle_row (self, RANKLE_CONTROL_ROW (focused));
}

static void
drop_rows (RankleControls *self)
{
  _rankle_controls_unfold (self);
  _rankle_controls_drop_rows (self);
}

static void
build_rows (RankleControls *self)
{
  RankleModel *model = rankle_study_get_model (self->study);

  drop_rows (self);
  if (model == NULL)
    return;
  _rankle_controls_place (self, model);
  _rankle_controls_fold (self);
  _rankle_controls_keep_rules (self);
}

static void
update_rules (RankleControls *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] != NULL)
      rankle_control_row_update_rule (RANKLE_CONTROL_ROW (self->rows[i]));
  _rankle_controls_keep_rules (self);
}

void
rankle_controls_set_study (RankleControls *controls, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_CONTROLS (controls));

  if (controls->study == study)
    return;
  drop_rows (controls);
  if (controls->study != NULL)
    g_signal_handlers_disconnect_by_data (controls->study, controls);
  g_set_object (&controls->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::model", G_CALLBACK (build_rows),
                                controls);
      g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (update_rows),
                                controls);
      g_signal_connect_swapped (study, "notify::rules", G_CALLBACK (update_rules),
                                controls);
      build_rows (controls);
    }
  g_object_notify_by_pspec (G_OBJECT (controls), properties[PROP_STUDY]);
}

GtkWidget *
rankle_controls_find_row (RankleControls *controls, const char *control)
{
  const RankleControl *found;

  g_return_val_if_fail (RANKLE_IS_CONTROLS (controls) && control != NULL, NULL);

  if (controls->model == NULL)
    return NULL;
  found = rankle_model_find_control (controls->model, control);
  if (found == NULL)
    return NULL;
  return _rankle_controls_show_row (
      controls, (guint)(found - rankle_model_get_control (controls->model, 0)));
}

/* ---- what comes into view ---- */

static void
rankle_controls_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rankle_controls_parent_class)->map (widget);
  _rankle_controls_watch_view (RANKLE_CONTROLS (widget));
}

static void
rankle_controls_unmap (GtkWidget *widget)
{
  _rankle_controls_unwatch_view (RANKLE_CONTROLS (widget));
  GTK_WIDGET_CLASS (rankle_controls_parent_class)->unmap (widget);
}

/* ---- object ---- */

static void
rankle_controls_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STUDY)
    g_value_set_object (value, RANKLE_CONTROLS (object)->study);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_controls_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_STUDY)
    rankle_controls_set_study (RANKLE_CONTROLS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_controls_dispose (GObject *object)
{
  rankle_controls_set_study (RANKLE_CONTROLS (object), NULL);
  G_OBJECT_CLASS (rankle_controls_parent_class)->dispose (object);
}

static void
rankle_controls_class_init (RankleControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rankle_controls_get_property;
  object_class->set_property = rankle_controls_set_property;
  object_class->dispose = rankle_controls_dispose;
  GTK_WIDGET_CLASS (klass)->map = rankle_controls_map;
  GTK_WIDGET_CLASS (klass)->unmap = rankle_controls_unmap;
  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[DRAGGING] = g_signal_new ("dragging", RANKLE_TYPE_CONTROLS, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rankle_controls_init (RankleControls *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}
