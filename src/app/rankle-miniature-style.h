/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-miniature.h"

G_BEGIN_DECLS

/* What pictures of topics and cards are drawn with, of the named colours of @widget's
 * style. */
void rankle_miniature_style_read (GtkWidget *widget, RankleMiniatureInks inks);

G_END_DECLS
