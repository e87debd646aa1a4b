/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-help-page.h"

G_BEGIN_DECLS

/* (transfer container) (element-type RankleHelpPage): those of @pages, which must live as
 * long, in which each word of @words begins a word, whatever its case and accents; what
 * is found in titles stands first, then what is found in summaries. Of words that are
 * translated. @words without a letter or a digit: all. */
GPtrArray *rankle_help_search (const GPtrArray *pages, const char *words);

G_END_DECLS
