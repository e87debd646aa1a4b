/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-diagram-theme.h"

G_BEGIN_DECLS

/* The ink that style sheets and fonts prescribe for @widget: named colours
 * rankle_diagram_*, the widget's own font. @theme's font is an interned string. */
void rankle_diagram_style_read (GtkWidget *widget, RankleDiagramTheme *theme);

G_END_DECLS
