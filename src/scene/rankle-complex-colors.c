/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-colors.h"

#include <math.h>

#define LIGHT        0.45 /* of white in what does not touch */
#define MOST_OCTAVES 2.0

static RankleSceneColor
get_hue (const RankleSceneTheme *theme, RankleBody body)
{
  switch (body)
    {
    case RANKLE_BODY_RANK:
    case RANKLE_BODY_RANK_STALK:
      return theme->rank;
    case RANKLE_BODY_OPG:
    case RANKLE_BODY_FC:
      return theme->opg;
    case RANKLE_BODY_DENOSUMAB:
      return theme->denosumab;
    case RANKLE_BODY_PEPTIDE:
      return theme->peptide;
    case RANKLE_BODY_RANKL:
    case RANKLE_BODY_RANKL_STALK:
      return theme->rankl;
    case RANKLE_BODY_UPPER_MEMBRANE:
    case RANKLE_BODY_LOWER_MEMBRANE:
    default:
      return theme->membrane;
    }
}

RankleSceneColor
rankle_complex_get_color (const RankleSceneTheme *theme, RankleBody body, guint part)
{
  static const RankleSceneColor white = { 1, 1, 1 };
  gboolean is_receptor = body == RANKLE_BODY_RANK || body == RANKLE_BODY_OPG;
  gboolean is_tail = body == RANKLE_BODY_RANK_STALK || body == RANKLE_BODY_FC;

  g_return_val_if_fail (theme != NULL && body < RANKLE_N_BODIES, white);

  if (is_tail || (is_receptor && part > 0 && !RANKLE_CRD_TOUCHES (part)))
    return rankle_scene_color_mix (get_hue (theme, body), white, LIGHT);
  return get_hue (theme, body);
}

RankleSceneColor
rankle_complex_get_tint (const RankleSceneTheme *theme, double signal)
{
  double octaves;

  g_return_val_if_fail (theme != NULL, ((RankleSceneColor){ 0 }));

  if (isnan (signal))
    return theme->membrane;
  octaves = CLAMP (log2 (fmax (signal, 1e-6)), -MOST_OCTAVES, MOST_OCTAVES);
  return rankle_scene_color_mix (theme->membrane,
                                 octaves < 0 ? theme->quiet : theme->loud,
                                 fabs (octaves) / MOST_OCTAVES);
}
