/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-time-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-plot-marks.h"
#include "rankle-spoken-value.h"
#include "rankle-time-entry.h"
#include "rankle-time-unit.h"
#include "rankle-time-words.h"

#define SECONDS_A_HORIZON 20.0
#define STEPS_A_HORIZON   20.0
/* More on the whole bar would be a comb, and are one bracket. */
#define MOST_MARKS 60

struct _RankleTimeBar
{
  GtkBox       parent_instance;
  RankleStudy *study;      /* (owned) (nullable) */
  guint        tick;       /* 0: not playing */
  gint64       last_frame; /* [us]; 0: the first one is still to come */
  double       remaining;  /* [s]; INFINITY: until the end */
  double       speed;
  GArray      *marks;         /* (owned): doses shown, as the study has them */
  double       marks_horizon; /* as it was when they were put there */
  gboolean     updating;
  gboolean     compact;

  /* Template widgets */
  GtkWidget     *back;
  GtkWidget     *forward;
  GtkWidget     *fit;
  GtkBox        *middle;
  GtkMenuButton *more;
  GtkBox        *rest;
  GtkButton     *play_button;
  GtkScale      *scale;
  GtkLabel      *time;
  GtkDropDown   *speeds;
  GtkMenuButton *horizon;
  GtkPopover    *horizon_popover;
  GtkEntry      *horizon_entry;
  GtkLabel      *horizon_complaint;
};

enum
{
  PROP_STUDY = 1,
  PROP_PLAYING,
  PROP_SPEED,
  N_PROPERTIES
};

static const double speeds[] = { 0.25, 0.5, 1, 2, 4 };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RankleTimeBar, rankle_time_bar, GTK_TYPE_BOX)

/* ---- the cursor shown ---- */

static void
update_cursor (RankleTimeBar *self)
{
  double           cursor = rankle_study_get_cursor (self->study);
  double           horizon = rankle_study_get_horizon (self->study);
  RankleModel     *model = rankle_study_get_model (self->study);
  g_autofree char *words =
      model == NULL
          ? g_strdup ("")
          : rankle_time_in_words (rankle_model_get_time_unit (model), cursor, horizon);

  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), cursor);
  self->updating = FALSE;
  gtk_label_set_text (self->time, words);
  rankle_spoken_value_set (GTK_WIDGET (self->scale), words, NULL);
}

/* ---- how long the run is ---- */

/* (transfer full) */
static char *
tell_horizon (RankleTimeBar *self)
{
  RankleModel *model = rankle_study_get_model (self->study);

  return model == NULL
             ? g_strdup ("")
             : rankle_time_exactly_in_words (rankle_model_get_time_unit (model),
                                             rankle_study_get_horizon (self->study));
}

static void
update_horizon (RankleTimeBar *self)
{
  g_autofree char *words = tell_horizon (self);
  /* Translators: %s is how long a run is, such as “10 years” */
  g_autofree char *spoken = g_strdup_printf (_ ("Length of the run: %s"), words);

  gtk_menu_button_set_label (self->horizon, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->horizon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* @complaint (nullable): NULL: there is none. */
static void
complain (RankleTimeBar *self, const char *complaint)
{
  gtk_label_set_text (self->horizon_complaint, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->horizon_complaint), complaint != NULL);
  if (complaint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->horizon_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->horizon_entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->horizon_entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  complaint != NULL ? complaint : "", -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->horizon_entry), GTK_ACCESSIBLE_STATE_INVALID,
      complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
horizon_shown_cb (GtkPopover *popover, RankleTimeBar *self)
{
  g_autofree char *words = tell_horizon (self);

  complain (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->horizon_entry), words);
  gtk_editable_select_region (GTK_EDITABLE (self->horizon_entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->horizon_entry));
}

/* What is shown is rounded, and is not what stands there unless it was typed. */
static void
horizon_typed_cb (GtkEntry *entry, RankleTimeBar *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  RankleModel     *model = rankle_study_get_model (self->study);
  g_autofree char *words = tell_horizon (self);
  double           horizon;

  if (model == NULL)
    return;
  if (!g_str_equal (text, words) &&
      !rankle_time_parse (
          text, rankle_time_unit_get_seconds (rankle_model_get_time_unit (model)),
          &horizon))
    complain (self, _ ("Please enter a time, such as “10 years” or “90 days”."));
  else if (!g_str_equal (text, words) && !rankle_study_set_horizon (self->study, horizon))
    complain (self, _ ("This model cannot be run for that long, or that short."));
  else
    {
      complain (self, NULL);
      gtk_popover_popdown (self->horizon_popover);
    }
}

/* A bracket is its two ends, and in the middle what it stands for. */
static void
add_bracket (RankleTimeBar *self, const RanklePlotBracket *bracket, const char *time_unit)
{
  g_autofree char *words = rankle_plot_bracket_dup_words (bracket, time_unit);
  g_autofree char *markup = g_markup_printf_escaped ("<small>%s</small>", words);

  g_assert (bracket->from < bracket->to);
  gtk_scale_add_mark (self->scale, bracket->from, GTK_POS_BOTTOM, NULL);
  gtk_scale_add_mark (self->scale, 0.5 * (bracket->from + bracket->to), GTK_POS_BOTTOM,
                      markup);
  gtk_scale_add_mark (self->scale, bracket->to, GTK_POS_BOTTOM, NULL);
}

static void
show_marks (RankleTimeBar *self, double horizon)
{
  RankleModel *model = rankle_study_get_model (self->study);
  const char  *time_unit = model == NULL ? "" : rankle_model_get_time_unit (model);
  g_autoptr (GArray) brackets = rankle_plot_marks_gather (
      (const double *)(void *)self->marks->data, self->marks->len, horizon / MOST_MARKS);

  gtk_scale_clear_marks (self->scale);
  for (guint i = 0; i < brackets->len; i++)
    {
      const RanklePlotBracket *bracket = &g_array_index (brackets, RanklePlotBracket, i);

      if (bracket->n > 1)
        add_bracket (self, bracket, time_unit);
      else
        gtk_scale_add_mark (self->scale, bracket->from, GTK_POS_BOTTOM, NULL);
    }
}

/* A mark lays the slider out anew, so the same ones stay. */
static void
update_marks (RankleTimeBar *self, double horizon)
{
  guint         n;
  const double *doses = rankle_study_get_dose_times (self->study, &n);

  if (n == self->marks->len && !(fabs (horizon - self->marks_horizon) > 0) &&
      (n == 0 || memcmp (doses, self->marks->data, n * sizeof (double)) == 0))
    return;
  self->marks_horizon = horizon;
  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, doses, n);
  show_marks (self, horizon);
}

static void
update_range (RankleTimeBar *self)
{
  double horizon = rankle_study_get_horizon (self->study);

  if (!(horizon > 0))
    return;
  self->updating = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, horizon);
  gtk_range_set_increments (GTK_RANGE (self->scale), horizon / 200,
                            horizon / STEPS_A_HORIZON);
  update_marks (self, horizon);
  self->updating = FALSE;
  update_horizon (self);
  update_cursor (self);
}

static void
scale_changed_cb (GtkRange *range, RankleTimeBar *self)
{
  if (!self->updating && self->study != NULL)
    rankle_study_set_cursor (self->study, gtk_range_get_value (range));
}

/* ---- playing ---- */

static void
show_playing (RankleTimeBar *self)
{
  gboolean    playing = self->tick != 0;
  const char *label = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RankleTimeBar *self = RANKLE_TIME_BAR (widget);
  gint64         now = gdk_frame_clock_get_frame_time (clock);
  double         elapsed =
      self->last_frame == 0 ? 0 : (double)(now - self->last_frame) / G_USEC_PER_SEC;
  double horizon = rankle_study_get_horizon (self->study);
  double cursor = rankle_study_get_cursor (self->study) +
                  elapsed * self->speed * horizon / SECONDS_A_HORIZON;

  g_assert (self->tick != 0 && elapsed >= 0);

  self->last_frame = now;
  self->remaining -= elapsed;
  rankle_study_set_cursor (self->study, MIN (cursor, horizon));
  if (cursor < horizon && self->remaining > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  show_playing (self);
  return G_SOURCE_REMOVE;
}

static void
start (RankleTimeBar *self, double seconds)
{
  if (self->tick != 0 || self->study == NULL ||
      rankle_study_get_trajectory (self->study) == NULL)
    return;
  if (rankle_study_get_cursor (self->study) >= rankle_study_get_horizon (self->study))
    rankle_study_set_cursor (self->study, 0);
  self->remaining = seconds;
  self->last_frame = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  show_playing (self);
}

static void
stop (RankleTimeBar *self)
{
  if (self->tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  show_playing (self);
}

void
rankle_time_bar_set_playing (RankleTimeBar *bar, gboolean playing)
{
  g_return_if_fail (RANKLE_IS_TIME_BAR (bar));

  if (playing)
    start (bar, INFINITY);
  else
    stop (bar);
}

gboolean
rankle_time_bar_get_playing (RankleTimeBar *bar)
{
  g_return_val_if_fail (RANKLE_IS_TIME_BAR (bar), FALSE);

  return bar->tick != 0;
}

void
rankle_time_bar_play_for (RankleTimeBar *bar, double seconds)
{
  g_return_if_fail (RANKLE_IS_TIME_BAR (bar));

  start (bar, seconds);
}

void
rankle_time_bar_step (RankleTimeBar *bar, int direction)
{
  guint         n;
  const double *doses;
  double        cursor, horizon, target;

  g_return_if_fail (RANKLE_IS_TIME_BAR (bar));

  doses = rankle_study_get_dose_times (bar->study, &n);
  cursor = rankle_study_get_cursor (bar->study);
  horizon = rankle_study_get_horizon (bar->study);
  target = direction > 0 ? horizon : 0;
  if (n == 0)
    target = cursor + direction * horizon / STEPS_A_HORIZON;
  for (guint i = 0; i < n; i++)
    {
      if (direction > 0 && doses[i] > cursor + 1e-9 * horizon)
        target = MIN (target, doses[i]);
      else if (direction < 0 && doses[i] < cursor - 1e-9 * horizon)
        target = MAX (target, doses[i]);
    }
  rankle_study_set_cursor (bar->study, target);
}

static void
play_clicked_cb (GtkButton *button, RankleTimeBar *self)
{
  rankle_time_bar_set_playing (self, self->tick == 0);
}

static void
back_clicked_cb (GtkButton *button, RankleTimeBar *self)
{
  rankle_time_bar_step (self, -1);
}

static void
forward_clicked_cb (GtkButton *button, RankleTimeBar *self)
{
  rankle_time_bar_step (self, 1);
}

static void
set_speed (RankleTimeBar *self, double speed)
{
  guint nearest = 0;

  g_assert (isfinite (speed));

  for (guint i = 1; i < G_N_ELEMENTS (speeds); i++)
    if (fabs (speeds[i] - speed) < fabs (speeds[nearest] - speed))
      nearest = i;
  self->speed = speeds[nearest];
  gtk_drop_down_set_selected (self->speeds, nearest);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

static void
speed_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, RankleTimeBar *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected < G_N_ELEMENTS (speeds) && fabs (speeds[selected] - self->speed) > 0)
    set_speed (self, speeds[selected]);
}

/* ---- where there is little room ---- */

/* @after (nullable): NULL: before all else. */
static void
move_after (GtkWidget *widget, GtkBox *box, GtkWidget *after)
{
  g_object_ref (widget);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (widget)), widget);
  gtk_box_insert_child_after (box, widget, after);
  g_object_unref (widget);
}

static void
pack (RankleTimeBar *self)
{
  move_after (self->back, self->rest, NULL);
  move_after (self->forward, self->rest, self->back);
  move_after (self->fit, self->rest, self->forward);
  move_after (GTK_WIDGET (self->horizon), self->rest, self->fit);
  move_after (GTK_WIDGET (self->speeds), self->rest, GTK_WIDGET (self->horizon));
  move_after (GTK_WIDGET (self->time), self->middle, NULL);
}

static void
unpack (RankleTimeBar *self)
{
  move_after (self->back, GTK_BOX (self), NULL);
  move_after (self->forward, GTK_BOX (self), GTK_WIDGET (self->play_button));
  move_after (self->fit, GTK_BOX (self), GTK_WIDGET (self->middle));
  move_after (GTK_WIDGET (self->time), GTK_BOX (self), self->fit);
  move_after (GTK_WIDGET (self->horizon), GTK_BOX (self), GTK_WIDGET (self->time));
  move_after (GTK_WIDGET (self->speeds), GTK_BOX (self), GTK_WIDGET (self->horizon));
}

void
rankle_time_bar_set_compact (RankleTimeBar *bar, gboolean compact)
{
  g_return_if_fail (RANKLE_IS_TIME_BAR (bar));

  if (bar->compact == compact)
    return;
  bar->compact = compact;
  if (compact)
    pack (bar);
  else
    unpack (bar);
  gtk_widget_set_visible (GTK_WIDGET (bar->more), compact);
}

/* ---- object ---- */

void
rankle_time_bar_set_study (RankleTimeBar *bar, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_TIME_BAR (bar));

  if (bar->study == study)
    return;
  stop (bar);
  if (bar->study != NULL)
    g_signal_handlers_disconnect_by_data (bar->study, bar);
  g_set_object (&bar->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::model", G_CALLBACK (update_range), bar);
      g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (update_range),
                                bar);
      g_signal_connect_swapped (study, "notify::cursor", G_CALLBACK (update_cursor), bar);
      update_range (bar);
    }
  g_object_notify_by_pspec (G_OBJECT (bar), properties[PROP_STUDY]);
}

static void
rankle_time_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RankleTimeBar *self = RANKLE_TIME_BAR (object);

  switch (id)
    {
    case PROP_STUDY:
      g_value_set_object (value, self->study);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->tick != 0);
      break;
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_time_bar_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RankleTimeBar *self = RANKLE_TIME_BAR (object);

  switch (id)
    {
    case PROP_STUDY:
      rankle_time_bar_set_study (self, g_value_get_object (value));
      break;
    case PROP_PLAYING:
      rankle_time_bar_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_SPEED:
      set_speed (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_time_bar_dispose (GObject *object)
{
  RankleTimeBar *self = RANKLE_TIME_BAR (object);

  if (self->play_button != NULL)
    rankle_time_bar_set_study (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_TIME_BAR);
  G_OBJECT_CLASS (rankle_time_bar_parent_class)->dispose (object);
}

static void
rankle_time_bar_finalize (GObject *object)
{
  g_array_unref (RANKLE_TIME_BAR (object)->marks);
  G_OBJECT_CLASS (rankle_time_bar_parent_class)->finalize (object);
}

static void
rankle_time_bar_class_init (RankleTimeBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_time_bar_get_property;
  object_class->set_property = rankle_time_bar_set_property;
  object_class->dispose = rankle_time_bar_dispose;
  object_class->finalize = rankle_time_bar_finalize;
  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PLAYING] = g_param_spec_boolean (
      "playing", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SPEED] = g_param_spec_double (
      "speed", NULL, NULL, 0.0625, 16, 1,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, back);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, forward);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, fit);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, middle);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, more);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, rest);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, time);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, speeds);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, horizon);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, horizon_popover);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, horizon_entry);
  gtk_widget_class_bind_template_child (widget_class, RankleTimeBar, horizon_complaint);
  gtk_widget_class_bind_template_callback (widget_class, horizon_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, horizon_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, speed_selected_cb);
}

static void
rankle_time_bar_init (RankleTimeBar *self)
{
  self->speed = 1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_init_template (GTK_WIDGET (self));
}
