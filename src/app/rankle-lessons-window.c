/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lessons-window.h"

#include <glib/gi18n.h>

#include "rankle-lessons.h"
#include "rankle-type-ahead.h"

struct _RankleLessonsWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (RankleLessonsWindow, rankle_lessons_window, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RankleLesson *
get_lesson (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "lesson");
}

static void
choose (RankleLessonsWindow *self, const RankleLesson *lesson)
{
  g_autoptr (RankleLessonsWindow) kept = g_object_ref (self); /* closing may take it */

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, lesson->id);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, RankleLessonsWindow *self)
{
  choose (self, get_lesson (row));
}

/* ---- searching ---- */

/* 2: its title says so; 1: its summary does; 0: neither. */
static guint
match (const RankleLesson *lesson, const char *words)
{
  if (g_str_match_string (words, rankle_lesson_translate (lesson, lesson->title), TRUE))
    return 2;
  return g_str_match_string (words, rankle_lesson_translate (lesson, lesson->summary),
                             TRUE)
             ? 1
             : 0;
}

/* (nullable): what fits best. */
static const RankleLesson *
find_best (const char *words)
{
  const GPtrArray    *lessons = rankle_lessons_get ();
  const RankleLesson *best = NULL;
  guint               most = 0;

  for (guint i = 0; i < lessons->len; i++)
    if (match (lessons->pdata[i], words) > most)
      {
        best = lessons->pdata[i];
        most = match (best, words);
      }
  return best;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  RankleLessonsWindow *self = data;
  const char          *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *words == '\0' || match (get_lesson (row), words) > 0;
}

static void
search_cb (RankleLessonsWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean    any = *words == '\0' || find_best (words) != NULL;

  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, any ? "lessons" : "nothing");
}

static void
search_activated_cb (RankleLessonsWindow *self)
{
  const char         *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const RankleLesson *best = *words == '\0' ? NULL : find_best (words);

  if (best != NULL)
    choose (self, best);
}

/* Escape: first out of the search, then out of the window. */
static void
stop_search_cb (RankleLessonsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* ---- the list ---- */

static const char *
name_level (const RankleLesson *lesson)
{
  switch (lesson->level)
    {
    case RANKLE_LESSON_FIRST:
      return _ ("First steps");
    case RANKLE_LESSON_COURSE:
      return _ ("Course");
    case RANKLE_LESSON_ADVANCED:
    default:
      return _ ("Advanced");
    }
}

/* (transfer full): "First steps, 25 min" */
static char *
describe (const RankleLesson *lesson)
{
  /* Translators: for whom a lesson is, and how many minutes it takes */
  return g_strdup_printf (_ ("%1$s, %2$u min"), name_level (lesson), lesson->minutes);
}

static GtkWidget *
make_row (const RankleLesson *lesson)
{
  GtkWidget       *row = adw_action_row_new ();
  const char      *title = rankle_lesson_translate (lesson, lesson->title);
  const char      *summary = rankle_lesson_translate (lesson, lesson->summary);
  g_autofree char *about = describe (lesson);
  g_autofree char *heard = g_strdup_printf ("%s. %s", about, summary);
  GtkWidget       *label = gtk_label_new (about);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heard, -1);
  g_object_set_data (G_OBJECT (row), "lesson", (gpointer)lesson);
  return row;
}

static void
fill (RankleLessonsWindow *self)
{
  const GPtrArray *lessons = rankle_lessons_get ();

  for (guint i = 0; i < lessons->len; i++)
    gtk_list_box_append (self->list, make_row (lessons->pdata[i]));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

/* ---- the window ---- */

/* A screen reader is told of the keyboard's place when the window is there. */
static void
rankle_lessons_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rankle_lessons_window_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (RANKLE_LESSONS_WINDOW (widget)->search));
}

static void
rankle_lessons_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_LESSONS_WINDOW);
  G_OBJECT_CLASS (rankle_lessons_window_parent_class)->dispose (object);
}

static void
rankle_lessons_window_class_init (RankleLessonsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_lessons_window_dispose;
  widget_class->map = rankle_lessons_window_map;
  signals[CHOSEN] = g_signal_new ("chosen", RANKLE_TYPE_LESSONS_WINDOW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-lessons-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleLessonsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_lessons_window_init (RankleLessonsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  rankle_type_ahead_add (GTK_WIDGET (self), self->search);
}

GtkWidget *
rankle_lessons_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (RANKLE_TYPE_LESSONS_WINDOW, "transient-for", parent, NULL);
}
