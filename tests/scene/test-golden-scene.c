/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"
#include "scene-golden.h"

#define WIDTH  400
#define HEIGHT 300

/* A picture by a few letters and numbers: of the complex where @holders is set, else of
 * bone. */
typedef struct
{
  const char             *name;
  const char             *holders;
  double                  fraction, osteoclasts, osteoblasts;
  RankleCamera            camera;
  const RankleSceneTheme *theme;
} Picture;

static const Picture pictures[] = {
  { "complex-signals", "RRR", 0, 0, 0, { 20, 10, 1 }, &rankle_scene_theme_light },
  { "complex-drugs", "ROD", 0, 0, 0, { 20, 10, 1 }, &rankle_scene_theme_dark },
  { "complex-above", "PFO", 0, 0, 0, { 30, 40, 1.2 }, &rankle_scene_theme_light },
  { "bone-start", NULL, 0.20, 1, 1, { 34, 20, 1 }, &rankle_scene_theme_light },
  { "bone-lost", NULL, 0.13, 2.2, 0.8, { 34, 20, 1 }, &rankle_scene_theme_dark },
};

static const Picture *
find_picture (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (strcmp (pictures[i].name, name) == 0)
      return &pictures[i];
  g_assert_not_reached ();
}

/* (transfer full) */
static cairo_surface_t *
paint (SceneContext *context, const Picture *picture)
{
  g_autoptr (GError) error = NULL;
  RankleScene *scene = rankle_scene_open (&error);

  g_assert_no_error (error);
  rankle_scene_set_camera (scene, picture->camera);
  rankle_scene_set_theme (scene, picture->theme);
  if (picture->holders != NULL)
    scene_show_holders (scene, picture->holders, FALSE);
  else
    scene_show_bone (scene, picture->fraction, picture->osteoclasts,
                     picture->osteoblasts);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  rankle_scene_close (scene);
  return scene_context_read (context);
}

static void
test_picture (gconstpointer data)
{
  const Picture   *picture = data;
  SceneContext    *context;
  cairo_surface_t *surface;

  if (!scene_context_need (&context, FALSE))
    return;
  surface = paint (context, picture);
  scene_golden_check (surface, picture->name, scene_context_get_driver ());
  cairo_surface_destroy (surface);
  scene_context_free (context);
}

/* OpenGL ES draws the same picture. */
static void
test_es (gconstpointer data)
{
  const Picture   *picture = data;
  SceneContext    *context;
  cairo_surface_t *surface, *want;

  if (!scene_context_need (&context, TRUE))
    return;
  surface = paint (context, picture);
  want = scene_golden_load (picture->name);
  g_assert_false (scene_differs (scene_compare (want, surface)));
  cairo_surface_destroy (want);
  cairo_surface_destroy (surface);
  scene_context_free (context);
}

/* What must be seen is more than what may differ. */
static void
test_sees_changes (void)
{
  struct
  {
    const char *golden;
    Picture     other;
  } changes[] = {
    { "complex-signals", *find_picture ("complex-signals") }, /* another holder */
    { "complex-signals", *find_picture ("complex-signals") }, /* one less */
    { "complex-signals", *find_picture ("complex-signals") }, /* one degree of camera */
    { "bone-start", *find_picture ("bone-start") },           /* one per cent of bone */
  };
  SceneContext *context;

  if (!scene_context_need (&context, FALSE))
    return;
  changes[0].other.holders = "ORR";
  changes[1].other.holders = "R-R";
  changes[2].other.camera.yaw += 1;
  changes[3].other.fraction += 0.01;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      cairo_surface_t *surface = paint (context, &changes[i].other);
      cairo_surface_t *golden = scene_golden_load (changes[i].golden);
      SceneDifference  difference = scene_compare (golden, surface);

      g_test_message ("change %u: %.2f %%, mean %.3f", i, 100 * difference.share,
                      difference.mean);
      g_assert_true (scene_differs (difference));
      cairo_surface_destroy (surface);
      cairo_surface_destroy (golden);
    }
  scene_context_free (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/golden-scene/", pictures[i].name, NULL);
      g_autofree char *es = g_strconcat ("/golden-scene-es/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_picture);
      g_test_add_data_func (es, &pictures[i], test_es);
    }
  g_test_add_func ("/golden-scene/sees-changes", test_sees_changes);
  return g_test_run ();
}
