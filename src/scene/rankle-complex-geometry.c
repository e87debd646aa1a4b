/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-geometry-private.h"

#define FULLY_AWAY 26.0 /* angstrom */

const char *const _rankle_complex_molecules[RANKLE_N_BODIES] = {
  [RANKLE_BODY_RANKL] = "rankl",
  [RANKLE_BODY_RANK] = "rank",
  [RANKLE_BODY_OPG] = "opg",
  [RANKLE_BODY_DENOSUMAB] = "denosumab",
};

/* ---- one geometry for three copies ---- */

void
rankle_complex_get_turn (guint copy, double *c, double *s)
{
  static const double turns[RANKLE_GROOVES][2] = { { 1, 0 },
                                                   { -0.5, 0.86602540378443864676 },
                                                   { -0.5, -0.86602540378443864676 } };

  g_return_if_fail (copy < RANKLE_GROOVES);

  *c = turns[copy][0];
  *s = turns[copy][1];
}

RanklePlace
rankle_complex_turn (RanklePlace place, guint copy)
{
  double c, s;

  rankle_complex_get_turn (copy, &c, &s);
  return rankle_place_turn (place, c, s);
}

/* ---- its life ---- */

static void
clear (gpointer data)
{
  RankleComplexGeometry *self = data;

  g_clear_pointer (&self->ellipsoids, rankle_ellipsoids_free);
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    {
      g_array_unref (self->atoms[body]);
      for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
        g_clear_pointer (&self->meshes[body][look], rankle_mesh_unref);
    }
}

RankleComplexGeometry *
rankle_complex_geometry_new (GError **error)
{
  g_autoptr (RankleComplexGeometry) self = g_atomic_rc_box_new0 (RankleComplexGeometry);

  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    self->atoms[body] = g_array_new (FALSE, FALSE, sizeof (RankleAtom));
  if (!_rankle_complex_geometry_make (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

RankleComplexGeometry *
rankle_complex_geometry_ref (RankleComplexGeometry *geometry)
{
  g_return_val_if_fail (geometry != NULL, NULL);

  return g_atomic_rc_box_acquire (geometry);
}

void
rankle_complex_geometry_unref (RankleComplexGeometry *geometry)
{
  g_return_if_fail (geometry != NULL);

  g_atomic_rc_box_release_full (geometry, clear);
}

/* ---- what is in it ---- */

RankleMesh *
rankle_complex_geometry_get_mesh (const RankleComplexGeometry *geometry,
                                  RankleBody                   body,
                                  RankleLook                   look)
{
  g_return_val_if_fail (geometry != NULL, NULL);
  g_return_val_if_fail (body < RANKLE_N_BODIES && look < RANKLE_N_LOOKS, NULL);

  return geometry->meshes[body][look];
}

const RankleAtom *
rankle_complex_geometry_get_atoms (const RankleComplexGeometry *geometry,
                                   RankleBody                   body,
                                   guint                       *n)
{
  g_return_val_if_fail (geometry != NULL && body < RANKLE_N_BODIES && n != NULL, NULL);

  *n = geometry->atoms[body]->len;
  return (const RankleAtom *)(const void *)geometry->atoms[body]->data;
}

const RankleBlob *
rankle_complex_geometry_get_ellipsoids (const RankleComplexGeometry *geometry,
                                        RankleBody                   body,
                                        guint                       *n)
{
  g_return_val_if_fail (geometry != NULL && body < RANKLE_N_BODIES && n != NULL, NULL);

  *n = body == RANKLE_BODY_FC ? 1 : 0;
  if (_rankle_complex_molecules[body] == NULL)
    return *n > 0 ? &geometry->fc : NULL;
  return rankle_ellipsoids_get (geometry->ellipsoids, _rankle_complex_molecules[body], n);
}

static RanklePlace
get_rim (RankleBody body)
{
  double middle = RANKLE_MEMBRANE_THICKNESS / 2;

  return (RanklePlace){ 0.7 * RANKLE_MEMBRANE_RADIUS,
                        body == RANKLE_BODY_UPPER_MEMBRANE
                            ? RANKLE_COMPLEX_UPPER_FACE + middle
                            : RANKLE_COMPLEX_LOWER_FACE - middle,
                        0.7 * RANKLE_MEMBRANE_RADIUS };
}

typedef struct
{
  RanklePlace sum;
  guint       n;
} Mean;

static void
mean_add (Mean *self, RanklePlace place, guint of, guint part)
{
  if (part != 0 && part != of)
    return;
  self->sum = rankle_place_add (self->sum, place);
  self->n++;
}

RanklePlace
rankle_complex_geometry_get_anchor (const RankleComplexGeometry *geometry,
                                    RankleBody                   body,
                                    guint                        part)
{
  guint             n, n_blobs;
  const RankleAtom *atoms = rankle_complex_geometry_get_atoms (geometry, body, &n);
  const RankleBlob *blobs =
      rankle_complex_geometry_get_ellipsoids (geometry, body, &n_blobs);
  Mean mean = { { 0, 0, 0 }, 0 };

  for (guint i = 0; i < n; i++)
    mean_add (&mean, atoms[i].place, atoms[i].part, part);
  for (guint i = 0; n == 0 && i < n_blobs; i++)
    mean_add (&mean, blobs[i].place, blobs[i].part, part);
  if (mean.n == 0)
    return get_rim (body);
  return rankle_place_scale (mean.sum, 1.0 / mean.n);
}

RanklePlace
rankle_complex_away (const RankleComplexGeometry *geometry, double away)
{
  g_return_val_if_fail (geometry != NULL, ((RanklePlace){ 0, 0, 0 }));

  return rankle_place_scale (geometry->away, FULLY_AWAY * away);
}

const RankleBody *
rankle_complex_get_bodies (RankleHolder holder, guint *n)
{
  static const struct
  {
    guint      n;
    RankleBody bodies[2];
  } holders[RANKLE_N_HOLDERS] = {
    [RANKLE_HOLDER_FREE] = { 0, { 0 } },
    [RANKLE_HOLDER_RANK] = { 2, { RANKLE_BODY_RANK, RANKLE_BODY_RANK_STALK } },
    [RANKLE_HOLDER_OPG] = { 1, { RANKLE_BODY_OPG } },
    [RANKLE_HOLDER_OPG_FC] = { 2, { RANKLE_BODY_OPG, RANKLE_BODY_FC } },
    [RANKLE_HOLDER_DENOSUMAB] = { 1, { RANKLE_BODY_DENOSUMAB } },
    [RANKLE_HOLDER_PEPTIDE] = { 1, { RANKLE_BODY_PEPTIDE } },
  };

  g_return_val_if_fail (holder < RANKLE_N_HOLDERS && n != NULL, NULL);

  *n = holders[holder].n;
  return holders[holder].bodies;
}
