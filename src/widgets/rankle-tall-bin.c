/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-tall-bin.h"

/* Less is not read. [px] */
#define LEAST_HEIGHT 96

struct _RankleTallBin
{
  GtkWidget  parent_instance;
  GtkWidget *scroller; /* Borrowed: a child */
  GtkWidget *child;    /* Borrowed (nullable): its descendant */
  int        most;     /* asked for [px]; 0: as high as that */
};

enum
{
  PROP_CHILD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RankleTallBin, rankle_tall_bin, GTK_TYPE_WIDGET)

void
rankle_tall_bin_set_child (RankleTallBin *bin, GtkWidget *child)
{
  GtkWidget *viewport;

  g_return_if_fail (RANKLE_IS_TALL_BIN (bin) && GTK_IS_WIDGET (child));

  viewport = gtk_viewport_new (NULL, NULL);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), child);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (bin->scroller), viewport);
  bin->child = child;
  g_object_notify_by_pspec (G_OBJECT (bin), properties[PROP_CHILD]);
}

void
rankle_tall_bin_set_most (RankleTallBin *bin, int most)
{
  g_return_if_fail (RANKLE_IS_TALL_BIN (bin) && most >= 0);

  bin->most = most;
  gtk_widget_queue_resize (GTK_WIDGET (bin));
}

GtkAdjustment *
rankle_tall_bin_get_adjustment (RankleTallBin *bin)
{
  g_return_val_if_fail (RANKLE_IS_TALL_BIN (bin), NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (bin->scroller));
}

/* ---- layout ---- */

static void
rankle_tall_bin_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  RankleTallBin *self = RANKLE_TALL_BIN (widget);

  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && self->child != NULL)
    {
      gtk_widget_measure (self->child, orientation, for_size, natural, NULL, NULL, NULL);
      if (self->most > 0)
        *natural = MIN (*natural, self->most);
      *minimum = MIN (MAX (*minimum, LEAST_HEIGHT), *natural);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_tall_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (RANKLE_TALL_BIN (widget)->scroller,
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
rankle_tall_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- object ---- */

static void
rankle_tall_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, RANKLE_TALL_BIN (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_tall_bin_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_CHILD)
    rankle_tall_bin_set_child (RANKLE_TALL_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_tall_bin_dispose (GObject *object)
{
  g_clear_pointer (&RANKLE_TALL_BIN (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (rankle_tall_bin_parent_class)->dispose (object);
}

static void
rankle_tall_bin_class_init (RankleTallBinClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_tall_bin_get_property;
  object_class->set_property = rankle_tall_bin_set_property;
  object_class->dispose = rankle_tall_bin_dispose;
  widget_class->measure = rankle_tall_bin_measure;
  widget_class->size_allocate = rankle_tall_bin_size_allocate;
  widget_class->get_request_mode = rankle_tall_bin_get_request_mode;
  properties[PROP_CHILD] = g_param_spec_object (
      "child", NULL, NULL, GTK_TYPE_WIDGET,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
rankle_tall_bin_init (RankleTallBin *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
