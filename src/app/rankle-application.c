/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-application.h"

#include <glib/gi18n.h>

#include "rankle-file-reading.h"
#include "rankle-help-actions.h"
#include "rankle-omex.h"
#include "rankle-preferences.h"
#include "rankle-recovery.h"
#include "rankle-resources.h"
#include "rankle-settings.h"
#include "rankle-window-private.h"

struct _RankleApplication
{
  AdwApplication parent_instance;
  GSettings     *settings; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RankleApplication, rankle_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (data), "application-name", _ ("Rankle"),
      "application-icon", APP_ID, "version", PACKAGE_VERSION, "developer-name",
      _ ("The Rankle authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Play the RANK, RANKL and OPG pathway: move a slider and watch the pathway, the "
         "time courses and the bone.\n\n"
         "A tool for teaching and for what-if questions. It is not a medical device: "
         "nothing that it shows is advice for the treatment of anybody."),
      NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleApplication *self = RANKLE_APPLICATION (data);

  gtk_window_present (GTK_WINDOW (
      rankle_preferences_new (gtk_application_get_active_window (data), self->settings)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data),
                                     (GCopyFunc)(void (*) (void))g_object_ref, NULL);

  /* Windows keep their habits when they close, and ask whether they may. The last one
   * ends the program. */
  for (GList *at = windows; at != NULL; at = at->next)
    if (RANKLE_IS_WINDOW (at->data))
      gtk_window_close (at->data);
  g_list_free_full (windows, g_object_unref);
}

static void
apply_color_scheme (RankleApplication *self)
{
  g_autofree char *chosen = NULL;
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  g_assert (self->settings != NULL);

  chosen = g_settings_get_string (self->settings, "color-scheme");
  if (g_str_equal (chosen, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (chosen, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static RankleWindow *
open_window (RankleApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    {
      gtk_window_present (window);
      return RANKLE_WINDOW (window);
    }
  window = GTK_WINDOW (rankle_window_new (GTK_APPLICATION (self), self->settings));
  gtk_window_present (window);
  rankle_recovery_offer (RANKLE_WINDOW (window));
  return RANKLE_WINDOW (window);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleApplication *self = RANKLE_APPLICATION (data);

  gtk_window_present (
      GTK_WINDOW (rankle_window_new (GTK_APPLICATION (self), self->settings)));
}

static void
rankle_application_activate (GApplication *application)
{
  _rankle_window_offer_stories (open_window (RANKLE_APPLICATION (application)));
}

/* A session has a window of its own: one in which nobody has done anything, or another.
 */
static RankleWindow *
find_window_for (RankleApplication *self, GFile *file)
{
  RankleWindow    *window = open_window (self);
  g_autofree char *name = g_file_get_basename (file);

  if (!rankle_archive_opens_as_session (name) || _rankle_window_is_untouched (window))
    return window;
  return rankle_window_new_beside (window);
}

static void
rankle_application_open (GApplication *application,
                         GFile       **files,
                         int           n,
                         const char   *hint)
{
  RankleApplication *self = RANKLE_APPLICATION (application);
  RankleWindow      *window = find_window_for (self, files[0]);

  g_assert (n > 0);

  rankle_window_open_file (window, files[0]);
  for (int i = 1; i < n; i++)
    rankle_window_open_file (rankle_window_new_beside (window), files[i]);
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "window.close", { "<Control>w" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z" } },
    { "app.new-window", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.export-table", { "<Control><Shift>e" } },
    { "win.provenance", { "<Control>i" } },
    { "win.findings", { "<Control>e" } },
    { "win.measures", { "<Control>m" } },
    { "win.topics", { "<Control>t" } },
    { "win.lessons", { "<Control>l" } },
    { "win.lesson-next", { "<Alt>Right" } },
    { "win.lesson-back", { "<Alt>Left" } },
    { "win.doses", { "<Control>d" } },
    { "win.genes", { "<Control>g" } },
    { "win.cards", { "<Control>k" } },
    { "win.side-panel", { "F9" } },
    { "win.stage", { "F5" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "app.whats-this", { "<Shift>F1" } },
    { "win.view('pathway')", { "<Control>1" } },
    { "win.view('plots')", { "<Control>2" } },
    { "win.view('both')", { "<Control>3" } },
    { "win.view('compare')", { "<Control>4" } },
    { "win.picture('pathway')", { "<Control>5" } },
    { "win.picture('bone')", { "<Control>6" } },
    { "win.picture('receptor')", { "<Control>7" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
}

static void
rankle_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_cb },
    { .name = "new-window", .activate = new_window_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "quit", .activate = quit_cb },
  };
  RankleApplication *self = RANKLE_APPLICATION (application);

  G_APPLICATION_CLASS (rankle_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions,
                                   G_N_ELEMENTS (actions), application);
  rankle_help_add_actions (GTK_APPLICATION (application));
  add_accelerators (GTK_APPLICATION (application));
  if (self->settings == NULL)
    return;
  g_signal_connect_swapped (self->settings, "changed::color-scheme",
                            G_CALLBACK (apply_color_scheme), self);
  apply_color_scheme (self);
}

/* Windows have cancelled what they were reading when they closed. */
static void
rankle_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (rankle_application_parent_class)->shutdown (application);
  rankle_file_reading_join ();
}

static void
rankle_application_finalize (GObject *object)
{
  g_clear_object (&RANKLE_APPLICATION (object)->settings);
  G_OBJECT_CLASS (rankle_application_parent_class)->finalize (object);
}

static void
rankle_application_class_init (RankleApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_application_finalize;
  application_class->startup = rankle_application_startup;
  application_class->shutdown = rankle_application_shutdown;
  application_class->activate = rankle_application_activate;
  application_class->open = rankle_application_open;
}

static void
rankle_application_init (RankleApplication *self)
{
  /* Named, or the linker would leave the resources out. */
  g_assert (rankle_resources_get_resource () != NULL);
  self->settings = rankle_settings_new ();
}

RankleApplication *
rankle_application_new (void)
{
  return g_object_new (RANKLE_TYPE_APPLICATION, "application-id", APP_ID,
                       "resource-base-path", RESOURCE_BASE, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

GSettings *
rankle_application_get_settings (RankleApplication *application)
{
  g_return_val_if_fail (RANKLE_IS_APPLICATION (application), NULL);

  return application->settings;
}
