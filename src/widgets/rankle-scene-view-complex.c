/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The receptor complex: the state that the user looks at, who holds the other grooves,
 * and how many trimers are in each of the four states. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-complex-still.h"
#include "rankle-complex-words.h"
#include "rankle-scene-view-private.h"

#define SMALL_WIDTH  64
#define SMALL_HEIGHT 50
/* A signal that differs by less looks the same. [log2] */
#define SAME_TINT 0.04

/* ---- made once, by a worker ---- */

typedef struct
{
  GWeakRef      view;
  GCancellable *token; /* (owned): that of the view still, or it wants nothing */
} Making;

static void
making_free (Making *making)
{
  g_weak_ref_clear (&making->view);
  g_object_unref (making->token);
  g_free (making);
}

static void
make_geometry (GTask *task, gpointer source, gpointer data, GCancellable *token)
{
  GError                *error = NULL;
  RankleComplexGeometry *geometry = rankle_complex_geometry_new (&error);

  if (geometry == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, geometry, (GDestroyNotify)rankle_complex_geometry_unref);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Making *making = data;
  g_autoptr (GtkWidget) view = g_weak_ref_get (&making->view);
  RankleSceneView *self = (RankleSceneView *)view;
  g_autoptr (GError) error = NULL;
  RankleComplexGeometry *geometry = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_critical ("The complex cannot be drawn: %s", error->message);
  if (self != NULL && self->making == making->token && geometry != NULL)
    {
      self->geometry = rankle_complex_geometry_ref (geometry);
      _rankle_scene_view_update_tags (self);
      _rankle_scene_view_queue_picture (self);
      _rankle_scene_view_place_tags_soon (self);
      for (guint i = 0; i <= RANKLE_GROOVES; i++)
        gtk_widget_queue_draw (self->smalls[i]);
    }
  g_clear_pointer (&geometry, rankle_complex_geometry_unref);
  making_free (making);
}

static void
begin (RankleSceneView *self)
{
  Making *making = g_new0 (Making, 1);
  g_autoptr (GTask) task = NULL;

  self->making = g_cancellable_new ();
  g_weak_ref_init (&making->view, self);
  making->token = g_object_ref (self->making);
  task = g_task_new (NULL, NULL, made_cb, making);
  g_task_run_in_thread (task, make_geometry);
}

static void
end (RankleSceneView *self)
{
  g_clear_object (&self->making);
  g_clear_pointer (&self->geometry, rankle_complex_geometry_unref);
}

static gboolean
is_ready (RankleSceneView *self)
{
  return self->geometry != NULL;
}

/* ---- the state ---- */

static gboolean
has_same_tint (double a, double b)
{
  if (!isfinite (a) || !isfinite (b) || !(a > 0) || !(b > 0))
    return isfinite (a) == isfinite (b) && (a > 0) == (b > 0);
  return fabs (log2 (a / b)) < SAME_TINT;
}

static gboolean
looks_same (const RankleComplexState *a, const RankleComplexState *b)
{
  if (a->known != b->known || a->picked != b->picked)
    return FALSE;
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    if (a->grooves[i] != b->grooves[i])
      return FALSE;
  return has_same_tint (a->signal, b->signal);
}

/* What is drawn keeps its tint while that looks the same: else it would creep away
 * unseen. */
static gboolean
read_state (RankleSceneView *self, const RankleTrajectory *run)
{
  RankleComplexState before = self->complex;
  const RankleModel *model = run == NULL ? NULL : rankle_trajectory_get_model (run);

  if (run == NULL)
    self->complex =
        (RankleComplexState){ .known = RANKLE_COMPLEX_NOT_RUN, .picked = self->picked };
  else
    self->complex =
        rankle_complex_state (run, rankle_study_get_cursor (self->study), self->picked,
                              model == self->complex_of ? &before : NULL);
  self->complex_of = model;
  return !looks_same (&self->complex, &self->drawn_complex);
}

static const char *
get_complaint (RankleSceneView *self)
{
  return self->complex_of == NULL ? _ ("The run is being made.")
                                  : rankle_complex_complaint (self->complex.known);
}

static gboolean
press (RankleSceneView *self, guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_3)
    g_object_set (self, "state", (int)(key - GDK_KEY_0), NULL);
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_3)
    g_object_set (self, "state", (int)(key - GDK_KEY_KP_0), NULL);
  else
    return FALSE;
  return TRUE;
}

/* ---- drawing ---- */

static void
show (RankleSceneView *self, gboolean moves)
{
  RankleComplexShown shown = { .look = RANKLE_LOOK_SKIN,
                               .signal = self->complex.signal,
                               .moves = moves };

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    shown.holders[i] = self->complex.grooves[i];
  self->drawn_complex = self->complex;
  rankle_scene_show_complex (self->scene, self->geometry, &shown);
}

static void
draw_still (
    RankleSceneView *self, cairo_t *cairo, int width, int height, gboolean on_paper)
{
  self->drawn_complex = self->complex;
  rankle_complex_still_draw (cairo, self->geometry, &self->complex, self->camera,
                             on_paper ? &rankle_scene_theme_light : &self->theme, width,
                             height);
}

/* ---- labels ---- */

static const char *
get_glyph (RankleBody body)
{
  switch ((int)body)
    {
    case RANKLE_BODY_RANKL:
      return "RANKL";
    case RANKLE_BODY_RANK:
      return "RANK";
    case RANKLE_BODY_OPG:
      return "OPG";
    case RANKLE_BODY_DENOSUMAB:
      return "denosumab";
    default:
      return NULL;
    }
}

/* Of the anchors, what is drawn there: a protomer, a holder, or a membrane. */
static void
set_things (RankleSceneLabel *label)
{
  label->first = G_MAXUINT;
  for (guint i = 0; i < label->n_anchors; i++)
    {
      label->first = MIN (label->first, label->anchors[i].thing);
      label->last = MAX (label->last, label->anchors[i].thing);
    }
}

/* Whether there is such a thing to be named. */
static gboolean
fill_label (RankleSceneView *self, RankleBody body, guint part, RankleSceneLabel *label)
{
  *label = (RankleSceneLabel){ 0 };
  label->n_anchors = rankle_complex_list_anchors (self->geometry, self->complex.grooves,
                                                  body, part, label->anchors);
  if (label->n_anchors == 0)
    return FALSE;
  label->id = body * 8 + part;
  label->name = g_strdup (rankle_body_get_name (body, part));
  label->note = g_strdup (rankle_body_get_note (body, part));
  label->card = rankle_body_get_card (body);
  label->glyph = get_glyph (body);
  set_things (label);
  return TRUE;
}

static guint
list_labels (RankleSceneView *self, RankleSceneLabel *labels)
{
  static const struct
  {
    RankleBody body;
    guint      part;
  } all[] = {
    { RANKLE_BODY_RANKL, 0 },
    { RANKLE_BODY_RANK, 0 },
    { RANKLE_BODY_OPG, 0 },
    { RANKLE_BODY_FC, 0 },
    { RANKLE_BODY_DENOSUMAB, 0 },
    { RANKLE_BODY_PEPTIDE, 0 },
    { RANKLE_BODY_LOWER_MEMBRANE, 0 },
    { RANKLE_BODY_UPPER_MEMBRANE, 0 },
    { RANKLE_BODY_RANK, 3 },
    { RANKLE_BODY_RANK, 2 },
    { RANKLE_BODY_OPG, 3 },
    { RANKLE_BODY_RANK, 4 },
    { RANKLE_BODY_OPG, 2 },
    { RANKLE_BODY_RANK, 1 },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all) && n < RANKLE_LABELS_MOST; i++)
    if (fill_label (self, all[i].body, all[i].part, &labels[n]))
      n++;
  return n;
}

/* ---- words ---- */

static char *
make_title (RankleSceneView *self)
{
  return g_strdup (rankle_complex_title (self->complex.picked));
}

static char *
make_subtitle (RankleSceneView *self)
{
  g_autofree char *share =
      rankle_complex_share_in_words (&self->complex, self->complex.picked);

  return g_strdup_printf ("%s\n%s", rankle_complex_subtitle (self->complex.picked),
                          share);
}

static char *
make_sentence (RankleSceneView *self)
{
  return self->complex_of == NULL ? g_strdup (get_complaint (self))
                                  : rankle_complex_sentence (&self->complex);
}

static char **
make_row (RankleSceneView *self, guint n)
{
  const char *const row[] = { rankle_complex_title (n),
                              n == RANKLE_GROOVES ? _ ("signals") : _ ("no signal"), NULL,
                              NULL };
  char            **cells = g_new0 (char *, 4);

  cells[0] = g_strdup (row[0]);
  cells[1] = g_strdup (row[1]);
  cells[2] = rankle_complex_share_in_short (&self->complex, n);
  return cells;
}

static char ***
make_table (RankleSceneView *self)
{
  const char *const head[] = { _ ("State"), "", _ ("Trimers"), NULL };
  char           ***rows = g_new0 (char **, RANKLE_GROOVES + 3);

  if (get_complaint (self) != NULL)
    return rows;
  rows[0] = g_strdupv ((char **)head);
  for (guint i = 0; i <= RANKLE_GROOVES; i++)
    rows[i + 1] = make_row (self, RANKLE_GROOVES - i);
  return rows;
}

/* ---- the four states ---- */

static void
draw_small (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  RankleSceneView *self = data;
  guint            n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "n-rank"));

  if (self->geometry != NULL && self->complex.known == RANKLE_COMPLEX_SHOWN)
    rankle_complex_still_draw_small (cairo, self->geometry, n, self->complex.of_1000[n],
                                     &self->theme, width, height);
}

static void
toggled_cb (GtkToggleButton *button, RankleSceneView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i <= RANKLE_GROOVES; i++)
    if (self->states[i] == GTK_WIDGET (button) && self->picked != i)
      g_object_set (self, "state", (int)(i), NULL);
}

/* They are one choice, of which one is always made. Two and two, so that they are a row
 * beneath the picture and a square beside it. */
static void
add_state (RankleSceneView *self, GtkWidget *pair, guint n)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *small = gtk_drawing_area_new ();
  GtkWidget *share = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (small), SMALL_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (small), SMALL_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (small), draw_small, self, NULL);
  g_object_set_data (G_OBJECT (small), "n-rank", GUINT_TO_POINTER (n));
  gtk_widget_set_halign (small, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (share, "share");
  gtk_box_append (GTK_BOX (box), small);
  gtk_box_append (GTK_BOX (box), share);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  if (n > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 GTK_TOGGLE_BUTTON (self->states[0]));
  self->states[n] = button;
  self->smalls[n] = small;
  self->shares[n] = GTK_LABEL (share);
  gtk_box_append (GTK_BOX (pair), button);
}

static void
add_side (RankleSceneView *self)
{
  self->picked = RANKLE_GROOVES;
  for (guint i = 0; i <= RANKLE_GROOVES; i += 2)
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      add_state (self, pair, i);
      add_state (self, pair, i + 1);
      gtk_box_append (GTK_BOX (self->side), pair);
    }
  for (guint i = 0; i <= RANKLE_GROOVES; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[i]),
                                    i == self->picked);
      g_signal_connect (self->states[i], "toggled", G_CALLBACK (toggled_cb), self);
    }
}

static void
update_state (RankleSceneView *self, guint n)
{
  g_autofree char *share = rankle_complex_share_in_short (&self->complex, n);
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_label_get_text (self->shares[n]), share) == 0)
    return;
  gtk_label_set_text (self->shares[n], share);
  gtk_widget_queue_draw (self->smalls[n]);
  /* Translators: a state of the receptor complex, and how many trimers are in it */
  name = g_strdup_printf (_ ("%1$s: %2$s"), rankle_complex_title (n), share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states[n]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->states[n], rankle_complex_title (n));
}

static void
update_side (RankleSceneView *self)
{
  for (guint i = 0; i <= RANKLE_GROOVES; i++)
    update_state (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[self->picked]), TRUE);
}

const RankleSceneSubject _rankle_scene_of_complex = {
  .name = N_ ("Receptor complex"),
  .camera = &rankle_camera_complex,
  .frame = &rankle_frame_complex,
  .has_still_view = TRUE,
  .begin = begin,
  .end = end,
  .is_ready = is_ready,
  .read = read_state,
  .get_complaint = get_complaint,
  .show = show,
  .draw_still = draw_still,
  .list_labels = list_labels,
  .make_title = make_title,
  .make_subtitle = make_subtitle,
  .make_sentence = make_sentence,
  .get_caption = rankle_complex_caption,
  .make_table = make_table,
  .press = press,
  .update_side = update_side,
  .add_side = add_side,
};
