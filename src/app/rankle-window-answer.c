/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-answer-words.h"
#include "rankle-window-private.h"

/* Keys come quickly: what follows within this is heard with them. [ms] */
#define PAUSE 700

/* In one column as much is seen of it at once, in sizes of the letters: three lines, or
 * four. */
#define LEAST_LINES 4.5
#define MOST_LINES  6.3

/* ---- read out ---- */

/* GTK 4.8 cannot announce anything, but what alerts is read when it comes to be seen. The
 * label is there for that alone. */
static void
announce (RankleWindow *self, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (self->announcement), text) == 0)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->announcement), FALSE);
  gtk_label_set_text (self->announcement, text);
  gtk_widget_set_visible (GTK_WIDGET (self->announcement), TRUE);
}

/* The answer, and how far the goals of a lesson are. */
static void
announce_answer (RankleWindow *self)
{
  const char      *answer = gtk_label_get_text (self->answer);
  g_autofree char *text = self->goal_words == NULL || *self->goal_words == '\0'
                              ? g_strdup (answer)
                              : g_strdup_printf ("%s %s", self->goal_words, answer);

  announce (self, text);
}

/* What there is to say goes before the answer, and in its place: a step of a lesson is
 * one change. */
static gboolean
announce_cb (gpointer data)
{
  RankleWindow    *self = data;
  gboolean         busy;
  g_autofree char *text = NULL;

  g_object_get (self->study, "busy", &busy, NULL);
  if (busy)
    return G_SOURCE_CONTINUE;
  self->announcing = 0;
  text = g_steal_pointer (&self->to_say);
  if (text != NULL)
    announce (self, text);
  else
    announce_answer (self);
  return G_SOURCE_REMOVE;
}

/* Once after a change, and not while one is under way. */
static void
announce_soon (RankleWindow *self)
{
  g_clear_handle_id (&self->announcing, g_source_remove);
  if (!rankle_study_is_changing (self->study))
    self->announcing = g_timeout_add (PAUSE, announce_cb, self);
}

void
_rankle_window_say (RankleWindow *self, const char *words)
{
  g_assert (RANKLE_IS_WINDOW (self) && words != NULL);

  g_free (self->to_say);
  self->to_say = g_strdup (words);
  announce_soon (self);
}

/* ---- shown ---- */

static char *
tell_pending (guint n)
{
  return g_strdup_printf (
      ngettext ("Held: %u change is not applied. Map and curves are those of before it.",
                "Held: %u changes are not applied. Map and curves are those of before "
                "them.",
                n),
      n);
}

/* (transfer full) (nullable): NULL: the run is still made, and what is said of the curves
 * that are shown stays with them. */
static char *
make_answer (RankleWindow *self)
{
  RankleTrajectory *run = rankle_study_get_trajectory (self->study);
  RankleTrajectory *baseline = rankle_study_get_baseline (self->study);
  gboolean          busy = FALSE;

  if (self->veiled)
    return g_strdup (_ ("The run is shown when you have predicted it."));
  if (rankle_study_get_pending (self->study) > 0)
    return tell_pending (rankle_study_get_pending (self->study));
  g_object_get (self->study, "busy", &busy, NULL);
  if (rankle_study_get_failure (self->study) != NULL)
    return g_strdup (_ ("No answer: the run did not reach its end."));
  if (busy || run == NULL)
    return NULL;
  if (baseline == NULL)
    return g_strdup (_ ("No answer: the baseline did not reach its end."));
  g_assert (rankle_trajectory_get_model (run) == rankle_trajectory_get_model (baseline));
  return rankle_answer_in_words (rankle_study_get_shown (self->study), run, baseline);
}

void
_rankle_window_show_answer (RankleWindow *self)
{
  g_autofree char *words = make_answer (self);

  if (words == NULL)
    return;
  if (g_strcmp0 (gtk_label_get_text (self->answer), words) != 0)
    gtk_label_set_text (self->answer, words);
  announce_soon (self);
}

/* What can be read where it stands would be in the way twice. */
static gboolean
query_tooltip_cb (
    GtkLabel *answer, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (answer)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (answer));
  return TRUE;
}

void
_rankle_window_connect_answer (RankleWindow *self)
{
  /* The label of undo comes at the end of a change. */
  static const char *const signals[] = {
    "notify::trajectory", "notify::baseline", "notify::busy",
    "notify::failure",    "notify::scenario", "notify::model",
    "notify::undo-label", "notify::pending",  NULL
  };

  gtk_widget_set_has_tooltip (GTK_WIDGET (self->answer), TRUE);
  g_signal_connect (self->answer, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  for (const char *const *name = signals; *name != NULL; name++)
    g_signal_connect_object (self->study, *name, G_CALLBACK (_rankle_window_show_answer),
                             self, G_CONNECT_SWAPPED);
}

/* In a scrolled window its height would not follow its width. */
static void
set_scrolled (RankleWindow *self, gboolean scrolled)
{
  GtkWidget *answer = GTK_WIDGET (self->answer);

  if ((gtk_widget_get_parent (answer) == GTK_WIDGET (self->answer_view)) == scrolled)
    return;
  g_object_ref (answer);
  if (scrolled)
    gtk_box_remove (self->answer_place, answer);
  gtk_viewport_set_child (self->answer_view, scrolled ? answer : NULL);
  if (!scrolled)
    gtk_box_append (self->answer_place, answer);
  g_object_unref (answer);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_scroller), scrolled);
}

/* In one column it has as many lines as it takes, and is scrolled; else what is beyond
 * the fourth is told when pointed at, since nothing is to jump. @em: [px]. */
void
_rankle_window_shape_answer (RankleWindow *self, gboolean column, double em)
{
  set_scrolled (self, column);
  gtk_label_set_lines (self->answer, column ? -1 : 4);
  gtk_label_set_ellipsize (self->answer,
                           column ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  /* In an order in which the least is never above the most. */
  gtk_scrolled_window_set_min_content_height (self->answer_scroller, -1);
  gtk_scrolled_window_set_max_content_height (self->answer_scroller,
                                              (int)(MOST_LINES * em));
  gtk_scrolled_window_set_min_content_height (self->answer_scroller,
                                              (int)(LEAST_LINES * em));
}

void
_rankle_window_place_answer (RankleWindow *self)
{
  GtkWidget *answer = GTK_WIDGET (self->answer_place);
  gboolean   with_plots = gtk_widget_get_visible (GTK_WIDGET (self->paned)) &&
                        gtk_widget_get_visible (self->plots_pane);
  GtkBox *place = with_plots ? GTK_BOX (self->plots_pane) : self->content;

  if (gtk_widget_get_parent (answer) == GTK_WIDGET (place))
    return;
  g_object_ref (answer);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (answer)), answer);
  if (with_plots)
    gtk_box_prepend (place, answer);
  else
    gtk_box_insert_child_after (place, answer, GTK_WIDGET (self->toasts));
  g_object_unref (answer);
}
