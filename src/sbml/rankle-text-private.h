/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* @text ends with NUL. A file over which libSBML breaks down breaks down the program: one
 * at a time (below), and after _rankle_guard_survives() has tried it. */
RankleModel *_rankle_text_compile_sbml (const char *text,
                                        gsize       length,
                                        const char *name,
                                        GError    **error);

/* libSBML has state that all its readers share (a registry of packages, the default
 * settings of the formula parser): one text is read at a time. */
void _rankle_text_lock (void);
void _rankle_text_unlock (void);

G_END_DECLS
