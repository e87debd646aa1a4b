/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-still.h"

#include <math.h>
#include <stdlib.h>

#include "rankle-complex-colors.h"

#define RING          0.8 /* px */
#define CONTRAST_RING 2.0
#define FADE          0.5  /* of the background, in what is furthest */
#define FADE_BEFORE   30.0 /* the middle it begins [angstrom] */
#define FADE_DEPTH    90.0
#define BEFORE_ALPHA  0.4
#define RIM_CORNERS   64

#define SMALL_BAR 4.0 /* px */
static const RankleCamera small_camera = { 20, 28, 1 };
static const RankleFrame  small_frame = { { 0, -15, 0 }, 58, 72, 110 };

/* A ball as it is seen: a disc, or an ellipse where it is no ball. */
typedef struct
{
  double           x, y, depth;
  double           spread[3]; /* the square of its outline: xx, xy, yy [px²] */
  RankleSceneColor fill;
} Spot;

typedef struct
{
  cairo_t                     *cairo;
  const RankleComplexGeometry *geometry;
  const RankleSceneTheme      *theme;
  RankleProjection             view;
  double                       scale;  /* [px] of what is 1 high at the depth 1 */
  double                       middle; /* depth of the frame's middle */
  GArray                      *spots;  /* (owned) of Spot */
} Still;

static void
still_init (Still                       *self,
            cairo_t                     *cairo,
            const RankleComplexGeometry *geometry,
            const RankleSceneTheme      *theme)
{
  *self = (Still){ .cairo = cairo, .geometry = geometry, .theme = theme };
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
}

static void
look (Still *self, RankleCamera camera, const RankleFrame *frame, int width, int height)
{
  self->view = rankle_projection (camera, frame, width, height);
  self->scale =
      height / 2.0 * (double)graphene_matrix_get_value (&self->view.to_clip, 1, 1);
  self->middle = (self->view.nearest + self->view.furthest) / 2;
}

static void
set_color (cairo_t *cairo, RankleSceneColor color)
{
  cairo_set_source_rgb (cairo, (double)color.red, (double)color.green,
                        (double)color.blue);
}

/* ---- spots ---- */

static graphene_point3d_t
project (const Still *self, RanklePlace place)
{
  return rankle_project (
      &self->view,
      &GRAPHENE_POINT3D_INIT ((float)place.x, (float)place.y, (float)place.z));
}

/* What is further away has more of the background in it. */
static RankleSceneColor
fade (const Still *self, RankleSceneColor color, double depth)
{
  double behind = (depth - self->middle + FADE_BEFORE) / FADE_DEPTH;

  if (self->theme->contrast)
    return color;
  return rankle_scene_color_mix (color, self->theme->ground, FADE * CLAMP (behind, 0, 1));
}

static Spot *
add_spot (Still *self, RanklePlace place, RankleSceneColor color)
{
  graphene_point3d_t at = project (self, place);
  Spot spot = { .x = (double)at.x, .y = (double)at.y, .depth = (double)at.z };

  spot.fill = fade (self, color, spot.depth);
  g_array_append_val (self->spots, spot);
  return &g_array_index (self->spots, Spot, self->spots->len - 1);
}

static void
add_atoms (Still *self, RankleBody body, guint copy)
{
  guint             n;
  const RankleAtom *atoms = rankle_complex_geometry_get_atoms (self->geometry, body, &n);

  for (guint i = 0; i < n; i++)
    {
      Spot  *spot = add_spot (self, rankle_complex_turn (atoms[i].place, copy),
                              rankle_complex_get_color (self->theme, body, atoms[i].part));
      double radius = atoms[i].radius * self->scale / spot->depth;

      spot->spread[0] = spot->spread[2] = radius * radius;
    }
}

/* A half axis adds the square of what is seen of it. */
static void
add_axis (const Still *self, Spot *spot, RanklePlace axis)
{
  double          scale = self->scale / spot->depth, x, y;
  graphene_vec4_t seen;

  graphene_vec4_init (&seen, (float)axis.x, (float)axis.y, (float)axis.z, 0);
  graphene_matrix_transform_vec4 (&self->view.to_eye, &seen, &seen);
  x = scale * (double)graphene_vec4_get_x (&seen);
  y = -scale * (double)graphene_vec4_get_y (&seen);
  spot->spread[0] += x * x;
  spot->spread[1] += x * y;
  spot->spread[2] += y * y;
}

static void
add_ellipsoids (Still *self, RankleBody body, guint copy)
{
  guint             n;
  const RankleBlob *blobs =
      rankle_complex_geometry_get_ellipsoids (self->geometry, body, &n);

  for (guint i = 0; i < n; i++)
    {
      Spot *spot = add_spot (self, rankle_complex_turn (blobs[i].place, copy),
                             rankle_complex_get_color (self->theme, body, blobs[i].part));

      for (guint k = 0; k < 3; k++)
        add_axis (self, spot, rankle_complex_turn (blobs[i].axes[k], copy));
    }
}

static void
add_body (Still *self, RankleBody body, guint copy)
{
  guint n;

  rankle_complex_geometry_get_atoms (self->geometry, body, &n);
  if (n > 0)
    add_atoms (self, body, copy);
  else
    add_ellipsoids (self, body, copy);
}

/* From the furthest to the nearest; of equal ones in some order that is always the same.
 */
static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *x = a, *y = b;

  if (x->depth < y->depth || y->depth < x->depth)
    return x->depth < y->depth ? 1 : -1;
  return x->x < y->x ? -1 : x->x > y->x;
}

/* The outline is the unit circle, taken by a triangular root of the spread. */
static void
trace (cairo_t *cairo, const Spot *spot)
{
  double         a = sqrt (spot->spread[0]), b = spot->spread[1] / a;
  double         c = sqrt (fmax (spot->spread[2] - b * b, 0));
  cairo_matrix_t matrix = { a, b, 0, c, spot->x, spot->y };

  cairo_new_path (cairo);
  cairo_save (cairo);
  cairo_transform (cairo, &matrix);
  cairo_arc (cairo, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cairo);
}

static void
paint_spots (Still *self)
{
  cairo_t *cairo = self->cairo;

  g_array_sort (self->spots, compare_spots);
  cairo_set_line_width (cairo, self->theme->contrast ? CONTRAST_RING : RING);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, i);

      trace (cairo, spot);
      set_color (cairo, spot->fill);
      cairo_fill_preserve (cairo);
      set_color (cairo, fade (self, self->theme->ink, spot->depth));
      cairo_stroke (cairo);
    }
  g_array_set_size (self->spots, 0);
}

/* ---- membranes ---- */

static void
trace_rim (const Still *self, double y)
{
  cairo_new_path (self->cairo);
  for (guint i = 0; i < RIM_CORNERS; i++)
    {
      double             angle = 2 * G_PI * i / RIM_CORNERS;
      RanklePlace        place = { RANKLE_MEMBRANE_RADIUS * cos (angle), y,
                                   RANKLE_MEMBRANE_RADIUS * sin (angle) };
      graphene_point3d_t at = project (self, place);

      cairo_line_to (self->cairo, (double)at.x, (double)at.y);
    }
  cairo_close_path (self->cairo);
}

/* How high the eye is in the scene. */
static double
find_eye (const Still *self)
{
  graphene_matrix_t  back;
  graphene_point3d_t eye;

  if (!graphene_matrix_inverse (&self->view.to_eye, &back))
    return 0;
  graphene_matrix_transform_point3d (&back, &GRAPHENE_POINT3D_INIT (0, 0, 0), &eye);
  return (double)eye.y;
}

/* Both faces and what is between them: the sides as many slices, of which the face that
 * is looked at covers the last. */
static void
paint_membrane (Still *self, double foot, RankleSceneColor color)
{
  static const RankleSceneColor black = { 0, 0, 0 };
  double                        top = foot + RANKLE_MEMBRANE_THICKNESS;
  gboolean                      from_above = find_eye (self) > top;
  double far = from_above ? foot : top, near = from_above ? top : foot;
  double ring = self->theme->contrast ? CONTRAST_RING : RING;
  guint  n = 24;

  cairo_set_line_width (self->cairo, 2 * ring);
  cairo_set_line_join (self->cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i <= n; i++)
      {
        trace_rim (self, far + (near - far) * i / n);
        set_color (self->cairo, pass == 0 ? fade (self, self->theme->ink, self->middle)
                                          : rankle_scene_color_mix (color, black, 0.2));
        if (pass == 0)
          cairo_stroke (self->cairo);
        else
          cairo_fill (self->cairo);
      }
  trace_rim (self, near);
  set_color (self->cairo, color);
  cairo_fill (self->cairo);
}

/* Those behind the molecules, or those @before them, which are seen through. */
static void
paint_membranes (Still *self, double signal, gboolean before)
{
  double eye = find_eye (self);
  double upper = RANKLE_COMPLEX_UPPER_FACE, lower = RANKLE_COMPLEX_LOWER_FACE;

  cairo_push_group (self->cairo);
  if ((eye > upper) == before)
    paint_membrane (self, upper, self->theme->membrane);
  if ((eye < lower) == before)
    paint_membrane (self, lower - RANKLE_MEMBRANE_THICKNESS,
                    rankle_complex_get_tint (self->theme, signal));
  cairo_pop_group_to_source (self->cairo);
  cairo_paint_with_alpha (self->cairo, before ? BEFORE_ALPHA : 1);
}

/* ---- pictures ---- */

static void
paint_ground (const Still *self, int width, int height)
{
  const RankleSceneColor *ground = &self->theme->ground, *edge = &self->theme->edge;
  cairo_pattern_t        *pattern = cairo_pattern_create_radial (
             width / 2.0, height / 2.0, 0, width / 2.0, height / 2.0, hypot (width, height) / 2);

  cairo_pattern_add_color_stop_rgb (pattern, 0, (double)ground->red,
                                    (double)ground->green, (double)ground->blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, (double)edge->red, (double)edge->green,
                                    (double)edge->blue);
  cairo_set_source (self->cairo, pattern);
  cairo_pattern_destroy (pattern);
  cairo_rectangle (self->cairo, 0, 0, width, height);
  cairo_fill (self->cairo);
}

static void
add_complex (Still *self, const RankleComplexState *state)
{
  for (guint copy = 0; copy < RANKLE_GROOVES; copy++)
    {
      guint             n;
      const RankleBody *bodies = rankle_complex_get_bodies (state->grooves[copy], &n);

      add_body (self, RANKLE_BODY_RANKL, copy);
      add_body (self, RANKLE_BODY_RANKL_STALK, copy);
      for (guint i = 0; i < n; i++)
        add_body (self, bodies[i], copy);
    }
}

void
rankle_complex_still_draw (cairo_t                     *cairo,
                           const RankleComplexGeometry *geometry,
                           const RankleComplexState    *state,
                           RankleCamera                 camera,
                           const RankleSceneTheme      *theme,
                           int                          width,
                           int                          height)
{
  Still self;

  g_return_if_fail (cairo != NULL && geometry != NULL && state != NULL && theme != NULL);
  g_return_if_fail (width > 0 && height > 0);

  still_init (&self, cairo, geometry, theme);
  look (&self, camera, &rankle_frame_complex, width, height);
  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, width, height);
  cairo_clip (cairo);
  paint_ground (&self, width, height);
  if (state->known == RANKLE_COMPLEX_SHOWN)
    {
      paint_membranes (&self, state->signal, FALSE);
      add_complex (&self, state);
      paint_spots (&self);
      paint_membranes (&self, state->signal, TRUE);
    }
  cairo_restore (cairo);
  g_array_unref (self.spots);
}

static void
paint_bar (const Still *self, guint of_1000, int width, int height)
{
  set_color (self->cairo, self->theme->edge);
  cairo_rectangle (self->cairo, 0, height - SMALL_BAR, width, SMALL_BAR);
  cairo_fill (self->cairo);
  set_color (self->cairo, self->theme->contrast ? self->theme->ink : self->theme->rank);
  cairo_rectangle (self->cairo, 0, height - SMALL_BAR, width * of_1000 / 1000.0,
                   SMALL_BAR);
  cairo_fill (self->cairo);
}

void
rankle_complex_still_draw_small (cairo_t                     *cairo,
                                 const RankleComplexGeometry *geometry,
                                 guint                        n_rank,
                                 guint                        of_1000,
                                 const RankleSceneTheme      *theme,
                                 int                          width,
                                 int                          height)
{
  Still self;

  g_return_if_fail (cairo != NULL && geometry != NULL && theme != NULL);
  g_return_if_fail (n_rank <= RANKLE_GROOVES && of_1000 <= 1000);
  g_return_if_fail (width > 0 && height > 2 * SMALL_BAR);

  still_init (&self, cairo, geometry, theme);
  look (&self, small_camera, &small_frame, width, height - (int)(2 * SMALL_BAR));
  cairo_save (cairo);
  for (guint copy = 0; copy < RANKLE_GROOVES; copy++)
    {
      add_ellipsoids (&self, RANKLE_BODY_RANKL, copy);
      if (copy < n_rank)
        add_ellipsoids (&self, RANKLE_BODY_RANK, copy);
    }
  paint_spots (&self);
  paint_bar (&self, of_1000, width, height);
  cairo_restore (cairo);
  g_array_unref (self.spots);
}
