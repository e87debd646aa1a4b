/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-bone-cells.h"

#define GOLDEN 1.6180339887f

const float rankle_bone_nuclei[RANKLE_BONE_N_NUCLEI][3] = {
  { 0.46f, 0.85f, 0.26f },   { -0.17f, 0.88f, 0.44f }, { -0.53f, 0.84f, -0.10f },
  { -0.02f, 0.83f, -0.56f }, { 0.08f, 0.99f, -0.08f },
};

/* The ball that a cell is pressed from. */
typedef struct
{
  guint times;  /* that the faces of an icosahedron are divided by four */
  float height; /* of its radius across */
  float middle; /* above the bone */
  float ruffle; /* by how much its rim goes in and out */
} Shape;

static const Shape shapes[RANKLE_BONE_N_KINDS] = {
  [RANKLE_BONE_OSTEOCLAST] = { 2, 0.8f, RANKLE_BONE_DOME_MIDDLE, 0.07f },
  [RANKLE_BONE_OSTEOBLAST] = { 1, 0.62f, 0.3f, 0 },
};

static const float corners[12][3] = {
  { -1, GOLDEN, 0 }, { 1, GOLDEN, 0 }, { -1, -GOLDEN, 0 }, { 1, -GOLDEN, 0 },
  { 0, -1, GOLDEN }, { 0, 1, GOLDEN }, { 0, -1, -GOLDEN }, { 0, 1, -GOLDEN },
  { GOLDEN, 0, -1 }, { GOLDEN, 0, 1 }, { -GOLDEN, 0, -1 }, { -GOLDEN, 0, 1 },
};

static const guint32 faces[20][3] = {
  { 0, 11, 5 }, { 0, 5, 1 },  { 0, 1, 7 },   { 0, 7, 10 }, { 0, 10, 11 },
  { 1, 5, 9 },  { 5, 11, 4 }, { 11, 10, 2 }, { 10, 7, 6 }, { 7, 1, 8 },
  { 3, 9, 4 },  { 3, 4, 2 },  { 3, 2, 6 },   { 3, 6, 8 },  { 3, 8, 9 },
  { 4, 9, 5 },  { 2, 4, 11 }, { 6, 2, 10 },  { 8, 6, 7 },  { 9, 8, 1 },
};

static const float *
get_place (const RankleMeshDraft *draft, guint32 vertex)
{
  return g_array_index (draft->vertices, RankleMeshVertex, vertex).place;
}

/* The vertex of the ball of radius 1 at @place, which is another's when it is there. */
static guint32
find_vertex (RankleMeshDraft *draft, const float place[3])
{
  float length = hypotf (hypotf (place[0], place[1]), place[2]), at[3];

  for (guint k = 0; k < 3; k++)
    at[k] = place[k] / length;
  for (guint32 i = 0; i < draft->vertices->len; i++)
    {
      const float *other = get_place (draft, i);

      if (fabsf (other[0] - at[0]) + fabsf (other[1] - at[1]) + fabsf (other[2] - at[2]) <
          1e-4f)
        return i;
    }
  return rankle_mesh_draft_add_vertex (draft, at, NULL);
}

static guint32
halve (RankleMeshDraft *draft, guint32 a, guint32 b)
{
  float middle[3];

  for (guint k = 0; k < 3; k++)
    middle[k] = get_place (draft, a)[k] + get_place (draft, b)[k];
  return find_vertex (draft, middle);
}

static void
add_face (RankleMeshDraft *draft, guint32 a, guint32 b, guint32 c, guint times)
{
  guint32 ab, bc, ca;

  if (times == 0)
    {
      rankle_mesh_draft_add_triangle (draft, a, b, c);
      return;
    }
  ab = halve (draft, a, b), bc = halve (draft, b, c), ca = halve (draft, c, a);
  add_face (draft, a, ab, ca, times - 1);
  add_face (draft, b, bc, ab, times - 1);
  add_face (draft, c, ca, bc, times - 1);
  add_face (draft, ab, bc, ca, times - 1);
}

static void
press (const Shape *shape, float place[3])
{
  float rim = 1 + shape->ruffle * cosf (3 * atan2f (place[2], place[0]) + 0.5f);

  place[0] *= rim;
  place[1] = shape->middle + shape->height * place[1];
  place[2] *= rim;
}

RankleMesh *
rankle_bone_cell_mesh_new (RankleBoneCellKind kind)
{
  RankleMeshDraft *draft;
  const Shape     *shape;

  g_return_val_if_fail (kind < RANKLE_BONE_N_KINDS, NULL);

  draft = rankle_mesh_draft_new ();
  shape = &shapes[kind];
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    find_vertex (draft, corners[i]);
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    add_face (draft, faces[i][0], faces[i][1], faces[i][2], shape->times);
  for (guint i = 0; i < draft->vertices->len; i++)
    press (shape, g_array_index (draft->vertices, RankleMeshVertex, i).place);
  rankle_mesh_draft_set_normals (draft);
  return rankle_mesh_draft_finish (draft);
}
