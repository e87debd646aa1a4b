/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Heading and rows are boxes in two scrolled windows, of which the upper follows the
 * lower sideways; a size group for each column holds them together. */

#include "config.h"

#include "rankle-genes-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-gene-words.h"
#include "rankle-genes-cell.h"

enum
{
  PROP_DETAILS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (RankleGenesTable, rankle_genes_table, GTK_TYPE_WIDGET)

/* ---- stops: column 0 is that of the switches ---- */

guint
_rankle_genes_table_get_n_stops (RankleGenesTable *self)
{
  return 1 + rankle_genes_get_n_columns (rankle_gene_bench_get_genes (self->bench));
}

GtkWidget *
_rankle_genes_table_get_stop (RankleGenesTable *self, guint row, guint column)
{
  g_assert (column < _rankle_genes_table_get_n_stops (self));

  return g_ptr_array_index (self->stops,
                            row * _rankle_genes_table_get_n_stops (self) + column);
}

static gboolean
go_to (RankleGenesTable *self, int row, int column)
{
  GtkWidget *stop;
  int        n_rows = (int)rankle_gene_bench_get_n_rows (self->bench);

  row = CLAMP (row, 0, n_rows - 1);
  column = CLAMP (column, 0, (int)_rankle_genes_table_get_n_stops (self) - 1);
  stop = _rankle_genes_table_get_stop (self, (guint)row, (guint)column);
  /* Row 0 has no switch. */
  return stop == NULL ? go_to (self, row, column + 1) : gtk_widget_grab_focus (stop);
}

static gboolean
rankle_genes_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RankleGenesTable *self = RANKLE_GENES_TABLE (widget);
  int               row = (int)self->row, column = (int)self->column;

  if (self->bench == NULL)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return go_to (self, row, column);
  switch (direction)
    {
    case GTK_DIR_UP:
      return go_to (self, row - 1, column);
    case GTK_DIR_DOWN:
      return go_to (self, row + 1, column);
    case GTK_DIR_LEFT:
      return go_to (self, row, column - 1);
    case GTK_DIR_RIGHT:
      return go_to (self, row, column + 1);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

/* Home and End: along the row, and with Ctrl over all of the table. They are heard before
 * the scrolled window, which would scroll. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleGenesTable      *self)
{
  gboolean last = key == GDK_KEY_End || key == GDK_KEY_KP_End;
  int      row = (int)self->row;

  if (!last && key != GDK_KEY_Home && key != GDK_KEY_KP_Home)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    row = last ? G_MAXINT : 0;
  return go_to (self, row, last ? G_MAXINT : 0);
}

static void
listen_to_keys (RankleGenesTable *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), controller);
}

static void
focus_cb (GtkEventControllerFocus *controller, RankleGenesTable *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint      index;

  if (!g_ptr_array_find (self->stops, widget, &index))
    g_assert_not_reached ();
  self->row = index / _rankle_genes_table_get_n_stops (self);
  self->column = index % _rankle_genes_table_get_n_stops (self);
  self->pointed = NULL; /* until the pointer moves */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
}

void
_rankle_genes_table_add_stop (RankleGenesTable *self, GtkWidget *widget)
{
  g_ptr_array_add (self->stops, widget);
  if (widget != NULL)
    {
      GtkEventController *controller = gtk_event_controller_focus_new ();

      g_signal_connect (controller, "enter", G_CALLBACK (focus_cb), self);
      gtk_widget_add_controller (widget, controller);
    }
}

/* ---- pointer ---- */

/* (nullable) */
static GtkWidget *
find_cell (RankleGenesTable *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return at == NULL ? NULL : gtk_widget_get_ancestor (at, RANKLE_TYPE_GENES_CELL);
}

static void
set_pointed (RankleGenesTable *self, GtkWidget *cell)
{
  if (cell == self->pointed)
    return;
  self->pointed = cell;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
}

/* GTK tells of a motion, too, when it is the cells that move, as keys scroll them. */
static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           RankleGenesTable         *self)
{
  gboolean moved = fabs (x - self->x) > 0 || fabs (y - self->y) > 0;

  self->x = x;
  self->y = y;
  if (moved)
    set_pointed (self, find_cell (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller, RankleGenesTable *self)
{
  set_pointed (self, NULL);
}

static void
pressed_cb (
    GtkGestureClick *gesture, int n_press, double x, double y, RankleGenesTable *self)
{
  GtkWidget *cell = find_cell (self, x, y);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
follow_pointer (RankleGenesTable *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- details ---- */

/* (transfer full): of a switch, what its gene is. */
static char *
dup_details (RankleGenesTable *self)
{
  const RankleGenes *genes;
  guint              row = self->row, column = self->column;

  if (self->bench == NULL)
    return g_strdup ("");
  if (self->pointed != NULL)
    {
      row = rankle_genes_cell_get_row (RANKLE_GENES_CELL (self->pointed));
      column = 1 + rankle_genes_cell_get_column (RANKLE_GENES_CELL (self->pointed));
    }
  if (column > 0)
    return rankle_gene_words_dup_details (self->bench, row, column - 1);
  g_assert (row > 0);
  genes = rankle_gene_bench_get_genes (self->bench);
  return g_strdup_printf ("%s. %s", rankle_genes_get_gene (genes, row - 1)->label,
                          rankle_genes_get_gene (genes, row - 1)->description);
}

/* ---- the bench ---- */

static void
changed_cb (RankleGenesTable *self)
{
  _rankle_genes_table_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
}

void
rankle_genes_table_set_bench (RankleGenesTable *self, RankleGeneBench *bench)
{
  g_return_if_fail (RANKLE_IS_GENES_TABLE (self) && RANKLE_IS_GENE_BENCH (bench));
  g_return_if_fail (self->bench == NULL);

  self->bench = g_object_ref (bench);
  self->column = 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Bench of genes"), -1);
  _rankle_genes_table_build (self);
  listen_to_keys (self);
  follow_pointer (self);
  g_signal_connect_object (bench, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

GtkSwitch *
rankle_genes_table_get_switch (RankleGenesTable *self, guint gene)
{
  g_return_val_if_fail (RANKLE_IS_GENES_TABLE (self) && self->bench != NULL, NULL);

  return GTK_SWITCH (_rankle_genes_table_get_stop (self, gene + 1, 0));
}

GtkWidget *
rankle_genes_table_get_cell (RankleGenesTable *self, guint row, guint column)
{
  g_return_val_if_fail (RANKLE_IS_GENES_TABLE (self) && self->bench != NULL, NULL);

  return _rankle_genes_table_get_stop (self, row, column + 1);
}

/* ---- object ---- */

static void
rankle_genes_table_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (property == PROP_DETAILS)
    g_value_take_string (value, dup_details (RANKLE_GENES_TABLE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
rankle_genes_table_dispose (GObject *object)
{
  RankleGenesTable *self = RANKLE_GENES_TABLE (object);

  self->pointed = NULL;
  if (self->bench != NULL)
    g_signal_handlers_disconnect_by_data (self->bench, self);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->bench);
  G_OBJECT_CLASS (rankle_genes_table_parent_class)->dispose (object);
}

static void
rankle_genes_table_finalize (GObject *object)
{
  RankleGenesTable *self = RANKLE_GENES_TABLE (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->stops);
  G_OBJECT_CLASS (rankle_genes_table_parent_class)->finalize (object);
}

static void
rankle_genes_table_class_init (RankleGenesTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_genes_table_get_property;
  object_class->dispose = rankle_genes_table_dispose;
  object_class->finalize = rankle_genes_table_finalize;
  widget_class->focus = rankle_genes_table_focus;
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, "",
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "genetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rankle_genes_table_init (RankleGenesTable *self)
{
  self->lines = g_ptr_array_new ();
  self->stops = g_ptr_array_new ();
  self->x = self->y = -1;
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
}
