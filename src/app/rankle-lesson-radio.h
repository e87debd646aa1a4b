/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleLessonRadio:
 *
 * One of several answers, a radio button whose words go on in lines below. GTK 4.8 tells
 * assistive programs that a check button is none of several, and gives them no action to
 * choose it by: this one has both.
 */
#define RANKLE_TYPE_LESSON_RADIO (rankle_lesson_radio_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleLessonRadio, rankle_lesson_radio, RANKLE, LESSON_RADIO, GtkCheckButton)

/* @number: among its neighbours, whatever that means to who makes it. */
GtkWidget *rankle_lesson_radio_new (const char *words, guint number);
guint      rankle_lesson_radio_get_number (RankleLessonRadio *choice);

G_END_DECLS
