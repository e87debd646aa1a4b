/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-report-window.h"

#include "rankle-study-report.h"

struct _RankleReportWindow
{
  AdwWindow    parent_instance;
  RankleStudy *study;                 /* (owned) */
  char *shown[RANKLE_N_REPORT_TEXTS]; /* (owned): what the study has, as last seen */

  /* Template widgets */
  GtkTextView *question, *hypothesis, *finding;
};

G_DEFINE_FINAL_TYPE (RankleReportWindow, rankle_report_window, ADW_TYPE_WINDOW)

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkTextView *
rankle_report_window_get_field (RankleReportWindow *self, RankleReportText which)
{
  g_return_val_if_fail (RANKLE_IS_REPORT_WINDOW (self), NULL);

  switch (which)
    {
    case RANKLE_REPORT_QUESTION:
      return self->question;
    case RANKLE_REPORT_HYPOTHESIS:
      return self->hypothesis;
    case RANKLE_REPORT_FINDING:
      return self->finding;
    case RANKLE_N_REPORT_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- from the study ---- */

static void
show_text (RankleReportWindow *self, RankleReportText which)
{
  const char *text =
      rankle_session_get_report_text (rankle_study_get_session (self->study), which);

  if (g_strcmp0 (text, self->shown[which]) == 0)
    return;
  g_free (self->shown[which]);
  self->shown[which] = g_strdup (text);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (rankle_report_window_get_field (self, which)), text, -1);
}

/* What is being typed stays, unless the study has got another text by undo or a file. */
static void
show_texts (RankleReportWindow *self)
{
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    show_text (self, (RankleReportText)i);
}

/* ---- to the study ---- */

/* (transfer full) */
static char *
read_field (RankleReportWindow *self, RankleReportText which)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (rankle_report_window_get_field (self, which));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
write_texts (RankleReportWindow *self)
{
  const char *texts[RANKLE_N_REPORT_TEXTS];

  /* A field is left, too, while all goes. */
  if (self->study == NULL || rankle_study_is_closed (self->study))
    return;
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      char *old = self->shown[i];

      texts[i] = self->shown[i] = g_strstrip (read_field (self, (RankleReportText)i));
      g_free (old);
    }
  rankle_study_write_report (self->study, texts);
}

static gboolean
close_request_cb (RankleReportWindow *self)
{
  write_texts (self);
  return FALSE;
}

static void
active_cb (RankleReportWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    write_texts (self);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_texts (RANKLE_REPORT_WINDOW (widget));
  g_signal_emit (widget, signals[SAVE], 0);
}

/* ---- typing ---- */

/* A text is full: what there is no room for is not put in. */
static void
insert_cb (GtkTextBuffer *buffer,
           GtkTextIter   *where,
           const char    *text,
           int            length,
           gpointer       data)
{
  glong       room = RANKLE_REPORT_TEXT_MAX - gtk_text_buffer_get_char_count (buffer);
  const char *end;

  if (g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_widget_error_bell (data);
  if (room <= 0)
    return;
  end = g_utf8_offset_to_pointer (text, room);
  gtk_text_buffer_insert (buffer, where, text, (int)(end - text));
}

static void
set_up_field (RankleReportWindow *self, GtkTextView *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (write_texts), self);
  gtk_widget_add_controller (GTK_WIDGET (field), focus);
  g_signal_connect_object (gtk_text_view_get_buffer (field), "insert-text",
                           G_CALLBACK (insert_cb), field, 0);
}

/* ---- object ---- */

static void
rankle_report_window_dispose (GObject *object)
{
  RankleReportWindow *self = RANKLE_REPORT_WINDOW (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_REPORT_WINDOW);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    g_clear_pointer (&self->shown[i], g_free);
  G_OBJECT_CLASS (rankle_report_window_parent_class)->dispose (object);
}

static void
rankle_report_window_class_init (RankleReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_report_window_dispose;
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleReportWindow, question);
  gtk_widget_class_bind_template_child (widget_class, RankleReportWindow, hypothesis);
  gtk_widget_class_bind_template_child (widget_class, RankleReportWindow, finding);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "report.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_report_window_init (RankleReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_report_window_new (GtkWindow *parent, RankleStudy *study)
{
  RankleReportWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  show_texts (self);
  g_signal_connect_swapped (study, "notify::session", G_CALLBACK (show_texts), self);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    set_up_field (self, rankle_report_window_get_field (self, (RankleReportText)i));
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
  return GTK_WIDGET (self);
}
