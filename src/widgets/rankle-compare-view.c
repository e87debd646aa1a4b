/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-compare-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-compare-panel.h"

/* What stands beside the model that is shown, until another is chosen. */
#define FIRST_CHOICE  "peterson-riggs-2012"
#define SECOND_CHOICE "rankle"

struct _RankleCompareView
{
  GtkBox            parent_instance;
  RankleComparison *comparison; /* (owned) (nullable) */
  GStrv             ids;        /* (owned): of the models in the list */
  GtkDropDown      *second;
  GtkLabel         *remarks;
  GtkFlowBox       *panels;
  GtkWidget        *empty;
  GtkWidget        *scroller;
  RankleModel      *shown[2]; /* (owned) (nullable): whose panels these are */
};

G_DEFINE_FINAL_TYPE (RankleCompareView, rankle_compare_view, GTK_TYPE_BOX)

/* ---- panels ---- */

static RankleModel *
get_model (RankleCompareView *self, guint which)
{
  return rankle_comparison_get_model (self->comparison, which);
}

static gboolean
shows_present_pair (RankleCompareView *self)
{
  return self->shown[0] == get_model (self, 0) && self->shown[1] == get_model (self, 1);
}

static void
remember_pair (RankleCompareView *self)
{
  for (guint which = 0; which < 2; which++)
    {
      RankleModel *model = get_model (self, which);

      g_clear_pointer (&self->shown[which], rankle_model_unref);
      self->shown[which] = model == NULL ? NULL : rankle_model_ref (model);
    }
}

/* The keyboard goes from panel to panel, not to the boxes that they stand in. */
static void
add_panel (RankleCompareView *self, const RankleQuantityPair *pair)
{
  GtkWidget *panel = rankle_compare_panel_new (self->comparison, pair);

  gtk_flow_box_append (self->panels, panel);
  gtk_widget_set_focusable (gtk_widget_get_parent (panel), FALSE);
}

static void
build_panels (RankleCompareView *self)
{
  GtkWidget                *child;
  guint                     n;
  const RankleQuantityPair *pairs = rankle_comparison_get_pairs (self->comparison, &n);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->panels))) != NULL)
    gtk_flow_box_remove (self->panels, child);
  for (guint i = 0; i < n; i++)
    add_panel (self, &pairs[i]);
  remember_pair (self);
  g_assert (shows_present_pair (self));
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

static void
update_panels (RankleCompareView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->panels));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    rankle_compare_panel_update (
        RANKLE_COMPARE_PANEL (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))));
}

static void
changed_cb (RankleCompareView *self)
{
  g_autofree char *remarks = rankle_comparison_dup_remarks (self->comparison);

  if (shows_present_pair (self))
    update_panels (self);
  else
    build_panels (self);
  if (strcmp (gtk_label_get_text (self->remarks), remarks) != 0)
    gtk_label_set_text (self->remarks, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *remarks != '\0');
}

/* ---- the second model ---- */

static void
chosen_cb (RankleCompareView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->second);
  g_autoptr (RankleModel) model = NULL;

  if (self->comparison == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  g_assert (chosen < g_strv_length (self->ids));
  model = rankle_catalog_load (self->ids[chosen], NULL);
  if (model != NULL)
    rankle_comparison_set_second (self->comparison, model);
}

static void
fill_list (RankleCompareView *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  g_assert (self->ids == NULL);

  self->ids = rankle_catalog_list_models ();
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (self->ids[i], NULL);

      gtk_string_list_append (titles, model == NULL ? self->ids[i]
                                                    : rankle_model_get_title (model));
    }
  gtk_drop_down_set_model (self->second, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

static void
choose_first_time (RankleCompareView *self)
{
  RankleModel *present = get_model (self, 0);
  gboolean     is_first = present != NULL &&
                      strcmp (rankle_model_get_id (present), "peterson_riggs_2012") == 0;
  const char *wanted = is_first ? SECOND_CHOICE : FIRST_CHOICE;

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (strcmp (self->ids[i], wanted) == 0)
      gtk_drop_down_set_selected (self->second, i);
  chosen_cb (self);
}

/* ---- widget ---- */

static void
rankle_compare_view_map (GtkWidget *widget)
{
  RankleCompareView *self = RANKLE_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (rankle_compare_view_parent_class)->map (widget);
  if (self->comparison == NULL)
    return;
  if (self->ids == NULL)
    {
      fill_list (self);
      choose_first_time (self);
    }
  rankle_comparison_set_active (self->comparison, TRUE);
}

static void
rankle_compare_view_unmap (GtkWidget *widget)
{
  RankleCompareView *self = RANKLE_COMPARE_VIEW (widget);

  if (self->comparison != NULL)
    rankle_comparison_set_active (self->comparison, FALSE);
  GTK_WIDGET_CLASS (rankle_compare_view_parent_class)->unmap (widget);
}

void
rankle_compare_view_set_study (RankleCompareView *view, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_COMPARE_VIEW (view) && view->comparison == NULL);
  g_return_if_fail (RANKLE_IS_STUDY (study));

  view->comparison = rankle_comparison_new (study);
  g_signal_connect_object (view->comparison, "changed", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
}

RankleComparison *
rankle_compare_view_get_comparison (RankleCompareView *view)
{
  g_return_val_if_fail (RANKLE_IS_COMPARE_VIEW (view), NULL);

  return view->comparison;
}

static void
rankle_compare_view_dispose (GObject *object)
{
  RankleCompareView *self = RANKLE_COMPARE_VIEW (object);
  GtkWidget         *child;

  if (self->comparison != NULL)
    rankle_comparison_close (self->comparison);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->shown[0], rankle_model_unref);
  g_clear_pointer (&self->shown[1], rankle_model_unref);
  G_OBJECT_CLASS (rankle_compare_view_parent_class)->dispose (object);
}

static void
rankle_compare_view_class_init (RankleCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_compare_view_dispose;
  widget_class->map = rankle_compare_view_map;
  widget_class->unmap = rankle_compare_view_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleCompareView, second);
  gtk_widget_class_bind_template_child (widget_class, RankleCompareView, remarks);
  gtk_widget_class_bind_template_child (widget_class, RankleCompareView, panels);
  gtk_widget_class_bind_template_child (widget_class, RankleCompareView, empty);
  gtk_widget_class_bind_template_child (widget_class, RankleCompareView, scroller);
}

static void
rankle_compare_view_init (RankleCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->second, "notify::selected", G_CALLBACK (chosen_cb),
                            self);
}
