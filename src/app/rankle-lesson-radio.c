/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-radio.h"

struct _RankleLessonRadio
{
  GtkCheckButton parent_instance;
  guint          number;
};

G_DEFINE_FINAL_TYPE (RankleLessonRadio, rankle_lesson_radio, GTK_TYPE_CHECK_BUTTON)

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
}

guint
rankle_lesson_radio_get_number (RankleLessonRadio *choice)
{
  g_return_val_if_fail (RANKLE_IS_LESSON_RADIO (choice), 0);

  return choice->number;
}

static void
rankle_lesson_radio_class_init (RankleLessonRadioClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "choice.choose", NULL, choose);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
rankle_lesson_radio_init (RankleLessonRadio *self)
{
}

GtkWidget *
rankle_lesson_radio_new (const char *words, guint number)
{
  RankleLessonRadio *self;
  GtkWidget         *label;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_LESSON_RADIO, "label", words, NULL);
  self->number = number;
  label = gtk_widget_get_last_child (GTK_WIDGET (self));
  g_assert (GTK_IS_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return GTK_WIDGET (self);
}
