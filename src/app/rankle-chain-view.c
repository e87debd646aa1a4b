/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-chain-view.h"

#include <glib/gi18n.h>

#include "rankle-chain.h"
#include "rankle-miniature-style.h"
#include "rankle-plot-style.h"

#define LEAST_WIDTH 300
#define LETTERS     0.9 /* of the window's */

struct _RankleChainView
{
  GtkWidget         parent_instance;
  const RankleCard *card;
};

G_DEFINE_FINAL_TYPE (RankleChainView, rankle_chain_view, GTK_TYPE_WIDGET)

static const char *
get_font (GtkWidget *widget)
{
  return pango_font_description_get_family (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

static double
get_size (GtkWidget *widget)
{
  return LETTERS * rankle_plot_style_get_font_size (widget);
}

static int
measure_height (GtkWidget *widget, int width)
{
  return rankle_chain_measure (RANKLE_CHAIN_VIEW (widget)->card, width, get_font (widget),
                               get_size (widget));
}

static GtkSizeRequestMode
rankle_chain_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rankle_chain_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = measure_height (widget, MAX (for_size, LEAST_WIDTH));
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_chain_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int                 width = gtk_widget_get_width (widget);
  int                 height = gtk_widget_get_height (widget);
  RankleMiniatureInks inks;
  cairo_t            *cr;

  if (width <= 0 || height <= 0)
    return;
  rankle_miniature_style_read (widget, inks);
  /* Its outline is half a line beyond. */
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (-1, 0, (float)width + 2, (float)height));
  rankle_chain_paint (cr, RANKLE_CHAIN_VIEW (widget)->card, width, get_font (widget),
                      get_size (widget), inks);
  cairo_destroy (cr);
}

static void
rankle_chain_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rankle_chain_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
rankle_chain_view_class_init (RankleChainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = rankle_chain_view_get_request_mode;
  widget_class->measure = rankle_chain_view_measure;
  widget_class->snapshot = rankle_chain_view_snapshot;
  widget_class->css_changed = rankle_chain_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chainview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rankle_chain_view_init (RankleChainView *self)
{
}

GtkWidget *
rankle_chain_view_new (const RankleCard *card)
{
  RankleChainView *self;

  g_return_val_if_fail (card != NULL && card->n_domains > 0, NULL);

  self = g_object_new (RANKLE_TYPE_CHAIN_VIEW, NULL);
  self->card = card;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (card->chain), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The list of domains says the same."), -1);
  return GTK_WIDGET (self);
}
