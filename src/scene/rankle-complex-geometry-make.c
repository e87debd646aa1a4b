/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-geometry-private.h"
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
      self->ellipsoids, _rankle_complex_molecules[RANKLE_BODY_RANKL], &n_ellipsoids);
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
      rankle_ellipsoids_get (self->ellipsoids, _rankle_complex_molecules[body], &n);
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
  const RankleBlob *blobs = rankle_ellipsoids_get (
      self->ellipsoids, _rankle_complex_molecules[RANKLE_BODY_DENOSUMAB], &n);

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

gboolean
_rankle_complex_geometry_make (RankleComplexGeometry *geometry, GError **error)
{
  Sources  sources = { 0 };
  gboolean loaded = sources_load (&sources, error);

  if (loaded)
    {
      geometry->ellipsoids = g_steal_pointer (&sources.ellipsoids);
      fill_in (geometry, &sources);
    }
  sources_clear (&sources);
  return loaded;
}
