/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-help-page.h"

G_BEGIN_DECLS

/* (element-type RankleHelpPage): all that are bundled, in their order; constant for the
 * life of the process. */
const GPtrArray *rankle_help_get_pages (void);

/* (nullable) */
const RankleHelpPage *rankle_help_find (const char *id);
/* (nullable): the page that tells of @what: see RankleHelpPage. */
const RankleHelpPage *rankle_help_find_of (const char *what);

G_END_DECLS
