/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-quantity-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH  320
#define HEIGHT 300

struct _RankleQuantityChooser
{
  GtkPopover   parent_instance;
  RankleModel *model;  /* (owned) */
  GtkWidget   *search; /* Borrowed: a child */
  GtkListBox  *list;   /* Borrowed: a child */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleQuantityChooser, rankle_quantity_chooser, GTK_TYPE_POPOVER)

/* ---- rows ---- */

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (dim)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

/* (transfer full): its id, and its unit where it has one. */
static char *
tell_more (const RankleQuantity *quantity)
{
  if (quantity->unit == NULL || *quantity->unit == '\0')
    return g_strdup (quantity->id);
  /* Translators: the id of a quantity, and its unit */
  return g_strdup_printf (_ ("%1$s, %2$s"), quantity->id, quantity->unit);
}

static GtkWidget *
make_row (const RankleQuantity *quantity)
{
  g_autofree char *more = tell_more (quantity);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (quantity->label, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (more, TRUE));
  gtk_widget_add_css_class (box, "quantity");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, quantity->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quantity->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  more, -1);
  return row;
}

static void
add_rows (RankleQuantityChooser *self)
{
  for (guint i = 0; i < rankle_model_get_n_columns (self->model); i++)
    gtk_list_box_append (self->list, make_row (rankle_model_get_column (self->model, i)));
}

/* ---- what is typed ---- */

static gboolean
has_words (const char *text, const char *words)
{
  return text != NULL && g_str_match_string (words, text, TRUE);
}

/* Or a part of it that is no word's beginning, as "KL" of "RANKL". */
static gboolean
has_part (const char *text, const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *wanted = g_utf8_casefold (part, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  RankleQuantityChooser *self = data;
  const RankleQuantity  *quantity =
      rankle_model_get_column (self->model, (guint)gtk_list_box_row_get_index (row));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return has_words (quantity->label, words) || has_part (quantity->label, words) ||
         has_part (quantity->id, words) || g_strcmp0 (quantity->unit, words) == 0;
}

/* (nullable) */
static GtkListBoxRow *
find_first (RankleQuantityChooser *self, guint *n)
{
  GtkListBoxRow *first = NULL, *row;

  *n = 0;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (fits (row, self))
      {
        first = first == NULL ? row : first;
        *n += 1;
      }
  return first;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RankleQuantityChooser *self)
{
  guint column = (guint)gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, column);
}

static void
search_activated_cb (RankleQuantityChooser *self)
{
  guint          n;
  GtkListBoxRow *first = find_first (self, &n);

  if (first != NULL)
    g_signal_emit_by_name (self->list, "row-activated", first);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleQuantityChooser *self)
{
  guint          n;
  GtkListBoxRow *first = find_first (self, &n);

  if (key != GDK_KEY_Down || first == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return TRUE;
}

/* ---- object ---- */

static GtkWidget *
make_search (RankleQuantityChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Quantity, id or unit"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search quantities"),
                                  -1);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb),
                            self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static GtkWidget *
make_list (RankleQuantityChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = make_label (_ ("The model has no such quantity"), TRUE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, none);
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->search, "changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "width-request", WIDTH,
                "height-request", HEIGHT, "child", self->list, NULL);
  return scroller;
}

static void
rankle_quantity_chooser_finalize (GObject *object)
{
  g_clear_pointer (&RANKLE_QUANTITY_CHOOSER (object)->model, rankle_model_unref);
  G_OBJECT_CLASS (rankle_quantity_chooser_parent_class)->finalize (object);
}

static void
rankle_quantity_chooser_class_init (RankleQuantityChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_quantity_chooser_finalize;
  signals[CHOSEN] =
      g_signal_new ("chosen", RANKLE_TYPE_QUANTITY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rankle_quantity_chooser_init (RankleQuantityChooser *self)
{
}

GtkWidget *
rankle_quantity_chooser_new (RankleModel *model, const char *title)
{
  RankleQuantityChooser *self;
  GtkWidget             *box, *heading;

  g_return_val_if_fail (model != NULL && title != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_QUANTITY_CHOOSER, NULL);
  self->model = rankle_model_ref (model);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  heading = make_label (title, FALSE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  add_rows (self);
  return GTK_WIDGET (self);
}

GtkEditable *
rankle_quantity_chooser_get_search (RankleQuantityChooser *chooser)
{
  g_return_val_if_fail (RANKLE_IS_QUANTITY_CHOOSER (chooser), NULL);

  return GTK_EDITABLE (chooser->search);
}

guint
rankle_quantity_chooser_count (RankleQuantityChooser *chooser)
{
  guint n;

  g_return_val_if_fail (RANKLE_IS_QUANTITY_CHOOSER (chooser), 0);

  find_first (chooser, &n);
  return n;
}
