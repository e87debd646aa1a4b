/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "rankle-dose-track-private.h"
#include "rankle-plot-style.h"
#include "rankle-track-painter.h"

enum
{
  PROP_STUDY = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RankleDoseTrack, rankle_dose_track, GTK_TYPE_WIDGET)

void
rankle_dose_track_set_study (RankleDoseTrack *track, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_DOSE_TRACK (track));

  if (track->study == study)
    return;
  _rankle_dose_track_end_drag (track);
  if (track->study != NULL)
    g_signal_handlers_disconnect_by_data (track->study, track);
  g_set_object (&track->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::model",
                                G_CALLBACK (_rankle_dose_track_update), track);
      g_signal_connect_swapped (study, "notify::scenario",
                                G_CALLBACK (_rankle_dose_track_update), track);
      g_signal_connect_swapped (study, "notify::cursor",
                                G_CALLBACK (_rankle_dose_track_update_times), track);
      g_signal_connect_swapped (study, "notify::zoomed",
                                G_CALLBACK (_rankle_dose_track_update_times), track);
      _rankle_dose_track_update (track);
    }
  g_object_notify_by_pspec (G_OBJECT (track), properties[PROP_STUDY]);
}

void
rankle_dose_track_add_dose (RankleDoseTrack *track, const char *control, double time)
{
  g_return_if_fail (RANKLE_IS_DOSE_TRACK (track) && control != NULL);
  g_return_if_fail (track->lanes != NULL && isfinite (time));

  _rankle_dose_track_add_dose (track, control, time);
}

char *
rankle_dose_track_dup_description (RankleDoseTrack *track)
{
  g_return_val_if_fail (RANKLE_IS_DOSE_TRACK (track), NULL);

  return _rankle_dose_track_dup_description (track);
}

gboolean
rankle_dose_track_find_handle (RankleDoseTrack *track, guint index, double *x, double *y)
{
  g_return_val_if_fail (RANKLE_IS_DOSE_TRACK (track), FALSE);

  return _rankle_dose_track_find_handle (track, index, x, y);
}

/* ---- widget ---- */

static void
rankle_dose_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (widget);
  int              width = gtk_widget_get_width (widget);
  int              height = gtk_widget_get_height (widget);
  cairo_t         *cr;

  if (self->lanes == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  rankle_track_paint (cr, &self->track, &self->layout, &self->theme,
                      gtk_widget_has_focus (widget));
  cairo_destroy (cr);
}

static void
rankle_dose_track_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (widget);

  *minimum = *natural = 200;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural =
        (int)(self->labels->len * rankle_track_measure_lane (&self->theme) +
              rankle_track_measure_axis (&self->theme));
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_dose_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (widget);

  _rankle_dose_track_lay_out (self);
  gtk_popover_present (GTK_POPOVER (self->bubble));
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
rankle_dose_track_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (widget);

  GTK_WIDGET_CLASS (rankle_dose_track_parent_class)->css_changed (widget, change);
  rankle_plot_style_read (widget, &self->theme);
  _rankle_dose_track_lay_out (self);
  gtk_widget_queue_resize (widget);
}

static void
rankle_dose_track_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_STUDY)
    g_value_set_object (value, RANKLE_DOSE_TRACK (object)->study);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_dose_track_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_STUDY)
    rankle_dose_track_set_study (RANKLE_DOSE_TRACK (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_dose_track_dispose (GObject *object)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (object);

  rankle_dose_track_set_study (self, NULL);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (rankle_dose_track_parent_class)->dispose (object);
}

static void
rankle_dose_track_finalize (GObject *object)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (object);

  g_clear_pointer (&self->lanes, rankle_lanes_free);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->marks);
  G_OBJECT_CLASS (rankle_dose_track_parent_class)->finalize (object);
}

/* ---- actions of the menu ---- */

static void
miss_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rankle_dose_track_miss (RANKLE_DOSE_TRACK (widget));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rankle_dose_track_delete (RANKLE_DOSE_TRACK (widget));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleDoseTrack *self = RANKLE_DOSE_TRACK (widget);

  if (self->menu_lane >= 0)
    _rankle_dose_track_add (self, (guint)self->menu_lane, self->menu_time);
}

static void
switch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _rankle_dose_track_switch (RANKLE_DOSE_TRACK (widget), parameter);
}

static void
rankle_dose_track_class_init (RankleDoseTrackClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_dose_track_get_property;
  object_class->set_property = rankle_dose_track_set_property;
  object_class->dispose = rankle_dose_track_dispose;
  object_class->finalize = rankle_dose_track_finalize;
  widget_class->snapshot = rankle_dose_track_snapshot;
  widget_class->measure = rankle_dose_track_measure;
  widget_class->size_allocate = rankle_dose_track_size_allocate;
  widget_class->css_changed = rankle_dose_track_css_changed;
  gtk_widget_class_set_css_name (widget_class, "dosetrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "track.miss", NULL, miss_cb);
  gtk_widget_class_install_action (widget_class, "track.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "track.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "track.switch", "(su)", switch_cb);
  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("dragging", RANKLE_TYPE_DOSE_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
add_bubble (RankleDoseTrack *self)
{
  self->bubble = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->bubble), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->bubble), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (self->bubble), gtk_label_new (NULL));
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_can_focus (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
}

static void
rankle_dose_track_init (RankleDoseTrack *self)
{
  self->labels = g_ptr_array_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, TRUE, sizeof (RankleTrackMark));
  self->selected = -1;
  self->menu_lane = -1;
  self->track.time_unit = "";
  self->track.to = 1;
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  add_bubble (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  rankle_plot_style_read (GTK_WIDGET (self), &self->theme);
  _rankle_dose_track_add_controllers (self);
}
