/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-help-window.h"

#include <glib/gi18n.h>

#include "rankle-help-search.h"
#include "rankle-help-view.h"
#include "rankle-help.h"
#include "rankle-type-ahead.h"

struct _RankleHelpWindow
{
  AdwWindow             parent_instance;
  const RankleHelpPage *shown; /* (nullable) */
  GPtrArray            *read;  /* (owned): RankleHelpPage, those to go back to */

  /* Template widgets */
  AdwLeaflet        *leaflet;
  GtkWidget         *contents;
  GtkWidget         *page;
  GtkSearchEntry    *search;
  GtkListBox        *list;
  GtkLabel          *heading;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (RankleHelpWindow, rankle_help_window, ADW_TYPE_WINDOW)

/* ---- the page ---- */

static const RankleHelpPage *
get_page (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "page");
}

static void
select_shown (RankleHelpWindow *self)
{
  GtkListBoxRow *row;

  gtk_list_box_select_row (self->list, NULL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_page (row) == self->shown)
      gtk_list_box_select_row (self->list, row);
}

/* The list has the room, and the page is not seen. */
static gboolean
is_covered (RankleHelpWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_get_visible_child (self->leaflet) == self->contents;
}

/* The list is the way back where it has given its place to the page. */
static void
update_back (RankleHelpWindow *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "help.back",
      !is_covered (self) &&
          (adw_leaflet_get_folded (self->leaflet) || self->read->len > 0));
}

/* Not before there is a window to be told of it. */
static void
focus_page (RankleHelpWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rankle_help_view_focus (gtk_scrolled_window_get_child (self->scrolled));
}

static void
show_page (RankleHelpWindow *self, const RankleHelpPage *page)
{
  g_assert (page != NULL);

  if (page != self->shown)
    {
      self->shown = page;
      gtk_label_set_text (self->heading, _ (page->title));
      gtk_scrolled_window_set_child (self->scrolled, rankle_help_view_new (page));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  select_shown (self);
  adw_leaflet_set_visible_child (self->leaflet, self->page);
  update_back (self);
  focus_page (self);
}

/* From what is shown to another, so that there is a way back. */
static void
go_to (RankleHelpWindow *self, const RankleHelpPage *page)
{
  if (self->shown != NULL && page != self->shown && !is_covered (self))
    g_ptr_array_add (self->read, (gpointer)self->shown);
  show_page (self, page);
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  const RankleHelpPage *page = rankle_help_find (g_variant_get_string (id, NULL));

  if (page != NULL)
    go_to (RANKLE_HELP_WINDOW (widget), page);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleHelpWindow *self = RANKLE_HELP_WINDOW (widget);

  if (self->read->len > 0)
    {
      show_page (self, g_ptr_array_steal_index (self->read, self->read->len - 1));
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
folded_cb (RankleHelpWindow *self)
{
  update_back (self);
}

/* ---- the list ---- */

static GtkWidget *
make_row (const RankleHelpPage *page)
{
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _ (page->title),
                    "subtitle", _ (page->summary), "activatable", TRUE, NULL);

  g_object_set_data (G_OBJECT (row), "page", (gpointer)page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (page->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (page->summary), -1);
  return row;
}

/* What fits best stands first. */
static void
fill (RankleHelpWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) found = rankle_help_search (rankle_help_get_pages (), words);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, make_row (found->pdata[i]));
  select_shown (self);
}

/* What was typed over a page that has all the room goes on in the list. */
static void
typed_cb (RankleHelpWindow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  if (!adw_leaflet_get_folded (self->leaflet) || is_covered (self))
    return;
  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
search_cb (RankleHelpWindow *self)
{
  fill (self);
}

/* Enter opens what fits best. */
static void
search_activated_cb (RankleHelpWindow *self)
{
  GtkListBoxRow *row;

  fill (self); /* what is typed and not yet looked for */
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    go_to (self, get_page (row));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RankleHelpWindow *self)
{
  go_to (self, get_page (row));
}

/* Escape: first out of the search, then out of the window. */
static void
stop_search_cb (RankleHelpWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* ---- the window ---- */

/* A screen reader is told of the keyboard's place when the window is there. */
static void
rankle_help_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rankle_help_window_parent_class)->map (widget);
  focus_page (RANKLE_HELP_WINDOW (widget));
}

static void
rankle_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (rankle_help_window_parent_class)->dispose (object);
}

static void
rankle_help_window_finalize (GObject *object)
{
  g_ptr_array_unref (RANKLE_HELP_WINDOW (object)->read);
  G_OBJECT_CLASS (rankle_help_window_parent_class)->finalize (object);
}

static void
rankle_help_window_class_init (RankleHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_help_window_finalize;
  widget_class->map = rankle_help_window_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, RankleHelpWindow, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "help.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_help_window_init (RankleHelpWindow *self)
{
  self->read = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rankle_type_ahead_add (GTK_WIDGET (self), self->search);
  fill (self);
  show_page (self, rankle_help_get_pages ()->pdata[0]);
}

/* There is one at most. */
static RankleHelpWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (RANKLE_IS_HELP_WINDOW (window) &&
          !gtk_widget_in_destruction (GTK_WIDGET (window)))
        return RANKLE_HELP_WINDOW (window);
    }
  return g_object_new (RANKLE_TYPE_HELP_WINDOW, NULL);
}

/* Over what has the keyboard for itself it must be able to take it. */
static void
put_over (RankleHelpWindow *self, GtkWindow *parent)
{
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), gtk_window_get_modal (parent));
}

void
rankle_help_window_open (GtkWindow *parent, const char *id)
{
  const RankleHelpPage *page = id == NULL ? NULL : rankle_help_find (id);
  RankleHelpWindow     *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = find_window ();
  if (parent != GTK_WINDOW (self))
    put_over (self, parent);
  if (page != NULL)
    show_page (self, page);
  gtk_window_present (GTK_WINDOW (self));
}

const char *
rankle_help_window_get_shown (RankleHelpWindow *window)
{
  g_return_val_if_fail (RANKLE_IS_HELP_WINDOW (window), NULL);

  return window->shown->id;
}
