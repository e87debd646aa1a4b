/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-reading-bar.h"

#include <glib/gi18n.h>

/* What is read in this time is not worth a word. */
#define BLINK_MS 150

enum
{
  PROP_READING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

struct _RankleReadingBar
{
  AdwBin        parent_instance;
  GCancellable *token; /* (owned) (nullable): of what is being read */
  guint         blink; /* source of what shows the bar, or 0 */

  /* Template widgets */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RankleReadingBar, rankle_reading_bar, ADW_TYPE_BIN)

static gboolean
blink_cb (gpointer data)
{
  RankleReadingBar *self = RANKLE_READING_BAR (data);

  g_assert (self->token != NULL);

  self->blink = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

/* Takes @token (nullable): nothing is being read. */
static void
set_token (RankleReadingBar *self, GCancellable *token)
{
  gboolean before = self->token != NULL;

  g_set_object (&self->token, token);
  g_clear_handle_id (&self->blink, g_source_remove);
  if (token != NULL)
    self->blink = g_timeout_add (BLINK_MS, blink_cb, self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_assert ((self->blink != 0) == (token != NULL));
  if (before != (token != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

GCancellable *
rankle_reading_bar_begin (RankleReadingBar *bar, const char *name)
{
  g_autoptr (GCancellable) token = g_cancellable_new ();
  g_autofree char *words = NULL;

  g_return_val_if_fail (RANKLE_IS_READING_BAR (bar) && name != NULL, NULL);

  if (bar->token != NULL)
    g_cancellable_cancel (bar->token);
  /* Translators: %s is the name of a file. */
  words = g_strdup_printf (_ ("Reading %s…"), name);
  gtk_label_set_text (bar->label, words);
  set_token (bar, token);
  return g_steal_pointer (&token);
}

gboolean
rankle_reading_bar_end (RankleReadingBar *bar, GCancellable *token)
{
  g_return_val_if_fail (RANKLE_IS_READING_BAR (bar) && G_IS_CANCELLABLE (token), FALSE);

  if (bar->token != token)
    return FALSE;
  g_assert (!g_cancellable_is_cancelled (token)); /* or it would be nobody's */
  set_token (bar, NULL);
  return TRUE;
}

void
rankle_reading_bar_cancel (RankleReadingBar *bar)
{
  g_return_if_fail (RANKLE_IS_READING_BAR (bar));

  if (bar->token == NULL)
    return;
  g_cancellable_cancel (bar->token);
  set_token (bar, NULL);
}

gboolean
rankle_reading_bar_get_reading (RankleReadingBar *bar)
{
  g_return_val_if_fail (RANKLE_IS_READING_BAR (bar), FALSE);

  return bar->token != NULL;
}

static void
rankle_reading_bar_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_READING)
    g_value_set_boolean (value, RANKLE_READING_BAR (object)->token != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rankle_reading_bar_dispose (GObject *object)
{
  rankle_reading_bar_cancel (RANKLE_READING_BAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_READING_BAR);
  G_OBJECT_CLASS (rankle_reading_bar_parent_class)->dispose (object);
}

static void
rankle_reading_bar_class_init (RankleReadingBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_reading_bar_get_property;
  object_class->dispose = rankle_reading_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-reading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleReadingBar, label);
  gtk_widget_class_bind_template_callback (widget_class, rankle_reading_bar_cancel);
  properties[PROP_READING] = g_param_spec_boolean (
      "reading", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
rankle_reading_bar_init (RankleReadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
