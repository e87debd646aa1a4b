/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-complex-state.h"

G_BEGIN_DECLS

/* What the picture of the complex says in words, in the user's language. */

/* (transfer full): all that is seen in it, for who does not see it: "RANKL trimer with
 * RANK in three of three grooves. This state signals. 8 of 1000 trimers are in it now;
 * 518 have none. The signal is 1.0 times baseline." Of what cannot be told, why. */
char *rankle_complex_sentence (const RankleComplexState *state);

/* "2 of 3 grooves hold RANK", and whether that signals. */
const char *rankle_complex_title (guint picked);
const char *rankle_complex_subtitle (guint picked);
/* (transfer full): "8 in 1000 trimers are in this state now": of the state with @n RANK;
 * beside the big picture, and beneath a small one: "8 in 1000". */
char *rankle_complex_share_in_words (const RankleComplexState *state, guint n);
char *rankle_complex_share_in_short (const RankleComplexState *state, guint n);
/* (nullable): why nothing is shown; NULL: something is. */
const char *rankle_complex_complaint (RankleComplexKnown known);

/* What stands beneath the picture wherever it is shown: whose structures these are, and
 * what of it is a schematic. */
const char *rankle_complex_caption (void);

/* "OPG-Fc", and "free" of a groove that nothing is in. */
const char *rankle_holder_get_name (RankleHolder holder);
/* What stands on a body's label, and beneath it: where its shape is from, or what it
 * does: "RANK", "schematic". @part: 0 of all of it, else a CRD. */
const char *rankle_body_get_name (RankleBody body, guint part);
const char *rankle_body_get_note (RankleBody body, guint part);
/* (nullable): the card that tells of it, as rankle_cards_find() has it. */
const char *rankle_body_get_card (RankleBody body);

G_END_DECLS
