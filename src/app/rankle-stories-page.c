/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-stories-page.h"

#include <glib/gi18n.h>

#include "rankle-lessons.h"

#define MARGIN 14

struct _RankleStoriesPage
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (RankleStoriesPage, rankle_stories_page, GTK_TYPE_BOX)

static void
activated_cb (GtkFlowBox *box, GtkFlowBoxChild *card, RankleStoriesPage *self)
{
  const RankleLesson *lesson = g_object_get_data (G_OBJECT (card), "lesson");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.lesson", "s", lesson->id);
}

static void
add_label (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap",
                                   TRUE, "width-chars", 18, "max-width-chars", 22, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static GtkWidget *
make_card (const RankleLesson *lesson)
{
  GtkWidget  *card = gtk_flow_box_child_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = rankle_lesson_translate (lesson, lesson->title);
  const char *summary = rankle_lesson_translate (lesson, lesson->summary);

  g_object_set (box, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start",
                MARGIN, "margin-end", MARGIN, NULL);
  add_label (GTK_BOX (box), title, "title-4");
  add_label (GTK_BOX (box), summary, NULL);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "activatable");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
  g_object_set_data (G_OBJECT (card), "lesson", (gpointer)lesson);
  return card;
}

void
rankle_stories_page_fill (RankleStoriesPage *page)
{
  const GPtrArray *lessons = rankle_lessons_get ();

  g_return_if_fail (RANKLE_IS_STORIES_PAGE (page));

  if (gtk_flow_box_get_child_at_index (page->box, 0) != NULL)
    return;
  for (guint i = 0; i < lessons->len; i++)
    {
      const RankleLesson *lesson = lessons->pdata[i];

      if (lesson->kind == RANKLE_LESSON_CARD)
        gtk_flow_box_append (page->box, make_card (lesson));
    }
}

/* To the first story, from where arrows lead to the others. */
static gboolean
rankle_stories_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (RANKLE_STORIES_PAGE (widget)->box),
                                 GTK_DIR_TAB_FORWARD);
}

static void
rankle_stories_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_STORIES_PAGE);
  G_OBJECT_CLASS (rankle_stories_page_parent_class)->dispose (object);
}

static void
rankle_stories_page_class_init (RankleStoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_stories_page_dispose;
  widget_class->grab_focus = rankle_stories_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "stories");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-stories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleStoriesPage, box);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
rankle_stories_page_init (RankleStoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
