/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleDiagramEntry:
 *
 * A popover at a glyph of the map in which the control that drives it is put to an exact
 * value, or what it shows is held at one. It takes the control's own words, as the entry
 * of its row does.
 */
#define RANKLE_TYPE_DIAGRAM_ENTRY (rankle_diagram_entry_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDiagramEntry, rankle_diagram_entry, RANKLE, DIAGRAM_ENTRY, GtkPopover)

GtkWidget *rankle_diagram_entry_new (void);
/* @control: of the study's model, which keeps it. */
void rankle_diagram_entry_open (RankleDiagramEntry  *entry,
                                RankleStudy         *study,
                                const RankleControl *control);
/* @value [the state's unit]: what stands there at first. */
void rankle_diagram_entry_open_hold (RankleDiagramEntry   *entry,
                                     RankleStudy          *study,
                                     const RankleQuantity *state,
                                     double                value);
/* FALSE: @text is no value for it, and the popover says why. */
gboolean rankle_diagram_entry_enter (RankleDiagramEntry *entry, const char *text);

G_END_DECLS
