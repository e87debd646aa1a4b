/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-bone-words.h"
#include "rankle-catalog.h"
#include "rankle-complex-words.h"
#include "rankle-gl-name.h"
#include "rankle-scene-view-private.h"

/* Run with OpenGL (RANKLE_TEST_GL), and once more where GDK has none: what is seen, told
 * and done by keys is the same. */

typedef struct
{
  RankleStudy     *study;
  RankleSpotlight *spotlight;
  GtkWidget       *window, *box;
  RankleSceneView *view;
} Fixture;

static gboolean
has_gl (void)
{
  return g_getenv ("RANKLE_TEST_GL") != NULL;
}

static gboolean
is_busy (RankleStudy *study)
{
  gboolean busy;

  g_object_get (study, "busy", &busy, NULL);
  return busy || rankle_study_get_trajectory (study) == NULL ||
         rankle_study_get_baseline (study) == NULL;
}

static void
set_model (RankleStudy *study, const char *id)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (id, NULL);

  rankle_study_set_model (study, model);
  while (is_busy (study))
    g_main_context_iteration (NULL, TRUE);
}

/* Until all that was to come, has come: the geometry, the labels' places, and words. */
static void
wait_for_rest (RankleSceneView *view)
{
  while (!view->subject->is_ready (view) || view->resting != 0 || view->placing != 0 ||
         view->telling != 0 || view->ticking != 0 || !view->rests || view->seeking)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

static void
open_view (Fixture *fixture, RankleSceneKind kind, int width, int height)
{
  fixture->study = rankle_study_new ();
  fixture->spotlight = rankle_spotlight_new ();
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->view = RANKLE_SCENE_VIEW (rankle_scene_view_new (kind));
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->view), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (fixture->view));
  rankle_scene_view_set_study (fixture->view, fixture->study);
  rankle_scene_view_set_spotlight (fixture->view, fixture->spotlight);
  set_model (fixture->study, "rankle");
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_rest (fixture->view);
}

static void
set_up_complex (Fixture *fixture, gconstpointer data)
{
  open_view (fixture, RANKLE_SCENE_OF_COMPLEX, 800, 560);
}

static void
set_up_bone (Fixture *fixture, gconstpointer data)
{
  open_view (fixture, RANKLE_SCENE_OF_BONE, 800, 560);
}

/* Nothing is left of it, on the screen or in GL. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  g_assert_cmpint (rankle_gl_name_count (), ==, 0);
  g_object_unref (fixture->spotlight);
  rankle_study_close (fixture->study);
  g_assert_finalize_object (fixture->study);
}

/* ---- what is seen ---- */

static gboolean
has_hue (const guint8 *pixel, RankleSceneColor color)
{
  float wanted[3] = { color.red, color.green, color.blue };
  float rgb[3] = { pixel[2] / 255.0f, pixel[1] / 255.0f, pixel[0] / 255.0f };
  float least = MIN (wanted[0], MIN (wanted[1], wanted[2]));
  float most = MAX (wanted[0], MAX (wanted[1], wanted[2]));
  float low = MIN (rgb[0], MIN (rgb[1], rgb[2]));
  float high = MAX (rgb[0], MAX (rgb[1], rgb[2]));
  float apart = 0;

  if (high - low < 0.3f)
    return FALSE;
  for (guint k = 0; k < 3; k++)
    apart += fabsf ((rgb[k] - low) / (high - low) - (wanted[k] - least) / (most - least));
  return apart < 0.25f;
}

/* How many pixels of @area look like @color, as light and shadow have it: by their hue.
 */
static guint
count_hue (GBytes *picture, const GtkAllocation *area, RankleSceneColor color)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (picture, NULL);
  gsize              width = (gsize)gdk_texture_get_width (texture);
  gsize              size = 4 * width * (gsize)gdk_texture_get_height (texture);
  g_autofree guint8 *pixels = g_malloc (size);
  guint              n = 0;

  gdk_texture_download (texture, pixels, 4 * width);
  for (int y = 0; y < area->height; y++)
    for (int x = 0; x < area->width; x++)
      n += has_hue (pixels + 4 * ((gsize)y * width + (gsize)x), color);
  return n;
}

static void
assert_seen (RankleSceneView *view, RankleSceneColor color, gboolean seen)
{
  g_autoptr (GBytes) picture = look_at (GTK_WIDGET (view));

  if (seen)
    g_assert_cmpuint (count_hue (picture, &view->picture, color), >, 500);
  else
    g_assert_cmpuint (count_hue (picture, &view->picture, color), <, 500);
}

static void
test_complex_drawn (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  g_assert_cmpint (rankle_scene_view_uses_gl (view), ==, has_gl ());
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (view->note)), ==, !has_gl ());
  assert_seen (view, view->theme.rankl, TRUE);
  assert_seen (view, view->theme.rank, TRUE);
}

static void
test_bone_drawn (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  g_assert_cmpint (rankle_scene_view_uses_gl (view), ==, has_gl ());
  assert_seen (view, view->theme.osteoclast, TRUE);
}

/* A control changes what is told, and what is drawn. */
static void
test_bone_follows (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  g_autofree char *before = rankle_scene_view_describe (view);
  g_autofree char *after = NULL;
  g_autofree char *baseline = NULL;
  g_autoptr (GBytes) first = look_at (GTK_WIDGET (view));
  g_autoptr (GBytes) second = NULL;

  rankle_study_set_control (fixture->study, "opg", 0);
  while (is_busy (fixture->study))
    g_main_context_iteration (NULL, TRUE);
  rankle_study_set_cursor (fixture->study, rankle_study_get_horizon (fixture->study));
  wait_for_rest (view);
  after = rankle_scene_view_describe (view);
  second = look_at (GTK_WIDGET (view));
  g_assert_cmpstr (before, !=, after);
  g_assert_false (g_bytes_equal (first, second));
  g_assert_cmpfloat (view->bone.fraction, <, 0.19);
  g_assert_cmpfloat (view->drawn_bone.fraction, ==, view->bone.fraction);
  g_object_set (view, "baseline", TRUE, NULL);
  wait_for_rest (view);
  baseline = rankle_scene_view_describe (view);
  g_assert_nonnull (strstr (baseline, "Baseline"));
  g_assert_cmpfloat (view->bone.fraction, >, 0.19);
}

/* ---- what is told ---- */

static void
assert_told (RankleSceneView *view)
{
  g_autofree char *words = rankle_scene_view_describe (view);

  g_assert_cmpstr (view->told_words, ==, words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Receptor complex");
  assert_told (view);
  for (guint n = 0; n <= RANKLE_GROOVES; n++)
    {
      g_autofree char *share = NULL;

      g_object_set (view, "state", (int)n, NULL);
      wait_for_rest (view);
      assert_told (view);
      share = rankle_complex_share_in_short (&view->complex, n);
      g_assert_cmpstr (gtk_label_get_text (view->shares[n]), ==, share);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (view->states[n])));
      assert_seen (view, view->theme.rank, n > 0);
    }
}

/* A model that does not know says so, in place of the picture. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  set_model (fixture->study, "krishna-2006");
  wait_for_rest (view);
  g_assert_true (gtk_widget_get_visible (view->absence));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (view->absence)), ==,
                   view->subject->get_complaint (view));
  g_assert_cmpuint (view->n_tags, ==, 0);
  assert_told (view);
  set_model (fixture->study, "rankle");
  wait_for_rest (view);
  g_assert_false (gtk_widget_get_visible (view->absence));
  g_assert_cmpuint (view->n_tags, >, 0);
}

/* ---- labels ---- */

/* What a leader points at is what the label names. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  guint            seen = 0;

  for (guint i = 0; i < view->n_tags; i++)
    {
      RankleSceneTag *tag = &view->tags[i];

      if (!tag->is_seen)
        continue;
      seen++;
      g_assert_true (tag->placed.is_shown);
      g_assert_true (gtk_widget_get_mapped (tag->button));
      if (has_gl () && _rankle_scene_view_make_current (view))
        {
          int   scale = gtk_widget_get_scale_factor (GTK_WIDGET (view));
          guint thing = rankle_scene_pick (view->scene, tag->x * scale, tag->y * scale);

          g_assert_cmpuint (thing, >=, tag->label.first);
          g_assert_cmpuint (thing, <=, tag->label.last);
        }
    }
  g_assert_cmpuint (seen, >=, 2);
}

static void
remember (RankleSceneView *view, const char *id, char **remembered)
{
  g_free (*remembered);
  *remembered = g_strdup (id);
}

/* One thing is selected, here and elsewhere; and its card is opened. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  char            *card = NULL, *glyph = NULL;

  g_signal_connect (view, "card-wanted", G_CALLBACK (remember), &card);
  g_signal_connect (view, "glyph-selected", G_CALLBACK (remember), &glyph);
  g_signal_emit_by_name (view->tags[0].button, "clicked");
  g_assert_cmpstr (card, ==, "rankl");
  g_assert_cmpstr (glyph, ==, "RANKL");
  g_assert_cmpuint (view->selected, ==, view->tags[0].label.id);
  g_assert_cmpstr (rankle_spotlight_get_from_others (fixture->spotlight, NULL), ==,
                   "RANKL");
  rankle_spotlight_light (fixture->spotlight, "RANK", fixture);
  g_assert_cmpuint (view->selected, ==, RANKLE_BODY_RANK * 8);
  g_free (card);
  g_free (glyph);
}

/* ---- what may befall it ---- */

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 420);
  while (gtk_widget_get_width (GTK_WIDGET (view)) > 400)
    g_main_context_iteration (NULL, TRUE);
  wait_for_rest (view);
  for (guint i = 0; i < view->n_tags; i++)
    g_assert_false (view->tags[i].placed.has_leader);
  g_assert_true (gtk_widget_get_mapped (view->tags[0].button));
  assert_seen (view, view->theme.rankl, TRUE);
}

static void
test_moved_to_another_place (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  for (guint i = 0; i < 10; i++)
    {
      g_object_ref (view);
      gtk_box_remove (GTK_BOX (fixture->box), GTK_WIDGET (view));
      g_assert_null (view->scene);
      g_assert_cmpint (rankle_gl_name_count (), ==, 0);
      gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (view));
      g_object_unref (view);
      wait_for_rest (view);
      g_assert_cmpint (rankle_scene_view_uses_gl (view), ==, has_gl ());
    }
  assert_seen (view, view->theme.rankl, TRUE);
}

/* What is not seen does not move. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  RankleCamera     camera;

  g_object_set (view, "turning", TRUE, NULL);
  g_assert_true (view->turning);
  camera = view->camera;
  while (fabs (view->camera.yaw - camera.yaw) < 0.1)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (view), FALSE);
  g_assert_false (view->turning);
  gtk_widget_set_visible (GTK_WIDGET (view), TRUE);
  g_assert_false (view->turning);
  wait_for_rest (view);
  assert_seen (view, view->theme.rankl, TRUE);
}

static void
test_not_turned_without_animations (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_object_set (fixture->view, "turning", TRUE, NULL);
  g_assert_false (fixture->view->turning);
  g_object_set (fixture->view, "state", (int)0, NULL);
  wait_for_rest (fixture->view);
  g_assert_cmpuint (fixture->view->ticking, ==, 0);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

static gboolean
has_failed (RankleSceneView *view)
{
  return view->has_failed && gtk_widget_get_visible (GTK_WIDGET (view->note)) &&
         view->still != NULL;
}

static void
test_context_lost (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  g_autoptr (GError) lost =
      g_error_new (GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE, "lost");

  if (has_gl ())
    {
      gtk_gl_area_set_error (view->area, lost);
      gtk_widget_queue_draw (GTK_WIDGET (view));
    }
  while (!has_failed (view))
    g_main_context_iteration (NULL, TRUE);
  wait_for_rest (view);
  g_assert_false (rankle_scene_view_uses_gl (view));
  assert_seen (view, view->theme.rankl, TRUE);
  assert_told (view);
}

/* What the user wants goes before what the screen can. */
static void
test_simple (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;

  g_object_set (view, "simple", TRUE, NULL);
  wait_for_rest (view);
  g_assert_false (rankle_scene_view_uses_gl (view));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->note)));
  assert_seen (view, view->theme.rankl, TRUE);
  g_object_set (view, "simple", FALSE, NULL);
  wait_for_rest (view);
  g_assert_cmpint (rankle_scene_view_uses_gl (view), ==, has_gl ());
}

static void
test_printed (Fixture *fixture, gconstpointer data)
{
  RankleSceneView *view = fixture->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = rankle_scene_view_print (view, &error);
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2400);
  g_assert_cmpint (gdk_texture_get_height (texture), >, 1800);
  set_model (fixture->study, "krishna-2006");
  wait_for_rest (view);
  none = rankle_scene_view_print (view, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, kind, test)                                                            \
  g_test_add ("/scene-view/" name, Fixture, NULL, set_up_##kind, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("complex/drawn", complex, test_complex_drawn);
  ADD ("complex/told", complex, test_told);
  ADD ("complex/absent", complex, test_absent);
  ADD ("complex/labels", complex, test_labels);
  ADD ("complex/selected", complex, test_selected);
  ADD ("complex/narrow", complex, test_narrow);
  ADD ("complex/moved-to-another-place", complex, test_moved_to_another_place);
  ADD ("complex/hidden", complex, test_hidden);
  ADD ("complex/no-animations", complex, test_not_turned_without_animations);
  ADD ("complex/context-lost", complex, test_context_lost);
  ADD ("complex/simple", complex, test_simple);
  ADD ("complex/printed", complex, test_printed);
  ADD ("bone/drawn", bone, test_bone_drawn);
  ADD ("bone/follows", bone, test_bone_follows);
  ADD ("bone/absent", bone, test_absent);
  ADD ("bone/printed", bone, test_printed);
  return g_test_run ();
}
