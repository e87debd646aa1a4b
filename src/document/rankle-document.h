/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rankle-session-file.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleDocument:
 *
 * A study with a place on the disk: what it is called, whether it is another than what
 * was saved, and a copy of it that outlives a crash, some seconds after each change.
 * Knows no widget; main thread only.
 *
 * Properties: name (string; notified whenever the path is another), changed (boolean).
 *
 * Signals: "autosave-failed" (string): once, until one succeeds.
 */
#define RANKLE_TYPE_DOCUMENT (rankle_document_get_type ())
G_DECLARE_FINAL_TYPE (RankleDocument, rankle_document, RANKLE, DOCUMENT, GObject)

/* @folder (nullable): where copies are kept; NULL: nowhere. What @study shows first is
 * what nothing has been changed in. */
RankleDocument *rankle_document_new (RankleStudy *study, const char *folder);

/* (nullable): NULL: it was never saved. */
const char *rankle_document_get_path (RankleDocument *document);
const char *rankle_document_get_name (RankleDocument *document);
gboolean    rankle_document_is_changed (RankleDocument *document);
/* Nobody has done anything in it: another one may take its place. */
gboolean rankle_document_is_untouched (RankleDocument *document);

/* @session was read from @path (nullable): NULL: from a file that could not be shown
 * whole, and is not to be written over. */
void
rankle_document_open (RankleDocument *document, const char *path, RankleSession *session);
/* @session was read from a copy that a crash has left: changed, and of the file @path
 * (nullable). TRUE: there is a copy of it again. */
gboolean rankle_document_restore (RankleDocument *document,
                                  const char     *path,
                                  RankleSession  *session);
/* @path: the document's own, or its new one. */
gboolean
rankle_document_save (RankleDocument *document, const char *path, GError **error);
/* Back to @session, which the document's file holds, as a step of undo. */
void rankle_document_revert (RankleDocument *document, RankleSession *session);

/* The copy is written now, if one is due: the study may go without anybody being asked.
 */
void rankle_document_flush (RankleDocument *document);
/* What was changed is not wanted: no copy stays. */
void rankle_document_close (RankleDocument *document);

G_END_DECLS
