/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-scene-view-private.h"

#include "rankle-scene-style.h"

#define INSET 8 /* of words from the picture's edge [px] */

enum
{
  PROP_KIND = 1,
  PROP_SIMPLE,
  PROP_TURNING,
  PROP_BASELINE,
  PROP_STATE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RankleSceneView, rankle_scene_view, GTK_TYPE_WIDGET)

gboolean
rankle_scene_view_uses_gl (RankleSceneView *view)
{
  g_return_val_if_fail (RANKLE_IS_SCENE_VIEW (view), FALSE);

  return _rankle_scene_view_uses_gl (view) && view->scene != NULL;
}

/* ---- the study ---- */

/* What is not seen, is not looked after. */
static void
update (RankleSceneView *self)
{
  RankleTrajectory *run =
      self->study == NULL ? NULL : rankle_study_get_trajectory (self->study);
  gboolean was_absent = self->is_absent, differs;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  differs = self->subject->read (self, run);
  self->is_absent = self->subject->get_complaint (self) != NULL;
  if (differs || self->is_absent != was_absent)
    {
      _rankle_scene_view_update_tags (self);
      _rankle_scene_view_queue_picture (self);
    }
  if (self->is_absent != was_absent)
    _rankle_scene_view_place_tags_soon (self);
  _rankle_scene_view_update_words (self);
}

void
rankle_scene_view_set_study (RankleSceneView *view, RankleStudy *study)
{
  static const char *const signals[] = { "notify::trajectory", "notify::baseline",
                                         "notify::cursor" };

  g_return_if_fail (RANKLE_IS_SCENE_VIEW (view));

  if (view->study == study)
    return;
  if (view->study != NULL)
    g_signal_handlers_disconnect_by_data (view->study, view);
  g_set_object (&view->study, study);
  for (guint i = 0; study != NULL && i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (study, signals[i], G_CALLBACK (update), view);
  update (view);
}

void
rankle_scene_view_set_spotlight (RankleSceneView *view, RankleSpotlight *spotlight)
{
  g_return_if_fail (RANKLE_IS_SCENE_VIEW (view) && RANKLE_IS_SPOTLIGHT (spotlight));
  g_return_if_fail (view->spotlight == NULL);

  view->spotlight = g_object_ref (spotlight);
  g_signal_connect_object (spotlight, "changed",
                           G_CALLBACK (_rankle_scene_view_follow_spotlight), view,
                           G_CONNECT_SWAPPED);
}

char *
rankle_scene_view_describe (RankleSceneView *view)
{
  g_return_val_if_fail (RANKLE_IS_SCENE_VIEW (view), NULL);

  return view->subject->make_sentence (view);
}

GBytes *
rankle_scene_view_print (RankleSceneView *view, GError **error)
{
  g_return_val_if_fail (RANKLE_IS_SCENE_VIEW (view), NULL);

  return _rankle_scene_view_print (view, error);
}

/* ---- widget ---- */

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static GtkRequisition
get_usual_size (GtkWidget *child)
{
  GtkRequisition usual = { 0 };

  if (gtk_widget_should_layout (child))
    gtk_widget_get_preferred_size (child, NULL, &usual);
  return usual;
}

/* Beside the picture where that is wide, else beneath it; nowhere where it would leave
 * nothing of the picture. */
static void
allocate_side (RankleSceneView *self, int width, int height)
{
  gboolean       beside = width > 1.3 * height;
  GtkRequisition side;

  gtk_widget_set_child_visible (self->side, TRUE);
  side = get_usual_size (self->side);
  self->picture = (GtkAllocation){ 0, 0, width, height };
  if (beside != self->is_side_beside)
    {
      self->is_side_beside = beside;
      _rankle_scene_view_place_tags_soon (self);
    }
  if (side.width > width || side.height > height || side.width * side.height == 0 ||
      (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->side)) ==
       GTK_ORIENTATION_VERTICAL) != beside)
    gtk_widget_set_child_visible (self->side, FALSE);
  else if (beside)
    {
      self->picture.width = width - side.width;
      allocate (self->side, self->picture.width, (height - side.height) / 2, side.width,
                side.height);
    }
  else
    {
      self->picture.height = height - side.height;
      allocate (self->side, (width - side.width) / 2, self->picture.height, side.width,
                side.height);
    }
}

static void
allocate_words (RankleSceneView *self)
{
  int            width = self->picture.width;
  GtkRequisition tools = get_usual_size (self->tools), head = get_usual_size (self->head);
  GtkRequisition foot = get_usual_size (self->foot);
  int            room = MAX (width - tools.width - 3 * INSET, 0), least, natural;

  gtk_widget_set_child_visible (self->head, room > 60);
  gtk_widget_set_child_visible (self->foot, self->picture.height > 200);
  allocate (self->tools, width - tools.width - INSET / 2, INSET / 2, tools.width,
            tools.height);
  head.width = MIN (head.width, room);
  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, head.width, &least, &natural,
                      NULL, NULL);
  allocate (self->head, INSET, INSET, head.width, natural);
  foot.width = MIN (foot.width, width - 2 * INSET);
  allocate (self->foot, INSET, self->picture.height - foot.height - INSET / 2, foot.width,
            foot.height);
}

static void
rankle_scene_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (widget);
  GtkAllocation    before = self->picture;
  gboolean shows = _rankle_scene_view_uses_gl (self) && self->subject->is_ready (self) &&
                   self->subject->get_complaint (self) == NULL;

  allocate_side (self, width, height);
  gtk_widget_set_child_visible (GTK_WIDGET (self->area), shows);
  if (shows && self->picture.width > 0 && self->picture.height > 0)
    allocate (GTK_WIDGET (self->area), 0, 0, self->picture.width, self->picture.height);
  allocate_words (self);
  _rankle_scene_view_allocate_tags (self);
  allocate (self->absence, 0, 0, width, height);
  if (before.width != self->picture.width || before.height != self->picture.height)
    _rankle_scene_view_moved (self);
}

static void
rankle_scene_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? 240 : 120;
  *natural = wide ? 900 : 400;
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_scene_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (widget);
  GtkWidget       *area = GTK_WIDGET (self->area);

  if (self->scene != NULL && gtk_gl_area_get_error (self->area) != NULL)
    _rankle_scene_view_give_up_gl (self, gtk_gl_area_get_error (self->area));
  if (self->subject->get_complaint (self) == NULL)
    {
      if (_rankle_scene_view_uses_gl (self) && gtk_widget_get_mapped (area))
        gtk_widget_snapshot_child (widget, area, snapshot);
      if (!_rankle_scene_view_uses_gl (self) || !gtk_widget_get_mapped (area))
        _rankle_scene_view_paint_still (self, snapshot);
      _rankle_scene_view_paint_leaders (self, snapshot);
    }
  for (GtkWidget *child = gtk_widget_get_next_sibling (area); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
rankle_scene_view_map (GtkWidget *widget)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (widget);

  GTK_WIDGET_CLASS (rankle_scene_view_parent_class)->map (widget);
  if (!self->begun)
    self->subject->begin (self);
  self->begun = TRUE;
  update (self);
  _rankle_scene_view_moved (self);
}

/* Nothing goes on that nobody sees. */
static void
rankle_scene_view_unmap (GtkWidget *widget)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (widget);

  _rankle_scene_view_set_turning (self, FALSE);
  if (self->ticking != 0)
    gtk_widget_remove_tick_callback (widget, self->ticking);
  self->ticking = 0;
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  GTK_WIDGET_CLASS (rankle_scene_view_parent_class)->unmap (widget);
}

static void
rankle_scene_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (widget);
  RankleSceneTheme before = self->theme;

  GTK_WIDGET_CLASS (rankle_scene_view_parent_class)->css_changed (widget, change);
  rankle_scene_style_read (widget, &self->theme);
  if (memcmp (&before, &self->theme, sizeof before) != 0)
    _rankle_scene_view_queue_picture (self);
}

/* ---- object ---- */

static void
set_simple (RankleSceneView *self, gboolean simple)
{
  if (self->simple == simple)
    return;
  self->simple = simple;
  _rankle_scene_view_update_words (self);
  _rankle_scene_view_moved (self);
  _rankle_scene_view_place_tags_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIMPLE]);
}

static void
set_baseline (RankleSceneView *self, gboolean baseline)
{
  if (self->baseline == baseline)
    return;
  self->baseline = baseline;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASELINE]);
}

static void
set_state (RankleSceneView *self, guint n_rank)
{
  if (self->picked == n_rank)
    return;
  self->picked = n_rank;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
rankle_scene_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_int (value, (int)self->kind);
      break;
    case PROP_SIMPLE:
      g_value_set_boolean (value, self->simple);
      break;
    case PROP_TURNING:
      g_value_set_boolean (value, self->turning);
      break;
    case PROP_BASELINE:
      g_value_set_boolean (value, self->baseline);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int)self->picked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_scene_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind = (RankleSceneKind)g_value_get_int (value);
      break;
    case PROP_SIMPLE:
      set_simple (self, g_value_get_boolean (value));
      break;
    case PROP_TURNING:
      _rankle_scene_view_set_turning (self, g_value_get_boolean (value));
      break;
    case PROP_BASELINE:
      set_baseline (self, g_value_get_boolean (value));
      break;
    case PROP_STATE:
      set_state (self, (guint)g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_scene_view_constructed (GObject *object)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (object);

  G_OBJECT_CLASS (rankle_scene_view_parent_class)->constructed (object);
  self->subject = self->kind == RANKLE_SCENE_OF_BONE ? &_rankle_scene_of_bone
                                                     : &_rankle_scene_of_complex;
  self->camera = *self->subject->camera;
  rankle_scene_style_read (GTK_WIDGET (self), &self->theme);
  _rankle_scene_view_add_area (self);
  _rankle_scene_view_add_tags (self);
  _rankle_scene_view_add_words (self);
  _rankle_scene_view_add_controllers (self);
}

static void
rankle_scene_view_dispose (GObject *object)
{
  RankleSceneView *self = RANKLE_SCENE_VIEW (object);
  GtkWidget       *child;

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_object (&self->spotlight);
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_handle_id (&self->placing, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  self->subject->end (self);
  for (guint i = 0; i < RANKLE_LABELS_MOST; i++)
    _rankle_scene_label_clear (&self->tags[i].label);
  self->n_tags = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->still);
  g_clear_pointer (&self->told_words, g_free);
  G_OBJECT_CLASS (rankle_scene_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  g_signal_new ("glyph-selected", RANKLE_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("card-wanted", RANKLE_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GParamSpec *
make_boolean (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                   G_PARAM_EXPLICIT_NOTIFY);
}

static void
rankle_scene_view_class_init (RankleSceneViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rankle_scene_view_constructed;
  object_class->get_property = rankle_scene_view_get_property;
  object_class->set_property = rankle_scene_view_set_property;
  object_class->dispose = rankle_scene_view_dispose;
  widget_class->size_allocate = rankle_scene_view_size_allocate;
  widget_class->measure = rankle_scene_view_measure;
  widget_class->snapshot = rankle_scene_view_snapshot;
  widget_class->map = rankle_scene_view_map;
  widget_class->unmap = rankle_scene_view_unmap;
  widget_class->css_changed = rankle_scene_view_css_changed;
  widget_class->focus = _rankle_scene_view_focus;
  gtk_widget_class_set_css_name (widget_class, "scene");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  install_signals ();

  properties[PROP_KIND] = g_param_spec_int (
      "kind", NULL, NULL, 0, RANKLE_N_SCENES - 1, RANKLE_SCENE_OF_BONE,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIMPLE] = make_boolean ("simple");
  properties[PROP_TURNING] = make_boolean ("turning");
  properties[PROP_BASELINE] = make_boolean ("baseline");
  properties[PROP_STATE] = g_param_spec_int (
      "state", NULL, NULL, 0, RANKLE_GROOVES, RANKLE_GROOVES,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
rankle_scene_view_init (RankleSceneView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rankle_scene_view_new (RankleSceneKind kind)
{
  return g_object_new (RANKLE_TYPE_SCENE_VIEW, "kind", kind, NULL);
}
