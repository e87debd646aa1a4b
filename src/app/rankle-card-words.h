/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-card.h"

G_BEGIN_DECLS

/* All (transfer full). What vouches for it: "Seen: Liu 2010, J Immunol 184:6910" */
char *rankle_card_dup_origin (const RankleCardEntry *entry);
/* "616 residues. Seen: …": what is heard beside its label. */
char *rankle_card_dup_heard (const RankleCardEntry *entry);
/* "Residues 35–68. Touches RANKL" */
char *rankle_card_dup_domain (const RankleCardDomain *domain);

G_END_DECLS
