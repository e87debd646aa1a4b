/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-geometry.h"

#include "rankle-ellipsoids.h"
#include "rankle-lathe.h"
#include "rankle-ribbon.h"

#define ATOM_RADIUS 4.4 /* of a C-alpha: neighbours, 3.8 apart, overlap */
/* What is filled with balls has them so far apart. */
#define FILL_SPACING 6.0

#define RIBBON_STEPS 3
#define RIBBON_SIDES 6

#define STALK_RADIUS      2.8
#define RANK_STALK_RADIUS 4.4
#define FC_BELOW          13.0 /* its middle, under the end of OPG */
#define PEPTIDE_RADIUS    7.0  /* as wide as a dozen residues folded up */
#define TOUCH             8.0  /* C-alphas that are nearer, touch */
#define FULLY_AWAY        26.0

struct _RankleComplexGeometry
{
  RankleMesh       *meshes[RANKLE_N_BODIES][RANKLE_N_LOOKS]; /* (owned) */
  GArray           *atoms[RANKLE_N_BODIES];                  /* (owned) of RankleAtom */
  RankleEllipsoids *ellipsoids;                              /* (owned) */
  RankleBlob        fc;
  RanklePlace       away; /* of length 1 */
};

/* As the file of ellipsoids has them. */
static const char *const molecules[RANKLE_N_BODIES] = {
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

/* ---- making it ---- */

/* What is read. */
typedef struct
{
  RankleStructure  *rankl, *rank, *opg; /* (owned) */
  RankleEllipsoids *ellipsoids;         /* (owned) */
  GArray           *trimer, *receptors; /* (owned) of RankleBlob: three copies */
} Sources;

static void
sources_clear (Sources *self)
{
  g_clear_pointer (&self->rankl, rankle_structure_free);
  g_clear_pointer (&self->rank, rankle_structure_free);
  g_clear_pointer (&self->opg, rankle_structure_free);
  g_clear_pointer (&self->ellipsoids, rankle_ellipsoids_free);
  g_clear_pointer (&self->trimer, g_array_unref);
  g_clear_pointer (&self->receptors, g_array_unref);
}

static gboolean
sources_load (Sources *self, GError **error)
{
  self->rankl = rankle_structure_load ("rankl-3urf", error);
  if (self->rankl != NULL)
    self->rank = rankle_structure_load ("rank-schematic", error);
  if (self->rank != NULL)
    self->opg = rankle_structure_load ("opg-3urf", error);
  if (self->opg != NULL)
    self->ellipsoids = rankle_ellipsoids_load (error);
  return self->ellipsoids != NULL;
}

static const RankleBlob *
get_blobs (const GArray *blobs)
{
  return (const RankleBlob *)(const void *)blobs->data;
}

/* The strands of RANKL are no parts of the picture: of it, all is part 1. */
static void
add_copy (GArray *blobs, const RankleStructure *structure, guint copy, gboolean parts)
{
  guint                n;
  const RankleResidue *residues = rankle_structure_get_residues (structure, &n);

  for (guint i = 0; i < n; i++)
    {
      RankleBlob blob = { .place = rankle_complex_turn (residues[i].place, copy),
                          .part = parts ? residues[i].part : 1 };

      g_array_append_val (blobs, blob);
    }
}

static GArray *
blobs_new (const RankleStructure *structure, guint n_copies, gboolean parts)
{
  GArray *blobs = g_array_new (FALSE, FALSE, sizeof (RankleBlob));

  for (guint copy = 0; copy < n_copies; copy++)
    add_copy (blobs, structure, copy, parts);
  return blobs;
}

static void
take_mesh (RankleComplexGeometry *self,
           RankleBody             body,
           RankleLook             look,
           RankleMeshDraft       *draft)
{
  self->meshes[body][look] = rankle_mesh_draft_finish (draft);
}

static void
share_mesh (RankleComplexGeometry *self, RankleBody body)
{
  for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
    if (self->meshes[body][look] == NULL)
      self->meshes[body][look] = rankle_mesh_ref (self->meshes[body][RANKLE_LOOK_SKIN]);
}

static void
add_atoms (RankleComplexGeometry *self,
           RankleBody             body,
           const RankleBlob      *blobs,
           guint                  n,
           double                 radius)
{
  for (guint i = 0; i < n; i++)
    {
      RankleAtom atom = { blobs[i].place, radius, blobs[i].part };

      g_array_append_val (self->atoms[body], atom);
    }
}

/* ---- molecules with a structure ---- */

/* Light comes to a receptor while it is alone, to the trimer while its grooves are free.
 */
static void
shade (RankleMeshDraft *draft, const GArray *alone, const GArray *joined)
{
  rankle_skin_shade (draft, get_blobs (alone), alone->len, get_blobs (joined),
                     joined->len);
}

static void
add_rankl (RankleComplexGeometry *self, const Sources *sources)
{
  const RankleBlob *trimer = get_blobs (sources->trimer);
  guint             n = sources->trimer->len / RANKLE_GROOVES, n_ellipsoids;
  const RankleBlob *ellipsoids = rankle_ellipsoids_get (
      self->ellipsoids, molecules[RANKLE_BODY_RANKL], &n_ellipsoids);
  RankleMeshDraft *drafts[RANKLE_N_LOOKS] = {
    [RANKLE_LOOK_SKIN] = rankle_skin_new (trimer, n, trimer + n, 2 * n),
    [RANKLE_LOOK_RIBBON] = rankle_ribbon_new (sources->rankl, RIBBON_STEPS, RIBBON_SIDES),
    [RANKLE_LOOK_ELLIPSOIDS] = rankle_ellipsoids_mesh (ellipsoids, n_ellipsoids),
  };

  for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
    {
      shade (drafts[look], sources->trimer, sources->receptors);
      take_mesh (self, RANKLE_BODY_RANKL, look, drafts[look]);
    }
  add_atoms (self, RANKLE_BODY_RANKL, trimer, n, ATOM_RADIUS);
}

static void
add_receptor (RankleComplexGeometry *self,
              const Sources         *sources,
              RankleBody             body,
              const RankleStructure *structure)
{
  g_autoptr (GArray) own = blobs_new (structure, 1, TRUE);
  guint             n;
  const RankleBlob *ellipsoids =
      rankle_ellipsoids_get (self->ellipsoids, molecules[body], &n);
  RankleMeshDraft *drafts[RANKLE_N_LOOKS] = {
    [RANKLE_LOOK_SKIN] = rankle_skin_new (
        get_blobs (own), own->len, get_blobs (sources->trimer), sources->trimer->len),
    [RANKLE_LOOK_RIBBON] = rankle_ribbon_new (structure, RIBBON_STEPS, RIBBON_SIDES),
    [RANKLE_LOOK_ELLIPSOIDS] = rankle_ellipsoids_mesh (ellipsoids, n),
  };

  for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
    {
      shade (drafts[look], own, sources->trimer);
      take_mesh (self, body, look, drafts[look]);
    }
  add_atoms (self, body, get_blobs (own), own->len, ATOM_RADIUS);
}

/* ---- schematics ---- */

static gboolean
is_within (const RankleBlob *blob, RanklePlace place)
{
  RanklePlace from = rankle_place_subtract (place, blob->place);
  double      square = 0;

  for (guint i = 0; i < 3; i++)
    {
      double along = rankle_place_dot (from, blob->axes[i]) /
                     rankle_place_dot (blob->axes[i], blob->axes[i]);

      square += along * along;
    }
  return square <= 1;
}

/* Balls on a lattice along its axes; what was 0 once is so in each copy. */
static void
fill (GArray *blobs, const RankleBlob *blob)
{
  int n[3];

  for (guint i = 0; i < 3; i++)
    n[i] = (int)(sqrt (rankle_place_dot (blob->axes[i], blob->axes[i])) / FILL_SPACING);
  for (int x = -n[0]; x <= n[0]; x++)
    for (int y = -n[1]; y <= n[1]; y++)
      for (int z = -n[2]; z <= n[2]; z++)
        {
          const int  at[] = { x, y, z };
          RankleBlob ball = { .place = blob->place, .part = blob->part };

          for (guint i = 0; i < 3; i++)
            ball.place = rankle_place_go (
                ball.place, rankle_place_normalize (blob->axes[i]), at[i] * FILL_SPACING);
          if (is_within (blob, ball.place))
            g_array_append_val (blobs, ball);
        }
}

/* A skin of ellipsoids, which stands for a molecule whose shape was not measured. */
static void
add_schematic (RankleComplexGeometry *self,
               const Sources         *sources,
               RankleBody             body,
               const RankleBlob      *blobs,
               guint                  n)
{
  g_autoptr (GArray) balls = g_array_new (FALSE, FALSE, sizeof (RankleBlob));
  RankleMeshDraft *skin =
      rankle_skin_new (blobs, n, get_blobs (sources->trimer), sources->trimer->len);
  RankleMeshDraft *ellipsoids = rankle_ellipsoids_mesh (blobs, n);

  for (guint i = 0; i < n; i++)
    fill (balls, &blobs[i]);
  shade (skin, balls, sources->trimer);
  shade (ellipsoids, balls, sources->trimer);
  take_mesh (self, body, RANKLE_LOOK_SKIN, skin);
  take_mesh (self, body, RANKLE_LOOK_ELLIPSOIDS, ellipsoids);
  share_mesh (self, body);
}

static void
add_denosumab (RankleComplexGeometry *self, const Sources *sources)
{
  guint             n;
  const RankleBlob *blobs =
      rankle_ellipsoids_get (self->ellipsoids, molecules[RANKLE_BODY_DENOSUMAB], &n);

  add_schematic (self, sources, RANKLE_BODY_DENOSUMAB, blobs, n);
}

/* Below the end of OPG's CRD4, where the drug goes on as half of an antibody does. */
static void
add_fc (RankleComplexGeometry *self, const Sources *sources)
{
  static const RanklePlace axes[] = { { 8.5, 0, 0 }, { 0, 11.5, 0 }, { 0, 0, 8.5 } };
  guint                    n;
  const RankleResidue     *residues = rankle_structure_get_residues (sources->opg, &n);

  self->fc = (RankleBlob){ .part = 1, .axes = axes };
  self->fc.place =
      rankle_place_go (residues[n - 1].place, (RanklePlace){ 0, -1, 0 }, FC_BELOW);
  add_schematic (self, sources, RANKLE_BODY_FC, &self->fc, 1);
}

/* The middle of those C-alphas of OPG that touch the trimer: what the peptides have of it
 * is the loop there. */
static RanklePlace
find_contact (const Sources *sources)
{
  const RankleBlob    *trimer = get_blobs (sources->trimer);
  guint                n, n_touch = 0;
  const RankleResidue *residues = rankle_structure_get_residues (sources->opg, &n);
  RanklePlace          sum = { 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      double nearest = G_MAXDOUBLE;

      for (guint k = 0; k < sources->trimer->len; k++)
        nearest =
            fmin (nearest, rankle_place_distance (residues[i].place, trimer[k].place));
      if (nearest > TOUCH)
        continue;
      sum = rankle_place_add (sum, residues[i].place);
      n_touch++;
    }
  return rankle_place_scale (sum, 1.0 / MAX (n_touch, 1));
}

static void
add_peptide (RankleComplexGeometry *self, const Sources *sources)
{
  static const RanklePlace axes[] = { { PEPTIDE_RADIUS, 0, 0 },
                                      { 0, PEPTIDE_RADIUS, 0 },
                                      { 0, 0, PEPTIDE_RADIUS } };
  RankleBlob       blob = { .place = find_contact (sources), .part = 1, .axes = axes };
  RankleMeshDraft *draft = rankle_ellipsoids_mesh (&blob, 1);
  const RankleBlob ball = { .place = blob.place };

  rankle_skin_shade (draft, &ball, 1, get_blobs (sources->trimer), sources->trimer->len);
  take_mesh (self, RANKLE_BODY_PEPTIDE, RANKLE_LOOK_SKIN, draft);
  share_mesh (self, RANKLE_BODY_PEPTIDE);
  add_atoms (self, RANKLE_BODY_PEPTIDE, &blob, 1, PEPTIDE_RADIUS);
}

/* ---- props ---- */

static void
add_rod (RankleComplexGeometry *self,
         RankleBody             body,
         RanklePlace            foot,
         double                 top,
         double                 radius)
{
  RankleMeshDraft *draft = rankle_mesh_draft_new ();
  double           height = top - foot.y;
  guint            n = (guint)ceil (height / (1.5 * radius));

  rankle_lathe_add_rod (draft, foot, height, radius, RANKLE_SKIN_PART_STEP);
  rankle_mesh_draft_set_normals (draft);
  rankle_skin_shade (draft, NULL, 0, NULL, 0);
  take_mesh (self, body, RANKLE_LOOK_SKIN, draft);
  share_mesh (self, body);
  for (guint i = 0; i <= n; i++)
    {
      RankleBlob ball = { .place = foot, .part = 1 };

      ball.place.y += height * i / n;
      add_atoms (self, body, &ball, 1, radius);
    }
}

/* They reach a little into the membranes and into what they carry, so that no gap is
 * seen. */
static void
add_stalks (RankleComplexGeometry *self, const Sources *sources)
{
  guint                n;
  const RankleResidue *rankl = rankle_structure_get_residues (sources->rankl, &n);
  const RankleResidue *rank = rankle_structure_get_residues (sources->rank, &n);
  RanklePlace          foot = rank[n - 1].place;

  add_rod (self, RANKLE_BODY_RANKL_STALK, rankl[0].place, RANKLE_COMPLEX_UPPER_FACE + 1,
           STALK_RADIUS);
  foot.y = RANKLE_COMPLEX_LOWER_FACE - 1;
  add_rod (self, RANKLE_BODY_RANK_STALK, foot, rank[n - 1].place.y + 2,
           RANK_STALK_RADIUS);
}

static void
add_membrane (RankleComplexGeometry *self, RankleBody body, double foot)
{
  RankleMeshDraft *draft = rankle_mesh_draft_new ();

  rankle_lathe_add_disc (draft, foot, RANKLE_MEMBRANE_THICKNESS, RANKLE_MEMBRANE_RADIUS);
  rankle_mesh_draft_set_normals (draft);
  rankle_skin_shade (draft, NULL, 0, NULL, 0);
  take_mesh (self, body, RANKLE_LOOK_SKIN, draft);
  share_mesh (self, body);
}

/* ---- all of it ---- */

/* Outwards from where it is docked, and down towards its own cell. */
static RanklePlace
find_away (const RankleComplexGeometry *self)
{
  RanklePlace docked = rankle_complex_geometry_get_anchor (self, RANKLE_BODY_OPG, 0);

  docked.y = 0;
  docked = rankle_place_normalize (docked);
  docked.y = -0.6;
  return rankle_place_normalize (docked);
}

static void
fill_in (RankleComplexGeometry *self, Sources *sources)
{
  sources->trimer = blobs_new (sources->rankl, RANKLE_GROOVES, FALSE);
  sources->receptors = blobs_new (sources->opg, RANKLE_GROOVES, TRUE);
  add_rankl (self, sources);
  add_receptor (self, sources, RANKLE_BODY_RANK, sources->rank);
  add_receptor (self, sources, RANKLE_BODY_OPG, sources->opg);
  add_denosumab (self, sources);
  add_fc (self, sources);
  add_peptide (self, sources);
  add_stalks (self, sources);
  add_membrane (self, RANKLE_BODY_UPPER_MEMBRANE, RANKLE_COMPLEX_UPPER_FACE);
  add_membrane (self, RANKLE_BODY_LOWER_MEMBRANE,
                RANKLE_COMPLEX_LOWER_FACE - RANKLE_MEMBRANE_THICKNESS);
  self->away = find_away (self);
}

RankleComplexGeometry *
rankle_complex_geometry_new (GError **error)
{
  RankleComplexGeometry *self = NULL;
  Sources                sources = { 0 };

  if (sources_load (&sources, error))
    {
      self = g_atomic_rc_box_new0 (RankleComplexGeometry);
      for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
        self->atoms[body] = g_array_new (FALSE, FALSE, sizeof (RankleAtom));
      self->ellipsoids = g_steal_pointer (&sources.ellipsoids);
      fill_in (self, &sources);
    }
  sources_clear (&sources);
  return self;
}

RankleComplexGeometry *
rankle_complex_geometry_ref (RankleComplexGeometry *geometry)
{
  g_return_val_if_fail (geometry != NULL, NULL);

  return g_atomic_rc_box_acquire (geometry);
}

static void
clear (gpointer data)
{
  RankleComplexGeometry *self = data;

  rankle_ellipsoids_free (self->ellipsoids);
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    {
      g_array_unref (self->atoms[body]);
      for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
        rankle_mesh_unref (self->meshes[body][look]);
    }
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
  if (molecules[body] == NULL)
    return *n > 0 ? &geometry->fc : NULL;
  return rankle_ellipsoids_get (geometry->ellipsoids, molecules[body], n);
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
