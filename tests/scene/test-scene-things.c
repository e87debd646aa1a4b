/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include <math.h>

/* What is where in a picture, by the numbers of its things. */

#define WIDTH        200
#define HEIGHT       150
#define LEAST_SHARE  0.005 /* of the picture, of what is in sight */
#define N_THINGS     256
#define HOLDER(h, g) rankle_thing_of_holder (RANKLE_HOLDER_##h, g)

typedef struct
{
  guint  n[N_THINGS];      /* pixels */
  double middle[N_THINGS]; /* of them, from the left [px] */
} Census;

static Census
count_things (const RankleScene *scene)
{
  Census census = { 0 };

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint thing = rankle_scene_pick (scene, x + 0.5, y + 0.5);

        census.n[thing]++;
        census.middle[thing] += x + 0.5;
      }
  for (guint i = 0; i < N_THINGS; i++)
    census.middle[i] /= MAX (census.n[i], 1);
  return census;
}

static RankleScene *
open_scene (void)
{
  g_autoptr (GError) error = NULL;
  RankleScene *scene = rankle_scene_open (&error);

  g_assert_no_error (error);
  return scene;
}

static guint
count_kind (const Census *census, guint first)
{
  guint n = 0;

  for (guint i = 0; i < RANKLE_THING_N_ALIKE; i++)
    n += census->n[first + i];
  return n;
}

/* ---- numbers ---- */

static void
test_numbers (void)
{
  guint groove;

  for (RankleHolder holder = 1; holder < RANKLE_N_HOLDERS; holder++)
    for (guint i = 0; i < RANKLE_GROOVES; i++)
      {
        g_assert_cmpint (
            rankle_thing_get_holder (rankle_thing_of_holder (holder, i), &groove), ==,
            (int)holder);
        g_assert_cmpuint (groove, ==, i);
      }
  g_assert_cmpuint (rankle_thing_of_holder (RANKLE_HOLDER_FREE, 1), ==,
                    RANKLE_THING_NONE);
  for (guint thing = 0; thing < N_THINGS; thing++)
    {
      RankleHolder holder = rankle_thing_get_holder (thing, &groove);

      g_assert_true (holder == RANKLE_HOLDER_FREE ||
                     rankle_thing_of_holder (holder, groove) == thing);
    }
}

/* ---- the complex ---- */

/* RANK, RANK and OPG are in sight, with the trimer between the membranes, and nothing
 * else is; each stands where its groove is. */
static void
test_holders (void)
{
  SceneContext *context;
  RankleScene  *scene;
  Census        census;
  const guint   seen[] = { RANKLE_THING_RANKL,
                           RANKLE_THING_RANKL + 1,
                           RANKLE_THING_RANKL + 2,
                           RANKLE_THING_UPPER_MEMBRANE,
                           RANKLE_THING_LOWER_MEMBRANE,
                           HOLDER (RANK, 0),
                           HOLDER (RANK, 1),
                           HOLDER (OPG, 2) };

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  rankle_scene_set_camera (scene, rankle_camera_complex);
  scene_show_holders (scene, "RRO", FALSE);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  census = count_things (scene);
  for (guint i = 1; i < N_THINGS; i++)
    {
      gboolean should = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (seen); k++)
        should = should || seen[k] == i;
      if (should && i >= RANKLE_THING_UPPER_MEMBRANE)
        g_assert_cmpfloat (census.n[i], >, LEAST_SHARE * WIDTH * HEIGHT);
      else
        g_assert_true (should ==
                       (census.n[i] > 0)); /* one protomer is behind the others */
    }
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* From left to right they stand as their places are projected, from all around. */
static void
test_left_to_right (void)
{
  RankleComplexGeometry *geometry = scene_get_geometry ();
  const RankleHolder     holders[] = { RANKLE_HOLDER_RANK, RANKLE_HOLDER_RANK,
                                       RANKLE_HOLDER_OPG };
  SceneContext          *context;
  RankleScene           *scene;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRO", FALSE);
  for (double yaw = -180; yaw < 180; yaw += 40)
    {
      RankleCamera     camera = { yaw, 10, 1 };
      RankleProjection view =
          rankle_projection (camera, &rankle_frame_complex, WIDTH, HEIGHT);
      Census census;
      double middles[RANKLE_GROOVES], places[RANKLE_GROOVES];

      rankle_scene_set_camera (scene, camera);
      scene_draw (context, scene, WIDTH, HEIGHT, 0);
      census = count_things (scene);
      for (guint i = 0; i < RANKLE_GROOVES; i++)
        {
          RankleBody   body = i < 2 ? RANKLE_BODY_RANK : RANKLE_BODY_OPG;
          RankleAnchor anchors[RANKLE_ANCHORS_MOST];
          guint n = rankle_complex_list_anchors (geometry, holders, body, 0, anchors);

          g_assert_cmpuint (n, ==, i < 2 ? 2 : 1);
          middles[i] = census.middle[rankle_thing_of_holder (holders[i], i)];
          places[i] = (double)rankle_project (&view, &anchors[i < 2 ? i : 0].place).x;
        }
      for (guint i = 0; i < RANKLE_GROOVES; i++)
        for (guint k = 0; k < i; k++)
          if (fabs (places[i] - places[k]) > 0.08 * WIDTH)
            g_assert_true ((middles[i] < middles[k]) == (places[i] < places[k]));
    }
  rankle_scene_close (scene);
  scene_context_free (context);
}

static void
test_free_grooves (void)
{
  SceneContext *context;
  RankleScene  *scene;
  Census        census;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "---", FALSE);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  census = count_things (scene);
  for (guint i = RANKLE_THING_HOLDER; i < N_THINGS; i++)
    g_assert_cmpuint (census.n[i], ==, 0);
  g_assert_cmpuint (census.n[RANKLE_THING_RANKL], >, 0);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* What stands between the eye and the molecules opens, and is whole again from the side.
 */
static void
test_membrane_opens (void)
{
  SceneContext *context;
  RankleScene  *scene;
  Census        above, below;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRR", FALSE);
  rankle_scene_set_camera (scene, (RankleCamera){ 20, 70, 1 });
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  above = count_things (scene);
  rankle_scene_set_camera (scene, (RankleCamera){ 20, -70, 1 });
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  below = count_things (scene);
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    {
      g_assert_cmpuint (above.n[RANKLE_THING_RANKL + i], >, LEAST_SHARE * WIDTH * HEIGHT);
      g_assert_cmpuint (below.n[HOLDER (RANK, i)], >, LEAST_SHARE * WIDTH * HEIGHT);
    }
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* ---- docking ---- */

/* OPG comes to a free groove from further down and outside, in 0.6 seconds. */
static void
test_docking (void)
{
  guint         opg = HOLDER (OPG, 0);
  SceneContext *context;
  RankleScene  *scene;
  Census        early, late, done;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "-RR", TRUE);
  g_assert_false (rankle_scene_is_moving (scene)); /* the first is there at once */
  scene_draw (context, scene, WIDTH, HEIGHT, 5);
  scene_show_holders (scene, "ORR", TRUE);
  g_assert_true (rankle_scene_is_moving (scene));
  scene_draw (context, scene, WIDTH, HEIGHT, 7);
  scene_draw (context, scene, WIDTH, HEIGHT, 7.1);
  early = count_things (scene);
  g_assert_true (rankle_scene_is_moving (scene));
  scene_draw (context, scene, WIDTH, HEIGHT, 7.4);
  late = count_things (scene);
  scene_draw (context, scene, WIDTH, HEIGHT, 7.61);
  done = count_things (scene);
  g_assert_false (rankle_scene_is_moving (scene));
  g_assert_cmpuint (early.n[opg], >, 0);
  g_assert_cmpfloat (fabs (early.middle[opg] - done.middle[opg]), >, 2);
  g_assert_cmpfloat (fabs (late.middle[opg] - done.middle[opg]), <, 1);
  rankle_scene_close (scene);
  scene_context_free (context);
}

static void
test_no_docking (void)
{
  SceneContext *context;
  RankleScene  *scene;
  Census        first, second;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRR", FALSE);
  scene_draw (context, scene, WIDTH, HEIGHT, 5);
  scene_show_holders (scene, "ORR", FALSE);
  g_assert_false (rankle_scene_is_moving (scene));
  scene_draw (context, scene, WIDTH, HEIGHT, 5);
  first = count_things (scene);
  scene_draw (context, scene, WIDTH, HEIGHT, 9);
  second = count_things (scene);
  g_assert_cmpuint (first.n[HOLDER (OPG, 0)], >, 0);
  g_assert_cmpuint (first.n[HOLDER (RANK, 0)], ==, 0);
  g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* Who leaves is in sight until it is gone. */
static void
test_leaving (void)
{
  SceneContext *context;
  RankleScene  *scene;
  Census        leaving, gone;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRR", FALSE);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  scene_show_holders (scene, "-RR", TRUE);
  scene_draw (context, scene, WIDTH, HEIGHT, 1);
  leaving = count_things (scene);
  g_assert_true (rankle_scene_is_moving (scene));
  scene_draw (context, scene, WIDTH, HEIGHT, 2);
  gone = count_things (scene);
  g_assert_false (rankle_scene_is_moving (scene));
  g_assert_cmpuint (leaving.n[HOLDER (RANK, 0)], >, 0);
  g_assert_cmpuint (gone.n[HOLDER (RANK, 0)], ==, 0);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* ---- bone ---- */

static void
test_cells (void)
{
  static const double ratios[][2] = { { 1, 1 }, { 0, 1 }, { 1, 0 }, { 0, 0 } };
  SceneContext       *context;
  RankleScene        *scene;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  rankle_scene_set_camera (scene, rankle_camera_bone);
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      Census census;

      scene_show_bone (scene, 0.2, ratios[i][0], ratios[i][1]);
      scene_draw (context, scene, WIDTH, HEIGHT, 0);
      census = count_things (scene);
      g_assert_true ((count_kind (&census, RANKLE_THING_OSTEOCLAST) > 0) ==
                     (ratios[i][0] > 0));
      g_assert_true ((count_kind (&census, RANKLE_THING_OSTEOBLAST) > 0) ==
                     (ratios[i][1] > 0));
      g_assert_cmpuint (census.n[RANKLE_THING_BONE], >, WIDTH * HEIGHT / 10);
      g_assert_cmpuint (census.n[RANKLE_THING_CUT], >, 0);
    }
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* ---- asking ---- */

static void
test_pick_outside (void)
{
  static const double places[][2] = { { -1, 5 },     { 5, -0.01 }, { WIDTH, 5 },
                                      { 5, HEIGHT }, { 1e300, 5 }, { NAN, 5 },
                                      { 5, -1e300 } };
  SceneContext       *context;
  RankleScene        *scene;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  g_assert_cmpuint (rankle_scene_pick (scene, 5, 5), ==, RANKLE_THING_NONE);
  scene_show_bone (scene, 0.4, 1, 1);
  rankle_scene_set_camera (scene,
                           (RankleCamera){ 0, 0, 3 }); /* over all of the picture */
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (rankle_scene_pick (scene, places[i][0], places[i][1]), ==,
                      RANKLE_THING_NONE);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* The same place is the same thing, in however many pixels it was drawn. */
static void
test_pick_reduced (void)
{
  SceneContext *context;
  RankleScene  *scene;
  guint         n_other = 0;
  Census        all, half;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRO", FALSE);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  all = count_things (scene);
  rankle_scene_set_reduction (scene, 2);
  scene_draw (context, scene, WIDTH, HEIGHT, 0);
  half = count_things (scene);
  for (guint i = 0; i < N_THINGS; i++)
    n_other += (guint)ABS ((int)half.n[i] - (int)all.n[i]);
  g_assert_cmpuint (n_other, <, WIDTH * HEIGHT / 50);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* A label of RANKL and one of OPG find what they name, from all sides; one that points to
 * what is not there does not. */
static void
test_see (void)
{
  const RankleHolder holders[] = { RANKLE_HOLDER_RANK, RANKLE_HOLDER_RANK,
                                   RANKLE_HOLDER_OPG };
  RankleAnchor       anchors[RANKLE_ANCHORS_MOST];
  SceneContext      *context;
  RankleScene       *scene;
  guint              n, n_opg = 0;
  double             x, y;

  if (!scene_context_need (&context, FALSE))
    return;
  scene = open_scene ();
  scene_show_holders (scene, "RRO", FALSE);
  for (double yaw = -180; yaw < 180; yaw += 30)
    {
      rankle_scene_set_camera (scene, (RankleCamera){ yaw, 10, 1 });
      scene_draw (context, scene, WIDTH, HEIGHT, 0);
      n = rankle_complex_list_anchors (scene_get_geometry (), holders, RANKLE_BODY_RANKL,
                                       0, anchors);
      g_assert_cmpuint (n, ==, RANKLE_GROOVES);
      g_assert_true (rankle_scene_see (scene, anchors, n, &x, &y));
      g_assert_cmpuint (rankle_scene_pick (scene, x, y) - RANKLE_THING_RANKL, <,
                        RANKLE_GROOVES);
      n = rankle_complex_list_anchors (scene_get_geometry (), holders, RANKLE_BODY_OPG, 2,
                                       anchors);
      g_assert_cmpuint (n, ==, 1);
      n_opg += rankle_scene_see (scene, anchors, n, &x, &y);
      anchors[0].thing = HOLDER (PEPTIDE, 2);
      g_assert_false (rankle_scene_see (scene, anchors, n, &x, &y));
    }
  g_assert_cmpuint (n_opg, >=, 5); /* it is behind the trimer from some sides */
  g_assert_cmpuint (n_opg, <, 12);
  g_assert_cmpuint (rankle_complex_list_anchors (scene_get_geometry (), holders,
                                                 RANKLE_BODY_DENOSUMAB, 0, anchors),
                    ==, 0);
  rankle_scene_close (scene);
  scene_context_free (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/things/numbers", test_numbers);
  g_test_add_func ("/scene/things/holders", test_holders);
  g_test_add_func ("/scene/things/left-to-right", test_left_to_right);
  g_test_add_func ("/scene/things/free-grooves", test_free_grooves);
  g_test_add_func ("/scene/things/membrane-opens", test_membrane_opens);
  g_test_add_func ("/scene/things/docking", test_docking);
  g_test_add_func ("/scene/things/no-docking", test_no_docking);
  g_test_add_func ("/scene/things/leaving", test_leaving);
  g_test_add_func ("/scene/things/cells", test_cells);
  g_test_add_func ("/scene/things/pick-outside", test_pick_outside);
  g_test_add_func ("/scene/things/pick-reduced", test_pick_reduced);
  g_test_add_func ("/scene/things/see", test_see);
  return g_test_run ();
}
