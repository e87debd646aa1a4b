/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-mesh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct _RankleMesh
{
  RankleMeshVertex *vertices; /* (owned) */
  guint32          *indices;  /* (owned) */
  guint             n_vertices, n_indices;
};

G_STATIC_ASSERT (sizeof (RankleMeshVertex) == 28);

RankleMesh *
rankle_mesh_ref (RankleMesh *mesh)
{
  g_return_val_if_fail (mesh != NULL, NULL);

  return g_atomic_rc_box_acquire (mesh);
}

static void
clear (gpointer data)
{
  RankleMesh *self = data;

  g_free (self->vertices);
  g_free (self->indices);
}

void
rankle_mesh_unref (RankleMesh *mesh)
{
  g_return_if_fail (mesh != NULL);

  g_atomic_rc_box_release_full (mesh, clear);
}

const RankleMeshVertex *
rankle_mesh_get_vertices (const RankleMesh *mesh, guint *n)
{
  g_return_val_if_fail (mesh != NULL && n != NULL, NULL);

  *n = mesh->n_vertices;
  return mesh->vertices;
}

const guint32 *
rankle_mesh_get_indices (const RankleMesh *mesh, guint *n)
{
  g_return_val_if_fail (mesh != NULL && n != NULL, NULL);

  *n = mesh->n_indices;
  return mesh->indices;
}

gsize
rankle_mesh_get_size (const RankleMesh *mesh)
{
  g_return_val_if_fail (mesh != NULL, 0);

  return sizeof *mesh + mesh->n_vertices * sizeof *mesh->vertices +
         mesh->n_indices * sizeof *mesh->indices;
}

void
rankle_mesh_get_bounds (const RankleMesh *mesh, graphene_box_t *bounds)
{
  graphene_point3d_t min, max;

  g_return_if_fail (mesh != NULL && bounds != NULL);

  graphene_point3d_init (&min, 0, 0, 0);
  if (mesh->n_vertices > 0)
    graphene_point3d_init (&min, mesh->vertices[0].place[0], mesh->vertices[0].place[1],
                           mesh->vertices[0].place[2]);
  max = min;
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      const float *place = mesh->vertices[i].place;

      graphene_point3d_init (&min, MIN (min.x, place[0]), MIN (min.y, place[1]),
                             MIN (min.z, place[2]));
      graphene_point3d_init (&max, MAX (max.x, place[0]), MAX (max.y, place[1]),
                             MAX (max.z, place[2]));
    }
  graphene_box_init (bounds, &min, &max);
}

/* Twice the area of the triangle @a @b @c, along its normal. */
static void
cross_of (const float *a, const float *b, const float *c, double cross[3])
{
  double u[3], v[3];

  for (guint k = 0; k < 3; k++)
    {
      u[k] = (double)b[k] - a[k];
      v[k] = (double)c[k] - a[k];
    }
  for (guint k = 0; k < 3; k++)
    {
      guint l = (k + 1) % 3, m = (k + 2) % 3;

      cross[k] = u[l] * v[m] - u[m] * v[l];
    }
}

static double
dot (const double a[3], const double b[3])
{
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/* Cones from the origin to all triangles: those that look away from it count, those that
 * look towards it are taken off again. */
double
rankle_mesh_get_volume (const RankleMesh *mesh)
{
  double sum = 0, cross[3];

  g_return_val_if_fail (mesh != NULL, 0);

  for (guint i = 0; i < mesh->n_indices; i += 3)
    {
      const float *a = mesh->vertices[mesh->indices[i]].place;

      cross_of (a, mesh->vertices[mesh->indices[i + 1]].place,
                mesh->vertices[mesh->indices[i + 2]].place, cross);
      sum += a[0] * cross[0] + a[1] * cross[1] + a[2] * cross[2];
    }
  return sum / 6;
}

double
rankle_mesh_get_area (const RankleMesh *mesh)
{
  double sum = 0, cross[3];

  g_return_val_if_fail (mesh != NULL, 0);

  for (guint i = 0; i < mesh->n_indices; i += 3)
    {
      cross_of (mesh->vertices[mesh->indices[i]].place,
                mesh->vertices[mesh->indices[i + 1]].place,
                mesh->vertices[mesh->indices[i + 2]].place, cross);
      sum += sqrt (dot (cross, cross));
    }
  return sum / 2;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

/* Both ways along an edge have one number but for the last bit. */
static guint64
number_of_edge (guint32 from, guint32 to)
{
  return ((guint64)MIN (from, to) << 32 | MAX (from, to)) << 1 | (from < to);
}

static gboolean
is_balanced (const guint64 *edges, guint n)
{
  guint i = 0;

  while (i < n)
    {
      guint64 edge = edges[i] >> 1;
      int     balance = 0;

      for (; i < n && edges[i] >> 1 == edge; i++)
        balance += (edges[i] & 1) != 0 ? 1 : -1;
      if (balance != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
rankle_mesh_is_closed (const RankleMesh *mesh)
{
  g_autofree guint64 *edges = NULL;

  g_return_val_if_fail (mesh != NULL, FALSE);

  if (mesh->n_indices == 0)
    return TRUE;
  edges = g_new (guint64, mesh->n_indices);
  for (guint i = 0; i < mesh->n_indices; i++)
    edges[i] =
        number_of_edge (mesh->indices[i], mesh->indices[i % 3 == 2 ? i - 2 : i + 1]);
  qsort (edges, mesh->n_indices, sizeof *edges, compare_edges);
  return is_balanced (edges, mesh->n_indices);
}

RankleMeshDraft *
rankle_mesh_draft_new (void)
{
  RankleMeshDraft *self = g_new (RankleMeshDraft, 1);

  self->vertices = g_array_new (FALSE, FALSE, sizeof (RankleMeshVertex));
  self->triangles = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
rankle_mesh_draft_free (RankleMeshDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_array_unref (draft->vertices);
  g_array_unref (draft->triangles);
  g_free (draft);
}

guint32
rankle_mesh_draft_add_vertex (RankleMeshDraft *draft,
                              const float      place[3],
                              const float      normal[3])
{
  RankleMeshVertex vertex = { 0 };

  g_return_val_if_fail (draft != NULL && place != NULL, 0);

  memcpy (vertex.place, place, sizeof vertex.place);
  if (normal != NULL)
    memcpy (vertex.normal, normal, sizeof vertex.normal);
  g_array_append_val (draft->vertices, vertex);
  return draft->vertices->len - 1;
}

void
rankle_mesh_draft_add_triangle (RankleMeshDraft *draft, guint32 a, guint32 b, guint32 c)
{
  const guint32 corners[] = { a, b, c };

  g_return_if_fail (draft != NULL && MAX (MAX (a, b), c) < draft->vertices->len);

  g_array_append_vals (draft->triangles, corners, G_N_ELEMENTS (corners));
}

static void
add_to_normal (RankleMeshVertex *vertex, const double cross[3])
{
  for (guint k = 0; k < 3; k++)
    vertex->normal[k] += (float)cross[k];
}

/* One that has no direction, as of a lone vertex, looks up. */
static void
normalize (RankleMeshVertex *vertex)
{
  double normal[] = { vertex->normal[0], vertex->normal[1], vertex->normal[2] };
  double length = sqrt (dot (normal, normal));

  for (guint k = 0; k < 3; k++)
    vertex->normal[k] = length > 0 ? (float)(normal[k] / length) : k == 1;
}

void
rankle_mesh_draft_set_normals (RankleMeshDraft *draft)
{
  RankleMeshVertex *vertices;
  const guint32    *corners;
  double            cross[3];

  g_return_if_fail (draft != NULL);

  vertices = (RankleMeshVertex *)(void *)draft->vertices->data;
  corners = (const guint32 *)(void *)draft->triangles->data;
  for (guint i = 0; i < draft->vertices->len; i++)
    memset (vertices[i].normal, 0, sizeof vertices[i].normal);
  for (guint i = 0; i < draft->triangles->len; i += 3)
    {
      cross_of (vertices[corners[i]].place, vertices[corners[i + 1]].place,
                vertices[corners[i + 2]].place, cross);
      for (guint k = 0; k < 3; k++)
        add_to_normal (&vertices[corners[i + k]], cross);
    }
  for (guint i = 0; i < draft->vertices->len; i++)
    normalize (&vertices[i]);
}

RankleMesh *
rankle_mesh_draft_finish (RankleMeshDraft *draft)
{
  RankleMesh *self;

  g_return_val_if_fail (draft != NULL && draft->triangles->len % 3 == 0, NULL);

  self = g_atomic_rc_box_new0 (RankleMesh);
  self->n_vertices = draft->vertices->len;
  self->n_indices = draft->triangles->len;
  self->vertices = (RankleMeshVertex *)(void *)g_array_free (
      g_steal_pointer (&draft->vertices), FALSE);
  self->indices =
      (guint32 *)(void *)g_array_free (g_steal_pointer (&draft->triangles), FALSE);
  g_free (draft);
  return self;
}
