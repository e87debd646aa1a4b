/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * RankleMesh:
 *
 * Triangles in space, as a scene is built of and as GL takes them. Immutable, atomically
 * reference counted, so that a worker makes one and any thread draws it. Seen from
 * outside, the corners of a triangle go round against the clock. The unit of length is
 * the maker's.
 */
typedef struct _RankleMesh RankleMesh;

/**
 * RankleMeshVertex:
 * @place: where it is
 * @normal: of length 1, outwards
 * @extra: four numbers between 0 and 255, which the maker of the mesh gives a meaning and
 *   the shader that draws it reads; 0 unless they were set
 *
 * One vertex as it lies in a vertex buffer: 28 bytes without a gap.
 */
typedef struct
{
  float  place[3];
  float  normal[3];
  guint8 extra[4];
} RankleMeshVertex;

RankleMesh *rankle_mesh_ref (RankleMesh *mesh);
void        rankle_mesh_unref (RankleMesh *mesh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleMesh, rankle_mesh_unref)

const RankleMeshVertex *rankle_mesh_get_vertices (const RankleMesh *mesh, guint *n);
/* Three a triangle; *@n is their number. */
const guint32 *rankle_mesh_get_indices (const RankleMesh *mesh, guint *n);
/* What it holds of memory. */
gsize rankle_mesh_get_size (const RankleMesh *mesh);
/* The smallest box around all vertices; of an empty mesh, of no size at the origin. */
void rankle_mesh_get_bounds (const RankleMesh *mesh, graphene_box_t *bounds);

/* Above 0 for a closed mesh whose triangles look outwards. */
double rankle_mesh_get_volume (const RankleMesh *mesh);
double rankle_mesh_get_area (const RankleMesh *mesh);
/* Each edge is run along as often one way as the other: once, or twice where two sheets
 * meet in one edge. */
gboolean rankle_mesh_is_closed (const RankleMesh *mesh);

/**
 * RankleMeshDraft:
 *
 * A mesh being made, on one thread. Its arrays may be read and written until it is
 * finished.
 */
typedef struct
{
  GArray *vertices;  /* (owned) of RankleMeshVertex */
  GArray *triangles; /* (owned) of guint32 */
} RankleMeshDraft;

RankleMeshDraft *rankle_mesh_draft_new (void);
void             rankle_mesh_draft_free (RankleMeshDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleMeshDraft, rankle_mesh_draft_free)

/* Gives the index of the vertex. @normal may be NULL where they will be computed. */
guint32 rankle_mesh_draft_add_vertex (RankleMeshDraft *draft,
                                      const float      place[3],
                                      const float      normal[3]);
void
rankle_mesh_draft_add_triangle (RankleMeshDraft *draft, guint32 a, guint32 b, guint32 c);
/* Sets every normal to the mean of its triangles' by their area. */
void rankle_mesh_draft_set_normals (RankleMeshDraft *draft);
/* (transfer full) @draft, and the mesh of it. */
RankleMesh *rankle_mesh_draft_finish (RankleMeshDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
