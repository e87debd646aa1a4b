/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-controls.h"

#include "rankle-control-row.h"
#include "rankle-controls-private.h"

enum
{
  PROP_STUDY = 1,
  N_PROPERTIES
};

enum
{
  DRAGGING,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleControls, rankle_controls, GTK_TYPE_BOX)

/* Before the rows of a heading stands its button. */
static void
reveal (GtkWidget *row)
{
  GtkWidget *heading = gtk_widget_get_prev_sibling (gtk_widget_get_parent (row));

  if (GTK_IS_TOGGLE_BUTTON (heading))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), TRUE);
}

/* What has just been moved does not stay folded up; who folds it up again has seen it. */
static void
update_rows (RankleControls *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gboolean before = rankle_control_row_is_changed (row);

      rankle_control_row_update (row);
      if (!before && rankle_control_row_is_changed (row))
        reveal (row);
    }
}

static void
dragging_cb (RankleControlRow *row, gboolean dragging, RankleControls *self)
{
  g_signal_emit (self, signals[DRAGGING], 0, dragging);
}

static void
drop_rows (RankleControls *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->rows);
  self->search = self->nothing = self->more = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

/* ---- rows ---- */

#define ROW_SPACING 10

static GtkWidget *
add_card (RankleControls *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "controls-group");
  gtk_box_append (GTK_BOX (self), card);
  return card;
}

static void
turn_triangle (GtkToggleButton *heading, GtkImage *triangle)
{
  gboolean open = gtk_toggle_button_get_active (heading);

  gtk_image_set_from_icon_name (triangle,
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               open, -1);
}

static GtkWidget *
create_heading (const char *title)
{
  GtkWidget *heading = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *triangle = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), triangle);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (heading), box);
  gtk_widget_add_css_class (heading, "flat");
  gtk_widget_add_css_class (heading, "controls-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect (heading, "toggled", G_CALLBACK (turn_triangle), triangle);
  turn_triangle (GTK_TOGGLE_BUTTON (heading), GTK_IMAGE (triangle));
  return heading;
}

/* Where the rows of @title go: folded up under it, or always in sight without one. */
static GtkWidget *
add_group (RankleControls *self, const char *title)
{
  GtkWidget *card = add_card (self);
  GtkWidget *heading, *rows;

  if (title == NULL)
    return card;
  heading = create_heading (title);
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  g_object_bind_property (heading, "active", rows, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), rows);
  return rows;
}

/* Those of one heading belong together; of the others doses of one drug do, and all that
 * are no doses. A control that is absent has no role and follows its neighbour. */
static gboolean
belong_together (const RankleControl *a, const RankleControl *b)
{
  gboolean a_doses = a->role != RANKLE_CONTROL_PARAMETER;
  gboolean b_doses = b->role != RANKLE_CONTROL_PARAMETER;

  if (a->group != NULL || b->group != NULL)
    return g_strcmp0 (a->group, b->group) == 0;
  return a_doses == b_doses && (!a_doses || a->state == b->state);
}

static void
build_rows (RankleControls *self)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);
  GtkWidget   *group = NULL;
  const RankleControl *last = NULL; /* that is not absent */

  drop_rows (self);
  for (guint i = 0; model != NULL && i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      GtkWidget           *row = rankle_control_row_new (self->study, control);

      if (group == NULL ||
          (control->absent == NULL && last != NULL && !belong_together (last, control)))
        group = add_group (self, control->group);
      if (control->absent == NULL)
        last = control;
      g_signal_connect (row, "dragging", G_CALLBACK (dragging_cb), self);
      gtk_box_append (GTK_BOX (group), row);
      g_hash_table_insert (self->rows, (gpointer)control->id, row);
      if (rankle_control_row_is_changed (RANKLE_CONTROL_ROW (row)))
        reveal (row);
    }
  if (model != NULL)
    _rankle_controls_fold (self);
}

void
rankle_controls_set_study (RankleControls *controls, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_CONTROLS (controls));

  if (controls->study == study)
    return;
  drop_rows (controls);
  if (controls->study != NULL)
    g_signal_handlers_disconnect_by_data (controls->study, controls);
  g_set_object (&controls->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::model", G_CALLBACK (build_rows),
                                controls);
      g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (update_rows),
                                controls);
      build_rows (controls);
    }
  g_object_notify_by_pspec (G_OBJECT (controls), properties[PROP_STUDY]);
}

GtkWidget *
rankle_controls_find_row (RankleControls *controls, const char *control)
{
  g_return_val_if_fail (RANKLE_IS_CONTROLS (controls), NULL);

  return g_hash_table_lookup (controls->rows, control);
}

static void
rankle_controls_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STUDY)
    g_value_set_object (value, RANKLE_CONTROLS (object)->study);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_controls_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_STUDY)
    rankle_controls_set_study (RANKLE_CONTROLS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_controls_dispose (GObject *object)
{
  rankle_controls_set_study (RANKLE_CONTROLS (object), NULL);
  G_OBJECT_CLASS (rankle_controls_parent_class)->dispose (object);
}

static void
rankle_controls_finalize (GObject *object)
{
  g_hash_table_unref (RANKLE_CONTROLS (object)->rows);
  G_OBJECT_CLASS (rankle_controls_parent_class)->finalize (object);
}

static void
rankle_controls_class_init (RankleControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rankle_controls_get_property;
  object_class->set_property = rankle_controls_set_property;
  object_class->dispose = rankle_controls_dispose;
  object_class->finalize = rankle_controls_finalize;
  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[DRAGGING] = g_signal_new ("dragging", RANKLE_TYPE_CONTROLS, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rankle_controls_init (RankleControls *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}
