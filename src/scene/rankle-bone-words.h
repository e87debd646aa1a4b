/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-state.h"

G_BEGIN_DECLS

/* What the picture of the bone says in words, in the user's language. */

/* (transfer full): all that is seen in it, for who does not see it: "Bone volume 18
 * percent, start 20. Osteoclasts 1.6 times, osteoblasts 1.7 times baseline. Mineral 93
 * percent of full. More bone is lost than built." Of what cannot be told, why. */
char *rankle_bone_sentence (const RankleBoneState *state);

/* (transfer full): "Bone volume 18 %"; what cannot be told has none. */
char *rankle_bone_title (const RankleBoneState *state);
/* What the cube is, and is not. */
const char *rankle_bone_subtitle (void);
/* (transfer full): "Drawn as 20 % at the start". */
char *rankle_bone_start_in_words (const RankleBoneState *state);
/* (transfer full) (nullable): "Osteoclasts ×1.6"; NULL: the model does not tell. */
char *rankle_bone_cells_in_words (const RankleBoneState *state, RankleBoneCellKind kind);
/* (transfer full) (nullable): "Mineral 93 %"; NULL: the model does not tell. */
char *rankle_bone_mineral_in_words (const RankleBoneState *state);
/* (nullable): why nothing is shown; NULL: something is. */
const char *rankle_bone_complaint (RankleBoneKnown known);

G_END_DECLS
