/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gl-name.h"
#include "rankle-mesh.h"

G_BEGIN_DECLS

/**
 * RankleGlMesh:
 *
 * A mesh as the driver has it, and where its copies stand, if it is drawn more than once.
 * Begins as all 0.
 */
typedef struct
{
  GLuint array, vertices, indices, copies;
  guint  n_indices, n_copies;
} RankleGlMesh;

/* Takes @mesh to the driver in place of what was there. */
void rankle_gl_mesh_upload (RankleGlMesh *mesh, const RankleMesh *from);
/* @numbers: of @n copies, @n_vectors times four each, which the vertex shader has in the
 * attributes from RANKLE_GL_COPY on. */
void rankle_gl_mesh_upload_copies (RankleGlMesh *mesh,
                                   const float  *numbers,
                                   guint         n,
                                   guint         n_vectors);
void rankle_gl_mesh_clear (RankleGlMesh *mesh);

/* @n times, with the program that is in use; nothing if there is nothing. */
void rankle_gl_mesh_draw (const RankleGlMesh *mesh, guint n);

G_END_DECLS
