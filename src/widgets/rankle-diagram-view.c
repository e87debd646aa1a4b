/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-style.h"
#include "rankle-diagram-view-private.h"

enum
{
  PROP_STUDY = 1,
  PROP_MOVING,
  PROP_LEVELS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static guint card_wanted; /* a signal */

G_DEFINE_FINAL_TYPE (RankleDiagramView, rankle_diagram_view, GTK_TYPE_WIDGET)

/* ---- selection ---- */

const char *
rankle_diagram_view_get_selected (RankleDiagramView *view)
{
  g_return_val_if_fail (RANKLE_IS_DIAGRAM_VIEW (view), NULL);

  if (view->selected == RANKLE_NO_GLYPH)
    return NULL;
  return rankle_diagram_get_glyph (view->diagram, view->selected)->id;
}

void
rankle_diagram_view_select (RankleDiagramView *view, const char *glyph)
{
  guint found = RANKLE_NO_GLYPH;

  g_return_if_fail (RANKLE_IS_DIAGRAM_VIEW (view));

  if (glyph != NULL && view->diagram != NULL)
    found = rankle_diagram_find (view->diagram, glyph);
  if (found != RANKLE_NO_GLYPH &&
      !rankle_glyph_is_entity (rankle_diagram_get_glyph (view->diagram, found)))
    found = RANKLE_NO_GLYPH;
  _rankle_diagram_view_set_selected (view, found);
}

/* It is what an assistive program finds that the picture can do, too. */
static void
open_card (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);
  const RankleCard  *card = _rankle_diagram_view_find_card (self, self->selected);

  if (card != NULL)
    g_signal_emit (self, card_wanted, 0, card->id);
}

/* ---- the camera ---- */

void
rankle_diagram_view_zoom (RankleDiagramView *view, double factor)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_VIEW (view) && factor > 0);

  _rankle_diagram_view_zoom (view, factor);
}

void
rankle_diagram_view_fit (RankleDiagramView *view)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_VIEW (view));

  _rankle_diagram_view_fit (view);
}

RankleDiagramCamera
rankle_diagram_view_get_camera (RankleDiagramView *view)
{
  g_return_val_if_fail (RANKLE_IS_DIAGRAM_VIEW (view), (RankleDiagramCamera){ 0 });

  return view->camera;
}

/* ---- the study ---- */

static void
update_values (RankleDiagramView *self)
{
  /* All of the map, or nothing of it. */
  g_assert ((self->values == NULL) == (self->diagram == NULL));
  g_assert ((self->front == NULL) == (self->diagram == NULL));

  if (self->values == NULL)
    return;
  rankle_diagram_values_update (self->values, rankle_study_get_shown (self->study),
                                rankle_study_get_trajectory (self->study),
                                rankle_study_get_baseline (self->study));
  _rankle_diagram_view_begin_paint (self);
  if (_rankle_diagram_view_get_subject (self) != RANKLE_NO_GLYPH ||
      _rankle_diagram_view_get_subject_arc (self) != RANKLE_NO_ARC)
    _rankle_diagram_view_update_card (self);
  _rankle_diagram_view_tell_at_rest (self);
}

static void
show_map (RankleDiagramView *self)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);
  g_autoptr (GError) error = NULL;

  _rankle_diagram_view_drop_map (self);
  if (model != NULL)
    _rankle_diagram_view_load_map (self, model, &error);
  gtk_label_set_text (self->absence, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->absence), error != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), self->diagram != NULL);
  _rankle_diagram_view_update_actions (self);
  _rankle_diagram_view_update_levels (self);
  _rankle_diagram_view_fit (self);
  update_values (self);
  _rankle_diagram_view_update_card (self);
  _rankle_diagram_view_tell (self);
}

/* What is selected stays so while it is there, and one looks where one looked. */
static void
show_levels (RankleDiagramView *self)
{
  g_autofree char    *selected = g_strdup (rankle_diagram_view_get_selected (self));
  RankleDiagramCamera camera = self->camera;
  gboolean            fitted = self->fitted;

  show_map (self);
  self->camera = camera;
  self->fitted = fitted;
  if (selected != NULL)
    rankle_diagram_view_select (self, selected);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVELS]);
}

static void
connect_study (RankleDiagramView *self)
{
  static const char *const signals[] = { "notify::trajectory", "notify::baseline",
                                         "notify::cursor", "notify::scenario" };

  g_signal_connect_swapped (self->study, "notify::model", G_CALLBACK (show_map), self);
  g_signal_connect_swapped (self->study, "notify::map-levels", G_CALLBACK (show_levels),
                            self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (self->study, signals[i], G_CALLBACK (update_values), self);
}

void
rankle_diagram_view_set_study (RankleDiagramView *view, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_VIEW (view));

  if (view->study == study)
    return;
  if (view->study != NULL)
    g_signal_handlers_disconnect_by_data (view->study, view);
  g_set_object (&view->study, study);
  if (study != NULL)
    connect_study (view);
  show_map (view);
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_STUDY]);
}

RankleStudy *
rankle_diagram_view_get_study (RankleDiagramView *view)
{
  g_return_val_if_fail (RANKLE_IS_DIAGRAM_VIEW (view), NULL);

  return view->study;
}

void
rankle_diagram_view_set_spotlight (RankleDiagramView *view, RankleSpotlight *spotlight)
{
  g_return_if_fail (RANKLE_IS_DIAGRAM_VIEW (view) && RANKLE_IS_SPOTLIGHT (spotlight));
  g_return_if_fail (view->spotlight == NULL);

  view->spotlight = g_object_ref (spotlight);
  g_signal_connect_object (spotlight, "changed", G_CALLBACK (gtk_widget_queue_draw), view,
                           G_CONNECT_SWAPPED);
}

/* ---- motion ---- */

static void
set_moving (RankleDiagramView *self, gboolean moving)
{
  if (self->moving == moving)
    return;
  self->moving = moving;
  self->last_frame = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
}

/* ---- widget ---- */

static void
rankle_diagram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  _rankle_diagram_view_paint (RANKLE_DIAGRAM_VIEW (widget), snapshot);
  GTK_WIDGET_CLASS (rankle_diagram_view_parent_class)->snapshot (widget, snapshot);
}

static void
rankle_diagram_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);

  if (self->diagram != NULL && (self->fitted || !(self->camera.scale > 0)))
    self->camera = _rankle_diagram_view_get_fitted (self);
  _rankle_diagram_view_allocate_levels (self, width, height);
  _rankle_diagram_view_allocate_card (self, width, height);
  gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_popover_present (GTK_POPOVER (self->entry));
  if (gtk_widget_get_visible (GTK_WIDGET (self->absence)))
    gtk_widget_size_allocate (GTK_WIDGET (self->absence),
                              &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
rankle_diagram_view_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);
  gboolean           wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? 240 : 120;
  *natural = wide ? 900 : 400;
  *minimum_baseline = *natural_baseline = -1;
  if (gtk_widget_get_visible (GTK_WIDGET (self->absence)))
    {
      int least;

      gtk_widget_measure (GTK_WIDGET (self->absence), orientation, -1, &least, NULL, NULL,
                          NULL);
      *minimum = MAX (*minimum, least);
    }
}

static void
rankle_diagram_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);

  GTK_WIDGET_CLASS (rankle_diagram_view_parent_class)->css_changed (widget, change);
  rankle_diagram_style_read (widget, &self->theme);
  gtk_widget_queue_draw (widget);
}

static void
rankle_diagram_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (rankle_diagram_view_parent_class)
      ->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static gboolean
rankle_diagram_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return _rankle_diagram_view_focus (RANKLE_DIAGRAM_VIEW (widget), direction);
}

/* ---- object ---- */

static void
rankle_diagram_view_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (object);

  switch (id)
    {
    case PROP_STUDY:
      g_value_set_object (value, self->study);
      break;
    case PROP_MOVING:
      g_value_set_boolean (value, self->moving);
      break;
    case PROP_LEVELS:
      g_value_set_int (value, (int)_rankle_diagram_view_get_levels (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_diagram_view_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (object);

  switch (id)
    {
    case PROP_STUDY:
      rankle_diagram_view_set_study (self, g_value_get_object (value));
      break;
    case PROP_MOVING:
      set_moving (self, g_value_get_boolean (value));
      break;
    case PROP_LEVELS:
      _rankle_diagram_view_set_levels (self, (guint)g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_diagram_view_dispose (GObject *object)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (object);
  GtkWidget         *child;

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_object (&self->spotlight);
  g_clear_handle_id (&self->telling, g_source_remove);
  _rankle_diagram_view_drop_map (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rankle_diagram_view_parent_class)->dispose (object);
}

static const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

static void
rankle_diagram_view_class_init (RankleDiagramViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_diagram_view_get_property;
  object_class->set_property = rankle_diagram_view_set_property;
  object_class->dispose = rankle_diagram_view_dispose;
  widget_class->snapshot = rankle_diagram_view_snapshot;
  widget_class->size_allocate = rankle_diagram_view_size_allocate;
  widget_class->measure = rankle_diagram_view_measure;
  widget_class->css_changed = rankle_diagram_view_css_changed;
  widget_class->state_flags_changed = rankle_diagram_view_state_flags_changed;
  widget_class->focus = rankle_diagram_view_focus;
  gtk_widget_class_install_action (widget_class, "diagram.open-card", NULL, open_card);
  for (guint i = 0; i < G_N_ELEMENTS (enter_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, enter_keys[i], 0,
                                         "diagram.open-card", NULL);
  card_wanted = g_signal_new ("card-wanted", RANKLE_TYPE_DIAGRAM_VIEW, G_SIGNAL_RUN_LAST,
                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("curve-wanted", RANKLE_TYPE_DIAGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  _rankle_diagram_view_install_menu (widget_class);
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MOVING] = g_param_spec_boolean (
      "moving", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LEVELS] = g_param_spec_int ("levels", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_property_action (widget_class, "diagram.levels", "levels");
}

static GtkLabel *
add_absence (RankleDiagramView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
rankle_diagram_view_init (RankleDiagramView *self)
{
  self->selected = self->pointed = RANKLE_NO_GLYPH;
  self->arc = self->pointed_arc = self->term_arc = RANKLE_NO_ARC;
  self->fitted = TRUE;
  self->absence = add_absence (self);
  self->card = RANKLE_DIAGRAM_CARD (rankle_diagram_card_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rankle_diagram_style_read (GTK_WIDGET (self), &self->theme);
  _rankle_diagram_view_add_levels (self);
  _rankle_diagram_view_add_menu (self);
  _rankle_diagram_view_add_controllers (self);
  _rankle_diagram_view_update_actions (self);
  _rankle_diagram_view_tell (self);
}

GtkWidget *
rankle_diagram_view_new (void)
{
  return g_object_new (RANKLE_TYPE_DIAGRAM_VIEW, NULL);
}
