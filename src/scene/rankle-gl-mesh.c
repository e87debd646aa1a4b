/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-gl-mesh.h"

#include "rankle-gl-program.h"

static gconstpointer
at (gsize offset)
{
  return GSIZE_TO_POINTER (offset);
}

static void
describe_vertices (void)
{
  GLsizei stride = sizeof (RankleMeshVertex);

  glVertexAttribPointer (RANKLE_GL_PLACE, 3, GL_FLOAT, GL_FALSE, stride,
                         at (G_STRUCT_OFFSET (RankleMeshVertex, place)));
  glVertexAttribPointer (RANKLE_GL_NORMAL, 3, GL_FLOAT, GL_FALSE, stride,
                         at (G_STRUCT_OFFSET (RankleMeshVertex, normal)));
  glVertexAttribPointer (RANKLE_GL_EXTRA, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                         at (G_STRUCT_OFFSET (RankleMeshVertex, extra)));
  for (guint i = RANKLE_GL_PLACE; i <= RANKLE_GL_EXTRA; i++)
    glEnableVertexAttribArray (i);
}

static void
make (RankleGlMesh *mesh)
{
  if (mesh->array != 0)
    return;
  mesh->array = rankle_gl_name_new (RANKLE_GL_VERTEX_ARRAY, 0);
  mesh->vertices = rankle_gl_name_new (RANKLE_GL_BUFFER, 0);
  mesh->indices = rankle_gl_name_new (RANKLE_GL_BUFFER, 0);
  glBindVertexArray (mesh->array);
  glBindBuffer (GL_ARRAY_BUFFER, mesh->vertices);
  glBindBuffer (GL_ELEMENT_ARRAY_BUFFER, mesh->indices);
  describe_vertices ();
}

void
rankle_gl_mesh_upload (RankleGlMesh *mesh, const RankleMesh *from)
{
  guint                   n_vertices;
  const RankleMeshVertex *vertices = rankle_mesh_get_vertices (from, &n_vertices);
  const guint32          *indices = rankle_mesh_get_indices (from, &mesh->n_indices);

  make (mesh);
  glBindVertexArray (mesh->array);
  glBindBuffer (GL_ARRAY_BUFFER, mesh->vertices);
  glBufferData (GL_ARRAY_BUFFER, (GLsizeiptr)(n_vertices * sizeof *vertices), vertices,
                GL_STATIC_DRAW);
  glBufferData (GL_ELEMENT_ARRAY_BUFFER, (GLsizeiptr)(mesh->n_indices * sizeof *indices),
                indices, GL_STATIC_DRAW);
  glBindVertexArray (0);
  glBindBuffer (GL_ARRAY_BUFFER, 0);
}

void
rankle_gl_mesh_upload_copies (RankleGlMesh *mesh,
                              const float  *numbers,
                              guint         n,
                              guint         n_vectors)
{
  gsize stride = n_vectors * 4 * sizeof (float);

  make (mesh);
  if (mesh->copies == 0)
    mesh->copies = rankle_gl_name_new (RANKLE_GL_BUFFER, 0);
  mesh->n_copies = n;
  glBindVertexArray (mesh->array);
  glBindBuffer (GL_ARRAY_BUFFER, mesh->copies);
  glBufferData (GL_ARRAY_BUFFER, (GLsizeiptr)(n * stride), numbers, GL_STATIC_DRAW);
  for (guint i = 0; i < n_vectors; i++)
    {
      glVertexAttribPointer (RANKLE_GL_COPY + i, 4, GL_FLOAT, GL_FALSE, (GLsizei)stride,
                             at (i * 4 * sizeof (float)));
      glVertexAttribDivisor (RANKLE_GL_COPY + i, 1);
      glEnableVertexAttribArray (RANKLE_GL_COPY + i);
    }
  glBindVertexArray (0);
  glBindBuffer (GL_ARRAY_BUFFER, 0);
}

void
rankle_gl_mesh_clear (RankleGlMesh *mesh)
{
  rankle_gl_name_clear (RANKLE_GL_VERTEX_ARRAY, &mesh->array);
  rankle_gl_name_clear (RANKLE_GL_BUFFER, &mesh->vertices);
  rankle_gl_name_clear (RANKLE_GL_BUFFER, &mesh->indices);
  rankle_gl_name_clear (RANKLE_GL_BUFFER, &mesh->copies);
  *mesh = (RankleGlMesh){ 0 };
}

void
rankle_gl_mesh_draw (const RankleGlMesh *mesh, guint n)
{
  if (n == 0 || mesh->n_indices == 0)
    return;
  glBindVertexArray (mesh->array);
  glDrawElementsInstanced (GL_TRIANGLES, (GLsizei)mesh->n_indices, GL_UNSIGNED_INT, NULL,
                           (GLsizei)n);
  glBindVertexArray (0);
}
