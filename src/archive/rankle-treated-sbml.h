/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* (transfer full): what @protocol (sealed) runs, as an SBML document that says all of it:
 * values, doses, infusions and changes. Rows and tolerances have no place in SBML. */
char *rankle_protocol_to_sbml (const RankleProtocol *protocol, GError **error);

G_END_DECLS
