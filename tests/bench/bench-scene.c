/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A frame of each scene as Mesa draws it on the processor: time on the wall, and of the
 * processor on all threads, until all of it is done. What is turned a little from frame
 * to frame is drawn anew. */

#include <stdio.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "rankle-bone-builder.h"
#include "rankle-scene.h"
#include "scene-context.h"

#define N_FRAMES 200
#define N_CUBES  21
#define BAR      33.0 /* [ms] on the wall */
#define CUBE_BAR 25.0 /* [ms] */
#define START    0.20

typedef struct
{
  double wall, cpu; /* [ms], medians */
} Frame;

typedef struct
{
  SceneContext *context;
  RankleScene  *scene;
  RankleCamera  camera;
} Bench;

static double
get_wall (void)
{
  return 1e-3 * (double)g_get_monotonic_time ();
}

static void
draw (Bench *self, GLuint framebuffer, int width, int height)
{
  g_autoptr (GError) error = NULL;

  self->camera = rankle_camera_turn (self->camera, 1.8, 0);
  rankle_scene_set_camera (self->scene, self->camera);
  if (!rankle_scene_draw (self->scene, framebuffer, width, height, 0, &error))
    g_error ("%s", error->message);
  glFinish ();
}

static Frame
measure (Bench *self, int width, int height)
{
  GLuint framebuffer = scene_context_get_framebuffer (self->context, width, height);
  double wall[N_FRAMES], cpu[N_FRAMES];

  draw (self, framebuffer, width,
        height); /* programs are made ready by their first use */
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double begin = get_wall (), processor = bench_process_seconds ();

      draw (self, framebuffer, width, height);
      wall[i] = get_wall () - begin;
      cpu[i] = 1e3 * (bench_process_seconds () - processor);
    }
  return (Frame){ bench_quantile (wall, N_FRAMES, 0.5),
                  bench_quantile (cpu, N_FRAMES, 0.5) };
}

/* @bar: 0: none. */
static void
tell (const char *what, Frame frame, double bar)
{
  BenchFigure figure = { .what = what, .unit = "ms", .value = frame.wall, .bar = bar };

  printf ("%-48s %7.1f ms wall %7.1f ms processor", what, frame.wall, frame.cpu);
  if (bar > 0)
    printf ("   bar %.0f: %s", bar, bench_is_met (&figure) ? "met" : "NOT MET");
  printf ("\n");
  bench_tell (&figure);
}

static void
tell_time (const char *what, double milliseconds, double bar)
{
  BenchFigure figure = { .what = what, .unit = "ms", .value = milliseconds, .bar = bar };

  printf ("%-48s %7.1f ms", what, milliseconds);
  if (bar > 0)
    printf ("   bar %.0f: %s", bar, bench_is_met (&figure) ? "met" : "NOT MET");
  printf ("\n");
  bench_tell (&figure);
}

/* ---- the complex ---- */

static void
show_look (Bench *self, RankleComplexGeometry *geometry, RankleLook look)
{
  RankleComplexShown shown = { .look = look, .signal = 1 };

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    shown.holders[i] = RANKLE_HOLDER_RANK;
  rankle_scene_show_complex (self->scene, geometry, &shown);
  self->camera = rankle_camera_complex;
}

static void
bench_complex (Bench *self)
{
  static const int sizes[][2] = { { 400, 300 }, { 560, 420 }, { 1120, 840 } };
  g_autoptr (GError) error = NULL;
  RankleComplexGeometry *geometry = rankle_complex_geometry_new (&error);

  if (geometry == NULL)
    g_error ("%s", error->message);
  show_look (self, geometry, RANKLE_LOOK_SKIN);
  tell ("complex, skin, 800x600", measure (self, 800, 600), BAR);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *what =
          g_strdup_printf ("complex, skin, %dx%d", sizes[i][0], sizes[i][1]);

      tell (what, measure (self, sizes[i][0], sizes[i][1]), 0);
    }
  rankle_scene_set_reduction (self->scene, 2);
  tell ("complex, skin, 1600x1200 at half", measure (self, 1600, 1200), 0);
  rankle_scene_set_reduction (self->scene, 1);
  show_look (self, geometry, RANKLE_LOOK_RIBBON);
  tell ("complex, ribbon, 800x600", measure (self, 800, 600), 0);
  show_look (self, geometry, RANKLE_LOOK_ELLIPSOIDS);
  tell ("complex, ellipsoids, 800x600", measure (self, 800, 600), 0);
  rankle_complex_geometry_unref (geometry);
}

/* ---- bone ---- */

/* (transfer full): the last of a number of equal ones. */
static RankleBoneCube *
build_cube (const RankleBoneField   *field,
            const RankleBoneAnchors *anchors,
            double                   fraction)
{
  RankleBoneKey key = rankle_bone_key (START, fraction, 1);
  g_autoptr (RankleBoneSolid) start =
      rankle_bone_cube_make_start (field, anchors, key.start);
  guint            n = rankle_bone_field_get_n (field);
  g_autofree char *what = g_strdup_printf ("a cube of %u, %.0f %%", n, 100 * fraction);
  RankleBoneCube  *cube = NULL;
  double           times[N_CUBES];

  for (guint i = 0; i < N_CUBES; i++)
    {
      double begin = get_wall ();

      g_clear_pointer (&cube, rankle_bone_cube_unref);
      cube = rankle_bone_cube_new (field, anchors, start, &key, NULL, NULL);
      times[i] = get_wall () - begin;
    }
  tell_time (what, bench_quantile (times, N_CUBES, 0.5),
             n == RANKLE_BONE_N ? CUBE_BAR : 0);
  return cube;
}

static void
bench_bone (Bench *self, guint n)
{
  static const double fractions[] = { 0.05, 0.20, 0.35 };
  RankleBoneShown     shown = { { 1, 1 }, 1, 1 };
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (n, RANKLE_BONE_SEED);
  g_autoptr (RankleBoneAnchors) anchors =
      rankle_bone_anchors_new (field, RANKLE_BONE_SEED);

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (RankleBoneCube) cube = build_cube (field, anchors, fractions[i]);
      g_autofree char *what =
          g_strdup_printf ("bone of %u, %.0f %%, 800x600", n, 100 * fractions[i]);

      rankle_scene_show_bone (self->scene, cube, &shown);
      self->camera = rankle_camera_bone;
      tell (what, measure (self, 800, 600), n == RANKLE_BONE_N ? BAR : 0);
    }
}

/* ---- opening ---- */

static RankleScene *
open_scene (void)
{
  g_autoptr (GError) error = NULL;
  RankleScene *scene = rankle_scene_open (&error);

  if (scene == NULL)
    g_error ("%s", error->message);
  return scene;
}

/* Of a scene that is opened, and its first frame: shaders become machine code then. */
static void
bench_open (Bench *self)
{
  g_autoptr (GError) error = NULL;
  RankleComplexGeometry *geometry = rankle_complex_geometry_new (&error);
  GLuint framebuffer = scene_context_get_framebuffer (self->context, 800, 600);
  double opening[N_CUBES], first[N_CUBES];

  if (geometry == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < N_CUBES; i++)
    {
      double begin = get_wall (), opened;

      self->scene = open_scene ();
      opened = get_wall ();
      show_look (self, geometry, RANKLE_LOOK_SKIN);
      draw (self, framebuffer, 800, 600);
      opening[i] = opened - begin;
      first[i] = get_wall () - opened;
      rankle_scene_close (self->scene);
    }
  tell_time ("a scene is opened", bench_quantile (opening, N_CUBES, 0.5), BAR);
  tell_time ("its first frame, 800x600", bench_quantile (first, N_CUBES, 0.5), 0);
  rankle_complex_geometry_unref (geometry);
}

int
main (void)
{
  const char *reason;
  Bench       self = { 0 };

  self.context = scene_context_new (FALSE, &reason);
  if (self.context == NULL)
    {
      printf ("nothing can be drawn here: %s\n", reason);
      return 0;
    }
  printf ("%s\n", scene_context_get_driver ());
  bench_open (&self);
  self.scene = open_scene ();
  tell ("nothing, 800x600", measure (&self, 800, 600), 0);
  bench_complex (&self);
  bench_bone (&self, RANKLE_BONE_N);
  bench_bone (&self, RANKLE_BONE_FINE_N);
  rankle_scene_close (self.scene);
  scene_context_free (self.context);
  return 0;
}
