/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-ink.h"

#include "rankle-gl-mesh.h"

#define N_VECTORS 2 /* of a copy: where it is and how large; which way it looks */
#define NUCLEUS                                                                          \
  0.962 /* the cosine of how far a nucleus reaches, from the cell's middle */

struct _RankleBoneInk
{
  RankleBoneCube *cube; /* (owned) (nullable) */
  RankleBoneShown shown;
  GArray         *copies[RANKLE_BONE_N_KINDS]; /* (owned) of float: 4 × N_VECTORS each */
  RankleGlMesh    surface, cells[RANKLE_BONE_N_KINDS];
  gboolean        is_bone_uploaded, are_copies_uploaded;
};

RankleBoneInk *
_rankle_bone_ink_new (void)
{
  RankleBoneInk *ink = g_new0 (RankleBoneInk, 1);

  for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    ink->copies[kind] = g_array_new (FALSE, FALSE, sizeof (float));
  return ink;
}

void
_rankle_bone_ink_free (RankleBoneInk *ink)
{
  rankle_gl_mesh_clear (&ink->surface);
  for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      rankle_gl_mesh_clear (&ink->cells[kind]);
      g_array_unref (ink->copies[kind]);
    }
  g_clear_pointer (&ink->cube, rankle_bone_cube_unref);
  g_free (ink);
}

/* ---- what is shown ---- */

/* As many as the ratio asks for, if the bone has a place for so many. */
static void
collect (GArray                *copies,
         const RankleBoneCells *cells,
         RankleBoneCellKind     kind,
         double                 ratio)
{
  guint                 n_places;
  const RankleBoneCell *all = rankle_bone_cells_get (cells, kind, &n_places);
  guint                 n = MIN (rankle_bone_count_cells (kind, ratio), n_places);

  g_array_set_size (copies, 0);
  for (guint i = 0; i < n; i++)
    {
      const RankleBoneCell *cell = &all[i];
      float       size = cell->radius * rankle_bone_get_cell_size (kind, ratio, i);
      const float copy[] = {
        cell->place[0],  cell->place[1],  cell->place[2],  size,
        cell->normal[0], cell->normal[1], cell->normal[2], cell->turn
      };

      g_array_append_vals (copies, copy, G_N_ELEMENTS (copy));
    }
}

void
_rankle_bone_ink_show (RankleBoneInk         *ink,
                       RankleBoneCube        *cube,
                       const RankleBoneShown *shown)
{
  if (cube != ink->cube)
    ink->is_bone_uploaded = FALSE;
  rankle_bone_cube_ref (cube);
  g_clear_pointer (&ink->cube, rankle_bone_cube_unref);
  ink->cube = cube;
  ink->shown = *shown;
  for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    collect (ink->copies[kind], rankle_bone_cube_get_cells (cube), kind,
             shown->ratios[kind]);
  ink->are_copies_uploaded = FALSE;
}

static void
upload_cells (RankleBoneInk *ink, RankleBoneCellKind kind)
{
  if (ink->cells[kind].n_indices == 0)
    {
      g_autoptr (RankleMesh) mesh = rankle_bone_cell_mesh_new (kind);

      rankle_gl_mesh_upload (&ink->cells[kind], mesh);
    }
  rankle_gl_mesh_upload_copies (&ink->cells[kind],
                                (const float *)(const void *)ink->copies[kind]->data,
                                ink->copies[kind]->len / (4 * N_VECTORS), N_VECTORS);
}

static void
upload (RankleBoneInk *ink)
{
  if (!ink->is_bone_uploaded)
    rankle_gl_mesh_upload (&ink->surface, rankle_bone_cube_get_mesh (ink->cube));
  ink->is_bone_uploaded = TRUE;
  if (!ink->are_copies_uploaded)
    for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
      upload_cells (ink, kind);
  ink->are_copies_uploaded = TRUE;
}

/* ---- drawing ---- */

static void
draw_bone (const RankleBoneInk *ink, const RankleScenePass *pass)
{
  GLuint           program = _rankle_scene_pass_use (pass, RANKLE_GL_BONE);
  const float      numbers[] = { RANKLE_THING_BONE, RANKLE_THING_CUT, 0, 0 };
  RankleSceneColor cut =
      rankle_scene_color_mix (pass->theme->young, pass->theme->old, ink->shown.mineral);

  rankle_gl_set_colors (program, "bone", 1, &pass->theme->bone);
  rankle_gl_set_colors (program, "cut", 1, &cut);
  rankle_gl_set_colors (program, "lost", 1, &pass->theme->lost);
  rankle_gl_set_colors (program, "gained", 1, &pass->theme->gained);
  rankle_gl_set_number (program, "change", ink->shown.change);
  rankle_gl_set_vectors (program, "numbers", 1, numbers);
  rankle_gl_mesh_draw (&ink->surface, 1);
}

static void
set_nuclei (GLuint program)
{
  float nuclei[4 * RANKLE_BONE_N_NUCLEI];

  for (guint i = 0; i < RANKLE_BONE_N_NUCLEI; i++)
    {
      for (guint k = 0; k < 3; k++)
        nuclei[4 * i + k] = rankle_bone_nuclei[i][k];
      nuclei[4 * i + 3] = (float)NUCLEUS;
    }
  rankle_gl_set_vectors (program, "nuclei", RANKLE_BONE_N_NUCLEI, nuclei);
  rankle_gl_set_number (program, "middle", (double)RANKLE_BONE_DOME_MIDDLE);
}

static void
draw_cells (const RankleBoneInk   *ink,
            const RankleScenePass *pass,
            RankleBoneCellKind     kind)
{
  gboolean is_clast = kind == RANKLE_BONE_OSTEOCLAST;
  GLuint   program = _rankle_scene_pass_use (pass, RANKLE_GL_CELL);

  rankle_gl_set_colors (program, "hue", 1,
                        is_clast ? &pass->theme->osteoclast : &pass->theme->osteoblast);
  rankle_gl_set_number (program, "number",
                        is_clast ? RANKLE_THING_OSTEOCLAST : RANKLE_THING_OSTEOBLAST);
  rankle_gl_set_number (program, "n_nuclei", is_clast ? RANKLE_BONE_N_NUCLEI : 0);
  set_nuclei (program);
  rankle_gl_mesh_draw (&ink->cells[kind], ink->cells[kind].n_copies);
}

void
_rankle_bone_ink_draw (RankleBoneInk *ink, const RankleScenePass *pass)
{
  upload (ink);
  draw_bone (ink, pass);
  for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    draw_cells (ink, pass, kind);
}
