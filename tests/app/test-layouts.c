/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window at every size of a screen and of letters: nothing is cut off, lies outside,
 * or upon another thing, and all is large enough to be hit. With RANKLE_PICTURES each
 * leaves a picture of itself in that folder. */

#include "config.h"

#include "picture.h"
#include "window-fixture.h"

#define USUAL_DPI    (96 * 1024)
#define LEAST_TARGET 24
#define LEAST_STAGE  1024 /* a stage is no telephone [px] */

typedef struct
{
  int    width, height;
  double text; /* times the usual size of letters */
} Size;

static const Size sizes[] = {
  { 360, 640, 1 },    { 683, 768, 1 },    { 1024, 600, 1 },   { 1024, 768, 1 },
  { 1280, 800, 1 },   { 1920, 1080, 1 },  { 360, 640, 1.5 },  { 683, 768, 1.5 },
  { 1024, 600, 1.5 }, { 1024, 768, 1.5 }, { 1280, 800, 1.5 }, { 1920, 1080, 1.5 },
};

typedef enum
{
  STATE_USUAL,
  STATE_CONTROLS, /* shown though there is little room */
  STATE_PLOTS,
  STATE_TREATED, /* with a lane of doses, and words of many lines */
  STATE_STAGE,
  N_STATES
} State;

static const char *const state_names[N_STATES] = { "usual", "controls", "plots",
                                                   "treated", "stage" };

typedef struct
{
  RankleWindow *window;
  GPtrArray    *focusable; /* GtkWidget, Borrowed */
  int           least;     /* target [px] */
  const char   *name;      /* of what is looked at */
  guint         n_faults;
} Look;

/* ---- what is wrong ---- */

static void complain (Look *look, GtkWidget *widget, const char *fault, ...)
    G_GNUC_PRINTF (3, 4);

static void
complain (Look *look, GtkWidget *widget, const char *fault, ...)
{
  g_autofree char *what = NULL;
  va_list          list;

  va_start (list, fault);
  what = g_strdup_vprintf (fault, list);
  va_end (list);
  look->n_faults++;
  g_test_message ("%s: %s “%s” %s", look->name, G_OBJECT_TYPE_NAME (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                  : GTK_IS_BUTTON (widget) &&
                          gtk_button_get_label (GTK_BUTTON (widget)) != NULL
                      ? gtk_button_get_label (GTK_BUTTON (widget))
                  : gtk_widget_get_tooltip_text (widget) != NULL
                      ? gtk_widget_get_tooltip_text (widget)
                      : gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                  what);
}

/* As far as scrolled windows let it be seen; FALSE: not at all. */
static gboolean
get_seen (Look *look, GtkWidget *widget, graphene_rect_t *seen)
{
  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (look->window->bin), seen))
    return FALSE;
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL;
       up = gtk_widget_get_parent (up))
    {
      graphene_rect_t around;

      if (GTK_IS_SCROLLED_WINDOW (up) &&
          gtk_widget_compute_bounds (up, GTK_WIDGET (look->window->bin), &around) &&
          !graphene_rect_intersection (seen, &around, seen))
        return FALSE;
    }
  return seen->size.width > 0 && seen->size.height > 0;
}

/* Titles of what was chosen give way, and are told whole when pointed at. */
static gboolean
may_give_way (Look *look, GtkWidget *label)
{
  return gtk_widget_is_ancestor (label, GTK_WIDGET (look->window->scenario_button)) ||
         gtk_widget_is_ancestor (label, GTK_WIDGET (look->window->model_button));
}

/* It has what it needs at the least. */
static void
look_at_room (Look *look, GtkWidget *widget)
{
  int least, high, width, height;

  width = gtk_widget_get_allocated_width (widget) + gtk_widget_get_margin_start (widget) +
          gtk_widget_get_margin_end (widget);
  height = gtk_widget_get_allocated_height (widget) + gtk_widget_get_margin_top (widget) +
           gtk_widget_get_margin_bottom (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), &high, NULL,
                      NULL, NULL);
  if (width < least || height < high)
    complain (look, widget, "needs %d × %d and has %d × %d", least, high, width, height);
}

static void
look_at_label (Look *look, GtkWidget *label)
{
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) &&
      !may_give_way (look, label))
    complain (look, label, "is cut off");
}

static void
look_at_place (Look *look, GtkWidget *widget)
{
  graphene_rect_t seen;
  int             width = gtk_widget_get_width (GTK_WIDGET (look->window->bin));
  int             height = gtk_widget_get_height (GTK_WIDGET (look->window->bin));

  /* What is behind a sheet is of libadwaita's making. */
  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") &&
      get_seen (look, widget, &seen) &&
      (seen.origin.x < -1 || seen.origin.y < -1 ||
       seen.origin.x + seen.size.width > (float)width + 1 ||
       seen.origin.y + seen.size.height > (float)height + 1))
    complain (look, widget, "lies outside: %.0f, %.0f, %.0f × %.0f", seen.origin.x,
              seen.origin.y, seen.size.width, seen.size.height);
}

static gboolean
is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_SCALE (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_ENTRY (widget);
}

static void
look_at_target (Look *look, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (look->window->bin), &bounds) &&
      (bounds.size.width < (float)look->least || bounds.size.height < (float)look->least))
    complain (look, widget, "is a target of %.0f × %.0f", bounds.size.width,
              bounds.size.height);
}

static gboolean
are_related (GtkWidget *a, GtkWidget *b)
{
  return gtk_widget_is_ancestor (a, b) || gtk_widget_is_ancestor (b, a);
}

/* What lies over the rest on purpose. */
static gboolean
is_sheet (Look *look, GtkWidget *widget)
{
  return adw_flap_get_folded (look->window->flap) &&
         gtk_widget_is_ancestor (widget, look->window->side);
}

static void
look_for_overlaps (Look *look)
{
  for (guint i = 0; i < look->focusable->len; i++)
    for (guint k = i + 1; k < look->focusable->len; k++)
      {
        GtkWidget      *a = look->focusable->pdata[i], *b = look->focusable->pdata[k];
        graphene_rect_t one, other, both;

        if (!are_related (a, b) && is_sheet (look, a) == is_sheet (look, b) &&
            get_seen (look, a, &one) && get_seen (look, b, &other) &&
            graphene_rect_intersection (&one, &other, &both) && both.size.width > 1 &&
            both.size.height > 1)
          complain (look, a, "lies upon %s by %.0f × %.0f", G_OBJECT_TYPE_NAME (b),
                    both.size.width, both.size.height);
      }
}

static void
walk (Look *look, GtkWidget *widget)
{
  graphene_rect_t seen;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) ||
      gtk_widget_get_opacity (widget) <= 0)
    return;
  if (get_seen (look, widget, &seen))
    {
      if (GTK_IS_LABEL (widget))
        {
          look_at_room (look, widget);
          look_at_label (look, widget);
        }
      look_at_place (look, widget);
      if (is_target (widget))
        {
          look_at_room (look, widget);
          look_at_target (look, widget);
        }
      if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget))
        g_ptr_array_add (look->focusable, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (look, child);
}

/* ---- how it is looked at ---- */

static void
set_text (double text)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(text * USUAL_DPI),
                "gtk-enable-animations", FALSE, NULL);
}

static void
wait_for_surface (RankleWindow *window, int width, int height)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  while (gdk_surface_get_width (surface) != width ||
         gdk_surface_get_height (surface) != height)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* Without a manager of windows there is an edge around it. */
static void
set_size (RankleWindow *window, int width, int height)
{
  GtkWidget  *bin = GTK_WIDGET (window->bin);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  wait_for_surface (
      window, width + gdk_surface_get_width (surface) - gtk_widget_get_width (bin),
      height + gdk_surface_get_height (surface) - gtk_widget_get_height (bin));
  g_assert_cmpint (gtk_widget_get_width (bin), ==, width);
  g_assert_cmpint (gtk_widget_get_height (bin), ==, height);
}

static void
bring_to (RankleWindow *window, State state)
{
  switch (state)
    {
    case STATE_CONTROLS:
      adw_flap_set_reveal_flap (window->flap, TRUE);
      break;
    case STATE_PLOTS:
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                          g_variant_new_string ("plots"));
      break;
    case STATE_TREATED:
      rankle_window_load_scenario (window, "denosumab-3-years");
      rankle_study_set_control (window->study, "opg", 2);
      break;
    case STATE_STAGE:
      rankle_window_load_scenario (window, "denosumab-3-years");
      g_action_group_activate_action (G_ACTION_GROUP (window), "stage", NULL);
      break;
    case STATE_USUAL:
    case N_STATES:
    default:
      break;
    }
  iterate_until (is_idle, window);
  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static void
keep_picture (RankleWindow *window, const char *name)
{
  const char      *folder = g_getenv ("RANKLE_PICTURES");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) picture = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, file, NULL);
  picture = look_at (GTK_WIDGET (window->bin));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (picture, NULL),
                                      (gssize)g_bytes_get_size (picture), NULL));
}

static void
look_over (RankleWindow *window, const char *name, int least)
{
  g_autoptr (GPtrArray) focusable = g_ptr_array_new ();
  Look look = { window, focusable, least, name, 0 };

  walk (&look, GTK_WIDGET (window->bin));
  look_for_overlaps (&look);
  g_assert_cmpuint (focusable->len, >, 3);
  keep_picture (window, name);
  if (look.n_faults > 0)
    g_test_fail ();
}

static void
test_size (gconstpointer data)
{
  const Size *size = data;

  set_text (size->text);
  for (guint i = 0; i < N_STATES && (i != STATE_STAGE || size->width >= LEAST_STAGE); i++)
    {
      RankleWindow    *window = open_window ();
      g_autofree char *name = g_strdup_printf ("%dx%d-%.1f-%s", size->width, size->height,
                                               size->text, state_names[i]);

      set_size (window, size->width, size->height);
      bring_to (window, (State)i);
      look_over (window, name, LEAST_TARGET);
      close_window (window);
    }
  set_text (1);
}

static gboolean
has_state (RankleWindow *window, const char *action)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_variant_get_boolean (state);
}

static guint
count_seen_plots (RankleWindow *window)
{
  guint n = 0;

  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    n += gtk_widget_get_mapped (panel);
  return n;
}

static const char *
get_given_id (RankleWindow *window)
{
  return rankle_scenario_get_id (
      rankle_session_get_given (rankle_study_get_session (window->study)));
}

/* Map, sentence, two plots and two controls: and all is as before when it is left. */
static void
test_stage (void)
{
  RankleWindow *window;
  GtkWidget    *map;

  set_text (1);
  window = open_window ();
  set_size (window, 1280, 800);
  bring_to (window, STATE_STAGE);
  map = gtk_paned_get_start_child (window->paned);
  g_assert_true (has_state (window, "stage"));
  g_assert_cmpint (gtk_widget_get_height (map), >=,
                   0.6 * gtk_widget_get_height (GTK_WIDGET (window->bin)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->header)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->time_bar)));
  g_assert_cmpuint (count_seen_plots (window), ==, 2);
  g_assert_cmpstr (rankle_stage_controls_get_chosen (window->stage_controls, 0), !=,
                   NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "stage-control-1",
                                      g_variant_new_string ("opg"));
  g_assert_cmpstr (rankle_stage_controls_get_chosen (window->stage_controls, 0), ==,
                   "opg");
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage", NULL);
  bring_to (window, STATE_USUAL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->header)));
  g_assert_cmpuint (count_seen_plots (window), ==, 6);
  close_window (window);
}

/* A clicker goes on, unless somebody else takes its steps. */
static gboolean
take_step_cb (RankleWindow *window, int by, int *taken)
{
  *taken += by;
  return TRUE;
}

static void
test_clicker (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *first = g_strdup (get_given_id (window));
  g_autofree char *second = NULL;
  int              taken = 0;

  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-forward", NULL);
  g_assert_cmpstr (get_given_id (window), ==, first); /* it is no stage */
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-forward", NULL);
  second = g_strdup (get_given_id (window));
  g_assert_cmpstr (second, !=, first);
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-back", NULL);
  g_assert_cmpstr (get_given_id (window), ==, first);
  g_signal_connect (window, "stage-step", G_CALLBACK (take_step_cb), &taken);
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-forward", NULL);
  g_assert_cmpint (taken, ==, 1);
  g_assert_cmpstr (get_given_id (window), ==, first);
  iterate_until (is_idle, window);
  close_window (window);
}

/* What is frozen stays while all else goes on behind it. */
static void
test_curtain (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GBytes) frozen = NULL, later = NULL, thawed = NULL;

  bring_to (window, STATE_STAGE);
  for (guint i = 0; i < 10; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  set_size (window, 1280, 800);
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-freeze", NULL);
  frozen = look_at (GTK_WIDGET (window->bin));
  rankle_study_set_control (window->study, "opg", 4);
  iterate_until (is_idle, window);
  later = look_at (GTK_WIDGET (window->bin));
  g_assert_true (g_bytes_equal (frozen, later));
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-freeze", NULL);
  thawed = look_at (GTK_WIDGET (window->bin));
  g_assert_false (g_bytes_equal (frozen, thawed));
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage-blank", NULL);
  g_assert_true (rankle_curtain_get_blank (window->curtain));
  g_action_group_activate_action (G_ACTION_GROUP (window), "stage", NULL);
  g_assert_false (rankle_curtain_get_blank (window->curtain));
  g_assert_false (has_state (window, "stage-blank"));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  set_text (1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layouts/%dx%d-%.1f", sizes[i].width,
                                               sizes[i].height, sizes[i].text);

      g_test_add_data_func (path, &sizes[i], test_size);
    }
  g_test_add_func ("/layouts/stage", test_stage);
  g_test_add_func ("/layouts/clicker", test_clicker);
  g_test_add_func ("/layouts/curtain", test_curtain);
  return g_test_run ();
}
