/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cards of topics: from the window to each in two clicks. */

#include <string.h>

#include "rankle-scenario-file.h"
#include "rankle-topic-card.h"
#include "rankle-topics-window.h"
#include "window-fixture.h"

/* The window of the cards, which is the one on top. */
static GtkWidget *
find_topics (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (RANKLE_IS_TOPICS_WINDOW (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

/* (nullable): the button of the header that is told to show them. */
static GtkWidget *
find_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                 "win.topics") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

/* The first click. */
static GtkWidget *
show_topics (RankleWindow *window)
{
  GtkWidget *button = find_button (GTK_WIDGET (window));

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  return find_topics ();
}

static GtkFlowBoxChild *
get_card (GtkWidget *topics, guint which)
{
  GtkWidget *box = find_descendant (topics, GTK_TYPE_FLOW_BOX);

  return gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), (int)which);
}

static const char *
get_model (RankleWindow *window)
{
  return rankle_model_get_id (rankle_study_get_model (window->study));
}

static void
assert_shown (RankleWindow *window, const char *scenario_id)
{
  RankleScenario  *scenario = rankle_study_get_scenario (window->study);
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) read =
      rankle_scenario_file_load (scenario_id, &made_for, NULL);

  g_strdelimit (made_for, "-", '_'); /* as a model's own id is spelt */
  g_assert_cmpstr (rankle_scenario_get_id (scenario), ==, scenario_id);
  g_assert_cmpstr (get_model (window), ==, made_for);
}

/* The second click is on the card: model and scenario are its own, whatever was there. */
static void
test_every_topic (void)
{
  RankleWindow      *window = open_window ();
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cards = show_topics (window);

      g_assert_nonnull (cards);
      g_assert_true (rankle_topic_card_get_topic (GTK_WIDGET (get_card (cards, i))) ==
                     &topics[i]);
      gtk_widget_activate (GTK_WIDGET (get_card (cards, i)));
      g_assert_null (find_topics ());
      assert_shown (window, topics[i].scenarios[0]);
    }
  iterate_until (is_idle, window);
  close_window (window);
}

/* A scenario out of a card's menu, for the model it was made for. */
static void
test_scenario_of_a_card (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *cards;

  rankle_window_load_model (window, "peterson-riggs-2012");
  cards = show_topics (window);
  gtk_widget_activate_action (cards, "topics.open", "s", "opg-doubled");
  assert_shown (window, "opg-doubled");
  close_window (window);
}

/* ---- what is typed ---- */

static void
type (GtkWidget *cards, const char *words)
{
  GtkWidget *search = find_descendant (cards, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
}

static guint
count_shown (GtkWidget *cards)
{
  guint n = 0;

  for (guint i = 0; get_card (cards, i) != NULL; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (get_card (cards, i))) != FALSE;
  return n;
}

static void
test_typing (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *cards = show_topics (window);
  GtkWidget    *search = find_descendant (cards, GTK_TYPE_SEARCH_ENTRY);

  type (cards, "xyzzy");
  g_assert_cmpuint (count_shown (cards), ==, 0);
  g_signal_emit_by_name (search, "activate");
  g_assert_true (find_topics () == cards); /* there is nothing to open */
  type (cards, "");
  g_assert_cmpuint (count_shown (cards), >=, 16);
  type (cards, "cleaned");
  g_assert_cmpuint (count_shown (cards), ==, 1);
  g_signal_emit_by_name (search, "activate");
  assert_shown (window, "periodontitis-cleaned");
  close_window (window);
}

/* Four letters and Enter, behind the keys that show the cards, find each topic. */
static void
test_six_keys (void)
{
  RankleWindow      *window = open_window ();
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget       *cards = show_topics (window);
      const char      *word = topics[i].title;
      g_autofree char *four = NULL;

      if (g_str_has_prefix (word, "The "))
        word += strlen ("The ");
      four = g_utf8_substring (word, 0, 4);
      type (cards, four);
      g_signal_emit_by_name (find_descendant (cards, GTK_TYPE_SEARCH_ENTRY), "activate");
      assert_shown (window, topics[i].scenarios[0]);
    }
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/topics-window/every-topic", test_every_topic);
  g_test_add_func ("/topics-window/scenario-of-a-card", test_scenario_of_a_card);
  g_test_add_func ("/topics-window/typing", test_typing);
  g_test_add_func ("/topics-window/six-keys", test_six_keys);
  return g_test_run ();
}
