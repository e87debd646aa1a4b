/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-topics-window.h"

#include <glib/gi18n.h>

#include "rankle-topic-card.h"
#include "rankle-type-ahead.h"
#include "rankle-window-private.h"

struct _RankleTopicsWindow
{
  AdwWindow  parent_instance;
  GPtrArray *cards; /* Borrowed: the flow box's */

  /* Template widgets */
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkFlowBox     *box;
};

G_DEFINE_FINAL_TYPE (RankleTopicsWindow, rankle_topics_window, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- choosing ---- */

static void
choose (RankleTopicsWindow *self, const char *scenario)
{
  g_autoptr (RankleTopicsWindow) kept = g_object_ref (self);
  g_autofree char *id = g_strdup (scenario); /* closing may take it away */

  g_assert (*id != '\0');

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
activated_cb (GtkFlowBox *box, GtkFlowBoxChild *card, RankleTopicsWindow *self)
{
  choose (self, rankle_topic_card_get_topic (GTK_WIDGET (card))->scenarios[0]);
}

static void
open_cb (GSimpleAction *action, GVariant *scenario, gpointer data)
{
  choose (data, g_variant_get_string (scenario, NULL));
}

/* ---- searching ---- */

/* (nullable): the scenario that fits best what is typed. */
static const char *
find_best (RankleTopicsWindow *self, const char *words)
{
  const char *best = NULL;
  guint       most = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const char *scenario;
      guint match = rankle_topic_card_match (self->cards->pdata[i], words, &scenario);

      if (match > most)
        {
          best = scenario;
          most = match;
        }
    }
  return best;
}

static void
search_cb (RankleTopicsWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean    all = *words == '\0';

  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_set_visible (
        self->cards->pdata[i],
        all || rankle_topic_card_match (self->cards->pdata[i], words, NULL) > 0);
  gtk_stack_set_visible_child_name (
      self->stack, all || find_best (self, words) != NULL ? "topics" : "nothing");
}

/* Enter opens what fits best. */
static void
search_activated_cb (RankleTopicsWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *best = *words == '\0' ? NULL : find_best (self, words);

  if (best != NULL)
    choose (self, best);
}

/* Escape: first out of the search, then out of the window. */
static void
stop_search_cb (RankleTopicsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* ---- cards ---- */

static void
fill (RankleTopicsWindow *self)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *card = rankle_topic_card_new (&topics[i], "topics.open");

      gtk_flow_box_append (self->box, card);
      g_ptr_array_add (self->cards, card);
    }
}

static void
add_actions (RankleTopicsWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "open", .activate = open_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "topics", G_ACTION_GROUP (group));
}

/* ---- the window ---- */

/* A screen reader is told of the keyboard's place when the window is there. */
static void
rankle_topics_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rankle_topics_window_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (RANKLE_TOPICS_WINDOW (widget)->search));
}

static void
rankle_topics_window_dispose (GObject *object)
{
  RankleTopicsWindow *self = RANKLE_TOPICS_WINDOW (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_TOPICS_WINDOW);
  G_OBJECT_CLASS (rankle_topics_window_parent_class)->dispose (object);
}

static void
rankle_topics_window_class_init (RankleTopicsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_topics_window_dispose;
  widget_class->map = rankle_topics_window_map;
  signals[CHOSEN] = g_signal_new ("chosen", RANKLE_TYPE_TOPICS_WINDOW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-topics-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleTopicsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RankleTopicsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleTopicsWindow, box);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_topics_window_init (RankleTopicsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cards = g_ptr_array_new ();
  add_actions (self);
  fill (self);
  rankle_type_ahead_add (GTK_WIDGET (self), self->search);
}

GtkWidget *
rankle_topics_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (RANKLE_TYPE_TOPICS_WINDOW, "transient-for", parent, NULL);
}
