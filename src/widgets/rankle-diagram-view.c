/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-catalog.h"
#include "rankle-diagram-callout.h"
#include "rankle-diagram-style.h"
#include "rankle-diagram-view-private.h"

enum
{
  PROP_STUDY = 1,
  PROP_MOVING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RankleDiagramView, rankle_diagram_view, GTK_TYPE_WIDGET)

/* ---- the card ---- */

static guint
get_subject (RankleDiagramView *self)
{
  return self->pointed != RANKLE_NO_GLYPH ? self->pointed : self->selected;
}

static void
update_card (RankleDiagramView *self)
{
  guint subject = get_subject (self);

  gtk_widget_set_visible (GTK_WIDGET (self->card), subject != RANKLE_NO_GLYPH);
  if (subject != RANKLE_NO_GLYPH)
    rankle_diagram_card_show (self->card, self->diagram, subject, self->values);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
allocate_card (RankleDiagramView *self, int width, int height)
{
  GtkRequisition least, usual;
  RankleBox      place;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->card)))
    return;
  gtk_widget_get_preferred_size (GTK_WIDGET (self->card), &least, &usual);
  place = rankle_diagram_place_callout (self->diagram, get_subject (self), self->camera,
                                        (RankleBox){ 0, 0, width, height }, usual.width,
                                        usual.height);
  gtk_widget_size_allocate (
      GTK_WIDGET (self->card),
      &(GtkAllocation){ (int)place.x, (int)place.y, usual.width, usual.height }, -1);
}

/* ---- selection ---- */

void
_rankle_diagram_view_set_selected (RankleDiagramView *self, guint glyph)
{
  self->selected = glyph;
  if (glyph != RANKLE_NO_GLYPH && !self->fitted)
    _rankle_diagram_view_reveal (self, glyph);
  update_card (self);
  _rankle_diagram_view_tell (self);
}

void
_rankle_diagram_view_set_pointed (RankleDiagramView *self, guint glyph)
{
  if (self->pointed == glyph)
    return;
  self->pointed = glyph;
  update_card (self);
}

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

/* ---- the study ---- */

static void
drop_map (RankleDiagramView *self)
{
  self->selected = self->pointed = RANKLE_NO_GLYPH;
  g_clear_pointer (&self->phases, g_free);
  g_clear_pointer (&self->canvas, rankle_diagram_canvas_free);
  g_clear_pointer (&self->values, rankle_diagram_values_free);
  g_clear_pointer (&self->diagram, rankle_diagram_unref);
}

static RankleDiagram *
load (RankleModel *model, GError **error)
{
  const char *name = rankle_model_get_diagram (model);
  g_autoptr (GBytes) text = NULL;
  gsize length;

  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This model comes without a pathway map."));
      return NULL;
    }
  text = rankle_catalog_read ("diagrams", name, error);
  if (text == NULL)
    return NULL;
  length = g_bytes_get_size (text);
  return rankle_diagram_new_from_sbgn (g_bytes_get_data (text, NULL), (gssize)length,
                                       name, error);
}

static void
update_values (RankleDiagramView *self)
{
  if (self->values == NULL)
    return;
  rankle_diagram_values_update (self->values, self->study);
  if (get_subject (self) != RANKLE_NO_GLYPH)
    update_card (self);
  _rankle_diagram_view_tell_at_rest (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_map (RankleDiagramView *self)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);
  g_autoptr (GError) error = NULL;

  drop_map (self);
  if (model != NULL)
    self->diagram = load (model, &error);
  if (self->diagram != NULL)
    {
      self->canvas = rankle_diagram_canvas_new (self->diagram);
      self->phases = g_new0 (double, rankle_diagram_get_n_arcs (self->diagram) + 1);
      self->values = rankle_diagram_values_new (self->diagram, model);
    }
  gtk_label_set_text (self->absence, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->absence), error != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), self->diagram != NULL);
  rankle_diagram_view_fit (self);
  update_values (self);
  update_card (self);
  _rankle_diagram_view_tell (self);
}

static void
connect_study (RankleDiagramView *self)
{
  static const char *const signals[] = { "notify::trajectory", "notify::baseline",
                                         "notify::cursor", "notify::scenario" };

  g_signal_connect_swapped (self->study, "notify::model", G_CALLBACK (show_map), self);
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

/* ---- motion ---- */

static gboolean
wants_motion (RankleDiagramView *self)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &animations, NULL);
  return self->moving && animations;
}

/* Frames come from the cursor that plays; there is no clock of our own. */
static void
paint_motion (RankleDiagramView *self, cairo_t *cr)
{
  const RankleGlyphState *states = rankle_diagram_values_get_states (self->values);
  GdkFrameClock          *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 now = clock == NULL ? 0 : gdk_frame_clock_get_frame_time (clock);

  if (self->last_frame != 0)
    rankle_diagram_advance_flow (self->diagram, states, self->phases,
                                 (double)(now - self->last_frame) / G_USEC_PER_SEC);
  self->last_frame = now;
  rankle_diagram_paint_flow (cr, self->diagram, states, self->phases, self->camera,
                             &self->theme);
}

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

/* GTK's own notion of a visible focus does not follow where the focus stays and only the
 * selection goes on. */
static gboolean
shows_focus (RankleDiagramView *self)
{
  return self->by_keys && gtk_widget_has_focus (GTK_WIDGET (self));
}

static void
paint_mark (RankleDiagramView *self, cairo_t *cr, guint glyph, RankleDiagramMark mark)
{
  rankle_diagram_paint_mark (cr, self->diagram, glyph, mark, self->camera, &self->theme);
}

static void
paint_marks (RankleDiagramView *self, cairo_t *cr)
{
  if (self->pointed != RANKLE_NO_GLYPH && self->pointed != self->selected)
    paint_mark (self, cr, self->pointed, RANKLE_MARK_POINTED);
  if (self->selected != RANKLE_NO_GLYPH)
    paint_mark (self, cr, self->selected, RANKLE_MARK_SELECTED);
  if (self->selected != RANKLE_NO_GLYPH && shows_focus (self))
    paint_mark (self, cr, self->selected, RANKLE_MARK_FOCUSED);
  else if (shows_focus (self))
    rankle_diagram_paint_frame (cr, gtk_widget_get_width (GTK_WIDGET (self)),
                                gtk_widget_get_height (GTK_WIDGET (self)), &self->theme);
}

static void
rankle_diagram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);
  RankleDiagramSight sight = { .camera = self->camera,
                               .width = gtk_widget_get_width (widget),
                               .height = gtk_widget_get_height (widget),
                               .scale = gtk_widget_get_scale_factor (widget),
                               .theme = self->theme };

  if (self->diagram != NULL && sight.width > 0 && sight.height > 0)
    {
      cairo_surface_t *picture = rankle_diagram_canvas_paint (
          self->canvas, &sight, rankle_diagram_values_get_states (self->values));
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, sight.width, sight.height));

      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_paint (cr);
      if (wants_motion (self))
        paint_motion (self, cr);
      paint_marks (self, cr);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (rankle_diagram_view_parent_class)->snapshot (widget, snapshot);
}

static void
rankle_diagram_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);

  if (self->diagram != NULL && (self->fitted || !(self->camera.scale > 0)))
    self->camera = _rankle_diagram_view_get_fitted (self);
  allocate_card (self, width, height);
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
  g_clear_handle_id (&self->telling, g_source_remove);
  drop_map (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rankle_diagram_view_parent_class)->dispose (object);
}

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
  widget_class->focus = _rankle_diagram_view_focus;
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MOVING] = g_param_spec_boolean (
      "moving", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
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
  self->fitted = TRUE;
  self->absence = add_absence (self);
  self->card = RANKLE_DIAGRAM_CARD (rankle_diagram_card_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rankle_diagram_style_read (GTK_WIDGET (self), &self->theme);
  _rankle_diagram_view_add_controllers (self);
  _rankle_diagram_view_tell (self);
}

GtkWidget *
rankle_diagram_view_new (void)
{
  return g_object_new (RANKLE_TYPE_DIAGRAM_VIEW, NULL);
}
