/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#define N_VOXELS 48
#define SEED     7
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

SceneBone
scene_bone (double fraction, double osteoclasts)
{
  SceneBone bone;
  guint     n = rankle_bone_count_cells (RANKLE_BONE_OSTEOCLAST, osteoclasts);
  g_autoptr (RankleBoneSolid) start = rankle_bone_solid_new (get_field (), START);
  g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (get_field (), fraction);

  rankle_bone_solid_drop_islands (start);
  rankle_bone_solid_drop_islands (solid);
  bone.cells = rankle_bone_cells_new (get_anchors (), solid);
  rankle_bone_cells_dig (bone.cells, n, solid);
  bone.mesh = rankle_bone_mesh_new (solid, start);
  return bone;
}

void
scene_bone_clear (SceneBone *bone)
{
  g_clear_pointer (&bone->mesh, rankle_mesh_unref);
  g_clear_pointer (&bone->cells, rankle_bone_cells_free);
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
  SceneBone       bone = scene_bone (fraction, osteoclasts);
  RankleBoneShown shown = { .cells = { osteoclasts, osteoblasts },
                            .mineral = 1,
                            .change = 1 };

  rankle_scene_show_bone (scene, bone.mesh, bone.cells, &shown);
  scene_bone_clear (&bone);
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
