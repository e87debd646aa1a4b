/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-layout-bin.h"

#include "rankle-plot-style.h"

struct _RankleLayoutBin
{
  GtkWidget    parent_instance;
  GtkWidget   *column; /* Borrowed: a child, and all others in it */
  RankleLayout layout;
};

static guint reshaped; /* a signal */

static void rankle_layout_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RankleLayoutBin,
                               rankle_layout_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      rankle_layout_bin_buildable_init))

RankleLayout
rankle_layout_bin_get_layout (RankleLayoutBin *bin)
{
  g_return_val_if_fail (RANKLE_IS_LAYOUT_BIN (bin), (RankleLayout){ 0 });

  return bin->layout;
}

/* ---- layout ---- */

static void
rankle_layout_bin_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  RankleLayoutBin *self = RANKLE_LAYOUT_BIN (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? RANKLE_LEAST_WIDTH
                                                                  : RANKLE_LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->column, orientation, -1, NULL, natural, NULL, NULL);
  *natural = MAX (*natural, *minimum);
}

static void
choose (RankleLayoutBin *self, int width, int height)
{
  RankleLayout layout = rankle_layout_choose (
      width, height, rankle_plot_style_get_font_size (GTK_WIDGET (self)));

  if (rankle_layout_equal (&layout, &self->layout))
    return;
  self->layout = layout;
  g_signal_emit (self, reshaped, 0);
}

/* What has no room is cut off at the end, and does not lie about its size. */
static void
rankle_layout_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RankleLayoutBin *self = RANKLE_LAYOUT_BIN (widget);
  GtkAllocation    place = { 0, 0, width, height };
  int              least;

  choose (self, width, height);
  gtk_widget_measure (self->column, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  place.width = MAX (width, least);
  gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, place.width, &least, NULL,
                      NULL, NULL);
  place.height = MAX (height, least);
  gtk_widget_size_allocate (self->column, &place, -1);
}

/* ---- object ---- */

static void
rankle_layout_bin_dispose (GObject *object)
{
  g_clear_pointer (&RANKLE_LAYOUT_BIN (object)->column, gtk_widget_unparent);
  G_OBJECT_CLASS (rankle_layout_bin_parent_class)->dispose (object);
}

static void
rankle_layout_bin_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_box_append (GTK_BOX (RANKLE_LAYOUT_BIN (buildable)->column), GTK_WIDGET (child));
}

static void
rankle_layout_bin_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = rankle_layout_bin_add_child;
}

static void
rankle_layout_bin_class_init (RankleLayoutBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_layout_bin_dispose;
  widget_class->measure = rankle_layout_bin_measure;
  widget_class->size_allocate = rankle_layout_bin_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  reshaped = g_signal_new ("reshaped", RANKLE_TYPE_LAYOUT_BIN, G_SIGNAL_RUN_LAST, 0, NULL,
                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_layout_bin_init (RankleLayoutBin *self)
{
  self->layout.panes = RANKLE_PANES_THREE;
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
