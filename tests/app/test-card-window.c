/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cards of molecules: from a node of the map to its card, and what is said there. */

#include <string.h>

#include "rankle-body-view.h"
#include "rankle-card-window.h"
#include "rankle-card-words.h"
#include "rankle-diagram-view-private.h"
#include "window-fixture.h"

/* (nullable): the window of the cards, if it is seen. */
static RankleCardWindow *
find_cards (RankleWindow *window)
{
  return window->cards != NULL && gtk_widget_get_mapped (window->cards)
             ? RANKLE_CARD_WINDOW (window->cards)
             : NULL;
}

static const char *
get_shown (RankleWindow *window)
{
  RankleCardWindow *cards = find_cards (window);

  return cards == NULL ? NULL : rankle_card_window_get_shown (cards);
}

static const RankleDiagram *
get_map (RankleWindow *window)
{
  return window->diagram->diagram;
}

static gboolean
has_no_cards (RankleWindow *window)
{
  return window->cards == NULL;
}

static void
close_cards (RankleWindow *window)
{
  gtk_window_close (GTK_WINDOW (window->cards));
  iterate_until (has_no_cards, window);
}

/* The class's own bindings, as Enter finds them. */
static gboolean
press_enter (RankleWindow *window)
{
  return gtk_widget_activate_action (GTK_WIDGET (window->diagram), "diagram.open-card",
                                     NULL);
}

/* From every node of the map that has a card to that card, and from no other to any. */
static void
check_model (const char *id)
{
  RankleWindow *window = open_window ();
  guint         n = 0;

  rankle_window_load_model (window, id);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (get_map (window)); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (get_map (window), i);
      const RankleCard  *card;

      if (!rankle_glyph_is_entity (glyph))
        continue;
      card = rankle_cards_find_for_node (glyph->label);
      rankle_diagram_view_select (window->diagram, glyph->id);
      press_enter (window);
      g_test_message ("%s: %s", glyph->id, card == NULL ? "none" : card->id);
      g_assert_cmpstr (get_shown (window), ==, card == NULL ? NULL : card->id);
      if (card == NULL)
        continue;
      close_cards (window);
      n++;
    }
  g_assert_cmpuint (n, >, 3);
  close_window (window);
}

static void
test_from_nodes (void)
{
  check_model ("rankle");
  check_model ("traf-adaptors");
}

/* With nothing selected Enter is left to others; another map takes the card away. */
static void
test_nothing_selected (void)
{
  RankleWindow *window = open_window ();

  rankle_diagram_view_select (window->diagram, NULL);
  press_enter (window);
  g_assert_null (find_cards (window));
  rankle_diagram_view_select (window->diagram, "RANK");
  rankle_window_load_model (window, "fever");
  press_enter (window);
  g_assert_null (find_cards (window));
  close_window (window);
}

/* The window stays one, and shows what was asked for last. */
static void
test_one_window (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *cards;

  g_action_group_activate_action (G_ACTION_GROUP (window), "cards", NULL);
  cards = window->cards;
  g_assert_cmpstr (get_shown (window), ==, "rank");
  rankle_diagram_view_select (window->diagram, "OPG");
  press_enter (window);
  g_assert_true (window->cards == cards);
  g_assert_cmpstr (get_shown (window), ==, "opg");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (cards)), ==, "Card: OPG");
  rankle_card_window_show (RANKLE_CARD_WINDOW (cards), "no-such-card");
  g_assert_cmpstr (get_shown (window), ==, "opg");
  g_action_group_activate_action (G_ACTION_GROUP (window), "cards", NULL);
  g_assert_cmpstr (get_shown (window), ==, "opg");
  close_window (window);
}

/* ---- what is said ---- */

/* What a screen reader is told of the widgets of a type below one. */
static void
list_widgets (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_widgets (child, type, found);
}

static gboolean
is_heard (GPtrArray *widgets, GtkAccessibleProperty property, const char *words)
{
  for (guint i = 0; i < widgets->len; i++)
    {
      g_autofree char *difference = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widgets->pdata[i]), property, words);

      if (difference == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_entry (GPtrArray *rows, const RankleCardEntry *entry)
{
  g_autofree char *origin = rankle_card_dup_origin (entry);
  g_autofree char *said = rankle_card_dup_heard (entry);
  g_autofree char *words = g_strdup_printf ("%s: %s", entry->label, said);

  g_test_message ("%s", words);
  g_assert_true (g_str_has_suffix (words, origin));
  g_assert_true (is_heard (rows, GTK_ACCESSIBLE_PROPERTY_LABEL, words));
}

/* Every statement of every card is a row whose words are all there, with what vouches for
 * them. */
static void
test_every_statement (void)
{
  GtkWidget        *cards = rankle_card_window_new (NULL);
  guint             n;
  const RankleCard *card = rankle_cards_get (&n);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_widgets (cards, GTK_TYPE_LIST_BOX_ROW, rows);
  for (; n-- > 0; card++)
    {
      for (guint i = 0; i < card->n_facts; i++)
        assert_entry (rows, &card->facts[i]);
      for (guint i = 0; i < card->n_structures; i++)
        assert_entry (rows, &card->structures[i]);
    }
  gtk_window_destroy (GTK_WINDOW (cards));
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  list_widgets (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strcmp (gtk_label_get_text (labels->pdata[i]), text) == 0)
      return TRUE;
  return FALSE;
}

/* Each organ is a button that is heard with what is known of it; the keyboard's coming to
 * it shows the same. */
static void
test_organs (void)
{
  RankleWindow     *window = open_window ();
  const RankleCard *card = rankle_cards_find ("rank");
  GtkWidget        *view;
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  _rankle_window_show_card (window, "rank");
  view = find_descendant (window->cards, RANKLE_TYPE_BODY_VIEW);
  list_widgets (view, GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, card->n_organs);
  for (guint i = 0; i < card->n_organs; i++)
    {
      const RankleCardEntry *entry = &card->organs[i].entry;
      g_autofree char       *said = rankle_card_dup_heard (entry);
      g_autofree char       *origin = rankle_card_dup_origin (entry);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[i]),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, entry->label);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[i]),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
      g_assert_cmpuint (rankle_body_view_get_chosen (RANKLE_BODY_VIEW (view)), ==, i);
      g_assert_true (shows_text (gtk_widget_get_parent (view), entry->words));
      g_assert_true (shows_text (gtk_widget_get_parent (view), origin));
    }
  close_window (window);
}

/* ---- the map ---- */

static gboolean
tells_of_card (RankleWindow *window)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  list_widgets (GTK_WIDGET (window->diagram), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (labels->pdata[i]) &&
        strcmp (gtk_label_get_text (labels->pdata[i]),
                "Enter or double-click: card of RANK") == 0)
      return TRUE;
  return FALSE;
}

/* A node with a card says so, to the eye and to the ear; one without says nothing. */
static void
test_node_says_so (void)
{
  RankleWindow *window = open_window ();

  rankle_diagram_view_select (window->diagram, "RANK");
  g_assert_true (tells_of_card (window));
  rankle_diagram_view_select (window->diagram, "osteoclast");
  g_assert_false (tells_of_card (window));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/card-window/from-nodes", test_from_nodes);
  g_test_add_func ("/card-window/nothing-selected", test_nothing_selected);
  g_test_add_func ("/card-window/one-window", test_one_window);
  g_test_add_func ("/card-window/every-statement", test_every_statement);
  g_test_add_func ("/card-window/organs", test_organs);
  g_test_add_func ("/card-window/node-says-so", test_node_says_so);
  return g_test_run ();
}
