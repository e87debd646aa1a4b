/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-preferences.h"

struct _RanklePreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwComboRow *scheme;
  GtkSwitch   *simple;
};

static const char *const schemes[] = { "default", "light", "dark" };

G_DEFINE_FINAL_TYPE (RanklePreferences, rankle_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
scheme_to_index (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (g_variant_get_string (variant, NULL), schemes[i]) == 0)
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
index_to_scheme (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (
      schemes[MIN (g_value_get_uint (value), G_N_ELEMENTS (schemes) - 1)]);
}

static void
rankle_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_PREFERENCES);
  G_OBJECT_CLASS (rankle_preferences_parent_class)->dispose (object);
}

static void
rankle_preferences_class_init (RanklePreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RanklePreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, RanklePreferences, simple);
}

static void
rankle_preferences_init (RanklePreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_preferences_new (GtkWindow *parent, GSettings *settings)
{
  RanklePreferences *self =
      g_object_new (RANKLE_TYPE_PREFERENCES, "transient-for", parent, NULL);

  if (settings != NULL)
    {
      g_settings_bind (settings, "simple-pictures", self->simple, "active",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind_with_mapping (settings, "color-scheme", self->scheme, "selected",
                                    G_SETTINGS_BIND_DEFAULT, scheme_to_index,
                                    index_to_scheme, NULL, NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->scheme), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->simple), settings != NULL);
  return GTK_WIDGET (self);
}
