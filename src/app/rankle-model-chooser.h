/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-model.h"

G_BEGIN_DECLS

/* (transfer floating): a popover that lists the bundled models, each with a line of what
 * it is and of its time scale, and puts the chosen one's id to the action win.model. It
 * is filled when it first opens, so that the start does not wait for models that nobody
 * asked for. */
GtkWidget *rankle_model_chooser_new (void);
/* (transfer floating): likewise, one whose run is to be kept: by the actions
 * win.keep-rival and win.keep-opened-rival. */
GtkWidget *rankle_model_chooser_new_for_rivals (void);
/* @opened: RankleModel, of files; what is chosen of them is put as its place in @opened
 * to the action win.opened-model. @present: the one that is shown. */
void rankle_model_chooser_set_models (GtkWidget   *chooser,
                                      GPtrArray   *opened,
                                      RankleModel *present);

G_END_DECLS
