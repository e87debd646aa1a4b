/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-catalog.h"
#include "rankle-diagram-view-private.h"
#include "rankle-model-file.h"

/* Away from the middle of the screen, where the pointer rests. */
enum
{
  WIDTH = 700,
  HEIGHT = 380
};

typedef struct
{
  RankleStudy       *study;
  GtkWidget         *window;
  RankleDiagramView *view;
} Fixture;

static gboolean
is_busy (RankleStudy *study)
{
  gboolean busy;

  g_object_get (study, "busy", &busy, NULL);
  return busy || rankle_study_get_trajectory (study) == NULL ||
         rankle_study_get_baseline (study) == NULL;
}

static void
wait_for_run (RankleStudy *study)
{
  while (is_busy (study))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_model (RankleStudy *study, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  rankle_study_set_model (study, model);
  wait_for_run (study);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = rankle_study_new ();
  fixture->window = gtk_window_new ();
  fixture->view = RANKLE_DIAGRAM_VIEW (rankle_diagram_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  rankle_diagram_view_set_study (fixture->view, fixture->study);
  set_model (fixture->study, "rankle");
  rankle_study_set_cursor (fixture->study, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  /* The focus of a new window came in by Tab. */
  rankle_diagram_view_select (fixture->view, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  rankle_study_close (fixture->study);
  g_assert_finalize_object (fixture->study);
}

/* What an assistive program reads. (transfer full) */
static char *
read_text (RankleDiagramView *view, GtkAccessibleProperty property)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (view), property, "\n");
}

static void
assert_text (RankleDiagramView *view, GtkAccessibleProperty property, const char *part)
{
  g_autofree char *text = read_text (view, property);

  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in “%s”", part, text);
  g_assert_nonnull (strstr (text, part));
}

static void
wait_for_rest (RankleDiagramView *view)
{
  while (view->telling != 0)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
find_controller (RankleDiagramView *view, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the view keeps it */
    }
  g_assert_not_reached ();
}

static gboolean
press (RankleDiagramView *view, guint key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (view, GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed", key, 0, 0, &handled);
  return handled;
}

static RanklePoint
find_middle (RankleDiagramView *view, const char *id)
{
  const RankleGlyph *glyph =
      rankle_diagram_get_glyph (view->diagram, rankle_diagram_find (view->diagram, id));

  return rankle_diagram_camera_to_pixel (
      view->camera, (RanklePoint){ glyph->box.x + glyph->box.width / 2,
                                   glyph->box.y + glyph->box.height / 2 });
}

static void
click (RankleDiagramView *view, RanklePoint at, int times)
{
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_GESTURE_CLICK), "released",
                         times, at.x, at.y);
}

/* ---- life ---- */

static void
test_alone (void)
{
  GtkWidget *view = g_object_ref_sink (rankle_diagram_view_new ());

  rankle_diagram_view_fit (RANKLE_DIAGRAM_VIEW (view));
  rankle_diagram_view_zoom (RANKLE_DIAGRAM_VIEW (view), 2);
  rankle_diagram_view_select (RANKLE_DIAGRAM_VIEW (view), "OPG");
  g_assert_null (rankle_diagram_view_get_selected (RANKLE_DIAGRAM_VIEW (view)));
  g_assert_finalize_object (view);
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_property (void)
{
  GtkWidget   *view = g_object_ref_sink (rankle_diagram_view_new ());
  RankleStudy *study = rankle_study_new ();
  RankleStudy *got = NULL;
  guint        n = 0;

  g_signal_connect (view, "notify::study", G_CALLBACK (count_notify), &n);
  g_object_set (view, "study", study, NULL);
  g_object_set (view, "study", study, NULL);
  g_object_get (view, "study", &got, NULL);
  g_assert_true (got == study);
  g_assert_cmpuint (n, ==, 1);
  g_object_unref (got);
  g_object_set (view, "study", NULL, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (study);
  g_assert_finalize_object (view);
}

/* ---- what is seen ---- */

static void
test_study_changes_pixels (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GBytes) baseline = look_at (view);
  g_autoptr (GBytes) same = look_at (view);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) back = NULL;

  g_assert_true (g_bytes_equal (baseline, same));
  rankle_study_set_control (fixture->study, "opg", 4);
  wait_for_run (fixture->study);
  changed = look_at (view);
  g_assert_false (g_bytes_equal (baseline, changed));
  rankle_study_reset_control (fixture->study, "opg");
  wait_for_run (fixture->study);
  rankle_diagram_view_fit (fixture->view);
  back = look_at (view);
  g_assert_cmpuint (g_bytes_get_size (back), >, 1000);
}

static void
test_cursor_changes_pixels (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GBytes) early = NULL;
  g_autoptr (GBytes) late = NULL;
  g_autoptr (GBytes) again = NULL;

  rankle_study_set_control (fixture->study, "estrogen", 0.2);
  wait_for_run (fixture->study);
  rankle_study_set_cursor (fixture->study, 0);
  early = look_at (view);
  rankle_study_set_cursor (fixture->study, 2000);
  late = look_at (view);
  rankle_study_set_cursor (fixture->study, 2000.001);
  again = look_at (view);
  g_assert_false (g_bytes_equal (early, late));
  g_assert_true (g_bytes_equal (late, again));
}

/* Frame by frame while it is asked to, and never where animations are unwelcome. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  GtkWidget   *view = GTK_WIDGET (fixture->view);
  GtkSettings *settings = gtk_widget_get_settings (view);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) still = NULL;
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) other = NULL;

      g_object_set (settings, "gtk-enable-animations", i == 0, NULL);
      g_object_set (view, "moving", FALSE, NULL);
      still = look_at (view);
      g_object_set (view, "moving", TRUE, NULL);
      one = look_at (view);
      gtk_widget_queue_draw (view);
      other = look_at (view);
      g_assert_cmpint (g_bytes_equal (still, one), ==, i == 1);
      g_assert_cmpint (g_bytes_equal (one, other), ==, i == 1);
    }
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

/* ---- keys ---- */

static void
test_tab_goes_through (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  guint              n = 0;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD))
    {
      const char *selected = rankle_diagram_view_get_selected (view);

      g_assert_true (gtk_widget_is_focus (GTK_WIDGET (view)));
      if (n++ == 0)
        g_assert_cmpstr (selected, ==, "estrogen");
      if (n == 2)
        g_assert_cmpstr (selected, ==, "denosumab");
    }
  g_assert_cmpuint (n, ==, 23);
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), ==, "bone");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), !=, "bone");
  /* Escape is the short way out. */
  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_null (rankle_diagram_view_get_selected (view));
  g_assert_false (press (view, GDK_KEY_Escape));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
}

/* The same selection looks another way when it was made by the keyboard. */
static void
test_focus_is_seen (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  g_autoptr (GBytes) clicked = NULL;
  g_autoptr (GBytes) stepped = NULL;
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GBytes) left = NULL;

  click (view, find_middle (view, "denosumab"), 1);
  clicked = look_at (GTK_WIDGET (view));
  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_Right);
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), ==, "denosumab");
  stepped = look_at (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (clicked, stepped));
  press (view, GDK_KEY_Escape);
  nothing = look_at (GTK_WIDGET (view));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  left = look_at (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (nothing, left));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint       key;
    const char *selected;
  } keys[] = {
    { GDK_KEY_Home, "estrogen" }, { GDK_KEY_Right, "denosumab" },
    { GDK_KEY_Down, "RANKL" },    { GDK_KEY_Right, "RANKL_RANK" },
    { GDK_KEY_Down, "RANK" },     { GDK_KEY_End, "bone" },
    { GDK_KEY_Up, "CTX" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (press (fixture->view, keys[i].key));
      g_assert_cmpstr (rankle_diagram_view_get_selected (fixture->view), ==,
                       keys[i].selected);
    }
  g_assert_false (press (fixture->view, GDK_KEY_space));
}

static void
test_zoom_and_fit (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView  *view = fixture->view;
  RankleDiagramCamera fitted = rankle_diagram_view_get_camera (view);
  g_autoptr (GBytes) whole = look_at (GTK_WIDGET (view));
  g_autoptr (GBytes) near = NULL;
  g_autoptr (GBytes) whole_again = NULL;

  g_assert_true (press (view, GDK_KEY_plus));
  g_assert_cmpfloat_with_epsilon (rankle_diagram_view_get_camera (view).scale,
                                  1.25 * fitted.scale, 1e-9);
  near = look_at (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (whole, near));
  g_assert_true (press (view, GDK_KEY_minus));
  g_assert_cmpfloat_with_epsilon (rankle_diagram_view_get_camera (view).scale,
                                  fitted.scale, 1e-9);
  press (view, GDK_KEY_plus);
  rankle_diagram_view_fit (view);
  whole_again = look_at (GTK_WIDGET (view));
  g_assert_true (g_bytes_equal (whole, whole_again));
}

/* Zoomed in, what the keys select comes into sight. */
static void
test_selection_is_revealed (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_diagram_view_zoom (view, 6);
  for (guint i = 0; i < 2; i++)
    {
      RanklePoint middle;

      press (view, i == 0 ? GDK_KEY_Home : GDK_KEY_End);
      middle = find_middle (view, rankle_diagram_view_get_selected (view));
      g_assert_cmpfloat (middle.y, >, 0);
      g_assert_cmpfloat (middle.y, <, gtk_widget_get_height (GTK_WIDGET (view)));
    }
  g_assert_cmpfloat (rankle_diagram_view_get_camera (view).scale, >, 1);
}

/* ---- pointer ---- */

static void
test_click (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  RanklePoint        ground = { 760, 190 }; /* between RANKL and its receptor */

  click (view, find_middle (view, "OPG"), 1);
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), ==, "OPG");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (view)));
  rankle_diagram_view_zoom (view, 2);
  click (view, find_middle (view, "OPG"), 2);
  g_assert_false (view->fitted);
  ground = rankle_diagram_camera_to_pixel (view->camera, ground);
  click (view, ground, 1);
  g_assert_null (rankle_diagram_view_get_selected (view));
  click (view, ground, 2);
  g_assert_true (view->fitted);
}

static void
test_scroll_about_the_pointer (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  RanklePoint        at = find_middle (view, "osteoclast");
  RanklePoint        held = rankle_diagram_camera_to_map (view->camera, at), now;
  gboolean           handled;

  g_signal_emit_by_name (find_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", at.x, at.y);
  for (guint i = 0; i < 5; i++)
    g_signal_emit_by_name (find_controller (view, GTK_TYPE_EVENT_CONTROLLER_SCROLL),
                           "scroll", 0.0, -1.0, &handled);
  now = rankle_diagram_camera_to_pixel (view->camera, held);
  g_assert_true (handled);
  g_assert_cmpfloat_with_epsilon (now.x, at.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (now.y, at.y, 1e-6);
  g_assert_cmpfloat (view->camera.scale, >,
                     1.9 * _rankle_diagram_view_get_fitted (view).scale);
}

/* ---- the card ---- */

/* Every glyph, at the smallest pane: within, and not over what it tells of. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->card)));
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (view->diagram); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (view->diagram, i);
      graphene_rect_t    card, surface, own;
      RankleBox          box;

      rankle_diagram_view_select (view, glyph->id);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (view->card)), ==,
                       rankle_glyph_is_entity (glyph));
      if (!rankle_glyph_is_entity (glyph))
        continue;
      gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
      g_assert_true (
          gtk_widget_compute_bounds (GTK_WIDGET (view->card), GTK_WIDGET (view), &card));
      graphene_rect_init (&surface, 0, 0, gtk_widget_get_width (GTK_WIDGET (view)),
                          gtk_widget_get_height (GTK_WIDGET (view)));
      box = rankle_diagram_camera_box_to_pixel (view->camera, glyph->box);
      graphene_rect_init (&own, (float)box.x, (float)box.y, (float)box.width,
                          (float)box.height);
      g_assert_true (graphene_rect_contains_rect (&surface, &card));
      g_assert_false (graphene_rect_intersection (&own, &card, NULL));
    }
}

static char *
read_card (RankleDiagramView *view)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view->card));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (child)));
  return g_string_free (text, FALSE);
}

static void
assert_card (RankleDiagramView *view, const char *glyph, const char *expected)
{
  g_autofree char *text = NULL;

  rankle_diagram_view_select (view, glyph);
  text = read_card (view);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_card_says (Fixture *fixture, gconstpointer data)
{
  assert_card (
      fixture->view, "RANK",
      "RANK|Free RANK: 10.0 pM, 1.00 times baseline|RANK is the receptor for "
      "RANKL in the membrane of osteoclast precursors.|Enter or double-click: card "
      "of RANK|");
  assert_card (
      fixture->view, "bone",
      "Bone|Total hip bone mineral density: 100\302\240% of baseline|Bone: collagen "
      "and mineral, taken by osteoclasts and laid down by osteoblasts.|");
  assert_card (
      fixture->view, "denosumab",
      "Denosumab|Denosumab in serum: 0 µg/mL, absent at baseline|Denosumab is "
      "an antibody given as an injection: it binds RANKL, as OPG does, and keeps "
      "it from RANK.|Enter or double-click: card of Denosumab|");
  assert_card (fixture->view, "AP1",
               "AP-1|Not simulated in this model|AP-1 is the transcription factor that "
               "JNK switches on.|");
}

/* The card follows the study while it is open. */
static void
test_card_follows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  rankle_diagram_view_select (fixture->view, "OPG");
  before = read_card (fixture->view);
  rankle_study_set_control (fixture->study, "opg", 2);
  wait_for_run (fixture->study);
  after = read_card (fixture->view);
  g_assert_nonnull (strstr (before, "1.00 times"));
  g_assert_null (strstr (after, "1.00 times"));
}

static void
note_card (RankleDiagramView *view, const char *id, char **wanted)
{
  g_free (*wanted);
  *wanted = g_strdup (id);
}

/* Enter and a double click want the card of what is selected, and nothing else does. */
static void
test_card_is_wanted (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  g_autofree char   *wanted = NULL;

  g_signal_connect (view, "card-wanted", G_CALLBACK (note_card), &wanted);
  click (view, find_middle (view, "OPG"), 1);
  g_assert_null (wanted);
  click (view, find_middle (view, "OPG"), 2);
  g_assert_cmpstr (wanted, ==, "opg");
  g_clear_pointer (&wanted, g_free);
  click (view, find_middle (view, "bone"), 2);
  g_assert_null (wanted);
  rankle_diagram_view_select (view, "RANKL_denosumab");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (view), "diagram.open-card", NULL));
  g_assert_cmpstr (wanted, ==, "denosumab");
  g_signal_handlers_disconnect_by_data (view, &wanted);
}

/* A reader hears of it only where there is one. */
static void
test_card_is_told_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  rankle_diagram_view_select (fixture->view, "RANKL_RANK");
  assert_text (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
               " Enter opens the card of RANK.");
  rankle_diagram_view_select (fixture->view, "bone");
  text = read_text (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_assert_null (strstr (text, "opens the card"));
}

/* ---- words ---- */

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pathway");
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "Estrogen, 1.00 × premenopausal, 1.00 times baseline\n"
               "Denosumab, 0 µg/mL, absent at baseline\n");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "AP-1, not simulated in this model\n");
  press (view, GDK_KEY_Home);
  assert_text (
      view, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Estrogen, 1.00 × premenopausal, 1.00 times baseline. Estrogen holds back");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Estrogen, 1.00 ×");
  press (view, GDK_KEY_Escape);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Pathway");
}

static void
test_description_follows (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_diagram_view_select (view, "estrogen");
  rankle_study_set_control (fixture->study, "estrogen", 0.5);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Estrogen, 0.500 ×");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Estrogen, 0.500 ×");
}

/* A control at zero strikes out its glyph, whatever is left of it. */
static void
test_knocked_out (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_study_set_control (fixture->study, "opg", 0);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nOPG, knocked out, 0 pM");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nRANKL–OPG, 0 pM");
}

/* One mark for one meaning: by its gene as by its slider. */
static void
test_knocked_out_by_gene (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_study_set_control (fixture->study, "rankl_gene", 0);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nRANKL, knocked out, ");
  rankle_study_set_control (fixture->study, "rankl_gene", 1);
  rankle_study_set_control (fixture->study, "opg_gene", 0);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nOPG, knocked out, 0 pM");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nRANKL, 3");
}

/* What has nothing to do without RANKL is there all the same. */
static void
test_knocked_out_alone (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  set_model (fixture->study, "lymph-node");
  rankle_study_set_control (fixture->study, "rankl_gene", 0);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nRANKL, knocked out, 0");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nRANK, 0");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nTRAF6, 0");
}

/* Of a temperature no multiple is told, but what it is otherwise. */
static void
test_temperature (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  set_model (fixture->study, "fever");
  rankle_study_set_control (fixture->study, "lps", 4);
  rankle_study_set_cursor (fixture->study, 180);
  wait_for_run (fixture->study);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "\nBody temperature, 38.3 °C, 36.7 °C at baseline\n");
}

/* ---- models ---- */

static void
test_other_model (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_diagram_view_select (view, "OPG");
  set_model (fixture->study, "lemaire-2004");
  wait_for_rest (view);
  g_assert_null (rankle_diagram_view_get_selected (view));
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "OPG, not simulated in this model");
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "Osteoclast, 0.001 pM, 1.00 times baseline");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

/* A model without a map says so, and there is nothing to step through. */
static void
test_no_map (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony ("x = 1; x' = -x", -1, "toy.ant", NULL, &error);

  g_assert_no_error (error);
  press (view, GDK_KEY_Home);
  rankle_study_set_model (fixture->study, model);
  wait_for_run (fixture->study);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->absence)));
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "without a pathway map");
  g_assert_false (press (view, GDK_KEY_Home));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
  set_model (fixture->study, "rankle");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->absence)));
  g_assert_true (press (view, GDK_KEY_Home));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

/* What a model has in place of a glyph bears its own name. */
static void
test_of_the_model (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  set_model (fixture->study, "zierhut-2008");
  rankle_study_set_cursor (fixture->study, 4);
  wait_for_rest (view);
  assert_text (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nNTX, 15");
}

/* And no card of what is not there. */
static void
test_no_card_of_another (Fixture *fixture, gconstpointer data)
{
  static const char sidecar[] =
      "{\"schema\": 1, \"horizon\": 9, \"diagram\": \"rankl-pathway.sbgn\", "
      "\"glyphs\": {\"RANK\": {\"column\": \"x\", \"label\": \"All receptors\"}}}";
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "k = 1; x = 1; x' = -k*x", -1, "toy.ant", sidecar, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (model);
  rankle_study_set_model (fixture->study, model);
  wait_for_run (fixture->study);
  rankle_diagram_view_select (fixture->view, "RANK");
  text = read_text (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_assert_nonnull (strstr (text, "All receptors"));
  g_assert_null (strstr (text, "opens the card"));
}

/* What is off at baseline too is no knock-out. */
static void
test_off_at_baseline (Fixture *fixture, gconstpointer data)
{
  static const char sidecar[] =
      "{\"schema\": 1, \"horizon\": 9, \"diagram\": \"rankl-pathway.sbgn\", "
      "\"controls\": [{\"id\": \"opg\", \"parameter\": \"k\", \"scale\": \"log\", "
      "\"min\": 1, \"max\": 9, \"neutral\": 0, \"step\": 2, \"off\": true}]}";
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "k = 0; OPG = 1; OPG' = k - OPG", -1, "toy.ant", sidecar, NULL);

  rankle_study_set_model (fixture->study, model);
  wait_for_run (fixture->study);
  wait_for_rest (fixture->view);
  assert_text (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "\nOPG, < 0.001, 1.00 times baseline");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-view/alone", test_alone);
  g_test_add_func ("/diagram-view/property", test_property);
  ADD ("/diagram-view/study-changes-pixels", test_study_changes_pixels);
  ADD ("/diagram-view/cursor-changes-pixels", test_cursor_changes_pixels);
  ADD ("/diagram-view/motion", test_motion);
  ADD ("/diagram-view/tab", test_tab_goes_through);
  ADD ("/diagram-view/focus-is-seen", test_focus_is_seen);
  ADD ("/diagram-view/arrows", test_arrows);
  ADD ("/diagram-view/zoom-and-fit", test_zoom_and_fit);
  ADD ("/diagram-view/selection-is-revealed", test_selection_is_revealed);
  ADD ("/diagram-view/click", test_click);
  ADD ("/diagram-view/scroll", test_scroll_about_the_pointer);
  ADD ("/diagram-view/card", test_card);
  ADD ("/diagram-view/card-says", test_card_says);
  ADD ("/diagram-view/card-follows", test_card_follows);
  ADD ("/diagram-view/card-is-wanted", test_card_is_wanted);
  ADD ("/diagram-view/card-is-told-of", test_card_is_told_of);
  ADD ("/diagram-view/no-card-of-another", test_no_card_of_another);
  ADD ("/diagram-view/accessible", test_accessible);
  ADD ("/diagram-view/of-the-model", test_of_the_model);
  ADD ("/diagram-view/off-at-baseline", test_off_at_baseline);
  ADD ("/diagram-view/description-follows", test_description_follows);
  ADD ("/diagram-view/knocked-out", test_knocked_out);
  ADD ("/diagram-view/knocked-out-by-gene", test_knocked_out_by_gene);
  ADD ("/diagram-view/knocked-out-alone", test_knocked_out_alone);
  ADD ("/diagram-view/temperature", test_temperature);
  ADD ("/diagram-view/other-model", test_other_model);
  ADD ("/diagram-view/no-map", test_no_map);
  return g_test_run ();
}
