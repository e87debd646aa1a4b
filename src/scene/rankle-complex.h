/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the receptor complex is made of, for those who draw it and those who tell of it.
 */

G_BEGIN_DECLS

#define RANKLE_GROOVES 3

/* What is in a groove of the trimer. */
typedef enum
{
  RANKLE_HOLDER_FREE,
  RANKLE_HOLDER_RANK,
  RANKLE_HOLDER_OPG,
  RANKLE_HOLDER_OPG_FC,
  RANKLE_HOLDER_DENOSUMAB,
  RANKLE_HOLDER_PEPTIDE,
} RankleHolder;

#define RANKLE_N_HOLDERS (RANKLE_HOLDER_PEPTIDE + 1)

/**
 * RankleBody:
 *
 * Each is a mesh. A protomer of RANKL and its stalk are there three times, a turn of 120
 * degrees apart; so is what is in a groove. What has no structure, is a schematic: all
 * but RANKL and OPG.
 */
typedef enum
{
  RANKLE_BODY_RANKL,
  RANKLE_BODY_RANK,
  RANKLE_BODY_OPG,
  RANKLE_BODY_FC, /* what OPG-Fc has and OPG has not */
  RANKLE_BODY_DENOSUMAB,
  RANKLE_BODY_PEPTIDE,
  RANKLE_BODY_RANKL_STALK, /* to the upper membrane, that of the cell that carries RANKL
                            */
  RANKLE_BODY_RANK_STALK,  /* to the lower one; it moves with RANK */
  RANKLE_BODY_UPPER_MEMBRANE,
  RANKLE_BODY_LOWER_MEMBRANE,
} RankleBody;

#define RANKLE_N_BODIES (RANKLE_BODY_LOWER_MEMBRANE + 1)

/* How molecules are drawn. Those without a structure have no ribbon and are drawn as
 * skins there; props look alike in all. */
typedef enum
{
  RANKLE_LOOK_SKIN,
  RANKLE_LOOK_RIBBON,
  RANKLE_LOOK_ELLIPSOIDS,
} RankleLook;

#define RANKLE_N_LOOKS (RANKLE_LOOK_ELLIPSOIDS + 1)

/* Of the four CRDs of a receptor, the two that touch RANKL. */
#define RANKLE_CRD_TOUCHES(part) ((part) == 2 || (part) == 3)

G_END_DECLS
