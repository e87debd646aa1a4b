/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-body-view.h"

#include <glib/gi18n.h>

#include "rankle-body.h"
#include "rankle-card-words.h"
#include "rankle-miniature-style.h"

#define HEIGHT 470
#define WIDTH  620
#define REACH  8.0 /* around an organ [px] */

struct _RankleBodyView
{
  GtkWidget         parent_instance;
  const RankleCard *card;
  GtkWidget       **buttons; /* (owned) (array length=organs): Borrowed: children */
  guint             chosen;
};

G_DEFINE_FINAL_TYPE (RankleBodyView, rankle_body_view, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- choosing ---- */

void
rankle_body_view_choose (RankleBodyView *view, guint organ)
{
  g_return_if_fail (RANKLE_IS_BODY_VIEW (view) && organ < view->card->n_organs);

  if (view->chosen == organ)
    return;
  if (view->chosen != RANKLE_NO_ORGAN)
    gtk_widget_remove_css_class (view->buttons[view->chosen], "chosen");
  view->chosen = organ;
  gtk_widget_add_css_class (view->buttons[organ], "chosen");
  gtk_widget_queue_draw (GTK_WIDGET (view));
  g_signal_emit (view, signals[CHOSEN], 0, organ);
}

guint
rankle_body_view_get_chosen (RankleBodyView *view)
{
  g_return_val_if_fail (RANKLE_IS_BODY_VIEW (view), RANKLE_NO_ORGAN);

  return view->chosen;
}

static void
choose_button (RankleBodyView *self, GtkWidget *button)
{
  for (guint i = 0; i < self->card->n_organs; i++)
    if (self->buttons[i] == button)
      rankle_body_view_choose (self, i);
}

static void
clicked_cb (GtkWidget *button, RankleBodyView *self)
{
  choose_button (self, button);
}

static void
focus_cb (GtkEventController *controller, RankleBodyView *self)
{
  choose_button (self, gtk_event_controller_get_widget (controller));
}

static void
hover_cb (GtkEventController *controller, double x, double y, RankleBodyView *self)
{
  choose_button (self, gtk_event_controller_get_widget (controller));
}

/* ---- pointer ---- */

static guint
find_organ (RankleBodyView *self, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || height <= 0)
    return RANKLE_NO_ORGAN;
  return rankle_body_find (self->card, width, height, (RanklePoint){ x, y }, REACH);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RankleBodyView *self)
{
  guint organ = find_organ (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   organ == RANKLE_NO_ORGAN ? NULL : "pointer");
  if (organ != RANKLE_NO_ORGAN)
    rankle_body_view_choose (self, organ);
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, RankleBodyView *self)
{
  guint organ = find_organ (self, x, y);

  if (organ != RANKLE_NO_ORGAN)
    gtk_widget_grab_focus (self->buttons[organ]);
}

static void
add_controllers (RankleBodyView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- buttons ---- */

static void
describe (GtkWidget *button, const RankleCardOrgan *organ)
{
  g_autofree char *heard = rankle_card_dup_heard (&organ->entry);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (organ->entry.label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heard, -1);
}

static GtkWidget *
make_button (RankleBodyView *self, const RankleCardOrgan *organ)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", _ (organ->entry.label), "wrap", TRUE,
                    "xalign", organ->left ? 1.0 : 0.0, "justify",
                    organ->left ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "organ");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (hover_cb), self);
  gtk_widget_add_controller (button, focus);
  gtk_widget_add_controller (button, motion);
  describe (button, organ);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* ---- the widget ---- */

static void
rankle_body_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleBodyView     *self = RANKLE_BODY_VIEW (widget);
  int                 width = gtk_widget_get_width (widget);
  int                 height = gtk_widget_get_height (widget);
  RankleMiniatureInks inks;
  cairo_t            *cr;

  if (width <= 0 || height <= 0)
    return;
  rankle_miniature_style_read (widget, inks);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  rankle_body_paint (cr, self->card, width, height, self->chosen, inks);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (rankle_body_view_parent_class)->snapshot (widget, snapshot);
}

static void
allocate_button (RankleBodyView *self, guint organ, RankleBox slot)
{
  int least, usual, high;

  gtk_widget_measure (self->buttons[organ], GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      &usual, NULL, NULL);
  usual = MAX (least, MIN (usual, (int)slot.width));
  gtk_widget_measure (self->buttons[organ], GTK_ORIENTATION_VERTICAL, usual, NULL, &high,
                      NULL, NULL);
  gtk_widget_size_allocate (
      self->buttons[organ],
      &(GtkAllocation){
          (int)(self->card->organs[organ].left ? slot.x + slot.width - usual : slot.x),
          (int)(slot.y + (slot.height - high) / 2), usual, high },
      -1);
}

static void
rankle_body_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleBodyView             *self = RANKLE_BODY_VIEW (widget);
  g_autofree RankleBodyPlace *places = rankle_body_lay_out (self->card, width, height);

  for (guint i = 0; i < self->card->n_organs; i++)
    allocate_button (self, i, places[i].slot);
}

static int
measure_widest (RankleBodyView *self)
{
  int widest = 0;

  for (guint i = 0; i < self->card->n_organs; i++)
    {
      int least;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      widest = MAX (widest, least);
    }
  return widest;
}

static GtkSizeRequestMode
rankle_body_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rankle_body_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  RankleBodyView *self = RANKLE_BODY_VIEW (widget);
  int             least = rankle_body_get_least_width (measure_widest (self));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? least
                 : rankle_body_get_height (self->card, MAX (for_size, least), HEIGHT);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, WIDTH) : *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_body_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rankle_body_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
rankle_body_view_dispose (GObject *object)
{
  RankleBodyView *self = RANKLE_BODY_VIEW (object);

  if (self->buttons != NULL)
    for (guint i = 0; i < self->card->n_organs; i++)
      gtk_widget_unparent (self->buttons[i]);
  g_clear_pointer (&self->buttons, g_free);
  G_OBJECT_CLASS (rankle_body_view_parent_class)->dispose (object);
}

static void
rankle_body_view_class_init (RankleBodyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_body_view_dispose;
  widget_class->snapshot = rankle_body_view_snapshot;
  widget_class->size_allocate = rankle_body_view_size_allocate;
  widget_class->get_request_mode = rankle_body_view_get_request_mode;
  widget_class->measure = rankle_body_view_measure;
  widget_class->css_changed = rankle_body_view_css_changed;
  signals[CHOSEN] = g_signal_new ("chosen", RANKLE_TYPE_BODY_VIEW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "bodyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rankle_body_view_init (RankleBodyView *self)
{
  self->chosen = RANKLE_NO_ORGAN;
  add_controllers (self);
}

GtkWidget *
rankle_body_view_new (const RankleCard *card)
{
  RankleBodyView *self;

  g_return_val_if_fail (card != NULL && card->n_organs > 0, NULL);

  self = g_object_new (RANKLE_TYPE_BODY_VIEW, NULL);
  self->card = card;
  self->buttons = g_new0 (GtkWidget *, card->n_organs);
  for (guint i = 0; i < card->n_organs; i++)
    self->buttons[i] = make_button (self, &card->organs[i]);
  return GTK_WIDGET (self);
}
