/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-ink.h"

#include <math.h>

#include "rankle-complex-colors.h"
#include "rankle-gl-mesh.h"

#define DOCKING_SECONDS 0.6
#define HEAD_SPACING    5.0 /* of lipids, drawn larger than life [angstrom] */
#define RIM_WIDTH       5.0
/* From where on a membrane opens, and is open [degrees]. */
#define SHUT_PITCH 20.0
#define OPEN_PITCH 44.0
#define N_PARTS    6
/* Of one body: in each groove one may leave while another one comes. */
#define MOST_COPIES (2 * RANKLE_GROOVES)
/* Protomers are told apart by a little of their brightness. */
static const float tones[RANKLE_GROOVES] = { 1.0f, 0.94f, 1.07f };

/* Who is in a groove, and who is on the way out of it. */
typedef struct
{
  RankleHolder holder, leaving;
  double began;  /* when holder came [s]; NAN: it is to begin with the next picture */
  double docked; /* 0 to 1 */
} Groove;

struct _RankleComplexInk
{
  RankleComplexGeometry *geometry; /* (owned) (nullable) */
  RankleComplexShown     shown;
  Groove                 grooves[RANKLE_GROOVES];
  RankleGlMesh           meshes[RANKLE_N_BODIES];
  gboolean               is_uploaded;
};

/* Copies of one body in one picture, as the shader takes them. */
typedef struct
{
  guint n;
  float turns[4 * MOST_COPIES], moves[4 * MOST_COPIES], tones[4 * MOST_COPIES];
} Copies;

RankleComplexInk *
_rankle_complex_ink_new (void)
{
  return g_new0 (RankleComplexInk, 1);
}

void
_rankle_complex_ink_free (RankleComplexInk *ink)
{
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    rankle_gl_mesh_clear (&ink->meshes[body]);
  g_clear_pointer (&ink->geometry, rankle_complex_geometry_unref);
  g_free (ink);
}

/* ---- what is shown ---- */

static void
change_holder (Groove *groove, RankleHolder holder, gboolean moves)
{
  if (holder == groove->holder)
    return;
  groove->leaving = moves ? groove->holder : RANKLE_HOLDER_FREE;
  groove->holder = holder;
  groove->began = NAN;
  groove->docked = moves ? 0 : 1;
}

void
_rankle_complex_ink_show (RankleComplexInk         *ink,
                          RankleComplexGeometry    *geometry,
                          const RankleComplexShown *shown)
{
  gboolean is_first = ink->geometry == NULL;

  if (geometry != ink->geometry || shown->look != ink->shown.look)
    ink->is_uploaded = FALSE;
  rankle_complex_geometry_ref (geometry);
  g_clear_pointer (&ink->geometry, rankle_complex_geometry_unref);
  ink->geometry = geometry;
  ink->shown = *shown;
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    change_holder (&ink->grooves[i], shown->holders[i], shown->moves && !is_first);
}

gboolean
_rankle_complex_ink_is_moving (const RankleComplexInk *ink)
{
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    if (ink->grooves[i].docked < 1 && ink->grooves[i].holder != ink->grooves[i].leaving)
      return TRUE;
  return FALSE;
}

/* Fast at first, and then slower. */
static void
move_on (Groove *groove, double seconds)
{
  double left;

  if (groove->docked >= 1)
    return;
  if (isnan (groove->began))
    groove->began = seconds;
  left = CLAMP (1 - (seconds - groove->began) / DOCKING_SECONDS, 0, 1);
  groove->docked = 1 - left * left * left;
  if (left <= 0)
    groove->leaving = RANKLE_HOLDER_FREE;
}

static void
upload (RankleComplexInk *ink)
{
  if (ink->is_uploaded)
    return;
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    rankle_gl_mesh_upload (&ink->meshes[body], rankle_complex_geometry_get_mesh (
                                                   ink->geometry, body, ink->shown.look));
  ink->is_uploaded = TRUE;
}

/* ---- copies ---- */

static void
set_vector (float *vector, double x, double y, double z, double w)
{
  vector[0] = (float)x;
  vector[1] = (float)y;
  vector[2] = (float)z;
  vector[3] = (float)w;
}

/* @away: 0 docked, 1 gone: the second half of the way it fades. */
static void
add_copy (const RankleComplexInk *ink,
          Copies                 *copies,
          guint                   turn,
          double                  joined,
          double                  away,
          guint                   thing,
          double                  tone)
{
  RanklePlace move =
      rankle_complex_turn (rankle_complex_away (ink->geometry, away), turn);
  double c, s;
  guint  at = 4 * copies->n++;

  g_assert (copies->n <= MOST_COPIES);
  rankle_complex_get_turn (turn, &c, &s);
  set_vector (&copies->turns[at], c, s, joined, 1 - CLAMP (2 * away - 1, 0, 1));
  set_vector (&copies->moves[at], move.x, move.y, move.z, thing);
  set_vector (&copies->tones[at], tone, 0, 0, 0);
}

static gboolean
has_body (RankleHolder holder, RankleBody body)
{
  guint             n;
  const RankleBody *bodies = rankle_complex_get_bodies (holder, &n);

  for (guint i = 0; i < n; i++)
    if (bodies[i] == body)
      return TRUE;
  return FALSE;
}

/* How much of the protomer @turn has company: each lines two grooves, its own and
 * the next one. */
static double
find_company (const RankleComplexInk *ink, guint turn)
{
  double company = 0;

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    {
      const Groove *groove = &ink->grooves[i];
      double        came = groove->holder != RANKLE_HOLDER_FREE ? groove->docked : 0;
      double        goes = groove->leaving != RANKLE_HOLDER_FREE ? 1 - groove->docked : 0;

      if (i == turn || i == (turn + 1) % RANKLE_GROOVES)
        company += MAX (came, goes) / 2;
    }
  return company;
}

static void
collect (const RankleComplexInk *ink, RankleBody body, Copies *copies)
{
  gboolean is_trimer = body == RANKLE_BODY_RANKL || body == RANKLE_BODY_RANKL_STALK;

  copies->n = 0;
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    {
      const Groove *groove = &ink->grooves[i];

      if (is_trimer)
        add_copy (ink, copies, i, find_company (ink, i), 0, RANKLE_THING_RANKL + i,
                  (double)tones[i]);
      if (has_body (groove->holder, body))
        add_copy (ink, copies, i, groove->docked, 1 - groove->docked,
                  rankle_thing_of_holder (groove->holder, i), 1);
      if (has_body (groove->leaving, body))
        add_copy (ink, copies, i, 1 - groove->docked, groove->docked,
                  rankle_thing_of_holder (groove->leaving, i), 1);
    }
}

/* ---- drawing ---- */

static void
draw_body (const RankleComplexInk *ink, const RankleScenePass *pass, RankleBody body)
{
  Copies           copies;
  RankleSceneColor hues[N_PARTS];
  GLuint           program;

  collect (ink, body, &copies);
  if (copies.n == 0)
    return;
  for (guint part = 0; part < N_PARTS; part++)
    hues[part] = rankle_complex_get_color (pass->theme, body, part);
  program = _rankle_scene_pass_use (pass, RANKLE_GL_MOLECULE);
  rankle_gl_set_colors (program, "hues", N_PARTS, hues);
  rankle_gl_set_vectors (program, "turns", copies.n, copies.turns);
  rankle_gl_set_vectors (program, "moves", copies.n, copies.moves);
  rankle_gl_set_vectors (program, "tones", copies.n, copies.tones);
  rankle_gl_mesh_draw (&ink->meshes[body], copies.n);
}

/* A membrane that stands between the eye and the molecules opens from its middle on,
 * until its rim is left. @pitch: on its outer side. */
static double
find_hole (double pitch)
{
  double open = CLAMP ((pitch - SHUT_PITCH) / (OPEN_PITCH - SHUT_PITCH), 0, 1);

  return open * (RANKLE_MEMBRANE_RADIUS - RIM_WIDTH);
}

static void
draw_membrane (const RankleComplexInk *ink,
               const RankleScenePass  *pass,
               RankleBody              body,
               RankleSceneColor        hue)
{
  gboolean    is_upper = body == RANKLE_BODY_UPPER_MEMBRANE;
  double      half = RANKLE_MEMBRANE_THICKNESS / 2;
  GLuint      program = _rankle_scene_pass_use (pass, RANKLE_GL_MEMBRANE);
  const float layer[] = { (float)(is_upper ? RANKLE_COMPLEX_UPPER_FACE + half
                                           : RANKLE_COMPLEX_LOWER_FACE - half),
                          (float)half, (float)HEAD_SPACING, 0 };

  rankle_gl_set_colors (program, "hue", 1, &hue);
  rankle_gl_set_vectors (program, "layer", 1, layer);
  rankle_gl_set_number (program, "hole",
                        find_hole (is_upper ? pass->pitch : -pass->pitch));
  rankle_gl_set_number (program, "number",
                        is_upper ? RANKLE_THING_UPPER_MEMBRANE
                                 : RANKLE_THING_LOWER_MEMBRANE);
  rankle_gl_mesh_draw (&ink->meshes[body], 1);
}

void
_rankle_complex_ink_draw (RankleComplexInk      *ink,
                          const RankleScenePass *pass,
                          double                 seconds)
{
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    move_on (&ink->grooves[i], seconds);
  upload (ink);
  for (RankleBody body = 0; body < RANKLE_BODY_UPPER_MEMBRANE; body++)
    draw_body (ink, pass, body);
  draw_membrane (ink, pass, RANKLE_BODY_UPPER_MEMBRANE, pass->theme->membrane);
  draw_membrane (ink, pass, RANKLE_BODY_LOWER_MEMBRANE,
                 rankle_complex_get_tint (pass->theme, ink->shown.signal));
}
