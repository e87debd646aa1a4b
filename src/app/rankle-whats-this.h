/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-help-page.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A few words on @subject, in a popover at it: of a control what there is to know of it,
 * of all else what @page (nullable) is about; with the way to the page. The keyboard
 * comes back to @subject. */
void rankle_whats_this_show (GtkWidget *subject, const RankleHelpPage *page);

G_END_DECLS
