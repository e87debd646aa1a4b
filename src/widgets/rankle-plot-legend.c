/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-legend.h"

#include "rankle-plot-sample.h"
#include "rankle-point-kinds.h"

struct _RanklePlotLegend
{
  GtkBox       parent_instance;
  RankleStudy *study; /* (owned) (nullable) */
  GtkWidget   *entries[RANKLE_N_POINT_KINDS];
  gboolean     hold;
};

enum
{
  PROP_HOLD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RanklePlotLegend, rankle_plot_legend, GTK_TYPE_BOX)

/* ---- entries ---- */

static void
add_entry (RanklePlotLegend *self, RanklePointKind kind)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (rankle_point_kind_get_words (kind));

  g_assert (kind < RANKLE_N_POINT_KINDS && self->entries[kind] == NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (entry),
                  rankle_plot_sample_new (rankle_point_kind_get_mark (kind),
                                          kind == RANKLE_POINT_RECALLED));
  gtk_box_append (GTK_BOX (entry), label);
  gtk_widget_set_tooltip_text (entry, rankle_point_kind_get_tip (kind));
  gtk_widget_set_visible (entry, FALSE);
  gtk_box_append (GTK_BOX (self), entry);
  self->entries[kind] = entry;
}

/* Those of one's own. */
static guint
find_own (RanklePlotLegend *self)
{
  guint                 n;
  const RankleOwnPoint *points = rankle_study_get_own_points (self->study, &n);
  RankleModel          *model = rankle_study_get_model (self->study);

  return model == NULL ? 0 : rankle_point_kinds_find_own (model, points, n);
}

static guint
find_kinds_of_kept (RankleStudy *study)
{
  guint                   n;
  const RankleKeptResult *results = rankle_study_get_kept (study, &n);

  return rankle_point_kinds_find_of_kept (results, n);
}

static void
update (RanklePlotLegend *self)
{
  const RankleFinding *findings = NULL;
  guint                n = 0, kinds;

  if (self->hold)
    return;
  if (self->study != NULL)
    findings = rankle_study_get_findings (self->study, &n);
  kinds = rankle_point_kinds_find (findings, n);
  if (self->study != NULL)
    kinds |= find_own (self) | find_kinds_of_kept (self->study);
  for (guint i = 0; i < RANKLE_N_POINT_KINDS; i++)
    gtk_widget_set_visible (self->entries[i], (kinds & 1u << i) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self), kinds != 0);
}

void
rankle_plot_legend_set_study (RanklePlotLegend *legend, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_PLOT_LEGEND (legend));

  if (legend->study != NULL)
    g_signal_handlers_disconnect_by_data (legend->study, legend);
  g_set_object (&legend->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::findings", G_CALLBACK (update), legend);
      g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (update), legend);
      g_signal_connect_swapped (study, "notify::observations", G_CALLBACK (update),
                                legend);
      g_signal_connect_swapped (study, "notify::trajectory", G_CALLBACK (update), legend);
    }
  update (legend);
}

/* ---- object ---- */

static void
rankle_plot_legend_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_HOLD)
    g_value_set_boolean (value, RANKLE_PLOT_LEGEND (object)->hold);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_plot_legend_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RanklePlotLegend *self = RANKLE_PLOT_LEGEND (object);

  if (id != PROP_HOLD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->hold == g_value_get_boolean (value))
    return;
  self->hold = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (object, properties[PROP_HOLD]);
}

static void
rankle_plot_legend_dispose (GObject *object)
{
  RanklePlotLegend *self = RANKLE_PLOT_LEGEND (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (rankle_plot_legend_parent_class)->dispose (object);
}

static void
rankle_plot_legend_class_init (RanklePlotLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rankle_plot_legend_get_property;
  object_class->set_property = rankle_plot_legend_set_property;
  object_class->dispose = rankle_plot_legend_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plotlegend");
  properties[PROP_HOLD] = g_param_spec_boolean (
      "hold", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
rankle_plot_legend_init (RanklePlotLegend *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 14);
  for (guint i = 0; i < RANKLE_N_POINT_KINDS; i++)
    add_entry (self, (RanklePointKind)i);
  update (self);
}
