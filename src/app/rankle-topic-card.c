/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-topic-card.h"

#include <glib/gi18n.h>

#include "rankle-miniature-style.h"
#include "rankle-scenario-file.h"
#include "rankle-window-private.h"

#define PICTURE_HEIGHT 84
#define MARGIN         12

/* ---- the miniature ---- */

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RankleMiniatureInks inks;

  rankle_miniature_style_read (GTK_WIDGET (area), inks);
  rankle_miniature_paint (cr, data, width, height, inks);
}

static GtkWidget *
make_picture (const RankleTopic *topic)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-height", PICTURE_HEIGHT,
                                  "overflow", GTK_OVERFLOW_HIDDEN, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (area, "miniature");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, (gpointer)topic,
                                  NULL);
  return area;
}

/* ---- words ---- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap",
                                   TRUE, "width-chars", 18, "max-width-chars", 20,
                                   "margin-start", MARGIN, "margin-end", MARGIN, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_scenario_title (const char *id)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_file_load (id, NULL, NULL);

  /* A test sees that each is bundled. */
  return g_strdup (scenario == NULL
                       ? id
                       : _rankle_window_translate (rankle_scenario_get_title (scenario)));
}

/* (transfer full): of the topic's scenarios, in their order. */
static GStrv
list_titles (const RankleTopic *topic)
{
  guint n = g_strv_length ((char **)topic->scenarios);
  GStrv titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    titles[i] = dup_scenario_title (topic->scenarios[i]);
  return titles;
}

static GMenuModel *
make_menu (const RankleTopic *topic, char *const *titles, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (titles[i], NULL);

      g_menu_item_set_action_and_target (item, action, "s", topic->scenarios[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_button (const RankleTopic *topic, char *const *titles, const char *action)
{
  guint      n = g_strv_length ((char **)topic->scenarios);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (topic, titles, action);
  const char      *title = _rankle_window_translate (topic->title);
  g_autofree char *label = NULL;
  g_autofree char *heard = NULL;

  label = g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n);
  /* Translators: of a topic: “3 scenarios: Menopause” */
  heard = g_strdup_printf (_ ("%1$s: %2$s"), label, title);
  g_object_set (button, "label", label, "always-show-arrow", TRUE, "menu-model", menu,
                "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_END, "vexpand", TRUE,
                "margin-start", MARGIN / 2, "margin-bottom", MARGIN / 2, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heard, -1);
  g_signal_connect (button, "notify::active", G_CALLBACK (_rankle_window_menu_active_cb),
                    NULL);
  return button;
}

/* ---- the card ---- */

/* (nullable) */
static const char *
get_note (const RankleTopic *topic)
{
  return topic->ours ? _ ("Built for teaching; sizes are ours.") : NULL;
}

static void
describe (GtkWidget *card, const RankleTopic *topic)
{
  const char      *note = get_note (topic);
  g_autofree char *description = g_strjoin (
      " ", _rankle_window_translate (topic->sentence), note != NULL ? note : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _rankle_window_translate (topic->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strchomp (description), -1);
}

GtkWidget *
rankle_topic_card_new (const RankleTopic *topic, const char *action)
{
  GtkWidget *card = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GStrv      titles;

  g_return_val_if_fail (topic != NULL && action != NULL, NULL);

  gtk_widget_add_css_class (card, "topic");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "activatable");
  gtk_box_append (GTK_BOX (box), make_picture (topic));
  gtk_box_append (GTK_BOX (box),
                  make_label (_rankle_window_translate (topic->title), "heading"));
  gtk_box_append (GTK_BOX (box),
                  make_label (_rankle_window_translate (topic->sentence), NULL));
  if (get_note (topic) != NULL)
    gtk_box_append (GTK_BOX (box), make_label (get_note (topic), "caption"));
  titles = list_titles (topic);
  gtk_box_append (GTK_BOX (box), make_button (topic, titles, action));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (card), box);
  g_object_set_data (G_OBJECT (card), "topic", (gpointer)topic);
  g_object_set_data_full (G_OBJECT (card), "titles", titles, (GDestroyNotify)g_strfreev);
  describe (card, topic);
  return card;
}

const RankleTopic *
rankle_topic_card_get_topic (GtkWidget *card)
{
  g_return_val_if_fail (GTK_IS_FLOW_BOX_CHILD (card), NULL);

  return g_object_get_data (G_OBJECT (card), "topic");
}

/* ---- what is typed ---- */

/* (nullable) */
static const char *
find_scenario (GtkWidget *card, const RankleTopic *topic, const char *words)
{
  char *const *titles = g_object_get_data (G_OBJECT (card), "titles");

  for (guint i = 0; titles[i] != NULL; i++)
    if (g_str_match_string (words, titles[i], TRUE))
      return topic->scenarios[i];
  return NULL;
}

guint
rankle_topic_card_match (GtkWidget *card, const char *words, const char **scenario)
{
  const RankleTopic *topic = rankle_topic_card_get_topic (card);
  const char        *found;
  gboolean           is_topic, is_sentence;

  g_return_val_if_fail (topic != NULL && words != NULL, 0);

  is_topic = g_str_match_string (words, _rankle_window_translate (topic->title), TRUE);
  is_sentence =
      g_str_match_string (words, _rankle_window_translate (topic->sentence), TRUE);
  found = is_topic ? NULL : find_scenario (card, topic, words);
  if (scenario != NULL)
    *scenario = found != NULL ? found : topic->scenarios[0];
  return is_topic ? 2 : is_sentence || found != NULL;
}
