/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-report.h"

G_BEGIN_DECLS

/* (transfer full): of the session and of all that it kept, run one after the other.
 * @commands (nullable) */
RankleReport *
report_make (RankleSession *session, const char *const *commands, RanklePaper paper);

G_END_DECLS
