/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-card-window.h"

#include <glib/gi18n.h>

#include "rankle-card-page.h"

struct _RankleCardWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack    *stack;
  GtkDropDown *choice; /* in place of the switcher where that has no room */
};

G_DEFINE_FINAL_TYPE (RankleCardWindow, rankle_card_window, ADW_TYPE_WINDOW)

/* ---- choosing ---- */

/* To what is said first, unless the keyboard is on the page. */
static void
focus_page (RankleCardWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page != NULL && gtk_widget_get_mapped (page) &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
rankle_card_window_show (RankleCardWindow *window, const char *id)
{
  g_return_if_fail (RANKLE_IS_CARD_WINDOW (window) && id != NULL);

  if (gtk_stack_get_child_by_name (window->stack, id) == NULL)
    return;
  gtk_stack_set_visible_child_name (window->stack, id);
  focus_page (window);
}

const char *
rankle_card_window_get_shown (RankleCardWindow *window)
{
  g_return_val_if_fail (RANKLE_IS_CARD_WINDOW (window), NULL);

  return gtk_stack_get_visible_child_name (window->stack);
}

static void
shown_cb (RankleCardWindow *self)
{
  const char       *id = rankle_card_window_get_shown (self);
  const RankleCard *card = id == NULL ? NULL : rankle_cards_find (id);
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);
  g_autofree char  *title = NULL;

  if (card == NULL)
    return;
  gtk_drop_down_set_selected (self->choice, (guint)(card - cards));
  /* Translators: the title of the window of a card: “Card: RANK” */
  title = g_strdup_printf (_ ("Card: %s"), _ (card->title));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
chosen_cb (RankleCardWindow *self)
{
  guint             n, which = gtk_drop_down_get_selected (self->choice);
  const RankleCard *cards = rankle_cards_get (&n);

  if (which < n)
    gtk_stack_set_visible_child_name (self->stack, cards[which].id);
}

/* ---- the window ---- */

static void
fill (RankleCardWindow *self)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (titles, _ (cards[i].title));
      gtk_stack_add_titled (self->stack, rankle_card_page_new (&cards[i]), cards[i].id,
                            _ (cards[i].title));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
}

/* A screen reader is told of the keyboard's place when the window is there. */
static void
rankle_card_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rankle_card_window_parent_class)->map (widget);
  focus_page (RANKLE_CARD_WINDOW (widget));
}

static void
rankle_card_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_CARD_WINDOW);
  G_OBJECT_CLASS (rankle_card_window_parent_class)->dispose (object);
}

static void
rankle_card_window_class_init (RankleCardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_card_window_dispose;
  widget_class->map = rankle_card_window_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-card-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleCardWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleCardWindow, choice);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_card_window_init (RankleCardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (shown_cb),
                            self);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen_cb),
                            self);
  shown_cb (self);
}

GtkWidget *
rankle_card_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (RANKLE_TYPE_CARD_WINDOW, "transient-for", parent, NULL);
}
