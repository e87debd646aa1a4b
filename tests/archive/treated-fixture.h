/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"

G_BEGIN_DECLS

/* Writes what @protocol runs as SBML, which libSBML has nothing to say about unless
 * @is_checked is FALSE, reads it with our own reader and runs it at the same times: every
 * column is the same within 1e-9 of its largest value. */
void treated_check (RankleProtocol *protocol, gboolean is_checked);

G_END_DECLS
