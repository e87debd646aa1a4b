/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#define N_VOXELS 48
#define SEED     1
#define START    0.20

/* One for all bones: it does not depend on their volume. */
static const RankleBoneField *
get_field (void)
{
  static RankleBoneField *field;

  if (field == NULL)
    field = rankle_bone_field_new (N_VOXELS, SEED);
  return field;
}

static const RankleBoneAnchors *
get_anchors (void)
{
  static RankleBoneAnchors *anchors;

  if (anchors == NULL)
    anchors = rankle_bone_anchors_new (get_field (), SEED);
  return anchors;
}

RankleBoneCube *
scene_create_cube (double fraction, double ratio)
{
  RankleBoneKey key = rankle_bone_key (START, fraction, ratio);
  g_autoptr (RankleBoneSolid) start =
      rankle_bone_cube_make_start (get_field (), get_anchors (), key.start);
  RankleBoneCube *cube =
      rankle_bone_cube_new (get_field (), get_anchors (), start, &key, NULL, NULL);

  g_assert_nonnull (cube);
  return cube;
}

RankleComplexGeometry *
scene_get_geometry (void)
{
  static RankleComplexGeometry *geometry;
  g_autoptr (GError) error = NULL;

  if (geometry == NULL)
    geometry = rankle_complex_geometry_new (&error);
  g_assert_no_error (error);
  return geometry;
}

static RankleHolder
get_holder (char letter)
{
  static const char letters[] = "-ROFDP";
  const char       *at = strchr (letters, letter);

  g_assert (at != NULL && at - letters < RANKLE_N_HOLDERS);
  return (RankleHolder)(at - letters);
}

void
scene_show_holders (RankleScene *scene, const char *holders, gboolean moves)
{
  RankleComplexShown shown = { .look = RANKLE_LOOK_SKIN, .signal = 1, .moves = moves };

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    shown.holders[i] = get_holder (holders[i]);
  rankle_scene_show_complex (scene, scene_get_geometry (), &shown);
}

void
scene_show_bone (RankleScene *scene,
                 double       fraction,
                 double       osteoclasts,
                 double       osteoblasts)
{
  g_autoptr (RankleBoneCube) cube = scene_create_cube (fraction, osteoclasts);
  RankleBoneShown shown = { .ratios = { osteoclasts, osteoblasts },
                            .mineral = 1,
                            .change = 1 };

  rankle_scene_show_bone (scene, cube, &shown);
}

void
scene_draw (
    SceneContext *context, RankleScene *scene, int width, int height, double seconds)
{
  g_autoptr (GError) error = NULL;
  GLuint framebuffer = scene_context_get_framebuffer (context, width, height);

  g_assert_true (rankle_scene_draw (scene, framebuffer, width, height, seconds, &error));
  g_assert_no_error (error);
}
