/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The help: what F1 opens, what is found, and the way back; what Shift+F1 says. */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-control-row.h"
#include "rankle-help-actions.h"
#include "rankle-help-window.h"
#include "rankle-help.h"
#include "rankle-topics-window.h"
#include "rankle-whats-this-words.h"
#include "rankle-whats-this.h"
#include "window-fixture.h"

static RankleHelpWindow *
find_help (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (RANKLE_IS_HELP_WINDOW (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

/* As F1 has it. */
static RankleHelpWindow *
open_help_on (GtkWidget *widget)
{
  const RankleHelpPage *page = rankle_help_find_for (widget);

  rankle_help_window_open (GTK_WINDOW (gtk_widget_get_root (widget)), page->id);
  return find_help ();
}

static void
assert_shown (RankleHelpWindow *help, const char *id)
{
  g_assert_cmpstr (rankle_help_window_get_shown (help), ==, id);
}

static void
go_back (RankleHelpWindow *help)
{
  gtk_widget_activate_action (GTK_WIDGET (help), "help.back", NULL);
}

static void
close_help (RankleHelpWindow *help)
{
  gtk_window_close (GTK_WINDOW (help));
  g_assert_null (find_help ());
}

/* ---- what has the focus ---- */

static void
test_what_has_the_focus (void)
{
  RankleWindow *window = open_window ();
  const struct
  {
    GtkWidget  *widget;
    const char *id;
  } parts[] = {
    { find_scale (window, "opg"), "controls" },
    { GTK_WIDGET (window->diagram), "map" },
    { GTK_WIDGET (window->plots), "plots" },
    { gtk_widget_get_first_child (GTK_WIDGET (window->plots)), "plots" },
    { GTK_WIDGET (window->time_bar), "time" },
    { GTK_WIDGET (window->track), "doses" },
    { GTK_WIDGET (window->runs), "runs" },
    { GTK_WIDGET (window->compare), "runs" },
    { GTK_WIDGET (window->scenario_button), "first-steps" },
    { GTK_WIDGET (window->model_button), "models" },
    { GTK_WIDGET (window->undo_button), "window" },
    { GTK_WIDGET (window), "window" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      assert_shown (open_help_on (parts[i].widget), parts[i].id);
      g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (find_help ())) ==
                     GTK_WINDOW (window));
    }
  g_assert_null (rankle_help_find_for (NULL));
  close_window (window);
  g_assert_null (find_help ()); /* it goes with the window that it is over */
}

/* The main menu's item: the action of the application. */
static void
test_action (void)
{
  RankleWindow *window = open_window ();

  gtk_widget_grab_focus (find_scale (window, "rankl"));
  gtk_widget_activate_action (GTK_WIDGET (window), "app.help", NULL);
  assert_shown (find_help (), "controls");
  close_window (window);
}

static void
check_toplevels (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_assert_cmpuint (g_list_length (windows), >, 1);
  for (GList *at = windows; at != NULL; at = at->next)
    {
      g_test_message ("%s", G_OBJECT_TYPE_NAME (at->data));
      g_assert_nonnull (rankle_help_find_for (at->data));
    }
}

/* Every window that there is has a page. */
static void
test_every_window (void)
{
  static const char *const actions[] = {
    "win.provenance", "win.measures",      "win.findings",    "win.doses", "win.genes",
    "win.cards",      "win.export-report", "app.preferences", "win.topics"
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      RankleWindow *window = open_window ();

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      check_toplevels ();
      close_window (window);
    }
}

/* Over a window that has the keyboard for itself the help can have it. */
static void
test_over_a_modal_window (void)
{
  RankleWindow     *window = open_window ();
  GtkWidget        *topics = rankle_topics_window_new (GTK_WINDOW (window));
  RankleHelpWindow *help;

  gtk_window_present (GTK_WINDOW (topics));
  help = open_help_on (topics);
  assert_shown (help, "first-steps");
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (help)));
  close_help (help);
  help = open_help_on (GTK_WIDGET (window));
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (help)));
  close_window (window);
}

/* ---- search ---- */

static GtkWidget *
get_search (RankleHelpWindow *help)
{
  return find_descendant (GTK_WIDGET (help), GTK_TYPE_SEARCH_ENTRY);
}

static void
type (RankleHelpWindow *help, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (help)), words);
  g_signal_emit_by_name (get_search (help), "search-changed");
}

static GtkListBoxRow *
get_row (RankleHelpWindow *help, int which)
{
  return gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (find_descendant (GTK_WIDGET (help), GTK_TYPE_LIST_BOX)), which);
}

static void
test_search (void)
{
  RankleWindow     *window = open_window ();
  RankleHelpWindow *help = open_help_on (GTK_WIDGET (window));

  g_assert_nonnull (get_row (help, 14));
  g_assert_null (get_row (help, 15));
  type (help, "xyzzy");
  g_assert_null (get_row (help, 0));
  g_signal_emit_by_name (get_search (help), "activate");
  assert_shown (help, "window");
  type (help, "MISSED dos");
  g_signal_emit_by_name (get_search (help), "activate");
  assert_shown (help, "doses");
  g_assert_true (gtk_list_box_row_is_selected (get_row (help, 0)));
  go_back (help);
  assert_shown (help, "window");
  g_signal_emit_by_name (get_search (help), "stop-search");
  g_assert_true (find_help () == help); /* out of the search */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search (help))), ==, "");
  g_signal_emit_by_name (get_search (help), "stop-search");
  g_assert_null (find_help ());
  close_window (window);
}

/* ---- links ---- */

/* (nullable): the first label that has a link. */
static GtkWidget *
find_link (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a href=") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link (child);
  return found;
}

static void
follow (RankleHelpWindow *help, const char *target)
{
  GtkWidget *link = find_link (GTK_WIDGET (help));
  gboolean   taken = FALSE;

  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", target, &taken);
  g_assert_true (taken);
}

/* There and back, all the way. */
static void
test_links (void)
{
  RankleWindow     *window = open_window ();
  RankleHelpWindow *help = open_help_on (GTK_WIDGET (window->diagram));

  follow (help, "help:plots");
  assert_shown (help, "plots");
  follow (help, "help:published");
  assert_shown (help, "published");
  go_back (help);
  assert_shown (help, "plots");
  go_back (help);
  assert_shown (help, "map");
  go_back (help); /* there is nothing before */
  assert_shown (help, "map");
  close_help (help);
  close_window (window);
}

/* Each page can be drawn, and its title has the keyboard, of which nothing is marked. */
static void
test_every_page (void)
{
  const GPtrArray  *pages = rankle_help_get_pages ();
  RankleWindow     *window = open_window ();
  RankleHelpWindow *help = open_help_on (GTK_WIDGET (window));

  for (guint i = 0; i < pages->len; i++)
    {
      const RankleHelpPage *page = pages->pdata[i];
      GtkWidget            *focus;

      g_signal_emit_by_name (find_descendant (GTK_WIDGET (help), GTK_TYPE_LIST_BOX),
                             "row-activated", get_row (help, (int)i));
      assert_shown (help, page->id);
      focus = gtk_window_get_focus (GTK_WINDOW (help));
      g_assert_true (GTK_IS_LABEL (focus));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (focus)), ==, page->title);
      g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (help));
    }
  close_window (window);
}

/* ---- where there is room for one ---- */

static GtkWidget *
get_leaflet (RankleHelpWindow *help)
{
  return find_descendant (GTK_WIDGET (help), ADW_TYPE_LEAFLET);
}

static gboolean
is_folded (void)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (get_leaflet (find_help ())));
}

static gboolean
shows_list (RankleHelpWindow *help)
{
  GtkWidget *shown = adw_leaflet_get_visible_child (ADW_LEAFLET (get_leaflet (help)));

  return gtk_widget_is_ancestor (get_search (help), shown);
}

/* The page is on top; back is the list, from which another page is opened. */
static void
test_narrow (void)
{
  RankleWindow     *window = open_window ();
  RankleHelpWindow *help;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  rankle_help_window_open (GTK_WINDOW (window), "plots");
  help = find_help ();
  gtk_window_set_default_size (GTK_WINDOW (help), 360, 640);
  while (!is_folded ())
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shows_list (help));
  go_back (help);
  g_assert_true (shows_list (help));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (help)),
                                         get_search (help)));
  g_signal_emit_by_name (find_descendant (GTK_WIDGET (help), GTK_TYPE_LIST_BOX),
                         "row-activated", get_row (help, 0));
  assert_shown (help, "first-steps");
  g_assert_false (shows_list (help));
  gtk_editable_set_text (GTK_EDITABLE (get_search (help)), "d"); /* typed over the page */
  g_assert_true (shows_list (help));
  close_help (help);
  close_window (window);
}

/* ---- what's this ---- */

static RankleModel *
get_model (RankleWindow *window)
{
  return rankle_study_get_model (window->study);
}

/* What is said of it is what the rest of the program says. */
static void
test_words_of_a_control (void)
{
  RankleWindow        *window = open_window ();
  const RankleControl *opg = rankle_control_row_get_control (
      RANKLE_CONTROL_ROW (rankle_controls_find_row (window->controls, "opg")));
  g_auto (GStrv) words = rankle_whats_this_of_control (get_model (window), opg);

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_assert_cmpstr (words[0], ==, opg->description);
  g_assert_cmpstr (
      words[1], ==,
      "From 0.12 × baseline to 8 × baseline, or off. The model opens with 1 × baseline.");
  g_assert_cmpstr (words[2], ==,
                   "It sets: OPG production, factor, 1, Parameter, ours, Rankle");
  close_window (window);
}

static void
assert_told (RankleModel *model, const RankleControl *control)
{
  g_auto (GStrv) words = rankle_whats_this_of_control (model, control);

  g_assert_cmpuint (g_strv_length (words), >=, control->is_switch ? 1 : 2);
  for (char **at = words; *at != NULL; at++)
    {
      g_assert_cmpstr (*at, !=, "");
      g_assert_null (strstr (*at, "(null)"));
    }
}

static void
test_every_control (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

      for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
        if (rankle_model_get_control (model, i)->absent == NULL)
          assert_told (model, rankle_model_get_control (model, i));
    }
}

static GtkWidget *
find_popover (RankleWindow *window)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

/* The first label says which control it is; its button leads to the page. */
static void
test_popover (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *scale = find_scale (window, "opg"), *popover, *button;

  rankle_whats_this_show (scale, rankle_help_find_for (scale));
  popover = find_popover (window);
  g_assert_nonnull (popover);
  g_assert_cmpstr (
      gtk_label_get_text (GTK_LABEL (find_descendant (popover, GTK_TYPE_LABEL))), ==,
      "OPG");
  button = find_descendant (popover, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (find_popover (window));
  assert_shown (find_help (), "controls");
  close_help (find_help ());
  close_window (window);
}

/* Of what is no control: what its page is about. One that is open goes with the window.
 */
static void
test_popover_of_all_else (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *bar = GTK_WIDGET (window->time_bar);

  rankle_whats_this_show (bar, rankle_help_find_for (bar));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (
                       find_descendant (find_popover (window), GTK_TYPE_LABEL))),
                   ==, rankle_help_find ("time")->title);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/help-window/what-has-the-focus", test_what_has_the_focus);
  g_test_add_func ("/help-window/action", test_action);
  g_test_add_func ("/help-window/every-window", test_every_window);
  g_test_add_func ("/help-window/over-a-modal-window", test_over_a_modal_window);
  g_test_add_func ("/help-window/search", test_search);
  g_test_add_func ("/help-window/links", test_links);
  g_test_add_func ("/help-window/every-page", test_every_page);
  g_test_add_func ("/help-window/narrow", test_narrow);
  g_test_add_func ("/help-window/words-of-a-control", test_words_of_a_control);
  g_test_add_func ("/help-window/every-control", test_every_control);
  g_test_add_func ("/help-window/popover", test_popover);
  g_test_add_func ("/help-window/popover-of-all-else", test_popover_of_all_else);
  return g_test_run ();
}
