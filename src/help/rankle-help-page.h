/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleHelpPage:
 * @id: "plots"
 * @place: where it stands in the list
 * @title: @summary: what it is called, and what it tells, in a sentence
 * @of: ids, NULL at the end, of what in the window it tells: "RanklePlotView", the type
 * of a widget, or "win.measures", the action that a button is told to do
 * @text: blocks of rankle-lesson-text.h, NULL at the end, one at least. Keys are
 * **strong** there and nothing else is; what stands *emphasised* is so called in the
 * window; links go to pages: "help:ID"
 *
 * A page of the help: data/help/ID.json. Words are as in the file, for gettext to
 * translate.
 */
typedef struct
{
  const char        *id, *title, *summary;
  guint              place;
  const char *const *of;
  const char *const *text;
} RankleHelpPage;

/* What a link begins with. */
#define RANKLE_HELP_LINK "help:"

/* (transfer full) (nullable): of a text, which is not kept; @name stands in front of a
 * complaint. RANKLE_MODEL_ERROR_SIDECAR: it is no page. */
RankleHelpPage *rankle_help_page_parse (const char *text,
                                        gssize      length,
                                        const char *name,
                                        GError    **error);
void            rankle_help_page_free (RankleHelpPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleHelpPage, rankle_help_page_free)

G_END_DECLS
