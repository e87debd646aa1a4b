/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* @text ends with NUL. A file over which libSBML breaks down breaks down the program: one
 * at a time (rankle-guard.h), and after a copy of the process has tried it. */
RankleModel *_rankle_text_compile_sbml (const char *text,
                                        gsize       length,
                                        const char *name,
                                        GError    **error);

G_END_DECLS
