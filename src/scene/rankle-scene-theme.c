/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-theme.h"

#define RGB(red, green, blue)                                                            \
  {                                                                                      \
    red / 255.0f, green / 255.0f, blue / 255.0f                                          \
  }

const RankleSceneTheme rankle_scene_theme_light = {
  .ground = RGB (255, 255, 255),
  .edge = RGB (232, 232, 236),
  .ink = RGB (38, 34, 50),
  .wire = RGB (70, 66, 80),
  .rankl = RGB (250, 182, 66),
  .rank = RGB (52, 138, 226),
  .opg = RGB (44, 178, 122),
  .denosumab = RGB (206, 122, 176),
  .peptide = RGB (172, 128, 222),
  .membrane = RGB (228, 226, 236),
  .quiet = RGB (176, 198, 226),
  .loud = RGB (250, 200, 140),
  .bone = RGB (250, 243, 230),
  .young = RGB (186, 198, 214),
  .old = RGB (240, 210, 162),
  .lost = RGB (240, 122, 70),
  .gained = RGB (84, 168, 232),
  .osteoclast = RGB (238, 106, 46),
  .osteoblast = RGB (72, 160, 234),
};

const RankleSceneTheme rankle_scene_theme_dark = {
  .ground = RGB (43, 43, 47),
  .edge = RGB (27, 27, 30),
  .ink = RGB (12, 12, 16),
  .wire = RGB (138, 136, 146),
  .rankl = RGB (234, 166, 56),
  .rank = RGB (58, 144, 232),
  .opg = RGB (52, 180, 126),
  .denosumab = RGB (206, 126, 178),
  .peptide = RGB (172, 130, 220),
  .membrane = RGB (98, 97, 108),
  .quiet = RGB (66, 84, 112),
  .loud = RGB (142, 100, 56),
  .bone = RGB (224, 216, 202),
  .young = RGB (146, 160, 180),
  .old = RGB (214, 180, 130),
  .lost = RGB (232, 110, 60),
  .gained = RGB (84, 166, 230),
  .osteoclast = RGB (232, 104, 50),
  .osteoblast = RGB (96, 176, 240),
};

RankleSceneColor
rankle_scene_color_mix (RankleSceneColor a, RankleSceneColor b, double share)
{
  float t = (float)share;

  return (RankleSceneColor){ a.red + t * (b.red - a.red),
                             a.green + t * (b.green - a.green),
                             a.blue + t * (b.blue - a.blue) };
}
